//! Knows: how a presentation goes from slide to slide: keys, buttons, swipes, the address, the full and the black screen.
//! Must not know: which slides there are (that is `deck`), or what is on one (that is `slide`).

mod keys;
mod measure;
mod slide;

use crate::deck::{At, Deck, opened_alone};
use crate::view_state::{Form, Opened, SlideAt, ViewState};
use crate::web::browser::{history, page, present};
use crate::web::components::pieces::button;
use crate::web::context::Shared;
use crate::web::shell::app::Source;
use crate::web::shell::header::Notices;
use crate::web::shell::local_file::NOT_PUBLISHED;
use keys::Asked;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::sync::Arc;

/// Where the window is too small for a slide, so that it scrolls. The style sheet says the same.
const SMALL: &str = "(max-width: 47.99rem), (max-height: 23.99rem)";

/// A presentation and where it is.
#[derive(Clone, Copy)]
struct Show {
    shared: Shared,
    deck: Memo<Arc<Deck>>,
    /// The slide that the address names; none where the deck does not have it.
    found: Memo<Option<usize>>,
    blank: RwSignal<bool>,
    /// Whether the full screen was given back by this page.
    gave_back: StoredValue<bool>,
    /// What came of a jump.
    said: RwSignal<String>,
    main: NodeRef<html::Main>,
    field: NodeRef<html::Input>,
}

impl Show {
    fn new() -> Self {
        let shared = Shared::get();
        // What the deck is made of: all but where in it one is.
        let of = Memo::new(move |_| {
            let loaded = shared.loaded();
            shared.state.with(|state| {
                let opened = opened_alone(state, &loaded.report, &loaded.index);
                ViewState { opened, slide: SlideAt::default(), ..state.clone() }
            })
        });
        let deck = Memo::new(move |_| {
            let loaded = shared.loaded();
            of.with(|state| Arc::new(Deck::of(state, &loaded.report, &loaded.index)))
        });
        let found = Memo::new(move |_| shared.state.with(|state| deck.with(|deck| deck.find(&At::of(state)))));
        Self {
            shared,
            deck,
            found,
            blank: RwSignal::new(false),
            gave_back: StoredValue::new(false),
            said: RwSignal::new(String::new()),
            main: NodeRef::new(),
            field: NodeRef::new(),
        }
    }

    /// The slide that is shown, from 0.
    fn here(self) -> usize {
        self.found.get().unwrap_or(0)
    }

    fn count(self) -> usize {
        self.deck.with(|deck| deck.slides.len())
    }

    /// Goes to a slide. The history has the presentation as one step.
    fn go(self, to: usize) {
        let at = self.deck.with_untracked(|deck| deck.slides.get(to).map(|slide| slide.at.clone()));
        if let Some(at) = at {
            self.said.set(String::new());
            self.shared.go_in_place(self.shared.state.with_untracked(|state| at.within(state)));
        }
    }

    fn step(self, forward: bool) {
        let here = untrack(|| self.here());
        if let Some(to) = if forward { Some(here + 1) } else { here.checked_sub(1) } {
            self.go(to);
        }
    }

    fn jump(self) {
        let Some(field) = self.field.get_untracked() else { return };
        let asked = field.value();
        match self.deck.with_untracked(|deck| deck.jump(&asked)) {
            Some(to) => {
                field.set_value("");
                self.go(to);
                page::focus_heading();
            }
            None => {
                self.said.set(format!("There is no slide “{}”.", asked.trim()));
                // What is typed next takes its place.
                field.select();
            }
        }
    }

    fn stop_typing(self) {
        if let Some(field) = self.field.get_untracked() {
            field.set_value("");
        }
        self.said.set(String::new());
        page::focus_heading();
    }

    fn full_screen(self) {
        if present::is_full_screen() {
            self.gave_back.set_value(true);
            present::leave_full_screen();
        } else {
            present::enter_full_screen();
        }
    }

    fn set_blank(self, blank: bool) {
        self.blank.set(blank);
        request_animation_frame(move || if blank { page::focus(BLANK) } else { page::focus_heading() });
    }

    fn leave(self) {
        self.shared.go(self.shared.state.with_untracked(left));
    }

    /// Does what a key asks for. Whether it did something.
    fn do_as(self, asked: Asked) -> bool {
        let scrolls_on = |down| self.main.get_untracked().is_some_and(|main| present::can_scroll(&main, down));
        match asked {
            // What does not fit is read first.
            Asked::Next { scrolls: true } if scrolls_on(true) => return false,
            Asked::Previous { scrolls: true } if scrolls_on(false) => return false,
            Asked::Next { .. } => self.step(true),
            Asked::Previous { .. } => self.step(false),
            Asked::First => self.go(0),
            Asked::Last => self.go(untrack(|| self.count()).saturating_sub(1)),
            Asked::Type(text) => {
                if let Some(field) = self.field.get_untracked() {
                    present::type_into(&field, &text);
                }
            }
            Asked::FullScreen => self.full_screen(),
            Asked::Blank => self.set_blank(true),
            Asked::Leave => self.leave(),
            Asked::StopTyping => self.stop_typing(),
        }
        true
    }

    fn on_key(self, event: &web_sys::KeyboardEvent) {
        if self.blank.get_untracked() {
            let is_browsers = event.ctrl_key() || event.alt_key() || event.meta_key() || keys::is_modifier(event);
            if !is_browsers {
                event.prevent_default();
                // The key that made it black may be held down.
                if !event.repeat() {
                    self.set_blank(false);
                }
            }
        } else if keys::asked(event).is_some_and(|asked| (event.repeat() && !asked.repeats()) || self.do_as(asked)) {
            event.prevent_default();
        }
    }

    /// The browser's own Escape gives the full screen back, and is meant as ours.
    fn on_full_screen(self) {
        let asked_for = self.gave_back.try_update_value(std::mem::take).unwrap_or_default();
        if !present::is_full_screen() && !asked_for {
            if self.blank.get_untracked() { self.set_blank(false) } else { self.leave() }
        }
    }

    fn fit(self) {
        if let Some(main) = self.main.try_get_untracked().flatten() {
            if page::matches(SMALL) { present::do_not_fit(&main) } else { present::fit(&main) }
        }
    }
}

/// The same place in the explorer.
fn left(state: &ViewState) -> ViewState {
    state.in_form(Form::Page)
}

/// The id of the black screen.
const BLANK: &str = "blank";

/// What is shown as slides.
#[component]
pub fn Slides() -> impl IntoView {
    let show = Show::new();
    follow(show);
    let touch = StoredValue::new(None);
    let lift = move |event: web_sys::PointerEvent| {
        let began = touch.try_update_value(Option::take).flatten();
        if let Some(forward) = began.and_then(|touch: present::Touch| touch.ends(&event)) {
            show.step(forward);
        }
    };
    let missing = move || {
        let what = show.shared.state.with(|state| match &state.opened {
            Some(Opened::Measure(code) | Opened::Risk(code)) => code.clone(),
            None => "This slide".to_string(),
        });
        let is_missing = show.found.with(Option::is_none);
        is_missing.then(|| format!("{what} is not in this presentation; it begins at the first slide."))
    };
    let slide = move || {
        let at = show.here();
        show.deck.with(|deck| deck.slides.get(at).map(|one| slide::draw(show, one)))
    };
    let is_blank = move || show.blank.get();
    view! {
        <div
            class="slides"
            on:pointerdown=move |event| touch.set_value(present::Touch::begins(&event))
            on:pointerup=lift
            on:pointercancel=move |_| touch.set_value(None)
        >
            <main id="main" tabindex="-1" class="slide" node_ref=show.main inert=is_blank>
                <Notices/>
                <div role="alert">{move || missing().map(|text| view! { <p class="notice">{text}</p> }).into_any()}</div>
                {move || slide().into_any()}
            </main>
            <Bar show/>
            {move || is_blank().then(|| view! {
                <button type="button" id=BLANK class="blank" on:click=move |_| show.set_blank(false)>
                    <span class="visually-hidden">"The screen is black. Press any key to show the slide again."</span>
                </button>
            }).into_any()}
        </div>
    }
}

/// Keys, full screen, size, focus.
fn follow(show: Show) {
    let keys = history::on_key(move |event| show.on_key(event));
    let screen = present::on_full_screen(move || show.on_full_screen());
    let size = window_event_listener(leptos::ev::resize, move |_| show.fit());
    let listeners = StoredValue::new(SendWrapper::new((keys, screen)));
    on_cleanup(move || {
        listeners.dispose();
        size.remove();
        present::leave_full_screen();
    });
    let here = Memo::new(move |_| show.here());
    Effect::new(move |before: Option<usize>| {
        let here = here.get();
        request_animation_frame(move || {
            show.fit();
            if let Some(main) = show.main.try_get_untracked().flatten() {
                main.set_scroll_top(0);
            }
            if before.is_some_and(|before| before != here) {
                page::focus_heading();
            }
        });
        here
    });
}

/// Where one is, and the buttons.
#[component]
fn Bar(show: Show) -> impl IntoView {
    let loaded = show.shared.loaded();
    let own = match &loaded.source {
        Source::Local { file } => Some(view! {
            <p class="own" role="region" aria-label="Local file"><strong>{NOT_PUBLISHED}</strong> ": " {file.clone()}</p>
        }),
        Source::Published(_) => None,
    };
    let codes = move || {
        show.deck
            .with(|deck| deck.codes().into_iter().map(|code| view! { <option value=code></option> }).collect_view())
    };
    let is_first = move || show.here() == 0;
    let is_last = move || show.here() + 1 >= show.count();
    let press = move |words: &'static str, does: Box<dyn Fn()>| button(None, does, words.into_any());
    view! {
        <nav class="controls" aria-label="Presentation" inert=move || show.blank.get()>
            {own}
            <button type="button" disabled=is_first on:click=move |_| show.step(false)>"Previous"</button>
            <p role="status" class="at">{move || format!("{} of {}", show.here() + 1, show.count())}</p>
            <button type="button" disabled=is_last on:click=move |_| show.step(true)>"Next"</button>
            <form
                class="jump"
                on:submit=move |event| {
                    event.prevent_default();
                    show.jump();
                }
            >
                <label>"Go to " <input type="text" node_ref=show.field list="slide-codes" size="9" autocomplete="off"/></label>
                <datalist id="slide-codes">{codes}</datalist>
            </form>
            <p role="status" class="said">{move || show.said.get()}</p>
            <span class="others">
                {present::has_full_screen().then(|| press("Full screen", Box::new(move || show.full_screen())))}
                {press("Blank", Box::new(move || show.set_blank(true)))}
                <a href=show.shared.link(left)>"Leave"</a>
            </span>
        </nav>
    }
}
