//! The explanations of statuses, word for word.

mod other_rules;

use super::explain;
use crate::assess::rules::judge;
use crate::fixtures::{cases, measure, rating, rules, shipped, word};
use crate::report::{Keyword, Measure, Rating, RuleSet, Status};
use proptest::prelude::*;

/// `maximise 79 against 80: amber` is the measure and its published status.
fn check_all(text: &str, rules: &RuleSet) {
    for (what, expected) in cases(text) {
        let (start, rest) = what.split_once(" against ").unwrap();
        let (aim, of) = start.split_once(' ').unwrap();
        let (against, published) = rest.split_once(": ").unwrap();
        let measure = Measure { status: rating(published), ..measure(aim, of, against) };
        assert_eq!(explain(&measure, rules), expected);
    }
}

#[test]
fn the_reason_in_words_and_figures() {
    let cases = "
        maximise 78.1 against 75.0: green
            78.1% is above the 75.0% target, and higher is better, so it is green.
        minimise 9.9 against 16: green
            9.9% is below the 16% target, and lower is better, so it is green.
        maximise 80.0 against 80.00: green
            80.0% is exactly the 80.00% target, so it is green.
        goldilocks 70 against 65 to 73: green
            70% is inside the target range (65% to 73%), so it is green.
        minimise 29 against 20: red
            29% is 9 percentage points above the 20% target. That is more than the 5% margin allowed, so it is red.
        # The points alone would look like less than 5%, so the margin is told in points as well.
        maximise 75.20 against 80.00: red
            75.20% is 4.8 percentage points below the 80.00% target. That is more than the 5% margin allowed (4 percentage
            points), so it is red.
        goldilocks 77.7 against 65 to 73: red
            77.7% is 4.7 percentage points above the target range (65% to 73%). That is more than the 5% margin allowed
            (3.65 percentage points), so it is red.
        goldilocks 64 against 65 to 73: amber
            64% is 1 percentage point below the target range (65% to 73%). That is within the 5% margin allowed, so it is
            amber.
        # They would look like more than 5%.
        minimise 126 against 120: amber
            126% is 6 percentage points above the 120% target. That is exactly the 5% margin allowed (6 percentage
            points), which the rules count as within it, so it is amber.
        minimise 125.5 against 120: amber
            125.5% is 5.5 percentage points above the 120% target. That is within the 5% margin allowed (6 percentage
            points), so it is amber.
        # The key of the report leaves exactly 5% open; the export's rules settle it, and the sentence says so.
        maximise 76 against 80: amber
            76% is 4 percentage points below the 80% target. That is exactly the 5% margin allowed (4 percentage points),
            which the rules count as within it, so it is amber.
        maximise 95 against 100: amber
            95% is 5 percentage points below the 100% target. That is exactly the 5% margin allowed, which the rules count
            as within it, so it is amber.
        # Points are exact, however small.
        maximise 75.99999999 against 80: red
            75.99999999% is 4.00000001 percentage points below the 80% target. That is more than the 5% margin allowed (4
            percentage points), so it is red.
        maximise 76.00000001 against 80: amber
            76.00000001% is 3.99999999 percentage points below the 80% target. That is within the 5% margin allowed, so it
            is amber.
        minimise 1 against 0: red
            1% is 1 percentage point above the 0% target. There is no margin around 0%, so it is red.
        # A percentage of a target below 0, or from one side of 0 to the other, would mean nothing.
        maximise -16 against 5: red
            −16% is 21 percentage points below the 5% target. That is more than the 5% margin allowed (0.25 percentage
            points), so it is red.
        maximise -5.2 against -5: amber
            −5.2% is 0.2 percentage points below the −5% target. That is within the 5% margin allowed (0.25 percentage
            points), so it is amber.
        minimise -4.75 against -5: amber
            −4.75% is 0.25 percentage points above the −5% target. That is exactly the 5% margin allowed (0.25 percentage
            points), which the rules count as within it, so it is amber.
        goldilocks -3 against -2 to 2: red
            −3% is 1 percentage point below the target range (−2% to 2%). That is more than the 5% margin allowed (0.1
            percentage points), so it is red.
        maximise 79 against 80: red
            79% is 1 percentage point below the 80% target. That is within the 5% margin allowed, so by the rules of this
            report it is amber. It was published as red.
        maximise 81 against 80: none
            81% is above the 80% target, and higher is better, so by the rules of this report it is green. It was published
            without a status.
        minimise [c] against 4: green
            The value is withheld, so we could not check the status. It was published as green.
        minimise [x] against 4: none
            There is no value, so there is no status.
        minimise [z] against 4: none
            A value does not apply, so there is no status.
        maximise 4 against : none
            There is no target, so there is no status.
        goldilocks 4 against 9 to 3: amber
            The lower bound of the target range is above the upper bound, so we could not check the status. It was
            published as amber.
        goldilocks 4 against 9: red
            The target does not fit the aim, so we could not check the status. It was published as red.
    ";
    check_all(cases, &rules("0.05"));
    let cases = "
        maximise 78 against 80: amber
            78% is 2 percentage points below the 80% target. That is within the allowed margin of 2.5 percentage points, so
            it is amber.
        maximise 70.25 against 80: red
            70.25% is 9.75 percentage points below the 80% target. That is more than the allowed margin of 2.5 percentage
            points, so it is red.
        maximise 77.5 against 80: amber
            77.5% is 2.5 percentage points below the 80% target. That is exactly the allowed margin of 2.5 percentage
            points, which the rules count as within it, so it is amber.
    ";
    check_all(cases, &rules("2.5 absolute"));
}

#[test]
fn reasons_in_numbers_that_are_no_percentages() {
    for (aim, of, against, published, expected) in [
        (
            "minimise",
            "26.3",
            "22",
            "red",
            "26.3 is 19.5% above the target of 22. That is more than the 5% margin allowed, so it is red.",
        ),
        (
            "goldilocks",
            "77.7",
            "65 to 73",
            "red",
            "77.7 is above the target range (65 to 73) by more than the 5% margin, so it is red.",
        ),
        (
            "goldilocks",
            "43.0",
            "32 to 42",
            "amber",
            "43.0 is above the target range (32 to 42) by less than the 5% margin, so it is amber.",
        ),
        (
            "goldilocks",
            "57",
            "60 to 80",
            "amber",
            "57 is 5% below the target range (60 to 80). That is exactly the 5% margin allowed, which the rules count as within it, so it is amber.",
        ),
        ("goldilocks", "70", "65 to 73", "green", "70 is inside the target range (65 to 73), so it is green."),
        (
            "maximise",
            "0",
            "4",
            "red",
            "0 is 100% below the target of 4. That is more than the 5% margin allowed, so it is red.",
        ),
        ("minimise", "1", "0", "red", "1 is 1 above the target of 0. There is no margin around 0, so it is red."),
        (
            "maximise",
            "-16",
            "5",
            "red",
            "−16 is 21 below the target of 5. That is more than the 5% margin allowed (0.25), so it is red.",
        ),
        (
            "goldilocks",
            "-3",
            "-2 to 2",
            "red",
            "−3 is 1 below the target range (−2 to 2). That is more than the 5% margin allowed (0.1), so it is red.",
        ),
        // A rounded share never reads as 0 or as the margin that it differs from.
        (
            "maximise",
            "75.999",
            "80",
            "red",
            "75.999 is 5.001% below the target of 80. That is more than the 5% margin allowed, so it is red.",
        ),
        (
            "maximise",
            "79.999",
            "80",
            "amber",
            "79.999 is 0.001% below the target of 80. That is within the 5% margin allowed, so it is amber.",
        ),
        (
            "maximise",
            "75.99999999",
            "80",
            "red",
            "75.99999999 is just over 5% below the target of 80. That is more than the 5% margin allowed, so it is red.",
        ),
        (
            "maximise",
            "76.00000001",
            "80",
            "amber",
            "76.00000001 is just under 5% below the target of 80. That is within the 5% margin allowed, so it is amber.",
        ),
        (
            "minimise",
            "9999999.00000001",
            "9999999",
            "amber",
            "9,999,999.00000001 is less than 0.000001% above the target of 9,999,999. That is within the 5% margin allowed, so it is amber.",
        ),
    ] {
        let mut measure = Measure { status: rating(published), ..measure(aim, of, against) };
        measure.unit.kind = word("count");
        assert_eq!(explain(&measure, &rules("0.05")), expected, "{aim} {of} against {against}");
    }
}

#[test]
fn a_count_has_no_percent_sign_and_thousands_have_commas() {
    let mut measure = measure("minimise", "1300", "1250");
    measure.unit.kind = word("count");
    measure.status = Rating::Published(Status::Amber);
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "1,300 is 4% above the target of 1,250. That is within the 5% margin allowed, so it is amber."
    );
}

/// Each sentence about the shipped quarter has been reviewed. After an intended change, run with `REWRITE=1` and review them
/// again.
#[test]
fn the_reasons_of_the_shipped_quarter_are_as_they_were_reviewed() {
    let report = shipped();
    let line = |measure: &Measure| format!("{}\n    {}\n", measure.code, explain(measure, &report.rules));
    let lines: String = report.places().map(|place| line(place.measure)).collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/explanations.txt");
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(path, &lines).unwrap();
    }
    assert_eq!(lines, std::fs::read_to_string(path).unwrap());
}

proptest! {
    /// The last word of the sentence is the status, whatever the figures.
    #[test]
    fn every_reason_ends_in_the_status(of in -9999i64..9999, against in -9999i64..9999) {
        let mut measure = measure("maximise", &of.to_string(), &against.to_string());
        measure.status = Rating::Published(judge(&measure, &rules("0.05")).unwrap().status);
        let sentence = explain(&measure, &rules("0.05"));
        prop_assert!(sentence.ends_with(&format!(", so it is {}.", measure.status().word())), "{}", sentence);
    }
}
