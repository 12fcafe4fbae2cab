//! The direction of travel, which for some councils decides the status beyond the tolerance.

use super::status_of;
use crate::assess::rules::judge;
use crate::fixtures::{measure, rating, rules, with_history};
use crate::report::{Keyword, Measure, RuleSet};

/// `maximise 71.9 against 80`, its history and published short trend; the status and the direction that decided it, if one
/// did: `amber: improving by the figures`.
fn check(cases: &[(&str, &str, &str, &str)], rules: &RuleSet) {
    for (what, history, published, expected) in cases {
        let (start, against) = what.split_once(" against ").unwrap();
        let (aim, of) = start.split_once(' ').unwrap();
        let measure = Measure { short_trend: rating(published), ..with_history(measure(aim, of, against), history) };
        let mut status = status_of(&measure, rules);
        if let Some(direction) = judge(&measure, rules).ok().and_then(|judged| judged.direction) {
            let source = if direction.is_worked_out { "by the figures" } else { "as published" };
            status.push_str(&format!(": {} {source}", direction.trend.word()));
        }
        assert_eq!(status, *expected, "{what}, before that {history}, published as {published}");
    }
}

/// Havering: within 10% green or amber, beyond that amber unless deteriorating. 10% of 80 is 8, of 20 it is 2.
#[test]
fn beyond_the_tolerance_the_direction_decides() {
    check(
        &[
            // Met or within the tolerance: the direction does not matter.
            ("maximise 80 against 80", "2023-24-q2 90", "deteriorating", "green"),
            ("maximise 72 against 80", "2023-24-q2 90", "deteriorating", "amber"),
            ("minimise 22 against 20", "", "none", "amber"),
            // Beyond it, worked out from the figures.
            ("maximise 71.9 against 80", "2023-24-q2 71.8", "none", "amber: improving by the figures"),
            ("maximise 71.9 against 80", "2023-24-q2 71.90", "none", "amber: static by the figures"),
            ("maximise 71.9 against 80", "2023-24-q2 72", "none", "red: deteriorating by the figures"),
            ("minimise 22.1 against 20", "2023-24-q2 23", "none", "amber: improving by the figures"),
            ("minimise 22.1 against 20", "2023-24-q2 22", "none", "red: deteriorating by the figures"),
            // The figures come before the published trend.
            ("maximise 71.9 against 80", "2023-24-q2 70", "deteriorating", "amber: improving by the figures"),
            ("maximise 71.9 against 80", "2023-24-q2 75", "improving", "red: deteriorating by the figures"),
            // Without earlier figures the published trend decides, and without that nothing does.
            ("maximise 71.9 against 80", "", "improving", "amber: improving as published"),
            ("maximise 71.9 against 80", "", "static", "amber: static as published"),
            ("maximise 71.9 against 80", "", "deteriorating", "red: deteriorating as published"),
            ("maximise 71.9 against 80", "", "none", "NoDirection"),
            ("maximise 71.9 against 80", "2023-24-q2 [c]", "improving", "amber: improving as published"),
            ("maximise 71.9 against 80", "2023-24-q2 [c]", "none", "NoDirection"),
            ("maximise 71.9 against 80", "fy-2022-23 60", "deteriorating", "red: deteriorating as published"),
            // 10% of 60 is 6, so that 54 is the edge; 10% of 80 is 8, so that 88 is.
            ("goldilocks 54 against 60 to 80", "2023-24-q2 55", "none", "amber"),
            ("goldilocks 53 against 60 to 80", "2023-24-q2 50", "none", "amber: improving by the figures"),
            ("goldilocks 53 against 60 to 80", "2023-24-q2 55", "none", "red: deteriorating by the figures"),
            ("goldilocks 89 against 60 to 80 mid 70", "2023-24-q2 95", "none", "amber: improving by the figures"),
            // From 20 below the mid-point to 19 above it.
            ("goldilocks 89 against 60 to 80 mid 70", "2023-24-q2 50", "none", "amber: improving by the figures"),
            ("goldilocks 89 against 60 to 80 mid 70", "2023-24-q2 52", "none", "red: deteriorating by the figures"),
            // A miss of a zero target exceeds any share of it.
            ("minimise 1 against 0", "2023-24-q2 2", "none", "amber: improving by the figures"),
            ("minimise 1 against 0", "2023-24-q2 0", "none", "red: deteriorating by the figures"),
            // Worse than the amber value, not at it.
            ("maximise 75 against 80 amber 75", "2023-24-q2 90", "none", "amber"),
            ("maximise 74 against 80 amber 75", "2023-24-q2 73", "none", "amber: improving by the figures"),
            ("maximise 74 against 80 amber 75", "2023-24-q2 75", "none", "red: deteriorating by the figures"),
            ("maximise [c] against 80", "2023-24-q2 70", "improving", "NoValue(Suppressed)"),
        ],
        &rules("0.1, direction amber amber red"),
    );
}

#[test]
fn councils_choose_the_status_of_each_direction() {
    check(
        &[
            ("maximise 71 against 80", "2023-24-q2 70", "none", "green: improving by the figures"),
            ("maximise 71 against 80", "2023-24-q2 71", "none", "amber: static by the figures"),
            ("maximise 71 against 80", "2023-24-q2 72", "none", "red: deteriorating by the figures"),
        ],
        &rules("0.1, direction green amber red"),
    );
    // No tolerance: any miss is beyond it.
    check(
        &[
            ("maximise 80 against 80", "2023-24-q2 90", "none", "green"),
            ("maximise 79.99999999 against 80", "2023-24-q2 70", "none", "amber: improving by the figures"),
            ("maximise 79.99999999 against 80", "2023-24-q2 80", "none", "red: deteriorating by the figures"),
        ],
        &rules("0, direction amber amber red"),
    );
}

#[test]
fn the_direction_and_the_other_rules() {
    // When the edge counts as red, it is beyond the tolerance.
    check(
        &[
            ("maximise 72 against 80", "2023-24-q2 70", "none", "amber: improving by the figures"),
            ("maximise 72 against 80", "2023-24-q2 73", "none", "red: deteriorating by the figures"),
            ("maximise 72.1 against 80", "2023-24-q2 73", "none", "amber"),
        ],
        &rules("0.1, edge red, direction amber amber red"),
    );
    // Half a point is static, more is not.
    check(
        &[
            ("maximise 70 against 80", "2023-24-q2 70.5", "none", "amber: static by the figures"),
            ("maximise 70 against 80", "2023-24-q2 70.50000001", "none", "red: deteriorating by the figures"),
        ],
        &rules("0.1, direction amber amber red, static 0.5"),
    );
    // Better than a year ago, but worse than a quarter ago.
    let history = "2022-23-q3 69; 2023-24-q2 75";
    check(
        &[("maximise 70 against 80", history, "none", "amber: improving by the figures")],
        &rules("0.1, direction amber amber red, last year"),
    );
    check(
        &[("maximise 70 against 80", history, "none", "red: deteriorating by the figures")],
        &rules("0.1, direction amber amber red"),
    );
    // 1% of 80 is 0.8, 10% is 8.
    check(
        &[
            ("maximise 79.2 against 80", "2023-24-q2 90", "none", "green"),
            ("maximise 79.1 against 80", "2023-24-q2 90", "none", "amber"),
            ("maximise 71.9 against 80", "2023-24-q2 90", "none", "red: deteriorating by the figures"),
        ],
        &rules("0.1, green 0.01 edge green, direction amber amber red"),
    );
    check(
        &[
            ("maximise 60 against low 60 high 80", "2023-24-q2 90", "none", "blue"),
            ("maximise 59 against low 60 high 80", "2023-24-q2 58", "none", "amber: improving by the figures"),
            ("maximise 59 against low 60 high 80", "2023-24-q2 60", "none", "red: deteriorating by the figures"),
        ],
        &rules("0, between blue edge blue, direction amber amber red"),
    );
    check(
        &[("maximise 59 against ", "2023-24-q2 60", "deteriorating", "grey")],
        &rules("0, direction amber amber red, without target grey"),
    );
}
