//! Knows: targets that cannot be right, or that do not go with the value beside them.
//! Must not know: whether a target is met.

use super::{Certainty, Desk, Kind, Said};
use crate::format;
use crate::import::Path;
use crate::report::period::PeriodKind;
use crate::report::{
    Aim, Basis, Decimal, Measure, Period, PointTarget, Project, RuleSet, Target, ToleranceBasis, Unit, UnitKind, Yearly,
};

/// From so many times the target on, or so small a part of it, value and target are hardly in the same unit.
const NOT_ALIKE: i128 = 50;

pub(super) fn check(measure: &Measure, rules: &RuleSet, desk: &mut Desk<'_>) {
    let rules = &*rules.of(measure);
    let Some(target) = &measure.target else { return };
    let at = desk.at.key("target");
    let is_shown_beside = Beside { aim: measure.aim, unit: &measure.unit };
    is_shown_beside.reversed(target, &at, desk);
    zero(measure, rules, target, &at, desk);
    let Target::Point(point) = target else { return };
    if !point.is_in(&measure.unit) {
        return units(measure, point, &at, desk);
    }
    far_apart(measure, point, &at, desk);
    if !of_a_year(measure, point, &at, desk)
        && let Some(yearly) = &point.yearly
    {
        adds_up(measure, point, yearly, &at, desk);
    }
}

/// The figures that a project has of its own.
pub(super) fn of_project(project: &Project, desk: &mut Desk<'_>) {
    for (position, sub) in project.sub_measures.iter().enumerate() {
        let Some(target) = &sub.target else { continue };
        let subs = desk.at.key("sub_measures");
        let at = subs.entry(position);
        Beside { aim: sub.aim, unit: &sub.unit }.reversed(target, &at.key("target"), desk);
    }
}

/// What a target stands beside.
struct Beside<'m> {
    aim: Aim,
    unit: &'m Unit,
}

impl Beside<'_> {
    fn reversed(&self, target: &Target, at: &Path<'_>, desk: &mut Desk<'_>) {
        let is_better = |one: Decimal, other: Decimal| match self.aim {
            Aim::Minimise => one.cmp_value(other).is_lt(),
            Aim::Maximise | Aim::Goldilocks => one.cmp_value(other).is_gt(),
        };
        let number = |number: Decimal| format::number(number, self.unit);
        let mut find = |published: String, expected: &str, working: String| {
            let said = Said { published, expected: expected.to_string(), working };
            desk.find(Kind::ReversedTarget, Certainty::Certain, at, said);
        };
        let shown = format::target(target, self.unit);
        match target {
            Target::Range(range) if self.aim != Aim::Goldilocks => find(
                format!("the range {shown}"),
                "one number, or a low and a high target",
                format!("The aim is {}, and a range says neither end is better.", crate::filter::aim_label(self.aim)),
            ),
            Target::Range(range) if range.low.cmp_value(range.high).is_gt() => find(
                format!("the range {shown}"),
                "the lower bound first",
                format!("{} is more than {}, so that no value lies inside.", number(range.low), number(range.high)),
            ),
            Target::Range(range) => {
                let outside = range
                    .mid_point
                    .filter(|middle| middle.cmp_value(range.low).is_lt() || middle.cmp_value(range.high).is_gt());
                if let Some(middle) = outside {
                    let working = format!("{} is not inside {shown}.", number(middle));
                    find(format!("the mid-point {}", number(middle)), "a mid-point inside the range", working);
                }
            }
            Target::Point(_) | Target::LowHigh(_) if self.aim == Aim::Goldilocks => find(
                format!("the target {shown}"),
                "a range with its lower and upper bound",
                "The aim is Goldilocks: best inside a range.".to_string(),
            ),
            Target::Point(PointTarget { point, amber: Some(amber), .. }) if is_better(*amber, *point) => find(
                format!("the amber value {}", number(*amber)),
                "one that is worse than the target",
                format!("{} is better than the target {}.", number(*amber), number(*point)),
            ),
            Target::LowHigh(targets) if is_better(targets.low_target, targets.high_target) => find(
                format!("the targets {shown}"),
                "a high target that asks for more than the low one",
                format!("{} is better than {}.", number(targets.low_target), number(targets.high_target)),
            ),
            Target::Point(_) | Target::LowHigh(_) => {}
        }
    }
}

/// A target of zero: anything meets it, or no tolerance goes with it.
fn zero(measure: &Measure, rules: &RuleSet, target: &Target, at: &Path<'_>, desk: &mut Desk<'_>) {
    let (key, number) = match target {
        Target::Point(point) => ("point", point.point),
        Target::LowHigh(targets) => ("high_target", targets.high_target),
        Target::Range(_) => return,
    };
    if !number.is_zero() {
        return;
    }
    let (certainty, working) = match measure.aim {
        Aim::Maximise => (Certainty::Likely, "Higher is better, so that any value from 0 on meets it."),
        Aim::Minimise | Aim::Goldilocks if rules.tolerance_basis == ToleranceBasis::Absolute => return,
        Aim::Minimise | Aim::Goldilocks => (
            Certainty::Question,
            "The tolerance is relative to the target, and a share of 0 is 0: the smallest miss is red.",
        ),
    };
    let said = Said {
        published: format!("a target of {}", format::number(number, &measure.unit)),
        expected: "a target other than 0, or a tolerance in the unit of the measure".to_string(),
        working: working.to_string(),
    };
    desk.find(Kind::TargetZero, certainty, &at.key(key), said);
}

/// The report itself gives the target another unit.
fn units(measure: &Measure, point: &PointTarget, at: &Path<'_>, desk: &mut Desk<'_>) {
    let of_target = point.unit.as_ref().map_or_else(String::new, format::unit);
    let said = Said {
        published: format!("a target in “{of_target}”"),
        expected: format!("a target in “{}”, as the value", format::unit(&measure.unit)),
        working: "A value and a target in different units cannot be compared; no status is worked out.".to_string(),
    };
    desk.find(Kind::UnitOrBasis, Certainty::Certain, &at.key("unit"), said);
}

/// The value is so many times the target, or so small a part of it, that one of them is hardly in the right unit.
fn far_apart(measure: &Measure, point: &PointTarget, at: &Path<'_>, desk: &mut Desk<'_>) {
    let Some(value) = measure.value.number().filter(|value| !value.is_zero() && !point.point.is_zero()) else { return };
    let scale = value.scale().max(point.point.scale());
    let (value_units, target_units) = (value.at_scale(scale).abs(), point.point.at_scale(scale).abs());
    let (larger, smaller) = (value_units.max(target_units), value_units.min(target_units));
    if larger < smaller * NOT_ALIKE {
        return;
    }
    let (shown, target) = (format::number(*value, &measure.unit), format::number(point.point, &measure.unit));
    let times = larger / smaller;
    let working = if value_units > target_units {
        format!("{shown} is {times} times {target}: they may be in different units.")
    } else {
        format!("{target} is {times} times {shown}: they may be in different units.")
    };
    let said = Said {
        published: format!("{shown} against a target of {target}"),
        expected: "a value and a target of about the same size".to_string(),
        working,
    };
    desk.find(Kind::UnitOrBasis, Certainty::Question, at, said);
}

/// Whether numbers of this unit add up over time, so that a year's is more than a quarter's.
fn adds_up_over_time(unit: &Unit) -> bool {
    matches!(unit.kind, UnitKind::Count | UnitKind::Money | UnitKind::Rate)
}

fn is_year(period: Period) -> bool {
    matches!(period.kind(), PeriodKind::FinancialYear | PeriodKind::AcademicYear)
}

/// A value of a part of the year against the target of the whole. Whether it is that.
fn of_a_year(measure: &Measure, point: &PointTarget, at: &Path<'_>, desk: &mut Desk<'_>) -> bool {
    let now = measure.reporting_period;
    if measure.basis != Basis::InPeriod || is_year(now) {
        return false;
    }
    let shown = format::number(point.point, &measure.unit);
    let whole = point.yearly.as_ref().filter(|yearly| yearly.shares > 1 && yearly.total.cmp_value(point.point).is_eq());
    let (certainty, key, working) = match (whole, point.period) {
        (Some(yearly), _) => (
            Certainty::Certain,
            "point",
            format!(
                "The target {shown} is the whole yearly target, which was to be shared out over {} parts; the value is for {now} \
                 alone.",
                yearly.shares
            ),
        ),
        (None, Some(period)) if is_year(period) && adds_up_over_time(&measure.unit) => (
            Certainty::Certain,
            "period",
            format!("The value is for {now}, the target for the {period}; numbers such as these add up over the year."),
        ),
        _ => return false,
    };
    let said = Said {
        published: format!("the target {shown} for a year beside a value for {now}"),
        expected: format!("a target for {now}"),
        working,
    };
    desk.find(Kind::UnitOrBasis, certainty, &at.key(key), said);
    true
}

/// The shares of a yearly target add up to it, but for rounding. A value that is added up since the start of the year may have
/// as many shares as quarters have gone.
fn adds_up(measure: &Measure, point: &PointTarget, yearly: &Yearly, at: &Path<'_>, desk: &mut Desk<'_>) {
    let scale = point.point.scale().max(yearly.total.scale()) + 1;
    let shares = i128::from(yearly.shares);
    let (share, total) = (point.point.at_scale(scale), yearly.total.at_scale(scale));
    // Half a unit of the last digit of the share, as often as there are shares.
    let rounding = shares * 5 * 10i128.pow(scale - 1 - point.point.scale());
    let is_near = |parts: i128| (share * shares - total * parts).abs() <= rounding;
    let gone = match measure.reporting_period {
        Period::Quarter { quarter, .. } | Period::YearToQuarter { quarter, .. } => i128::from(quarter),
        _ => 1,
    };
    let is_cumulative = measure.basis == Basis::Cumulative;
    if is_near(1) || (is_cumulative && yearly.shares == 4 && is_near(gone)) {
        return;
    }
    let number = |number: Decimal| format::number(number, &measure.unit);
    let exact = |scaled: i128| {
        let text = crate::rules::plain(crate::rules::Exact { units: scaled, scale });
        text.trim_end_matches('.').to_string()
    };
    let said = Said {
        published: format!("{} as one of {} shares of {}", number(point.point), yearly.shares, number(yearly.total)),
        expected: format!("shares that add up to {}", number(yearly.total)),
        working: format!("{} times {} is {}.", yearly.shares, number(point.point), exact(share * shares)),
    };
    desk.find(Kind::YearlyTarget, Certainty::Certain, &at.key("yearly"), said);
}
