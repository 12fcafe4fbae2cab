//! Faults in rules, scales and targets.

use super::{ABSENT, MEASURE, RISK, check, check_at, check_fine, path};
use crate::import::tests::{edited, faults_in};
use serde_json::{Value as Tree, json};

#[test]
fn rules_and_scales() {
    check(
        "/rules",
        &[
            // A fault in one tolerance is not reported again as a fault between the two.
            ("/tolerance", json!("-0.05"), "found -0.05; expected 0 or more"),
            ("/tolerance", json!("5"), "found 5; expected a share of the target: 0.05 for 5%, at most 1"),
            ("/static_tolerance", json!("-1"), "found -1; expected 0 or more"),
            ("/at_boundary", json!("green"), "found \"green\"; expected \"amber\" or \"red\""),
            ("/long_trend_periods", json!(0), "found 0; expected 1 to 48"),
            ("/long_trend_periods", json!(49), "found 49; expected 1 to 48"),
            ("/minimum_points", json!(0), "found 0; expected 1 to 48"),
            ("/minimum_points", json!(49), "found 49; expected 1 to 48"),
            ("/green_tolerance", json!("-0.01"), "found -0.01; expected 0 or more"),
            ("/green_tolerance", json!("2"), "found 2; expected a share of the target: 0.05 for 5%, at most 1"),
            (
                "/green_tolerance",
                json!("0.05000001"),
                "found 0.05000001; expected no more than the tolerance for amber, 0.05",
            ),
            ("/at_green_boundary", json!("red"), "found \"red\"; expected \"green\" or \"amber\""),
            (
                "/at_green_boundary",
                Tree::Null,
                "found nothing; expected \"green\" or \"amber\": the status of a value that misses its target by exactly the \
                 green tolerance",
            ),
            ("/without_target", json!("red"), "found \"red\"; expected \"grey\" or \"none\""),
            ("/statuses/3/label", json!(""), "found nothing but white space; expected a name"),
            ("/statuses/1/label", json!(""), "found nothing but white space; expected a name"),
            ("/statuses/1/status", json!("red"), "found \"red\"; expected each status once"),
        ],
    );
    check_fine(
        "/rules",
        &[
            ("/tolerance", json!("1")),
            ("/tolerance", json!("0.01")),
            ("/at_boundary", json!("red")),
            ("/green_tolerance", json!("0.05")),
            ("/green_tolerance", json!("0")),
            ("/green_tolerance", Tree::Null),
            ("/at_green_boundary", json!("green")),
            ("/between_targets", Tree::Null),
            ("/by_direction", Tree::Null),
            ("/without_target", json!("none")),
            ("/without_target", Tree::Null),
            ("/minimum_points", json!(48)),
            ("/minimum_points", Tree::Null),
            ("/compared_with", json!("same_period_last_year")),
            ("/compared_with", Tree::Null),
            ("/statuses", json!([])),
        ],
    );
    // A tolerance of 0 requires a green tolerance of 0.
    let above = "found 0.01; expected no more than the tolerance for amber, 0";
    check_at("/rules/tolerance", &json!("0"), "$.rules.green_tolerance", above);
    let mut strict = edited("/rules/tolerance", &json!("0"));
    strict["rules"]["green_tolerance"] = json!("0");
    assert_eq!(faults_in(&strict), [""; 0]);
    // With a green tolerance of 0, no value is at its edge.
    let mut no_edge = edited("/rules/green_tolerance", &json!("0"));
    no_edge["rules"].as_object_mut().unwrap().remove("at_green_boundary");
    assert_eq!(faults_in(&no_edge), [""; 0]);
    let status = "expected a status: one of \"green\", \"blue\", \"amber\", \"red\", \"grey\", \"none\"";
    check(
        "/rules",
        &[
            ("/between_targets/at_low_target", Tree::Null, ABSENT),
            ("/between_targets/status", json!("Blue"), &format!("found the text \"Blue\"; {status}")),
            ("/by_direction/static", Tree::Null, ABSENT),
            (
                "/by_direction/unchanged",
                json!("red"),
                "found the unknown key \"unchanged\" with the text \"red\"; expected only improving, static, deteriorating",
            ),
            (
                "/by_direction",
                json!("red"),
                "found the text \"red\"; expected an object with improving, static, deteriorating",
            ),
            (
                "/compared_with",
                json!("last_year"),
                "found the text \"last_year\"; expected an earlier value to compare with: one of \"previous_period\", \
                 \"same_period_last_year\"",
            ),
            ("/statuses/3/meets_target", json!("yes"), "found the text \"yes\"; expected true or false"),
        ],
    );
    check(
        "/risk_matrix/impact/1",
        &[
            ("/code", json!("I"), "found \"I\"; expected each code once"),
            ("/rank", json!(2), "found 2; expected each rank once"),
        ],
    );
    check(
        RISK,
        &[
            ("/inherent/likelihood", json!("Z"), "found \"Z\"; expected a code on the scale: \"A\", \"B\""),
            ("/scores/1/score/impact", json!("i"), "found \"i\"; expected a code on the scale: \"I\", \"II\""),
            ("/scores", json!([]), "found none; expected at least one score"),
            ("/title", json!(" "), "found nothing but white space; expected a name"),
        ],
    );
    for period in ["2023-24-q2", "2023-24-q1"] {
        let said = crate::fixtures::period(period);
        let fault = format!("found {said}; expected a later period than that of the score before");
        check(RISK, &[("/scores/1/period", json!(period), &fault)]);
    }
}

/// A measure's own rules are checked like the report's, by themselves and together with them.
#[test]
fn rules_of_one_measure() {
    let own = "/outcomes/0/programmes/0/measures/3/rules";
    check(
        own,
        &[
            ("/tolerance", json!("-3"), "found -3; expected 0 or more"),
            ("/green_tolerance", json!("3.5"), "found 3.5; expected no more than the tolerance for amber, 3"),
            ("/at_boundary", json!("green"), "found \"green\"; expected \"amber\" or \"red\""),
            ("/at_green_boundary", json!("blue"), "found \"blue\"; expected \"green\" or \"amber\""),
            ("/long_trend_periods", json!(0), "found 0; expected 1 to 48"),
            ("/minimum_points", json!(0), "found 0; expected 1 to 48"),
            ("/static_tolerance", json!("-0.25"), "found -0.25; expected 0 or more"),
            (
                "/without_target",
                json!("grey"),
                "found the unknown key \"without_target\" with the text \"grey\"; expected only tolerance, \
                 tolerance_basis, at_boundary, green_tolerance, at_green_boundary, between_targets, by_direction, \
                 long_trend_periods, minimum_points, static_tolerance, compared_with",
            ),
        ],
    );
    // As a share of the target, 3 would be 300%.
    let share = "found 3; expected a share of the target: 0.05 for 5%, at most 1";
    check_at(&format!("{own}/tolerance_basis"), &json!("relative"), &format!("{}.tolerance", path(own)), share);
    check_fine(
        own,
        &[
            ("", json!({})),
            ("", Tree::Null),
            ("", json!({ "tolerance": "1" })),
            ("", json!({ "green_tolerance": "0" })),
            ("", json!({ "green_tolerance": "0.05" })),
            ("/at_green_boundary", Tree::Null),
            ("/tolerance", json!("0.5")),
        ],
    );
    // Together with the report's: a green tolerance of 1%, and 5% for amber.
    let above = |expected: &str| format!("{}.green_tolerance: {expected}", path(own));
    for (rules, expected) in [
        (json!({ "tolerance": "0" }), "found 0.01; expected no more than the tolerance for amber, 0"),
        (json!({ "green_tolerance": "0.06" }), "found 0.06; expected no more than the tolerance for amber, 0.05"),
    ] {
        assert_eq!(faults_in(&edited(own, &rules)), [above(expected)]);
    }
    // A fault in the report's rules is not reported again for a measure with its own.
    let mut faulty = edited(own, &json!({ "at_boundary": "red" }));
    faulty["rules"]["green_tolerance"] = json!("0.06");
    let once = "$.rules.green_tolerance: found 0.06; expected no more than the tolerance for amber, 0.05";
    assert_eq!(faults_in(&faulty), [once]);
}

#[test]
fn targets() {
    let target = format!("{MEASURE}/target");
    for (replacement, key, fault) in [
        (json!({ "low_target": "60" }), "high_target", ABSENT),
        (json!({ "high_target": "60" }), "low_target", ABSENT),
        (json!({ "low": "60" }), "high", ABSENT),
        (
            json!({ "point": "60", "low_target": "50" }),
            "low_target",
            "found the unknown key \"low_target\" with the text \"50\"; expected only point, amber, yearly, unit, period",
        ),
        (
            json!({ "low_target": "50", "high_target": "60", "amber": "40" }),
            "amber",
            "found the unknown key \"amber\" with the text \"40\"; expected only low_target, high_target",
        ),
        (
            json!({ "point": "60", "unit": { "kind": "days", "per": 7 } }),
            "unit.per",
            "found 7; expected none: only a rate has it",
        ),
        (
            json!({ "point": "60", "unit": { "kind": "rate" } }),
            "unit.per",
            "found nothing; expected the number that the rate is per, 1 or more",
        ),
    ] {
        check_at(&target, &replacement, &format!("{}.{key}", path(&target)), fault);
    }
    // Doubtful, but shown: low and high the wrong way round, an amber value better than the target, another unit.
    check_fine(
        &target,
        &[
            ("", json!({ "low_target": "90", "high_target": "10" })),
            ("", json!({ "point": "60", "amber": "70" })),
            ("", json!({ "point": "60", "unit": { "kind": "days" }, "period": "2022-12" })),
        ],
    );
}

#[test]
fn statuses_between_targets_or_by_direction_are_for_a_missed_target() {
    let expected = |found: &str, which: &str| {
        format!("found \"{found}\"; expected a status for a value that misses a target: {which}")
    };
    let (between, below) = ("blue or amber", "blue, amber or red");
    check(
        "/rules",
        &[
            ("/between_targets/status", json!("grey"), &expected("grey", between)),
            ("/between_targets/status", json!("green"), &expected("green", between)),
            ("/between_targets/status", json!("red"), &expected("red", between)),
            ("/between_targets/at_low_target", json!("none"), &expected("none", below)),
            ("/between_targets/at_low_target", json!("green"), &expected("green", below)),
            ("/by_direction/improving", json!("green"), &expected("green", below)),
            ("/by_direction/improving", json!("grey"), &expected("grey", below)),
            ("/by_direction/static", json!("none"), &expected("none", below)),
            ("/by_direction/deteriorating", json!("grey"), &expected("grey", below)),
        ],
    );
    check_fine(
        "/rules",
        &[
            ("/between_targets/status", json!("amber")),
            ("/between_targets/at_low_target", json!("red")),
            ("/by_direction/improving", json!("blue")),
            ("/by_direction/deteriorating", json!("amber")),
        ],
    );
}
