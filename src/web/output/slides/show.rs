//! Knows: the position in a presentation, what has the focus when a key is pressed, and what each command does.
//! Must not know: how a slide is drawn.

use crate::explore::exact_code::with_code;
use crate::explore::view_state::{Detail, Mode, Query, SlideAt, ViewState};
use crate::output::changes::QuartersBeside;
use crate::output::slides::keys::{Command, Focus, command, is_character, is_modifier};
use crate::output::slides::{Deck, SlidePlace, opened_alone};
use crate::web::browser::{page, present, visit};
use crate::web::components::beside::{quarters_beside, try_failed_again};
use crate::web::context::Context;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// A window too small for a whole slide, which then scrolls. The style sheet uses the same query.
const SMALL: &str = "(max-width: 47.99rem), (max-height: 23.99rem)";

/// A presentation and the position in it.
#[derive(Clone, Copy)]
pub struct SlideShow {
    /// What every part of the explorer shares.
    pub context: Context,
    /// The other quarters that it compares with.
    beside: Memo<QuartersBeside>,
    /// Its slides.
    pub deck: Memo<Arc<Deck>>,
    /// The slide that the address names; none if the deck does not have it.
    pub found: Memo<Option<usize>>,
    /// Whether the screen is black.
    pub blank: RwSignal<bool>,
    /// Whether keys of a single character are commands.
    pub characters: RwSignal<bool>,
    /// Whether this page, not the browser's Escape, just left full screen.
    left_full_screen: StoredValue<bool>,
    /// What to say if a jump failed.
    pub message: RwSignal<String>,
    /// The slide from which a measure or risk was opened that the presentation does not have.
    came_from: RwSignal<Option<SlidePlace>>,
    /// The element that shows a slide.
    pub main: NodeRef<html::Main>,
    /// The field for the slide to go to.
    pub field: NodeRef<html::Input>,
}

impl SlideShow {
    /// The presentation of what is shown.
    pub fn new() -> Self {
        try_failed_again();
        let context = Context::get();
        // What the deck is made from: the state without the position in the deck.
        let source = Memo::new(move |_| {
            let data = context.data();
            context.state.with(|state| {
                let shown = Query { detail: opened_alone(state, &data), ..state.shown.clone() };
                ViewState { shown, slide: SlideAt::default(), ..state.clone() }
            })
        });
        let beside = Memo::new_with_compare(move |_| source.with(quarters_beside), |_, _| true);
        let deck = Memo::new(move |_| {
            let data = context.data();
            source.with(|state| beside.with(|beside| Arc::new(Deck::of(state, &data, beside))))
        });
        let found = Memo::new(move |_| context.state.with(|state| deck.with(|deck| deck.find(&SlidePlace::of(state)))));
        Self {
            context,
            beside,
            deck,
            found,
            blank: RwSignal::new(false),
            characters: RwSignal::new(visit::kept(CHARACTERS).as_deref() != Some(OFF)),
            left_full_screen: StoredValue::new(false),
            message: RwSignal::new(String::new()),
            came_from: RwSignal::new(None),
            main: NodeRef::new(),
            field: NodeRef::new(),
        }
    }

    /// The slide that is shown, from 0. Tracked.
    pub fn position(self) -> usize {
        self.found.get().unwrap_or(0)
    }

    /// How many slides there are.
    pub fn count(self) -> usize {
        self.deck.with(|deck| deck.slides.len())
    }

    /// Whether it waits for another quarter, whose slides are not there yet. Tracked.
    pub fn is_waiting(self) -> bool {
        self.beside.with(QuartersBeside::is_waiting)
    }

    /// Goes to a slide. The whole presentation is one step of the history.
    fn go(self, to: usize) {
        let at = self.deck.with_untracked(|deck| deck.slides.get(to).map(|slide| slide.at.clone()));
        if let Some(at) = at {
            self.message.set(String::new());
            self.context.go_in_place(self.context.state.with_untracked(|state| at.within(state)));
        }
    }

    /// Goes to the next or the previous slide.
    pub fn step(self, forward: bool) {
        let position = untrack(|| self.position());
        if let Some(to) = if forward { Some(position + 1) } else { position.checked_sub(1) } {
            self.go(to);
        }
    }

    /// Goes to the slide named in the field, or says that there is none.
    pub fn jump(self) {
        let Some(field) = self.field.get_untracked() else { return };
        let asked = field.value();
        match self.deck.with_untracked(|deck| deck.jump(&asked)) {
            Some(to) => {
                field.set_value("");
                self.go(to);
                page::focus_heading();
            }
            None => match self.context.with_data(|data| with_code(&asked, data)) {
                Some(detail) => {
                    field.set_value("");
                    self.open(detail);
                }
                None => {
                    self.message.set(format!("The report has no “{}”.", asked.trim()));
                    // So that typing again replaces it.
                    field.select();
                }
            },
        }
    }

    /// Whether a measure or risk is shown that the presentation does not have. Tracked.
    fn is_alone(self) -> bool {
        let data = self.context.data();
        self.context.state.with(|state| opened_alone(state, &data).is_some())
    }

    /// Opens a measure or risk of the report that these slides do not have.
    fn open(self, detail: Detail) {
        let here = self.context.state.get_untracked();
        if !untrack(|| self.is_alone()) {
            self.came_from.set(Some(SlidePlace::of(&here)));
        }
        let message = format!("{} is not in this presentation and is shown by itself.", detail.code());
        self.context.go_in_place(SlidePlace { detail: Some(detail), slide: SlideAt::default() }.within(&here));
        // From there one may have asked for one that the presentation has.
        self.message.set(if untrack(|| self.is_alone()) { message } else { String::new() });
    }

    /// The number of the slide to go back to from a measure or risk that is shown by itself. Tracked.
    pub fn way_back(self) -> Option<usize> {
        let place = self.came_from.get().filter(|_| self.is_alone())?;
        let data = self.context.data();
        let state = self.context.state.with(|state| place.within(state));
        Some(self.beside.with(|beside| Deck::of(&state, &data, beside)).find(&place)? + 1)
    }

    /// Goes back there.
    pub fn go_back(self) {
        if let Some(place) = self.came_from.get_untracked() {
            self.message.set(String::new());
            self.context.go_in_place(self.context.state.with_untracked(|state| place.within(state)));
        }
    }

    /// Enters or leaves full screen.
    pub fn full_screen(self) {
        if present::is_full_screen() {
            self.left_full_screen.set_value(true);
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

    /// Switches the keys of a single character on or off, for the rest of the visit.
    pub fn set_characters(self, are_commands: bool) {
        self.characters.set(are_commands);
        visit::keep(CHARACTERS, if are_commands { "on" } else { OFF });
    }

    fn leave(self) {
        self.context.go(self.context.state.with_untracked(|state| state.in_mode(Mode::Page)));
    }

    /// Carries out a command. Returns false if the key is left to the browser, to scroll.
    fn run(self, command: Command) -> bool {
        let scrolls_on = |down| self.main.get_untracked().is_some_and(|main| present::can_scroll(&main, down));
        match command {
            // A slide that does not fit is scrolled before the next one.
            Command::Next { scrolls: true } if scrolls_on(true) => return false,
            Command::Previous { scrolls: true } if scrolls_on(false) => return false,
            Command::Next { .. } => self.step(true),
            Command::Previous { .. } => self.step(false),
            Command::First => self.go(0),
            Command::Last => self.go(untrack(|| self.count()).saturating_sub(1)),
            Command::Type(text) => {
                if let Some(field) = self.field.get_untracked() {
                    field.set_value(&text);
                    let _ = field.focus();
                }
            }
            Command::FullScreen => self.full_screen(),
            Command::Blank => self.set_blank(true),
            Command::Leave => self.leave(),
            Command::StopTyping => {
                if let Some(field) = self.field.get_untracked() {
                    field.set_value("");
                }
                self.message.set(String::new());
                page::focus_heading();
            }
        }
        true
    }

    /// Handles a key.
    pub fn on_key(self, event: &KeyboardEvent) {
        if is_character(&event.key()) && !self.characters.get_untracked() {
            return;
        }
        if self.blank.get_untracked() {
            let is_browsers = event.ctrl_key() || event.alt_key() || event.meta_key() || is_modifier(&event.key());
            if !is_browsers {
                event.prevent_default();
                // The key that made the screen black may still be held down.
                if !event.repeat() {
                    self.set_blank(false);
                }
            }
        } else if command_of(event).is_some_and(|asked| (event.repeat() && !asked.repeats()) || self.run(asked)) {
            event.prevent_default();
        }
    }

    /// Handles a change of full screen: the browser's Escape, which leaves it, is meant to leave the presentation too.
    pub fn on_full_screen(self) {
        let by_this_page = self.left_full_screen.try_update_value(std::mem::take).unwrap_or_default();
        if !present::is_full_screen() && !by_this_page {
            if self.blank.get_untracked() { self.set_blank(false) } else { self.leave() }
        }
    }

    /// Shrinks the text of the slide until it fits, unless the window is too small for that.
    pub fn fit(self) {
        if let Some(main) = self.main.try_get_untracked().flatten() {
            if page::matches(SMALL) { present::do_not_fit(&main) } else { present::fit(&main) }
        }
    }
}

/// What a key asks for; none if it belongs to the browser, a field or a button.
fn command_of(event: &KeyboardEvent) -> Option<Command> {
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    command(&event.key(), event.shift_key(), focus_of(event))
}

fn focus_of(event: &KeyboardEvent) -> Focus {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return Focus::Free };
    match target.tag_name().as_str() {
        "INPUT" if target.dyn_ref().is_some_and(|input: &HtmlInputElement| input.type_() == "checkbox") => {
            Focus::Button
        }
        "INPUT" => Focus::Field,
        "BUTTON" | "A" => Focus::Button,
        _ if target.has_attribute("data-scrolls") => Focus::Scrolls,
        _ => Focus::Free,
    }
}

/// What the browser keeps for the visit about keys of a single character.
const CHARACTERS: &str = "quarterlight-single-letter-keys";
const OFF: &str = "off";

/// The id of the button that covers the screen in black.
pub const BLANK: &str = "blank";
