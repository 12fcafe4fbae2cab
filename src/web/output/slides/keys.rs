//! Knows: what each key does in a presentation.
//! Must not know: how it is done.

use crate::web::browser::present::{Keys, pressed_on};
use web_sys::KeyboardEvent;

/// What a reader asks of a presentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The next slide; `scrolls` where the key scrolls down what does not fit.
    Next {
        /// Whether it is a key that scrolls.
        scrolls: bool,
    },
    /// The slide before.
    Previous {
        /// Whether it is a key that scrolls.
        scrolls: bool,
    },
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// To type where to go; with the letter that was typed.
    Type(String),
    /// The whole screen, or the window again.
    FullScreen,
    /// A black screen.
    Blank,
    /// The same place in the explorer.
    Leave,
    /// To stop typing.
    StopTyping,
}

impl Command {
    /// Whether a key that is held down asks for it again and again.
    pub fn repeats(&self) -> bool {
        matches!(self, Self::Next { .. } | Self::Previous { .. })
    }
}

/// Whether a key is a part of another: Shift, Control and the like.
pub fn is_modifier(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Fn" | "NumLock")
}

/// What a key asks for; none where it belongs to the browser, a field or a button.
pub fn asked(event: &KeyboardEvent) -> Option<Command> {
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    let key = event.key();
    let shift = event.shift_key();
    match pressed_on(event) {
        Keys::Field => return (key == "Escape").then_some(Command::StopTyping),
        Keys::Button if matches!(key.as_str(), " " | "Enter") => return None,
        Keys::Scrolls if key.starts_with("Arrow") => return None,
        _ => {}
    }
    match (key.as_str(), shift) {
        ("ArrowRight", false) => Some(Command::Next { scrolls: false }),
        ("ArrowDown" | "PageDown" | " ", false) => Some(Command::Next { scrolls: true }),
        ("ArrowLeft", false) => Some(Command::Previous { scrolls: false }),
        ("ArrowUp" | "PageUp", false) | (" ", true) => Some(Command::Previous { scrolls: true }),
        ("Home", false) => Some(Command::First),
        ("End", false) => Some(Command::Last),
        ("Escape", false) => Some(Command::Leave),
        ("f" | "F", _) => Some(Command::FullScreen),
        ("b" | "B" | ".", _) => Some(Command::Blank),
        ("/" | "g" | "G", _) => Some(Command::Type(String::new())),
        (typed, _) => {
            let mut letters = typed.chars();
            let one = letters.next().filter(|one| one.is_ascii_alphanumeric() && letters.next().is_none());
            one.map(|one| Command::Type(one.to_string()))
        }
    }
}
