//! Knows: how what is shown becomes sheets of paper, in which order, and what a reader can do with them.
//! Must not know: what belongs to an item (that is `output::contents`), or where a sheet ends (that is the style).

mod block;
mod changes;
mod charts;
mod end;
mod head;
mod others;
mod part;
mod quarters;
mod table;

use crate::explore::view_state::{Detail, Mode, View, ViewState};
use crate::output::changes::QuartersBeside;
use crate::report::{Absent, Dataset};
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::beside::{quarters_beside, try_failed_again};
use crate::web::components::layout::button;
use crate::web::components::notices::Notices;
use crate::web::components::risks::absences;
use crate::web::context::Context;
use charts::{Charts, Drawings, progress};
use leptos::prelude::*;
use part::Part;
use std::sync::Arc;

/// What is shown, as a paper pack, with a button to print it.
#[component]
pub fn Pack() -> impl IntoView {
    try_failed_again();
    let context = Context::get();
    let drawings: Drawings = RwSignal::new(Charts::default());
    context.go_by_key(move |key| (key == "Escape").then(|| context.state.with(|state| state.in_mode(Mode::Page))));
    let beside = Memo::new_with_compare(move |_| context.state.with(quarters_beside), |_, _| true);
    let sheets = move || {
        drawings.set(Charts::default());
        beside.with(|beside| sheets(&context.data(), &context.state.get(), beside, drawings))
    };
    let status = Memo::new(move |_| match drawings.get() {
        charts if charts.tables > 0 || beside.with(QuartersBeside::is_waiting) => "Loading the other quarters…",
        Charts { measures: 1.., .. } => "Preparing the sheets…",
        charts if charts.are_done() => "Ready to print",
        _ => "Preparing the charts…",
    });
    view! {
        <nav class="pack-tools" aria-label="Paper pack">
            {button(None, Box::new(page::print), "Print".into_any())}
            <a href=context.link(|state| state.in_mode(Mode::Page))>"Back to the page"</a>
            <span class="keys">"Key: Esc back"</span>
            <span role="status" prop:textContent=move || status.get()></span>
            // Not a status, since it changes with every chart.
            <span prop:textContent=move || progress(drawings)></span>
        </nav>
        <div class="pack-tools"><Notices/></div>
        <main id="main" class="pack" tabindex="-1">{anew(sheets)}</main>
    }
}

fn sheets(data: &Arc<Dataset>, state: &ViewState, beside: &QuartersBeside, drawings: Drawings) -> AnyView {
    let page = match (state.shown.view, &state.shown.detail) {
        // The checks have their own print; a pack of them shows the selected measures.
        (View::Checks, None) => state.in_view(View::Measures),
        _ => state.in_mode(Mode::Page),
    };
    let is_agenda = state.shown.view == View::Agenda && state.shown.detail.is_none();
    let parts: Vec<Part<'_>> = if is_agenda {
        let items = state.agenda.iter().enumerate();
        items.map(|(at, item)| Part::new(item.clone(), page.at_item(item), Some(at + 1), data)).collect()
    } else {
        vec![Part::new(page.shown.clone(), page.clone(), None, data)]
    };
    view! {
        {head::head(data, &page, &parts)}
        {parts.iter().map(|part| part_of(data, part, beside, drawings)).collect_view()}
        {end::end(data, &page, &parts)}
    }
    .into_any()
}

fn part_of(data: &Arc<Dataset>, part: &Part<'_>, beside: &QuartersBeside, drawings: Drawings) -> AnyView {
    let blocks = || block::blocks(data, part, drawings);
    let inside = match (&part.item.detail, part.item.view) {
        (Some(Detail::Measure(_)), _) => blocks(),
        (Some(Detail::Risk(_)), _) => others::risks(data, part),
        (None, View::Overview) => view! {
            {table::summary(data, part)}
            {table::by_outcome(data, part)}
            // On an agenda the summary is enough; other views are items of their own.
            {part.shows_all().then(|| view! {
                {table::measures(data, part)}
                {others::risks(data, part)}
                {others::projects(data, part)}
                {end::pack_of_measures(part)}
            })}
        }
        .into_any(),
        (None, View::Measures | View::Checks) => view! {
            {table::summary(data, part)}
            {table::measures(data, part)}
            {quarters::by_quarter(data, part, drawings)}
            {blocks()}
            {others::risks(data, part)}
            {others::projects(data, part)}
        }
        .into_any(),
        (None, View::Risks) => view! {
            {others::risks(data, part)}
            {absences(data.report(), &part.item.filter, Absent::Risks)}
        }
        .into_any(),
        (None, View::Projects) => view! {
            {others::projects(data, part)}
            {absences(data.report(), &part.item.filter, Absent::Projects)}
        }
        .into_any(),
        (None, View::Changes) => changes::changes(data, part, beside.get(&part.item)),
        (None, View::Agenda) => ().into_any(),
    };
    let item = part.number.map(|number| {
        let kept = head::kept(data, part).map(|kept| view! { <p class="kept">{kept}</p> });
        view! { <h2>{format!("{number}. {}", part.contents.title)}</h2> {kept} }
    });
    view! { <section class="pack-part">{item} {inside}</section> }.into_any()
}
