//! Knows: how the words of the field stand in a sentence; as labels they stand with the vocabulary.
//! Must not know: the sentences.

use crate::report::Trend;

/// A trend within a sentence.
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "improving",
        Trend::Static => "static",
        Trend::Deteriorating => "deteriorating",
        Trend::None => "no trend",
    }
}
