//! Knows: how findings are shown and downloaded, and what could not be checked.
//! Must not know: what is checked, or how.

use crate::checks::{About, CheckReport, Kind, Total, UncheckedGroup, output};
use crate::explore::describe;
use crate::explore::view_state::Detail;
use crate::web::browser::{files, page};
use crate::web::changing::anew;
use crate::web::components::by_hand::by_hand;
use crate::web::components::facets::Chosen;
use crate::web::components::findings::grouped;
use crate::web::components::layout::{RegionName, button, card_heads, card_table, scrolls, section};
use crate::web::components::links::to_makers;
use crate::web::components::open_file::OpenFile;
use crate::web::context::Context;
use crate::wording::format::{capital, count_of};
use leptos::prelude::*;

/// At most this many names are listed for each reason.
const DRAWN: usize = 200;

/// The columns of the totals after the first.
const COLUMNS: [&str; 4] = ["In this export", "As published", "Different", "Could not be checked"];

/// The view of the findings.
#[component]
pub fn ChecksPage() -> impl IntoView {
    let context = Context::get();
    let count = move || match context.with_checked(|checked| checked.findings.len()) {
        None => "Checking…".to_string(),
        Some(0) => "No problems found.".to_string(),
        Some(count) => format!("{}.", count_of(count, "finding")),
    };
    let kinds = move || context.with_checked(|checked| grouped(&checked.findings.iter().collect::<Vec<_>>(), true));
    let refused = RwSignal::new(None);
    let download = move || refused.set(save(context).err());
    let coverage =
        move || context.with_checked(|checked| view! { {totals(checked)} {not_checked(checked)} }.into_any());
    view! {
        <h1 tabindex="-1">"Checks"</h1>
        <p class="lead">
            "We recalculate every status and trend from the published figures and list anything that does not match. The \
             published figures are never changed."
        </p>
        <Chosen/>
        <p class="showing" role="status" prop:textContent=count></p>
        <p class="check-buttons">
            {button(None, Box::new(download), "Download the findings (CSV)".into_any())}
            {button(None, Box::new(page::print), "Print".into_any())}
            <OpenFile/>
        </p>
        <p role="status" prop:textContent=move || if refused.with(Option::is_some) { files::REFUSED } else { "" }></p>
        {anew(move || refused.get().map(by_hand).into_any())}
        {anew(move || kinds().into_any())}
        <p class="soft own-file">
            "Check a report of your own before you publish it: open its export, or the workbook (XLSX, ODS), CSV file or Word document that \
             you have, which becomes one here. You can also drop it anywhere on this page, or paste a table that you have copied. \
             It is read on this device and not uploaded. " {to_makers("How to make an export, with examples")}
        </p>
        {anew(move || coverage().into_any())}
    }
}

/// Downloads the findings. If the browser refuses, their text.
fn save(context: Context) -> Result<(), String> {
    let data = context.data();
    let csv = |checked: &CheckReport| output::findings_csv(&checked.findings, &describe::origin(&data));
    let Some(text) = untrack(|| context.with_checked(csv)) else { return Ok(()) };
    // Without this mark, spreadsheet programs assume another encoding.
    let text = format!("\u{feff}{text}");
    let start = if data.is_local() { "local-file-not-published-" } else { "" };
    match files::save(&format!("{start}checks-{}.csv", data.report().id), "text/csv;charset=utf-8", &text) {
        true => Ok(()),
        false => Err(text),
    }
}

/// What could not be checked, by its code or name.
fn short_name(about: &About) -> AnyView {
    let (_, name) = about.thing_and_name();
    let name = name.to_string();
    let opened = match about {
        About::Measure { .. } => Detail::Measure(name.clone()),
        About::Risk { .. } => Detail::Risk(name.clone()),
        _ => return name.into_any(),
    };
    view! { <a href=Context::get().link_to(opened)>{name}</a> }.into_any()
}

fn totals(checked: &CheckReport) -> AnyView {
    let totals = checked.totals();
    let row = |total: &Total| {
        let cells = COLUMNS.iter().zip([total.all(), total.agree, total.differ, total.not_checked]);
        let cells =
            cells.map(|(label, count)| view! { <td role="cell" class="numeric" data-label=*label>{count}</td> });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{capital(total.kind.counted())}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    // Benchmarks come after the table; of withheld values there is only what was not looked at.
    let is_row = |total: &&Total| !matches!(total.kind, Kind::Benchmark | Kind::Recoverable);
    let rows = totals.iter().filter(is_row).map(row).collect_view();
    // Nothing is published about benchmarks that could be worked out again.
    let benchmarks = totals.iter().find(|total| total.kind == Kind::Benchmark).map(|total| {
        let Total { agree, differ, not_checked, .. } = *total;
        let are = |count: usize| if count == 1 { "is" } else { "are" };
        format!(
            "Of {}, {agree} {} for the same period as the value and {differ} {} not; for {not_checked} the report does not give the \
             period.",
            count_of(total.all(), "benchmark"),
            are(agree),
            are(differ),
        )
    });
    let heads = view! { {card_heads(&["What"], false)} {card_heads(&COLUMNS, true)} };
    let bodies = view! { <tbody role="rowgroup">{rows}</tbody> };
    let table = card_table(
        "totals cards",
        "What was recalculated, and how often it differs",
        heads.into_any(),
        bodies.into_any(),
    );
    let inside = view! {
        {scrolls(RegionName::By("Totals".to_string()), table)}
        {benchmarks.map(|words| view! { <p>{words}</p> })}
    };
    section(None, "worked-out-again", "What was recalculated".into_any(), inside.into_any())
}

fn not_checked(checked: &CheckReport) -> AnyView {
    let groups = checked.not_checked();
    let item = |group: UncheckedGroup| {
        let words = format!("{} of {} {}: ", group.count, group.of, group.kind.counted());
        let names = group.about.iter().take(DRAWN).map(|one| view! { <li>{short_name(one)}</li> }).collect_view();
        let more = group.about.len().saturating_sub(DRAWN);
        let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
        view! {
            <li>
                <strong>{words}</strong> {group.reason.trim_end_matches('.').to_string()} "."
                <details>
                    <summary>"Show which"<span class="visually-hidden">" "{group.kind.counted()}</span></summary>
                    <ul class="inline">{names} {more}</ul>
                </details>
            </li>
        }
    };
    let nothing = groups.is_empty().then(|| view! { <p>"Everything that could be recalculated was."</p> });
    let inside = view! {
        {nothing}
        <ul class="not-checked">{groups.into_iter().map(item).collect_view()}</ul>
        <p class="soft">
            "What is never checked: whether the words of the commentary agree with the figures, and whether the figures agree with \
             the council’s own records."
        </p>
    };
    section(None, "not-checked", "What could not be checked".into_any(), inside.into_any())
}
