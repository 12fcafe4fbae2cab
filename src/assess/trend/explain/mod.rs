//! Knows: how to say in words and figures what a published trend means and whether the export's own figures bear it out.
//! Must not know: the page; it gives text.

use super::{NoTrend, TrendReading, is_by_year, long, series, short};
use crate::report::{Aim, ComparedWith, Measure, Period, Provenance, RuleSet, Target, Trend};
use crate::wording::format;

/// Which trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Since the period before.
    Short,
    /// Against the average of the last periods.
    Long,
}

/// A published trend in words that say better or worse, followed by what the export's own figures say: "Improving: better
/// than in the period before. The value went from 77.9 to 77.7, and closer to the mid-point 69.0 is better."
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
                text.push_str(&format!(" By these figures the trend would be {}.", word(worked.trend)));
            }
            text
        }
        Err(why) => because(measure, rules, why),
    };
    // Where there is no trend, nothing needs to be confirmed.
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
            let the = article(period);
            format!("The value for {the}{period} is not given, so the figures here cannot confirm it.")
        }
        NoTrend::TooFew { found: 0, .. } if by_year => {
            "This export holds no value for the same point of an earlier year to compare with.".to_string()
        }
        NoTrend::TooFew { found, needed } => too_few(found, needed),
        NoTrend::Broken => "The figures are marked as not comparable with those before them.".to_string(),
        NoTrend::NoRange => "There is no target range to compare with.".to_string(),
    }
}

fn too_few(found: u32, needed: u32) -> String {
    match (found, needed) {
        (0, 1) => "This export holds no earlier value to compare with.".to_string(),
        (0, _) => format!("This export holds none of the {needed} earlier values to compare with."),
        _ => format!("This export holds only {found} of the {needed} earlier values to compare with."),
    }
}

/// The working of a trend in figures, without a full stop: "It was 77.9 in Quarter 2 2023/24 and is now 77.7; closer to the
/// mid-point 69.0 is better".
pub fn working(measure: &Measure, rules: &RuleSet, worked: &TrendReading) -> String {
    let points = series(measure);
    let before: Vec<String> = worked
        .against
        .iter()
        .filter_map(|period| points.iter().find(|point| point.period == *period))
        .map(|point| {
            let worked_out = if point.provenance == Provenance::Derived { " (worked out)" } else { "" };
            let period = point.period;
            let when = if matches!(period, Period::Day { .. }) { "on" } else { "in" };
            format!("{}{worked_out} {when} {}{period}", format::value(point.value, &measure.unit), article(period))
        })
        .collect();
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
    format!("It was {} and is now {now}; {better}{within}", before.join(", "))
}

/// What stands before a period in a sentence: "in the year 2022/23", "in December 2023".
fn article(period: Period) -> &'static str {
    match period {
        Period::YearToQuarter { .. } | Period::FinancialYear { .. } | Period::AcademicYear { .. } => "the ",
        Period::Quarter { .. } | Period::Month(_) | Period::Months { .. } | Period::Day { .. } => "",
    }
}

/// A trend as a word in a sentence.
pub fn word(trend: Trend) -> &'static str {
    match trend {
        Trend::Improving => "improving",
        Trend::Static => "static",
        Trend::Deteriorating => "deteriorating",
        Trend::None => "no trend",
    }
}

#[cfg(test)]
mod tests;
