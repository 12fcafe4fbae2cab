//! Knows: a rating of a measure, which is its status or one of its trends, and whether the report publishes it.
//! Must not know: how a rating is worked out where the report publishes none.

use super::{Keyword, Status, Trend};
use serde::{Serialize, Serializer};

/// A word that measures are rated by.
pub trait RatingWord: Keyword {
    /// The word for no rating at all.
    const NONE: Self;
}

impl RatingWord for Status {
    const NONE: Self = Self::None;
}

impl RatingWord for Trend {
    const NONE: Self = Self::None;
}

/// A status or a trend, and where it comes from. What is published stands; only where nothing is published may it be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating<W> {
    /// The report publishes it. It may be the word for none, which is not the same as publishing nothing.
    Published(W),
    /// The report publishes none, and this follows from its figures by its rules.
    WorkedOut(W),
    /// The report publishes none, and none is worked out.
    Unknown,
}

impl<W: RatingWord> Rating<W> {
    /// The word that counts, wherever it comes from.
    pub fn word(self) -> W {
        match self {
            Self::Published(word) | Self::WorkedOut(word) => word,
            Self::Unknown => W::NONE,
        }
    }

    /// The published word, if there is one.
    pub fn published(self) -> Option<W> {
        match self {
            Self::Published(word) => Some(word),
            Self::WorkedOut(_) | Self::Unknown => None,
        }
    }

    /// Whether it is published.
    pub fn is_published(&self) -> bool {
        matches!(self, Self::Published(_))
    }

    /// Replaces what is not published. What is published stays.
    pub fn work_out(&mut self, word: impl FnOnce() -> Option<W>) {
        if !self.is_published() {
            *self = word().map_or(Self::Unknown, Self::WorkedOut);
        }
    }
}

/// As in an export, which has what is published and nothing else.
impl<W: Serialize> Serialize for Rating<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Published(word) => serializer.serialize_some(word),
            Self::WorkedOut(_) | Self::Unknown => serializer.serialize_none(),
        }
    }
}
