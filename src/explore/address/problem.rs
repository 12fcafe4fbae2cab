//! Knows: what of an address cannot be understood, as data and in words.
//! Must not know: how an address is read, or what a quarter has.

use super::key::{Key, LARGEST, NOT_NARROWED, Times, ValueKind};
use std::fmt::{self, Display, Formatter};

/// A part of a link that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such key.
    UnknownKey {
        /// The key.
        key: String,
        /// What stood after it.
        value: String,
    },
    /// The value is not one that the key takes.
    UnknownValue {
        /// The key.
        key: Key,
        /// The value.
        value: String,
    },
    /// The key takes one value and came again with another: the first stands.
    Again {
        /// The key.
        key: Key,
        /// The value that is not used.
        value: String,
    },
    /// Not text in UTF-8.
    NotText {
        /// The part as it stands in the link.
        part: String,
    },
    /// A part of an item of the agenda: the item is left out.
    InAgenda(Box<Self>),
}

/// What was asked, and what is shown instead.
impl Display for Problem {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKey { .. } => {
                write!(to, "The link asks for {}, which this page does not know. {NOT_NARROWED}", RequestText(self))
            }
            Self::UnknownValue { key, .. } => {
                write!(to, "The link asks for {}", RequestText(self))?;
                let entry = key.entry();
                match entry.takes {
                    ValueKind::Words(words) => write!(to, ". It can only be {}. {}", WordList(words), entry.instead),
                    ValueKind::Number => write!(to, ", which is not a number from 1 to {LARGEST}. {}", entry.instead),
                    // There is no text that is not understood.
                    ValueKind::Text => to.write_str("."),
                }
            }
            Self::Again { key, value } => match key.entry().times {
                Times::OneDetail => {
                    write!(to, "The link opens more than one measure or risk; “{value}” is not opened.")
                }
                Times::Once | Times::Many => {
                    write!(to, "The link names more than one {}; “{value}” is not used.", key.entry().name)
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
            Problem::UnknownValue { key, value } => write!(to, "the {} “{value}”", key.entry().name),
            Problem::Again { key, value } => write!(to, "another {}, “{value}”", key.entry().name),
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
