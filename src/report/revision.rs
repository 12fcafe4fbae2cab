//! Knows: what a report says about reports before it: which figures it corrects, which measures have ended.
//! Must not know: how two reports are compared, or what the site publishes.

use super::keyword::keyword_enum;
use super::{Code, Period};
use serde::Serialize;

keyword_enum! {
    /// What of a measure a correction changes.
    CorrectedField, "a field that is corrected" {
        /// Its value, or for a period other than the report's an earlier value.
        Value = "value" => "Value",
        /// Its target.
        Target = "target" => "Target",
        /// Its published status.
        Status = "status" => "Status",
        /// Its published short trend.
        ShortTrend = "short_trend" => "Short trend",
        /// Its published long trend.
        LongTrend = "long_trend" => "Long trend",
    }
}

/// A figure that was published and is different now. A report that replaces an issue of itself, or gives a figure of an earlier
/// quarter otherwise than that quarter's report does, says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Correction {
    /// The day of the correction, `2024-03-05`.
    pub date: Period,
    /// The measure, by its code in this report.
    pub measure: Code,
    /// What of it is corrected.
    pub field: CorrectedField,
    /// The period that the figure is for.
    pub period: Period,
    /// What was published before, as an export writes it: `"75.20"`, `suppressed`, `red`, a range as `65 to 73`.
    pub before: String,
    /// What stands now.
    pub after: String,
    /// Why, for readers.
    pub reason: String,
}

/// A measure that earlier reports have and this one has no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct EndedMeasure {
    /// Its last code.
    pub code: Code,
    /// Its last name.
    pub name: String,
    /// The last quarter that reports it.
    pub last: Period,
    /// Why it ended, for readers.
    pub reason: String,
}

/// What a person says about a figure that is withheld here and might follow from other reports of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DisclosureAnswer {
    /// The measure, by its code in this report.
    pub measure: Code,
    /// Why it is published all the same: what was asked, who agreed.
    pub answer: String,
}
