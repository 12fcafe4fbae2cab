//! The rules by hand-worked cases, and what holds for all of them.

mod direction;
mod distance;
mod own_rules;
mod properties;
mod targets;
mod tolerances;

use super::{judge, meets};
use crate::fixtures::{everything, measure, target, value, word};
use crate::report::Keyword;
use crate::report::{Measure, RuleSet};

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
            // Green may be a miss that is small enough.
            "green" if rules.green_tolerance.is_some() => assert!(met.is_some(), "{aim} {of} meets {against}"),
            "green" => assert_eq!(met, Some(true), "{aim} {of} meets {against}"),
            "blue" | "amber" | "red" => assert_eq!(met, Some(false), "{aim} {of} meets {against}"),
            "grey" | "ReversedRange" | "AimAndTargetDiffer" | "NoTarget" => {
                assert_eq!(met, None, "{aim} {of} meets {against}");
            }
            "NothingBetween" => assert_eq!(met, Some(false), "{aim} {of} meets {against}"),
            expected => assert!(expected.starts_with("NoValue") && met.is_none(), "{aim} {of} meets {against}"),
        }
    }
}

#[test]
fn a_projects_own_figure_meets_a_target_in_its_own_unit_alone() {
    let mut figure = everything().outcomes[0].projects[0].sub_measures[0].clone();
    figure.aim = word("maximise");
    figure.value = value("80");
    figure.target = target("80");
    assert_eq!(super::meets_own(&figure), Some(true));
    figure.value = value("79.9");
    assert_eq!(super::meets_own(&figure), Some(false));
    let mut other = figure.unit.clone();
    other.kind = word(if other.kind.word() == "days" { "percent" } else { "days" });
    other.per = None;
    if let Some(crate::report::Target::Point(point)) = &mut figure.target {
        point.unit = Some(other);
    }
    assert_eq!(super::meets_own(&figure), None);
    figure.target = None;
    assert_eq!(super::meets_own(&figure), None);
}
