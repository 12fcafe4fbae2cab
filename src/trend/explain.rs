//! Knows: how to say in words and figures what a published trend means and whether the export's own figures bear it out.
//! Must not know: the page; it gives text.

use super::{NoTrend, Worked, long, series, short};
use crate::format;
use crate::report::{Aim, Basis, Measure, Provenance, RuleSet, Target, Trend};

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
    let (published, worked) = match term {
        Term::Short => (measure.short_trend, short(measure, rules)),
        Term::Long => (measure.long_trend, long(measure, rules)),
    };
    let than = match term {
        Term::Short => "the period before".to_string(),
        Term::Long => format!("the average of the last {} periods", rules.long_trend_periods),
    };
    let meaning = match published {
        Trend::Improving => format!("Better than {than}."),
        Trend::Static => format!("The same as {than}."),
        Trend::Deteriorating => format!("Worse than {than}."),
        Trend::None => "The report gives no trend.".to_string(),
    };
    let figures = match worked {
        Ok(worked) => figures(measure, &worked, published),
        Err(NoTrend::NoValue) => "The value is not given, so the figures here cannot confirm it.".to_string(),
        Err(NoTrend::MissingAmong(period)) => {
            format!("The value for {period} is not given, so the figures here cannot confirm it.")
        }
        Err(NoTrend::TooFew { found: 0, .. }) if measure.basis == Basis::Cumulative => {
            "This export holds no value for the same point of an earlier year to compare with.".to_string()
        }
        Err(NoTrend::TooFew { found, needed }) => too_few(found, needed),
        Err(NoTrend::NoRange) => "There is no target range to compare with.".to_string(),
    };
    // Where there is no trend, nothing needs to be confirmed.
    if published == Trend::None { meaning } else { format!("{meaning} {figures}") }
}

fn too_few(found: u32, needed: u32) -> String {
    match (found, needed) {
        (0, 1) => "This export holds no earlier value to compare with.".to_string(),
        (0, _) => format!("This export holds none of the {needed} earlier values to compare with."),
        _ => format!("This export holds only {found} of the {needed} earlier values to compare with."),
    }
}

fn figures(measure: &Measure, worked: &Worked, published: Trend) -> String {
    let points = series(measure);
    let before: Vec<String> = worked
        .against
        .iter()
        .filter_map(|period| points.iter().find(|point| point.period == *period))
        .map(|point| {
            let worked_out = if point.provenance == Provenance::Derived { " (worked out)" } else { "" };
            format!("{}{worked_out} in {}", format::value(point.value, &measure.unit), point.period)
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
    let mut text = format!("It was {} and is now {now}; {better}.", before.join(", "));
    if worked.trend != published {
        let word = match worked.trend {
            Trend::Improving => "improving",
            Trend::Static => "static",
            Trend::Deteriorating => "deteriorating",
            Trend::None => "no trend",
        };
        text.push_str(&format!(" By these figures the trend would be {word}."));
    }
    text
}
