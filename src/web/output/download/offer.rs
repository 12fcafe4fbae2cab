//! Knows: what all offers of the dialog share: what they are made from, how they are grouped, what is said of what came of them.
//! Must not know: what is offered.

use crate::explore::view_state::ViewState;
use crate::output::download::DownloadSet;
use crate::report::Dataset;
use crate::web::browser::history;
use leptos::prelude::*;

/// What came of the reader's last wish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DownloadMessage {
    /// In words.
    pub words: String,
    /// Text that the browser would not copy, for the reader to copy.
    pub by_hand: Option<String>,
}

/// Looks at what belongs to what is shown.
pub fn with_download_set<T>(data: &Dataset, state: &ViewState, look: impl FnOnce(&DownloadSet<'_>) -> T) -> T {
    look(&DownloadSet::of(state, data, history::address("").trim_end_matches('?')))
}

/// Some offers of one kind; nothing where there are none.
pub fn group(heading: &'static str, about: &'static str, offers: Vec<AnyView>) -> AnyView {
    (!offers.is_empty())
        .then(|| {
            view! {
                <section class="offers">
                    <h3>{heading}</h3>
                    <p class="soft">{about}</p>
                    <p class="offer">{offers}</p>
                </section>
            }
        })
        .into_any()
}

/// Says that a file is on its way to the reader.
pub fn say_saved(message: RwSignal<DownloadMessage>, name: &str) {
    message.set(DownloadMessage { words: format!("Download started: {name}"), by_hand: None });
}
