//! Knows: how the status of a measure follows from its value, its target and the council's rules, exactly.
//! Must not know: how an export is read, or how a status looks.
//!
//! Source of the rule: the key of the report ("significantly below target (>5%)", "slightly below target (<5%)", "met or
//! exceeded target"), with the tolerance relative to the target; it reproduces every visible status of the shipped quarter.

mod explain;
pub mod risk;

pub use explain::explain;

use crate::report::{Aim, Decimal, Measure, Missing, RuleSet, Status, Target, ToleranceBasis, Value};
use std::cmp::Ordering;

/// The status of a measure as the rules give it, with the working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// Green, amber or red.
    pub status: Status,
    /// How the value stands to the target.
    pub standing: Standing,
}

/// How a value stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It meets it.
    Met,
    /// It misses it.
    Missed(Miss),
}

/// By how much a value misses its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Miss {
    /// The bound it is measured against: the target, or the nearer end of the range.
    pub bound: Decimal,
    /// Which bound that is.
    pub edge: Edge,
    /// The distance from the bound, always more than 0.
    pub distance: Exact,
    /// The distance as a share of the bound; none when the bound is 0.
    pub share: Option<Share>,
    /// How that compares with the tolerance; none when the target is 0 and the tolerance relative to it.
    pub against_tolerance: Option<Ordering>,
}

/// The bound that a value misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A single target, missed from below.
    BelowTarget,
    /// A single target, missed from above.
    AboveTarget,
    /// The lower end of a range.
    BelowLow,
    /// The upper end of a range.
    AboveHigh,
}

/// An exact number: `units` divided by ten to the `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    /// The digits.
    pub units: i128,
    /// How many of them stand after the point.
    pub scale: u32,
}

/// An exact fraction; the lower part is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The upper part.
    pub upper: i128,
    /// The lower part.
    pub lower: i128,
}

/// Why no status can be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJudged {
    /// There is no number.
    NoValue(Missing),
    /// There is no target.
    NoTarget,
    /// The range's lower bound is above its upper bound.
    ReversedRange,
    /// A range for a measure that is to be maximised or minimised, or one number for a Goldilocks measure.
    AimAndTargetDiffer,
}

/// Works out the status of a measure.
pub fn judge(measure: &Measure, rules: &RuleSet) -> Result<Judged, NotJudged> {
    let value = match &measure.value {
        Value::Number(value) => value.number,
        Value::Missing(missing) => return Err(NotJudged::NoValue(missing.missing)),
    };
    let target = measure.target.as_ref().ok_or(NotJudged::NoTarget)?;
    let Some((bound, edge)) = missed_bound(measure.aim, value, target)? else {
        return Ok(Judged { status: Status::Green, standing: Standing::Met });
    };
    let scale = value.scale().max(bound.scale());
    let distance = Exact { units: (value.at_scale(scale) - bound.at_scale(scale)).abs(), scale };
    let bound_units = bound.at_scale(scale).abs();
    let share = (bound_units != 0).then_some(Share { upper: distance.units, lower: bound_units });
    let against_tolerance = match rules.tolerance_basis {
        // distance / |bound| against tolerance, cross-multiplied. A bound has at most 23 digits at a common scale and a
        // tolerance 15, so that the products fit.
        ToleranceBasis::Relative => share.map(|share| {
            let tolerance = rules.tolerance;
            (share.upper * 10i128.pow(tolerance.scale())).cmp(&(tolerance.at_scale(tolerance.scale()) * share.lower))
        }),
        ToleranceBasis::Absolute => {
            let common = scale.max(rules.tolerance.scale());
            let units = distance.units * 10i128.pow(common - scale);
            Some(units.cmp(&rules.tolerance.at_scale(common)))
        }
    };
    let status = match against_tolerance {
        Some(Ordering::Less) => Status::Amber,
        Some(Ordering::Equal) => rules.at_boundary,
        Some(Ordering::Greater) | None => Status::Red,
    };
    Ok(Judged { status, standing: Standing::Missed(Miss { bound, edge, distance, share, against_tolerance }) })
}

/// Whether a value meets a target; none when that cannot be said.
pub fn meets(aim: Aim, value: &Value, target: Option<&Target>) -> Option<bool> {
    missed_bound(aim, *value.number()?, target?).ok().map(|missed| missed.is_none())
}

/// The bound that the value misses; none when the target is met.
fn missed_bound(aim: Aim, value: Decimal, target: &Target) -> Result<Option<(Decimal, Edge)>, NotJudged> {
    match (aim, target) {
        (Aim::Maximise, Target::Point(target)) => {
            Ok(value.cmp_value(target.point).is_lt().then_some((target.point, Edge::BelowTarget)))
        }
        (Aim::Minimise, Target::Point(target)) => {
            Ok(value.cmp_value(target.point).is_gt().then_some((target.point, Edge::AboveTarget)))
        }
        (Aim::Goldilocks, Target::Range(range)) => {
            if range.low.cmp_value(range.high).is_gt() {
                Err(NotJudged::ReversedRange)
            } else if value.cmp_value(range.low).is_lt() {
                Ok(Some((range.low, Edge::BelowLow)))
            } else if value.cmp_value(range.high).is_gt() {
                Ok(Some((range.high, Edge::AboveHigh)))
            } else {
                Ok(None)
            }
        }
        _ => Err(NotJudged::AimAndTargetDiffer),
    }
}

/// The distance from the target relative to it, in billionths: above 0 better than the target, below 0 worse, 0 inside a
/// range. None without a value or a target, or when the bound is 0.
pub fn variance(measure: &Measure) -> Option<i128> {
    let value = *measure.value.number()?;
    let (bound, sign) = match (measure.aim, measure.target.as_ref()?) {
        (Aim::Maximise, Target::Point(target)) => (target.point, 1),
        (Aim::Minimise, Target::Point(target)) => (target.point, -1),
        (Aim::Goldilocks, target @ Target::Range(_)) => match missed_bound(measure.aim, value, target).ok()? {
            Some((bound, Edge::BelowLow)) => (bound, 1),
            Some((bound, _)) => (bound, -1),
            None => return Some(0),
        },
        _ => return None,
    };
    let scale = value.scale().max(bound.scale());
    let difference = sign * (value.at_scale(scale) - bound.at_scale(scale));
    // 24 digits and 9 more: fits.
    (difference * 1_000_000_000).checked_div(bound.at_scale(scale).abs())
}

#[cfg(test)]
mod tests;
