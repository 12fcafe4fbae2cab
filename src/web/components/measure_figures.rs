//! Knows: the figures of a measure as the page and a paper pack both show them.
//! Must not know: what the text of a figure says, or how a table is drawn.

use crate::explore::search::Terms;
use crate::output::document::ListPoint;
use crate::output::measure_document;
use crate::report::Measure;
use crate::web::components::document::{self, draw_table, list};
use crate::web::components::values::shorthand_used;
use crate::web::context::Context;
use leptos::prelude::*;

/// The report's notes on a measure.
pub fn flags(measure: &Measure) -> AnyView {
    let flags: Vec<ListPoint> = measure_document::flags(measure).into_iter().map(ListPoint::plain).collect();
    (!flags.is_empty()).then(|| list(&flags, Some("flags"), &Terms::default())).into_any()
}

/// Value, target, and the status with its reason.
pub fn facts(measure: &Measure) -> AnyView {
    let facts = Context::get().with_report(|report| measure_document::facts(report, measure));
    view! { <section aria-label="Value and status">{document::facts("facts-list", &facts)}</section> }.into_any()
}

/// The trends, in words.
pub fn trends(measure: &Measure) -> AnyView {
    let trends = Context::get().with_report(|report| measure_document::trends(report, measure));
    document::facts("trend-words", &trends)
}

/// All values over time, also those that the chart cannot show.
pub fn history_table(measure: &Measure) -> AnyView {
    let values = measure_document::values(measure);
    view! { {draw_table(&measure_document::values_over_time(measure), &Terms::default())} {shorthand_used(values)} }
        .into_any()
}

/// Benchmarks and ranks; nothing if the report has none.
pub fn benchmark_table(measure: &Measure) -> AnyView {
    let ranks = measure_document::ranks(measure);
    view! {
        {measure_document::benchmarks(measure).map(|benchmarks| draw_table(&benchmarks, &Terms::default()))}
        {shorthand_used(measure.benchmarks.iter().map(|benchmark| &benchmark.value))}
        {(!ranks.is_empty()).then(|| list(&ranks, Some("ranks"), &Terms::default()))}
    }
    .into_any()
}
