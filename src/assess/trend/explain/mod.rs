//! Knows: how to explain, in words and figures, what a published trend means and whether the figures confirm it.
//! Must not know: the page; it returns text.

use super::{NoTrend, TrendReading, is_by_year, long, series, short};
use crate::report::{Aim, ComparedWith, Measure, Period, Provenance, RuleSet, Target, Trend};
use crate::wording::format::{self, the};

/// Which trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Since the period before.
    Short,
    /// Against the average of the last periods.
    Long,
}

/// What the published trend means, then what the export's own figures say: "Better than the period before. It was 77.9 in
/// Quarter 2 2023/24 and is now 77.7; closer to the mid-point 69.0 is better."
pub fn explain(measure: &Measure, rules: &RuleSet, term: Term) -> String {
    let rules = &*rules.of(measure);
    let (published, worked) = match term {
        Term::Short => (measure.short_trend, short(measure, rules)),
        Term::Long => (measure.long_trend, long(measure, rules)),
    };
    let than = match term {
        Term::Short if rules.compared_with == Some(ComparedWith::LastYear) => "the same period last year".to_string(),
        Term::Short => "the period before".to_string(),
        Term::Long => format!("the average of {}", averaged(rules)),
    };
    let meaning = match published {
        Trend::Improving => format!("Better than {than}."),
        Trend::Static => format!("The same as {than}."),
        Trend::Deteriorating => format!("Worse than {than}."),
        Trend::None => "The report gives no trend.".to_string(),
    };
    let figures = match worked {
        Ok(worked) => {
            let mut text = format!("{}.", working(measure, rules, &worked));
            if worked.trend != published {
                text.push_str(&format!(" By these figures the trend would be {}.", format::trend(worked.trend)));
            }
            text
        }
        Err(why) => because(measure, rules, why),
    };
    // Without a published trend there is nothing to confirm.
    if published == Trend::None { meaning } else { format!("{meaning} {figures}") }
}

/// What the long trend averages: "the last 4 periods".
pub fn averaged(rules: &RuleSet) -> String {
    let periods = rules.long_trend_periods;
    match (rules.compared_with, periods) {
        (Some(ComparedWith::LastYear), 1) => "the same period last year".to_string(),
        (Some(ComparedWith::LastYear), _) => format!("the same period in the last {periods} years"),
        (Some(ComparedWith::Previous) | None, 1) => "the last period".to_string(),
        (Some(ComparedWith::Previous) | None, _) => format!("the last {periods} periods"),
    }
}

/// Why a trend cannot be worked out, as a sentence.
pub fn because(measure: &Measure, rules: &RuleSet, why: NoTrend) -> String {
    let by_year = is_by_year(measure, rules);
    match why {
        NoTrend::NoValue => "The value is not given, so the figures here cannot confirm it.".to_string(),
        NoTrend::MissingAmong(period) => {
            format!("The value for {} is not given, so the figures here cannot confirm it.", the(period))
        }
        NoTrend::TooFew { found: 0, .. } if by_year => {
            "This export holds no value for the same point of an earlier year to compare with.".to_string()
        }
        NoTrend::TooFew { found: 0, needed: 1 } => "This export holds no earlier value to compare with.".to_string(),
        NoTrend::TooFew { found: 0, needed } => {
            format!("This export holds none of the {needed} earlier values to compare with.")
        }
        NoTrend::TooFew { found, needed } => {
            format!("This export holds only {found} of the {needed} earlier values to compare with.")
        }
        NoTrend::Broken => "The figures are marked as not comparable with those before them.".to_string(),
        NoTrend::NoRange => "There is no target range to compare with.".to_string(),
    }
}

/// The working of a trend in figures, without a full stop: "It was 77.9 in Quarter 2 2023/24 and is now 77.7; closer to the
/// mid-point 69.0 is better".
pub fn working(measure: &Measure, rules: &RuleSet, worked: &TrendReading) -> String {
    let points = series(measure);
    let before = worked.against.iter().filter_map(|period| points.iter().find(|point| point.period == *period));
    let before = before.map(|point| {
        let worked_out = if point.provenance == Provenance::Derived { " (worked out)" } else { "" };
        let preposition = if matches!(point.period, Period::Day { .. }) { "on" } else { "in" };
        format!("{}{worked_out} {preposition} {}", format::value(point.value, &measure.unit), the(point.period))
    });
    let now = format::value(&measure.value, &measure.unit);
    let better = match (measure.aim, &measure.target) {
        (Aim::Maximise, _) => "higher is better".to_string(),
        (Aim::Minimise, _) => "lower is better".to_string(),
        (Aim::Goldilocks, Some(Target::Range(range))) => match range.mid_point {
            Some(middle) => format!("closer to the mid-point {} is better", format::number(middle, &measure.unit)),
            None => "closer to the target range is better".to_string(),
        },
        (Aim::Goldilocks, _) => "inside the range is best".to_string(),
    };
    let tolerance = rules.static_tolerance;
    let within = match worked.trend {
        Trend::Static if !tolerance.is_zero() => format!("; a difference of up to {tolerance} counts as static"),
        _ => String::new(),
    };
    format!("It was {} and is now {now}; {better}{within}", before.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests;
