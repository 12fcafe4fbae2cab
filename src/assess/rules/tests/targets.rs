//! Low and high targets, amber values, targets in another unit, and no target at all.

use super::{check, check_both, status_of};
use crate::assess::rules::{Variance, meets, variance};
use crate::fixtures::{decimal, measure, rules, word};
use crate::report::{Period, Target, Unit};
use crate::wording::format::Distance;

#[test]
fn measures_that_cannot_be_judged() {
    check(
        &[
            ("maximise", "[c]", "80", "NoValue(Suppressed)"),
            ("minimise", "[x]", "80", "NoValue(NotAvailable)"),
            ("goldilocks", "[z]", "60 to 80", "NoValue(NotApplicable)"),
            ("maximise", "[c]", "", "NoValue(Suppressed)"),
            ("maximise", "80", "", "NoTarget"),
            ("goldilocks", "80", "", "NoTarget"),
            ("maximise", "80", "60 to 80", "AimAndTargetDiffer"),
            ("minimise", "80", "60 to 80", "AimAndTargetDiffer"),
            ("goldilocks", "80", "80", "AimAndTargetDiffer"),
        ],
        &rules("0.05"),
    );
}

#[test]
fn between_a_low_and_a_high_target() {
    // Without a tolerance, whatever misses the low target is red.
    let cases = &[
        ("maximise", "80.00000001", "low 60 high 80", ["green", "green"]),
        ("maximise", "80.0", "low 60 high 80", ["green", "green"]),
        ("maximise", "79.99999999", "low 60 high 80", ["blue", "blue"]),
        ("maximise", "60.00000001", "low 60 high 80", ["blue", "blue"]),
        ("maximise", "60.00", "low 60 high 80", ["amber", "blue"]),
        ("maximise", "59.99999999", "low 60 high 80", ["red", "red"]),
        ("maximise", "-1", "low 60 high 80", ["red", "red"]),
        // Lower is better: the high target is the smaller number.
        ("minimise", "9.99999999", "low 20 high 10", ["green", "green"]),
        ("minimise", "10", "low 20 high 10", ["green", "green"]),
        ("minimise", "10.00000001", "low 20 high 10", ["blue", "blue"]),
        ("minimise", "19.99999999", "low 20 high 10", ["blue", "blue"]),
        ("minimise", "20", "low 20 high 10", ["amber", "blue"]),
        ("minimise", "20.00000001", "low 20 high 10", ["red", "red"]),
        // Around zero, where no tolerance is needed.
        ("maximise", "0", "low 0 high 10", ["amber", "blue"]),
        ("maximise", "-0.1", "low 0 high 10", ["red", "red"]),
        ("minimise", "0", "low 5 high 0", ["green", "green"]),
        // Both the same: nothing lies between them.
        ("maximise", "70", "low 70 high 70", ["green", "green"]),
        ("maximise", "69.99999999", "low 70 high 70.0", ["red", "red"]),
        ("minimise", "70", "low 70 high 70", ["green", "green"]),
        ("minimise", "70.00000001", "low 70 high 70", ["red", "red"]),
        // The wrong way round, whatever the value is.
        ("maximise", "90", "low 80 high 60", ["ReversedRange", "ReversedRange"]),
        ("maximise", "70", "low 80 high 60", ["ReversedRange", "ReversedRange"]),
        ("maximise", "50", "low 80 high 60", ["ReversedRange", "ReversedRange"]),
        ("minimise", "15", "low 10 high 20", ["ReversedRange", "ReversedRange"]),
        ("goldilocks", "70", "low 60 high 80", ["AimAndTargetDiffer", "AimAndTargetDiffer"]),
        ("maximise", "[c]", "low 60 high 80", ["NoValue(Suppressed)", "NoValue(Suppressed)"]),
    ];
    check_both(cases, ["0, between blue edge amber", "0, between blue edge blue"]);
}

#[test]
fn short_of_a_low_target() {
    // 5% of 60 is 3, of 20 it is 1, of 70 it is 3.5.
    check(
        &[
            ("maximise", "60", "low 60 high 80", "blue"),
            ("maximise", "59.99999999", "low 60 high 80", "amber"),
            ("maximise", "57", "low 60 high 80", "amber"),
            ("maximise", "56.99999999", "low 60 high 80", "red"),
            ("minimise", "20.00000001", "low 20 high 10", "amber"),
            ("minimise", "21", "low 20 high 10", "amber"),
            ("minimise", "21.00000001", "low 20 high 10", "red"),
            ("maximise", "66.5", "low 70 high 70", "amber"),
            ("maximise", "66.4", "low 70 high 70", "red"),
            // Relative to a low target of zero there is no room.
            ("maximise", "-0.1", "low 0 high 10", "red"),
        ],
        &rules("0.05, between blue edge blue"),
    );
    check(
        &[("maximise", "57", "low 60 high 80", "red"), ("minimise", "21", "low 20 high 10", "red")],
        &rules("0.05, edge red, between blue edge blue"),
    );
    check(
        &[
            ("maximise", "58", "low 60 high 80", "amber"),
            ("maximise", "57.9", "low 60 high 80", "red"),
            ("maximise", "-2", "low 0 high 10", "amber"),
            ("minimise", "22.1", "low 20 high 10", "red"),
        ],
        &rules("2 absolute, between blue edge blue"),
    );
    // A green tolerance does not make a value that misses the low target better than one between the two.
    check(
        &[
            ("maximise", "80", "low 60 high 80", "green"),
            ("maximise", "79.9", "low 60 high 80", "blue"),
            ("maximise", "60", "low 60 high 80", "amber"),
            ("maximise", "59.9", "low 60 high 80", "amber"),
            ("minimise", "20.1", "low 20 high 10", "amber"),
        ],
        &rules("0.05, green 0.01 edge green, between blue edge amber"),
    );
}

/// Rules without a status between the two targets still judge everything else.
#[test]
fn no_status_between_the_targets() {
    check(
        &[
            ("maximise", "80", "low 60 high 80", "green"),
            ("maximise", "70", "low 60 high 80", "NothingBetween"),
            ("maximise", "60", "low 60 high 80", "NothingBetween"),
            ("maximise", "59", "low 60 high 80", "amber"),
            ("maximise", "50", "low 60 high 80", "red"),
            ("minimise", "15", "low 20 high 10", "NothingBetween"),
        ],
        &rules("0.05"),
    );
}

/// Brighton names an amber value for a measure, in place of the tolerance: 5% below 80 would be 76.
#[test]
fn amber_values() {
    let cases = &[
        ("maximise", "80", "80 amber 75", ["green", "green"]),
        ("maximise", "79.99999999", "80 amber 75", ["amber", "amber"]),
        ("maximise", "75.5", "80 amber 75", ["amber", "amber"]),
        ("maximise", "75.00000001", "80 amber 75", ["amber", "amber"]),
        ("maximise", "75", "80 amber 75.00", ["amber", "red"]),
        ("maximise", "74.99999999", "80 amber 75", ["red", "red"]),
        // Nearer than the tolerance.
        ("maximise", "78", "80 amber 79", ["red", "red"]),
        ("minimise", "4", "4 amber 6", ["green", "green"]),
        ("minimise", "4.00000001", "4 amber 6", ["amber", "amber"]),
        ("minimise", "5.99999999", "4 amber 6", ["amber", "amber"]),
        ("minimise", "6.0", "4 amber 6", ["amber", "red"]),
        ("minimise", "6.00000001", "4 amber 6", ["red", "red"]),
        // The target itself: met or red.
        ("maximise", "80", "80 amber 80", ["green", "green"]),
        ("maximise", "79.99999999", "80 amber 80.0", ["red", "red"]),
        ("minimise", "4", "4 amber 4", ["green", "green"]),
        ("minimise", "4.00000001", "4 amber 4", ["red", "red"]),
        // Room at a target of zero, and below it.
        ("minimise", "0", "0 amber 2", ["green", "green"]),
        ("minimise", "2", "0 amber 2", ["amber", "red"]),
        ("minimise", "2.1", "0 amber 2", ["red", "red"]),
        ("maximise", "-1", "0 amber -2", ["amber", "amber"]),
        ("maximise", "-2.1", "0 amber -2", ["red", "red"]),
        // Better than the target, whatever the value is: one of the two is wrong.
        ("maximise", "90", "80 amber 80.00000001", ["ReversedRange", "ReversedRange"]),
        ("maximise", "81", "80 amber 82", ["ReversedRange", "ReversedRange"]),
        ("maximise", "79", "80 amber 82", ["ReversedRange", "ReversedRange"]),
        ("minimise", "3", "4 amber 3.99999999", ["ReversedRange", "ReversedRange"]),
        ("minimise", "9", "4 amber 3", ["ReversedRange", "ReversedRange"]),
        ("goldilocks", "70", "80 amber 75", ["AimAndTargetDiffer", "AimAndTargetDiffer"]),
        ("minimise", "[x]", "4 amber 6", ["NoValue(NotAvailable)", "NoValue(NotAvailable)"]),
    ];
    check_both(cases, ["0.05, edge amber", "0.05, edge red"]);
    // Not 2 points either.
    check(&[("maximise", "77", "80 amber 75", "amber")], &rules("2 absolute"));
    // A green tolerance comes first: 1% of 80 is 0.8, even where the amber value is nearer than that.
    check(
        &[
            ("maximise", "79.2", "80 amber 75", "green"),
            ("maximise", "79.19999999", "80 amber 75", "amber"),
            ("maximise", "75", "80 amber 75", "amber"),
            ("maximise", "74.9", "80 amber 75", "red"),
            ("maximise", "79.2", "80 amber 79.5", "green"),
            ("maximise", "79.1", "80 amber 79.5", "red"),
        ],
        &rules("0.05, green 0.01 edge green"),
    );
}

#[test]
fn measures_for_information() {
    check(
        &[
            ("maximise", "80", "", "grey"),
            ("minimise", "0", "", "grey"),
            ("goldilocks", "-3.20", "", "grey"),
            // Without a value there is no information.
            ("maximise", "[c]", "", "NoValue(Suppressed)"),
            ("maximise", "[x]", "", "NoValue(NotAvailable)"),
            // With a target, it is judged.
            ("maximise", "80", "80", "green"),
            ("maximise", "79", "80", "amber"),
        ],
        &rules("0.05, without target grey"),
    );
    check(&[("maximise", "80", "", "NoTarget")], &rules("0.05, without target none"));
    check(&[("maximise", "80", "", "NoTarget")], &rules("0.05"));
}

#[test]
fn a_target_in_another_unit_is_not_judged() {
    let unit = |kind: &str, per, of: &str| Unit { kind: word(kind), per, of: (!of.is_empty()).then(|| of.to_string()) };
    for (own, other, expected) in [
        (unit("percent", None, ""), unit("percent", None, ""), "amber"),
        // What is counted may be worded differently.
        (unit("percent", None, "children"), unit("percent", None, "all children"), "amber"),
        (unit("rate", Some(10_000), ""), unit("rate", Some(10_000), "children"), "amber"),
        (unit("percent", None, ""), unit("count", None, ""), "UnitsDiffer"),
        (unit("count", None, ""), unit("days", None, ""), "UnitsDiffer"),
        (unit("days", None, ""), unit("money", None, ""), "UnitsDiffer"),
        (unit("ratio", None, ""), unit("score", None, ""), "UnitsDiffer"),
        (unit("rate", Some(10_000), "children"), unit("rate", Some(1_000), "children"), "UnitsDiffer"),
    ] {
        for against in ["80", "80 amber 75"] {
            let mut measure = measure("maximise", "79", against);
            measure.unit = own.clone();
            let Some(Target::Point(target)) = &mut measure.target else { panic!("{against} is one number") };
            target.unit = Some(other.clone());
            // A target for another period is judged all the same.
            target.period = Some(Period::FinancialYear { year: 2023 });
            assert_eq!(status_of(&measure, &rules("0.05")), expected, "{own:?} against {other:?}");
            // 79 is 1 short of 80: 1/80 is 0.0125.
            assert_eq!(
                variance(&measure).map(Variance::told),
                (expected == "amber").then(|| Distance::Percent(decimal("-1.2500000"))),
                "{own:?} against {other:?}"
            );
        }
    }
    // A missing value comes first.
    let mut measure = measure("maximise", "[c]", "80");
    let Some(Target::Point(target)) = &mut measure.target else { panic!("80 is one number") };
    target.unit = Some(unit("days", None, ""));
    assert_eq!(status_of(&measure, &rules("0.05")), "NoValue(Suppressed)");
    assert_eq!(meets(measure.aim, &measure.value, measure.target.as_ref()), None);
}
