//! Knows: how one measure is shown: status and reason, trends, chart, figures, benchmarks, commentary, neighbours.
//! Must not know: how a status or trend is worked out.

use crate::assess::{others, trend};
use crate::checks::About;
use crate::explore::order::{Neighbours, neighbours};
use crate::explore::search::glossary::terms_used;
use crate::explore::view_state::{Detail, View, ViewState};
use crate::output::measure_document::NO_COMMENTARY;
use crate::output::measure_tables::{OVER_TIME, other_series};
use crate::picture::bullet::bullet;
use crate::picture::comparison::comparison;
use crate::picture::sparkline::sparkline_of;
use crate::report::{Measure, MeasureIx};
use crate::web::changing::anew;
use crate::web::components::chart::TrendChart;
use crate::web::components::commentary::{Sections, measure_sections};
use crate::web::components::findings::about_this;
use crate::web::components::layout::section;
use crate::web::components::links::{back_to, measure_list};
use crate::web::components::measure_figures::{benchmark_table, details, flags, history_table, main_facts, trends};
use crate::web::components::picture::{beside_text, picture};
use crate::web::context::{Context, href};
use leptos::prelude::*;

/// A measure.
#[component]
pub fn MeasurePage(code: String) -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    // `resolve` lets no code through that the report does not have.
    let Some(place) = data.find_measure(&code) else { return ().into_any() };
    let (row, measure) = (place.row, place.measure);
    let values = view! { <TrendChart row/> {only_value(measure)} {series_over_time(measure)} };
    let about = view! { {trends(measure)} {details(measure)} };
    view! {
        <Neighbourhood row/>
        <article class="measure">
            <p class="place">{place.outcome.name.clone()} " › " {place.programme.name.clone()}</p>
            <h1 tabindex="-1">{measure.name.clone()} " " <span class="code">{measure.code.clone()}</span></h1>
            {flags(measure)}
            // In the order of a narrow screen; on a wide one the style sets them side by side.
            <div class="beside">
                <section class="value-and-status" aria-label="Value and status">{main_facts(measure)}</section>
                {section(Some("values"), "values", OVER_TIME.into_any(), values.into_any())}
                {section(Some("on-trends"), "trend", "Trend".into_any(), about.into_any())}
                {benchmarks(measure)}
                {commentary(row)}
                <div class="more">
                    {in_other_quarters(code)}
                    {section(None, "all-figures", "All figures".into_any(), history_table(measure))}
                    {related(measure)}
                    {about_this(move |about| matches!(about, About::Measure { row: of, .. } if *of == row))}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// The measure in the site's other quarters, where there are any.
fn in_other_quarters(code: String) -> AnyView {
    let context = Context::get();
    let changes = context.parts.changes;
    context
        .has_other_quarters()
        .then(|| changes.show_quietly("", move |changes| (changes.by_quarter)(code.clone())))
        .into_any()
}

/// The links, and keys, back to the list and to the neighbours in it.
#[component]
fn Neighbourhood(row: MeasureIx) -> impl IntoView {
    let context = Context::get();
    let at = Memo::new(move |_| context.sections.with(|sections| neighbours(sections, row)));
    let to = move |row: MeasureIx| {
        let code = context.with_row(row, |place| place.measure.code.clone())?;
        Some(context.state.with(|state| state.opening(Detail::Measure(code))))
    };
    let step =
        move |neighbour: fn(&Neighbours) -> Option<MeasureIx>| at.get().and_then(|at| neighbour(&at)).and_then(to);
    context.go_by_key(move |key| match key {
        "ArrowLeft" => step(|at| at.previous),
        "ArrowRight" => step(|at| at.next),
        "Escape" => Some(context.state.with(ViewState::closed)),
        _ => None,
    });
    let link = move |state: Option<ViewState>, words: &'static str, rel: &'static str| {
        let link = state.map(|state| {
            let code = state.shown.detail.as_ref().map(|detail| detail.code().to_string());
            view! { <a href=href(&state) rel=rel>{words} " " <span class="code">{code}</span></a> }
        });
        link.into_any()
    };
    view! {
        <nav class="way" aria-label="Measures of the selection">
            <a href=context.link(ViewState::closed) prop:textContent=move || back(context)></a>
            {anew(move || link(step(|at| at.previous), "Previous:", "prev"))}
            <span
                class="position"
                prop:textContent=move || match at.get() {
                    Some(at) => format!("{} of {}", at.position, at.total),
                    None => "Not in the current selection".to_string(),
                }
            ></span>
            {anew(move || link(step(|at| at.next), "Next:", "next"))}
            <span class="keys">"Keys: ← previous, → next, Esc back"</span>
        </nav>
    }
}

fn back(context: Context) -> String {
    let view = context.state.with(|state| state.shown.view);
    let count = context.selection.with(|selection| selection.rows.len());
    if view == View::Measures { format!("{} ({count})", back_to(view)) } else { back_to(view).to_string() }
}

fn benchmarks(measure: &Measure) -> AnyView {
    if measure.benchmarks.is_empty() && measure.ranks.is_empty() {
        return ().into_any();
    }
    let council = Context::get().with_report(|report| report.council.name.clone());
    let rows = comparison(measure, &council).into_iter().map(|one| {
        let apart = (!one.is_comparable).then_some("apart");
        view! {
            <li class=apart>
                <span class="who">{one.name} {one.period.map(|period| view! { " " <span class="soft">{period}</span> })}</span>
                {beside_text("", &one.picture)}
                <span class="number">{one.value}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let has_others = !rows.is_empty();
    let inside = view! {
        {others::in_words(measure).map(|words| view! { <p class="reason">{words}</p> })}
        {has_others.then(|| view! {
            <ul class="comparison">{rows}</ul>
            <p class="soft key">
                "The upright line is the target. A hollow mark is for another period or series, or its period is not given."
            </p>
        })}
        {benchmark_table(measure)}
    };
    section(Some("others"), "benchmarks", "How others compare".into_any(), inside.into_any())
}

/// The value against the target, large, for a measure with nothing to draw over time.
fn only_value(measure: &Measure) -> AnyView {
    if trend::is_over_time(measure) {
        return ().into_any();
    }
    let Some(drawn) = Context::get().with_report(|report| bullet(measure, &report.rules)) else { return ().into_any() };
    view! {
        <figure class="chart one-value" aria-label="Value against target">
            {picture("bullet", &drawn)}
            <figcaption>
                <p>{drawn.words.clone()} ". The bar is the value, from 0. The upright line is the target, and the band beside it the margin allowed."</p>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The other series that have a course over time, each as a small line of its own: they are not compared with the measure.
fn series_over_time(measure: &Measure) -> AnyView {
    let rows = other_series(measure).into_iter().filter_map(|(name, observations)| {
        let first = observations.first()?;
        let drawn = sparkline_of(&observations, first.unit.as_ref().unwrap_or(&measure.unit))?;
        Some(view! {
            <li>
                <span class="who">{name.clone()}</span>
                {beside_text("", &drawn)}
                <span class="soft">{drawn.words.clone()}</span>
            </li>
        })
    });
    let rows = rows.collect_view();
    (!rows.is_empty())
        .then(|| view! { <h3 id="other-series">"Other series"</h3><ul class="series" aria-labelledby="other-series">{rows}</ul> })
        .into_any()
}

fn commentary(row: MeasureIx) -> AnyView {
    let context = Context::get();
    let sections = context.with_data(|data| measure_sections(data, row));
    let note = context.with_report(|report| report.publication.commentary_note.clone());
    let glossary = context.with_data(|data| {
        let entries = terms_used(data, row).into_iter();
        let entries =
            entries.map(|entry| view! { <div><dt>{entry.term.clone()}</dt><dd>{entry.meaning.clone()}</dd></div> });
        entries.collect_view()
    });
    let is_empty = sections.is_empty();
    let has_terms = !glossary.is_empty();
    let inside = view! {
        {is_empty.then(|| view! { <p>{NO_COMMENTARY}</p> })}
        <p class="soft">{note}</p>
        <Sections sections terms=context.terms.get_untracked() place="commentary"/>
        {has_terms.then(|| view! {
            <details>
                <summary>"Terms used here"</summary>
                <dl class="glossary">{glossary}</dl>
            </details>
        })}
    };
    section(Some("comments"), "commentary", "Commentary".into_any(), inside.into_any())
}

fn related(measure: &Measure) -> AnyView {
    let Some(list) = measure_list(&measure.related) else { return ().into_any() };
    section(None, "related", "Related measures".into_any(), list)
}
