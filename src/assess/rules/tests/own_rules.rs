//! A measure's own rules, each of which replaces that of its report.

use super::status_of;
use crate::fixtures::{decimal, measure, rules, with_history, word};
use crate::report::{Between, ByDirection, ComparedWith, OwnRules, Status, ToleranceBasis};

/// Aim, value, target, history; the report's rules; the measure's own; the status without and with them.
fn check(what: (&str, &str, &str, &str), reports: &str, own: OwnRules, expected: (&str, &str)) {
    let (aim, of, against, history) = what;
    let mut measure = with_history(measure(aim, of, against), history);
    let without = status_of(&measure, &rules(reports));
    measure.rules = Some(OwnRules::default());
    assert_eq!(status_of(&measure, &rules(reports)), without, "empty own rules change nothing");
    measure.rules = Some(own);
    let with = status_of(&measure, &rules(reports));
    assert_eq!((without.as_str(), with.as_str()), expected, "{what:?} by {reports}, and {:?}", measure.rules);
}

#[test]
fn each_own_rule_replaces_that_of_the_report() {
    // 73 misses 80 by 8.75%.
    let tolerance = OwnRules { tolerance: Some(decimal("0.1")), ..OwnRules::default() };
    check(("maximise", "73", "80", ""), "0.05", tolerance.clone(), ("red", "amber"));
    // The report's other rules still apply: the edge at 10% is 72.
    check(("maximise", "72", "80", ""), "0.05, edge red", tolerance.clone(), ("red", "red"));
    check(("maximise", "79.2", "80", ""), "0.05, green 0.01 edge green", tolerance, ("green", "green"));
    // 79.9 misses by 0.1 points, which is 0.125%.
    let absolute = OwnRules { tolerance_basis: Some(ToleranceBasis::Absolute), ..OwnRules::default() };
    check(("maximise", "79.9", "80", ""), "0.05", absolute.clone(), ("amber", "red"));
    // The report's other tolerances are then absolute as well: 0.01 points, not 0.8.
    check(("maximise", "79.96", "80", ""), "0.05, green 0.01 edge green", absolute, ("green", "amber"));
    let relative = OwnRules {
        tolerance: Some(decimal("0.05")),
        tolerance_basis: Some(ToleranceBasis::Relative),
        ..OwnRules::default()
    };
    check(("maximise", "76", "80", ""), "2 absolute", relative, ("red", "amber"));
    let edge = OwnRules { at_boundary: Some(Status::Red), ..OwnRules::default() };
    check(("maximise", "76", "80", ""), "0.05", edge.clone(), ("amber", "red"));
    check(("maximise", "75", "80 amber 75", ""), "0.05", edge, ("amber", "red"));
    // 79 misses by 1.25%.
    let green = |tolerance| OwnRules { green_tolerance: Some(decimal(tolerance)), ..OwnRules::default() };
    check(("maximise", "79", "80", ""), "0.05, green 0.02 edge green", green("0.01"), ("green", "amber"));
    check(("maximise", "79", "80", ""), "0.05, green 0.01 edge green", green("0.02"), ("amber", "green"));
    check(("maximise", "79.9", "80", ""), "0.05, green 0.01 edge green", green("0"), ("green", "amber"));
    let at_green = OwnRules { at_green_boundary: Some(Status::Green), ..OwnRules::default() };
    check(("maximise", "79.2", "80", ""), "0.05, green 0.01 edge amber", at_green, ("amber", "green"));
    let between = Between { status: Status::Amber, at_low_target: Status::Red };
    let between = OwnRules { between_targets: Some(between), ..OwnRules::default() };
    let low_high = |of| ("maximise", of, "low 60 high 80", "");
    check(low_high("70"), "0.05, between blue edge blue", between.clone(), ("blue", "amber"));
    check(low_high("60"), "0.05, between blue edge blue", between.clone(), ("blue", "red"));
    check(low_high("70"), "0.05", between, ("NothingBetween", "amber"));
    let [improving, unchanged, deteriorating] = ["amber", "amber", "red"].map(word);
    let direction = ByDirection { improving, unchanged, deteriorating };
    let direction = OwnRules { by_direction: Some(direction), ..OwnRules::default() };
    check(("maximise", "70", "80", "2023-24-q2 69"), "0.05", direction, ("red", "amber"));
    let still = OwnRules { static_tolerance: Some(decimal("0.5")), ..OwnRules::default() };
    check(("maximise", "70", "80", "2023-24-q2 70.5"), "0.05, direction amber amber red", still, ("red", "amber"));
    let last_year = OwnRules { compared_with: Some(ComparedWith::LastYear), ..OwnRules::default() };
    let history = "2022-23-q3 69; 2023-24-q2 71";
    check(("maximise", "70", "80", history), "0.05, direction amber amber red", last_year, ("red", "amber"));
    let previous = OwnRules { compared_with: Some(ComparedWith::Previous), ..OwnRules::default() };
    let reports = "0.05, direction amber amber red, last year";
    check(("maximise", "70", "80", history), reports, previous, ("amber", "red"));
}
