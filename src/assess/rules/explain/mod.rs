//! Knows: how to explain, in words and figures, why a measure has its status.
//! Must not know: the page; each explanation is one sentence of text.

use super::{Direction, Edge, Judgement, Limit, Miss, NotJudged, Standing, is_share_meaningful, judge};
use crate::report::{
    Aim, Decimal, Measure, Missing, Rounding, RuleSet, Status, Target, ToleranceBasis, Trend, Unit, UnitKind,
};
use crate::wording::format;
use std::cmp::Ordering;

/// Why the measure has its status: "29% is 9 percentage points above the 20% target. That is more than the 5% margin allowed, so it is
/// red." It gives both statuses when the published one differs from the rules, and the reason when the rules cannot be applied.
pub fn explain(measure: &Measure, rules: &RuleSet) -> String {
    let Some(published) = measure.status.published() else { return explain_unpublished(measure, rules) };
    let was_published = match published {
        Status::None => "without a status".to_string(),
        Status::Grey => label(published, rules),
        status => format!("as {}", label(status, rules)),
    };
    match judge(measure, rules) {
        Ok(judged) => {
            let reason = working(measure, rules, &judged);
            let status = label(judged.status, rules);
            if judged.status == published {
                format!("{reason}, so it is {status}.")
            } else {
                format!("{reason}, so by the rules of this report it is {status}. It was published {was_published}.")
            }
        }
        Err(why) if published == Status::None => format!("{}, so there is no status.", because(measure, why)),
        Err(why) => {
            format!("{}, so we could not check the status. It was published {was_published}.", because(measure, why))
        }
    }
}

/// The same where the report publishes no status.
fn explain_unpublished(measure: &Measure, rules: &RuleSet) -> String {
    match judge(measure, rules) {
        Ok(judged) => {
            let (reason, status) = (working(measure, rules, &judged), label(judged.status, rules));
            format!("{reason}, so by the rules of this report it is {status}. The report itself publishes no status.")
        }
        Err(why) => {
            format!("{}, so no status can be worked out. The report itself publishes none.", because(measure, why))
        }
    }
}

/// Why no status can be worked out, without a full stop.
pub fn because(measure: &Measure, why: NotJudged) -> &'static str {
    match why {
        NotJudged::NoValue(Missing::Suppressed) => "The value is withheld",
        NotJudged::NoValue(Missing::NotAvailable) => "There is no value",
        NotJudged::NoValue(Missing::NotApplicable) => "A value does not apply",
        NotJudged::NoTarget => "There is no target",
        NotJudged::NoAim => "Which way is better is not stated",
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
        NotJudged::NoDirection => "Beyond the margin the direction of travel decides, and there is none",
    }
}

fn label(status: Status, rules: &RuleSet) -> String {
    rules.label(status).to_lowercase()
}

/// The working in figures, without the status and the last full stop: "29% is 9 percentage points above the 20% target. That is more
/// than the 5% margin allowed".
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
    let source = if is_worked_out { "By the figures" } else { "By the published short trend" };
    format!("{text}. Beyond that the direction of travel decides. {source} it is {word}")
}

fn between(measure: &Measure, value: &str, at_low: bool) -> String {
    let unit = &measure.unit;
    let Some(Target::LowHigh(target)) = &measure.target else { return value.to_string() };
    let (low, high) = (format::number(target.low_target, unit), format::number(target.high_target, unit));
    if at_low {
        format!("{value} is exactly the low target, and short of the high target of {high}")
    } else {
        format!("{value} is between the low target of {low} and the high target of {high}")
    }
}

fn met(measure: &Measure, value: &str) -> String {
    let (edge, bound) = match &measure.target {
        Some(target @ Target::Range(_)) => return format!("{value} is inside the {}", range(target, &measure.unit)),
        Some(Target::Point(target)) => (Edge::Target, target.point),
        Some(Target::LowHigh(target)) => (Edge::HighTarget, target.high_target),
        // Only a measure with a target is judged to have met it.
        None => return value.to_string(),
    };
    let bound_words = bound_of(measure, edge, bound);
    match measure.value.number().map(|number| number.cmp_value(bound)) {
        Some(Ordering::Equal) => format!("{value} is exactly {bound_words}"),
        _ if measure.aim == Aim::Minimise => format!("{value} is below {bound_words}, and lower is better"),
        _ => format!("{value} is above {bound_words}, and higher is better"),
    }
}

/// What a value is compared with: `the 20% target`, `the target of 22`, `the target range (65 to 73)`.
fn bound_of(measure: &Measure, edge: Edge, bound: Decimal) -> String {
    let number = format::number(bound, &measure.unit);
    match (edge, &measure.target) {
        (Edge::Target, _) if measure.unit.kind == UnitKind::Percent => format!("the {number} target"),
        (Edge::Target, _) => format!("the target of {number}"),
        (Edge::LowTarget, _) => format!("the low target of {number}"),
        (Edge::HighTarget, _) => format!("the high target of {number}"),
        (Edge::LowerBound | Edge::UpperBound, Some(target)) => format!("the {}", range(target, &measure.unit)),
        (Edge::LowerBound | Edge::UpperBound, None) => number,
    }
}

fn range(target: &Target, unit: &Unit) -> String {
    format!("target range ({})", format::target(target, unit))
}

fn missed(measure: &Measure, rules: &RuleSet, value: &str, miss: &Miss) -> String {
    let unit = &measure.unit;
    let bound = bound_of(measure, miss.edge, miss.bound);
    let is_below = measure.value.number().is_some_and(|number| number.cmp_value(miss.bound).is_lt());
    let side = if is_below { "below" } else { "above" };
    let is_of_range = matches!(miss.edge, Edge::LowerBound | Edge::UpperBound);
    let (distance, is_percent) = (format::amount(miss.distance, unit), unit.kind == UnitKind::Percent);
    let Some(against) = miss.against_limit else {
        let zero = format::number(miss.bound, unit);
        return format!("{value} is {distance} {side} {bound}. There is no margin around {zero}");
    };
    let (tolerance, is_green, edge_is_within) = match miss.limit {
        Limit::AmberValue(amber) => {
            let amber = format::number(amber, unit);
            return match against {
                Ordering::Less => format!("{value} is {side} {bound}, but better than the amber value of {amber}"),
                Ordering::Equal => {
                    let enough = if rules.at_boundary == Status::Amber { "enough" } else { "not enough" };
                    format!("{value} is {side} {bound} and exactly the amber value, which the rules count as {enough}")
                }
                Ordering::Greater => format!("{value} is {side} {bound} and worse than the amber value of {amber}"),
            };
        }
        Limit::Green(tolerance) => {
            let is_within = rules.at_green_boundary.unwrap_or(Status::Green) == Status::Green;
            (tolerance, true, is_within)
        }
        Limit::Amber(tolerance) => (tolerance, false, rules.at_boundary == Status::Amber),
    };
    let is_share = measure.value.number().is_some_and(|number| is_share_meaningful(*number, miss.bound));
    let is_relative = rules.tolerance_basis == ToleranceBasis::Relative;
    let per_cent = format::plain(tolerance * Decimal::HUNDRED);
    // A share of a percentage is told in percentage points, since "by 0.4%" could mean either.
    let is_in_unit = is_percent || !is_relative || !is_share;
    let margin = if is_relative {
        // What the margin comes to, where the distance alone would be misleading: 4 percentage points may be more than 5%.
        let looks = miss.distance.cmp_value(tolerance * Decimal::HUNDRED);
        let in_unit = format::amount(miss.bound.abs() * tolerance, unit);
        let in_unit =
            if !is_share || (is_percent && looks != against) { format!(" ({in_unit})") } else { String::new() };
        format!("the {per_cent}% margin {}{in_unit}", if is_green { "that still counts as green" } else { "allowed" })
    } else {
        let in_unit = format::amount(tolerance, unit);
        let green = format!("the margin of {in_unit} that still counts as green");
        if is_green { green } else { format!("the allowed margin of {in_unit}") }
    };
    let within = if edge_is_within { "within" } else { "beyond" };
    let sum_up = match against {
        Ordering::Less => format!("That is within {margin}"),
        Ordering::Equal => format!("That is exactly {margin}, which the rules count as {within} it"),
        Ordering::Greater => format!("That is more than {margin}"),
    };
    let distance = if is_in_unit { distance } else { percent_beside(miss, &per_cent, against) };
    if is_of_range && !is_in_unit && against.is_ne() && !is_green {
        let than = if against.is_gt() { "more" } else { "less" };
        return format!("{value} is {side} {bound} by {than} than the {per_cent}% margin");
    }
    format!("{value} is {distance} {side} {bound}. {sum_up}")
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
