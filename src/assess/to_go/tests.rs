//! What is still to go, by cases.

use super::to_go;
use crate::fixtures::{decimal, measure, observation, period, rating, shipped, target, value, with_history, word};
use crate::report::{Measure, Target, Unit, ValueFlag, Yearly};

/// A measure: its aim, kind of unit, basis, period, value, target, the target for the year if there is one, and its history.
type Case =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

fn read((aim, kind, basis, when, of, against, year, history): Case) -> Measure {
    let mut one = with_history(measure(aim, of, against), history);
    one.unit = Unit { kind: word(kind), per: (kind == "rate").then_some(1_000), of: None };
    (one.basis, one.reporting_period, one.status) = (Some(word(basis)), Some(period(when)), rating("red"));
    if let Some(Target::Point(point)) = &mut one.target {
        point.yearly = (!year.is_empty()).then(|| Yearly { total: decimal(year), shares: 4 });
    }
    one
}

fn words(case: Case) -> Option<String> {
    to_go(&read(case)).map(|found| found.words)
}

#[test]
fn what_is_still_needed_of_a_target_for_the_year() {
    for (case, expected) in [
        // A cumulative measure, higher is better.
        (
            ("maximise", "count", "cumulative", "2023-24-q3", "167", "180", "240", ""),
            "167 of 240 reached by the end of Quarter 3; 73 are still needed in Quarter 4",
        ),
        (
            ("maximise", "count", "cumulative", "2023-24-to-q2", "239", "120", "240", ""),
            "239 of 240 reached by the end of Quarter 2; 1 is still needed in Quarters 3 and 4",
        ),
        (
            ("maximise", "money", "cumulative", "2023-24-q1", "1234.50", "5000", "20000", ""),
            "£1,234.50 of £20,000 reached by the end of Quarter 1; £18,765.50 is still needed in Quarters 2 to 4",
        ),
        (
            ("maximise", "count", "cumulative", "2023-24-q3", "0", "3", "4", ""),
            "0 of 4 reached by the end of Quarter 3; 4 are still needed in Quarter 4",
        ),
        // Lower is better.
        (
            ("minimise", "rate", "cumulative", "2023-24-q3", "479.2", "487.5", "650", ""),
            "479.2 of 650 used by the end of Quarter 3; 170.8 is left for Quarter 4",
        ),
        (
            ("minimise", "count", "cumulative", "2023-24-q3", "650", "487", "650", ""),
            "650 of 650 used by the end of Quarter 3; nothing is left for Quarter 4",
        ),
        (
            ("minimise", "count", "cumulative", "2023-24-q3", "651", "487", "650", ""),
            "651 by the end of Quarter 3, 1 more than the target of 650 for the year",
        ),
        // Met before the year is over.
        (
            ("maximise", "count", "cumulative", "2023-24-q3", "251", "180", "240", ""),
            "251 by the end of Quarter 3, 11 more than the target of 240 for the year",
        ),
        (
            ("maximise", "count", "cumulative", "2023-24-q3", "240", "180", "240", ""),
            "240 by the end of Quarter 3, exactly the target for the year",
        ),
        // At the end of the year.
        (
            ("maximise", "count", "cumulative", "2023-24-q4", "228", "240", "240", ""),
            "228 of 240 reached by the end of the year, 12 less than the target for the year",
        ),
        (
            ("minimise", "count", "cumulative", "2023-24-to-q4", "640", "650", "650", ""),
            "640 of 650 used by the end of the year, 10 less than the target for the year",
        ),
        (
            ("minimise", "count", "cumulative", "2023-24-q4", "650", "650", "650", ""),
            "650 by the end of the year, exactly the target for the year",
        ),
        // Months.
        (
            ("maximise", "count", "cumulative", "2023-12", "10", "9", "12", ""),
            "10 of 12 reached by the end of December 2023; 2 are still needed in the rest of the year",
        ),
        (
            ("maximise", "count", "cumulative", "2024-03", "10", "12", "12", ""),
            "10 of 12 reached by the end of the year, 2 less than the target for the year",
        ),
        // Quarters add up if the report has each of them.
        (
            ("maximise", "count", "in_period", "2024-25-q3", "66", "60", "240", "2024-25-q1 52; 2024-25-q2 49"),
            "167 of 240 reached by the end of Quarter 3; 73 are still needed in Quarter 4",
        ),
        (
            (
                "maximise",
                "count",
                "in_period",
                "2024-25-q3",
                "66",
                "60",
                "240",
                "2023-24-q4 9; 2024-25-q2 49; 2024-25-q1 52",
            ),
            "167 of 240 reached by the end of Quarter 3; 73 are still needed in Quarter 4",
        ),
        (
            ("minimise", "rate", "in_period", "2024-25-q1", "147", "140", "560", ""),
            "147 of 560 used by the end of Quarter 1; 413 is left for Quarters 2 to 4",
        ),
        // A year to date that the report gives comes before a sum.
        (
            (
                "maximise",
                "count",
                "in_period",
                "2024-25-q3",
                "66",
                "60",
                "240",
                "2024-25-q1 52; 2024-25-q2 49; 2024-25-to-q3 168",
            ),
            "168 of 240 reached by the end of Quarter 3; 72 are still needed in Quarter 4",
        ),
        // Exact, with as many digits as the figures have.
        (
            ("minimise", "rate", "cumulative", "2023-24-q3", "0.1", "0.2", "0.30000000", ""),
            "0.1 of 0.30000000 used by the end of Quarter 3; 0.20000000 is left for Quarter 4",
        ),
    ] {
        assert_eq!(words(case).as_deref(), Some(expected), "{case:?}");
        assert!(to_go(&read(case)).unwrap().is_of_year);
    }
}

#[test]
fn what_a_cumulative_measure_still_needs_to_reach_its_target() {
    for (case, expected) in [
        (("maximise", "count", "cumulative", "2023-24-q3", "0", "4", "", ""), Some("4 more to reach the target of 4")),
        (
            ("goldilocks", "count", "cumulative", "2023-24-q3", "60", "65 to 73", "", ""),
            Some("5 more to reach the target range (65 to 73)"),
        ),
        // Reached, too many, or nothing more to come.
        (("maximise", "count", "cumulative", "2023-24-q3", "4", "4", "", ""), None),
        (("goldilocks", "count", "cumulative", "2023-24-q3", "65", "65 to 73", "", ""), None),
        (("goldilocks", "count", "cumulative", "2023-24-q3", "80", "65 to 73", "", ""), None),
        (("goldilocks", "count", "cumulative", "2023-24-q3", "60", "73 to 65", "", ""), None),
        (("maximise", "count", "cumulative", "2023-24-q4", "0", "4", "", ""), None),
        // Where lower is better nobody knows for which time the target leaves room.
        (("minimise", "count", "cumulative", "2023-24-q3", "2", "4", "", ""), None),
        (("maximise", "count", "cumulative", "2023-24-q3", "2", "low 3 high 4", "", ""), None),
    ] {
        assert_eq!(words(case).as_deref(), expected, "{case:?}");
    }
}

#[test]
fn nothing_is_said_where_it_could_not_be_certain() {
    for case in [
        // Not cumulative, and no target for the year.
        ("maximise", "count", "in_period", "2023-24-q3", "2", "4", "", ""),
        ("maximise", "count", "snapshot", "2023-24-q3", "2", "4", "16", ""),
        ("maximise", "count", "rolling", "2023-24-q3", "2", "4", "16", ""),
        // Percentages, scores and days do not add up.
        ("minimise", "percent", "in_period", "2023-24-q3", "0.0060", "0.0125", "0.05", ""),
        ("maximise", "score", "cumulative", "2023-24-q3", "2", "4", "16", ""),
        // No number, or one that means nothing as a share.
        ("maximise", "count", "cumulative", "2023-24-q3", "[x]", "4", "16", ""),
        ("maximise", "count", "cumulative", "2023-24-q3", "[z]", "4", "16", ""),
        ("maximise", "count", "cumulative", "2023-24-q3", "-2", "4", "16", ""),
        ("maximise", "count", "cumulative", "2023-24-q3", "2", "-4", "-16", ""),
        ("minimise", "count", "cumulative", "2023-24-q3", "0", "0", "0", ""),
        ("maximise", "count", "cumulative", "2023-24-q3", "2", "", "", ""),
        ("goldilocks", "count", "cumulative", "2023-24-q3", "2", "4", "16", ""),
        // A quarter is missing, or its number; rates are of a population that may change.
        ("maximise", "count", "in_period", "2024-25-q3", "66", "60", "240", "2024-25-q1 52"),
        ("maximise", "count", "in_period", "2024-25-q3", "66", "60", "240", "2024-25-q1 52; 2024-25-q2 [x]"),
        ("minimise", "rate", "in_period", "2024-25-q2", "151", "140", "560", "2024-25-q1 147"),
        // Periods that are no part of a financial year, or all of it.
        ("maximise", "count", "in_period", "fy-2023-24", "66", "60", "240", ""),
        ("maximise", "count", "cumulative", "academic-2023-24", "66", "60", "240", ""),
        ("maximise", "count", "cumulative", "2023-10..2023-11", "66", "60", "240", ""),
        // Two that differ for the year to date.
        ("maximise", "count", "in_period", "2024-25-q3", "66", "60", "240", "2024-25-to-q3 167; 2024-25-to-q3 168"),
    ] {
        assert_eq!(words(case), None, "{case:?}");
    }
}

/// A year to date and the target say nothing new, but beside a withheld quarter every figure is one too many.
#[test]
fn nothing_is_said_beside_a_withheld_figure() {
    let full = ("minimise", "count", "in_period", "2024-25-q3", "6", "6", "24", "2024-25-q1 5; 2024-25-q2 7");
    assert!(words(full).is_some());
    for case in [
        (
            "minimise",
            "count",
            "in_period",
            "2024-25-q3",
            "[c]",
            "6",
            "24",
            "2024-25-q1 5; 2024-25-q2 7; 2024-25-to-q3 15",
        ),
        (
            "minimise",
            "count",
            "in_period",
            "2024-25-q3",
            "6",
            "6",
            "24",
            "2024-25-q1 [c]; 2024-25-q2 7; 2024-25-to-q3 15",
        ),
        (
            "minimise",
            "count",
            "in_period",
            "2024-25-q3",
            "6",
            "6",
            "24",
            "2024-25-q1 5; 2024-25-q2 7; 2024-25-to-q3 [c]",
        ),
        ("minimise", "count", "cumulative", "2024-25-q3", "15", "18", "24", "2023-24-q3 [c]"),
    ] {
        assert_eq!(words(case), None, "{case:?}");
    }
    // Nor beside one that is too small to show, or of another series.
    let mut low = read(full);
    low.history[0].value = flagged("0", ValueFlag::Low);
    assert_eq!(to_go(&low), None);
    let mut part = read(full);
    part.history.push(crate::report::Observation { series: Some("Women".into()), ..observation("2024-25-q3", "[c]") });
    assert_eq!(to_go(&part), None);
}

fn flagged(number: &str, flag: ValueFlag) -> crate::report::Value {
    let mut value = value(number);
    if let crate::report::Value::Number(number) = &mut value {
        number.flags.push(flag);
    }
    value
}

#[test]
fn figures_that_are_not_firm() {
    let case = ("minimise", "count", "cumulative", "2023-24-q3", "9", "9", "12", "");
    let with = |flag| {
        let measure = Measure { value: flagged("9", flag), ..read(case) };
        to_go(&measure).map(|found| found.words)
    };
    let expected = "9 (provisional) of 12 used by the end of Quarter 3; 3 are left for Quarter 4";
    assert_eq!(with(ValueFlag::Provisional).as_deref(), Some(expected));
    assert_eq!(with(ValueFlag::Estimated), Some(expected.replace("provisional", "estimated")));
    assert_eq!(with(ValueFlag::Revised), Some(expected.replace(" (provisional)", "")));
    assert_eq!(with(ValueFlag::Break), None);
}

#[test]
fn only_a_measure_that_is_judged_by_a_target_in_its_unit() {
    let case = ("minimise", "count", "cumulative", "2023-24-q3", "9", "9", "12", "");
    for status in ["none", "grey"] {
        assert_eq!(to_go(&Measure { status: rating(status), ..read(case) }), None);
    }
    let mut other = read(case);
    if let Some(Target::Point(point)) = &mut other.target {
        point.unit = Some(Unit { kind: word("days"), per: None, of: None });
    }
    assert_eq!(to_go(&other), None);
    // A target for the whole year, of a measure that is added up over it.
    let mut whole = Measure { target: target("12"), ..read(case) };
    for (when, expected) in [
        ("fy-2023-24", Some("9 of 12 used by the end of Quarter 3; 3 are left for Quarter 4")),
        ("fy-2022-23", None),
        ("2023-24-q3", None),
    ] {
        if let Some(Target::Point(point)) = &mut whole.target {
            point.period = Some(period(when));
        }
        assert_eq!(to_go(&whole).map(|found| found.words).as_deref(), expected, "{when}");
    }
}

#[test]
fn the_shipped_quarter() {
    let found = shipped().places().filter_map(|place| Some((place.measure.code.as_str(), to_go(place.measure)?)));
    let found: Vec<_> = found.map(|(code, found)| (code, found.is_of_year, found.words)).collect();
    let admissions = "479.2 of 650 used by the end of Quarter 3; 170.8 is left for Quarter 4";
    assert_eq!(
        found,
        [("PH23", false, "4 more to reach the target of 4".to_string()), ("ASCOF 2A(2)", true, admissions.to_string())]
    );
}
