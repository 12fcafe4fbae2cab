//! Knows: which values are withheld, and how a finding about one is recorded.
//! Must not know: how a withheld value may follow.

use crate::checks::kind::{Certainty, Kind};
use crate::checks::reporter::{Evidence, Reporter};
use crate::import::Path;
use crate::report::{Missing, Period, Value};
use crate::wording::periods::the;

pub(super) fn is_withheld(value: &Value) -> bool {
    matches!(value, Value::Missing(missing) if missing.missing == Missing::Suppressed)
}

/// How a finding names a withheld value: "a withheld value for Quarter 3 2023/24".
pub(super) fn withheld_value(period: Period) -> String {
    format!("a withheld value for {}", the(period))
}

/// Adds the finding that something withheld can be worked out.
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
