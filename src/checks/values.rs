//! Knows: values that can hardly be right: impossible, out of all proportion, without a reason, of the wrong period.
//! Must not know: what a status should be.

use super::spans::{covered, span, the};
use super::{Certainty, Desk, Kind, Said, outliers};
use crate::format;
use crate::import::Path;
use crate::report::{
    Basis, Decimal, Frequency, Measure, MeasureFlag, Missing, Period, Report, Status, SubMeasure, Target, Unit,
    UnitKind, Value, ValueFlag,
};

pub(super) fn check(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    percentages(measure, desk);
    outliers::check(measure, &report.rules.of(measure), desk);
    no_reason(report, measure, desk);
    period(report, measure, desk);
    later_history(measure, desk);
}

/// A figure that a project has of its own.
pub(super) fn of_project(report: &Report, sub: &SubMeasure, at: &Path<'_>, desk: &mut Desk<'_>) {
    if sub.unit.kind == UnitKind::Percent && !goes_past_all(&sub.name, &sub.unit) {
        let mut outside = Vec::new();
        of_value(&sub.value, &at.key("value"), &mut outside);
        of_target(sub.target.as_ref(), &sub.unit, &at.key("target"), &mut outside);
        say_outside(&outside, &sub.unit, desk);
    }
    if let Some(period) = sub.period.filter(|period| span(*period).1 > span(report.period).1) {
        let said = Said {
            published: period.to_string(),
            expected: format!("a period that ends with {} or before", report.period),
            working: "It ends after the quarter that the report is about.".to_string(),
        };
        desk.find(Kind::Period, Certainty::Likely, &at.key("period"), said);
    }
}

/// Whether a percentage is one of those that may be above all or below nothing: a change, or one number held against another.
pub(super) fn goes_past_all(name: &str, unit: &Unit) -> bool {
    const WORDS: [&str; 19] = [
        "change",
        "increase",
        "decrease",
        "reduction",
        "growth",
        "rise",
        "difference",
        "variance",
        "compared",
        "against",
        "relative",
        "gap",
        "uplift",
        "budget",
        "spend",
        "spent",
        "occupancy",
        "capacity",
        "forecast",
    ];
    let is_one = |word: &str| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
    [name, unit.of.as_deref().unwrap_or_default()]
        .iter()
        .any(|text| text.split(|one: char| !one.is_alphabetic()).any(is_one))
}

pub(super) fn is_outside(number: Decimal) -> bool {
    number.cmp_value(Decimal::ZERO).is_lt() || number.cmp_value(Decimal::whole(100)).is_gt()
}

/// Numbers outside 0 to 100 with their places.
type Outside = Vec<(String, Decimal)>;

fn of_value(value: &Value, at: &Path<'_>, outside: &mut Outside) {
    if let Some(number) = value.number().filter(|number| is_outside(**number)) {
        outside.push((at.key("number").to_string(), *number));
    }
}

fn of_target(target: Option<&Target>, unit: &Unit, at: &Path<'_>, outside: &mut Outside) {
    let bounds = match target {
        Some(Target::Point(point)) if point.is_in(unit) => vec![("point", point.point)],
        Some(Target::LowHigh(targets)) => {
            vec![("low_target", targets.low_target), ("high_target", targets.high_target)]
        }
        Some(Target::Range(range)) => vec![("low", range.low), ("high", range.high)],
        Some(Target::Point(_)) | None => Vec::new(),
    };
    outside.extend(
        bounds
            .into_iter()
            .filter(|(_, number)| is_outside(*number))
            .map(|(key, number)| (at.key(key).to_string(), number)),
    );
}

fn percentages(measure: &Measure, desk: &mut Desk<'_>) {
    if goes_past_all(&measure.name, &measure.unit) {
        return;
    }
    let is_change = |series: Option<&str>, unit: &Unit| series.is_some_and(|series| goes_past_all(series, unit));
    let is_percent = |unit: &Unit| unit.kind == UnitKind::Percent;
    let mut outside = Vec::new();
    if is_percent(&measure.unit) {
        of_value(&measure.value, &desk.at.key("value"), &mut outside);
        of_target(measure.target.as_ref(), &measure.unit, &desk.at.key("target"), &mut outside);
    }
    for (position, observation) in measure.history.iter().enumerate() {
        let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
        if is_percent(unit) && !is_change(observation.series.as_deref(), unit) {
            let history = desk.at.key("history");
            of_value(&observation.value, &history.entry(position).key("value"), &mut outside);
        }
    }
    for (position, benchmark) in measure.benchmarks.iter().enumerate() {
        if is_percent(&measure.unit) && !is_change(benchmark.series.as_deref(), &measure.unit) {
            let benchmarks = desk.at.key("benchmarks");
            of_value(&benchmark.value, &benchmarks.entry(position).key("value"), &mut outside);
        }
    }
    say_outside(&outside, &Unit { kind: UnitKind::Percent, per: None, of: None }, desk);
}

fn say_outside(outside: &Outside, unit: &Unit, desk: &mut Desk<'_>) {
    // Where several are, it is more often the way that the measure is made than a slip.
    let certainty = if outside.len() > 1 { Certainty::Question } else { Certainty::Likely };
    for (at, number) in outside {
        let shown = format::number(*number, unit);
        let working = if number.cmp_value(Decimal::ZERO).is_lt() {
            format!("{shown} is less than 0%; only a change can be, and the name does not say that it is one.")
        } else {
            format!("{shown} is more than 100%; a part is not more than the whole.")
        };
        desk.find_at(
            Kind::Percentage,
            certainty,
            at.clone(),
            Said { published: shown, expected: "0% to 100%".to_string(), working },
        );
    }
}

/// Reasons that say no more than that there is none.
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

fn no_reason(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
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
    let said = Said {
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
    let at = desk.at.key("value");
    desk.find(Kind::NoReason, certainty, &at.key("reason"), said);
}

/// The period of the value fits the quarter of the report.
fn period(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    let now = measure.reporting_period;
    let (said, quarter) = (the(now), the(report.period));
    let ((first, last), (from, to)) = (span(report.period), covered(measure.basis, now));
    let has = |flag: MeasureFlag| measure.flags.iter().any(|noted| noted.flag == flag);
    let is_yearly = measure.frequency == Frequency::Yearly;
    let is_soft =
        measure.value.flags().iter().any(|flag| matches!(flag, ValueFlag::Provisional | ValueFlag::Estimated));
    let short_of = last.saturating_sub(to);
    let found = if to > last {
        let day_after = matches!(now, Period::Day { .. }) && to == last + 1;
        let certainty = if day_after || is_soft { Certainty::Question } else { Certainty::Certain };
        Some((certainty, format!("The value is for {said}, which ends after {quarter}.")))
    } else if is_yearly {
        let working = format!("The value is for {said}, which ended {short_of} months before {quarter} did.");
        (short_of > 24).then_some((Certainty::Question, working))
    } else if to <= first {
        if !has(MeasureFlag::InArrears) {
            // A remark on the period may say that it comes late.
            let certainty = if measure.period_note.is_some() { Certainty::Question } else { Certainty::Certain };
            let working = format!(
                "The value is for {said}, which ended before {quarter} began; it is not marked as reported in arrears."
            );
            Some((certainty, working))
        } else {
            let working = format!(
                "The value is for {said}, which ended {short_of} months before {quarter} did: a long time, even in arrears."
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
        let said = Said { published: said, expected: format!("a period within {quarter}"), working };
        let at = desk.at.key("reporting_period");
        desk.find(Kind::Period, certainty, &at, said);
    }
}

/// Earlier values are not later than the value.
fn later_history(measure: &Measure, desk: &mut Desk<'_>) {
    let now = measure.reporting_period;
    for (position, observation) in measure.history.iter().enumerate() {
        let Some(period) = observation.period.filter(|period| observation.is_own() && span(*period).1 > span(now).1)
        else {
            continue;
        };
        let said = Said {
            published: format!("an earlier value for {}", the(period)),
            expected: format!("one for {} or before", the(now)),
            working: format!("The value is for {}, which ends before {} does.", the(now), the(period)),
        };
        let history = desk.at.key("history");
        desk.find(Kind::Period, Certainty::Likely, &history.entry(position).key("period"), said);
    }
}
