//! Knows: how the measures of a pack are shown quarter by quarter, in a table on a sheet of its own.
//! Must not know: what stands in the column of another quarter.

use super::part::Part;
use crate::explore::view_state::ListColumn;
use crate::report::{Dataset, MeasureIx};
use crate::web::changing::anew;
use crate::web::components::badges::status_shape;
use crate::web::components::layout::{RegionName, heading, scrolls, table_name};
use crate::web::context::Context;
use crate::web::doors::QuarterColumn;
use crate::wording::{format, origin};
use leptos::prelude::*;
use std::sync::Arc;

const NAME: &str = "Quarter by quarter";

/// The table, where the list has columns for other quarters.
pub fn by_quarter(data: &Arc<Dataset>, part: &Part<'_>) -> AnyView {
    if !part.item.columns.has(ListColumn::Quarters) {
        return ().into_any();
    }
    let parts = Context::get().parts.changes;
    let (data, rows, level) = (data.clone(), part.contents.rows(), part.place.level);
    parts.want();
    let table = move || match parts.get().map(|changes| (changes.columns)()) {
        None => view! { <p>"The other quarters are loading."</p> }.into_any(),
        Some(columns) if columns.is_empty() => view! { <p>"There is no other quarter."</p> }.into_any(),
        Some(columns) => scrolls(RegionName::By(NAME.to_string()), table(&data, &rows, columns)),
    };
    view! { <section class="pack-quarters">{heading(level, NAME.into_any())} {anew(table)}</section> }.into_any()
}

fn table(data: &Arc<Dataset>, rows: &[MeasureIx], mut columns: Vec<QuarterColumn>) -> AnyView {
    let of_data = data.clone();
    columns.push(QuarterColumn { period: data.report().period, cell: Arc::new(move |row| now(&of_data, row)) });
    columns.sort_by_key(|column| column.period.order());
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

/// The value in the quarter that is shown.
fn now(data: &Dataset, row: MeasureIx) -> AnyView {
    let Some(place) = data.measure(row) else { return ().into_any() };
    let status = place.measure.status;
    let label = origin::with_remark(data.report().rules.label(status.word()), status);
    view! {
        {status_shape(status.word())}
        <span class="visually-hidden">{label} " "</span>
        {format::value(&place.measure.value, &place.measure.unit)}
    }
    .into_any()
}
