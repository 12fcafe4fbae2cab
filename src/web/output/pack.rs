//! Knows: how what is shown becomes sheets of paper: in which order, and what a reader does with them on the screen.
//! Must not know: what belongs to an item (that is `meeting`), or how a sheet is cut (that is the style).

mod block;
mod end;
mod head;
mod others;
mod table;

use crate::address;
use crate::meeting::{Contents, only_counts};
use crate::report::{Absent, Block};
use crate::view_state::{Form, Item, Opened, View, ViewState};
use crate::web::browser::{history, page};
use crate::web::components::pieces::button;
use crate::web::context::Shared;
use crate::web::output::picture::Drawing;
use crate::web::shell::app::Loaded;
use crate::web::shell::header::Notices;
use leptos::prelude::*;
use std::collections::HashMap;
use std::rc::Rc;

/// What is shown as sheets of paper, with the way to print them.
#[component]
pub fn Pack() -> impl IntoView {
    let shared = Shared::get();
    let drawings: Drawings = RwSignal::new(Charts::default());
    let listener = history::on_key(move |event| {
        if !page::is_taken(event) && event.key() == "Escape" {
            event.prevent_default();
            shared.go(shared.state.with_untracked(|state| state.in_form(Form::Page)));
        }
    });
    let listener = StoredValue::new(send_wrapper::SendWrapper::new(listener));
    on_cleanup(move || listener.dispose());
    let sheets = move || {
        drawings.set(Charts::default());
        sheets(&shared.loaded(), &shared.state.get(), drawings)
    };
    let is_ready = Memo::new(move |_| drawings.with(|charts| charts.waiting == 0));
    view! {
        <div class="pack-tools" role="group" aria-label="Paper pack">
            {button(None, Box::new(page::print), "Print".into_any())}
            <a href=shared.link(|state| state.in_form(Form::Page))>"Back to the page"</a>
            <span class="keys">"Key: Esc back"</span>
            <span role="status">{move || if is_ready.get() { "Ready to print" } else { "Preparing the charts…" }}</span>
            // Not announced: it changes with every chart.
            <span>{move || progress(drawings)}</span>
        </div>
        <div class="pack-tools"><Notices/></div>
        <main id="main" class="pack" tabindex="-1">{move || sheets()}</main>
    }
}

/// How far the charts of the pack are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Charts {
    all: usize,
    waiting: usize,
}

type Drawings = RwSignal<Charts>;

/// The most charts that a pack draws: of thousands of measures it has the text alone, and says so.
const MOST_CHARTS: usize = 500;

impl Charts {
    /// Counts one more in; none when there are enough.
    fn one_more(drawings: Drawings) -> Option<RwSignal<Drawing>> {
        if drawings.with_untracked(|charts| charts.all) >= MOST_CHARTS {
            return None;
        }
        let drawing = RwSignal::new(Drawing::Waiting);
        drawings.update(|charts| {
            charts.all += 1;
            charts.waiting += 1;
        });
        Effect::new(move |waited: Option<bool>| {
            let waits = drawing.with(|drawing| *drawing == Drawing::Waiting);
            match (waited.unwrap_or(true), waits) {
                (true, false) => drawings.update(|charts| charts.waiting = charts.waiting.saturating_sub(1)),
                (false, true) => drawings.update(|charts| charts.waiting += 1),
                _ => {}
            }
            waits
        });
        Some(drawing)
    }
}

/// How many charts are there; the text is from the start.
fn progress(drawings: Drawings) -> Option<String> {
    let Charts { all, waiting } = drawings.get();
    (waiting > 0).then(|| format!("{} of {all}", all.saturating_sub(waiting)))
}

type SharedBlocks<'r> = HashMap<&'r str, Vec<(&'r str, &'r Block)>>;

/// A part of the pack: what is shown, or one item of the agenda.
struct Part<'r> {
    item: Item,
    contents: Contents<'r>,
    /// Where it is in the explorer: links on the paper lead on from there. None for a file of the reader's own, to which no link
    /// leads.
    from: Option<ViewState>,
    /// Commentary of other measures, by the measure that it is about as well.
    shared: Rc<SharedBlocks<'r>>,
    /// Its number on the agenda.
    number: Option<usize>,
}

impl<'r> Part<'r> {
    fn new(
        item: Item,
        from: ViewState,
        number: Option<usize>,
        loaded: &'r Loaded,
        shared: &Rc<SharedBlocks<'r>>,
    ) -> Self {
        let contents = Contents::of(&item, &loaded.report, &loaded.index);
        let from = (!loaded.is_local()).then(|| ViewState { embed: false, ..from.to_share() });
        Self { item, contents, from, shared: Rc::clone(shared), number }
    }

    /// The level of its headings: an item of an agenda has one of its own above them.
    fn level(&self) -> u8 {
        if self.number.is_some() { 3 } else { 2 }
    }

    /// Whether each measure stands there with all that is said of it; the overview only lists and counts them.
    fn is_in_full(&self) -> bool {
        self.item.opened.is_some() || self.item.view != View::Overview
    }

    /// Whether its measures, risks and projects stand there; the overview of an agenda only counts measures.
    fn shows_all(&self) -> bool {
        self.number.is_none() || !only_counts(&self.item)
    }

    /// Words that lead to a measure or risk on the live page, by its whole address, so that they do from paper too.
    fn leads_to(&self, opened: Opened, words: AnyView) -> AnyView {
        match &self.from {
            Some(from) => {
                let to = history::address(&address::encode(&from.opening(opened)));
                view! { <a href=to>{words}</a> }.into_any()
            }
            None => words,
        }
    }
}

/// A heading of this level.
fn heading(level: u8, words: AnyView) -> AnyView {
    match level {
        2 => view! { <h2>{words}</h2> }.into_any(),
        3 => view! { <h3>{words}</h3> }.into_any(),
        4 => view! { <h4>{words}</h4> }.into_any(),
        _ => view! { <h5>{words}</h5> }.into_any(),
    }
}

fn sheets(loaded: &Loaded, state: &ViewState, drawings: Drawings) -> AnyView {
    let page = match (state.view, &state.opened) {
        // The checks print themselves; on paper their selection is the measures.
        (View::Checks, None) => state.in_view(View::Measures),
        _ => state.in_form(Form::Page),
    };
    let is_agenda = state.view == View::Agenda && state.opened.is_none();
    let shared = Rc::new(loaded.report.shared_blocks());
    let parts: Vec<Part<'_>> = if is_agenda {
        let items = state.agenda.iter().enumerate();
        items.map(|(at, item)| Part::new(item.clone(), page.at_item(item), Some(at + 1), loaded, &shared)).collect()
    } else {
        let ViewState { view, opened, filter, sort, group, .. } = page.clone();
        vec![Part::new(Item { view, opened, filter, sort, group }, page.clone(), None, loaded, &shared)]
    };
    view! {
        {head::head(loaded, &page, &parts)}
        {parts.iter().map(|part| part_of(loaded, part, drawings)).collect_view()}
        {end::end(loaded, &page, &parts)}
    }
    .into_any()
}

fn part_of(loaded: &Loaded, part: &Part<'_>, drawings: Drawings) -> AnyView {
    let blocks = || {
        let rows = part.contents.rows().into_iter();
        rows.map(|row| block::block(loaded, part, row, drawings)).collect_view().into_any()
    };
    let inside = match (&part.item.opened, part.item.view) {
        (Some(Opened::Measure(_)), _) => blocks(),
        (Some(Opened::Risk(_)), _) => others::risks(loaded, part),
        (None, View::Overview) => view! {
            {table::sentences(loaded, part)}
            {table::by_outcome(loaded, part)}
            // On an agenda the whole at a glance is enough; what it is about are items of their own.
            {part.shows_all().then(|| view! {
                {table::measures(loaded, part)}
                {others::risks(loaded, part)}
                {others::projects(loaded, part)}
                {end::where_blocks_are(part)}
            })}
        }
        .into_any(),
        (None, View::Measures | View::Checks) => view! {
            {table::sentences(loaded, part)}
            {table::measures(loaded, part)}
            {blocks()}
            {others::risks(loaded, part)}
            {others::projects(loaded, part)}
        }
        .into_any(),
        (None, View::Risks) => view! {
            {others::risks(loaded, part)}
            {others::absences(loaded, part, Absent::Risks)}
        }
        .into_any(),
        (None, View::Projects) => view! {
            {others::projects(loaded, part)}
            {others::absences(loaded, part, Absent::Projects)}
        }
        .into_any(),
        (None, View::Agenda) => ().into_any(),
    };
    let item = part.number.map(|number| {
        let kept = head::kept(loaded, part).map(|kept| view! { <p class="kept">{kept}</p> });
        view! { <h2>{format!("{number}. {}", part.contents.title)}</h2> {kept} }
    });
    view! { <section class="pack-part">{item} {inside}</section> }.into_any()
}
