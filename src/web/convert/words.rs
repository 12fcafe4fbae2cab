//! Knows: how the council's words for statuses and trends are shown with what they are taken to mean, for a person to correct.
//! Must not know: which measure has them.

use super::desk::Desk;
use crate::convert::mapping::{Label, LabelKind, Meaning};
use crate::report::{Keyword, Status, Trend};
use crate::web::changing::anew;
use crate::web::components::layout::{self, RegionName, scrolls};
use leptos::prelude::*;

/// The section; nothing if the file has no such words.
pub fn section(desk: Desk) -> AnyView {
    let known = Memo::new(move |_| {
        desk.conversion.with(|conversion| {
            let labels = conversion.mapping.labels.iter();
            labels.map(|label| (label.kind, label.text.clone())).collect::<Vec<_>>()
        })
    });
    let table = move || {
        let rows = move || known.get();
        let table = view! {
            <table class="convert-words">
                <caption class="visually-hidden">"Words for statuses and trends"</caption>
                <thead><tr><th scope="col">"In the file"</th><th scope="col">"Means"</th><th scope="col">"Why"</th></tr></thead>
                <tbody><For each=rows key=|label| label.clone() children=move |(kind, text)| row(desk, kind, text)/></tbody>
            </table>
        };
        let inside = scrolls(RegionName::By("Words for statuses and trends".to_string()), table.into_any());
        layout::section(Some("convert-part"), "what-the-words-mean", "What its words mean".into_any(), inside)
    };
    let is_empty = Memo::new(move |_| known.with(Vec::is_empty));
    anew(move || if is_empty.get() { ().into_any() } else { untrack(table) })
}

fn row(desk: Desk, kind: LabelKind, text: String) -> AnyView {
    let now = {
        let text = text.clone();
        move || -> Option<Label> { desk.conversion.with(|conversion| conversion.mapping.label(kind, &text).cloned()) }
    };
    let first = untrack(&now).and_then(|label| label.meaning);
    let options = meanings(kind).into_iter().map(|meaning| {
        view! { <option value=meaning.word() selected=first == Some(meaning)>{words(meaning)}</option> }
    });
    let what = if kind == LabelKind::Status { "status" } else { "trend" };
    let label = format!("What the {what} “{text}” means");
    let choose = {
        let text = text.clone();
        move |event| {
            let meaning = Meaning::of(kind, &event_target_value(&event));
            desk.change(|conversion| conversion.set_meaning(kind, &text, meaning));
        }
    };
    let why = Memo::new(move |_| now().map_or(String::new(), |label| label.guess));
    view! {
        <tr>
            <th scope="row">{text} " " <span class="soft">{format!("({what})")}</span></th>
            <td>
                <select aria-label=label on:change=choose>
                    <option value="" selected=first.is_none()>"Not known"</option>
                    {options.collect_view()}
                </select>
            </td>
            <td class="soft" prop:textContent=move || why.get()></td>
        </tr>
    }
    .into_any()
}

fn meanings(kind: LabelKind) -> Vec<Meaning> {
    match kind {
        LabelKind::Status => Status::ALL.iter().copied().map(Meaning::Status).collect(),
        LabelKind::Trend => {
            Trend::ALL.iter().copied().map(Meaning::Trend).chain([Meaning::Higher, Meaning::Lower]).collect()
        }
    }
}

/// A meaning in words.
fn words(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Status(status) => status.label(),
        Meaning::Trend(trend) => trend.label(),
        Meaning::Higher => "A higher number than before",
        Meaning::Lower => "A lower number than before",
    }
}
