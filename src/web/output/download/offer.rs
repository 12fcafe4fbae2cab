//! Knows: what all offers of the dialog share: what they are made from, their groups, and the message afterwards.
//! Must not know: what is offered.

use crate::explore::view_state::ViewState;
use crate::output::download::DownloadSet;
use crate::report::Dataset;
use crate::web::browser::files::REFUSED;
use crate::web::browser::history;
use leptos::prelude::*;

/// What came of the last download or copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DownloadMessage {
    /// The message.
    pub words: String,
    /// Text that the browser would not copy or save, for copying by hand.
    pub by_hand: Option<String>,
}

/// Reads what can be downloaded of what is shown.
pub fn with_download_set<T>(data: &Dataset, state: &ViewState, look: impl FnOnce(&DownloadSet<'_>) -> T) -> T {
    look(&DownloadSet::of(state, data, history::address("").trim_end_matches('?')))
}

/// A group of offers; nothing if it is empty.
pub fn group(heading: &'static str, about: &'static str, offers: Vec<AnyView>) -> AnyView {
    if offers.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="offers">
            <h3>{heading}</h3>
            <p class="soft">{about}</p>
            <p class="offer">{offers}</p>
        </section>
    }
    .into_any()
}

/// Says that a download has started, or that the browser refused it; then its text is there to copy by hand.
pub fn say_saved(message: RwSignal<DownloadMessage>, name: &str, is_saved: bool, text: Option<String>) {
    let (words, by_hand) = match is_saved {
        true => (format!("Download started: {name}"), None),
        false => (REFUSED.to_string(), text),
    };
    message.set(DownloadMessage { words, by_hand });
}
