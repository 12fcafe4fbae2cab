//! Knows: the dialog of what can be downloaded or copied, and how each is saved or put on the clipboard.
//! Must not know: what is in a download (that is `output::download`).

mod chart;
mod offer;

use crate::encode::csv;
use crate::explore::describe;
use crate::output::document::Document;
use crate::output::download::{DownloadSet, figures_csv, file_name, measures_csv, risks_csv, selection_json};
use crate::output::measure_document::measure_document;
use crate::output::selection_document::selection_document;
use crate::web::browser::{files, share};
use crate::web::changing::anew;
use crate::web::components::by_hand::by_hand;
use crate::web::components::dialog::ModalDialog;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::wording::format::count_of;
use leptos::prelude::*;
use offer::{DownloadMessage, group, say_saved, with_download_set};

/// The dialog to download and copy.
#[component]
pub fn Download() -> impl IntoView {
    let context = Context::get();
    let message = RwSignal::new(DownloadMessage::default());
    // A message about one view does not apply to the next.
    Effect::new(move |_| {
        context.state.track();
        message.set(DownloadMessage::default());
    });
    view! {
        <ModalDialog title="Download">
            {anew(move || offers(context, message))}
            <p role="status" class="download-message" prop:textContent=move || message.with(|message| message.words.clone())></p>
            {anew(move || message.with(|message| message.by_hand.clone()).map(by_hand).into_any())}
        </ModalDialog>
    }
}

/// Everything offered for what is shown. Tracked.
fn offers(context: Context, message: RwSignal<DownloadMessage>) -> AnyView {
    let data = context.data();
    context.state.with(|state| {
        with_download_set(&data, state, |set| {
            let quarter = describe::quarter(set.data.report());
            let is_local = set.data.is_local().then(|| {
                view! { <p>"This is a file on your own device and not published. Every download says so."</p> }
            });
            let nothing = set.is_empty().then(|| view! { <p>"There is nothing in this selection."</p> });
            let chart = set.opened_measure().map(|place| chart::offers(context, message, place.row));
            let (tables, json) = (tables(context, message, set), self::data(context, message, set));
            view! {
                <p>"From this view: " <strong>{set.title.clone()}</strong> {format!(" – {quarter}")}</p>
                {is_local}
                {nothing}
                {tables}
                {json}
                {chart}
                {text(context, message, set)}
            }
            .into_any()
        })
    })
}

fn tables(context: Context, message: RwSignal<DownloadMessage>, set: &DownloadSet<'_>) -> AnyView {
    let figures: usize = set.projects.iter().map(|one| one.project.sub_measures.len()).sum();
    let offer = |count: usize, noun: &str, of: &str, part: &'static str, make: fn(&DownloadSet<'_>) -> String| {
        let made = move |set: &DownloadSet<'_>| Some(csv::file(&make(set)));
        let save = move || save(context, message, Some(part), "csv", "text/csv;charset=utf-8", &made);
        (count > 0).then(|| button(None, Box::new(save), format!("{}{of} (CSV)", count_of(count, noun)).into_any()))
    };
    let offers = [
        offer(set.measures.len(), "measure", "", "measures", measures_csv),
        offer(set.risks.len(), "risk", "", "risks", risks_csv),
        offer(figures, "figure", " of projects", "figures", figures_csv),
    ];
    let about = "One row each, in the order shown, after one row of column names. Numbers are plain, with unit, status and the \
                 reason for a missing value in columns of their own; the last column, view_link, is the link to this view.";
    group("Table for spreadsheets", about, offers.into_iter().flatten().collect())
}

fn data(context: Context, message: RwSignal<DownloadMessage>, set: &DownloadSet<'_>) -> AnyView {
    let save = move || save(context, message, None, "json", "application/json", &selection_json);
    let offer = || button(None, Box::new(save), "Data file (JSON)".into_any());
    let offers = (!set.is_empty()).then(offer).into_iter().collect();
    let about = "The same with history and commentary. You can open it here again, under Checks, with “Open a file of your own”.";
    group("Data", about, offers)
}

fn text(context: Context, message: RwSignal<DownloadMessage>, set: &DownloadSet<'_>) -> AnyView {
    let offer = |what: &'static str, make: fn(&DownloadSet<'_>) -> Option<Document>| {
        let copy = move || copy(context, message, what, make);
        vec![button(None, Box::new(copy), format!("Copy {what} (for Word, Teams, e-mail)").into_any())]
    };
    let (offers, about) = if set.opened_measure().is_some() {
        let make: fn(&DownloadSet<'_>) -> _ = |set| Some(measure_document(set, &set.opened_measure()?));
        let about =
            "Value, target, status and why, trends, figures over time, benchmarks and commentary, with the link.";
        (offer("measure", make), about)
    } else if set.is_empty() {
        (Vec::new(), "")
    } else {
        let about = "The summary in sentences and a table with the statuses, with links.";
        (offer("summary", |set| Some(selection_document(set))), about)
    };
    group("Text for documents", about, offers)
}

fn save(
    context: Context,
    message: RwSignal<DownloadMessage>,
    part: Option<&str>,
    ending: &str,
    kind: &str,
    make: &dyn Fn(&DownloadSet<'_>) -> Option<String>,
) {
    let data = context.data();
    let made = context.state.with_untracked(|state| {
        with_download_set(&data, state, |set| Some((file_name(set, part, ending), make(set)?)))
    });
    if let Some((name, text)) = made {
        let is_saved = files::save(&name, kind, &text);
        say_saved(message, &name, is_saved, Some(text));
    }
}

fn copy(
    context: Context,
    message: RwSignal<DownloadMessage>,
    what: &'static str,
    make: fn(&DownloadSet<'_>) -> Option<Document>,
) {
    let data = context.data();
    let made = context.state.with_untracked(|state| {
        with_download_set(&data, state, |set| make(set).map(|document| (document.html(), document.plain_text())))
    });
    let Some((html, text)) = made else { return };
    leptos::task::spawn_local(async move {
        let (words, by_hand) = match share::copy_formatted(&html, &text).await {
            true => (format!("The {what} is on the clipboard: paste it where you want it."), None),
            false => ("The browser does not let this page copy.".to_string(), Some(text)),
        };
        // The reader may have closed the dialog meanwhile.
        message.try_set(DownloadMessage { words, by_hand });
    });
}
