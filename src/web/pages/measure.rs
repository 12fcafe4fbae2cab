//! Knows: how one measure is shown: why it has its status, its trends, chart, figures, benchmarks, commentary, neighbours.
//! Must not know: how a status or trend is worked out.

use crate::checks::About;
use crate::explore::order::{Neighbours, neighbours};
use crate::explore::search::glossary::terms_used;
use crate::explore::view_state::{Detail, ViewState};
use crate::output::measure_document::NO_COMMENTARY;
use crate::report::{Block, Measure, MeasureIx};
use crate::web::browser::{history, page};
use crate::web::components::chart::TrendChart;
use crate::web::components::commentary::Sections;
use crate::web::components::findings::about_this;
use crate::web::components::links::opens;
use crate::web::components::measure_figures::{benchmark_table, facts, flags, history_table, trends};
use crate::web::context::{Context, href};
use leptos::prelude::*;
use std::sync::Arc;

/// A measure.
#[component]
pub fn MeasurePage(code: String) -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let found = data.find_measure(&code).map(|place| (place.row, Arc::new(place.measure.clone())));
    let names = data.find_measure(&code).map(|place| (place.outcome.name.clone(), place.programme.name.clone()));
    // `resolve` lets no code through that the report does not have.
    let (Some((row, measure)), Some((outcome, programme))) = (found, names) else { return ().into_any() };
    view! {
        <Way row/>
        <article class="measure">
            <p class="place">{outcome} " › " {programme}</p>
            <h1 tabindex="-1"><span class="code">{measure.code.clone()}</span> " " {measure.name.clone()}</h1>
            {flags(&measure)}
            {facts(&measure)}
            <section aria-labelledby="trend">
                <h2 id="trend">"Trend"</h2>
                {trends(&measure)}
                <TrendChart row/>
                {history_table(&measure)}
            </section>
            {about_this(move |about| matches!(about, About::Measure { row: of, .. } if *of == row))}
            {benchmarks(&measure)}
            {commentary(row)}
            {related(&measure)}
        </article>
    }
    .into_any()
}

/// The way back to the list and to the neighbours in it, by link and by key.
#[component]
fn Way(row: MeasureIx) -> impl IntoView {
    let context = Context::get();
    let at = Memo::new(move |_| context.sections.with(|sections| neighbours(sections, row)));
    let to = move |row: MeasureIx| {
        let code = context.with_row(row, |place| place.measure.code.clone())?;
        Some(context.state.with(|state| state.opening(Detail::Measure(code))))
    };
    let step =
        move |neighbour: fn(&Neighbours) -> Option<MeasureIx>| at.get().and_then(|at| neighbour(&at)).and_then(to);
    let listener = history::on_key(move |event| {
        if page::is_taken(event) || context.dialog.get_untracked().is_some() {
            return;
        }
        let next: Option<ViewState> = untrack(|| match event.key().as_str() {
            "ArrowLeft" => step(|at| at.previous),
            "ArrowRight" => step(|at| at.next),
            "Escape" => Some(context.state.with(ViewState::closed)),
            _ => None,
        });
        if let Some(next) = next {
            event.prevent_default();
            context.go(next);
        }
    });
    let listener = StoredValue::new(send_wrapper::SendWrapper::new(listener));
    on_cleanup(move || listener.dispose());
    let link = move |state: Option<ViewState>, words: &'static str, rel: &'static str| {
        let name = state.as_ref().and_then(|state| match &state.shown.detail {
            Some(Detail::Measure(code)) => Some(code.clone()),
            _ => None,
        });
        state
            .map(|state| view! { <a href=href(&state) rel=rel>{words} " " <span class="code">{name}</span></a> })
            .into_any()
    };
    view! {
        <nav class="way" aria-label="Measures of the selection">
            <a href=context.link(ViewState::closed)>{move || back(context)}</a>
            {move || link(step(|at| at.previous), "Previous:", "prev")}
            <span class="position">
                {move || match at.get() {
                    Some(at) => format!("{} of {}", at.position, at.total),
                    None => "Not in the current selection".to_string(),
                }}
            </span>
            {move || link(step(|at| at.next), "Next:", "next")}
            <span class="keys">"Keys: ← previous, → next, Esc back"</span>
        </nav>
    }
}

fn back(context: Context) -> String {
    use crate::explore::view_state::View;
    let count = context.selection.with(|selection| selection.rows.len());
    match context.state.with(|state| state.shown.view) {
        View::Overview => "Back to the overview".to_string(),
        View::Measures => format!("Back to the list ({count})"),
        View::Risks => "Back to the risks".to_string(),
        View::Projects => "Back to the projects".to_string(),
        View::Checks => "Back to the checks".to_string(),
        View::Agenda => "Back to the agenda".to_string(),
    }
}

fn benchmarks(measure: &Measure) -> AnyView {
    (!measure.benchmarks.is_empty() || !measure.ranks.is_empty())
        .then(|| {
            view! {
                <section aria-labelledby="benchmarks">
                    <h2 id="benchmarks">"Benchmarks"</h2>
                    {benchmark_table(measure)}
                </section>
            }
        })
        .into_any()
}

fn commentary(row: MeasureIx) -> AnyView {
    let context = Context::get();
    let sections: Vec<(String, Vec<Block>)> = context.with_data(|data| {
        let sections = data.commentary(row).into_iter();
        sections.map(|(heading, blocks)| (heading.to_string(), blocks.into_iter().cloned().collect())).collect()
    });
    let note = context.with_report(|report| report.publication.commentary_note.clone());
    let glossary = context.with_data(|data| {
        let terms = terms_used(data, row).into_iter();
        terms
            .map(|entry| view! { <div><dt>{entry.term.clone()}</dt><dd>{entry.meaning.clone()}</dd></div> })
            .collect_view()
    });
    let is_empty = sections.is_empty();
    let has_terms = !glossary.is_empty();
    view! {
        <section aria-labelledby="commentary">
            <h2 id="commentary">"Commentary"</h2>
            {is_empty.then(|| view! { <p>{NO_COMMENTARY}</p> })}
            <p class="soft">{note}</p>
            <Sections sections terms=context.terms.get_untracked()/>
            {has_terms.then(|| view! {
                <details>
                    <summary>"Terms used here"</summary>
                    <dl class="glossary">{glossary}</dl>
                </details>
            })}
        </section>
    }
    .into_any()
}

fn related(measure: &Measure) -> AnyView {
    let context = Context::get();
    let links = measure.related.iter().filter_map(|code| {
        let name = context.with_data(|data| data.find_measure(code).map(|place| place.measure.name.clone()))?;
        Some(view! { <li>{opens(Detail::Measure(code.clone()), code, &name)}</li> })
    });
    let links = links.collect_view();
    (!links.is_empty())
        .then(|| {
            view! {
                <section aria-labelledby="related">
                    <h2 id="related">"Related measures"</h2>
                    <ul>{links}</ul>
                </section>
            }
        })
        .into_any()
}
