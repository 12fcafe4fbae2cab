//! Knows: how to say in words and figures why a measure has its status.
//! Must not know: the page; it gives one sentence of text.

use super::{Edge, Exact, Judged, Miss, NotJudged, Share, Standing, judge};
use crate::format;
use crate::report::{Aim, Decimal, Measure, Missing, RuleSet, Status, Target, ToleranceBasis, Unit, UnitKind, Value};
use std::cmp::Ordering;

/// Why the measure has its status: "77.7 is above the upper bound 73 by 6.4%, more than the 5% tolerance: red." Where the
/// published status differs from the rule, both are said; where the rule cannot be applied, why.
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
        Err(why) => {
            let because = match why {
                NotJudged::NoValue(Missing::Suppressed) => "The value is withheld",
                NotJudged::NoValue(Missing::NotAvailable) => "There is no value",
                NotJudged::NoValue(Missing::NotApplicable) => "A value does not apply",
                NotJudged::NoTarget => "There is no target",
                NotJudged::ReversedRange => "The lower bound of the target range is above the upper bound",
                NotJudged::AimAndTargetDiffer => "The target does not fit the aim",
            };
            match published {
                Status::None => format!("{because}, so there is no status."),
                _ => format!(
                    "{because}, so the published status, {}, stands and cannot be recomputed here.",
                    label(published, rules)
                ),
            }
        }
    }
}

fn label(status: Status, rules: &RuleSet) -> String {
    rules.label(status).to_lowercase()
}

fn working(measure: &Measure, rules: &RuleSet, judged: &Judged) -> String {
    let unit = &measure.unit;
    let value = measure.value.number().map_or_else(String::new, |number| format::number(*number, unit));
    match judged.standing {
        Standing::Met => met(measure, &value),
        Standing::Missed(miss) => missed(unit, rules, &value, &miss),
    }
}

fn met(measure: &Measure, value: &str) -> String {
    let unit = &measure.unit;
    match (&measure.target, &measure.value) {
        (Some(Target::Range(range)), _) => {
            let (low, high) = (format::number(range.low, unit), format::number(range.high, unit));
            format!("{value} is inside the target range {low} to {high}")
        }
        (Some(Target::Point(target)), Value::Number(number)) => {
            let point = format::number(target.point, unit);
            match number.number.cmp_value(target.point) {
                Ordering::Equal => format!("{value} is exactly the target {point}"),
                _ if measure.aim == Aim::Minimise => {
                    format!("{value} is below the target {point}, and lower is better")
                }
                _ => format!("{value} is above the target {point}, and higher is better"),
            }
        }
        // A status is only ever judged from a value and a target.
        _ => value.to_string(),
    }
}

fn missed(unit: &Unit, rules: &RuleSet, value: &str, miss: &Miss) -> String {
    let (side, bound) = match miss.edge {
        Edge::BelowTarget => ("below", "target"),
        Edge::AboveTarget => ("above", "target"),
        Edge::BelowLow => ("below", "lower bound"),
        Edge::AboveHigh => ("above", "upper bound"),
    };
    let start = format!("{value} is {side} the {bound} {}", format::number(miss.bound, unit));
    let Some(against) = miss.against_tolerance else {
        return format!("{start}, and a {bound} of 0 leaves no room for a tolerance relative to it");
    };
    let (distance, tolerance) = match (rules.tolerance_basis, miss.share) {
        (ToleranceBasis::Relative, Some(share)) => {
            // In a percentage, "by 0.4%" could be read as percentage points.
            let of = if unit.kind == UnitKind::Percent { format!(" of the {bound}") } else { String::new() };
            let tolerance = percent_exactly(rules.tolerance);
            (format!("{}{of}", percent_beside(share, &tolerance, against)), format!("the {tolerance}% tolerance"))
        }
        _ => {
            let points = if unit.kind == UnitKind::Percent { " percentage points" } else { "" };
            (format!("{}{points}", plain(miss.distance)), format!("the tolerance of {}{points}", rules.tolerance))
        }
    };
    match against {
        Ordering::Less => format!("{start} by {distance}, within {tolerance}"),
        Ordering::Equal => format!(
            "{start} by exactly {distance}, which is the tolerance; the rules of this report make that {}",
            label(rules.at_boundary, rules)
        ),
        Ordering::Greater => format!("{start} by {distance}, more than {tolerance}"),
    }
}

/// 0.05 as `5`, 0.0125 as `1.25`.
fn percent_exactly(share: Decimal) -> String {
    plain(Exact { units: share.at_scale(share.scale()) * 100, scale: share.scale() })
}

/// An exact number without the zeros at its end.
fn plain(number: Exact) -> String {
    let (mut units, mut scale) = (number.units, number.scale);
    while scale > 0 && units % 10 == 0 {
        units /= 10;
        scale -= 1;
    }
    let digits = format!("{:0>width$}", units.abs(), width = scale as usize + 1);
    let (whole, part) = digits.split_at(digits.len() - scale as usize);
    let sign = if units < 0 { "−" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A share in per cent, rounded to one digit after the point, or to as many as it takes not to read like the tolerance
/// that it differs from, or like nothing.
fn percent_beside(share: Share, tolerance: &str, against: Ordering) -> String {
    let mut units = 0;
    for scale in 1..=6 {
        // Half up: the share is positive.
        units = (share.upper * 100 * 10i128.pow(scale) * 2 + share.lower) / (share.lower * 2);
        let said = plain(Exact { units, scale });
        if units != 0 && said != tolerance {
            return format!("{said}%");
        }
    }
    if units == 0 {
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
