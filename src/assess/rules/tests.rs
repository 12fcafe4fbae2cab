//! The rules by hand-worked cases, and properties that hold under all rules.

mod direction;
mod own_rules;
mod properties;
mod targets;
mod tolerances;

use super::{figure_meets_target, judge, meets, variance};
use crate::fixtures::{everything, measure, rules, target, value, word};
use crate::report::{Keyword, Measure, RuleSet, Target};
use crate::wording::format::Distance;

/// The status as a word, or why there is none.
fn status_of(measure: &Measure, rules: &RuleSet) -> String {
    judge(measure, rules).map_or_else(|why| format!("{why:?}"), |judged| judged.status.word().to_string())
}

/// Aim, value, target, and the status that the rules give.
fn check(cases: &[(&str, &str, &str, &str)], rules: &RuleSet) {
    for (aim, of, against, expected) in cases {
        assert_eq!(status_of(&measure(aim, of, against), rules), *expected, "{aim} {of} against {against}");
        let met = meets(word(aim), &value(of), target(against).as_ref());
        match *expected {
            // With a green tolerance, a small miss is green too.
            "green" if rules.green_tolerance.is_some() => assert!(met.is_some(), "{aim} {of} meets {against}"),
            "green" => assert_eq!(met, Some(true), "{aim} {of} meets {against}"),
            "blue" | "amber" | "red" | "NothingBetween" => assert_eq!(met, Some(false), "{aim} {of} meets {against}"),
            "grey" | "ReversedRange" | "AimAndTargetDiffer" | "NoTarget" => {
                assert_eq!(met, None, "{aim} {of} meets {against}");
            }
            expected => assert!(expected.starts_with("NoValue") && met.is_none(), "{aim} {of} meets {against}"),
        }
    }
}

/// As [`check`], under each of two sets of rules.
fn check_both(cases: &[(&str, &str, &str, [&str; 2])], texts: [&str; 2]) {
    for (at, text) in texts.into_iter().enumerate() {
        let cases: Vec<_> =
            cases.iter().map(|(aim, of, against, expected)| (*aim, *of, *against, expected[at])).collect();
        check(&cases, &rules(text));
    }
}

#[test]
fn a_projects_own_figure_only_meets_a_target_in_its_own_unit() {
    let mut figure = everything().outcomes[0].projects[0].sub_measures[0].clone();
    figure.aim = word("maximise");
    figure.value = value("80");
    figure.target = target("80");
    assert_eq!(figure_meets_target(&figure), Some(true));
    figure.value = value("79.9");
    assert_eq!(figure_meets_target(&figure), Some(false));
    let mut other = figure.unit.clone();
    other.kind = word(if other.kind.word() == "days" { "percent" } else { "days" });
    other.per = None;
    if let Some(Target::Point(point)) = &mut figure.target {
        point.unit = Some(other);
    }
    assert_eq!(figure_meets_target(&figure), None);
    figure.target = None;
    assert_eq!(figure_meets_target(&figure), None);
}

#[test]
fn the_distance_from_the_target() {
    for (aim, of, against, expected) in [
        ("maximise", "142", "118", "20.338983"),
        ("maximise", "75.20", "80.00", "-6"),
        ("minimise", "22.4", "22.3", "-0.4484304"),
        ("minimise", "9.9", "16", "38.125"),
        ("minimise", "-21", "-20", "1 in its unit"),
        ("maximise", "80.0", "80", "0"),
        ("goldilocks", "70", "65 to 73", "0"),
        ("goldilocks", "77.7", "65 to 73", "-6.4383561"),
        ("goldilocks", "64", "65 to 73", "-1.5384615"),
        ("maximise", "5", "0", "5 in its unit"),
        ("goldilocks", "70", "73 to 65", ""),
        ("goldilocks", "70", "70", ""),
        ("maximise", "70", "65 to 73", ""),
        // From the high target, the one to meet: 70 is 10 short of 80, and 15 is 5 above 10.
        ("maximise", "70", "low 60 high 80", "-12.5"),
        ("maximise", "88", "low 60 high 80", "10"),
        ("minimise", "15", "low 20 high 10", "-50"),
        ("maximise", "70", "low 80 high 60", ""),
        ("goldilocks", "70", "low 60 high 80", ""),
        // From the target, not from the amber value.
        ("maximise", "76", "80 amber 75", "-5"),
        ("maximise", "90", "80 amber 85", ""),
        // A percentage of 0 or less, or of a target on the other side of 0, would mean nothing.
        ("maximise", "-28", "0", "-28 in its unit"),
        ("minimise", "3", "0", "-3 in its unit"),
        ("minimise", "-3", "0", "3 in its unit"),
        ("maximise", "0", "0.0", "0"),
        ("maximise", "-16", "5", "-21 in its unit"),
        ("maximise", "-4", "-5", "1 in its unit"),
        ("maximise", "-5.0", "-5", "0"),
        ("goldilocks", "-3", "-2 to 2", "-1 in its unit"),
        ("goldilocks", "1", "-2 to 2", "0"),
        ("maximise", "0", "5", "-100"),
        ("maximise", "[c]", "80", ""),
        ("maximise", "80", "", ""),
    ] {
        let found = variance(&measure(aim, of, against)).map(|variance| match variance.told() {
            Distance::Percent(percent) => percent.shortest().to_string(),
            Distance::Amount(amount) => format!("{amount} in its unit"),
        });
        assert_eq!(found.unwrap_or_default(), expected, "{aim} {of} against {against}");
    }
}
