//! Knows: values that can hardly be right: impossible, out of all proportion, twice, without a reason, of the wrong period.
//! Must not know: targets, or what a status should be.

use super::{Certainty, Desk, Kind, Said};
use crate::format;
use crate::report::period::PeriodKind;
use crate::report::{
    Decimal, Frequency, Measure, MeasureFlag, Missing, Period, Report, Status, Target, Unit, UnitKind, Value, ValueFlag,
};
use crate::trend;
use std::collections::HashMap;

pub(super) fn check(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    percentages(measure, desk);
    far_from_history(report, measure, desk);
    no_reason(report, measure, desk);
    two_values(measure, desk);
    period(report, measure, desk);
}

fn percentages(measure: &Measure, desk: &mut Desk<'_>) {
    let is_percent = |unit: &Unit| unit.kind == UnitKind::Percent;
    let hundred = Decimal::whole(100);
    let is_outside = |number: &Decimal| number.cmp_value(Decimal::ZERO).is_lt() || number.cmp_value(hundred).is_gt();
    let said = |number: &Decimal| Said {
        published: format!("{number}%"),
        expected: "0% to 100%".to_string(),
        working: "A share cannot be more than all or less than none; a change can, and then the unit says so."
            .to_string(),
    };
    let value_at = desk.at.key("value");
    if is_percent(&measure.unit)
        && let Some(number) = measure.value.number().filter(|number| is_outside(number))
    {
        desk.find(Kind::Percentage, Certainty::Likely, &value_at.key("number"), said(number));
    }
    if is_percent(&measure.unit)
        && let Some(target) = &measure.target
    {
        let at = desk.at.key("target");
        let bounds = match target {
            Target::Point(point) if !point.is_in(&measure.unit) => Vec::new(),
            Target::Point(point) => vec![("point", point.point)],
            Target::LowHigh(targets) => {
                vec![("low_target", targets.low_target), ("high_target", targets.high_target)]
            }
            Target::Range(range) => vec![("low", range.low), ("high", range.high)],
        };
        for (key, number) in bounds.iter().filter(|(_, number)| is_outside(number)) {
            desk.find(Kind::Percentage, Certainty::Likely, &at.key(key), said(number));
        }
    }
    for (position, observation) in measure.history.iter().enumerate() {
        if is_percent(observation.unit.as_ref().unwrap_or(&measure.unit))
            && let Some(number) = observation.value.number().filter(|number| is_outside(number))
        {
            let history = desk.at.key("history");
            let at = history.entry(position);
            desk.find(Kind::Percentage, Certainty::Likely, &at.key("value").key("number"), said(number));
        }
    }
    for (position, benchmark) in measure.benchmarks.iter().enumerate() {
        if is_percent(&measure.unit)
            && let Some(number) = benchmark.value.number().filter(|number| is_outside(number))
        {
            let benchmarks = desk.at.key("benchmarks");
            let at = benchmarks.entry(position);
            desk.find(Kind::Percentage, Certainty::Likely, &at.key("value").key("number"), said(number));
        }
    }
}

/// A value ten or more times the greatest, or at most a tenth of the smallest, of the earlier values that it may be compared
/// with.
fn far_from_history(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    let Some(now) = measure.value.number() else { return };
    let earlier = trend::comparable(measure, &report.rules.of(measure));
    let numbers: Vec<(Period, Decimal)> =
        earlier.iter().filter_map(|point| Some((point.period, *point.value.number()?))).collect();
    let scale = numbers.iter().map(|(_, number)| number.scale()).chain([now.scale()]).max().unwrap_or(0);
    let size = |number: &Decimal| number.at_scale(scale).abs();
    let by_size = |one: &&(Period, Decimal), other: &&(Period, Decimal)| size(&one.1).cmp(&size(&other.1));
    let (Some(least), Some(most)) = (numbers.iter().min_by(by_size), numbers.iter().max_by(by_size)) else { return };
    let number = |number: &Decimal| format::number(*number, &measure.unit);
    let now_size = size(now);
    let (bound, words) = if now_size >= size(&most.1) * 10 && size(&most.1) > 0 {
        (most, format!("{} times the greatest of them", now_size / size(&most.1)))
    } else if now_size > 0 && now_size * 10 <= size(&least.1) {
        (least, format!("a {} part of the smallest of them", ordinal(size(&least.1) / now_size)))
    // Nothing, where there were tens before: a blank that was read as zero looks like this.
    } else if now_size == 0 && size(&least.1) >= 10i128.pow(scale + 1) {
        (least, "nothing".to_string())
    } else {
        return;
    };
    let several = numbers.len() >= 3;
    let said = Said {
        published: format!("{} for {}", number(now), measure.reporting_period),
        expected: format!("a value of the size of the {} before", if several { "values" } else { "one" }),
        working: format!("It was {} in {}; now it is {}, {words}.", number(&bound.1), bound.0, number(now)),
    };
    let certainty = if several { Certainty::Likely } else { Certainty::Question };
    let at = desk.at.key("value");
    desk.find(Kind::FarFromHistory, certainty, &at.key("number"), said);
}

fn ordinal(number: i128) -> String {
    format!("{number}th")
}

fn no_reason(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    let Value::Missing(missing) = &measure.value else { return };
    if measure.status == Status::None || !missing.reason.trim().is_empty() {
        return;
    }
    let said = Said {
        published: format!("the status {} without a value", report.rules.label(measure.status)),
        expected: "the reason why there is no value".to_string(),
        working: match missing.missing {
            Missing::Suppressed => "The value is withheld, and nothing says why.",
            Missing::NotAvailable => "The value is not available, and nothing says why.",
            Missing::NotApplicable => "A value does not apply, and nothing says why.",
        }
        .to_string(),
    };
    let at = desk.at.key("value");
    desk.find(Kind::NoReason, Certainty::Certain, &at.key("reason"), said);
}

/// Two numbers for one period and one series, the later of which does not say that it is a revision.
fn two_values(measure: &Measure, desk: &mut Desk<'_>) {
    let mut known: HashMap<(Option<&str>, Period), &Value> = HashMap::new();
    let number = |value: &Value| format::value(value, &measure.unit);
    let differ = |one: &Value, other: &Value| match (one.number(), other.number()) {
        (Some(one), Some(other)) => !one.cmp_value(*other).is_eq(),
        _ => false,
    };
    let is_revised = |value: &Value| value.flags().contains(&ValueFlag::Revised);
    for (position, observation) in measure.history.iter().enumerate() {
        let Some(period) = observation.period else { continue };
        let series = observation.series.as_deref();
        let of_now = (series.is_none() && period == measure.reporting_period).then_some(&measure.value);
        // The value of the report is the latest word on its period, and a number in the history an earlier one.
        let (earlier, later) = match (of_now, known.get(&(series, period)).copied()) {
            (Some(now), _) => (&observation.value, now),
            (None, Some(before)) => (before, &observation.value),
            (None, None) => {
                known.insert((series, period), &observation.value);
                continue;
            }
        };
        known.insert((series, period), &observation.value);
        if differ(earlier, later) && !is_revised(later) {
            let history = desk.at.key("history");
            let at = history.entry(position);
            let said = Said {
                published: format!("{} and {} for {period}", number(earlier), number(later)),
                expected: "one value, or a later one that is marked as revised".to_string(),
                working: "Both are for the same period and the same series.".to_string(),
            };
            desk.find(Kind::TwoValues, Certainty::Certain, &at.key("value"), said);
        }
    }
}

/// The first month of what may be for the report's own quarter, and its last.
fn months_of(period: Period) -> (u32, u32) {
    let last = period.end().index();
    let length = match period.kind() {
        PeriodKind::Quarter => 3,
        PeriodKind::YearToQuarter(quarter) => u32::from(quarter) * 3,
        PeriodKind::FinancialYear | PeriodKind::AcademicYear => 12,
        PeriodKind::Month | PeriodKind::Day => 1,
        PeriodKind::Months(months) => months,
    };
    (last.saturating_sub(length - 1), last)
}

fn period(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    let (now, last) = (measure.reporting_period, months_of(report.period).1);
    let first = months_of(report.period).0;
    let end = months_of(now).1;
    let in_arrears = measure.flags.iter().any(|noted| noted.flag == MeasureFlag::InArrears);
    let is_yearly = measure.frequency == Frequency::Yearly;
    let found = if end > last {
        Some((Certainty::Certain, "It ends after the quarter that the report is about.".to_string()))
    } else if is_yearly && last - end > 24 {
        Some((Certainty::Question, format!("It ended {} months before the end of the quarter.", last - end)))
    } else if is_yearly || end >= first {
        None
    } else if !in_arrears {
        let working = "It ended before the quarter began, and the measure is not marked as reported in arrears.";
        Some((Certainty::Certain, working.to_string()))
    } else if last - end > 12 {
        let working = format!("It is reported in arrears, but {} months are more than a year.", last - end);
        Some((Certainty::Question, working))
    } else {
        None
    };
    if let Some((certainty, working)) = found {
        let said = Said { published: now.to_string(), expected: format!("a period within {}", report.period), working };
        let at = desk.at.key("reporting_period");
        desk.find(Kind::Period, certainty, &at, said);
    }
    for (position, observation) in measure.history.iter().enumerate() {
        if let Some(period) = observation.period.filter(|period| observation.is_own() && months_of(*period).1 > end) {
            let said = Said {
                published: format!("an observation for {period}"),
                expected: format!("one for {now} or before"),
                working: format!("The value itself is for {now}; its history cannot be later."),
            };
            let history = desk.at.key("history");
            let at = history.entry(position);
            desk.find(Kind::Period, Certainty::Likely, &at.key("period"), said);
        }
    }
}
