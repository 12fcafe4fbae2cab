//! Knows: the page on which a file of tables becomes a report: its sections, and what a press there does.
//! Must not know: how a file is read, or what its cells mean (that is `convert`).

mod about;
mod changes;
mod columns;
mod corrections;
mod desk;
mod finish;
mod guesses;
mod questions;
mod site;
mod words;

use crate::convert::conversion::Conversion;
use crate::convert::workbook::{self, Unreadable};
use crate::web::browser::page;
use crate::web::components::links::to_published;
use crate::web::failure::Failure;
use crate::web::local_file::{ForeignFile, ForeignTable, LocalFile, ReportState};
use crate::wording::format::count_of;
use desk::Desk;
use leptos::prelude::*;

/// The page for a file that is no export.
pub fn file_page(file: &ForeignFile) -> AnyView {
    let Some(local) = use_context::<LocalFile>() else { return ().into_any() };
    let kept = local.kept_for(file).and_then(|kept| kept.downcast_ref::<Conversion>().cloned());
    let opened = kept.map_or_else(|| open(file), Ok);
    match opened {
        Ok(conversion) => drawn(Desk::new(conversion, local, file.clone())),
        Err(Unreadable { found, expected }) => {
            let failure = Failure::not_opened("This file is not a report", &file.name, found, expected);
            request_animation_frame(move || local.opened.set(Some(ReportState::Failed(failure))));
            ().into_any()
        }
    }
}

fn open(file: &ForeignFile) -> Result<Conversion, Unreadable> {
    let workbook = match &file.table {
        ForeignTable::File(bytes) => workbook::read(&file.name, bytes)?,
        ForeignTable::Pasted { html, text } => workbook::paste(html.as_deref(), text)?,
    };
    let conversion = Conversion::open(file.name.clone(), workbook);
    if conversion.has_tables() {
        return Ok(conversion);
    }
    Err(Unreadable {
        found: "no table of measures".to_string(),
        expected: "an export (JSON), or a workbook, CSV file or Word document with a table that has a row for each measure, and headings \
                   such as Measure, Actual and Target"
            .to_string(),
    })
}

fn drawn(desk: Desk) -> AnyView {
    page::set_title("From your file to a report – Quarterlight");
    Effect::new(|_| {
        page::say_drawn();
        page::focus_heading_when_drawn();
    });
    let file = desk.conversion.with_untracked(|conversion| conversion.file.clone());
    let status = Memo::new(move |_| {
        let (measures, unclear) = desk.with_draft(|draft| (draft.measures.len(), draft.ledger.not_understood()));
        let understood = format!("{} understood.", count_of(measures, "measure"));
        match unclear {
            0 => format!("{understood} Every cell is placed or left out for a reason."),
            _ => format!("{understood} {} not understood.", count_of(unclear, "cell")),
        }
    });
    view! {
        <main id="main" class="convert" tabindex="-1">
            <p class="way">{to_published()}</p>
            <h1 tabindex="-1">"From your file to a report"</h1>
            <p>
                "The file: " <code>{file}</code>
                ". It is read on this device, and nothing is uploaded. Look over what the page has understood, say what it cannot know, then \
                 open the report in all views and save it."
            </p>
            <p class="showing" role="status" prop:textContent=move || status.get()></p>
            {about::section(desk)}
            {columns::section(desk)}
            {words::section(desk)}
            {questions::section(desk)}
            {guesses::section(desk)}
            {corrections::section(desk)}
            {changes::section(desk)}
            {finish::section(desk)}
        </main>
    }
    .into_any()
}
