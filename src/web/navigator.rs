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
    /// Whether the last step was Back or Forward.
    came_back: StoredValue<bool>,
    /// Told of every step before anything follows it: what was asked for, and what is.
    before: StoredValue<Before>,
}

type Before = Box<dyn Fn(&ViewState, &ViewState) + Send + Sync>;

impl Navigator {
    /// Starts at the page's address, and follows links, Back and Forward.
    pub fn start() -> Self {
        let before = history::query();
        // A link may have been pressed before the program was there.
        page::say_begins();
        let query = history::query();
        let has_followed_link = StoredValue::new(query != before);
        let asked = RwSignal::new(address::decode(&query));
        let came_back = StoredValue::new(false);
        let before: Before = Box::new(|_, _| ());
        let navigator = Self { asked, has_followed_link, came_back, before: StoredValue::new(before) };
        history::on_back_or_forward(move || {
            let Decoded { state, problems } = address::decode(&history::query());
            let state = navigator.asked.with_untracked(|asked| state.arriving_from(&asked.state));
            navigator.ask(Decoded { state, problems }, true);
        });
        history::on_link(move |query| {
            history::push(query);
            has_followed_link.set_value(true);
            navigator.ask(address::decode(query), false);
            page::scroll_to_top();
        });
        navigator
    }

    /// The one place where what is asked for changes.
    fn ask(self, next: Decoded, came_back: bool) {
        self.came_back.set_value(came_back);
        self.asked.with_untracked(|asked| self.before.with_value(|before| before(&asked.state, &next.state)));
        self.asked.set(next);
    }

    /// Has `before` told of every step from now on, before anything follows it. There is one at a time.
    pub fn tell_before(self, before: impl Fn(&ViewState, &ViewState) + Send + Sync + 'static) {
        self.before.set_value(Box::new(before));
    }

    /// Whether the reader has followed a link since the page was opened.
    pub fn has_followed_link(self) -> bool {
        self.has_followed_link.get_value()
    }

    /// Whether the reader has just come by Back or Forward, after which the browser goes to the place in the page by itself, frames later.
    pub fn came_back(self) -> bool {
        self.came_back.get_value()
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
        self.ask(state.into(), false);
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
