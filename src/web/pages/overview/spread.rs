//! Knows: how many measures are how far from their targets, drawn small for a phone, or with a table where there are too many for a mark each.
//! Must not know: how they are counted (that is `picture::spread`).

use crate::picture::spread::{Spread, spread};
use crate::report::MeasureIx;
use crate::web::changing::anew;
use crate::web::components::layout::plain_table;
use crate::web::components::links::to_worst_first;
use crate::web::components::picture::picture;
use crate::web::context::Context;
use leptos::prelude::*;

/// The picture for the first screen of a phone, where there is no room for a mark that can be touched for each measure. It leads to the
/// list of the measures.
pub fn on_a_phone() -> AnyView {
    let context = Context::get();
    let drawn = move || {
        let spread = context.selection.with(|selection| context.with_data(|data| spread(data, &selection.rows)));
        spread
            .map(|one| view! { <a class="on-a-phone" href=to_worst_first()>{picture("spread", &one.picture)}</a> })
            .into_any()
    };
    anew(drawn)
}

/// The picture of many measures, and the same as a table.
pub fn of_many(rows: &[MeasureIx]) -> AnyView {
    let context = Context::get();
    let Some(drawn) = context.with_data(|data| spread(data, rows)) else {
        return view! { <p>"None of these measures can be shown as a percentage of its target."</p> }.into_any();
    };
    view! {
        {picture("spread", &drawn.picture)}
        <p class="key">"Each column is the number of measures that far from their targets, by status. Choose an outcome or a status to see each measure."</p>
        <details><summary>"As a table"</summary>{table(context, &drawn)}</details>
        <p class="as-list"><a href=to_worst_first()>"See this as a list, worst first"</a></p>
    }
    .into_any()
}

fn table(context: Context, drawn: &Spread) -> AnyView {
    let labels: Vec<String> = context
        .with_report(|report| drawn.statuses.iter().map(|status| report.rules.label(*status).to_string()).collect());
    let heads: Vec<&str> = ["Distance from target"].into_iter().chain(labels.iter().map(String::as_str)).collect();
    let rows = drawn.columns.iter().map(|column| {
        let counts = column.counts.iter().map(|count| view! { <td class="numeric">{*count}</td> }).collect_view();
        view! { <tr><th scope="row">{column.words.clone()}</th>{counts}</tr> }
    });
    plain_table(None, "Measures by distance from target", &heads, rows.collect_view().into_any())
}
