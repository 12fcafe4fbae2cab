//! Knows: the problems that an address can have, and their wording.
//! Must not know: how an address is read, or what a quarter contains.

use super::key::{Key, LARGEST, NOT_FILTERED, Times, ValueKind};
use std::fmt::{self, Display, Formatter};

/// A part of a link that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such key.
    UnknownKey {
        /// The key.
        key: String,
        /// Its value.
        value: String,
    },
    /// The key does not take this value.
    UnknownValue {
        /// The key.
        key: Key,
        /// The value.
        value: String,
    },
    /// A key that takes one value has another: the first counts.
    Repeated {
        /// The key.
        key: Key,
        /// The value that is ignored.
        value: String,
    },
    /// Not text in UTF-8.
    NotText {
        /// The part as written in the link.
        part: String,
    },
    /// A problem in an agenda item: the item is left out.
    InAgenda(Box<Self>),
}

/// What the link asks for, and what is shown instead.
impl Display for Problem {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { .. } => {
                write!(to, "The link asks for {}, which this page does not know. {NOT_FILTERED}", RequestText(self))
            }
            Self::UnknownValue { key, .. } => {
                write!(to, "The link asks for {}", RequestText(self))?;
                let rule = key.rule();
                match rule.takes {
                    ValueKind::Words(words) => write!(to, ". It can only be {}. {}", WordList(words), rule.fallback),
                    ValueKind::Number => write!(to, ", which is not a number from 1 to {LARGEST}. {}", rule.fallback),
                    // Any text is valid.
                    ValueKind::Text => to.write_str("."),
                }
            }
            Self::Repeated { key, value } => match key.rule().times {
                Times::OneDetail => {
                    write!(to, "The link opens more than one measure or risk; “{value}” is not opened.")
                }
                Times::Once | Times::Many => {
                    write!(to, "The link names more than one {}; “{value}” is not used.", key.rule().name)
                }
            },
            Self::NotText { .. } => {
                write!(to, "A part of the link, {}, cannot be read and is not used.", RequestText(self))
            }
            Self::InAgenda(problem) => {
                let asked = RequestText(problem);
                write!(to, "In the agenda, an item asks for {asked}, which is not understood. The item is left out.")
            }
        }
    }
}

/// The part of a link that a problem is about.
struct RequestText<'p>(&'p Problem);

impl Display for RequestText<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::UnknownKey { key, value } => write!(to, "“{key}={value}”"),
            Problem::UnknownValue { key, value } => write!(to, "the {} “{value}”", key.rule().name),
            Problem::Repeated { key, value } => write!(to, "another {}, “{value}”", key.rule().name),
            Problem::NotText { part } => write!(to, "“{part}”"),
            Problem::InAgenda(problem) => RequestText(problem).fmt(to),
        }
    }
}

/// "“a”, “b” or “c”".
struct WordList(&'static [&'static str]);

impl Display for WordList {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => to.write_str("none"),
            [only] => write!(to, "“{only}”"),
            [first @ .., last] => write!(to, "“{}” or “{last}”", first.join("”, “")),
        }
    }
}
