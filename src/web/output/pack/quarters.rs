//! Knows: how the measures of a pack are shown quarter by quarter, in a table on a sheet of its own.
//! Must not know: what stands in the column of another quarter.

use super::charts::Drawings;
use super::part::Part;
use crate::explore::view_state::ListColumn;
use crate::report::{Dataset, MeasureIx};
use crate::web::components::layout::{RegionName, heading, scrolls, table_name};
use crate::web::context::Context;
use crate::web::doors::QuarterColumn;
use leptos::prelude::*;
use std::sync::Arc;

const NAME: &str = "Quarter by quarter";

/// The table, where the list has columns for other quarters.
pub fn by_quarter(data: &Arc<Dataset>, part: &Part<'_>, drawings: Drawings) -> AnyView {
    if !part.item.columns.has(ListColumn::Quarters) {
        return ().into_any();
    }
    let parts = Context::get().parts.changes;
    let (data, rows, level) = (data.clone(), part.contents.rows(), part.place.level);
    let columns = Memo::new_with_compare(move |_| parts.get().map(|changes| (changes.columns)()), |_, _| true);
    // The pack is not ready before the figures are there.
    let waits = Memo::new(move |_| match columns.get() {
        Some(columns) => columns.iter().any(|column| (column.is_waiting)()),
        None => !parts.has_failed(),
    });
    Effect::new(move |waited: Option<bool>| {
        let now = waits.get();
        match (waited.unwrap_or(false), now) {
            (false, true) => drawings.update(|charts| charts.tables += 1),
            (true, false) => drawings.update(|charts| charts.tables = charts.tables.saturating_sub(1)),
            _ => {}
        }
        now
    });
    let table = parts.show_quietly("", move |_| match columns.get() {
        None => ().into_any(),
        Some(columns) if columns.is_empty() => view! { <p>"There is no other quarter."</p> }.into_any(),
        Some(columns) => scrolls(RegionName::By(NAME.to_string()), table(&data, &rows, columns)),
    });
    view! { <section class="pack-quarters">{heading(level, NAME.into_any())} {table}</section> }.into_any()
}

fn table(data: &Arc<Dataset>, rows: &[MeasureIx], columns: Vec<QuarterColumn>) -> AnyView {
    let heads = columns.iter().map(|column| view! { <th scope="col">{column.period.short()}</th> });
    let bodies = rows.iter().filter_map(|row| {
        let measure = data.measure(*row)?.measure;
        let cells = columns.iter().map(|column| view! { <td>{(column.cell)(*row)}</td> });
        Some(view! {
            <tr>
                <th scope="row"><span class="code">{measure.code.clone()}</span> " " {measure.name.clone()}</th>
                {cells.collect_view()}
            </tr>
        })
    });
    view! {
        <table class="quarters-table">
            {table_name(NAME)}
            <thead><tr><th scope="col">"Measure"</th>{heads.collect_view()}</tr></thead>
            <tbody>{bodies.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
