//! Knows: how an agenda is shown and reordered, by key, button and dragging.
//! Must not know: how its items are shown on slides or paper.

use crate::explore::describe;
use crate::explore::view_state::{Action, Mode, Query, ViewState};
use crate::never::OrNever;
use crate::output::share::too_long;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::context::{Context, Dialog, href};
use crate::wording::format;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

/// The agenda.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let context = Context::get();
    let editor = Editor {
        context,
        is_fixed: context.state.with_untracked(|state| state.embed),
        announcement: RwSignal::new(String::new()),
        before: RwSignal::new(None),
        drag: RwSignal::new(None),
        list: NodeRef::new(),
    };
    let agenda = Memo::new(move |_| editor.context.state.with(|state| state.agenda.clone()));
    let is_empty = Memo::new(move |_| agenda.with(Vec::is_empty));
    view! {
        <h1 tabindex="-1">"Agenda"</h1>
        <p class="lead">
            "Choose what to cover at a meeting and in what order. Then present it, print it or share it as one link."
        </p>
        <p role="status" class="said" prop:textContent=move || editor.announcement.get()></p>
        {anew(move || editor.before.with(Option::is_some).then(|| {
            button(None, Box::new(move || editor.put_back()), "Put it back".into_any())
        }).into_any())}
        {anew(move || match is_empty.get() {
            true => view! {
                <p>"Nothing is on the agenda yet. Open a view, a measure or a risk, and choose “Add to agenda” at the top of the page."</p>
                {editor.before.with_untracked(Option::is_none).then(|| editor.kept())}
            }.into_any(),
            false => view! {
                <ol class="agenda" node_ref=editor.list>{anew(move || editor.items(&agenda.get()))}</ol>
                {(!editor.is_fixed).then(|| editor.actions())}
            }.into_any(),
        })}
    }
}

/// An item being dragged, and the position that it would move to.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Drag {
    from: usize,
    to: usize,
}

#[derive(Clone, Copy)]
struct Editor {
    context: Context,
    /// Whether it cannot be changed, as in a frame on another page.
    is_fixed: bool,
    /// What was done last, for screen readers too.
    announcement: RwSignal<String>,
    /// The agenda before the last removal.
    before: RwSignal<Option<Vec<Query>>>,
    drag: RwSignal<Option<Drag>>,
    list: NodeRef<html::Ol>,
}

/// The control of an item that has the focus after a move.
#[derive(Clone, Copy)]
enum Grip {
    Handle,
    Up,
    Down,
}

impl Grip {
    fn id(self, at: usize) -> String {
        let name = match self {
            Self::Handle => "handle",
            Self::Up => "up",
            Self::Down => "down",
        };
        format!("agenda-{name}-{at}")
    }
}

impl Editor {
    /// The way back to an agenda that was there before the page was opened anew.
    fn kept(self) -> Option<AnyView> {
        let kept = self.context.kept_agenda().filter(|_| !self.is_fixed)?;
        let items = format::count_of(kept.agenda.len(), "item");
        let words = if kept.agenda.len() == 1 { "Put it back" } else { "Put them back" };
        Some(
            view! { <p>{format!("Earlier in this visit it had {items}. ")} <a href=href(&kept)>{words}</a></p> }
                .into_any(),
        )
    }

    fn items(self, agenda: &[Query]) -> AnyView {
        let count = agenda.len();
        agenda.iter().enumerate().map(|(at, item)| self.item(item, at, count)).collect_view().into_any()
    }

    fn item(self, item: &Query, at: usize, count: usize) -> AnyView {
        let data = self.context.data();
        let title = describe::item(item, &data);
        // A count says nothing about a single measure, about risks and projects, or about what changed.
        let many = item.lists_measures().then(|| {
            let count = format::count_of(item.filter.select(&data).rows.len(), "measure");
            view! { " " <span class="soft">{format!("({count})")}</span> }
        });
        let opened = item.clone();
        let to = self.context.link(move |state| state.at_item(&opened));
        let announcement = format!("“{title}” was removed from the agenda.");
        let take_off = move || self.change(Action::TakeOffAgenda(at), announcement.clone());
        let class = move || match self.drag.get() {
            Some(drag) if drag.from == at => "dragged",
            Some(drag) if drag.to == at && drag.to < drag.from => "drop-before",
            Some(drag) if drag.to == at && drag.to > drag.from => "drop-after",
            _ => "",
        };
        view! {
            <li class=class>
                {(!self.is_fixed).then(|| self.handle(at, count, title.clone()))}
                <p class="item"><a href=to>{title.clone()}</a> {many}</p>
                {(!self.is_fixed).then(|| view! {
                    <p class="buttons">
                        {self.move_button(Grip::Up, at, at.checked_sub(1), count, &title)}
                        {self.move_button(Grip::Down, at, Some(at + 1).filter(|to| *to < count), count, &title)}
                        {button(None, Box::new(take_off), named("Remove", &title))}
                    </p>
                })}
            </li>
        }
        .into_any()
    }

    /// The handle that an item is dragged by; arrow keys move the item too.
    fn handle(self, at: usize, count: usize, title: String) -> AnyView {
        let key = move |event: leptos::ev::KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowUp" => at.checked_sub(1),
                "ArrowDown" => Some(at + 1).filter(|to| *to < count),
                "Home" => Some(0),
                "End" => count.checked_sub(1),
                _ => return,
            };
            event.prevent_default();
            if let Some(to) = to.filter(|to| *to != at) {
                self.move_to(at, to, count, Grip::Handle);
            }
        };
        let grab = move |event: PointerEvent| {
            let handle = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            if let Some(handle) = handle.filter(|_| event.button() == 0) {
                // Then the pointer's moves are reported here wherever it is.
                let _ = handle.set_pointer_capture(event.pointer_id());
                self.drag.set(Some(Drag { from: at, to: at }));
            }
        };
        let drag_on = move |event: PointerEvent| {
            if self.drag.get_untracked().is_some() {
                let to = self.place_at(f64::from(event.client_y()), at);
                self.drag.set(Some(Drag { from: at, to }));
            }
        };
        let drop = move |_: PointerEvent| {
            let drag = self.drag.get_untracked();
            self.drag.set(None);
            if let Some(Drag { from, to }) = drag.filter(|drag| drag.from != drag.to) {
                self.move_to(from, to, count, Grip::Handle);
            }
        };
        let label = format!("Move {title}, {} of {count}", at + 1);
        view! {
            <button
                type="button"
                class="handle"
                id=Grip::Handle.id(at)
                aria-label=label
                aria-describedby="agenda-keys"
                on:keydown=key
                on:pointerdown=grab
                on:pointermove=drag_on
                on:pointerup=drop
                on:pointercancel=move |_| self.drag.set(None)
            >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 4H13V5.5H3ZM3 7.25H13V8.75H3ZM3 10.5H13V12H3Z"/></svg>
            </button>
        }
        .into_any()
    }

    fn move_button(self, grip: Grip, at: usize, to: Option<usize>, count: usize, title: &str) -> AnyView {
        let words = if matches!(grip, Grip::Up) { "Up" } else { "Down" };
        let press = move |_| {
            if let Some(to) = to {
                self.move_to(at, to, count, grip);
            }
        };
        view! {
            <button type="button" id=grip.id(at) disabled=to.is_none() on:click=press>{named(words, title)}</button>
        }
        .into_any()
    }

    /// The position of the dragged item if dropped at this height: after all others whose middle is above it.
    fn place_at(self, height: f64, from: usize) -> usize {
        let Some(list) = self.list.get_untracked() else { return from };
        let children = list.children();
        let items = (0..children.length()).filter_map(|at| children.item(at));
        let is_above = |item: &Element| {
            let bounds = item.get_bounding_client_rect();
            bounds.top() + bounds.height() / 2.0 < height
        };
        items.enumerate().filter(|(at, item)| *at != from && is_above(item)).count()
    }

    fn move_to(self, from: usize, to: usize, count: usize, grip: Grip) {
        let title = self.title(from);
        self.before.set(None);
        self.context.act(Action::MoveOnAgenda(from, to));
        self.announcement.set(format!("“{title}” is now {} of {count}.", to + 1));
        // Up is disabled on the first item and Down on the last.
        let grip = match grip {
            Grip::Up if to == 0 => Grip::Handle,
            Grip::Down if to + 1 == count => Grip::Handle,
            grip => grip,
        };
        request_animation_frame(move || page::focus(&grip.id(to)));
    }

    fn title(self, at: usize) -> String {
        let data = self.context.data();
        let title = |state: &ViewState| state.agenda.get(at).map(|item| describe::item(item, &data));
        self.context.state.with_untracked(title).or_never("an item that is not on the agenda", String::new())
    }

    fn change(self, action: Action, announcement: String) {
        // What is dragged may be what goes.
        self.drag.set(None);
        self.before.set(Some(self.context.state.with_untracked(|state| state.agenda.clone())));
        self.context.act(action);
        self.announcement.set(announcement);
        request_animation_frame(page::focus_heading);
    }

    fn put_back(self) {
        if let Some(before) = self.before.get_untracked() {
            self.context.act(Action::SetAgenda(before));
            self.before.set(None);
            self.announcement.set("The agenda is as it was.".to_string());
            request_animation_frame(page::focus_heading);
        }
    }

    fn actions(self) -> AnyView {
        let context = self.context;
        let is_local = context.data().is_local();
        let in_mode = |mode: Mode| context.link(move |state| state.in_mode(mode));
        let share = move || context.dialog.set(Some(Dialog::Share));
        let clear = move || self.change(Action::SetAgenda(Vec::new()), "The agenda is empty.".to_string());
        let warning = move || {
            let link = context.link_for_others()?;
            let why = context.state.with(|state| too_long(&link, state))?;
            Some(view! { <p class="notice">{why}</p> })
        };
        view! {
            <p class="soft" id="agenda-keys">"To change the order: drag an item by its handle, or select the handle and use the arrow keys."</p>
            {anew(move || warning().into_any())}
            <p class="ways-on">
                <a href=in_mode(Mode::Slides)>"Present the agenda"</a>
                <a href=in_mode(Mode::Pack)>"Print as one pack"</a>
                {(!is_local).then(|| button(None, Box::new(share), "Share as one link".into_any()))}
                {button(None, Box::new(clear), "Clear the agenda".into_any())}
            </p>
        }
        .into_any()
    }
}

/// What a button does and, for screen readers, to which item.
fn named(words: &'static str, title: &str) -> AnyView {
    view! { {words} <span class="visually-hidden">" " {title.to_string()}</span> }.into_any()
}
