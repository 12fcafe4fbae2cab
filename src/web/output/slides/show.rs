//! Knows: where a presentation is, and what each act of the reader does to it.
//! Must not know: how a slide is drawn.

use super::keys;
use crate::explore::view_state::{Mode, Query, SlideAt, ViewState};
use crate::output::slides::keys::{Command, is_modifier};
use crate::output::slides::{Deck, SlidePlace, opened_alone};
use crate::web::browser::{page, present};
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the window is too small for a slide, so that it scrolls. The style sheet says the same.
const SMALL: &str = "(max-width: 47.99rem), (max-height: 23.99rem)";

/// A presentation and where it is.
#[derive(Clone, Copy)]
pub struct SlideShow {
    /// What every part of the explorer has at hand.
    pub context: Context,
    /// Its slides.
    pub deck: Memo<Arc<Deck>>,
    /// The slide that the address names; none where the deck does not have it.
    pub found: Memo<Option<usize>>,
    /// Whether the screen is black.
    pub blank: RwSignal<bool>,
    /// Whether the full screen was given back by this page.
    gave_back: StoredValue<bool>,
    /// What came of a jump.
    pub said: RwSignal<String>,
    /// The element that shows a slide.
    pub main: NodeRef<html::Main>,
    /// The field that takes where to go.
    pub field: NodeRef<html::Input>,
}

impl SlideShow {
    /// The presentation of what is shown.
    pub fn new() -> Self {
        let context = Context::get();
        // What the deck is made of: all but where in it one is.
        let of = Memo::new(move |_| {
            let data = context.data();
            context.state.with(|state| {
                let shown = Query { detail: opened_alone(state, &data), ..state.shown.clone() };
                ViewState { shown, slide: SlideAt::default(), ..state.clone() }
            })
        });
        let deck = Memo::new(move |_| {
            let data = context.data();
            of.with(|state| Arc::new(Deck::of(state, &data)))
        });
        let found = Memo::new(move |_| context.state.with(|state| deck.with(|deck| deck.find(&SlidePlace::of(state)))));
        Self {
            context,
            deck,
            found,
            blank: RwSignal::new(false),
            gave_back: StoredValue::new(false),
            said: RwSignal::new(String::new()),
            main: NodeRef::new(),
            field: NodeRef::new(),
        }
    }

    /// The slide that is shown, from 0.
    pub fn here(self) -> usize {
        self.found.get().unwrap_or(0)
    }

    /// How many slides there are.
    pub fn count(self) -> usize {
        self.deck.with(|deck| deck.slides.len())
    }

    /// Goes to a slide. The history has the presentation as one step.
    fn go(self, to: usize) {
        let at = self.deck.with_untracked(|deck| deck.slides.get(to).map(|slide| slide.at.clone()));
        if let Some(at) = at {
            self.said.set(String::new());
            self.context.go_in_place(self.context.state.with_untracked(|state| at.within(state)));
        }
    }

    /// Goes to the next slide, or to the one before.
    pub fn step(self, forward: bool) {
        let here = untrack(|| self.here());
        if let Some(to) = if forward { Some(here + 1) } else { here.checked_sub(1) } {
            self.go(to);
        }
    }

    /// Goes to the slide that was typed, or says that there is none.
    pub fn jump(self) {
        let Some(field) = self.field.get_untracked() else { return };
        let asked = field.value();
        match self.deck.with_untracked(|deck| deck.jump(&asked)) {
            Some(to) => {
                field.set_value("");
                self.go(to);
                page::focus_heading();
            }
            None => {
                self.said.set(format!("There is no slide “{}”.", asked.trim()));
                // What is typed next takes its place.
                field.select();
            }
        }
    }

    fn stop_typing(self) {
        if let Some(field) = self.field.get_untracked() {
            field.set_value("");
        }
        self.said.set(String::new());
        page::focus_heading();
    }

    /// Takes the whole screen, or gives it back.
    pub fn full_screen(self) {
        if present::is_full_screen() {
            self.gave_back.set_value(true);
            present::leave_full_screen();
        } else {
            present::enter_full_screen();
        }
    }

    /// Makes the screen black, or shows the slide again.
    pub fn set_blank(self, blank: bool) {
        self.blank.set(blank);
        request_animation_frame(move || if blank { page::focus(BLANK) } else { page::focus_heading() });
    }

    fn leave(self) {
        self.context.go(self.context.state.with_untracked(left));
    }

    /// Does what a key asks for. Whether it did something.
    fn do_as(self, asked: Command) -> bool {
        let scrolls_on = |down| self.main.get_untracked().is_some_and(|main| present::can_scroll(&main, down));
        match asked {
            // What does not fit is read first.
            Command::Next { scrolls: true } if scrolls_on(true) => return false,
            Command::Previous { scrolls: true } if scrolls_on(false) => return false,
            Command::Next { .. } => self.step(true),
            Command::Previous { .. } => self.step(false),
            Command::First => self.go(0),
            Command::Last => self.go(untrack(|| self.count()).saturating_sub(1)),
            Command::Type(text) => {
                if let Some(field) = self.field.get_untracked() {
                    present::type_into(&field, &text);
                }
            }
            Command::FullScreen => self.full_screen(),
            Command::Blank => self.set_blank(true),
            Command::Leave => self.leave(),
            Command::StopTyping => self.stop_typing(),
        }
        true
    }

    /// Does what a key asks for.
    pub fn on_key(self, event: &web_sys::KeyboardEvent) {
        if self.blank.get_untracked() {
            let is_browsers = event.ctrl_key() || event.alt_key() || event.meta_key() || is_modifier(&event.key());
            if !is_browsers {
                event.prevent_default();
                // The key that made it black may be held down.
                if !event.repeat() {
                    self.set_blank(false);
                }
            }
        } else if keys::asked(event).is_some_and(|asked| (event.repeat() && !asked.repeats()) || self.do_as(asked)) {
            event.prevent_default();
        }
    }

    /// The browser's own Escape gives the full screen back, and is meant as ours.
    pub fn on_full_screen(self) {
        let asked_for = self.gave_back.try_update_value(std::mem::take).unwrap_or_default();
        if !present::is_full_screen() && !asked_for {
            if self.blank.get_untracked() { self.set_blank(false) } else { self.leave() }
        }
    }

    /// Makes the text of a slide as small as it has to be, where the window is large enough for one.
    pub fn fit(self) {
        if let Some(main) = self.main.try_get_untracked().flatten() {
            if page::matches(SMALL) { present::do_not_fit(&main) } else { present::fit(&main) }
        }
    }
}

/// The same place in the explorer.
pub fn left(state: &ViewState) -> ViewState {
    state.in_mode(Mode::Page)
}

/// The id of the black screen.
pub const BLANK: &str = "blank";
