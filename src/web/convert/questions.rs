//! Knows: how a person is asked about cells that were not understood, and about what keeps the export from being made.
//! Must not know: why they were not understood.

use super::desk::Desk;
use crate::convert::conversion::OpenQuestion;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout;
use crate::wording::format::count_of;
use leptos::prelude::*;

/// So many are drawn; the others follow as these are answered.
const DRAWN: usize = 50;
/// So many cells are named for one text.
const NAMED: usize = 8;

/// The section; nothing if everything was understood.
pub fn section(desk: Desk) -> AnyView {
    let open = Memo::new(move |_| {
        desk.with_draft(|draft| desk.conversion.with(|conversion| conversion.open_questions(draft)))
    });
    let count = Memo::new(move |_| open.with(Vec::len));
    let is_empty = Memo::new(move |_| count.get() == 0);
    let list = move || {
        let drawn = move || open.get().into_iter().take(DRAWN).collect::<Vec<_>>();
        let heading =
            view! { <span prop:textContent=move || format!("What was not understood ({})", count.get())></span> };
        let more = move || match count.get().saturating_sub(DRAWN) {
            0 => String::new(),
            more => format!("And {more} more, once these are answered."),
        };
        let key = |one: &OpenQuestion| (one.found.clone(), one.expected.clone());
        let inside = view! {
            <p class="soft">
                "Say what each text stands for, or correct the file and open it again. An answer holds for every cell with that text."
            </p>
            <ol class="convert-questions"><For each=drawn key=key children=move |one| question(desk, one)/></ol>
            <p class="soft" prop:textContent=more></p>
        };
        layout::section(Some("convert-part"), "what-was-not-understood", heading.into_any(), inside.into_any())
    };
    anew(move || if is_empty.get() { ().into_any() } else { untrack(list) })
}

fn question(desk: Desk, one: OpenQuestion) -> AnyView {
    let OpenQuestion { cells, text, found, expected, offers } = one;
    let more = cells.len().saturating_sub(NAMED);
    let named = cells.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = (more > 0).then(|| format!(" and {}", count_of(more, "more cell")));
    let answer = text.map(|text| {
        let label = format!("What “{text}” stands for");
        let list = format!("offers-{}", cells.first().map_or("", String::as_str));
        let options = offers.iter().map(|offer| view! { <option value=offer.clone()></option> }).collect_view();
        let press = offers.iter().map(|offer| {
            let (found, offer) = (text.clone(), offer.clone());
            let words = format!("Read it as {offer}");
            let use_it = move || answer(desk, &found, &offer);
            layout::button(None, Box::new(use_it), words.into_any())
        });
        let press = press.collect_view();
        let found = text.clone();
        let typed = move |event| answer(desk, &found, &event_target_value(&event));
        view! {
            <p class="convert-answer">
                {press}
                <input type="text" aria-label=label placeholder="or type what it stands for" list=list.clone() on:change=typed/>
                <datalist id=list>{options}</datalist>
            </p>
        }
    });
    view! {
        <li>
            <p><code>{named}</code> {more} ": found " <strong>{found}</strong> "; expected " {expected} "."</p>
            {answer}
        </li>
    }
    .into_any()
}

/// Takes an answer. Its question goes, so the focus moves to the heading of what is left, or to that of the page.
fn answer(desk: Desk, found: &str, read_as: &str) {
    if read_as.trim().is_empty() {
        return;
    }
    desk.change(|conversion| conversion.answer(found, read_as));
    request_animation_frame(page::focus_heading_if_lost);
}
