//! Knows: what the address asks for, and what each kind of navigation does to address, history and scroll position.
//! Must not know: what is shown, or how an address is written.

use crate::explore::address::{self, Decoded};
use crate::explore::view_state::{HistoryEffect, ViewState};
use crate::web::browser::{history, page};
use leptos::prelude::*;

/// Where the reader is. This alone writes the address and the history, and everything shown is derived from its signal.
#[derive(Clone, Copy)]
pub struct Navigator {
    asked: RwSignal<Decoded>,
    has_followed_link: StoredValue<bool>,
}

impl Navigator {
    /// Starts at the page's address, and follows links, Back and Forward.
    pub fn start() -> Self {
        let before = history::query();
        // A link may have been pressed before the program was there.
        page::say_begins();
        let query = history::query();
        let has_followed_link = StoredValue::new(query != before);
        let asked = RwSignal::new(address::decode(&query));
        history::on_back_or_forward(move || {
            asked.update(|asked| {
                let Decoded { state, problems } = address::decode(&history::query());
                *asked = Decoded { state: state.arriving_from(&asked.state), problems };
            });
        });
        history::on_link(move |query| {
            history::push(query);
            has_followed_link.set_value(true);
            asked.set(address::decode(query));
            page::scroll_to_top();
        });
        Self { asked, has_followed_link }
    }

    /// Whether the reader has followed a link since the page was opened.
    pub fn has_followed_link(self) -> bool {
        self.has_followed_link.get_value()
    }

    /// Reads what the address asks for. Tracked.
    pub fn with<T>(self, look: impl FnOnce(&Decoded) -> T) -> T {
        self.asked.with(look)
    }

    /// Goes to a state as a link to it would.
    pub fn go(self, state: ViewState) {
        self.go_in_place(HistoryEffect::Push, state);
        page::scroll_to_top();
    }

    /// Goes to a state without scrolling.
    pub fn go_in_place(self, effect: HistoryEffect, state: ViewState) {
        let query = address::encode(&state);
        match effect {
            HistoryEffect::Push => history::push(&query),
            HistoryEffect::Replace => history::replace(&query),
        }
        self.settle(state);
    }

    /// Replaces what was asked for by what is shown, which has no problems.
    pub fn settle(self, state: ViewState) {
        self.asked.set(state.into());
    }

    /// Updates the address whenever what is shown changes.
    pub fn keep_address_of(self, shown: Memo<ViewState>) {
        Effect::new(move |_| {
            let query = shown.with(address::encode);
            if history::query().strip_prefix('?').unwrap_or_default() != query {
                history::replace(&query);
            }
        });
    }
}
