//! Knows: the problems that an address can have, and their wording.
//! Must not know: how an address is read, or what a quarter contains.

use super::key::{Key, KeyRule, LARGEST, NOT_FILTERED, Times, ValueKind};
use crate::wording::format::grouped;
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
    /// The whole query is longer than what is read.
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Problems beyond those that are named.
    More {
        /// How many.
        count: usize,
    },
}

/// What the link asks for, and what is shown instead.
impl Display for Problem {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let part = self.part();
        match self {
            Self::UnknownKey { .. } => {
                write!(to, "The link asks for {part}, which this page does not know. {NOT_FILTERED}")
            }
            Self::UnknownValue { key, .. } => {
                let KeyRule { takes, fallback, .. } = key.rule();
                match takes {
                    ValueKind::Words(words) => {
                        write!(to, "The link asks for {part}. It can only be {}. {fallback}", word_list(words))
                    }
                    ValueKind::Number => {
                        write!(to, "The link asks for {part}, which is not a number from 1 to {LARGEST}. {fallback}")
                    }
                    // Any text is valid.
                    ValueKind::Text => write!(to, "The link asks for {part}."),
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
            Self::NotText { .. } => write!(to, "A part of the link, {part}, cannot be read and is not used."),
            Self::InAgenda(_) => {
                write!(to, "In the agenda, an item asks for {part}, which is not understood. The item is left out.")
            }
            Self::TooLong { .. } => {
                write!(to, "The link has {part}, more than this page reads. None of it is used.")
            }
            Self::More { .. } => write!(to, "Not understood either: {part} of the link."),
        }
    }
}

impl Problem {
    /// The part of the link that the problem is about, in words.
    fn part(&self) -> String {
        match self {
            Self::UnknownKey { key, value } => format!("“{key}={value}”"),
            Self::UnknownValue { key, value } => format!("the {} “{value}”", key.rule().name),
            Self::Repeated { key, value } => format!("another {}, “{value}”", key.rule().name),
            Self::NotText { part } => format!("“{part}”"),
            Self::InAgenda(problem) => problem.part(),
            Self::TooLong { bytes } => format!("{} characters", grouped(&bytes.to_string())),
            Self::More { count: 1 } => "1 more part".to_string(),
            Self::More { count } => format!("{} more parts", grouped(&count.to_string())),
        }
    }
}

/// "“a”, “b” or “c”".
fn word_list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => format!("“{only}”"),
        [first @ .., last] => format!("“{}” or “{last}”", first.join("”, “")),
    }
}
