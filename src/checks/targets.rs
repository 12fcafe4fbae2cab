//! Knows: targets that cannot be right, or that do not fit the value.
//! Must not know: whether a target is met.

use super::kind::{Certainty, Kind};
use super::periods::{adds_up, cover_the_same, covered, exact, span, times, value_period};
use super::reporter::{Evidence, Reporter};
use crate::import::Path;
use crate::report::{
    Aim, Basis, Decimal, Measure, PointTarget, Rounding, RuleSet, SubMeasure, Target, ToleranceBasis, Unit, UnitKind,
    Value, Yearly,
};
use crate::wording::format;
use crate::wording::periods::the;

/// A value this many times larger or smaller than its target is hardly in the same unit.
const NOT_ALIKE: Decimal = Decimal::whole(50);

pub(super) fn check(measure: &Measure, rules: &RuleSet, reporter: &mut Reporter<'_>) {
    let rules = &*rules.of(measure);
    let Some(target) = &measure.target else { return };
    let at = reporter.at.key("target");
    let check = TargetCheck { aim: measure.aim, unit: &measure.unit, value: &measure.value };
    if check.reversed(target, &at, reporter) {
        return;
    }
    let has_negative =
        measure.history.iter().any(|observation| observation.is_own() && is_negative(&observation.value));
    check.zero(target, Some(rules), has_negative, &at, reporter);
    if check.in_other_unit(target, &at, reporter) {
        return;
    }
    check.far_apart(target, &at, reporter);
    let Target::Point(point) = target else { return };
    if !of_another_time(measure, point, &at, reporter)
        && let Some(yearly) = &point.yearly
    {
        shares(measure, point, yearly, &at, reporter);
    }
}

/// The same for a figure of a project.
pub(super) fn check_sub_measure(sub: &SubMeasure, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let Some(target) = &sub.target else { return };
    let at = at.key("target");
    let check = TargetCheck { aim: sub.aim, unit: &sub.unit, value: &sub.value };
    if check.reversed(target, &at, reporter) {
        return;
    }
    check.zero(target, None, false, &at, reporter);
    if !check.in_other_unit(target, &at, reporter) {
        check.far_apart(target, &at, reporter);
    }
}

fn is_negative(value: &Value) -> bool {
    value.number().is_some_and(|number| number.cmp_value(Decimal::ZERO).is_lt())
}

/// What a target is checked against.
struct TargetCheck<'m> {
    aim: Aim,
    unit: &'m Unit,
    value: &'m Value,
}

impl TargetCheck<'_> {
    fn number(&self, number: Decimal) -> String {
        format::number(number, self.unit)
    }

    /// A target that contradicts itself or the aim. Returns whether it does.
    fn reversed(&self, target: &Target, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
        let is_better = |one: Decimal, other: Decimal| match self.aim {
            Aim::Minimise => one.cmp_value(other).is_lt(),
            Aim::Maximise | Aim::Goldilocks => one.cmp_value(other).is_gt(),
        };
        let number = |number: Decimal| self.number(number);
        let shown = format::target(target, self.unit);
        let found = match target {
            Target::Range(_) if self.aim != Aim::Goldilocks => {
                let better = if self.aim == Aim::Maximise { "higher" } else { "lower" };
                let working =
                    format!("By its aim {better} is better; a range is for what can be too high as well as too low.");
                Some((at.key("low"), format!("the range {shown}"), "one number, or a low and a high target", working))
            }
            Target::Range(range) if range.low.cmp_value(range.high).is_gt() => {
                let working =
                    format!("{} is more than {}, so no value lies inside.", number(range.low), number(range.high));
                Some((at.key("low"), format!("the range {shown}"), "the lower bound first", working))
            }
            Target::Range(range) => range
                .mid_point
                .filter(|middle| middle.cmp_value(range.low).is_lt() || middle.cmp_value(range.high).is_gt())
                .map(|middle| {
                    let published = format!("the mid-point {}", number(middle));
                    let side = if middle.cmp_value(range.low).is_lt() {
                        format!("below the lower bound {}", number(range.low))
                    } else {
                        format!("above the upper bound {}", number(range.high))
                    };
                    let working = format!("{} is {side}.", number(middle));
                    (at.key("mid_point"), published, "a mid-point inside the range", working)
                }),
            Target::Point(_) | Target::LowHigh(_) if self.aim == Aim::Goldilocks => {
                let key = if matches!(target, Target::Point(_)) { "point" } else { "low_target" };
                let working =
                    "The aim is best inside a range, and there is none: the rules give no status.".to_string();
                Some((at.key(key), format!("the target {shown}"), "a lower and an upper bound", working))
            }
            Target::Point(PointTarget { point, amber: Some(amber), .. }) if is_better(*amber, *point) => {
                let published = format!("the amber value {}", number(*amber));
                let working = format!("{} is better than the target {}.", number(*amber), number(*point));
                Some((at.key("amber"), published, "an amber value that is worse than the target", working))
            }
            Target::LowHigh(targets) if is_better(targets.low_target, targets.high_target) => {
                let better = if self.aim == Aim::Minimise { "lower" } else { "higher" };
                let (low, high) = (number(targets.low_target), number(targets.high_target));
                let working =
                    format!("Where {better} is better, the low target {low} asks for more than the high one {high}.");
                let expected = "a high target that is the more demanding one";
                Some((at.key("low_target"), format!("the targets {shown}"), expected, working))
            }
            Target::Point(_) | Target::LowHigh(_) => None,
        };
        let Some((at, published, expected, working)) = found else { return false };
        let evidence = Evidence { published, expected: expected.to_string(), working };
        reporter.add(Kind::ReversedTarget, Certainty::Certain, &at, evidence);
        true
    }

    /// A target of zero: anything meets it, or a tolerance means nothing. `rules` are those of a measure; a figure of a
    /// project has none.
    fn zero(
        &self,
        target: &Target,
        rules: Option<&RuleSet>,
        has_negative: bool,
        at: &Path<'_>,
        reporter: &mut Reporter<'_>,
    ) {
        // The bound that decides whether anything meets the target, or that a tolerance is relative to.
        let (key, bound, amber) = match (target, self.aim) {
            (Target::Point(point), _) => ("point", point.point, point.amber),
            (Target::LowHigh(targets), Aim::Minimise) => ("low_target", targets.low_target, None),
            (Target::LowHigh(targets), _) => ("high_target", targets.high_target, None),
            (Target::Range(_), _) => return,
        };
        if !bound.is_zero() {
            return;
        }
        let value = self.value.number().map_or_else(String::new, |now| format!(" The value is {}.", self.number(*now)));
        let (certainty, expected, working) = match (self.aim, rules) {
            // Where values may be negative, zero is a target like any other.
            (Aim::Maximise, _) if has_negative || is_negative(self.value) => return,
            (Aim::Maximise, _) => (
                Certainty::Likely,
                "a target above 0",
                format!("Higher is better, so any value from 0 on meets it.{value}"),
            ),
            (_, Some(rules)) if rules.tolerance_basis == ToleranceBasis::Relative && amber.is_none() => (
                Certainty::Question,
                "a tolerance in the unit of the measure, or an amber value",
                format!(
                    "The tolerance is a share of the target, and a share of 0 is 0: the smallest miss is red.{value}"
                ),
            ),
            _ => return,
        };
        let published = format!("a target of {}", self.number(bound));
        reporter.add(
            Kind::TargetZero,
            certainty,
            &at.key(key),
            Evidence { published, expected: expected.to_string(), working },
        );
    }

    /// A target that the report gives in another unit than the value. Returns whether it does.
    fn in_other_unit(&self, target: &Target, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
        let Target::Point(PointTarget { point, unit: Some(unit), .. }) = target else { return false };
        if unit.kind == self.unit.kind && unit.per == self.unit.per {
            return false;
        }
        let (own, other) = (format::unit(self.unit), format::unit(unit));
        let evidence = Evidence {
            published: format!(
                "{} ({own}) against {} ({other})",
                format::value(self.value, self.unit),
                format::number(*point, unit)
            ),
            expected: format!("a target in the unit of the value: {own}"),
            working: format!("The value is given in “{own}”, the target in “{other}”: the two cannot be compared."),
        };
        reporter.add(Kind::UnitOrBasis, Certainty::Certain, &at.key("unit"), evidence);
        true
    }

    /// A value so much larger or smaller than the target that one of them is hardly in the right unit.
    fn far_apart(&self, target: &Target, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        let Some(value) = self.value.number() else { return };
        let (key, bound) = match target {
            Target::Point(point) => ("point", point.point),
            Target::LowHigh(targets) => ("high_target", targets.high_target),
            Target::Range(range) if value.cmp_value(range.high).is_gt() => ("high", range.high),
            Target::Range(range) => ("low", range.low),
        };
        let (value_size, bound_size) = (value.abs(), bound.abs());
        let (larger, smaller) = (value_size.larger(bound_size), value_size.smaller(bound_size));
        if smaller.is_zero() || larger.cmp_value(smaller * NOT_ALIKE).is_lt() {
            return;
        }
        let (shown, target) = (self.number(*value), self.number(bound));
        let times = times(larger, smaller);
        let is_percent = self.unit.kind == UnitKind::Percent;
        let is_fraction = |size: Decimal| size.cmp_value(Decimal::ONE).is_le();
        let working = if value_size.cmp_value(bound_size).is_gt() {
            let hint = if is_percent && is_fraction(bound_size) {
                "the target may be a fraction of 1"
            } else {
                "they may be in different units"
            };
            format!("{shown} is {times} {target}: {hint}, or one of them is a slip.")
        } else if is_percent && is_fraction(value_size) && self.aim != Aim::Minimise {
            format!("{target} is {times} {shown}: the value may be a fraction of 1, or it is a slip.")
        // A small count may be far from a large target without any slip.
        } else if !is_percent && value_size.cmp_value(Decimal::whole(10)).is_ge() {
            format!("{target} is {times} {shown}: they may be in different units, or one of them is a slip.")
        } else {
            return;
        };
        let evidence = Evidence {
            published: format!("{shown} against {target}"),
            expected: "a value and a target of about the same size".to_string(),
            working,
        };
        reporter.add(Kind::UnitOrBasis, Certainty::Question, &at.key(key), evidence);
    }
}

/// A value compared with the target for another time: a quarter's with a year's, this year's with last year's. Returns whether
/// it is.
fn of_another_time(measure: &Measure, point: &PointTarget, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
    let now = measure.reporting_period;
    let shown = format::number(point.point, &measure.unit);
    let value = format::value(&measure.value, &measure.unit);
    let (of_value, adds_up) = (covered(measure.basis, now), adds_up(&measure.unit, measure.basis));
    // A rate is for so many people, who may not be the same from one time to the next.
    let sure = if measure.unit.kind == UnitKind::Rate { Certainty::Likely } else { Certainty::Certain };
    let mut find = |certainty: Certainty, key: &str, published: String, working: String| {
        let evidence = Evidence {
            published,
            expected: format!("a target for what the value is for: {}", value_period(measure)),
            working,
        };
        reporter.add(Kind::UnitOrBasis, certainty, &at.key(key), evidence);
        true
    };
    if let Some(period) = point.period {
        let of_target = span(period);
        let published = format!("{value} for {} against {shown} for {}", value_period(measure), the(period));
        // A target for the end of the year also tells how good today's position is.
        let is_ahead = of_value.1 <= of_target.0 && !matches!(measure.basis, Basis::Snapshot | Basis::Rolling);
        if is_ahead || of_target.1 <= of_value.0 {
            let working = format!(
                "The value is for {}, the target for {}: they have no month in common.",
                value_period(measure),
                the(period)
            );
            return find(Certainty::Certain, "period", published, working);
        }
        if adds_up
            && of_target.1 - of_target.0 != of_value.1 - of_value.0
            && !cover_the_same(measure.basis, now, period)
        {
            let working = format!(
                "The target covers {} months, the value {}, and such numbers add up over time.",
                of_target.1 - of_target.0,
                of_value.1 - of_value.0
            );
            return find(sure, "period", published, working);
        }
        let (months, of_it) = (of_value.1 - of_value.0, of_target.1 - of_target.0);
        let has_gone = |yearly: &Yearly| is_share_of_gone(measure, point, yearly);
        if adds_up && of_it < months && !point.yearly.as_ref().is_some_and(has_gone) {
            let working = format!(
                "The value is added up over {months} months, and the target is given for {of_it} of them: unless it is meant for all of them, it is for less than the value."
            );
            let is_one = point.yearly.as_ref().is_some_and(|yearly| is_share(point, yearly, Decimal::ONE));
            let certainty = if is_one { Certainty::Likely } else { Certainty::Question };
            return find(certainty, "period", published, working);
        }
        return false;
    }
    let Some(yearly) = point.yearly.as_ref().filter(|yearly| yearly.shares > 1 && adds_up) else { return false };
    let months = of_value.1 - of_value.0;
    let of_share = 12 / yearly.shares.min(12);
    let published = format!("{value} for {} against {shown}", value_period(measure));
    // A yearly target of zero is zero in each of its shares.
    if !yearly.total.is_zero() && yearly.total.cmp_value(point.point).is_eq() && months < 12 {
        let working = format!(
            "The target is the one for the whole year, which was to be shared out over {} parts; the value covers {months} {} of 12.",
            yearly.shares,
            if months == 1 { "month" } else { "months" }
        );
        let certainty = if measure.basis == Basis::Cumulative { Certainty::Likely } else { sure };
        return find(certainty, "point", published, working);
    }
    if measure.basis == Basis::Cumulative
        && months > of_share
        && !yearly.total.is_zero()
        && is_share(point, yearly, Decimal::ONE)
    {
        let working = format!(
            "The value is added up over {months} months; the target is one of {} shares of the yearly {}, for {of_share}.",
            yearly.shares,
            format::number(yearly.total, &measure.unit)
        );
        return find(Certainty::Likely, "point", published, working);
    }
    false
}

/// Whether a target is this many shares of a yearly one, apart from rounding: half a unit of its last digit for each share.
fn is_share(point: &PointTarget, yearly: &Yearly, parts: Decimal) -> bool {
    let shares = Decimal::whole(yearly.shares);
    let rest = (point.point * shares - yearly.total * parts).abs();
    (rest + rest).cmp_value(Decimal::one_in_place(point.point.scale()) * shares).is_le()
}

/// Whether a target is the shares of a yearly one up to now, for a value that is added up since the start of the year.
fn is_share_of_gone(measure: &Measure, point: &PointTarget, yearly: &Yearly) -> bool {
    let (from, to) = covered(measure.basis, measure.reporting_period);
    let gone = Decimal::whole(to - from) * Decimal::whole(yearly.shares);
    let twelve = Decimal::whole(12);
    let parts = gone.divide(twelve, 0, Rounding::TowardsZero).filter(|parts| *parts * twelve == gone);
    measure.basis == Basis::Cumulative && parts.is_some_and(|parts| is_share(point, yearly, parts))
}

/// The shares of a yearly target should add up to it, apart from rounding. For a value that is added up since the start of the
/// year the target is the shares up to now; for a position at the end of a period it is the whole.
fn shares(measure: &Measure, point: &PointTarget, yearly: &Yearly, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let (from, to) = covered(measure.basis, measure.reporting_period);
    let is_cumulative = is_share_of_gone(measure, point, yearly);
    let is_whole =
        (to - from == 12 || !adds_up(&measure.unit, measure.basis)) && yearly.total.cmp_value(point.point).is_eq();
    if is_share(point, yearly, Decimal::ONE) || is_cumulative || is_whole {
        return;
    }
    let number = |number: Decimal| format::number(number, &measure.unit);
    let product = exact(point.point * Decimal::whole(yearly.shares), &measure.unit);
    let evidence = Evidence {
        published: format!("{} as one of {} shares of {}", number(point.point), yearly.shares, number(yearly.total)),
        expected: format!("shares that add up to {}", number(yearly.total)),
        working: format!("{} times {} is {product}, not {}.", yearly.shares, number(point.point), number(yearly.total)),
    };
    reporter.add(Kind::YearlyTarget, Certainty::Certain, &at.key("yearly"), evidence);
}
