//! Knows: in which order the page and a sheet of paper have the figures of one measure.
//! Must not know: what is said of a measure, or how a table is drawn.

use crate::explore::search::Terms;
use crate::output::document::ListPoint;
use crate::output::measure_document;
use crate::report::Measure;
use crate::web::components::document::{self, list, table};
use crate::web::components::values::shorthand_used;
use crate::web::context::Context;
use leptos::prelude::*;

/// What the report notes of a measure.
pub fn flags(measure: &Measure) -> AnyView {
    let flags: Vec<ListPoint> = measure_document::flags(measure).into_iter().map(ListPoint::plain).collect();
    (!flags.is_empty()).then(|| list(&flags, Some("flags"), &Terms::default())).into_any()
}

/// Value, target, status and why.
pub fn facts(measure: &Measure) -> AnyView {
    let facts = Context::get().with_report(|report| measure_document::facts(report, measure));
    view! { <section aria-label="Value and status">{document::facts("facts-list", &facts)}</section> }.into_any()
}

/// The trends, in words.
pub fn trends(measure: &Measure) -> AnyView {
    let trends = Context::get().with_report(|report| measure_document::trends(report, measure));
    document::facts("trend-words", &trends)
}

/// The chart's figures, and those that a chart cannot show, each with where it comes from.
pub fn history_table(measure: &Measure) -> AnyView {
    let values = measure_document::values(measure);
    view! { {table(&measure_document::values_over_time(measure))} {shorthand_used(values)} }.into_any()
}

/// What others achieve, and the ranks; nothing where the report has none.
pub fn benchmark_table(measure: &Measure) -> AnyView {
    let ranks = measure_document::ranks(measure);
    view! {
        {measure_document::benchmarks(measure).map(|benchmarks| table(&benchmarks))}
        {shorthand_used(measure.benchmarks.iter().map(|benchmark| &benchmark.value))}
        {(!ranks.is_empty()).then(|| list(&ranks, Some("ranks"), &Terms::default()))}
    }
    .into_any()
}
