//! Knows: how all measures are shown over the quarters of a site in one table, which prints on a sheet and is saved as CSV.
//! Must not know: which measures are the same.

use super::by_quarter::latest_of;
use super::links::{link_in, linked};
use crate::compare::over_quarters;
use crate::encode::csv;
use crate::explore::describe;
use crate::explore::filter::Narrowing;
use crate::explore::view_state::Detail;
use crate::picture::glyph::Glyph;
use crate::report::{Dataset, Entry, Keyword, Measure};
use crate::web::browser::files;
use crate::web::changing::anew;
use crate::web::components::beside::{MOST_BESIDE, figures_of};
use crate::web::components::by_hand::by_hand;
use crate::web::components::layout::{RegionName, button, scrolls, table_name};
use crate::web::components::picture::glyph;
use crate::web::context::Context;
use crate::web::quarters::Figures;
use crate::wording::{format, origin};
use leptos::prelude::*;
use std::sync::Arc;

/// The table, folded: the figures of all quarters are fetched when it is opened.
pub fn over_quarters() -> AnyView {
    let is_open = RwSignal::new(false);
    view! {
        <details class="over-quarters" on:toggle=move |_| is_open.set(true)>
            <summary>"Every measure, quarter by quarter"</summary>
            {anew(move || is_open.get().then(all_quarters).into_any())}
        </details>
    }
    .into_any()
}

fn all_quarters() -> AnyView {
    let context = Context::get();
    let mut entries: Vec<Entry> = context
        .catalogue()
        .and_then(|catalogue| {
            context.with_data(|data| {
                let shown = data.published()?;
                Some(catalogue.series(shown).chain([shown]).cloned().collect())
            })
        })
        .unwrap_or_default();
    entries.sort_by_key(|entry| entry.period.order());
    let all = entries.len();
    let first = all.saturating_sub(MOST_BESIDE);
    let figures: Vec<_> = entries.split_off(first).iter().map(figures_of).collect();
    let found = anew(move || {
        let mut quarters = Vec::new();
        for one in &figures {
            match one.get() {
                Figures::Ready(quarter) => quarters.push(quarter),
                Figures::Waiting => {
                    return view! { <p class="waiting" role="status">"Loading the quarters…"</p> }.into_any();
                }
                Figures::Failed(failure) => {
                    let words = failure.what.join(" ");
                    return view! { <p role="alert">"Not all quarters could be loaded. " {words} " " <a href="">"Try again"</a></p> }
                        .into_any();
                }
            }
        }
        table(&quarters)
    });
    view! { {latest_of(all)} {found} }.into_any()
}

fn table(quarters: &[Arc<Dataset>]) -> AnyView {
    let context = Context::get();
    let filter = context.state.with(|state| state.shown.filter.effective(Narrowing::OF_QUARTERS));
    let rows = over_quarters::kept(over_quarters::rows(quarters), quarters, &filter);
    let heads = quarters.iter().map(|quarter| view! { <th scope="col">{quarter.report().period.short()}</th> });
    let bodies = rows.iter().map(|row| {
        let latest = row.latest(quarters);
        let name =
            latest.map(|measure| view! { <span class="code">{measure.code.clone()}</span> " " {measure.name.clone()} });
        let cells = quarters.iter().enumerate().map(|(at, quarter)| match row.measure(at, quarters) {
            Some(measure) => cell(quarter, measure),
            None => {
                view! { <td class="soft">"–"<span class="visually-hidden">" not in this report"</span></td> }.into_any()
            }
        });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    });
    let table = view! {
        <table class="quarters-table">
            {table_name("Every measure, quarter by quarter")}
            <thead><tr><th scope="col">"Measure"</th>{heads.collect_view()}</tr></thead>
            <tbody>{bodies.collect_view()}</tbody>
        </table>
    };
    let refused = RwSignal::new(None);
    let text = over_quarters::csv(&rows, quarters, &context.with_data(describe::origin));
    let save = move || {
        let marked = csv::file(&text);
        let saved = files::save("quarter-by-quarter.csv", "text/csv;charset=utf-8", &marked);
        refused.set((!saved).then_some(marked));
    };
    view! {
        <p>{button(None, Box::new(save), "Download the table (CSV)".into_any())}</p>
        <p role="status" prop:textContent=move || if refused.with(Option::is_some) { files::REFUSED } else { "" }></p>
        {anew(move || refused.get().map(by_hand).into_any())}
        {scrolls(RegionName::By("Every measure, quarter by quarter".to_string()), table.into_any())}
    }
    .into_any()
}

fn cell(quarter: &Dataset, measure: &Measure) -> AnyView {
    let detail = Detail::Measure(measure.code.clone());
    let to = link_in(quarter, move |state| state.opening(detail.clone()));
    view! { <td>{linked(to, value_with_status(quarter, measure))}</td> }.into_any()
}

/// The value of a measure in a quarter after the shape of its status.
pub fn value_with_status(quarter: &Dataset, measure: &Measure) -> AnyView {
    let status = measure.status();
    // A status that the report does not publish says so, as everywhere.
    let label = origin::with_remark(quarter.report().rules.label(status), measure.status);
    view! {
        {glyph(format!("shape shape-{}", status.word()), Glyph::Status(status), "14")}
        <span class="visually-hidden">{label} " "</span>
        {format::value(&measure.value, &measure.unit)}
    }
    .into_any()
}
