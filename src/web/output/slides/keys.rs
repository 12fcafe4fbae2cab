//! Knows: which keys the browser keeps for itself, and what has the focus when a key is pressed.
//! Must not know: what each key does (that is `output::slides::keys`).

use crate::output::slides::keys::{self, Command, Focus};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What a key asks for; none if it belongs to the browser, a field or a button.
pub fn command_of(event: &KeyboardEvent) -> Option<Command> {
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    keys::command(&event.key(), event.shift_key(), focus_of(event))
}

fn focus_of(event: &KeyboardEvent) -> Focus {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return Focus::Free };
    match target.tag_name().as_str() {
        "INPUT" => Focus::Field,
        "BUTTON" | "A" => Focus::Button,
        _ if target.has_attribute("data-scrolls") => Focus::Scrolls,
        _ => Focus::Free,
    }
}
