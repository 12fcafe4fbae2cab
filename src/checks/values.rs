//! Knows: values that are missing without a reason, and values for the wrong period.
//! Must not know: what a status should be.

use super::kind::{Certainty, Kind};
use super::periods::{covered, span};
use super::reporter::{Evidence, Reporter};
use super::text::words;
use crate::import::Path;
use crate::report::{
    Basis, Frequency, Measure, MeasureFlag, Missing, Period, Report, Status, SubMeasure, Value, ValueFlag,
};
use crate::wording::format::the;

pub(super) fn check(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    no_reason(report, measure, reporter);
    period(report, measure, reporter);
    later_history(measure, reporter);
}

/// A figure of a project should not be for a later period than the report.
pub(super) fn check_sub_measure(report: &Report, sub: &SubMeasure, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    if let Some(period) = sub.period.filter(|period| span(*period).1 > span(report.period).1) {
        let evidence = Evidence {
            published: period.to_string(),
            expected: format!("a period that ends with {} or before", report.period),
            working: "It ends after the quarter that the report is about.".to_string(),
        };
        reporter.add(Kind::Period, Certainty::Likely, &at.key("period"), evidence);
    }
}

/// Reasons that only say that there is no value, separated by `|`.
const EMPTY_REASONS: &str = "tbd|to be confirmed|unknown|missing|withheld|na|n a|nil|none|tbc|tba|no data|no value|not available|\
    not applicable|data not available|suppressed";

fn no_reason(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let Value::Missing(missing) = &measure.value else { return };
    let lower = missing.reason.to_lowercase();
    let words: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let certainty = match words.join(" ") {
        reason if reason.is_empty() => Certainty::Certain,
        reason if EMPTY_REASONS.split('|').any(|empty| empty == reason) => Certainty::Likely,
        _ => return,
    };
    let what = match missing.missing {
        Missing::Suppressed => "The value is withheld",
        Missing::NotAvailable => "The value is not available",
        Missing::NotApplicable => "A value does not apply",
    };
    let evidence = Evidence {
        published: match measure.status.published() {
            None | Some(Status::None) => "no value".to_string(),
            Some(status) => format!("the status {} without a value", report.rules.label(status)),
        },
        expected: "the reason why there is no value".to_string(),
        working: match missing.reason.trim() {
            "" => format!("{what}, and no reason is given."),
            reason => format!("{what}, and “{reason}” does not say why."),
        },
    };
    reporter.add(Kind::NoReason, certainty, &reporter.at.key("value").key("reason"), evidence);
}

/// The period of the value should fit the quarter of the report.
fn period(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let now = measure.reporting_period();
    let (of_value, quarter) = (the(now), the(report.period));
    let ((first, last), (from, to)) = (span(report.period), covered(measure.basis(), now));
    let has = |flag: MeasureFlag| measure.flags.iter().any(|noted| noted.flag == flag);
    let has_note = measure.period_note.is_some();
    let months_before = last.saturating_sub(to);
    let (certainty, working) = if to > last {
        let is_day_after = matches!(now, Period::Day { .. }) && to == last + 1;
        let is_soft = |flag: &ValueFlag| matches!(flag, ValueFlag::Provisional | ValueFlag::Estimated);
        let may_be_right = is_day_after || measure.value.flags().iter().any(is_soft);
        let certainty = if may_be_right { Certainty::Question } else { Certainty::Certain };
        (certainty, format!("The value is for {of_value}, which ends after {quarter}."))
    } else if measure.frequency() == Frequency::Yearly {
        if months_before <= 24 {
            return;
        }
        let working = format!("The value is for {of_value}, which ended {months_before} months before {quarter} did.");
        (Certainty::Question, working)
    } else if to <= first && !has(MeasureFlag::InArrears) {
        // A note on the period may say that it is reported late.
        let certainty = if has_note { Certainty::Question } else { Certainty::Certain };
        let working = format!(
            "The value is for {of_value}, which ended before {quarter} began; it is not marked as reported in arrears."
        );
        (certainty, working)
    } else if to <= first && months_before > 12 {
        let working = format!(
            "The value is for {of_value}, which ended {months_before} months before {quarter} did: a long time, even in arrears."
        );
        (Certainty::Question, working)
    } else if to > first
        && measure.frequency() == Frequency::Quarterly
        && measure.basis() == Basis::InPeriod
        && to - from < 3
        && !has(MeasureFlag::PartPeriod)
        && !has_note
    {
        let months = to - from;
        let working = format!(
            "The value is for {months} of the 3 months of the quarter, and is not marked as covering only a part of it."
        );
        (Certainty::Likely, working)
    } else {
        return;
    };
    let evidence = Evidence { published: of_value, expected: format!("a period within {quarter}"), working };
    reporter.add(Kind::Period, certainty, &reporter.at.key("reporting_period"), evidence);
}

/// The history should have no value for a later period than the measure's own.
fn later_history(measure: &Measure, reporter: &mut Reporter<'_>) {
    let now = measure.reporting_period();
    reporter.at.key("history").each(&measure.history, |observation, at| {
        let is_later = |period: &Period| observation.is_own() && span(*period).1 > span(now).1;
        let Some(period) = observation.period.filter(is_later) else { return };
        let evidence = Evidence {
            published: format!("an earlier value for {}", the(period)),
            expected: format!("one for {} or before", the(now)),
            working: format!("The value is for {}, which ends before {} does.", the(now), the(period)),
        };
        reporter.add(Kind::Period, Certainty::Likely, &at.key("period"), evidence);
    });
}
