//! Knows: whether two targets ask for the same.
//! Must not know: how a target is written, or what meets it.

use crate::report::{Basis, Decimal, Measure, Period, PointTarget, Rounding, Target, Unit, Yearly};
use std::cmp::Ordering;

/// Whether the targets of a measure in two reports ask for the same. The part of a yearly target that is due by then grows
/// from quarter to quarter while the year's target stays: that is the same target.
pub(super) fn are_same(earlier: &Measure, later: &Measure) -> bool {
    match (&earlier.target, &later.target) {
        (None, None) => true,
        (Some(Target::Point(before)), Some(Target::Point(after))) => {
            are_same_points(before, after) || are_parts_of_one_year((earlier, before), (later, after))
        }
        (Some(Target::LowHigh(before)), Some(Target::LowHigh(after))) => {
            equal(before.low_target, after.low_target) && equal(before.high_target, after.high_target)
        }
        (Some(Target::Range(before)), Some(Target::Range(after))) => {
            equal(before.low, after.low)
                && equal(before.high, after.high)
                && equal_if_any(before.mid_point, after.mid_point)
        }
        _ => false,
    }
}

fn equal(one: Decimal, other: Decimal) -> bool {
    one.cmp_value(other) == Ordering::Equal
}

fn equal_if_any(one: Option<Decimal>, other: Option<Decimal>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => equal(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// The period of a target moves on with its value, so it is left aside.
fn are_same_points(before: &PointTarget, after: &PointTarget) -> bool {
    equal(before.point, after.point)
        && equal_if_any(before.amber, after.amber)
        && are_same_units(before.unit.as_ref(), after.unit.as_ref())
        && match (&before.yearly, &after.yearly) {
            (Some(before), Some(after)) => are_same_years(before, after),
            (before, after) => before.is_none() && after.is_none(),
        }
}

fn are_same_units(before: Option<&Unit>, after: Option<&Unit>) -> bool {
    before == after
}

fn are_same_years(before: &Yearly, after: &Yearly) -> bool {
    equal(before.total, after.total) && before.shares == after.shares
}

/// Whether each is what is due of one yearly target by the end of its quarter.
fn are_parts_of_one_year(earlier: (&Measure, &PointTarget), later: (&Measure, &PointTarget)) -> bool {
    let (Some(before), Some(after)) = (&earlier.1.yearly, &later.1.yearly) else { return false };
    are_same_years(before, after)
        && equal_if_any(earlier.1.amber, later.1.amber)
        && are_same_units(earlier.1.unit.as_ref(), later.1.unit.as_ref())
        && [(earlier, before), (later, after)]
            .into_iter()
            .all(|((measure, point), yearly)| is_due(measure, point, yearly))
}

/// Whether a target is the part of the yearly one that is due by the end of the measure's quarter.
fn is_due(measure: &Measure, point: &PointTarget, yearly: &Yearly) -> bool {
    parts(measure).is_some_and(|parts| equal(point.point * Decimal::whole(yearly.shares), yearly.total * parts))
}

/// How many parts of a yearly target are due by the end of the measure's quarter; none when it is not for a quarter.
fn parts(measure: &Measure) -> Option<Decimal> {
    let (Period::Quarter { quarter, .. } | Period::YearToQuarter { quarter, .. }) = measure.reporting_period() else {
        return None;
    };
    Some(Decimal::whole(if measure.basis() == Basis::Cumulative { u32::from(quarter) } else { 1 }))
}

/// The target of the earlier measure, to hold against the value of the later one: of a yearly target the part that is due by then.
pub(super) fn carried_over(earlier: &Measure, later: &Measure) -> Option<Target> {
    let Some(Target::Point(before)) = &earlier.target else { return earlier.target.clone() };
    let mut point = before.clone();
    if let Some(yearly) = before.yearly.as_ref().filter(|yearly| is_due(earlier, before, yearly))
        && let Some(parts) = parts(later)
        // A quarter of a number is exact in two more digits.
        && let Some(due) = (yearly.total * parts).divide(Decimal::whole(yearly.shares), yearly.total.scale() + 2, Rounding::Nearest)
    {
        point.point = due;
    }
    Some(Target::Point(point))
}
