//! Knows: how every measure's distance from its target is shown in one picture, and what a mark says when it is pointed at.
//! Must not know: where a mark stands (that is `picture::strip`).

use super::spread::of_many;
use crate::explore::view_state::Detail;
use crate::picture::glyph::Glyph;
use crate::picture::strip::{MOST, Panel, Strip, StripMark, strip};
use crate::report::{Decimal, Keyword, MeasureIx, Trend};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout::section;
use crate::web::components::links::to_worst_first;
use crate::web::components::picture::{glyph, shapes};
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

/// The least width of a mark that can be touched, in pixels.
const TARGET: usize = 24;

/// The distances of the selected measures from their targets.
#[component]
pub fn Distances() -> impl IntoView {
    let context = Context::get();
    let inside = move || context.selection.with(|selection| draw(&selection.rows));
    section(Some("distances"), "distances", "Distance from target".into_any(), anew(inside))
}

fn draw(rows: &[MeasureIx]) -> AnyView {
    if rows.len() > MOST {
        return of_many(rows);
    }
    let context = Context::get();
    let drawn = context.with_data(|data| strip(data, rows));
    let pointed = Pointed(RwSignal::new(None));
    // The picture stays while another view is shown, and is told nothing when it is taken off the page under the pointer.
    Effect::new(move |_| {
        if !context.is_shown.get() {
            pointed.0.set(None);
        }
    });
    let panels = drawn.panels.iter().map(|one| panel(one, pointed)).collect_view();
    view! {
        <div class="strip" on:keydown=move |event| if event.key() == "Escape" { pointed.0.set(None) }>
            {panels}
            {hint(pointed)}
        </div>
        <p class="key">{key(&drawn)}</p>
        {apart(&drawn.apart)}
        <p class="as-list"><a href=to_worst_first()>"See this as a list, worst first"</a></p>
    }
    .into_any()
}

/// What one points at, if anything: its words and where it stands.
#[derive(Clone, Copy)]
struct Pointed(RwSignal<Option<Hint>>);

#[derive(Clone, PartialEq)]
struct Hint {
    words: String,
    /// The middle of the mark from the left of the whole picture, in pixels.
    x: i32,
    /// The foot of the mark from the top of the whole picture, in pixels; its head if the words stand above it.
    y: i32,
    /// Whether the words stand above the mark, since the window ends below it.
    is_above: bool,
}

/// What the words take up below a mark, in pixels.
const ROOM: f64 = 64.0;

impl Pointed {
    /// Takes the mark of an event.
    fn at(self, event: &Event, words: &str) {
        let Some(mark) = event.current_target().and_then(|mark| mark.dyn_into::<Element>().ok()) else { return };
        let Ok(Some(whole)) = mark.closest(".strip") else { return };
        let (mark, whole) = (mark.get_bounding_client_rect(), whole.get_bounding_client_rect());
        let is_above = mark.bottom() + ROOM > page::window_height() && mark.top() > ROOM;
        let edge = if is_above { mark.top() } else { mark.bottom() };
        let (x, y) = (mark.left() + mark.width() / 2.0 - whole.left(), edge - whole.top());
        // Whole pixels: code to format a fraction takes many kB.
        self.0.set(Some(Hint { words: words.to_string(), x: x.round() as i32, y: y.round() as i32, is_above }));
    }

    /// Leaves it, unless the pointer went to the words themselves.
    fn leave(self, to: Option<EventTarget>) {
        let to = to.and_then(|to| to.dyn_into::<Element>().ok());
        if to.is_none_or(|to| to.class_name() != "hint") {
            self.0.set(None);
        }
    }
}

/// The words at the mark. The link says the same to whoever does not see them.
fn hint(pointed: Pointed) -> AnyView {
    let words = move || pointed.0.with(|hint| hint.as_ref().map(|hint| hint.words.clone()).unwrap_or_default());
    let place = |of: fn(&Hint) -> i32| move || pointed.0.with(|hint| format!("{}px", hint.as_ref().map_or(0, of)));
    view! {
        <p
            class="hint"
            class:above=move || pointed.0.with(|hint| hint.as_ref().is_some_and(|hint| hint.is_above))
            aria-hidden="true"
            hidden=move || pointed.0.with(Option::is_none)
            style=("--at", place(|hint| hint.x))
            style:inset-block-start=place(|hint| hint.y)
            prop:textContent=words
            on:pointerleave=move |_| pointed.0.set(None)
        ></p>
    }
    .into_any()
}

fn panel(panel: &Panel, pointed: Pointed) -> AnyView {
    let context = Context::get();
    let choice = panel.choice.clone();
    let to = context.link(move |state| state.measures_behind([choice.clone()]));
    let count: usize = panel.pieces.iter().map(|piece| piece.marks.len()).sum();
    // What is left over is shared out by the number of marks.
    let width = format!("{count} 1 {}px", (TARGET * count).max(150));
    let pieces = panel.pieces.iter().map(|piece| {
        let count = piece.marks.len();
        let marks = piece.marks.iter().map(|one| mark(one, pointed)).collect_view();
        view! {
            <svg class="picture" style:flex=format!("{count} 1 {}px", TARGET * count) height=piece.height.to_string()>
                {shapes(&piece.behind)}
                {marks}
                {shapes(&piece.labels)}
            </svg>
        }
    });
    let pieces = pieces.collect_view();
    view! {
        <div class="panel" style:flex=width role="group" aria-label=format!("Distances: {}", panel.name)>
            <h3><a href=to>{panel.name.clone()}</a></h3>
            <div class="pieces">{pieces}</div>
        </div>
    }
    .into_any()
}

fn mark(mark: &StripMark, pointed: Pointed) -> AnyView {
    let context = Context::get();
    let code = context.with_row(mark.row, |place| place.measure.code.clone()).unwrap_or_default();
    let to = context.link_to(Detail::Measure(code));
    let words = StoredValue::new(mark.words.clone());
    let point = move |event: &Event| words.with_value(|words| pointed.at(event, words));
    // The link is around the mark's whole place alone, and what is drawn there lies over it: Firefox takes a link with a glyph in it for
    // as large as the picture. By itself in a group, or it would be an element of HTML.
    let (place, over) = mark.shapes.split_at_checked(1).unwrap_or_default();
    view! {
        <g>
            <a
                href=to
                aria-label=mark.words.clone()
                on:focus=move |event| point(&event)
                on:pointerenter=move |event| point(&event)
                on:blur=move |_| pointed.0.set(None)
                on:pointerleave=move |event| pointed.leave(event.related_target())
            >
                {shapes(place)}
            </a>
        </g>
        {shapes(over)}
    }
    .into_any()
}

/// What the picture's parts mean.
fn key(strip: &Strip) -> AnyView {
    let tolerance = strip.tolerance.map(|tolerance| {
        let percent = format::plain(tolerance * Decimal::whole(100));
        format!("The band below it is the {percent}% margin allowed. ")
    });
    let beyond = match strip.beyond {
        0 => String::new(),
        1 => format!("1 is more than {}% away and is at the edge with an arrow. ", strip.reach),
        many => format!("{many} are more than {}% away and are at the edge with an arrow. ", strip.reach),
    };
    let arrows = Trend::ALL.iter().filter(|trend| **trend != Trend::None).map(|&trend| {
        view! { <span class="trend">{glyph(String::new(), Glyph::Trend(trend), "12")} {format::lower_case(trend.label())}</span> " " }
    });
    view! {
        "The line is the target: above it is better, below it worse. " {tolerance} {beyond} "Long trend, below each mark: "
        {arrows.collect_view()}
    }
    .into_any()
}

/// The measures without a distance.
fn apart(rows: &[MeasureIx]) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let context = Context::get();
    let links = rows.iter().filter_map(|row| context.with_row(*row, |place| place.measure.code.clone())).map(|code| {
        let to = context.link_to(Detail::Measure(code.clone()));
        view! { <li><a href=to>{code}</a></li> }
    });
    let words = match rows.len() {
        1 => "1 measure cannot be shown as a percentage of its target:".to_string(),
        many => format!("{many} measures cannot be shown as a percentage of their targets:"),
    };
    view! { <div class="apart-from"><p>{words}</p><ul class="inline">{links.collect_view()}</ul></div> }.into_any()
}
