//! Knows: how a value, a target, a period, a status and a trend become words of a document.
//! Must not know: which measure they are of, or where they stand.

use super::document::{Document, Run, plain};
use crate::report::{Period, Rating, Report, Status, Target, Trend, Unit, Value};
use crate::wording::{format, missing};

/// A value with its shorthand.
pub fn figure(value: &Value, unit: &Unit) -> Run {
    Run::Figure(value.number().map(|number| format::number(*number, unit)), missing::shorthand_of(value).collect())
}

/// A target, or that there is none.
pub fn target(target: Option<&Target>, unit: &Unit) -> Run {
    match target {
        Some(target) => Run::Figure(Some(format::target(target, unit)), Vec::new()),
        None => plain("no target"),
    }
}

/// A status with the council's name for it.
pub fn status(report: &Report, status: Rating<Status>) -> Run {
    Run::Status(status, report.rules.label(status.word()).to_string())
}

/// A trend with its name.
pub fn trend(trend: Rating<Trend>) -> Run {
    Run::Trend(trend, trend.word().label().to_string())
}

/// A period with its note, or that the report does not state it.
pub fn period_with_note(period: Option<Period>, note: Option<&String>) -> String {
    let period = period.map_or("not given".to_string(), |period| period.to_string());
    note.map_or(period.clone(), |note| format!("{period} ({note})"))
}

/// Adds a paragraph on what the shorthand of some values means.
pub(super) fn explain_shorthand<'v>(document: &mut Document, values: impl Iterator<Item = &'v Value>) {
    if let Some(words) = missing::shorthand_used(values) {
        document.paragraph(vec![plain(words)]);
    }
}
