//! The rule by hand-worked cases, and what holds for all of them.

use super::{judge, meets, risk, variance};
use crate::example::{decimal, everything, measure, rules, target, value, word};
use crate::report::words::Word;
use crate::report::{Level, Movement, RuleSet, Score, Status};
use proptest::prelude::*;

/// The status as a word, or why there is none.
fn status(aim: &str, of: &str, against: &str, rules: &RuleSet) -> String {
    judge(&measure(aim, of, against), rules)
        .map_or_else(|why| format!("{why:?}"), |judged| judged.status.word().to_string())
}

fn check(cases: &[(&str, &str, &str, &str)], rules: &RuleSet) {
    for (aim, of, against, expected) in cases {
        assert_eq!(status(aim, of, against, rules), *expected, "{aim} {of} against {against}");
        let met = match *expected {
            "green" => Some(true),
            "amber" | "red" => Some(false),
            _ => None,
        };
        assert_eq!(meets(word(aim), &value(of), target(against).as_ref()), met, "{aim} {of} meets {against}");
    }
}

#[test]
fn statuses_with_a_tolerance_relative_to_the_target() {
    check(
        &[
            // Met, just met, missed, and by how much: 5% of 80 is 4.
            ("maximise", "80.1", "80", "green"),
            ("maximise", "80", "80", "green"),
            ("maximise", "80.00", "80", "green"),
            ("maximise", "79.99999999", "80", "amber"),
            ("maximise", "76.01", "80", "amber"),
            ("maximise", "76", "80", "amber"),
            ("maximise", "75.99999999", "80", "red"),
            ("maximise", "0", "80", "red"),
            ("minimise", "79", "80", "green"),
            ("minimise", "80", "80.0", "green"),
            ("minimise", "80.00000001", "80", "amber"),
            ("minimise", "83.99", "80", "amber"),
            ("minimise", "84.00", "80", "amber"),
            ("minimise", "84.00000001", "80", "red"),
            // The tolerance is a share of the target, not so many points: 1 below 10 is 10%, 1 below 100 is 1%.
            ("maximise", "9", "10", "red"),
            ("maximise", "99", "100", "amber"),
            // Small numbers are not rounded away.
            ("minimise", "0.0060", "0.0125", "green"),
            ("minimise", "0.0126", "0.0125", "amber"),
            ("minimise", "0.00000002", "0.00000001", "red"),
            ("maximise", "999999999999998", "999999999999999", "amber"),
            // 0.1 + 0.2 is 0.3 here: 0.285 is 0.3 less exactly 5%.
            ("maximise", "0.285", "0.3", "amber"),
            ("maximise", "0.28499999", "0.3", "red"),
            // Below zero: 5% of −20 is 1.
            ("maximise", "-19", "-20", "green"),
            ("maximise", "-21", "-20", "amber"),
            ("maximise", "-21.1", "-20", "red"),
            ("minimise", "-21", "-20", "green"),
            ("minimise", "-19.5", "-20", "amber"),
            ("minimise", "1", "-20", "red"),
            // A target of zero: met is green, anything else red.
            ("maximise", "0", "0", "green"),
            ("maximise", "5", "0", "green"),
            ("maximise", "-0.01", "0", "red"),
            ("minimise", "0", "0.00", "green"),
            ("minimise", "0.00000001", "0", "red"),
        ],
        &rules("0.05"),
    );
}

#[test]
fn statuses_of_goldilocks_measures() {
    check(
        &[
            // 5% of 60 is 3, 5% of 80 is 4: each side has the tolerance of its own bound.
            ("goldilocks", "70", "60 to 80 mid 70", "green"),
            ("goldilocks", "60", "60 to 80", "green"),
            ("goldilocks", "80.0", "60 to 80", "green"),
            ("goldilocks", "59.99", "60 to 80", "amber"),
            ("goldilocks", "57", "60 to 80", "amber"),
            ("goldilocks", "56.99", "60 to 80", "red"),
            ("goldilocks", "80.01", "60 to 80", "amber"),
            ("goldilocks", "84", "60 to 80", "amber"),
            ("goldilocks", "84.01", "60 to 80", "red"),
            // A range of no width, and one that starts at zero.
            ("goldilocks", "7", "7 to 7", "green"),
            ("goldilocks", "7.1", "7 to 7", "amber"),
            ("goldilocks", "-0.1", "0 to 10", "red"),
            ("goldilocks", "0", "0 to 10", "green"),
            ("goldilocks", "-11", "-10 to 10", "red"),
            ("goldilocks", "-10.5", "-10 to 10", "amber"),
            ("goldilocks", "70", "80 to 60", "ReversedRange"),
        ],
        &rules("0.05"),
    );
}

#[test]
fn where_there_is_nothing_to_judge() {
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
fn statuses_under_other_rules() {
    let absolute = rules("2 absolute");
    check(
        &[
            ("maximise", "78", "80", "amber"),
            ("maximise", "77.9", "80", "red"),
            ("minimise", "82.1", "80", "red"),
            ("goldilocks", "58", "60 to 80", "amber"),
            ("goldilocks", "82.01", "60 to 80", "red"),
            // An absolute tolerance leaves room around zero.
            ("minimise", "2", "0", "amber"),
            ("minimise", "2.00000001", "0", "red"),
            ("goldilocks", "-1.5", "0 to 10", "amber"),
        ],
        &absolute,
    );
    let mut strict = rules("0.05");
    strict.at_boundary = Status::Red;
    check(
        &[
            ("maximise", "76", "80", "red"),
            ("maximise", "76.00000001", "80", "amber"),
            ("goldilocks", "84.00", "60 to 80", "red"),
            ("maximise", "80", "80", "green"),
        ],
        &strict,
    );
    // No tolerance at all: met or red. Havering once used 10%.
    check(&[("maximise", "79.9", "80", "red"), ("maximise", "80", "80", "green")], &rules("0"));
    check(&[("maximise", "72", "80", "amber"), ("maximise", "71.9", "80", "red")], &rules("0.1"));
}

#[test]
fn the_distance_from_the_target() {
    for (aim, of, against, expected) in [
        ("maximise", "142", "118", Some(203_389_830)),
        ("maximise", "75.20", "80.00", Some(-60_000_000)),
        ("minimise", "22.4", "22.3", Some(-4_484_304)),
        ("minimise", "9.9", "16", Some(381_250_000)),
        ("minimise", "-21", "-20", Some(50_000_000)),
        ("maximise", "80.0", "80", Some(0)),
        ("goldilocks", "70", "65 to 73", Some(0)),
        ("goldilocks", "77.7", "65 to 73", Some(-64_383_561)),
        ("goldilocks", "64", "65 to 73", Some(-15_384_615)),
        ("maximise", "5", "0", None),
        ("goldilocks", "70", "73 to 65", None),
        ("goldilocks", "70", "70", None),
        ("maximise", "70", "65 to 73", None),
        ("maximise", "[c]", "80", None),
        ("maximise", "80", "", None),
    ] {
        assert_eq!(variance(&measure(aim, of, against)), expected, "{aim} {of} against {against}");
    }
}

/// Scores are two characters here: a likelihood letter and an impact numeral, 1 the worst, as A and I are.
#[test]
fn movements_of_risks() {
    for (scores, expected) in [
        ("B2 B3", Some(Movement::Down)),
        ("B3 B2", Some(Movement::Up)),
        ("B2 C2", Some(Movement::Down)),
        ("C3 B2", Some(Movement::Up)),
        ("A1 D4", Some(Movement::Down)),
        ("B2 B2", Some(Movement::Level)),
        ("B3 C2", Some(Movement::Mixed)),
        ("C2 B3", Some(Movement::Mixed)),
        // Only the last two count.
        ("D4 A1 B2 B2", Some(Movement::Level)),
        ("B2", None),
        ("", None),
        ("B2 Z2", None),
        ("B9 B2", None),
    ] {
        let report = everything();
        let level = |code: &str, rank| Level { code: code.into(), label: None, rank };
        let mut matrix = report.risk_matrix.clone();
        matrix.likelihood = vec![level("A", 4), level("B", 3), level("C", 2), level("D", 1)];
        matrix.impact = vec![level("1", 4), level("2", 3), level("3", 2), level("4", 1)];
        let mut risk = report.risks().next().unwrap().1.clone();
        let template = risk.scores[0].clone();
        risk.scores = scores
            .split_whitespace()
            .map(|score| {
                let (likelihood, impact) = score.split_at(1);
                let mut at = template.clone();
                at.score = Score { likelihood: likelihood.into(), impact: impact.into() };
                at
            })
            .collect();
        assert_eq!(risk::movement(&risk, &matrix), expected, "{scores}");
    }
}

/// A decimal that the export could hold, up to six digits, two of them after the point.
fn number() -> impl Strategy<Value = String> {
    (-9999i64..9999, 0u32..3).prop_map(|(units, scale)| {
        let digits = format!("{:0>width$}", units.abs(), width = scale as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - scale as usize);
        let sign = if units < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    })
}

/// Statuses are in order: green best, red worst.
fn order(aim: &str, of: &str, against: &str) -> Status {
    judge(&measure(aim, of, against), &rules("0.05")).unwrap().status
}

proptest! {
    #[test]
    fn a_better_value_never_has_a_worse_status(a in number(), b in number(), point in number()) {
        let (low, high) = if decimal(&a).cmp_value(decimal(&b)).is_le() { (&a, &b) } else { (&b, &a) };
        prop_assert!(order("maximise", high, &point) <= order("maximise", low, &point));
        prop_assert!(order("minimise", low, &point) <= order("minimise", high, &point));
    }

    #[test]
    fn farther_from_a_range_is_never_better(bounds in (1i64..500, 0i64..500), near in 0i64..300, more in 0i64..300) {
        let (low, high) = (bounds.0, bounds.0 + bounds.1);
        let against = format!("{low} to {high}");
        let order = |of: i64| order("goldilocks", &of.to_string(), &against);
        prop_assert!(order(high + near) <= order(high + near + more));
        prop_assert!(order(low - near) <= order(low - near - more));
    }

    /// Percentages or shares, pounds or pence: what a number is written in does not change the status.
    #[test]
    fn the_scale_of_value_and_target_changes_nothing(
        aim in prop_oneof![Just("maximise"), Just("minimise")], of in -9999i64..9999, against in -9999i64..9999, zeros in 1u32..6,
    ) {
        let times = 10i64.pow(zeros);
        let plain = judge(&measure(aim, &of.to_string(), &against.to_string()), &rules("0.05")).unwrap();
        let scaled = judge(&measure(aim, &(of * times).to_string(), &(against * times).to_string()), &rules("0.05")).unwrap();
        prop_assert_eq!(plain.status, scaled.status);
    }

    #[test]
    fn green_and_the_sign_of_the_distance_agree(
        aim in prop_oneof![Just("maximise"), Just("minimise")], of in number(), against in number(),
    ) {
        let measure = measure(aim, &of, &against);
        if let Some(variance) = variance(&measure) {
            let judged = judge(&measure, &rules("0.05")).unwrap();
            prop_assert_eq!(judged.status == Status::Green, variance >= 0);
            prop_assert_eq!(variance == 0, decimal(&of).cmp_value(decimal(&against)).is_eq());
        }
    }
}
