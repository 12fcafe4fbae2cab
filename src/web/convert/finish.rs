//! Knows: what a person does with the finished conversion: opens the report in all views, saves it.
//! Must not know: how the export or the site is made.

use super::desk::Desk;
use super::site;
use crate::assess::unpublished;
use crate::encode::slug::slug;
use crate::import;
use crate::report::{Report, Source};
use crate::web::browser::{files, page};
use crate::web::changing::anew;
use crate::web::components::by_hand::by_hand;
use crate::web::components::layout;
use crate::web::local_file::ReportState;
use leptos::prelude::*;
use std::sync::Arc;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    let said = RwSignal::new("");
    let refused: RwSignal<Option<String>> = RwSignal::new(None);
    let open = move || {
        if let Some((report, _)) = export(desk, said) {
            desk.keep();
            let file = desk.conversion.with_untracked(|conversion| conversion.file.clone());
            let data = unpublished::dataset(report, Source::Local { file });
            desk.local.show(ReportState::Ready(Arc::new(data)));
        }
    };
    let save = move || {
        refused.set(None);
        if let Some((report, text)) = export(desk, said)
            && !files::save(&file_name(&report), "application/json", &text)
        {
            said.set(files::REFUSED);
            refused.set(Some(text));
        }
    };
    let progress = RwSignal::new(String::new());
    let save_site = move || {
        if let Some((report, text)) = export(desk, said) {
            let file = file_name(&report);
            leptos::task::spawn_local(site::save(report, text, file, progress));
        }
    };
    let inside = view! {
        <p class="check-buttons">
            {layout::button(Some("main"), Box::new(open), "Open the report with its checks".into_any())}
            {layout::button(None, Box::new(save), "Download the export (JSON)".into_any())}
            {layout::button(None, Box::new(save_site), "Download the site (ZIP)".into_any())}
        </p>
        <p class="soft">
            "The export opens here again, and takes part in next quarter’s. The site is a folder of files for your web team: this page with your              report in it, to be unpacked on any web server."
        </p>
        <p role="status" prop:textContent=move || progress.get()></p>
        <p role="status" prop:textContent=move || said.get()></p>
        {anew(move || refused.get().map(by_hand).into_any())}
        {anew(move || faults(desk))}
    };
    layout::section(Some("convert-part"), "what-to-do-with-it", "Open and save".into_any(), inside.into_any())
}

/// The report and its text; none if something is missing, which is then listed.
fn export(desk: Desk, said: RwSignal<&'static str>) -> Option<(Report, String)> {
    let made = untrack(|| desk.with_draft(|draft| draft.export()));
    let made = made.and_then(|text| match import::report(text.as_bytes()) {
        Ok(report) => Ok((report, text)),
        // It was read back before.
        Err(_) => Err(Vec::new()),
    });
    said.set(if made.is_ok() { "" } else { "The report cannot be made yet. What is missing is listed below." });
    made.map_err(|faults| desk.faults.set(faults)).ok()
}

fn faults(desk: Desk) -> AnyView {
    let faults = desk.faults.get();
    let missing = desk.conversion.with_untracked(|conversion| conversion.answers.missing());
    if faults.is_empty() {
        return ().into_any();
    }
    let missing = missing.into_iter().map(|one| {
        let to = format!("#field-{}", crate::report::Keyword::word(one.field));
        let focus = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            page::focus(&format!("field-{}", crate::report::Keyword::word(one.field)));
        };
        view! { <li><a href=to on:click=focus>{one.field.label()}</a> {(!one.expected.is_empty()).then(|| format!(": {}", one.expected))}</li> }
    });
    let missing = missing.collect_view();
    let of_form = ["$.council", "$.priority", "$.period", "$.publication", "$.id", "$.rules"];
    let rest = faults.into_iter().filter(|one| !of_form.iter().any(|path| one.cell.starts_with(path)));
    let rest = rest.map(|one| view! { <li>{one.to_string()}</li> }).collect_view();
    view! { <ul class="convert-faults">{missing} {rest}</ul> }.into_any()
}

/// The name of the file of an export.
fn file_name(report: &Report) -> String {
    let council = slug(&report.council.name);
    format!("{council}-{}-{}.json", slug(&report.priority.name), report.id)
}
