//! Knows: how findings are shown, and what could not be checked; how a reader takes the findings along.
//! Must not know: what is checked, or how.

use crate::checks::{About, CheckReport, Finding, Kind, Total, UncheckedGroup, output};
use crate::explore::describe;
use crate::explore::view_state::Detail;
use crate::report::Keyword;
use crate::web::browser::{files, page};
use crate::web::components::facets::Chosen;
use crate::web::components::findings::finding;
use crate::web::components::layout::{RegionName, button, scrolls};
use crate::web::components::links::to_makers;
use crate::web::components::open_file::OpenFile;
use crate::web::context::Context;
use crate::wording::format::capital;
use leptos::prelude::*;

/// How many findings of a kind are drawn; the list to take along has them all.
const DRAWN: usize = 200;

/// What in this export does not add up.
#[component]
pub fn ChecksPage() -> impl IntoView {
    let context = Context::get();
    let count = move || match context.with_checked(|checked| checked.findings.len()) {
        None => "Checking…".to_string(),
        Some(0) => "Nothing was found that does not add up.".to_string(),
        Some(1) => "1 finding.".to_string(),
        Some(count) => format!("{count} findings."),
    };
    let kinds = move || context.with_checked(|checked| findings_by_kind(&checked.findings));
    let tried = move || context.with_checked(|checked| view! { {totals(checked)} {not_checked(checked)} }.into_any());
    view! {
        <h1 tabindex="-1">"Checks"</h1>
        <p class="lead">
            "Statuses, trends, summaries and movements are worked out again from the figures of this export, by its own rules, and \
             benchmarks are held against the period of the value. What is published stays as it is; what differs, or can hardly be right, is listed here."
        </p>
        <Chosen/>
        <p class="showing" role="status">{move || count()}</p>
        <p class="take-along">
            {button(None, Box::new(move || save(context)), "Download the findings (CSV)".into_any())}
            {button(None, Box::new(page::print), "Print".into_any())}
            <OpenFile/>
        </p>
        <p class="soft own-file">
            "Check a report of your own before you publish it: open its export, or drop it anywhere on this page. It is read on this \
             device and uploaded nowhere. " {to_makers("How to make an export, with examples")}
        </p>
        {move || kinds()}
        {move || tried()}
    }
}

/// The findings as a file.
fn save(context: Context) {
    let data = context.data();
    let Some(text) =
        untrack(|| context.with_checked(|checked| output::findings_csv(&checked.findings, &describe::origin(&data))))
    else {
        return;
    };
    // Spreadsheet programs take a file without this mark for one in another encoding.
    let text = format!("\u{feff}{text}");
    let start = if data.is_local() { "local-file-not-published-" } else { "" };
    files::save(&format!("{start}checks-{}.csv", data.report().id), "text/csv;charset=utf-8", &text);
}

fn findings_by_kind(findings: &[Finding]) -> AnyView {
    let of_kind = |kind: Kind| findings.iter().filter(move |finding| finding.kind == kind);
    Kind::ALL
        .iter()
        .filter(|kind| of_kind(**kind).next().is_some())
        .map(|&kind| {
            let count = of_kind(kind).count();
            let more = count.saturating_sub(DRAWN);
            let more = (more > 0).then(|| view! { <p>{format!("And {more} more, in the list to download.")}</p> });
            view! {
                <section class="kind" aria-labelledby=kind.word()>
                    <h2 id=kind.word()>{format!("{} ({count})", kind.label())}</h2>
                    <p class="soft">{kind.meaning()}</p>
                    <ul class="findings">{of_kind(kind).take(DRAWN).map(|one| finding(one, true)).collect_view()}</ul>
                    {more}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

/// What could not be checked, by its code or name alone.
fn in_short(about: &About) -> AnyView {
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
    let rows = totals.iter().filter(|total| total.kind != Kind::Benchmark).map(row).collect_view();
    // Nothing is published about them that could be worked out again.
    let benchmarks = totals.iter().find(|total| total.kind == Kind::Benchmark).map(|total| {
        format!(
            "Of {} benchmarks {} are for the period of the value and {} are not; of {} the period is not stated.",
            total.all(),
            total.agree,
            total.differ,
            total.not_checked
        )
    });
    let heads = COLUMNS.iter().map(|label| view! { <th scope="col" role="columnheader" class="numeric">{*label}</th> });
    view! {
        <section aria-labelledby="worked-out-again">
            <h2 id="worked-out-again">"What was worked out again"</h2>
            {scrolls(RegionName::By("Totals".to_string()), view! {
                <table class="totals cards" role="table">
                    <thead role="rowgroup">
                        <tr role="row"><th scope="col" role="columnheader">"What"</th>{heads.collect_view()}</tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            }.into_any())}
            {benchmarks.map(|words| view! { <p>{words}</p> })}
        </section>
    }
    .into_any()
}

/// The columns of the totals after the first.
const COLUMNS: [&str; 4] = ["In this export", "As published", "Different", "Not recomputable"];

fn not_checked(checked: &CheckReport) -> AnyView {
    let groups = checked.not_checked();
    let item = |group: UncheckedGroup| {
        let words = format!("{} of {} {}: ", group.count, group.of, group.kind.counted());
        let named = group.about.len();
        let names = group.about.iter().take(DRAWN).map(|one| view! { <li>{in_short(one)}</li> }).collect_view();
        let more = named.saturating_sub(DRAWN);
        let more = (more > 0).then(|| view! { <li>{format!("and {more} more")}</li> });
        view! {
            <li>
                <strong>{words}</strong> {group.reason.trim_end_matches('.').to_string()} "."
                <details>
                    <summary>"Which"<span class="visually-hidden">" "{group.kind.counted()}</span></summary>
                    <ul class="inline">{names} {more}</ul>
                </details>
            </li>
        }
    };
    let nothing = groups.is_empty().then(|| view! { <p>"Everything that can be worked out again was."</p> });
    view! {
        <section aria-labelledby="not-checked">
            <h2 id="not-checked">"What could not be checked"</h2>
            {nothing}
            <ul class="not-checked">{groups.into_iter().map(item).collect_view()}</ul>
            <p class="soft">
                "Never checked here: whether the words of the commentary agree with the figures, and whether the figures agree with \
                 the council’s own records."
            </p>
        </section>
    }
    .into_any()
}
