//! Knows: how the values, targets and status of a measure are shown in a table.
//! Must not know: what they mean.

use crate::assess::rules;
use crate::explore::search::Terms;
use crate::output::measure_document::{figure, target};
use crate::report::{Measure, Value};
use crate::web::components::badges::{status_mark, trend_mark};
use crate::web::components::document::draw_runs;
use crate::wording::format;
use leptos::prelude::*;

/// The cells of a measure in a list, from its value to its long trend.
pub fn measure_cells(measure: &Measure) -> AnyView {
    let (value, target) = (figure(&measure.value, &measure.unit), target(measure.target.as_ref(), &measure.unit));
    let variance = rules::variance(measure).map_or_else(|| "not known".to_string(), format::variance);
    view! {
        <td role="cell" class="numeric" data-label="Value">{draw_runs(&[value], &Terms::default())}</td>
        <td role="cell" class="numeric" data-label="Target">{draw_runs(&[target], &Terms::default())}</td>
        <td role="cell" class="numeric" data-label="From target">{variance}</td>
        <td role="cell" data-label="Status">{status_mark(measure.status)}</td>
        <td role="cell" data-label="Short trend">{trend_mark(measure.short_trend)}</td>
        <td role="cell" data-label="Long trend">{trend_mark(measure.long_trend)}</td>
    }
    .into_any()
}

/// A note that explains the shorthand beside some values; nothing if there is none.
pub fn shorthand_used<'v>(values: impl Iterator<Item = &'v Value>) -> AnyView {
    crate::wording::missing::shorthand_used(values).map(|words| view! { <p class="soft">{words}</p> }).into_any()
}
