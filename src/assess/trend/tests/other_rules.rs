//! Trends under the rules that only some councils have, and those of one measure.

use super::said;
use crate::assess::trend::{long, short};
use crate::fixtures::{NO_OWN_RULES, decimal, measure, period, rules, with_history, word};
use crate::report::{ComparedWith, OwnRules};

#[test]
fn compared_with_the_same_period_last_year() {
    // Reporting period, basis, history; short, long against two.
    for (when, basis, history, expected_short, expected_long) in [
        (
            "2023-24-q3",
            "in_period",
            "2021-22-q3 74; 2022-23-q3 70; 2023-24-q2 99; 2023-24-q1 99; 2022-23-q4 99",
            "improving against 2022-23-q3",
            // The mean of 70 and 74 is 72.
            "deteriorating against 2022-23-q3, 2021-22-q3",
        ),
        ("2023-24-q3", "in_period", "2023-24-q2 99; 2022-23-q2 99", "0 of 1", "0 of 2"),
        ("2023-24-q3", "snapshot", "2022-23-q3 71; 2023-24-q2 99", "static against 2022-23-q3", "1 of 2"),
        ("2023-12", "in_period", "2022-12 70; 2023-11 99", "improving against 2022-12", "1 of 2"),
        ("2023-12-31", "snapshot", "2022-12-31 70; 2023-09-30 99", "improving against 2022-12-31", "1 of 2"),
        (
            "2023-10..2023-11",
            "in_period",
            "2022-10..2022-11 70; 2023-08..2023-09 99",
            "improving against 2022-10..2022-11",
            "1 of 2",
        ),
        // A year ends at the same point every year.
        (
            "fy-2022-23",
            "in_period",
            "fy-2021-22 70; fy-2020-21 72",
            "improving against fy-2021-22",
            "static against fy-2021-22, fy-2020-21",
        ),
        // What is added up over the year is compared so whatever the rules say.
        ("2023-24-q3", "cumulative", "2022-23-q3 70; 2023-24-q2 99", "improving against 2022-23-q3", "1 of 2"),
        // Without last year there is no comparison with last year, whatever there is of the years before.
        ("2023-24-q3", "cumulative", "2021-22-q3 70; 2020-21-q3 72", "0 of 1", "static against 2021-22-q3, 2020-21-q3"),
        ("2023-24-q3", "in_period", "2022-23-q3 [c]; 2023-24-q2 70", "missing in 2022-23-q3", "1 of 2"),
    ] {
        let mut measure = with_history(measure("maximise", "71", "80"), history);
        (measure.reporting_period, measure.basis) = (period(when), word(basis));
        let rules = rules("0.05, average 2, last year");
        let worked = (said(short(&measure, &rules)), said(long(&measure, &rules)));
        assert_eq!(worked, (expected_short.to_string(), expected_long.to_string()), "{when} {basis}: {history}");
    }
}

/// The rules may be content with fewer points than they average at most.
#[test]
fn as_many_points_as_there_are_but_no_fewer_than_the_rules_say() {
    for (history, expected) in [
        ("", "0 of 2"),
        ("2023-24-q2 70", "1 of 2"),
        // 70 and 73: 71.5. 70, 73 and 67: 70. 70, 73, 67 and 75: 71.25. The fifth does not count.
        ("2023-24-q2 70; 2023-24-q1 73", "deteriorating against 2023-24-q2, 2023-24-q1"),
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67", "improving against 2023-24-q2, 2023-24-q1, 2022-23-q4"),
        (
            "2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67; 2022-23-q3 75",
            "deteriorating against 2023-24-q2, 2023-24-q1, 2022-23-q4, 2022-23-q3",
        ),
        (
            "2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67; 2022-23-q3 75; 2022-23-q2 1",
            "deteriorating against 2023-24-q2, 2023-24-q1, 2022-23-q4, 2022-23-q3",
        ),
        // One that is missing among them is not left out.
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 [x]", "missing in 2022-23-q4"),
        (
            "2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67; 2022-23-q3 75; 2022-23-q2 [x]",
            "deteriorating against 2023-24-q2, 2023-24-q1, 2022-23-q4, 2022-23-q3",
        ),
    ] {
        let measure = with_history(measure("maximise", "71", "80"), history);
        assert_eq!(said(long(&measure, &rules("0.05, average 4, at least 2"))), expected, "{history}");
    }
    let two = with_history(measure("maximise", "71", "80"), "2023-24-q2 70; 2023-24-q1 73");
    for (rule, expected) in [
        // More than are averaged are never asked for.
        ("0.05, average 2, at least 9", "deteriorating against 2023-24-q2, 2023-24-q1"),
        ("0.05, average 4", "2 of 4"),
        ("0.05, average 1, at least 1", "improving against 2023-24-q2"),
    ] {
        assert_eq!(said(long(&two, &rules(rule))), expected, "{rule}");
    }
    // The short trend needs one, whatever the long one needs.
    assert_eq!(said(short(&two, &rules("0.05, average 4, at least 3"))), "improving against 2023-24-q2");
}

/// Each rule for trends of one measure stands in for that of the report, by itself.
#[test]
fn trends_by_the_rules_of_one_measure() {
    let history = "2022-23-q3 60; 2023-24-q1 73; 2023-24-q2 70.5";
    let own = NO_OWN_RULES;
    for (reports, own, expected_short, expected_long) in [
        (
            "0.05, average 2",
            own.clone(),
            "improving against 2023-24-q2",
            "deteriorating against 2023-24-q2, 2023-24-q1",
        ),
        // From 70.5 to 71 is half a point; from their mean of 71.75 it is three quarters.
        (
            "0.05, average 2",
            OwnRules { static_tolerance: Some(decimal("0.5")), ..own.clone() },
            "static against 2023-24-q2",
            "deteriorating against 2023-24-q2, 2023-24-q1",
        ),
        (
            "0.05, average 2, static 5",
            OwnRules { static_tolerance: Some(decimal("0.49999999")), ..own.clone() },
            "improving against 2023-24-q2",
            "deteriorating against 2023-24-q2, 2023-24-q1",
        ),
        (
            "0.05, average 2",
            OwnRules { long_trend_periods: Some(1), ..own.clone() },
            "improving against 2023-24-q2",
            "improving against 2023-24-q2",
        ),
        (
            "0.05, average 9",
            OwnRules { minimum_points: Some(2), ..own.clone() },
            "improving against 2023-24-q2",
            // 70.5, 73 and 60: 67.8.
            "improving against 2023-24-q2, 2023-24-q1, 2022-23-q3",
        ),
        (
            "0.05, average 2",
            OwnRules { compared_with: Some(ComparedWith::LastYear), ..own.clone() },
            "improving against 2022-23-q3",
            "1 of 2",
        ),
        (
            "0.05, average 2, last year",
            OwnRules { compared_with: Some(ComparedWith::Previous), ..own },
            "improving against 2023-24-q2",
            "deteriorating against 2023-24-q2, 2023-24-q1",
        ),
    ] {
        let mut measure = with_history(measure("maximise", "71", "80"), history);
        measure.rules = Some(own);
        let worked = (said(short(&measure, &rules(reports))), said(long(&measure, &rules(reports))));
        assert_eq!(worked, (expected_short.to_string(), expected_long.to_string()), "{:?}", measure.rules);
    }
}

/// A value that says that it is not comparable with those before it ends the series for a trend.
#[test]
fn nothing_is_compared_across_a_break() {
    use crate::report::{Value, ValueFlag};
    let flagged = |value: &mut Value| {
        if let Value::Number(number) = value {
            number.flags.push(ValueFlag::Break);
        }
    };
    let history = "2023-24-q1 70; 2023-24-q2 72";
    let rules = rules("0.05, average 2");
    let mut broken_now = with_history(measure("maximise", "71", "80"), history);
    flagged(&mut broken_now.value);
    assert_eq!((said(short(&broken_now, &rules)), said(long(&broken_now, &rules))), ("Broken".into(), "Broken".into()));
    let mut broken_before = with_history(measure("maximise", "71", "80"), history);
    // The break is between the first quarter and the second: the second and the third stand on one side of it.
    flagged(&mut broken_before.history[1].value);
    assert_eq!(said(short(&broken_before, &rules)), "deteriorating against 2023-24-q2");
    assert_eq!(said(long(&broken_before, &rules)), "Broken");
    let mut broken_first = with_history(measure("maximise", "71", "80"), history);
    flagged(&mut broken_first.history[0].value);
    assert_eq!(said(long(&broken_first, &rules)), "static against 2023-24-q2, 2023-24-q1");
}
