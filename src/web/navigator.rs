//! Knows: what the address asks for, and what each way of going on does to address, history and scroll.
//! Must not know: what is shown of it, or how an address is spelt.

use crate::explore::address::{self, Decoded};
use crate::explore::view_state::{HistoryEffect, ViewState};
use crate::web::browser::{history, page};
use leptos::prelude::*;

/// Where the reader is: the one place that writes the address and the history, and the one signal that all that is shown
/// follows from.
#[derive(Clone, Copy)]
pub struct Navigator {
    asked: RwSignal<Decoded>,
}

impl Navigator {
    /// At the address of the page, following links, Back and Forward.
    pub fn start() -> Self {
        let asked = RwSignal::new(address::decode(&history::query()));
        history::on_back_or_forward(move || {
            asked.update(|asked| {
                let Decoded { state, problems } = address::decode(&history::query());
                *asked = Decoded { state: state.arriving_from(&asked.state), problems };
            });
        });
        history::on_link(move |query| {
            history::push(query);
            asked.set(address::decode(query));
            page::scroll_to_top();
        });
        Self { asked }
    }

    /// Looks at what the address asks for. Followed.
    pub fn with<T>(self, look: impl FnOnce(&Decoded) -> T) -> T {
        self.asked.with(look)
    }

    /// Goes to a state as a link to it would.
    pub fn go(self, state: ViewState) {
        self.go_in_place(HistoryEffect::Push, state);
        page::scroll_to_top();
    }

    /// Goes to a state and lets the page stand where it is.
    pub fn go_in_place(self, effect: HistoryEffect, state: ViewState) {
        let query = address::encode(&state);
        match effect {
            HistoryEffect::Push => history::push(&query),
            HistoryEffect::Replace => history::replace(&query),
        }
        self.settle(state);
    }

    /// Takes what is shown for what was asked for, without its problems.
    pub fn settle(self, state: ViewState) {
        self.asked.set(state.into());
    }

    /// Makes the address that of what is shown, whenever that changes.
    pub fn keep_address_of(self, shown: Memo<ViewState>) {
        Effect::new(move |_| {
            let query = shown.with(address::encode);
            if history::query().strip_prefix('?').unwrap_or_default() != query {
                history::replace(&query);
            }
        });
    }
}
