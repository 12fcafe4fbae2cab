//! The rules by hand-worked cases, and what holds for all of them.

mod direction;
mod distance;
mod own_rules;
mod properties;
mod risks;
mod targets;
mod tolerances;

use super::{judge, meets};
use crate::example::{measure, target, value, word};
use crate::report::words::Word;
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
