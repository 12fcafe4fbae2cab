//! Knows: how the status of a measure follows from its value, its target and the council's rules, exactly.
//! Must not know: how an export is read, or how a status looks.
//!
//! Source of the rule: the key of the report ("significantly below target (>5%)", "slightly below target (<5%)", "met or
//! exceeded target"), with the tolerance relative to the target; it reproduces every visible status of the shipped quarter.
//! Other councils state other rules, in [`RuleSet`]: two tolerances, low and high targets, an amber value, the direction of
//! travel, measures for information. All of them are tried here in one order: the target, the green tolerance, amber, red.

mod explain;
pub mod risk;

pub use explain::{because, explain, working};

use crate::assess::trend;
use crate::report::{
    Aim, ByDirection, Decimal, LowHighTarget, Measure, Missing, Rounding, RuleSet, Status, SubMeasure, Target,
    ToleranceBasis, Trend, Value,
};
use std::cmp::Ordering;

/// The status of a measure as the rules give it, with the working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
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
    pub distance: Decimal,
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
pub fn judge(measure: &Measure, rules: &RuleSet) -> Result<Judgement, NotJudged> {
    let rules = &*rules.of(measure);
    let value = match &measure.value {
        Value::Number(value) => value.number,
        Value::Missing(missing) => return Err(NotJudged::NoValue(missing.missing)),
    };
    let Some(target) = &measure.target else {
        let status = rules.without_target.filter(|status| *status != Status::None).ok_or(NotJudged::NoTarget)?;
        return Ok(Judgement { status, standing: Standing::ForInformation, direction: None });
    };
    if matches!(target, Target::Point(target) if !target.is_in(&measure.unit)) {
        return Err(NotJudged::UnitsDiffer);
    }
    let (bound, edge) = match position(measure.aim, value, target)? {
        Position::Met => return Ok(Judgement { status: Status::Green, standing: Standing::Met, direction: None }),
        Position::Between { at_low } => {
            let between = rules.between_targets.ok_or(NotJudged::NothingBetween)?;
            let status = if at_low { between.at_low_target } else { between.status };
            return Ok(Judgement { status, standing: Standing::Between { at_low }, direction: None });
        }
        Position::Missed(bound, edge) => (bound, edge),
    };
    let distance = (value - bound).abs();
    let miss = |limit, against_limit| Miss { bound, edge, distance, limit, against_limit };

    // Short of a low target nothing is green: what lies between the two targets would be worse than what lies below both.
    let can_be_green = !matches!(target, Target::LowHigh(_));
    if let Some(tolerance) = rules.green_tolerance.filter(|tolerance| can_be_green && !tolerance.is_zero()) {
        let against = against(distance, bound, tolerance, rules.tolerance_basis);
        let status = match against {
            Some(Ordering::Less) => Some(Status::Green),
            Some(Ordering::Equal) => Some(rules.at_green_boundary.unwrap_or(Status::Green)),
            Some(Ordering::Greater) | None => None,
        };
        if let Some(status) = status {
            let standing = Standing::Missed(miss(Limit::Green(tolerance), against));
            return Ok(Judgement { status, standing, direction: None });
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
        None => (Limit::Amber(rules.tolerance), against(distance, bound, rules.tolerance, rules.tolerance_basis)),
    };
    let standing = Standing::Missed(miss(limit, against));
    let status = match against {
        Some(Ordering::Less) => Status::Amber,
        Some(Ordering::Equal) => rules.at_boundary,
        Some(Ordering::Greater) | None => Status::Red,
    };
    match rules.by_direction.filter(|_| status == Status::Red) {
        Some(by_direction) => beyond(measure, rules, by_direction, standing),
        None => Ok(Judgement { status, standing, direction: None }),
    }
}

/// Compares a distance with a tolerance; none when the tolerance is relative to a bound of 0.
fn against(distance: Decimal, bound: Decimal, tolerance: Decimal, basis: ToleranceBasis) -> Option<Ordering> {
    match basis {
        // Multiplied, so that nothing is divided.
        ToleranceBasis::Relative => (!bound.is_zero()).then(|| distance.cmp_value(bound.abs() * tolerance)),
        ToleranceBasis::Absolute => Some(distance.cmp_value(tolerance)),
    }
}

/// The status of a value beyond the tolerance where the direction of travel decides: the trend that the figures give, or the
/// published one where they give none.
fn beyond(
    measure: &Measure,
    rules: &RuleSet,
    by_direction: ByDirection,
    standing: Standing,
) -> Result<Judgement, NotJudged> {
    let worked = trend::short(measure, rules).ok().map(|worked| worked.trend);
    let direction = Direction { trend: worked.unwrap_or(measure.short_trend), is_worked_out: worked.is_some() };
    let status = match direction.trend {
        Trend::Improving => by_direction.improving,
        Trend::Static => by_direction.unchanged,
        Trend::Deteriorating => by_direction.deteriorating,
        Trend::None => return Err(NotJudged::NoDirection),
    };
    Ok(Judgement { status, standing, direction: Some(direction) })
}

fn amber_value(target: &Target) -> Option<Decimal> {
    match target {
        Target::Point(target) => target.amber,
        Target::LowHigh(_) | Target::Range(_) => None,
    }
}

/// Whether a value meets a target; none when that cannot be said.
pub fn meets(aim: Aim, value: &Value, target: Option<&Target>) -> Option<bool> {
    position(aim, *value.number()?, target?).ok().map(|stands| stands == Position::Met)
}

/// Whether a project's own figure meets its target; none when that cannot be said, as with a target in another unit.
pub fn meets_own(figure: &SubMeasure) -> Option<bool> {
    let target = figure.target.as_ref();
    let is_in_unit = !matches!(target, Some(Target::Point(point)) if !point.is_in(&figure.unit));
    is_in_unit.then(|| meets(figure.aim, &figure.value, target)).flatten()
}

/// Where a value is, whatever the tolerance.
#[derive(PartialEq)]
enum Position {
    Met,
    Between { at_low: bool },
    Missed(Decimal, Edge),
}

fn position(aim: Aim, value: Decimal, target: &Target) -> Result<Position, NotJudged> {
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
                Ordering::Greater if aim == Aim::Maximise => Position::Missed(target.point, Edge::BelowTarget),
                Ordering::Greater => Position::Missed(target.point, Edge::AboveTarget),
                Ordering::Equal | Ordering::Less => Position::Met,
            }
        }
        (Aim::Maximise | Aim::Minimise, Target::LowHigh(LowHighTarget { low_target, high_target })) => {
            if worse(*high_target, *low_target).is_gt() {
                return Err(NotJudged::ReversedRange);
            }
            match (worse_than(*high_target), worse_than(*low_target)) {
                (Ordering::Less | Ordering::Equal, _) => Position::Met,
                (_, Ordering::Less) => Position::Between { at_low: false },
                (_, Ordering::Equal) => Position::Between { at_low: true },
                (_, Ordering::Greater) if aim == Aim::Maximise => Position::Missed(*low_target, Edge::BelowLowTarget),
                (_, Ordering::Greater) => Position::Missed(*low_target, Edge::AboveLowTarget),
            }
        }
        (Aim::Goldilocks, Target::Range(range)) => {
            if range.low.cmp_value(range.high).is_gt() {
                return Err(NotJudged::ReversedRange);
            }
            if value.cmp_value(range.low).is_lt() {
                Position::Missed(range.low, Edge::BelowLow)
            } else if value.cmp_value(range.high).is_gt() {
                Position::Missed(range.high, Edge::AboveHigh)
            } else {
                Position::Met
            }
        }
        _ => return Err(NotJudged::AimAndTargetDiffer),
    })
}

/// The distance from the target (the high one of two) in per cent of it, to 7 digits after the point: above 0 better than the
/// target, below 0 worse, 0 inside a range. None without a value or a target that fits it, or when the bound is 0.
pub fn variance(measure: &Measure) -> Option<Decimal> {
    let value = *measure.value.number()?;
    let target = measure.target.as_ref()?;
    if matches!(target, Target::Point(target) if !target.is_in(&measure.unit)) {
        return None;
    }
    let stands = position(measure.aim, value, target).ok()?;
    let (bound, higher_is_better) = match (measure.aim, target) {
        (Aim::Maximise, Target::Point(target)) => (target.point, true),
        (Aim::Minimise, Target::Point(target)) => (target.point, false),
        (Aim::Maximise, Target::LowHigh(target)) => (target.high_target, true),
        (Aim::Minimise, Target::LowHigh(target)) => (target.high_target, false),
        (Aim::Goldilocks, Target::Range(_)) => match stands {
            Position::Missed(bound, Edge::BelowLow) => (bound, true),
            Position::Missed(bound, _) => (bound, false),
            _ => return Some(Decimal::ZERO),
        },
        _ => return None,
    };
    let difference = if higher_is_better { value - bound } else { bound - value };
    difference.per_cent_of(bound.abs(), 7, Rounding::TowardsZero)
}

#[cfg(test)]
mod tests;
