//! Knows: which values are suppressed, and how a finding about one is recorded.
//! Must not know: how a suppressed value may be worked out.

use crate::checks::kind::{Certainty, Kind};
use crate::checks::reporter::{Evidence, Reporter};
use crate::import::Path;
use crate::report::{Measure, Missing, Period, Value};
use crate::wording::format::the;

pub(super) fn is_suppressed(value: &Value) -> bool {
    matches!(value, Value::Missing(missing) if missing.missing == Missing::Suppressed)
}

/// Whether the value of a measure, or one in its history, is suppressed.
pub(in crate::checks) fn has_suppressed(measure: &Measure) -> bool {
    is_suppressed(&measure.value) || measure.history.iter().any(|observation| is_suppressed(&observation.value))
}

/// How a finding names a suppressed value: "a withheld value for Quarter 3 2023/24".
pub(super) fn suppressed_value(period: Period) -> String {
    format!("a withheld value for {}", the(period))
}

/// Adds a finding that something suppressed can be worked out.
pub(super) fn add_finding(
    reporter: &mut Reporter<'_>,
    certainty: Certainty,
    at: &Path<'_>,
    published: String,
    working: String,
) {
    let expected = "no other figures from which it follows".to_string();
    reporter.add(Kind::Recoverable, certainty, at, Evidence { published, expected, working });
}
