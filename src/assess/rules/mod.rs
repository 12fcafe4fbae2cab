//! Knows: how the status of a measure follows from its value, its target and the council's rules.
//! Must not know: how an export is read, or how a status looks.
//!
//! The basic rule is that of the report's key ("significantly below target (>5%)", "slightly below target (<5%)", "met or
//! exceeded target"), with the tolerance relative to the target; it reproduces every visible status of the shipped quarter.
//! Other councils have other rules, in [`RuleSet`]: two tolerances, low and high targets, an amber value, the direction of
//! travel, measures for information. All are applied in one order: the target, the green tolerance, amber, red.

mod explain;
mod zone;

pub use explain::{because, explain, working};
pub use zone::tolerated;

use crate::assess::trend;
use crate::report::{
    Aim, ByDirection, Decimal, LowHighTarget, Measure, Missing, PointTarget, Rounding, RuleSet, Status, SubMeasure,
    Target, ToleranceBasis, Trend, Value,
};
use crate::wording::format::Distance;
use std::cmp::Ordering;

/// The status of a measure by the rules, with the working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The status.
    pub status: Status,
    /// How the value compares with the target.
    pub standing: Standing,
    /// The direction of travel, if that decided the status.
    pub direction: Option<Direction>,
}

/// How a value compares with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It meets it.
    Met,
    /// It reaches the low target but not the high one.
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
    /// The number that it misses: the target, the low target, or the nearer bound of the range.
    pub bound: Decimal,
    /// Which of these that is.
    pub edge: Edge,
    /// The distance from the bound, always above 0.
    pub distance: Decimal,
    /// The limit that decided the status.
    pub limit: Limit,
    /// How the miss compares with the limit; none when the bound is 0 and the tolerance relative to it.
    pub against_limit: Option<Ordering>,
}

/// The last limit that a miss was compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The tolerance for green.
    Green(Decimal),
    /// The tolerance for amber.
    Amber(Decimal),
    /// The worst value that is still amber, named by the council.
    AmberValue(Decimal),
}

/// The direction of travel that decided a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction {
    /// The short trend.
    pub trend: Trend,
    /// Whether it was worked out from the figures rather than published.
    pub is_worked_out: bool,
}

/// The bound that a value misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// A single target.
    Target,
    /// The low one of two targets.
    LowTarget,
    /// The high one of two targets.
    HighTarget,
    /// The lower bound of a range.
    LowerBound,
    /// The upper bound of a range.
    UpperBound,
}

/// Why no status can be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJudged {
    /// There is no number.
    NoValue(Missing),
    /// There is no target.
    NoTarget,
    /// Which way is better is not stated.
    NoAim,
    /// The lower bound is above the upper one, the low target better than the high one, or the amber value than the target.
    ReversedRange,
    /// A range for a measure to be maximised or minimised, or anything else for a Goldilocks measure.
    AimAndTargetDiffer,
    /// The rules give no status between a low and a high target.
    NothingBetween,
    /// The direction of travel decides, and it is not known.
    NoDirection,
    /// The target and the value are in different units.
    UnitsDiffer,
}

/// Works out the status of a measure by the rules of its report and its own.
pub fn judge(measure: &Measure, rules: &RuleSet) -> Result<Judgement, NotJudged> {
    let rules = &*rules.of(measure);
    let judged = |status, standing| Ok(Judgement { status, standing, direction: None });
    let value = match &measure.value {
        Value::Number(value) => value.number,
        Value::Missing(missing) => return Err(NotJudged::NoValue(missing.missing)),
    };
    let Some(target) = &measure.target else {
        let status = rules.without_target.filter(|status| *status != Status::None).ok_or(NotJudged::NoTarget)?;
        return judged(status, Standing::ForInformation);
    };
    if !target.is_in(&measure.unit) {
        return Err(NotJudged::UnitsDiffer);
    }
    let (bound, edge) = match position(measure.aim, value, target)? {
        Position::Met => return judged(Status::Green, Standing::Met),
        Position::Between { at_low } => {
            let between = rules.between_targets.ok_or(NotJudged::NothingBetween)?;
            let status = if at_low { between.at_low_target } else { between.status };
            return judged(status, Standing::Between { at_low });
        }
        Position::Missed(bound, edge) => (bound, edge),
    };
    let distance = (value - bound).abs();
    let missed = |limit, against_limit| Standing::Missed(Miss { bound, edge, distance, limit, against_limit });
    let compare = |tolerance: Decimal| match rules.tolerance_basis {
        // Multiplied rather than divided, to stay exact.
        ToleranceBasis::Relative => (!bound.is_zero()).then(|| distance.cmp_value(bound.abs() * tolerance)),
        ToleranceBasis::Absolute => Some(distance.cmp_value(tolerance)),
    };

    // A value that misses the low target is never green, or it would look better than one between the two targets.
    let may_be_green = !matches!(target, Target::LowHigh(_));
    if let Some(tolerance) = rules.green_tolerance.filter(|tolerance| may_be_green && !tolerance.is_zero()) {
        let against = compare(tolerance);
        let green = match against {
            Some(Ordering::Less) => Some(Status::Green),
            Some(Ordering::Equal) => Some(rules.at_green_boundary.unwrap_or(Status::Green)),
            Some(Ordering::Greater) | None => None,
        };
        if let Some(status) = green {
            return judged(status, missed(Limit::Green(tolerance), against));
        }
    }
    let (limit, against) = match target {
        Target::Point(PointTarget { amber: Some(amber), .. }) => {
            (Limit::AmberValue(*amber), Some(compare_badness(measure.aim, value, *amber)))
        }
        _ => (Limit::Amber(rules.tolerance), compare(rules.tolerance)),
    };
    let standing = missed(limit, against);
    let status = match against {
        Some(Ordering::Less) => Status::Amber,
        Some(Ordering::Equal) => rules.at_boundary,
        Some(Ordering::Greater) | None => Status::Red,
    };
    match rules.by_direction.filter(|_| status == Status::Red) {
        Some(by_direction) => beyond_tolerance(measure, rules, by_direction, standing),
        None => judged(status, standing),
    }
}

/// The status of a value beyond the tolerance where the direction of travel decides: the short trend by the figures, or the
/// published one when they give none.
fn beyond_tolerance(
    measure: &Measure,
    rules: &RuleSet,
    by_direction: ByDirection,
    standing: Standing,
) -> Result<Judgement, NotJudged> {
    let by_figures = trend::short(measure, rules).ok().map(|reading| reading.trend);
    let direction =
        Direction { trend: by_figures.unwrap_or(measure.short_trend()), is_worked_out: by_figures.is_some() };
    let status = match direction.trend {
        Trend::Improving => by_direction.improving,
        Trend::Static => by_direction.unchanged,
        Trend::Deteriorating => by_direction.deteriorating,
        Trend::None => return Err(NotJudged::NoDirection),
    };
    Ok(Judgement { status, standing, direction: Some(direction) })
}

/// Whether a value meets a target; none when that cannot be said.
fn meets(aim: Aim, value: &Value, target: Option<&Target>) -> Option<bool> {
    position(aim, *value.number()?, target?).ok().map(|position| position == Position::Met)
}

/// Whether a project's own figure meets its target; none when that cannot be said, as with a target in another unit.
pub fn figure_meets_target(figure: &SubMeasure) -> Option<bool> {
    let target = figure.target.as_ref().filter(|target| target.is_in(&figure.unit));
    meets(figure.aim, &figure.value, target)
}

/// Where a value lies, whatever the tolerance.
#[derive(PartialEq)]
enum Position {
    Met,
    Between { at_low: bool },
    Missed(Decimal, Edge),
}

/// Greater when the first value is worse than the second; this is never asked unless one way is better.
fn compare_badness(aim: Aim, one: Decimal, other: Decimal) -> Ordering {
    if aim == Aim::Minimise { one.cmp_value(other) } else { other.cmp_value(one) }
}

fn position(aim: Aim, value: Decimal, target: &Target) -> Result<Position, NotJudged> {
    let is_worse = |one, other| compare_badness(aim, one, other).is_gt();
    match (aim, target) {
        (Aim::NotStated, _) => Err(NotJudged::NoAim),
        (Aim::Maximise | Aim::Minimise, Target::Point(PointTarget { point, amber, .. })) => {
            // Whatever the value is: one of the two numbers must be wrong.
            if amber.is_some_and(|amber| is_worse(*point, amber)) {
                return Err(NotJudged::ReversedRange);
            }
            Ok(if is_worse(value, *point) { Position::Missed(*point, Edge::Target) } else { Position::Met })
        }
        (Aim::Maximise | Aim::Minimise, Target::LowHigh(LowHighTarget { low_target, high_target })) => {
            if is_worse(*high_target, *low_target) {
                return Err(NotJudged::ReversedRange);
            }
            if !is_worse(value, *high_target) {
                return Ok(Position::Met);
            }
            Ok(match compare_badness(aim, value, *low_target) {
                Ordering::Greater => Position::Missed(*low_target, Edge::LowTarget),
                order => Position::Between { at_low: order.is_eq() },
            })
        }
        (Aim::Goldilocks, Target::Range(range)) => {
            if range.low.cmp_value(range.high).is_gt() {
                return Err(NotJudged::ReversedRange);
            }
            Ok(if value.cmp_value(range.low).is_lt() {
                Position::Missed(range.low, Edge::LowerBound)
            } else if value.cmp_value(range.high).is_gt() {
                Position::Missed(range.high, Edge::UpperBound)
            } else {
                Position::Met
            })
        }
        _ => Err(NotJudged::AimAndTargetDiffer),
    }
}

/// How far a value is from its target (the high one of two).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variance {
    /// In the unit of the measure: above 0 when better than the target, below 0 when worse, 0 inside a range.
    better_by: Decimal,
    /// The same as a percentage of the target, to 7 digits after the point; none when the target is 0.
    percent: Option<Decimal>,
    /// Whether readers are told that percentage, as in [`is_share_meaningful`].
    is_share: bool,
}

impl Variance {
    /// The distance as readers are told it.
    pub fn told(self) -> Distance {
        self.percent.filter(|_| self.is_share).map_or(Distance::Amount(self.better_by), Distance::Percent)
    }

    /// Whether the value misses its target.
    pub fn is_missed(self) -> bool {
        self.better_by.sign().is_lt()
    }

    /// A key that orders distances from the worst to the best: whatever misses its target comes before whatever meets it. By
    /// the rules a miss of a target of 0 is beyond any tolerance, so it comes before all others.
    pub fn order(self) -> (i8, Decimal) {
        let side = self.better_by.sign() as i8;
        self.percent.map_or((2 * side, Decimal::ZERO), |percent| (side, percent))
    }
}

/// Whether a distance may be told as a percentage of a bound: only of one above 0, and for a value that is not below 0. Of a
/// target of −5, or from a target of 5 to a value of −16, it would be a number that nobody can picture.
fn is_share_meaningful(value: Decimal, bound: Decimal) -> bool {
    bound.sign().is_gt() && value.sign().is_ge()
}

/// The distance from the target. None without a value, and without a target that fits the measure.
pub fn variance(measure: &Measure) -> Option<Variance> {
    let value = *measure.value.number()?;
    let target = measure.target.as_ref().filter(|target| target.is_in(&measure.unit))?;
    let (bound, is_higher_better) = match (target, position(measure.aim, value, target).ok()?) {
        (Target::Point(target), _) => (target.point, measure.aim == Aim::Maximise),
        (Target::LowHigh(target), _) => (target.high_target, measure.aim == Aim::Maximise),
        (Target::Range(_), Position::Missed(bound, edge)) => (bound, edge == Edge::LowerBound),
        (Target::Range(_), _) => (value, true),
    };
    let better_by = if is_higher_better { value - bound } else { bound - value };
    let percent = match better_by.is_zero() {
        true => Some(Decimal::ZERO),
        false => better_by.per_cent_of(bound.abs(), 7, Rounding::TowardsZero),
    };
    Some(Variance { better_by, percent, is_share: better_by.is_zero() || is_share_meaningful(value, bound) })
}

/// Orders measures by their distance from the target, the worst first; those without a distance come last.
pub fn worst_first(one: &Measure, other: &Measure) -> Ordering {
    let key = |measure: &Measure| variance(measure).map(Variance::order);
    match (key(one), key(other)) {
        (Some((side, share)), Some((other_side, other_share))) => {
            side.cmp(&other_side).then(share.cmp_value(other_share))
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests;
