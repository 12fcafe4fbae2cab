//! Knows: what each key does in a presentation, depending on the focus.
//! Must not know: events of the browser, or how a command is carried out.

/// What has the focus when a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// Nothing in particular.
    Free,
    /// A text field.
    Field,
    /// A button, link or checkbox, which needs Enter and Space itself.
    Button,
    /// An area that scrolls, which needs the arrow keys itself.
    Scrolls,
}

/// A command to the presentation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Go to the next slide.
    Next {
        /// Whether the key first scrolls down a slide that does not fit.
        scrolls: bool,
    },
    /// Go to the previous slide.
    Previous {
        /// Whether the key first scrolls up a slide that does not fit.
        scrolls: bool,
    },
    /// Go to the first slide.
    First,
    /// Go to the last slide.
    Last,
    /// Start typing where to go, with the letter that was typed.
    Type(String),
    /// Fill the screen, or return to the window.
    FullScreen,
    /// Black out the screen, or show it again.
    Blank,
    /// Leave the presentation for the same place in the explorer.
    Leave,
    /// Stop typing.
    StopTyping,
}

impl Command {
    /// Whether holding down the key repeats it.
    pub fn repeats(&self) -> bool {
        matches!(self, Self::Next { .. } | Self::Previous { .. })
    }
}

/// Whether a key only modifies others, like Shift and Control.
pub fn is_modifier(key: &str) -> bool {
    matches!(key, "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Fn" | "NumLock")
}

/// Whether a key types a letter, digit or sign. A reader can switch these off (WCAG 2.2, 2.1.4): those who speak to their device, or
/// whose hand slips, would otherwise give commands that they do not mean. Space does not count, since every screen scrolls by it.
pub fn is_character(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some_and(|one| one != ' ') && characters.next().is_none()
}

/// The command for a key, named as browsers name it, with or without Shift. None if the focus needs the key itself, or the key has
/// no meaning.
pub fn command(key: &str, shift: bool, focus: Focus) -> Option<Command> {
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
    use super::{Command, Focus, command, is_character, is_modifier};

    /// A key such as `Shift ArrowLeft`, and its command on the slide, on a button and on a scrolling area.
    #[test]
    fn each_key_has_its_command_for_each_focus() {
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
            // Not a single letter or digit.
            ("é", None, None, None),
            ("-", None, None, None),
            ("F5", None, None, None),
            ("Tab", None, None, None),
            ("Shift ArrowRight", None, None, None),
            ("Shift Escape", None, None, None),
            ("", None, None, None),
        ] {
            let (shift, name) = key.strip_prefix("Shift ").map_or((false, key), |name| (true, name));
            for (focus, expected) in [
                (Focus::Free, free),
                (Focus::Field, on_field(name)),
                (Focus::Button, button),
                (Focus::Scrolls, scrolls),
            ] {
                assert_eq!(command(name, shift, focus), expected, "{key:?} on {focus:?}");
            }
        }
    }

    #[test]
    fn only_steps_repeat_while_a_key_is_held_down() {
        for (key, repeats) in
            [("ArrowRight", true), ("PageUp", true), ("Home", false), ("f", false), ("b", false), ("7", false)]
        {
            assert_eq!(command(key, false, Focus::Free).map(|command| command.repeats()), Some(repeats), "{key}");
        }
    }

    /// What is left when the keys of a single character are switched off: every way to move and to leave.
    #[test]
    fn keys_of_a_single_character_are_recognised() {
        for key in ["f", "F", "b", ".", "/", "g", "7", "P", "é", "-", "日"] {
            assert!(is_character(key), "{key}");
        }
        for key in ["ArrowRight", "PageUp", " ", "Home", "End", "Escape", "Enter", "Tab", "F5", "Shift", "Dead", ""] {
            assert!(!is_character(key), "{key}");
        }
    }

    #[test]
    fn modifiers_are_recognised() {
        for (key, expected) in [("Shift", true), ("AltGraph", true), ("NumLock", true), ("a", false), ("Escape", false)]
        {
            assert_eq!(is_modifier(key), expected, "{key}");
        }
    }
}
