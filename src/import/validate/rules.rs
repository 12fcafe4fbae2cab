//! Knows: what must be true of a report's rules, and of a measure's own.
//! Must not know: the figures that the rules are applied to.

use super::names::name;
use crate::import::fault::{Faults, Path, quoted};
use crate::report::{
    Between, ByDirection, Decimal, Keyword, Measure, OwnRules, Report, RuleSet, Status, ToleranceBasis,
};

/// Checks the rules of the report.
pub(super) fn rules(report: &Report, faults: &mut Faults) {
    let at = Path::Root.key("rules");
    let rules = &report.rules;
    let before = faults.count();
    let each = OwnRules {
        tolerance: Some(rules.tolerance),
        green_tolerance: rules.green_tolerance,
        static_tolerance: Some(rules.static_tolerance),
        at_boundary: Some(rules.at_boundary),
        at_green_boundary: rules.at_green_boundary,
        long_trend_periods: Some(rules.long_trend_periods),
        minimum_points: rules.minimum_points,
        ..OwnRules::default()
    };
    limits(&each, rules.tolerance_basis, &at, faults);
    // A fault in one rule is not reported again as a fault between two.
    if faults.count() == before {
        order_of_tolerances(rules, &at, faults);
        statuses_for_misses(rules.between_targets, rules.by_direction, &at, faults);
    }
    one_of_two(rules.without_target, [Status::Grey, Status::None], &at.key("without_target"), faults);
    let mut seen = Vec::new();
    at.key("statuses").each(&rules.statuses, |definition, at| {
        name(&definition.label, &at.key("label"), faults);
        if seen.contains(&definition.status) {
            faults.add(&at.key("status"), quoted(definition.status.word()), "each status once");
        } else {
            seen.push(definition.status);
        }
    });
}

/// Checks each rule by itself, of a report or of one measure.
fn limits(rules: &OwnRules, basis: ToleranceBasis, at: &Path<'_>, faults: &mut Faults) {
    let is_relative = basis == ToleranceBasis::Relative;
    for (key, tolerance, is_share) in [
        ("tolerance", rules.tolerance, is_relative),
        ("green_tolerance", rules.green_tolerance, is_relative),
        ("static_tolerance", rules.static_tolerance, false),
    ] {
        let Some(tolerance) = tolerance else { continue };
        if tolerance.sign().is_lt() {
            faults.add(&at.key(key), tolerance.to_string(), "0 or more");
        } else if is_share && tolerance.cmp_value(Decimal::ONE).is_gt() {
            faults.add(&at.key(key), tolerance.to_string(), "a share of the target: 0.05 for 5%, at most 1");
        }
    }
    one_of_two(rules.at_boundary, [Status::Amber, Status::Red], &at.key("at_boundary"), faults);
    one_of_two(rules.at_green_boundary, [Status::Green, Status::Amber], &at.key("at_green_boundary"), faults);
    for (key, periods) in [("long_trend_periods", rules.long_trend_periods), ("minimum_points", rules.minimum_points)] {
        if let Some(periods) = periods.filter(|periods| !(1..=48).contains(periods)) {
            faults.add(&at.key(key), periods.to_string(), "1 to 48");
        }
    }
}

fn one_of_two(status: Option<Status>, allowed: [Status; 2], at: &Path<'_>, faults: &mut Faults) {
    if let Some(status) = status.filter(|status| !allowed.contains(status)) {
        faults.add(at, quoted(status.word()), allowed.map(|status| quoted(status.word())).join(" or "));
    }
}

/// The status between two targets, or by direction, is for a value that misses a target. If it were green, a better value
/// could have a worse status.
fn statuses_for_misses(
    between: Option<Between>,
    by_direction: Option<ByDirection>,
    at: &Path<'_>,
    faults: &mut Faults,
) {
    let mut check = |at: &Path<'_>, key: &str, status: Status, may_be: &[Status]| {
        if !may_be.contains(&status) {
            let which = if may_be.contains(&Status::Red) { "blue, amber or red" } else { "blue or amber" };
            let expected = format!("a status for a value that misses a target: {which}");
            faults.add(&at.key(key), quoted(status.word()), expected);
        }
    };
    let below = [Status::Blue, Status::Amber, Status::Red];
    if let Some(between) = between {
        let at = at.key("between_targets");
        check(&at, "status", between.status, &[Status::Blue, Status::Amber]);
        check(&at, "at_low_target", between.at_low_target, &below);
    }
    if let Some(by_direction) = by_direction {
        let at = at.key("by_direction");
        check(&at, "improving", by_direction.improving, &below);
        check(&at, "static", by_direction.unchanged, &below);
        check(&at, "deteriorating", by_direction.deteriorating, &below);
    }
}

/// Checks that the green tolerance is within the amber one and has a status at its edge.
fn order_of_tolerances(rules: &RuleSet, at: &Path<'_>, faults: &mut Faults) {
    if let Some(green) = rules.green_tolerance {
        if green.cmp_value(rules.tolerance).is_gt() {
            let expected = format!("no more than the tolerance for amber, {}", rules.tolerance);
            faults.add(&at.key("green_tolerance"), green.to_string(), expected);
        }
        if rules.at_green_boundary.is_none() && !green.is_zero() {
            let expected = "the status of a value that misses its target by exactly the green tolerance";
            faults.add(&at.key("at_green_boundary"), "nothing", format!("\"green\" or \"amber\": {expected}"));
        }
    }
}

/// Checks the rules of one measure, by themselves and together with those of the report.
pub(super) fn own_rules(report: &Report, measure: &Measure, at: &Path<'_>, faults: &mut Faults) {
    let Some(own) = &measure.rules else { return };
    let joined = report.rules.of(measure);
    let before = faults.count();
    limits(own, joined.tolerance_basis, at, faults);
    // The report's tolerance in its own unit cannot become a share because one measure says "relative".
    let is_relative = own.tolerance_basis == Some(ToleranceBasis::Relative);
    if is_relative && own.tolerance.is_none() && joined.tolerance.cmp_value(Decimal::whole(1)).is_gt() {
        let of_report = joined.tolerance;
        let expected = format!("a tolerance beside it: that of the report, {of_report}, is not a share of a target");
        faults.add(&at.key("tolerance_basis"), "\"relative\"", expected);
    }
    statuses_for_misses(own.between_targets, own.by_direction, at, faults);
    // A fault in the report's rules is not reported again for each measure with rules of its own.
    let has_tolerances = own.tolerance.is_some() || own.green_tolerance.is_some();
    if faults.count() == before && has_tolerances {
        order_of_tolerances(&joined, at, faults);
    }
}
