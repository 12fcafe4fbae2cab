//! Knows: what is at the end of a paper pack: notes, what was left out, the source, the link to the page.
//! Must not know: how a link is drawn as a code.

use super::part::Part;
use crate::explore::address;
use crate::explore::describe::NOT_PUBLISHED;
use crate::explore::view_state::{Mode, View, ViewState};
use crate::output::contents::{self, Contents};
use crate::output::figure_notes;
use crate::report::{Dataset, Measure, Project};
use crate::web::browser::history;
use crate::web::components::source::source;
use crate::web::context::href;
use crate::web::output::qr::qr_code;
use leptos::prelude::*;

/// The end of the whole pack.
pub fn end(data: &Dataset, page: &ViewState, parts: &[Part<'_>]) -> AnyView {
    view! {
        <footer class="pack-end">
            {notes(data, parts)}
            {left_out(data, parts)}
            {source(data.report())}
            {link(data, page)}
        </footer>
    }
    .into_any()
}

/// The shorthand that is used, what it means, and for which values. Withheld figures stay withheld.
fn notes(data: &Dataset, parts: &[Part<'_>]) -> AnyView {
    let measures = |in_full: bool| -> Vec<&Measure> {
        let parts = parts.iter().filter(|part| part.shows_all() && part.is_in_full() == in_full);
        parts.flat_map(|part| part.contents.measures(data)).collect()
    };
    let shown = parts.iter().filter(|part| part.shows_all());
    let projects: Vec<&Project> = shown.flat_map(|part| part.contents.projects.iter().map(|one| one.project)).collect();
    let notes = figure_notes::notes(&measures(false), &measures(true), &projects).into_iter().map(|note| {
        let places = note.places.into_iter().map(|place| view! { <li>{place}</li> });
        view! {
            <div>
                <dt>{note.short} " " {note.meaning}</dt>
                <dd><ul>{places.collect_view()}</ul></dd>
            </div>
        }
    });
    let notes = notes.collect_view();
    (!notes.is_empty()).then(|| view! { <h2>"Notes"</h2><dl class="pack-notes">{notes}</dl> }).into_any()
}

/// The measures of the report that a selection or an agenda leaves out.
fn left_out(data: &Dataset, parts: &[Part<'_>]) -> AnyView {
    // A single measure, risk or project is not a selection.
    if !parts.iter().any(|part| part.number.is_some() || part.contents.kept.is_some()) {
        return ().into_any();
    }
    let contents: Vec<Contents<'_>> =
        parts.iter().filter(|part| part.shows_all()).map(|part| part.contents.clone()).collect();
    let places = contents::left_out(&contents, data);
    let count = places.len();
    let measures = places.into_iter().map(|place| {
        view! { <li><span class="code">{place.measure.code.clone()}</span> " " {place.measure.name.clone()}</li> }
    });
    let measures = measures.collect_view();
    if count == 0 {
        return ().into_any();
    }
    view! {
        <h2>"Not in this pack"</h2>
        <p>{format!("{count} of the report’s {} measures:", data.measure_count())}</p>
        <ul class="left-out">{measures}</ul>
    }
    .into_any()
}

/// The link to the page, as text and as a QR code; for a file of the reader's own, that there is none.
fn link(data: &Dataset, page: &ViewState) -> AnyView {
    if data.is_local() {
        let words = ". These figures come from a file on one device, so there is no link to them.";
        return view! { <p><strong>{NOT_PUBLISHED}</strong> {words}</p> }.into_any();
    }
    let link = history::address(&address::encode(&ViewState { embed: false, ..page.to_share() }));
    view! {
        <section class="pack-link">
            <h2>"This view online"</h2>
            <div>
                {qr_code(&link).map(|(code, _)| code)}
                <p><a href=link.clone()>{link.clone()}</a></p>
            </div>
        </section>
    }
    .into_any()
}

/// Says where to find the blocks that the overview does not have.
pub fn pack_of_measures(part: &Part<'_>) -> AnyView {
    let words = "the paper pack of the measures";
    let pack = match &part.place.from {
        Some(from) => {
            let to = href(&from.in_view(View::Measures).in_mode(Mode::Pack));
            view! { <a href=to>{words}</a> }.into_any()
        }
        None => words.into_any(),
    };
    view! { <p>"Charts and commentary of each measure are in " {pack} "."</p> }.into_any()
}
