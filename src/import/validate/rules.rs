//! Knows: what must hold in the rules of a report, and in those that one measure has for itself.
//! Must not know: any figure that they are applied to.

use super::names::name;
use crate::import::fault::{Faults, Path, quoted};
use crate::report::Keyword;
use crate::report::{Between, ByDirection, Decimal, Measure, Report, RuleSet, Status, ToleranceBasis};

/// What must hold in the rules of the report.
pub(super) fn rules(report: &Report, faults: &mut Faults) {
    let at = Path::Root.key("rules");
    let rules = &report.rules;
    let before = faults.count();
    limits(
        &at,
        &Limits {
            tolerances: &[("tolerance", Some(rules.tolerance)), ("green_tolerance", rules.green_tolerance)],
            basis: rules.tolerance_basis,
            static_tolerance: Some(rules.static_tolerance),
            at_boundary: Some(rules.at_boundary),
            at_green_boundary: rules.at_green_boundary,
            periods: Some(rules.long_trend_periods),
            minimum_points: rules.minimum_points,
        },
        faults,
    );
    // A fault of the parts is not told again as one of the whole.
    if faults.count() == before {
        order_of_tolerances(rules, &at, faults);
        others(rules.between_targets, rules.by_direction, &at, faults);
    }
    if let Some(status) = rules.without_target.filter(|status| !matches!(status, Status::Grey | Status::None)) {
        faults.add(&at.key("without_target"), quoted(status.word()), "\"grey\" or \"none\"");
    }
    let mut seen = Vec::new();
    for (position, definition) in rules.statuses.iter().enumerate() {
        let statuses = at.key("statuses");
        let at = statuses.entry(position);
        name(&definition.label, &at.key("label"), faults);
        if seen.contains(&definition.status) {
            faults.add(&at.key("status"), quoted(definition.status.word()), "each status once");
        } else {
            seen.push(definition.status);
        }
    }
}

/// What rules state, of a report or of one measure.
struct Limits<'r> {
    tolerances: &'r [(&'r str, Option<Decimal>)],
    basis: ToleranceBasis,
    static_tolerance: Option<Decimal>,
    at_boundary: Option<Status>,
    at_green_boundary: Option<Status>,
    periods: Option<u32>,
    minimum_points: Option<u32>,
}

fn limits(at: &Path<'_>, limits: &Limits<'_>, faults: &mut Faults) {
    let one = Decimal::parse("1").unwrap_or(Decimal::ZERO);
    let tolerances = limits.tolerances.iter().filter_map(|(key, tolerance)| Some((*key, (*tolerance)?)));
    for (key, tolerance) in tolerances {
        if tolerance.cmp_value(Decimal::ZERO).is_lt() {
            faults.add(&at.key(key), tolerance.to_string(), "0 or more");
        } else if limits.basis == ToleranceBasis::Relative && tolerance.cmp_value(one).is_gt() {
            let expected = "a share of the target: 0.05 for 5%, at most 1";
            faults.add(&at.key(key), tolerance.to_string(), expected);
        }
    }
    if let Some(tolerance) = limits.static_tolerance.filter(|tolerance| tolerance.cmp_value(Decimal::ZERO).is_lt()) {
        faults.add(&at.key("static_tolerance"), tolerance.to_string(), "0 or more");
    }
    if let Some(status) = limits.at_boundary.filter(|status| !matches!(status, Status::Amber | Status::Red)) {
        faults.add(&at.key("at_boundary"), quoted(status.word()), "\"amber\" or \"red\"");
    }
    if let Some(status) = limits.at_green_boundary.filter(|status| !matches!(status, Status::Green | Status::Amber)) {
        faults.add(&at.key("at_green_boundary"), quoted(status.word()), "\"green\" or \"amber\"");
    }
    for (key, periods) in [("long_trend_periods", limits.periods), ("minimum_points", limits.minimum_points)] {
        if let Some(periods) = periods.filter(|periods| !(1..=48).contains(periods)) {
            faults.add(&at.key(key), periods.to_string(), "1 to 48");
        }
    }
}

/// What lies between two targets, or goes by direction, is a status for a value that misses a target: were it green, a better
/// value could have a worse status.
fn others(between: Option<Between>, by_direction: Option<ByDirection>, at: &Path<'_>, faults: &mut Faults) {
    let mut judged = |at: &Path<'_>, key: &str, status: Status, may_be: &[Status]| {
        if !may_be.contains(&status) {
            let which = if may_be.contains(&Status::Red) { "blue, amber or red" } else { "blue or amber" };
            let expected = format!("a status for a value that misses a target: {which}");
            faults.add(&at.key(key), quoted(status.word()), expected);
        }
    };
    let below = [Status::Blue, Status::Amber, Status::Red];
    if let Some(between) = between {
        let at = at.key("between_targets");
        judged(&at, "status", between.status, &[Status::Blue, Status::Amber]);
        judged(&at, "at_low_target", between.at_low_target, &below);
    }
    if let Some(by_direction) = by_direction {
        let at = at.key("by_direction");
        judged(&at, "improving", by_direction.improving, &below);
        judged(&at, "static", by_direction.unchanged, &below);
        judged(&at, "deteriorating", by_direction.deteriorating, &below);
    }
}

/// What must hold between the parts of the rules that something is judged by.
fn order_of_tolerances(rules: &RuleSet, at: &Path<'_>, faults: &mut Faults) {
    if let Some(green) = rules.green_tolerance {
        if green.cmp_value(rules.tolerance).is_gt() {
            let expected = format!("no more than the tolerance for amber, {}", rules.tolerance);
            faults.add(&at.key("green_tolerance"), green.to_string(), expected);
        }
        if rules.at_green_boundary.is_none() && !green.is_zero() {
            let expected =
                "\"green\" or \"amber\": the status of a value that misses its target by exactly the green tolerance";
            faults.add(&at.key("at_green_boundary"), "nothing", expected);
        }
    }
}

/// The rules of one measure, by themselves and together with those of the report.
pub(super) fn own_rules(report: &Report, measure: &Measure, at: &Path<'_>, faults: &mut Faults) {
    let Some(own) = &measure.rules else { return };
    let joined = report.rules.of(measure);
    let before = faults.count();
    limits(
        at,
        &Limits {
            tolerances: &[("tolerance", own.tolerance), ("green_tolerance", own.green_tolerance)],
            basis: joined.tolerance_basis,
            static_tolerance: own.static_tolerance,
            at_boundary: own.at_boundary,
            at_green_boundary: own.at_green_boundary,
            periods: own.long_trend_periods,
            minimum_points: own.minimum_points,
        },
        faults,
    );
    // A tolerance of the report in its unit cannot be read as a share because one measure says so.
    let one = Decimal::whole(1);
    if own.tolerance_basis == Some(ToleranceBasis::Relative)
        && own.tolerance.is_none()
        && joined.tolerance.cmp_value(one).is_gt()
    {
        let expected =
            format!("a tolerance beside it: that of the report, {}, is no share of a target", joined.tolerance);
        faults.add(&at.key("tolerance_basis"), "\"relative\"", expected);
    }
    others(own.between_targets, own.by_direction, at, faults);
    // Nor is a fault of the report's rules told again for each measure that has others.
    let has_tolerances = own.tolerance.is_some() || own.green_tolerance.is_some();
    if faults.count() == before && has_tolerances {
        order_of_tolerances(&joined, at, faults);
    }
}
