//! Knows: the dialog with what can be taken along, and what becomes of it: a file, or text on the clipboard.
//! Must not know: what is in it (that is `hand_over` of the core).

mod chart;
mod offer;

use crate::explore::describe;
use crate::output::document::Document;
use crate::output::download::{Taken, figures_csv, file_name, measures_csv, risks_csv, selection_json};
use crate::output::measure_document::measure_document;
use crate::output::selection_document::selection_document;
use crate::web::browser::{clipboard, files};
use crate::web::components::dialog::ModalDialog;
use crate::web::components::layout::button;
use crate::web::context::Shared;
use crate::wording::format::measures;
use leptos::prelude::*;
use offer::{Came, group, say_saved, with_taken};

/// The dialog.
#[component]
pub fn Download() -> impl IntoView {
    let shared = Shared::get();
    let came = RwSignal::new(Came::default());
    // What came of one view is not said of the next.
    Effect::new(move |_| {
        shared.state.track();
        came.set(Came::default());
    });
    view! {
        <ModalDialog title="Download">
            {move || offers(shared, came)}
            <p role="status" class="came">{move || came.with(|came| came.words.clone())}</p>
            {move || came.with(|came| came.by_hand.clone()).map(by_hand).into_any()}
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
fn offers(shared: Shared, came: RwSignal<Came>) -> AnyView {
    let data = shared.data();
    shared.state.with(|state| {
        with_taken(&data, state, |taken| {
            let quarter = describe::quarter(taken.report());
            let is_local = taken.data.is_local().then(|| {
                view! { <p>"It is a file on your own device and not published. What you take along says so."</p> }
            });
            let nothing = taken.is_empty().then(|| view! { <p>"There is nothing in this selection."</p> });
            let chart = taken.opened_measure().map(|place| chart::offers(shared, came, place.row));
            let (tables, json) = (tables(shared, came, taken), self::data(shared, came, taken));
            view! {
                <p>"Of what is shown: " <strong>{taken.title.clone()}</strong> {format!(" – {quarter}")}</p>
                {is_local}
                {nothing}
                {tables}
                {json}
                {chart}
                {text(shared, came, taken)}
            }
            .into_any()
        })
    })
}

fn tables(shared: Shared, came: RwSignal<Came>, taken: &Taken<'_>) -> AnyView {
    let figures: usize = taken.projects.iter().map(|one| one.project.sub_measures.len()).sum();
    let [of_measures, of_risks] = [taken.measures.len(), taken.risks.len()];
    let offer = |count: usize, words: String, part: &'static str, make: fn(&Taken<'_>) -> String| {
        // Spreadsheet programs take a file without the mark at its start for one in another encoding.
        let made = move |taken: &Taken<'_>| Some(format!("\u{feff}{}", make(taken)));
        let save = move || save(shared, came, Some(part), "csv", "text/csv;charset=utf-8", &made);
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

fn data(shared: Shared, came: RwSignal<Came>, taken: &Taken<'_>) -> AnyView {
    let save = move || save(shared, came, None, "json", "application/json", &selection_json);
    let offers = if taken.is_empty() {
        Vec::new()
    } else {
        vec![button(None, Box::new(save), "Selection as data (JSON)".into_any())]
    };
    let about = "The same with history and commentary, as an export of its own: this explorer opens it again, under Checks, with \
                 “Open a file of your own”.";
    group("Data", about, offers)
}

fn text(shared: Shared, came: RwSignal<Came>, taken: &Taken<'_>) -> AnyView {
    let offer = |what: &'static str, make: fn(&Taken<'_>) -> Option<Document>| {
        let copy = move || copy(shared, came, what, make);
        vec![button(None, Box::new(copy), format!("Copy {what} (for Word, Teams, e-mail)").into_any())]
    };
    let (offers, about) = if taken.opened_measure().is_some() {
        let make: fn(&Taken<'_>) -> _ = |taken| Some(measure_document(taken, &taken.opened_measure()?));
        let about =
            "Value, target, status and why, trends, values over time, benchmarks and commentary, with the link.";
        (offer("measure", make), about)
    } else if taken.is_empty() {
        (Vec::new(), "")
    } else {
        let about = "The summary in sentences and a table with the statuses, with links.";
        (offer("summary", |taken| Some(selection_document(taken))), about)
    };
    group("Text for documents", about, offers)
}

/// Gives the reader a file of text.
fn save(
    shared: Shared,
    came: RwSignal<Came>,
    part: Option<&str>,
    ending: &str,
    kind: &str,
    make: &dyn Fn(&Taken<'_>) -> Option<String>,
) {
    let data = shared.data();
    let made = shared
        .state
        .with_untracked(|state| with_taken(&data, state, |taken| Some((file_name(taken, part, ending), make(taken)?))));
    if let Some((name, text)) = made {
        files::save(&name, kind, &text);
        say_saved(came, &name);
    }
}

/// Puts a text on the clipboard.
fn copy(shared: Shared, came: RwSignal<Came>, what: &'static str, make: fn(&Taken<'_>) -> Option<Document>) {
    let data = shared.data();
    let made = shared.state.with_untracked(|state| {
        with_taken(&data, state, |taken| make(taken).map(|document| (document.html(), document.plain_text())))
    });
    let Some((html, text)) = made else { return };
    leptos::task::spawn_local(async move {
        let done = clipboard::copy(&html, &text).await;
        let said = match done {
            true => {
                Came { words: format!("The {what} is on the clipboard: paste it where you want it."), by_hand: None }
            }
            false => Came { words: "The browser does not let this page copy.".to_string(), by_hand: Some(text) },
        };
        // The reader may have closed the dialog meanwhile.
        came.try_set(said);
    });
}
