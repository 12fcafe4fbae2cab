//! Knows: whether a year that meets its target hides a last quarter that alone would not have met it.
//! Must not know: how statuses are worked out (that is `rules`).

use super::disclosure::has_suppressed;
use super::kind::{Certainty, Kind};
use super::periods::{adds_up, covered, exact, value_period};
use super::reporter::{Evidence, Reporter};
use crate::report::{
    Aim, Basis, Decimal, Measure, Observation, Period, PointTarget, Report, Rounding, RuleSet, Target, ToleranceBasis,
    Yearly,
};
use crate::wording::format::{self, the};

pub(super) fn check(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let Some(Target::Point(point)) = &measure.target else { return };
    // What one quarter adds to the year is not worked out where any value is suppressed.
    let rules = &*report.rules.of(measure);
    let meets = measure.status.published().is_some_and(|status| rules.meets_target(status));
    if !meets || has_suppressed(measure) || !point.is_in(&measure.unit) {
        return;
    }
    let Some(now) = measure.value.number() else { return };
    let by_addition = point.yearly.as_ref().and_then(|yearly| added_quarter(measure, rules, *now, yearly));
    if let Some(evidence) = by_addition.or_else(|| quoted_quarter(report, measure, rules, point)) {
        reporter.add(Kind::FailingQuarter, Certainty::Question, &reporter.at.key("status"), evidence);
    }
}

/// Whether a number misses a target by more than the tolerance. Both are multiplied by `times`, so an absolute tolerance is
/// as well.
fn fails(measure: &Measure, rules: &RuleSet, number: Decimal, target: Decimal, times: Decimal) -> bool {
    let short = match measure.aim {
        Aim::Maximise => target - number,
        Aim::Minimise => number - target,
        Aim::Goldilocks | Aim::NotStated => Decimal::ZERO,
    };
    let allowed = match rules.tolerance_basis {
        ToleranceBasis::Relative => target.abs() * rules.tolerance,
        ToleranceBasis::Absolute => rules.tolerance * times,
    };
    short.sign().is_gt() && short.cmp_value(allowed).is_gt()
}

/// A cumulative number less the one a quarter before, against a quarter of the yearly target.
fn added_quarter(measure: &Measure, rules: &RuleSet, now: Decimal, yearly: &Yearly) -> Option<Evidence> {
    let (start, end) = covered(measure.basis(), measure.reporting_period());
    if measure.basis() != Basis::Cumulative
        || !adds_up(&measure.unit, measure.basis())
        || yearly.shares != 4
        || end - start < 6
    {
        return None;
    }
    let mut own = measure.history.iter().rev().filter(|observation| observation.is_own());
    let (before, period) = own.find_map(|observation| {
        let period = observation.period.filter(|period| covered(measure.basis(), *period) == (start, end - 3))?;
        Some((*observation.value.number()?, period))
    })?;
    let (part, four) = (now - before, Decimal::whole(4));
    // Four times the quarter against the year, so that nothing is divided.
    if !fails(measure, rules, part * four, yearly.total, four) {
        return None;
    }
    let number = |number: Decimal| format::number(number, &measure.unit);
    let share = exact(share(yearly.total, four), &measure.unit);
    let part = exact(part, &measure.unit);
    let now = number(now);
    let least = if measure.aim == Aim::Minimise { "at most" } else { "at least" };
    Some(Evidence {
        published: format!("{} with {now} for {}", rules.label(measure.status()), value_period(measure)),
        expected: format!("{least} {share} in the last quarter, a quarter of the yearly {}", number(yearly.total)),
        working: format!("{now} less {} in {} is {part} for the last quarter alone.", number(before), the(period)),
    })
}

/// A value for two quarters or more, and one for the report's quarter that misses the same target, or its share of it.
fn quoted_quarter(report: &Report, measure: &Measure, rules: &RuleSet, point: &PointTarget) -> Option<Evidence> {
    let (start, end) = covered(measure.basis(), measure.reporting_period());
    // A rolling window is judged as a whole.
    if end - start < 6
        || matches!(measure.basis(), Basis::Snapshot | Basis::Rolling)
        || !matches!(report.period, Period::Quarter { .. })
    {
        return None;
    }
    let is_quarter = |observation: &&Observation| {
        observation.period == Some(report.period)
            && (observation.series.is_some() || measure.basis() != Basis::Cumulative)
            && observation.unit.as_ref().is_none_or(|unit| *unit == measure.unit)
            && observation.series.as_deref().is_none_or(|name| name.to_lowercase().contains("quarter"))
    };
    let quarter = *measure.history.iter().find(is_quarter)?.value.number()?;
    let quarters = if adds_up(&measure.unit, measure.basis()) { (end - start) / 3 } else { 1 };
    let times = Decimal::whole(quarters);
    if !fails(measure, rules, quarter * times, point.point, times) {
        return None;
    }
    let target = format::number(point.point, &measure.unit);
    let against = match quarters {
        1 => target,
        _ => {
            let share = exact(share(point.point, times), &measure.unit);
            format!("{share}, one of {quarters} quarters of {target}")
        }
    };
    let now = format::value(&measure.value, &measure.unit);
    Some(Evidence {
        published: format!("{} with {now} for {}", rules.label(measure.status()), value_period(measure)),
        expected: format!("the target met in {} too", report.period),
        working: format!("{} alone is {} against {against}.", report.period, format::number(quarter, &measure.unit)),
    })
}

/// A number divided by `parts`, to two more digits.
fn share(number: Decimal, parts: Decimal) -> Decimal {
    number.divide(parts, number.scale() + 2, Rounding::TowardsZero).unwrap_or(number)
}
