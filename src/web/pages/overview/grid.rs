//! Knows: how statuses by long trend are shown as a grid of links.
//! Must not know: which measures are in a cell.

use crate::assess::summary::{GridCell, by_status_and_long_trend};
use crate::assess::trend::long_trends_unchecked;
use crate::report::Status;
use crate::web::changing::anew;
use crate::web::components::badges::status_word;
use crate::web::components::layout::{RegionName, scrolls, section};
use crate::web::components::links::count_link;
use crate::web::components::sentences::selection_sentences;
use crate::web::context::Context;
use crate::wording::format;
use leptos::prelude::*;

/// So many codes fit into a cell.
const CODES: usize = 12;

/// Statuses by long trend.
#[component]
pub fn StatusByTrend() -> impl IntoView {
    let context = Context::get();
    let table = move || {
        let rows = context
            .with_data(|data| context.selection.with(|selection| by_status_and_long_trend(data, &selection.rows)));
        let heads = rows.first().map(|(_, cells)| cells.iter().map(|cell| cell.trend).collect::<Vec<_>>());
        let heads = heads.unwrap_or_default().into_iter().map(|trend| view! { <th scope="col">{trend.label()}</th> });
        let rows = rows.into_iter().map(|(status, cells)| row(status, cells));
        let table = view! {
            <table class="grid">
                <caption class="visually-hidden">"Measures by status and long trend"</caption>
                <thead><tr><th scope="col">"Status"</th>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        };
        scrolls(RegionName::ByHeading("status-by-trend"), table.into_any())
    };
    let inside = view! {
        {anew(table)}
        {anew(unknown)}
        <details>
            <summary>"In sentences"</summary>
            {anew(selection_sentences)}
        </details>
    };
    section(Some("by-trend"), "status-by-trend", "Status by long trend".into_any(), inside.into_any())
}

fn row(status: Status, cells: Vec<GridCell>) -> AnyView {
    let label = Context::get().with_report(|report| format::lower_case(report.rules.label(status)));
    let cells = cells.into_iter().map(|cell| {
        let count = cell.codes.len();
        let what = format!("{label}, long trend: {}", format::lower_case(cell.trend.label()));
        let left = count.saturating_sub(CODES);
        let mut codes = cell.codes.into_iter().take(CODES).collect::<Vec<_>>().join(", ");
        if left > 0 {
            codes.push_str(&format!(" and {left} more"));
        }
        view! {
            <td>
                {count_link(count, what, cell.choices.to_vec())}
                <span class="codes">{codes}</span>
            </td>
        }
    });
    view! { <tr><th scope="row">{status_word(status)}</th>{cells.collect_view()}</tr> }.into_any()
}

/// What these figures cannot tell.
fn unknown() -> AnyView {
    let context = Context::get();
    let data = context.data();
    let unchecked = long_trends_unchecked(context.selected_measures(&data), &data.report().rules);
    let trends = match unchecked {
        0 => String::new(),
        1 => "We could not check 1 long trend: the report does not hold all the figures it needs. ".to_string(),
        many => format!("We could not check {many} long trends: the report does not hold all the figures they need. "),
    };
    let is_alone = context.catalogue().is_none_or(|catalogue| catalogue.quarters.len() < 2) || data.is_local();
    let quarters =
        is_alone.then_some("This site has no earlier quarter, so the page cannot show which statuses have changed.");
    view! { <p class="soft">{trends} {quarters}</p> }.into_any()
}
