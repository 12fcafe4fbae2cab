//! Knows: what each key does in a presentation, by what it is pressed on.
//! Must not know: events of the browser, or how what is asked for is done.

/// What a key is pressed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// Nothing in particular.
    Free,
    /// A field to type in.
    Field,
    /// A button or link, which Enter and Space belong to.
    Button,
    /// An area that scrolls, which the arrows belong to.
    Scrolls,
}

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
pub fn is_modifier(key: &str) -> bool {
    matches!(key, "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Fn" | "NumLock")
}

/// What a key asks for, named as browsers name it, with or without Shift; none where it belongs to a field, to a button or to
/// what scrolls, or means nothing.
pub fn asked(key: &str, shift: bool, focus: Focus) -> Option<Command> {
    match focus {
        Focus::Field => return (key == "Escape").then_some(Command::StopTyping),
        Focus::Button if matches!(key, " " | "Enter") => return None,
        Focus::Scrolls if key.starts_with("Arrow") => return None,
        _ => {}
    }
    match (key, shift) {
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

#[cfg(test)]
mod tests {
    use super::{Command, Focus, asked, is_modifier};

    const EVERYWHERE: [Focus; 4] = [Focus::Free, Focus::Field, Focus::Button, Focus::Scrolls];

    /// A key as `Shift ArrowLeft`, and what it asks for: on the slide, in a field, on a button, on what scrolls.
    #[test]
    fn what_each_key_asks_for_on_everything_that_can_have_it() {
        let next = |scrolls| Some(Command::Next { scrolls });
        let previous = |scrolls| Some(Command::Previous { scrolls });
        let letter = |text: &str| Some(Command::Type(text.to_string()));
        let on_field = |key: &str| (key == "Escape").then_some(Command::StopTyping);
        for (key, free, button, scrolls) in [
            ("ArrowRight", next(false), next(false), None),
            ("ArrowDown", next(true), next(true), None),
            ("ArrowLeft", previous(false), previous(false), None),
            ("ArrowUp", previous(true), previous(true), None),
            ("PageDown", next(true), next(true), next(true)),
            ("PageUp", previous(true), previous(true), previous(true)),
            (" ", next(true), None, next(true)),
            ("Shift  ", previous(true), None, previous(true)),
            ("Enter", None, None, None),
            ("Home", Some(Command::First), Some(Command::First), Some(Command::First)),
            ("End", Some(Command::Last), Some(Command::Last), Some(Command::Last)),
            ("Escape", Some(Command::Leave), Some(Command::Leave), Some(Command::Leave)),
            ("f", Some(Command::FullScreen), Some(Command::FullScreen), Some(Command::FullScreen)),
            ("Shift F", Some(Command::FullScreen), Some(Command::FullScreen), Some(Command::FullScreen)),
            ("b", Some(Command::Blank), Some(Command::Blank), Some(Command::Blank)),
            (".", Some(Command::Blank), Some(Command::Blank), Some(Command::Blank)),
            ("/", letter(""), letter(""), letter("")),
            ("Shift G", letter(""), letter(""), letter("")),
            ("7", letter("7"), letter("7"), letter("7")),
            ("Shift P", letter("P"), letter("P"), letter("P")),
            // Neither letters nor digits, or more than one.
            ("é", None, None, None),
            ("-", None, None, None),
            ("F5", None, None, None),
            ("Tab", None, None, None),
            ("Shift ArrowRight", None, None, None),
            ("Shift Escape", None, None, None),
            ("", None, None, None),
        ] {
            let (shift, name) = key.strip_prefix("Shift ").map_or((false, key), |name| (true, name));
            for (focus, expected) in EVERYWHERE.into_iter().zip([free, on_field(name), button, scrolls]) {
                assert_eq!(asked(name, shift, focus), expected, "{key:?} on {focus:?}");
            }
        }
    }

    #[test]
    fn only_steps_repeat_while_a_key_is_held_down() {
        for (key, repeats) in
            [("ArrowRight", true), ("PageUp", true), ("Home", false), ("f", false), ("b", false), ("7", false)]
        {
            assert_eq!(asked(key, false, Focus::Free).map(|asked| asked.repeats()), Some(repeats), "{key}");
        }
    }

    #[test]
    fn a_part_of_another_key_is_no_key() {
        for (key, expected) in [("Shift", true), ("AltGraph", true), ("NumLock", true), ("a", false), ("Escape", false)]
        {
            assert_eq!(is_modifier(key), expected, "{key}");
        }
    }
}
