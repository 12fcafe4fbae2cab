//! Knows: how it is shown what is different from the export before, what was left out, and what was read otherwise than it is written.
//! Must not know: how these were found.

use super::desk::Desk;
use crate::web::changing::anew;
use crate::web::components::layout::{self, RegionName, plain_table, scrolls};
use crate::wording::format::count_of;
use leptos::prelude::*;

/// So many rows of each table are drawn.
const DRAWN: usize = 200;

/// The sections, as far as there is something to tell.
pub fn section(desk: Desk) -> AnyView {
    view! { {anew(move || changes(desk))} {anew(move || left_out(desk))} {anew(move || readings(desk))} }.into_any()
}

/// What is different from the export before.
fn changes(desk: Desk) -> AnyView {
    let rows: Vec<[String; 4]> = desk.with_draft(|draft| {
        let changes = draft.changes.iter().map(|change| {
            let what =
                if change.code.is_empty() { change.name.clone() } else { format!("{} {}", change.code, change.name) };
            [change.kind.label().to_string(), what, change.was.clone(), change.now.clone()]
        });
        changes.collect()
    });
    if rows.is_empty() {
        return ().into_any();
    }
    let heading = format!("What is different from last quarter ({})", rows.len());
    let name = "What is different from last quarter";
    let table = table(name, &["What", "Measure", "Was", "Is"], rows);
    layout::section(Some("convert-part"), "what-is-different", heading.into_any(), table)
}

/// What was left out, with the reason.
fn left_out(desk: Desk) -> AnyView {
    let rows: Vec<[String; 4]> = desk.with_draft(|draft| draft.left_out());
    if rows.is_empty() {
        return ().into_any();
    }
    let summary = format!("{} left out, with the reason for each", count_of(rows.len(), "cell"));
    let table = table("What was left out", &["Sheet", "Cell", "Text", "Why"], rows);
    view! { <details class="convert-part"><summary>{summary}</summary>{table}</details> }.into_any()
}

/// What was read differently from how it is written.
fn readings(desk: Desk) -> AnyView {
    let remarks = desk.conversion.with(|conversion| conversion.workbook.remarks.clone());
    let read = desk.with_draft(|draft| draft.read_otherwise());
    if remarks.is_empty() && read.is_empty() {
        return ().into_any();
    }
    let lines = remarks.into_iter().chain(read).map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <details class="convert-part"><summary>"What was read differently from how it is written"</summary><ul>{lines}</ul></details> }
        .into_any()
}

fn table(name: &'static str, heads: &[&str], rows: Vec<[String; 4]>) -> AnyView {
    let more = rows.len().saturating_sub(DRAWN);
    let rows = rows.into_iter().take(DRAWN).map(|[first, second, third, fourth]| {
        view! { <tr><th scope="row">{first}</th><td>{second}</td><td>{third}</td><td>{fourth}</td></tr> }
    });
    let table = plain_table(None, name, heads, rows.collect_view().into_any());
    let more = (more > 0).then(|| view! { <p class="soft">{format!("and {more} more")}</p> });
    view! { {scrolls(RegionName::By(name.to_string()), table)} {more} }.into_any()
}
