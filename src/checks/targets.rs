//! Knows: targets that cannot be right, or are not comparable with the value.
//! Must not know: whether a target is met.

use super::kind::{Certainty, Kind};
use super::periods::{adds_up, cover_the_same, covered, exact, span, times, value_period};
use super::reporter::{Evidence, Reporter};
use crate::import::Path;
use crate::report::{
    Aim, Basis, Decimal, Measure, PointTarget, Rounding, RuleSet, SubMeasure, Target, ToleranceBasis, Unit, UnitKind,
    Value, Yearly,
};
use crate::wording::format::{self, the};

/// How many times larger or smaller than its target a value must be to look as if it were in another unit.
const NOT_ALIKE: Decimal = Decimal::whole(50);

pub(super) fn check(measure: &Measure, rules: &RuleSet, reporter: &mut Reporter<'_>) {
    let rules = &*rules.of(measure);
    let Some(target) = &measure.target else { return };
    let at = reporter.at.key("target");
    let own = measure.history.iter().filter(|observation| observation.is_own()).map(|observation| &observation.value);
    let has_negative = own.chain([&measure.value]).any(is_negative);
    let (aim, unit, value) = (measure.aim, &measure.unit, &measure.value);
    let check = TargetCheck { target, aim, unit, value, rules: Some(rules), has_negative };
    if check.is_comparable(&at, reporter)
        && let Target::Point(point) = target
        && !is_for_other_time(measure, point, &at, reporter)
        && let Some(yearly) = &point.yearly
    {
        check_shares(measure, point, yearly, &at, reporter);
    }
}

/// Checks the target of a figure of a project.
pub(super) fn check_sub_measure(sub: &SubMeasure, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let Some(target) = &sub.target else { return };
    let (aim, unit, value) = (sub.aim, &sub.unit, &sub.value);
    let check = TargetCheck { target, aim, unit, value, rules: None, has_negative: is_negative(value) };
    check.is_comparable(&at.key("target"), reporter);
}

fn is_negative(value: &Value) -> bool {
    value.number().is_some_and(|number| number.sign().is_lt())
}

/// A target, and what it is checked against.
struct TargetCheck<'m> {
    target: &'m Target,
    aim: Aim,
    unit: &'m Unit,
    value: &'m Value,
    /// The rules of a measure; a figure of a project has none.
    rules: Option<&'m RuleSet>,
    /// Whether the value or an earlier one is negative.
    has_negative: bool,
}

impl TargetCheck<'_> {
    fn number(&self, number: Decimal) -> String {
        format::number(number, self.unit)
    }

    /// Checks the target by itself and against the value. Returns whether the two can be compared.
    fn is_comparable(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
        if self.is_reversed(at, reporter) {
            return false;
        }
        self.check_zero(at, reporter);
        if self.is_in_other_unit(at, reporter) {
            return false;
        }
        self.check_size(at, reporter);
        true
    }

    /// Whether the target contradicts itself or the aim; that is a finding.
    fn is_reversed(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
        // Any target fits an aim that is not stated.
        if self.aim == Aim::NotStated {
            return false;
        }
        let is_less = |one: Decimal, other: Decimal| one.cmp_value(other).is_lt();
        let is_better = |one: Decimal, other: Decimal| match self.aim {
            Aim::Minimise => is_less(one, other),
            Aim::Maximise | Aim::Goldilocks | Aim::NotStated => is_less(other, one),
        };
        let better = if self.aim == Aim::Minimise { "lower" } else { "higher" };
        let number = |number: Decimal| self.number(number);
        let shown = format::target(self.target, self.unit);
        let (key, published, expected, working) = match self.target {
            Target::Range(_) if self.aim != Aim::Goldilocks => {
                let working =
                    format!("By its aim {better} is better; a range is for what can be too high as well as too low.");
                ("low", format!("the range {shown}"), "one number, or a low and a high target", working)
            }
            Target::Range(range) if is_less(range.high, range.low) => {
                let (low, high) = (number(range.low), number(range.high));
                let working = format!("{low} is more than {high}, so no value lies inside.");
                ("low", format!("the range {shown}"), "the lower bound first", working)
            }
            Target::Range(range) => {
                let Some(middle) = range.mid_point else { return false };
                let side = if is_less(middle, range.low) {
                    format!("below the lower bound {}", number(range.low))
                } else if is_less(range.high, middle) {
                    format!("above the upper bound {}", number(range.high))
                } else {
                    return false;
                };
                let middle = number(middle);
                let working = format!("{middle} is {side}.");
                ("mid_point", format!("the mid-point {middle}"), "a mid-point inside the range", working)
            }
            Target::Point(_) | Target::LowHigh(_) if self.aim == Aim::Goldilocks => {
                let key = if matches!(self.target, Target::Point(_)) { "point" } else { "low_target" };
                let working =
                    "The aim is best inside a range, and there is none: the rules give no status.".to_string();
                (key, format!("the target {shown}"), "a lower and an upper bound", working)
            }
            Target::Point(PointTarget { point, amber: Some(amber), .. }) if is_better(*amber, *point) => {
                let (amber, point) = (number(*amber), number(*point));
                let working = format!("{amber} is better than the target {point}.");
                ("amber", format!("the amber value {amber}"), "an amber value that is worse than the target", working)
            }
            Target::LowHigh(targets) if is_better(targets.low_target, targets.high_target) => {
                let (low, high) = (number(targets.low_target), number(targets.high_target));
                let working =
                    format!("Where {better} is better, the low target {low} asks for more than the high one {high}.");
                let expected = "a high target that is the more demanding one";
                ("low_target", format!("the targets {shown}"), expected, working)
            }
            Target::Point(_) | Target::LowHigh(_) => return false,
        };
        let evidence = Evidence { published, expected: expected.to_string(), working };
        reporter.add(Kind::ReversedTarget, Certainty::Certain, &at.key(key), evidence);
        true
    }

    /// A target of zero: anything meets it, or a tolerance means nothing.
    fn check_zero(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        if self.aim == Aim::NotStated {
            return;
        }
        // The bound that decides whether anything meets the target, or that a tolerance is relative to.
        let (key, bound, amber) = match (self.target, self.aim) {
            (Target::Point(point), _) => ("point", point.point, point.amber),
            (Target::LowHigh(targets), Aim::Minimise) => ("low_target", targets.low_target, None),
            (Target::LowHigh(targets), _) => ("high_target", targets.high_target, None),
            (Target::Range(_), _) => return,
        };
        if !bound.is_zero() {
            return;
        }
        let is_relative = |rules: &RuleSet| rules.tolerance_basis == ToleranceBasis::Relative;
        let (certainty, expected, why) = match self.aim {
            // Where values may be negative, zero is a target like any other.
            Aim::Maximise if self.has_negative => return,
            Aim::Maximise => {
                (Certainty::Likely, "a target above 0", "Higher is better, so any value of 0 or more meets it.")
            }
            _ if self.rules.is_some_and(is_relative) && amber.is_none() => (
                Certainty::Question,
                "a margin in the unit of the measure, or an amber value",
                "The margin allowed is a share of the target, and a share of 0 is 0: the smallest miss is red.",
            ),
            _ => return,
        };
        let value = self.value.number().map_or_else(String::new, |now| format!(" The value is {}.", self.number(*now)));
        let published = format!("a target of {}", self.number(bound));
        let evidence = Evidence { published, expected: expected.to_string(), working: format!("{why}{value}") };
        reporter.add(Kind::TargetZero, certainty, &at.key(key), evidence);
    }

    /// Whether the report gives the target in another unit than the value; that is a finding.
    fn is_in_other_unit(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
        let Target::Point(PointTarget { point, unit: Some(unit), .. }) = self.target else { return false };
        if unit.kind == self.unit.kind && unit.per == self.unit.per {
            return false;
        }
        let (own, other) = (format::unit(self.unit), format::unit(unit));
        let (value, target) = (format::value(self.value, self.unit), format::number(*point, unit));
        let evidence = Evidence {
            published: format!("{value} ({own}) against {target} ({other})"),
            expected: format!("a target in the unit of the value: {own}"),
            working: format!("The value is given in “{own}”, the target in “{other}”: the two cannot be compared."),
        };
        reporter.add(Kind::UnitOrBasis, Certainty::Certain, &at.key("unit"), evidence);
        true
    }

    /// A value so much larger or smaller than the target that one of them is hardly in the right unit.
    fn check_size(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        let Some(value) = self.value.number() else { return };
        let (key, bound) = match self.target {
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

/// Whether the target is for another time than the value, such as a year beside a quarter, or last year beside this one; that
/// is a finding.
fn is_for_other_time(measure: &Measure, point: &PointTarget, at: &Path<'_>, reporter: &mut Reporter<'_>) -> bool {
    let (now, adds_up) = (measure.reporting_period(), adds_up(&measure.unit, measure.basis()));
    let is_cumulative = measure.basis() == Basis::Cumulative;
    let (from, to) = covered(measure.basis(), now);
    let months = to - from;
    let value_period = value_period(measure);
    let is_one_share = |yearly: &Yearly| is_share(point, yearly, Decimal::ONE);
    // A rate is of a population, which may change over time.
    let sure = if measure.unit.kind == UnitKind::Rate { Certainty::Likely } else { Certainty::Certain };
    let (certainty, key, working) = if let Some(period) = point.period {
        let (target_from, target_to) = span(period);
        let target_months = target_to - target_from;
        // A target for the end of the year also tells how good today's position is.
        let is_ahead = to <= target_from && !matches!(measure.basis(), Basis::Snapshot | Basis::Rolling);
        let is_elapsed_share = |yearly: &Yearly| is_elapsed_share(measure, point, yearly);
        if is_ahead || target_to <= from {
            let working = format!(
                "The value is for {value_period}, the target for {}: they have no month in common.",
                the(period)
            );
            (Certainty::Certain, "period", working)
        } else if adds_up && target_months != months && !cover_the_same(measure.basis(), now, period) {
            let working = format!(
                "The target covers {target_months} months, the value {months}, and such numbers add up over time."
            );
            (sure, "period", working)
        } else if adds_up && target_months < months && !point.yearly.as_ref().is_some_and(is_elapsed_share) {
            let working = format!(
                "The value is added up over {months} months, and the target is given for {target_months} of them: unless it is meant for all of them, it is for less than the value."
            );
            let is_likely = point.yearly.as_ref().is_some_and(is_one_share);
            (if is_likely { Certainty::Likely } else { Certainty::Question }, "period", working)
        } else {
            return false;
        }
    } else {
        // A yearly target of zero is zero in each of its shares.
        let yearly = point.yearly.as_ref().filter(|yearly| yearly.shares > 1 && adds_up && !yearly.total.is_zero());
        let Some(yearly) = yearly else { return false };
        let share_months = 12 / yearly.shares.min(12);
        if yearly.total.cmp_value(point.point).is_eq() && months < 12 {
            let working = format!(
                "The target is the one for the whole year, although that is split into {} shares; the value covers {months} {} of 12.",
                yearly.shares,
                if months == 1 { "month" } else { "months" }
            );
            (if is_cumulative { Certainty::Likely } else { sure }, "point", working)
        } else if is_cumulative && months > share_months && is_one_share(yearly) {
            let working = format!(
                "The value is added up over {months} months; the target is one of {} shares of the yearly {}, for {share_months}.",
                yearly.shares,
                format::number(yearly.total, &measure.unit)
            );
            (Certainty::Likely, "point", working)
        } else {
            return false;
        }
    };
    let target_period = point.period.map_or_else(String::new, |period| format!(" for {}", the(period)));
    let (value, target) = (format::value(&measure.value, &measure.unit), format::number(point.point, &measure.unit));
    let evidence = Evidence {
        published: format!("{value} for {value_period} against {target}{target_period}"),
        expected: format!("a target for what the value is for: {value_period}"),
        working,
    };
    reporter.add(Kind::UnitOrBasis, certainty, &at.key(key), evidence);
    true
}

/// Whether a target is so many shares (`parts`) of a yearly one, give or take half a unit of its last digit for each share.
fn is_share(point: &PointTarget, yearly: &Yearly, parts: Decimal) -> bool {
    let shares = Decimal::whole(yearly.shares);
    let rest = (point.point * shares - yearly.total * parts).abs();
    (rest + rest).cmp_value(Decimal::one_in_place(point.point.scale()) * shares).is_le()
}

/// Whether the target of a cumulative value is the shares of a yearly one up to now.
fn is_elapsed_share(measure: &Measure, point: &PointTarget, yearly: &Yearly) -> bool {
    let (from, to) = covered(measure.basis(), measure.reporting_period());
    let elapsed = Decimal::whole(to - from) * Decimal::whole(yearly.shares);
    let twelve = Decimal::whole(12);
    let parts = elapsed.divide(twelve, 0, Rounding::TowardsZero).filter(|parts| *parts * twelve == elapsed);
    measure.basis() == Basis::Cumulative && parts.is_some_and(|parts| is_share(point, yearly, parts))
}

/// The shares of a yearly target should add up to it, apart from rounding. The target of a cumulative value is the shares up
/// to now, that of a snapshot the whole.
fn check_shares(measure: &Measure, point: &PointTarget, yearly: &Yearly, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    let (from, to) = covered(measure.basis(), measure.reporting_period());
    let is_elapsed = is_elapsed_share(measure, point, yearly);
    let is_whole =
        (to - from == 12 || !adds_up(&measure.unit, measure.basis())) && yearly.total.cmp_value(point.point).is_eq();
    if is_share(point, yearly, Decimal::ONE) || is_elapsed || is_whole {
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
