//! Knows: how far a file of the reader’s own is read, as the page says it, and the button to give it up.
//! Must not know: how a file is read.

use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::local_file::{LocalFile, Progress};
use leptos::prelude::*;

/// Says how far the file is that is being read, once that has taken a while.
#[component]
pub fn ReadingBar(local: LocalFile) -> impl IntoView {
    let is_shown = Memo::new(move |_| local.takes_a_while.get() && local.progress.with(Option::is_some));
    // A screen reader is told of each quarter, not of each per cent.
    let said = move || if is_shown.get() { local.progress.with(|now| words(now, 25)) } else { String::new() };
    let said = Memo::new(move |_| said());
    view! {
        {anew(move || is_shown.get().then(|| bar(local)).into_any())}
        <p class="visually-hidden" role="status" prop:textContent=move || said.get()></p>
    }
}

fn bar(local: LocalFile) -> AnyView {
    let give_up = move || {
        local.give_up();
        page::focus_heading();
    };
    // Without a value it is shown as one that nobody knows the end of.
    let value = move || local.progress.with(|now| now.as_ref()?.percent.map(|percent| percent.to_string()));
    view! {
        <div class="reading" role="region" aria-label="Opening a file">
            <p id="reading" prop:textContent=move || local.progress.with(|now| words(now, 1))></p>
            <progress aria-labelledby="reading" max="100" value=value></progress>
            {button(None, Box::new(give_up), "Cancel".into_any())}
        </div>
    }
    .into_any()
}

/// How far a file is read, in steps of so many per cent.
fn words(now: &Option<Progress>, step: u64) -> String {
    match now {
        Some(Progress { file, percent: Some(percent) }) => format!("Reading {file}: {}%", percent / step * step),
        Some(Progress { file, percent: None }) => format!("Preparing {file}…"),
        None => String::new(),
    }
}
