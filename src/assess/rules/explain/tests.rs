//! The explanations of statuses, word for word.

mod other_rules;

use super::explain;
use crate::assess::rules::judge;
use crate::fixtures::{cases, measure, rules, shipped, word};
use crate::report::{Keyword, Measure, RuleSet, Status};
use proptest::prelude::*;

/// `maximise 79 against 80: amber` is the measure and its published status.
fn check_all(text: &str, rules: &RuleSet) {
    for (what, expected) in cases(text) {
        let (start, rest) = what.split_once(" against ").unwrap();
        let (aim, of) = start.split_once(' ').unwrap();
        let (against, published) = rest.split_once(": ").unwrap();
        let measure = Measure { status: word(published), ..measure(aim, of, against) };
        assert_eq!(explain(&measure, rules), expected);
    }
}

#[test]
fn the_reason_in_words_and_figures() {
    let cases = "
        maximise 78.1 against 75.0: green
            78.1% is above the target 75.0%, and higher is better: green.
        minimise 9.9 against 16: green
            9.9% is below the target 16%, and lower is better: green.
        maximise 80.0 against 80.00: green
            80.0% is exactly the target 80.00%: green.
        goldilocks 70 against 65 to 73: green
            70% is inside the target range 65% to 73%: green.
        maximise 75.20 against 80.00: red
            75.20% is below the target 80.00% by 6% of the target, more than the 5% tolerance: red.
        goldilocks 77.7 against 65 to 73: red
            77.7% is above the upper bound 73% by 6.4% of the upper bound, more than the 5% tolerance: red.
        goldilocks 64 against 65 to 73: amber
            64% is below the lower bound 65% by 1.5% of the lower bound, within the 5% tolerance: amber.
        # The key of the report leaves exactly 5% open; the export's rules settle it, and the sentence says so.
        maximise 76 against 80: amber
            76% is below the target 80% by exactly 5% of the target, which the rules of this report count as within the
            tolerance: amber.
        # A rounded share never reads as 0 or as the tolerance that it differs from.
        maximise 75.999 against 80: red
            75.999% is below the target 80% by 5.001% of the target, more than the 5% tolerance: red.
        maximise 79.999 against 80: amber
            79.999% is below the target 80% by 0.001% of the target, within the 5% tolerance: amber.
        maximise 75.99999999 against 80: red
            75.99999999% is below the target 80% by just over 5% of the target, more than the 5% tolerance: red.
        maximise 76.00000001 against 80: amber
            76.00000001% is below the target 80% by just under 5% of the target, within the 5% tolerance: amber.
        minimise 9999999.00000001 against 9999999: amber
            9,999,999.00000001% is above the target 9,999,999% by less than 0.000001% of the target, within the 5%
            tolerance: amber.
        minimise 1 against 0: red
            1% is above the target 0% by 1 percentage point, and a target of 0 leaves no room for a tolerance relative to it:
            red.
        # A percentage of a target below 0, or from one side of 0 to the other, would mean nothing.
        maximise -16 against 5: red
            −16% is below the target 5% by 21 percentage points, more than the tolerance of 0.25 percentage points (5% of
            the target): red.
        maximise -5.2 against -5: amber
            −5.2% is below the target −5% by 0.2 percentage points, within the tolerance of 0.25 percentage points (5% of
            the target): amber.
        minimise -4.75 against -5: amber
            −4.75% is above the target −5% by exactly 0.25 percentage points, which the rules of this report count as
            within the tolerance: amber.
        goldilocks -3 against -2 to 2: red
            −3% is below the lower bound −2% by 1 percentage point, more than the tolerance of 0.1 percentage points (5% of
            the lower bound): red.
        maximise 79 against 80: red
            79% is below the target 80% by 1.3% of the target, within the 5% tolerance: by the rules of this report
            amber, but published as red.
        maximise 81 against 80: none
            81% is above the target 80%, and higher is better: by the rules of this report green, but published as no
            status.
        minimise [c] against 4: green
            The value is withheld, so the published status, green, stands and cannot be recomputed here.
        minimise [x] against 4: none
            There is no value, so there is no status.
        minimise [z] against 4: none
            A value does not apply, so there is no status.
        maximise 4 against : none
            There is no target, so there is no status.
        goldilocks 4 against 9 to 3: amber
            The lower bound of the target range is above the upper bound, so the published status, amber, stands and
            cannot be recomputed here.
        goldilocks 4 against 9: red
            The target does not fit the aim, so the published status, red, stands and cannot be recomputed here.
    ";
    check_all(cases, &rules("0.05"));
    let cases = "
        maximise 78 against 80: amber
            78% is below the target 80% by 2 percentage points, within the tolerance of 2.5 percentage points: amber.
        maximise 70.25 against 80: red
            70.25% is below the target 80% by 9.75 percentage points, more than the tolerance of 2.5 percentage points:
            red.
        maximise 77.5 against 80: amber
            77.5% is below the target 80% by exactly 2.5 percentage points, which the rules of this report count as
            within the tolerance: amber.
    ";
    check_all(cases, &rules("2.5 absolute"));
}

#[test]
fn a_count_has_no_percent_sign_and_thousands_have_commas() {
    let mut measure = measure("minimise", "1300", "1250");
    measure.unit.kind = word("count");
    measure.status = Status::Amber;
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "1,300 is above the target 1,250 by 4%, within the 5% tolerance: amber."
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
        measure.status = judge(&measure, &rules("0.05")).unwrap().status;
        let sentence = explain(&measure, &rules("0.05"));
        prop_assert!(sentence.ends_with(&format!(": {}.", measure.status.word())), "{}", sentence);
    }
}
