//! Knows: the figures of a measure as lists, the page and a paper pack show them.
//! Must not know: what the text of a figure says, or how a table is drawn.

use crate::assess::rules;
use crate::explore::search::Terms;
use crate::output::document::{ListPoint, Weight};
use crate::output::runs::{figure, target};
use crate::output::{measure_document, measure_tables};
use crate::report::{Measure, Value};
use crate::web::components::badges::{status_mark, trend_mark};
use crate::web::components::document::{self, draw_runs, draw_table, list};
use crate::web::context::Context;
use crate::wording::{format, missing};
use leptos::prelude::*;

/// The report's notes on a measure.
pub fn flags(measure: &Measure) -> AnyView {
    let flags: Vec<ListPoint> = measure_document::flags(measure).into_iter().map(ListPoint::plain).collect();
    (!flags.is_empty()).then(|| list(&flags, Some("flags"), &Terms::default())).into_any()
}

/// Value, target, and the status with its reason.
pub fn facts(measure: &Measure) -> AnyView {
    let facts = Context::get().with_report(|report| measure_document::facts(report, measure));
    document::facts("facts-list", &facts)
}

/// Value, target and status, large, with the reason and what is still to go.
pub fn main_facts(measure: &Measure) -> AnyView {
    some_facts(measure, |weight| weight != Weight::Small)
}

/// What a reader may look up: distance, aim, period, unit.
pub fn details(measure: &Measure) -> AnyView {
    some_facts(measure, |weight| weight == Weight::Small)
}

fn some_facts(measure: &Measure, is_wanted: fn(Weight) -> bool) -> AnyView {
    let mut facts = Context::get().with_report(|report| measure_document::facts(report, measure));
    facts.retain(|fact| is_wanted(fact.weight));
    document::facts("facts-list", &facts)
}

/// The trends, in words.
pub fn trends(measure: &Measure) -> AnyView {
    let trends = Context::get().with_report(|report| measure_document::trends(report, measure));
    document::facts("trend-words", &trends)
}

/// All values over time, also those that the chart cannot show.
pub fn history_table(measure: &Measure) -> AnyView {
    let values = measure_document::values(measure);
    view! { {draw_table(&measure_tables::values_over_time(measure), &Terms::default())} {shorthand_used(values)} }
        .into_any()
}

/// Benchmarks and ranks; nothing if the report has none.
pub fn benchmark_table(measure: &Measure) -> AnyView {
    let ranks = measure_tables::ranks(measure);
    view! {
        {measure_tables::benchmarks(measure).map(|benchmarks| draw_table(&benchmarks, &Terms::default()))}
        {shorthand_used(measure.benchmarks.iter().map(|benchmark| &benchmark.value))}
        {(!ranks.is_empty()).then(|| list(&ranks, Some("ranks"), &Terms::default()))}
    }
    .into_any()
}

/// How far a measure is from its target.
pub fn variance_in_words(measure: &Measure) -> String {
    let variance = rules::variance(measure);
    variance.map_or_else(|| "not known".to_string(), |variance| format::variance(variance.told(), &measure.unit))
}

/// The cells of a measure in a list, from its value to its long trend.
pub fn measure_cells(measure: &Measure) -> AnyView {
    let (value, target) = (figure(&measure.value, &measure.unit), target(measure.target.as_ref(), &measure.unit));
    view! {
        <td role="cell" class="numeric" data-label="Value">{draw_runs(&[value], &Terms::default())}</td>
        <td role="cell" class="numeric" data-label="Target">{draw_runs(&[target], &Terms::default())}</td>
        <td role="cell" class="numeric" data-label="From target">{variance_in_words(measure)}</td>
        <td role="cell" data-label="Status">{status_mark(measure.status)}</td>
        <td role="cell" data-label="Short trend">{trend_mark(measure.short_trend)}</td>
        <td role="cell" data-label="Long trend">{trend_mark(measure.long_trend)}</td>
    }
    .into_any()
}

/// A note that explains the shorthand beside some values; nothing if there is none.
pub fn shorthand_used<'v>(values: impl Iterator<Item = &'v Value>) -> AnyView {
    missing::shorthand_used(values).map(|words| view! { <p class="soft">{words}</p> }).into_any()
}
