//! Knows: how keywords read inside a sentence; their labels are with the vocabulary.
//! Must not know: the sentences.

use crate::report::Trend;

/// A trend inside a sentence.
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "improving",
        Trend::Static => "static",
        Trend::Deteriorating => "deteriorating",
        Trend::None => "no trend",
    }
}
