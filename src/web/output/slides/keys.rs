//! Knows: which keys the browser has for itself, and what a key is pressed on.
//! Must not know: what each key does (that is `output::slides::keys`).

use crate::output::slides::keys::{self, Command, Focus};
use crate::web::browser::present::{Keys, pressed_on};
use web_sys::KeyboardEvent;

/// What a key asks for; none where it belongs to the browser, a field or a button.
pub fn asked(event: &KeyboardEvent) -> Option<Command> {
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    let focus = match pressed_on(event) {
        Keys::Free => Focus::Free,
        Keys::Field => Focus::Field,
        Keys::Button => Focus::Button,
        Keys::Scrolls => Focus::Scrolls,
    };
    keys::command(&event.key(), event.shift_key(), focus)
}
