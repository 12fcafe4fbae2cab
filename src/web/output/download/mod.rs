//! Knows: the dialog with what can be taken along, and what becomes of it: a file, or text on the clipboard.
//! Must not know: what is in it (that is `output::download`).

mod chart;
mod offer;

use crate::explore::describe;
use crate::output::document::Document;
use crate::output::download::{DownloadSet, figures_csv, file_name, measures_csv, risks_csv, selection_json};
use crate::output::measure_document::measure_document;
use crate::output::selection_document::selection_document;
use crate::web::browser::{clipboard, files};
use crate::web::components::dialog::ModalDialog;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::wording::format::measures;
use leptos::prelude::*;
use offer::{DownloadMessage, group, say_saved, with_download_set};

/// The dialog.
#[component]
pub fn Download() -> impl IntoView {
    let context = Context::get();
    let message = RwSignal::new(DownloadMessage::default());
    // What came of one view is not said of the next.
    Effect::new(move |_| {
        context.state.track();
        message.set(DownloadMessage::default());
    });
    view! {
        <ModalDialog title="Download">
            {move || offers(context, message)}
            <p role="status" class="download-message">{move || message.with(|message| message.words.clone())}</p>
            {move || message.with(|message| message.by_hand.clone()).map(by_hand).into_any()}
        </ModalDialog>
    }
}

fn by_hand(text: String) -> AnyView {
    view! {
        <label class="by-hand">
            "The text without its form, to copy from here: "
            <textarea readonly rows="8" prop:value=text></textarea>
        </label>
    }
    .into_any()
}

/// Everything that there is to take along of what is shown. Followed.
fn offers(context: Context, message: RwSignal<DownloadMessage>) -> AnyView {
    let data = context.data();
    context.state.with(|state| {
        with_download_set(&data, state, |set| {
            let quarter = describe::quarter(set.data.report());
            let is_local = set.data.is_local().then(|| {
                view! { <p>"It is a file on your own device and not published. What you take along says so."</p> }
            });
            let nothing = set.is_empty().then(|| view! { <p>"There is nothing in this selection."</p> });
            let chart = set.opened_measure().map(|place| chart::offers(context, message, place.row));
            let (tables, json) = (tables(context, message, set), self::data(context, message, set));
            view! {
                <p>"Of what is shown: " <strong>{set.title.clone()}</strong> {format!(" – {quarter}")}</p>
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
    let [of_measures, of_risks] = [set.measures.len(), set.risks.len()];
    let offer = |count: usize, words: String, part: &'static str, make: fn(&DownloadSet<'_>) -> String| {
        // Spreadsheet programs take a file without the mark at its start for one in another encoding.
        let made = move |set: &DownloadSet<'_>| Some(format!("\u{feff}{}", make(set)));
        let save = move || save(context, message, Some(part), "csv", "text/csv;charset=utf-8", &made);
        (count > 0).then(|| button(None, Box::new(save), words.into_any()))
    };
    let of_one = |count, one: &'static str, many: &'static str| if count == 1 { one } else { many };
    let offers = [
        offer(of_measures, format!("{of_measures} {} (CSV)", measures(of_measures)), "measures", measures_csv),
        offer(of_risks, format!("{of_risks} {} (CSV)", of_one(of_risks, "risk", "risks")), "risks", risks_csv),
        offer(
            figures,
            format!("{figures} {} of projects (CSV)", of_one(figures, "figure", "figures")),
            "figures",
            figures_csv,
        ),
    ];
    let about = "One row each, in the order shown, after one row of column names. Numbers are plain, with unit, status and the \
                 reason for a missing value in columns of their own; the last column, view_link, is the link to this view. A text \
                 that a spreadsheet would take for a formula has an apostrophe in front.";
    group("Table for spreadsheets", about, offers.into_iter().flatten().collect())
}

fn data(context: Context, message: RwSignal<DownloadMessage>, set: &DownloadSet<'_>) -> AnyView {
    let save = move || save(context, message, None, "json", "application/json", &selection_json);
    let offers = if set.is_empty() {
        Vec::new()
    } else {
        vec![button(None, Box::new(save), "Selection as data (JSON)".into_any())]
    };
    let about = "The same with history and commentary, as an export of its own: this explorer opens it again, under Checks, with \
                 “Open a file of your own”.";
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
            "Value, target, status and why, trends, values over time, benchmarks and commentary, with the link.";
        (offer("measure", make), about)
    } else if set.is_empty() {
        (Vec::new(), "")
    } else {
        let about = "The summary in sentences and a table with the statuses, with links.";
        (offer("summary", |set| Some(selection_document(set))), about)
    };
    group("Text for documents", about, offers)
}

/// Gives the reader a file of text.
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
        files::save(&name, kind, &text);
        say_saved(message, &name);
    }
}

/// Puts a text on the clipboard.
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
        let done = clipboard::copy(&html, &text).await;
        let said = match done {
            true => DownloadMessage {
                words: format!("The {what} is on the clipboard: paste it where you want it."),
                by_hand: None,
            },
            false => {
                DownloadMessage { words: "The browser does not let this page copy.".to_string(), by_hand: Some(text) }
            }
        };
        // The reader may have closed the dialog meanwhile.
        message.try_set(said);
    });
}
