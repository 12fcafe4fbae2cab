//! Knows: how words of an export, and periods, are written in a mapping.
//! Must not know: what a mapping is about.

use crate::report::Keyword;
use serde::{Deserialize, Deserializer, Serializer, de};

/// Keywords that may be absent.
pub mod optional {
    use super::*;

    /// Writes the word, or nothing.
    pub fn serialize<W: Keyword, S: Serializer>(word: &Option<W>, serializer: S) -> Result<S::Ok, S::Error> {
        match word {
            Some(word) => serializer.serialize_str(word.word()),
            None => serializer.serialize_none(),
        }
    }

    /// Reads the word, or nothing. A word that is not known is a fault.
    pub fn deserialize<'d, W: Keyword, D: Deserializer<'d>>(deserializer: D) -> Result<Option<W>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        W::from_word(&text).map(Some).ok_or_else(|| de::Error::custom(format!("{text:?} is not {}", W::WHAT)))
    }
}

/// Keywords.
pub mod whole {
    use super::*;

    /// Writes the word.
    pub fn serialize<W: Keyword, S: Serializer>(word: &W, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(word.word())
    }

    /// Reads the word. One that is not known is a fault.
    pub fn deserialize<'d, W: Keyword, D: Deserializer<'d>>(deserializer: D) -> Result<W, D::Error> {
        let text = String::deserialize(deserializer)?;
        W::from_word(&text).ok_or_else(|| de::Error::custom(format!("{text:?} is not {}", W::WHAT)))
    }
}

/// Periods that may be absent: whole ones, or quarters without a year.
pub mod period {
    use super::*;
    use crate::convert::periods::{FoundPeriod, parse};

    /// Writes the period, or nothing.
    pub fn serialize<S: Serializer>(period: &Option<FoundPeriod>, serializer: S) -> Result<S::Ok, S::Error> {
        match period {
            Some(period) => serializer.collect_str(period),
            None => serializer.serialize_none(),
        }
    }

    /// Reads the period, or nothing.
    pub fn deserialize<'d, D: Deserializer<'d>>(deserializer: D) -> Result<Option<FoundPeriod>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        let whole = crate::report::Period::parse(&text).map(FoundPeriod::Whole);
        whole.or_else(|| parse(&text)).map(Some).ok_or_else(|| de::Error::custom(format!("{text:?} is not a period")))
    }
}
