//! Trends under rules that only some councils have, and under a measure's own rules.

use super::{measure_of, trends, words};
use crate::assess::trend::{long, short};
use crate::fixtures::{cases, decimal, measure, rules, with_history};
use crate::report::{ComparedWith, OwnRules, Value, ValueFlag};

#[test]
fn compared_with_the_same_period_last_year() {
    let text = "
        # The mean of 70 and 74 is 72.
        in_period 2023-24-q3 71, before 2021-22-q3 74; 2022-23-q3 70; 2023-24-q2 99; 2023-24-q1 99; 2022-23-q4 99
            improving against 2022-23-q3 | deteriorating against 2022-23-q3, 2021-22-q3
        in_period 2023-24-q3 71, before 2023-24-q2 99; 2022-23-q2 99
            0 of 1 | 0 of 2
        snapshot 2023-24-q3 71, before 2022-23-q3 71; 2023-24-q2 99
            static against 2022-23-q3 | 1 of 2
        in_period 2023-12 71, before 2022-12 70; 2023-11 99
            improving against 2022-12 | 1 of 2
        snapshot 2023-12-31 71, before 2022-12-31 70; 2023-09-30 99
            improving against 2022-12-31 | 1 of 2
        in_period 2023-10..2023-11 71, before 2022-10..2022-11 70; 2023-08..2023-09 99
            improving against 2022-10..2022-11 | 1 of 2
        # A year ends at the same point every year.
        in_period fy-2022-23 71, before fy-2021-22 70; fy-2020-21 72
            improving against fy-2021-22 | static against fy-2021-22, fy-2020-21
        # Cumulative measures are compared like this whatever the rules say.
        cumulative 2023-24-q3 71, before 2022-23-q3 70; 2023-24-q2 99
            improving against 2022-23-q3 | 1 of 2
        # Without last year's value there is no short trend, whatever the earlier years hold.
        cumulative 2023-24-q3 71, before 2021-22-q3 70; 2020-21-q3 72
            0 of 1 | static against 2021-22-q3, 2020-21-q3
        in_period 2023-24-q3 71, before 2022-23-q3 [c]; 2023-24-q2 70
            missing in 2022-23-q3 | 1 of 2
    ";
    for (what, expected) in cases(text) {
        let rules = rules("0.05, average 2, last year");
        assert_eq!(trends(&measure_of(what), &rules).join(" | "), expected, "{what}");
    }
}

/// The rules may accept fewer points than they average at most.
#[test]
fn as_many_points_as_there_are_but_no_fewer_than_the_rules_say() {
    let of_four = "deteriorating against 2023-24-q2, 2023-24-q1, 2022-23-q4, 2022-23-q3";
    for (history, expected) in [
        ("", "0 of 2"),
        ("2023-24-q2 70", "1 of 2"),
        // 70 and 73: 71.5. 70, 73 and 67: 70. 70, 73, 67 and 75: 71.25. The fifth does not count.
        ("2023-24-q2 70; 2023-24-q1 73", "deteriorating against 2023-24-q2, 2023-24-q1"),
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67", "improving against 2023-24-q2, 2023-24-q1, 2022-23-q4"),
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67; 2022-23-q3 75", of_four),
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67; 2022-23-q3 75; 2022-23-q2 1", of_four),
        // A missing value among them is not skipped.
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 [x]", "missing in 2022-23-q4"),
        ("2023-24-q2 70; 2023-24-q1 73; 2022-23-q4 67; 2022-23-q3 75; 2022-23-q2 [x]", of_four),
    ] {
        let measure = with_history(measure("maximise", "71", "80"), history);
        assert_eq!(words(long(&measure, &rules("0.05, average 4, at least 2"))), expected, "{history}");
    }
    let two = with_history(measure("maximise", "71", "80"), "2023-24-q2 70; 2023-24-q1 73");
    for (rule, expected) in [
        // Never more than are averaged.
        ("0.05, average 2, at least 9", "deteriorating against 2023-24-q2, 2023-24-q1"),
        ("0.05, average 4", "2 of 4"),
        ("0.05, average 1, at least 1", "improving against 2023-24-q2"),
    ] {
        assert_eq!(words(long(&two, &rules(rule))), expected, "{rule}");
    }
    // The short trend needs one value, however many the long trend needs.
    assert_eq!(words(short(&two, &rules("0.05, average 4, at least 3"))), "improving against 2023-24-q2");
}

/// Each of a measure's own rules for trends replaces that of the report, independently of the others.
#[test]
fn trends_by_the_rules_of_one_measure() {
    let history = "2022-23-q3 60; 2023-24-q1 73; 2023-24-q2 70.5";
    let own = OwnRules::default();
    let both = "improving against 2023-24-q2 | deteriorating against 2023-24-q2, 2023-24-q1";
    for (reports, own, expected) in [
        ("0.05, average 2", own.clone(), both),
        // From 70.5 to 71 is half a point; from their mean of 71.75 it is three quarters.
        (
            "0.05, average 2",
            OwnRules { static_tolerance: Some(decimal("0.5")), ..own.clone() },
            "static against 2023-24-q2 | deteriorating against 2023-24-q2, 2023-24-q1",
        ),
        ("0.05, average 2, static 5", OwnRules { static_tolerance: Some(decimal("0.49999999")), ..own.clone() }, both),
        (
            "0.05, average 2",
            OwnRules { long_trend_periods: Some(1), ..own.clone() },
            "improving against 2023-24-q2 | improving against 2023-24-q2",
        ),
        // The mean of 70.5, 73 and 60 is 67.8.
        (
            "0.05, average 9",
            OwnRules { minimum_points: Some(2), ..own.clone() },
            "improving against 2023-24-q2 | improving against 2023-24-q2, 2023-24-q1, 2022-23-q3",
        ),
        (
            "0.05, average 2",
            OwnRules { compared_with: Some(ComparedWith::LastYear), ..own.clone() },
            "improving against 2022-23-q3 | 1 of 2",
        ),
        ("0.05, average 2, last year", OwnRules { compared_with: Some(ComparedWith::Previous), ..own }, both),
    ] {
        let mut measure = with_history(measure("maximise", "71", "80"), history);
        measure.rules = Some(own);
        assert_eq!(trends(&measure, &rules(reports)).join(" | "), expected, "{:?}", measure.rules);
    }
}

/// A value that is flagged as not comparable with those before it ends the series.
#[test]
fn nothing_is_compared_across_a_break() {
    let flag = |value: &mut Value| {
        if let Value::Number(number) = value {
            number.flags.push(ValueFlag::Break);
        }
    };
    let history = "2023-24-q1 70; 2023-24-q2 72";
    let rules = rules("0.05, average 2");
    let mut broken_now = with_history(measure("maximise", "71", "80"), history);
    flag(&mut broken_now.value);
    assert_eq!(trends(&broken_now, &rules), ["Broken", "Broken"]);
    let mut broken_before = with_history(measure("maximise", "71", "80"), history);
    // The break is between the first quarter and the second, so the second and third may be compared.
    flag(&mut broken_before.history[1].value);
    assert_eq!(trends(&broken_before, &rules), ["deteriorating against 2023-24-q2", "Broken"]);
    let mut broken_first = with_history(measure("maximise", "71", "80"), history);
    flag(&mut broken_first.history[0].value);
    assert_eq!(words(long(&broken_first, &rules)), "static against 2023-24-q2, 2023-24-q1");
}
