//! Trends by hand-worked cases: which observations count, and which way is better.

mod other_rules;

use super::{NoTrend, long, series, short};
use crate::fixtures::{cases, measure, observation, period, rules, with_history, word};
use crate::report::{Keyword, Measure, MissingValue, Observation, Period, RuleSet, Trend, Value};
use proptest::prelude::*;

/// Rules by which the long trend averages two earlier observations.
fn two_periods() -> RuleSet {
    rules("0.05, average 2")
}

/// A measure written as `in_period 2023-24-q3 71, before 2023-24-q2 70`: basis, reporting period, value and history.
fn measure_of(what: &str) -> Measure {
    let (what, history) = what.split_once(", before ").unwrap_or((what, ""));
    let [basis, when, now] = what.split(' ').collect::<Vec<_>>()[..] else { panic!("{what:?} has three parts") };
    let mut measure = with_history(measure("maximise", now, "80"), history);
    (measure.basis, measure.reporting_period) = (Some(word(basis)), Some(period(when)));
    measure
}

/// The short and the long trend.
fn trends(measure: &Measure, rules: &RuleSet) -> [String; 2] {
    [words(short(measure, rules)), words(long(measure, rules))]
}

/// The trend as a word with the periods it was compared with, or why there is none.
fn words(reading: Result<super::TrendReading, NoTrend>) -> String {
    match reading {
        Ok(reading) => {
            let against: Vec<String> = reading.against.into_iter().map(Period::word).collect();
            format!("{} against {}", reading.trend.word(), against.join(", "))
        }
        Err(NoTrend::MissingAmong(period)) => format!("missing in {}", period.word()),
        Err(NoTrend::TooFew { found, needed }) => format!("{found} of {needed}"),
        Err(why) => format!("{why:?}"),
    }
}

/// Aim, target, earlier value, value now; short trend.
fn check(cases: &[(&str, &str, &str, &str, &str)], rules: &RuleSet) {
    for (aim, target, before, now, expected) in cases {
        let measure = with_history(measure(aim, now, target), &format!("2023-24-q2 {before}"));
        let trend = short(&measure, rules).map_or_else(|why| format!("{why:?}"), |reading| reading.trend.word().into());
        assert_eq!(trend, *expected, "{aim}, target {target}: {before} to {now}");
    }
}

#[test]
fn which_way_is_better() {
    check(
        &[
            ("maximise", "80", "70", "71", "improving"),
            ("maximise", "80", "70", "69.99999999", "deteriorating"),
            ("maximise", "80", "70", "70.00", "static"),
            ("maximise", "80", "90", "100", "improving"),
            ("maximise", "", "-3", "-2", "improving"),
            // A falling minimise measure improves.
            ("minimise", "80", "70", "69", "improving"),
            ("minimise", "80", "0.0060", "0.0061", "deteriorating"),
            ("minimise", "", "0.0", "0", "static"),
            // Closer to the mid-point is better, even inside the range or on the other side of it.
            ("goldilocks", "65 to 73 mid 69.0", "77.9", "77.7", "improving"),
            ("goldilocks", "65 to 73 mid 69.0", "70", "69.1", "improving"),
            ("goldilocks", "65 to 73 mid 69.0", "69", "69.5", "deteriorating"),
            ("goldilocks", "65 to 73 mid 69.0", "66", "71", "improving"),
            ("goldilocks", "65 to 73 mid 69.0", "67", "71.0", "static"),
            ("goldilocks", "65 to 73 mid 69.0", "60", "77.9", "improving"),
            ("goldilocks", "65 to 73 mid 69.0", "60", "78.1", "deteriorating"),
            // A mid-point need not be the middle.
            ("goldilocks", "60 to 80 mid 65", "62", "66", "improving"),
            // Without a mid-point: closer to the range, and anywhere inside is the same.
            ("goldilocks", "65 to 73", "77.9", "77.7", "improving"),
            ("goldilocks", "65 to 73", "64", "75", "deteriorating"),
            ("goldilocks", "65 to 73", "60", "73", "improving"),
            ("goldilocks", "65 to 73", "66", "72", "static"),
            ("goldilocks", "65 to 73", "65", "73", "static"),
            // Without a valid range the direction is not known.
            ("goldilocks", "", "70", "71", "NoRange"),
            ("goldilocks", "69", "70", "71", "NoRange"),
            ("goldilocks", "73 to 65 mid 69", "70", "71", "NoRange"),
        ],
        &rules("0.05"),
    );
}

#[test]
fn a_small_difference_is_static() {
    let rules = rules("0.05, average 2, static 0.5");
    check(
        &[
            ("maximise", "80", "70", "70.5", "static"),
            ("maximise", "80", "70", "69.50", "static"),
            ("maximise", "80", "70", "70.50000001", "improving"),
            ("minimise", "80", "70", "70.51", "deteriorating"),
            ("goldilocks", "65 to 73 mid 69", "77.9", "77.4", "static"),
            ("goldilocks", "65 to 73 mid 69", "77.9", "77.3", "improving"),
            ("goldilocks", "65 to 73", "73", "73.5", "static"),
        ],
        &rules,
    );
    // The mean of 70 and 71 is 70.5: 71 is within half a point of it, 71.01 is not.
    for (now, expected) in [("71", "static"), ("71.01", "improving"), ("70", "static"), ("69.99", "deteriorating")] {
        let measure = with_history(measure("maximise", now, "80"), "2023-24-q1 70; 2023-24-q2 71");
        assert_eq!(words(long(&measure, &rules)), format!("{expected} against 2023-24-q2, 2023-24-q1"), "{now}");
    }
}

#[test]
fn which_observations_count() {
    let text = "
        in_period 2023-24-q3 71
            0 of 1 | 0 of 2
        in_period 2023-24-q3 71, before 2023-24-q2 70
            improving against 2023-24-q2 | 1 of 2
        in_period 2023-24-q3 71, before 2023-24-q1 74; 2023-24-q2 70
            improving against 2023-24-q2 | deteriorating against 2023-24-q2, 2023-24-q1
        # The order in the export does not matter, only the latest count, and a gap is skipped.
        in_period 2023-24-q3 71, before 2023-24-q2 70; 2022-23-q4 72; 2021-22-q1 500
            improving against 2023-24-q2 | static against 2023-24-q2, 2022-23-q4
        # Later observations and the value's own period are not earlier.
        in_period 2023-24-q2 71, before 2023-24-q3 99; 2023-24-q2 98
            0 of 1 | 0 of 2
        # Kinds of period are not mixed: months, years and quarters are each compared among themselves.
        in_period 2023-24-q3 71, before 2022-12 90; 2023-10 90; fy-2022-23 90; 2023-24-to-q2 90; academic-2022-23 90; 2023-09-30 90
            0 of 1 | 0 of 2
        in_period fy-2022-23 71, before fy-2021-22 70; academic-2021-22 99
            improving against fy-2021-22 | 1 of 2
        in_period academic-2022-23 45.3, before academic-2021-22 47.9
            deteriorating against academic-2021-22 | 1 of 2
        snapshot 2023-12 71, before 2023-11 72; 2023-10 71
            deteriorating against 2023-11 | deteriorating against 2023-11, 2023-10
        snapshot 2023-12-31 71, before 2023-09-30 70; 2023-12-30 72
            deteriorating against 2023-12-30 | static against 2023-12-30, 2023-09-30
        # Two months are compared with two months, not with three.
        in_period 2023-10..2023-11 35, before 2023-07..2023-09 40; 2023-08..2023-09 30
            improving against 2023-08..2023-09 | 1 of 2
        # The later of two observations for one period is the revision.
        in_period 2023-24-q3 71, before 2023-24-q2 80; 2023-24-q1 60; 2023-24-q2 70
            improving against 2023-24-q2 | improving against 2023-24-q2, 2023-24-q1
        # A missing value is not skipped: the value before it is not that of the period before.
        in_period 2023-24-q3 71, before 2023-24-q1 70; 2023-24-q2 [c]
            missing in 2023-24-q2 | missing in 2023-24-q2
        in_period 2023-24-q3 71, before 2023-24-q1 [x]; 2023-24-q2 70
            improving against 2023-24-q2 | missing in 2023-24-q1
        in_period 2023-24-q3 [c], before 2023-24-q1 70; 2023-24-q2 70
            NoValue | NoValue
        # An observation without a period is in no series.
        in_period 2023-24-q3 71, before  99
            0 of 1 | 0 of 2
        # Cumulative measures: only the same point of other years.
        cumulative 2023-24-q3 71, before 2023-24-q2 50; 2022-23-q2 40
            0 of 1 | 0 of 2
        cumulative 2023-24-q3 71, before 2021-22-q3 90; 2022-23-q3 70; 2023-24-q2 80
            improving against 2022-23-q3 | deteriorating against 2022-23-q3, 2021-22-q3
        cumulative 2023-24-to-q3 71, before 2022-23-to-q3 70; 2023-24-to-q2 80
            improving against 2022-23-to-q3 | 1 of 2
        cumulative 2023-04..2023-12 71, before 2022-04..2022-12 70; 2023-01..2023-09 99
            improving against 2022-04..2022-12 | 1 of 2
        cumulative 2023-12 71, before 2022-12 70; 2023-11 99
            improving against 2022-12 | 1 of 2
    ";
    for (what, expected) in cases(text) {
        assert_eq!(trends(&measure_of(what), &two_periods()).join(" | "), expected, "{what}");
    }
}

/// The mean of 70, 71 and 71 is 70⅔: 71 is a third above it, which has no exact decimal form.
#[test]
fn a_mean_without_a_decimal_form_is_exact() {
    let measure = with_history(measure("maximise", "71", "80"), "2023-24-q2 70; 2023-24-q1 71; 2022-23-q4 71");
    let against = "against 2023-24-q2, 2023-24-q1, 2022-23-q4";
    for (tolerance, expected) in [("0.33333333", "improving"), ("0.33333334", "static")] {
        let rules = rules(&format!("0.05, average 3, static {tolerance}"));
        assert_eq!(words(long(&measure, &rules)), format!("{expected} {against}"), "{tolerance}");
    }
}

#[test]
fn another_series_is_never_compared() {
    let mut measure = with_history(measure("maximise", "71", "80"), "2023-24-q2 70");
    measure.history[0].series = Some("Year to date".into());
    assert_eq!(words(short(&measure, &two_periods())), "0 of 1");
    assert_eq!(series(&measure).len(), 1);
}

#[test]
fn a_series_is_in_order_and_includes_the_value() {
    let measure = with_history(
        measure("maximise", "71", "80"),
        "2023-24-q2 80; 2022-12 1; 2023-24-q1 60; 2023-24-q2 70; 2023-24-q3 5",
    );
    let points: Vec<String> = series(&measure)
        .iter()
        .map(|point| {
            let number = point.value.number().unwrap();
            format!("{} {number}{}", point.period.word(), if point.is_current { " now" } else { "" })
        })
        .collect();
    assert_eq!(points, ["2022-12 1", "2023-24-q1 60", "2023-24-q2 70", "2023-24-q3 71 now"]);
}

#[test]
fn a_long_trend_over_no_periods_is_no_trend() {
    let mut rules = two_periods();
    rules.long_trend_periods = 0;
    assert_eq!(words(long(&with_history(measure("maximise", "71", "80"), "2023-24-q2 70"), &rules)), "1 of 0");
}

fn quarters(values: &[i64]) -> Vec<Observation> {
    let quarter = |at: usize| format!("20{:02}-{:02}-q{}", 10 + at / 4, 11 + at / 4, at % 4 + 1);
    values.iter().enumerate().map(|(at, value)| observation(&quarter(at), &value.to_string())).collect()
}

proptest! {
    /// The long trend compares with the mean, worked out here in whole numbers.
    #[test]
    fn the_long_trend_is_the_sign_of_the_difference_from_the_mean(before in prop::array::uniform4(-50i64..50), now in -50i64..50) {
        let mut measure = measure("maximise", &now.to_string(), "80");
        measure.history = quarters(&before);
        let expected = match (now * 4).cmp(&before.iter().sum()) {
            std::cmp::Ordering::Less => Trend::Deteriorating,
            std::cmp::Ordering::Equal => Trend::Static,
            std::cmp::Ordering::Greater => Trend::Improving,
        };
        prop_assert_eq!(long(&measure, &rules("0.05")).unwrap().trend, expected);
    }

    /// When lower is better, a trend is the opposite of what it is when higher is better.
    #[test]
    fn the_aim_decides_the_direction(before in -50i64..50, now in -50i64..50) {
        let trend = |aim| {
            let mut measure = measure(aim, &now.to_string(), "80");
            measure.history = quarters(&[before]);
            short(&measure, &rules("0.05")).unwrap().trend
        };
        let opposite = match trend("maximise") {
            Trend::Improving => Trend::Deteriorating,
            Trend::Deteriorating => Trend::Improving,
            same => same,
        };
        prop_assert_eq!(trend("minimise"), opposite);
    }

    #[test]
    fn a_suppressed_value_never_gives_a_trend(values in prop::collection::vec(-50i64..50, 4), at in 0usize..4) {
        let mut measure = measure("maximise", "1", "80");
        measure.history = quarters(&values);
        let reason = MissingValue { missing: word("suppressed"), reason: "few".into() };
        measure.history[at].value = Value::Missing(reason);
        prop_assert_eq!(long(&measure, &rules("0.05")), Err(NoTrend::MissingAmong(measure.history[at].period.unwrap())));
    }

    /// Whatever the order in the file: one point for each period, in order, with the last value given for it.
    #[test]
    fn a_series_has_the_last_value_of_each_period(
        given in prop::collection::vec((prop::sample::select(&[
            "2023-24-q1", "2023-24-q2", "2023-24-q3", "2023-06", "2023-09", "2023-24-to-q2", "fy-2022-23", "2023-06-30",
        ][..]), 0i64..99), 0..20),
    ) {
        let mut measure = measure("maximise", "100", "80");
        measure.reporting_period = Some(period("2023-24-q3"));
        measure.history = given.iter().map(|(when, what)| observation(when, &what.to_string())).collect();
        let points = series(&measure);
        prop_assert!(points.is_sorted_by_key(|point| point.period.order()));
        let mut periods: Vec<&str> = given.iter().map(|(when, _)| *when).chain(["2023-24-q3"]).collect();
        periods.sort_unstable();
        periods.dedup();
        prop_assert_eq!(points.len(), periods.len());
        for point in &points {
            let last = given.iter().rev().find(|(when, _)| period(when) == point.period).map(|(_, what)| *what);
            let expected = if point.is_current { 100 } else { last.unwrap() };
            prop_assert_eq!(point.value.number().unwrap().to_string(), expected.to_string());
        }
    }
}
