//! Knows: how to explain, in words and figures, why a measure has its status.
//! Must not know: the page; each explanation is one sentence of text.

use super::{Direction, Edge, Judgement, Limit, Miss, NotJudged, Standing, is_share_meaningful, judge};
use crate::report::{
    Aim, Decimal, Measure, Missing, Rounding, RuleSet, Status, Target, ToleranceBasis, Trend, UnitKind,
};
use crate::wording::format;
use std::cmp::Ordering;

/// Why the measure has its status: "77.7 is above the upper bound 73 by 6.4%, more than the 5% tolerance: red." It gives both
/// statuses when the published one differs from the rules, and the reason when the rules cannot be applied.
pub fn explain(measure: &Measure, rules: &RuleSet) -> String {
    let published = measure.status;
    match judge(measure, rules) {
        Ok(judged) => {
            let reason = working(measure, rules, &judged);
            let status = label(judged.status, rules);
            if judged.status == published {
                format!("{reason}: {status}.")
            } else {
                format!("{reason}: by the rules of this report {status}, but published as {}.", label(published, rules))
            }
        }
        Err(why) if published == Status::None => format!("{}, so there is no status.", because(measure, why)),
        Err(why) => format!(
            "{}, so the published status, {}, stands and cannot be recomputed here.",
            because(measure, why),
            label(published, rules)
        ),
    }
}

/// Why no status can be worked out, without a full stop.
pub fn because(measure: &Measure, why: NotJudged) -> &'static str {
    match why {
        NotJudged::NoValue(Missing::Suppressed) => "The value is withheld",
        NotJudged::NoValue(Missing::NotAvailable) => "There is no value",
        NotJudged::NoValue(Missing::NotApplicable) => "A value does not apply",
        NotJudged::NoTarget => "There is no target",
        NotJudged::ReversedRange => match measure.target {
            Some(Target::LowHigh(_)) => "The low target is more demanding than the high one",
            Some(Target::Point(_)) => "The amber value is better than the target",
            _ => "The lower bound of the target range is above the upper bound",
        },
        NotJudged::AimAndTargetDiffer => "The target does not fit the aim",
        NotJudged::NothingBetween => {
            "The value is between the low and the high target, and the rules do not say what that means"
        }
        NotJudged::UnitsDiffer => "The target is in a different unit from the value",
        NotJudged::NoDirection => "Beyond the tolerance the direction of travel decides, and there is none",
    }
}

fn label(status: Status, rules: &RuleSet) -> String {
    rules.label(status).to_lowercase()
}

/// The working in figures, without the status: "77.7 is above the upper bound 73 by 6.4%, more than the 5% tolerance".
pub fn working(measure: &Measure, rules: &RuleSet, judged: &Judgement) -> String {
    let rules = &*rules.of(measure);
    let unit = &measure.unit;
    let value = measure.value.number().map_or_else(String::new, |number| format::number(*number, unit));
    let text = match judged.standing {
        Standing::Met => met(measure, &value),
        Standing::Between { at_low } => between(measure, &value, at_low),
        Standing::Missed(miss) => missed(measure, rules, &value, &miss),
        Standing::ForInformation => format!("{value} has no target"),
    };
    let Some(Direction { trend, is_worked_out }) = judged.direction else { return text };
    let word = match trend {
        Trend::Improving | Trend::Deteriorating => format::trend(trend),
        Trend::Static => "the same as before",
        Trend::None => "without a direction",
    };
    let source = if is_worked_out { "by the figures" } else { "by the published short trend" };
    format!("{text}; it is {word} {source}, and that decides")
}

fn between(measure: &Measure, value: &str, at_low: bool) -> String {
    let unit = &measure.unit;
    let Some(Target::LowHigh(target)) = &measure.target else { return value.to_string() };
    let (low, high) = (format::number(target.low_target, unit), format::number(target.high_target, unit));
    if at_low {
        format!("{value} is exactly the low target {low}, short of the high target {high}")
    } else {
        format!("{value} is between the low target {low} and the high target {high}")
    }
}

fn met(measure: &Measure, value: &str) -> String {
    let unit = &measure.unit;
    let (name, bound) = match &measure.target {
        Some(Target::Range(range)) => {
            let (low, high) = (format::number(range.low, unit), format::number(range.high, unit));
            return format!("{value} is inside the target range {low} to {high}");
        }
        Some(Target::Point(target)) => ("target", target.point),
        Some(Target::LowHigh(target)) => ("high target", target.high_target),
        // Only a measure with a target is judged to have met it.
        None => return value.to_string(),
    };
    let point = format::number(bound, unit);
    match measure.value.number().map(|number| number.cmp_value(bound)) {
        Some(Ordering::Equal) => format!("{value} is exactly the {name} {point}"),
        _ if measure.aim == Aim::Minimise => format!("{value} is below the {name} {point}, and lower is better"),
        _ => format!("{value} is above the {name} {point}, and higher is better"),
    }
}

fn missed(measure: &Measure, rules: &RuleSet, value: &str, miss: &Miss) -> String {
    let unit = &measure.unit;
    let bound = match miss.edge {
        Edge::Target => "target",
        Edge::LowTarget => "low target",
        Edge::LowerBound => "lower bound",
        Edge::UpperBound => "upper bound",
    };
    let is_below = measure.value.number().is_some_and(|number| number.cmp_value(miss.bound).is_lt());
    let side = if is_below { "below" } else { "above" };
    let start = format!("{value} is {side} the {bound} {}", format::number(miss.bound, unit));
    let Some(against) = miss.against_limit else {
        let distance = format::amount(miss.distance, unit);
        return format!("{start} by {distance}, and a {bound} of 0 leaves no room for a tolerance relative to it");
    };
    let (tolerance, what, edge_is_within) = match miss.limit {
        Limit::AmberValue(amber) => {
            let amber = format::number(amber, unit);
            return match against {
                Ordering::Less => format!("{start}, but better than the amber value {amber}"),
                Ordering::Equal => {
                    let enough = if rules.at_boundary == Status::Amber { "enough" } else { "not enough" };
                    format!("{start} and exactly the amber value, which is {enough} by the rules of this report")
                }
                Ordering::Greater => format!("{start} and worse than the amber value {amber}"),
            };
        }
        Limit::Green(tolerance) => {
            let is_within = rules.at_green_boundary.unwrap_or(Status::Green) == Status::Green;
            (tolerance, " that still counts as green", is_within)
        }
        Limit::Amber(tolerance) => (tolerance, "", rules.at_boundary == Status::Amber),
    };
    let is_share = measure.value.number().is_some_and(|number| is_share_meaningful(*number, miss.bound));
    let (distance, tolerance) = match rules.tolerance_basis {
        ToleranceBasis::Relative if !is_share => {
            let allowed = format::amount(miss.bound.abs() * tolerance, unit);
            let tolerance = format::plain(tolerance * Decimal::HUNDRED);
            let tolerance = format!("the tolerance of {allowed} ({tolerance}% of the {bound}){what}");
            (format::amount(miss.distance, unit), tolerance)
        }
        ToleranceBasis::Relative => {
            // In a percentage, "by 0.4%" could be read as percentage points.
            let of = if unit.kind == UnitKind::Percent { format!(" of the {bound}") } else { String::new() };
            let tolerance = format::plain(tolerance * Decimal::HUNDRED);
            (format!("{}{of}", percent_beside(miss, &tolerance, against)), format!("the {tolerance}% tolerance{what}"))
        }
        ToleranceBasis::Absolute => {
            let tolerance = format::amount(tolerance, unit);
            (format::amount(miss.distance, unit), format!("the tolerance of {tolerance}{what}"))
        }
    };
    match against {
        Ordering::Less => format!("{start} by {distance}, within {tolerance}"),
        Ordering::Equal => {
            let side = if edge_is_within { "within" } else { "more than" };
            format!("{start} by exactly {distance}, which the rules of this report count as {side} the tolerance{what}")
        }
        Ordering::Greater => format!("{start} by {distance}, more than {tolerance}"),
    }
}

/// A miss as a percentage of its bound, rounded to one digit after the point, or to as many as it takes not to read as 0 or as
/// the tolerance that it differs from.
fn percent_beside(miss: &Miss, tolerance: &str, against: Ordering) -> String {
    let mut is_visible = false;
    for digits in 1..=6 {
        let share = miss.distance.per_cent_of(miss.bound.abs(), digits, Rounding::Nearest).unwrap_or(Decimal::ZERO);
        let text = format::plain(share);
        is_visible = !share.is_zero();
        if is_visible && text != tolerance {
            return format!("{text}%");
        }
    }
    if !is_visible {
        return "less than 0.000001%".to_string();
    }
    match against {
        Ordering::Less => format!("just under {tolerance}%"),
        Ordering::Equal => format!("{tolerance}%"),
        Ordering::Greater => format!("just over {tolerance}%"),
    }
}

#[cfg(test)]
mod tests;
