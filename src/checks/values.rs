//! Knows: values that are missing without a reason, and values for the wrong period.
//! Must not know: what a status should be.

use super::kind::{Certainty, Kind};
use super::periods::{covered, span};
use super::reporter::{Evidence, Reporter};
use crate::import::Path;
use crate::report::{
    Basis, Frequency, Measure, MeasureFlag, Missing, Period, Report, Status, SubMeasure, Value, ValueFlag,
};
use crate::wording::periods::the;

pub(super) fn check(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    no_reason(report, measure, reporter);
    period(report, measure, reporter);
    later_history(measure, reporter);
}

/// The same for a figure of a project.
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

/// Reasons that say no more than that there is no value.
const EMPTY_REASONS: [&str; 17] = [
    "tbd",
    "to be confirmed",
    "unknown",
    "missing",
    "withheld",
    "na",
    "n a",
    "nil",
    "none",
    "tbc",
    "tba",
    "no data",
    "no value",
    "not available",
    "not applicable",
    "data not available",
    "suppressed",
];

fn no_reason(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let Value::Missing(missing) = &measure.value else { return };
    let lower = missing.reason.to_lowercase();
    let words: Vec<&str> = lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says = words.join(" ");
    let certainty = match says.as_str() {
        "" => Certainty::Certain,
        says if EMPTY_REASONS.contains(&says) => Certainty::Likely,
        _ => return,
    };
    let what = match missing.missing {
        Missing::Suppressed => "The value is withheld",
        Missing::NotAvailable => "The value is not available",
        Missing::NotApplicable => "A value does not apply",
    };
    let evidence = Evidence {
        published: match measure.status {
            Status::None => "no value".to_string(),
            status => format!("the status {} without a value", report.rules.label(status)),
        },
        expected: "the reason why there is no value".to_string(),
        working: match missing.reason.trim() {
            "" => format!("{what}, and no reason is given."),
            reason => format!("{what}, and “{reason}” does not say why."),
        },
    };
    let at = reporter.at.key("value");
    reporter.add(Kind::NoReason, certainty, &at.key("reason"), evidence);
}

/// The period of the value should fit the quarter of the report.
fn period(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let now = measure.reporting_period;
    let (of_value, quarter) = (the(now), the(report.period));
    let ((first, last), (from, to)) = (span(report.period), covered(measure.basis, now));
    let has = |flag: MeasureFlag| measure.flags.iter().any(|noted| noted.flag == flag);
    let is_yearly = measure.frequency == Frequency::Yearly;
    let is_soft =
        measure.value.flags().iter().any(|flag| matches!(flag, ValueFlag::Provisional | ValueFlag::Estimated));
    let short_of = last.saturating_sub(to);
    let found = if to > last {
        let day_after = matches!(now, Period::Day { .. }) && to == last + 1;
        let certainty = if day_after || is_soft { Certainty::Question } else { Certainty::Certain };
        Some((certainty, format!("The value is for {of_value}, which ends after {quarter}.")))
    } else if is_yearly {
        let working = format!("The value is for {of_value}, which ended {short_of} months before {quarter} did.");
        (short_of > 24).then_some((Certainty::Question, working))
    } else if to <= first {
        if !has(MeasureFlag::InArrears) {
            // A note on the period may say that it comes late.
            let certainty = if measure.period_note.is_some() { Certainty::Question } else { Certainty::Certain };
            let working = format!(
                "The value is for {of_value}, which ended before {quarter} began; it is not marked as reported in arrears."
            );
            Some((certainty, working))
        } else {
            let working = format!(
                "The value is for {of_value}, which ended {short_of} months before {quarter} did: a long time, even in arrears."
            );
            (short_of > 12).then_some((Certainty::Question, working))
        }
    } else if measure.frequency == Frequency::Quarterly
        && measure.basis == Basis::InPeriod
        && to - from < 3
        && !has(MeasureFlag::PartPeriod)
        && measure.period_note.is_none()
    {
        let months = to - from;
        let working = format!(
            "The value is for {months} of the 3 months of the quarter, and is not marked as covering only a part of it."
        );
        Some((Certainty::Likely, working))
    } else {
        None
    };
    if let Some((certainty, working)) = found {
        let evidence = Evidence { published: of_value, expected: format!("a period within {quarter}"), working };
        let at = reporter.at.key("reporting_period");
        reporter.add(Kind::Period, certainty, &at, evidence);
    }
}

/// Earlier values should not be later than the value.
fn later_history(measure: &Measure, reporter: &mut Reporter<'_>) {
    let now = measure.reporting_period;
    for (position, observation) in measure.history.iter().enumerate() {
        let Some(period) = observation.period.filter(|period| observation.is_own() && span(*period).1 > span(now).1)
        else {
            continue;
        };
        let evidence = Evidence {
            published: format!("an earlier value for {}", the(period)),
            expected: format!("one for {} or before", the(now)),
            working: format!("The value is for {}, which ends before {} does.", the(now), the(period)),
        };
        let history = reporter.at.key("history");
        reporter.add(Kind::Period, Certainty::Likely, &history.entry(position).key("period"), evidence);
    }
}
