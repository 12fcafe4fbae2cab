//! The rules by hand-worked cases, and properties that hold under all rules.

mod direction;
mod distance;
mod own_rules;
mod properties;
mod targets;
mod tolerances;

use super::{figure_meets_target, judge, meets};
use crate::fixtures::{everything, measure, rules, target, value, word};
use crate::report::{Keyword, Measure, RuleSet, Target};

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
