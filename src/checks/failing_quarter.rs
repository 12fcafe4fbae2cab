//! Knows: whether a year that meets its target hides a last quarter that would not have met it alone.
//! Must not know: how statuses are worked out (that is `rules`).

use super::kind::{Certainty, Kind};
use super::periods::{adds_up, covered, exact, value_period};
use super::reporter::{Evidence, Reporter};
use crate::report::{
    Aim, Basis, Decimal, Measure, Missing, Observation, Period, PointTarget, Report, Rounding, RuleSet, Target,
    ToleranceBasis, Value, Yearly,
};
use crate::wording::format;
use crate::wording::periods::the;

pub(super) fn check(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let Some(Target::Point(point)) = &measure.target else { return };
    // What one quarter adds to the year is not worked out where any part of it is withheld.
    let rules = &*report.rules.of(measure);
    if !rules.meets_target(measure.status) || is_withheld_somewhere(measure) || !point.is_in(&measure.unit) {
        return;
    }
    let Some(now) = measure.value.number() else { return };
    let by_addition = point.yearly.as_ref().and_then(|yearly| last_part(measure, rules, *now, yearly));
    let found = by_addition.or_else(|| quoted_quarter(report, measure, rules, point));
    if let Some(evidence) = found {
        let at = reporter.at.key("status");
        reporter.add(Kind::FailingQuarter, Certainty::Question, &at, evidence);
    }
}

fn is_withheld_somewhere(measure: &Measure) -> bool {
    let values = measure.history.iter().map(|observation| &observation.value).chain([&measure.value]);
    values.into_iter().any(|value| matches!(value, Value::Missing(missing) if missing.missing == Missing::Suppressed))
}

/// Whether a number would miss a target by more than so many times the tolerance, which is to be so many times what it is.
fn fails(measure: &Measure, rules: &RuleSet, number: Decimal, target: Decimal, times: Decimal) -> bool {
    let short = match measure.aim {
        Aim::Maximise => target - number,
        Aim::Minimise => number - target,
        Aim::Goldilocks => Decimal::ZERO,
    };
    let allowed = match rules.tolerance_basis {
        ToleranceBasis::Relative => target.abs() * rules.tolerance,
        ToleranceBasis::Absolute => rules.tolerance * times,
    };
    short.sign().is_gt() && short.cmp_value(allowed).is_gt()
}

/// A number that is added up over the year, less the same number one quarter before, against a quarter's share of the year's
/// target.
fn last_part(measure: &Measure, rules: &RuleSet, now: Decimal, yearly: &Yearly) -> Option<Evidence> {
    let (start, end) = covered(measure.basis, measure.reporting_period);
    if measure.basis != Basis::Cumulative
        || !adds_up(&measure.unit, measure.basis)
        || yearly.shares != 4
        || end - start < 6
    {
        return None;
    }
    let (before, observation) =
        measure.history.iter().rev().filter(|observation| observation.is_own()).find_map(|observation| {
            let covers = covered(measure.basis, observation.period?);
            (covers == (start, end - 3)).then_some((*observation.value.number()?, observation))
        })?;
    let (part, four) = (now - before, Decimal::whole(4));
    // Four times the quarter against the year, so that nothing is divided.
    if !fails(measure, rules, part * four, yearly.total, four) {
        return None;
    }
    let number = |number: Decimal| format::number(number, &measure.unit);
    let share = exact(share(yearly.total, four), &measure.unit);
    let part = exact(part, &measure.unit);
    let least = if measure.aim == Aim::Minimise { "at most" } else { "at least" };
    Some(Evidence {
        published: format!("{} with {} for {}", rules.label(measure.status), number(now), value_period(measure)),
        expected: format!("{least} {share} in the last quarter, a quarter of the yearly {}", number(yearly.total)),
        working: format!(
            "{} less {} in {} is {part} for the last quarter alone.",
            number(now),
            number(before),
            observation.period.map_or_else(String::new, the)
        ),
    })
}

/// A value for a year, and a value for the report's quarter that misses the same target, or its share of it.
fn quoted_quarter(report: &Report, measure: &Measure, rules: &RuleSet, point: &PointTarget) -> Option<Evidence> {
    let (start, end) = covered(measure.basis, measure.reporting_period);
    // A rolling window is judged as a whole.
    if end - start < 6 || matches!(measure.basis, Basis::Snapshot | Basis::Rolling) {
        return None;
    }
    let is_quarter = |observation: &&Observation| {
        observation.period == Some(report.period)
            && matches!(report.period, Period::Quarter { .. })
            && (observation.series.is_some() || measure.basis != Basis::Cumulative)
            && observation.unit.as_ref().is_none_or(|unit| *unit == measure.unit)
            && observation.series.as_deref().is_none_or(|name| name.to_lowercase().contains("quarter"))
    };
    let quarter = *measure.history.iter().find(is_quarter)?.value.number()?;
    let times = if adds_up(&measure.unit, measure.basis) { (end - start) / 3 } else { 1 };
    if !fails(measure, rules, quarter * Decimal::whole(times), point.point, Decimal::whole(times)) {
        return None;
    }
    let number = |number: Decimal| format::number(number, &measure.unit);
    let target = number(point.point);
    let of = if times == 1 { String::new() } else { format!(", one of {times} quarters of {target}") };
    Some(Evidence {
        published: format!(
            "{} with {} for {}",
            rules.label(measure.status),
            format::value(&measure.value, &measure.unit),
            value_period(measure)
        ),
        expected: format!("the target met in {} too", report.period),
        working: format!(
            "{} alone is {} against {}{of}.",
            report.period,
            number(quarter),
            if times == 1 { target.clone() } else { exact(share(point.point, Decimal::whole(times)), &measure.unit) }
        ),
    })
}

/// A part of a number, to two more digits.
fn share(number: Decimal, parts: Decimal) -> Decimal {
    number.divide(parts, number.scale() + 2, Rounding::TowardsZero).unwrap_or(number)
}
