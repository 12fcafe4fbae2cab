//! Knows: how the status of a measure follows from its value, its target and the council's rules, exactly.
//! Must not know: how an export is read, or how a status looks.
//!
//! Source of the rule: the key of the report ("significantly below target (>5%)", "slightly below target (<5%)", "met or
//! exceeded target"), with the tolerance relative to the target; it reproduces every visible status of the shipped quarter.
//! Other councils state other rules, in [`RuleSet`]: two tolerances, low and high targets, an amber value, the direction of
//! travel, measures for information. All of them are tried here in one order: the target, the green tolerance, amber, red.

mod explain;
pub mod risk;

pub use explain::{because, explain, plain, working};

use crate::report::{
    Aim, ByDirection, Decimal, LowHighTarget, Measure, Missing, RuleSet, Status, SubMeasure, Target, ToleranceBasis,
    Trend, Value,
};
use crate::trend;
use std::cmp::Ordering;

/// The status of a measure as the rules give it, with the working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The status.
    pub status: Status,
    /// How the value stands to the target.
    pub standing: Standing,
    /// The direction of travel that decided it, where it did.
    pub direction: Option<Direction>,
}

/// How a value stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It meets it.
    Met,
    /// It has reached the low target and not the high one.
    Between {
        /// Whether it is exactly the low target.
        at_low: bool,
    },
    /// It misses it.
    Missed(Miss),
    /// There is no target: the measure is for information.
    ForInformation,
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
    /// The limit that decided the status.
    pub limit: Limit,
    /// How the miss compares with the limit; none when the target is 0 and the tolerance relative to it.
    pub against_limit: Option<Ordering>,
}

/// What a miss is compared with: the last limit that it was held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// So far from the target is green still.
    Green(Decimal),
    /// So far from the target is amber still.
    Amber(Decimal),
    /// A value that the council names: from there on to the target is amber.
    AmberValue(Decimal),
}

/// The direction of travel that decided a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction {
    /// The short trend.
    pub trend: Trend,
    /// Whether it was worked out from the figures; otherwise it is the published one.
    pub is_worked_out: bool,
}

/// The bound that a value misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A single target, missed from below.
    BelowTarget,
    /// A single target, missed from above.
    AboveTarget,
    /// The low one of two targets, missed from below.
    BelowLowTarget,
    /// The low one of two targets, missed from above.
    AboveLowTarget,
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
    /// The range's lower bound is above its upper bound; or the low target, or the amber value, is the better one.
    ReversedRange,
    /// A range for a measure that is to be maximised or minimised, or one number for a Goldilocks measure.
    AimAndTargetDiffer,
    /// The rules do not say what lies between a low and a high target.
    NothingBetween,
    /// The direction of travel decides, and there is none.
    NoDirection,
    /// The target is in another unit than the value.
    UnitsDiffer,
}

/// Works out the status of a measure by the rules of its report and its own.
pub fn judge(measure: &Measure, rules: &RuleSet) -> Result<Judged, NotJudged> {
    let rules = &*rules.of(measure);
    let value = match &measure.value {
        Value::Number(value) => value.number,
        Value::Missing(missing) => return Err(NotJudged::NoValue(missing.missing)),
    };
    let Some(target) = &measure.target else {
        let status = rules.without_target.filter(|status| *status != Status::None).ok_or(NotJudged::NoTarget)?;
        return Ok(Judged { status, standing: Standing::ForInformation, direction: None });
    };
    if matches!(target, Target::Point(target) if !target.is_in(&measure.unit)) {
        return Err(NotJudged::UnitsDiffer);
    }
    let (bound, edge) = match stands(measure.aim, value, target)? {
        Stands::Met => return Ok(Judged { status: Status::Green, standing: Standing::Met, direction: None }),
        Stands::Between { at_low } => {
            let between = rules.between_targets.ok_or(NotJudged::NothingBetween)?;
            let status = if at_low { between.at_low_target } else { between.status };
            return Ok(Judged { status, standing: Standing::Between { at_low }, direction: None });
        }
        Stands::Missed(bound, edge) => (bound, edge),
    };
    let scale = value.scale().max(bound.scale());
    let distance = Exact { units: (value.at_scale(scale) - bound.at_scale(scale)).abs(), scale };
    let bound_units = bound.at_scale(scale).abs();
    let share = (bound_units != 0).then_some(Share { upper: distance.units, lower: bound_units });
    let miss = |limit, against_limit| Miss { bound, edge, distance, share, limit, against_limit };

    // Short of a low target nothing is green: what lies between the two targets would be worse than what lies below both.
    let can_be_green = !matches!(target, Target::LowHigh(_));
    if let Some(tolerance) = rules.green_tolerance.filter(|tolerance| can_be_green && !tolerance.is_zero()) {
        let against = against(distance, share, tolerance, rules.tolerance_basis);
        let status = match against {
            Some(Ordering::Less) => Some(Status::Green),
            Some(Ordering::Equal) => Some(rules.at_green_boundary.unwrap_or(Status::Green)),
            Some(Ordering::Greater) | None => None,
        };
        if let Some(status) = status {
            let standing = Standing::Missed(miss(Limit::Green(tolerance), against));
            return Ok(Judged { status, standing, direction: None });
        }
    }
    let (limit, against) = match amber_value(target) {
        Some(amber) => {
            let worse = match measure.aim {
                Aim::Minimise => value.cmp_value(amber),
                Aim::Maximise | Aim::Goldilocks => amber.cmp_value(value),
            };
            (Limit::AmberValue(amber), Some(worse))
        }
        None => (Limit::Amber(rules.tolerance), against(distance, share, rules.tolerance, rules.tolerance_basis)),
    };
    let standing = Standing::Missed(miss(limit, against));
    let status = match against {
        Some(Ordering::Less) => Status::Amber,
        Some(Ordering::Equal) => rules.at_boundary,
        Some(Ordering::Greater) | None => Status::Red,
    };
    match rules.by_direction.filter(|_| status == Status::Red) {
        Some(by_direction) => beyond(measure, rules, by_direction, standing),
        None => Ok(Judged { status, standing, direction: None }),
    }
}

/// Compares a distance with a tolerance; none when the tolerance is relative to a bound of 0.
fn against(distance: Exact, share: Option<Share>, tolerance: Decimal, basis: ToleranceBasis) -> Option<Ordering> {
    match basis {
        // distance / |bound| against tolerance, cross-multiplied. A bound has at most 23 digits at a common scale and a
        // tolerance 15, so that the products fit.
        ToleranceBasis::Relative => share.map(|share| {
            (share.upper * 10i128.pow(tolerance.scale())).cmp(&(tolerance.at_scale(tolerance.scale()) * share.lower))
        }),
        ToleranceBasis::Absolute => {
            let common = distance.scale.max(tolerance.scale());
            let units = distance.units * 10i128.pow(common - distance.scale);
            Some(units.cmp(&tolerance.at_scale(common)))
        }
    }
}

/// The status of a value beyond the tolerance where the direction of travel decides: the trend that the figures give, or the
/// published one where they give none.
fn beyond(
    measure: &Measure,
    rules: &RuleSet,
    by_direction: ByDirection,
    standing: Standing,
) -> Result<Judged, NotJudged> {
    let worked = trend::short(measure, rules).ok().map(|worked| worked.trend);
    let direction = Direction { trend: worked.unwrap_or(measure.short_trend), is_worked_out: worked.is_some() };
    let status = match direction.trend {
        Trend::Improving => by_direction.improving,
        Trend::Static => by_direction.unchanged,
        Trend::Deteriorating => by_direction.deteriorating,
        Trend::None => return Err(NotJudged::NoDirection),
    };
    Ok(Judged { status, standing, direction: Some(direction) })
}

fn amber_value(target: &Target) -> Option<Decimal> {
    match target {
        Target::Point(target) => target.amber,
        Target::LowHigh(_) | Target::Range(_) => None,
    }
}

/// Whether a value meets a target; none when that cannot be said.
pub fn meets(aim: Aim, value: &Value, target: Option<&Target>) -> Option<bool> {
    stands(aim, *value.number()?, target?).ok().map(|stands| stands == Stands::Met)
}

/// Whether a project's own figure meets its target; none when that cannot be said, as with a target in another unit.
pub fn meets_own(figure: &SubMeasure) -> Option<bool> {
    let target = figure.target.as_ref();
    let is_in_unit = !matches!(target, Some(Target::Point(point)) if !point.is_in(&figure.unit));
    is_in_unit.then(|| meets(figure.aim, &figure.value, target)).flatten()
}

/// Where a value is, whatever the tolerance.
#[derive(PartialEq)]
enum Stands {
    Met,
    Between { at_low: bool },
    Missed(Decimal, Edge),
}

fn stands(aim: Aim, value: Decimal, target: &Target) -> Result<Stands, NotJudged> {
    // Greater: the one is worse than the other.
    let worse = |one: Decimal, other: Decimal| match aim {
        Aim::Minimise => one.cmp_value(other),
        Aim::Maximise | Aim::Goldilocks => other.cmp_value(one),
    };
    let worse_than = |bound: Decimal| worse(value, bound);
    Ok(match (aim, target) {
        (Aim::Maximise | Aim::Minimise, Target::Point(target)) => {
            // Whatever the value is: one of the two numbers is not what it says.
            if target.amber.is_some_and(|amber| worse(target.point, amber).is_gt()) {
                return Err(NotJudged::ReversedRange);
            }
            match worse_than(target.point) {
                Ordering::Greater if aim == Aim::Maximise => Stands::Missed(target.point, Edge::BelowTarget),
                Ordering::Greater => Stands::Missed(target.point, Edge::AboveTarget),
                Ordering::Equal | Ordering::Less => Stands::Met,
            }
        }
        (Aim::Maximise | Aim::Minimise, Target::LowHigh(LowHighTarget { low_target, high_target })) => {
            if worse(*high_target, *low_target).is_gt() {
                return Err(NotJudged::ReversedRange);
            }
            match (worse_than(*high_target), worse_than(*low_target)) {
                (Ordering::Less | Ordering::Equal, _) => Stands::Met,
                (_, Ordering::Less) => Stands::Between { at_low: false },
                (_, Ordering::Equal) => Stands::Between { at_low: true },
                (_, Ordering::Greater) if aim == Aim::Maximise => Stands::Missed(*low_target, Edge::BelowLowTarget),
                (_, Ordering::Greater) => Stands::Missed(*low_target, Edge::AboveLowTarget),
            }
        }
        (Aim::Goldilocks, Target::Range(range)) => {
            if range.low.cmp_value(range.high).is_gt() {
                return Err(NotJudged::ReversedRange);
            }
            if value.cmp_value(range.low).is_lt() {
                Stands::Missed(range.low, Edge::BelowLow)
            } else if value.cmp_value(range.high).is_gt() {
                Stands::Missed(range.high, Edge::AboveHigh)
            } else {
                Stands::Met
            }
        }
        _ => return Err(NotJudged::AimAndTargetDiffer),
    })
}

/// The distance from the target (the high one of two) relative to it, in billionths: above 0 better than the target, below 0
/// worse, 0 inside a range. None without a value or a target that fits it, or when the bound is 0.
pub fn variance(measure: &Measure) -> Option<i128> {
    let value = *measure.value.number()?;
    let target = measure.target.as_ref()?;
    if matches!(target, Target::Point(target) if !target.is_in(&measure.unit)) {
        return None;
    }
    let stands = stands(measure.aim, value, target).ok()?;
    let (bound, sign) = match (measure.aim, target) {
        (Aim::Maximise, Target::Point(target)) => (target.point, 1),
        (Aim::Minimise, Target::Point(target)) => (target.point, -1),
        (Aim::Maximise, Target::LowHigh(target)) => (target.high_target, 1),
        (Aim::Minimise, Target::LowHigh(target)) => (target.high_target, -1),
        (Aim::Goldilocks, Target::Range(_)) => match stands {
            Stands::Missed(bound, Edge::BelowLow) => (bound, 1),
            Stands::Missed(bound, _) => (bound, -1),
            _ => return Some(0),
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
