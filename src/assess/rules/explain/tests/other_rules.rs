//! The explanations under rules that only some councils have, word for word.

use super::check_all;
use crate::assess::rules::explain;
use crate::fixtures::{cases, decimal, measure, rules, with_history, word};
use crate::report::{Measure, OwnRules, Status, Target, Unit};

#[test]
fn reasons_with_two_tolerances() {
    let cases = "
        maximise 80 against 80: green
            80% is exactly the target 80%: green.
        maximise 79.5 against 80: green
            79.5% is below the target 80% by 0.6% of the target, within the 1% tolerance that still counts as green:
            green.
        maximise 79.2 against 80: amber
            79.2% is below the target 80% by exactly 1% of the target, which the rules of this report count as more than
            the tolerance that still counts as green: amber.
        minimise 81 against 80: amber
            81% is above the target 80% by 1.3% of the target, within the 5% tolerance: amber.
        maximise 76 against 80: red
            76% is below the target 80% by exactly 5% of the target, which the rules of this report count as more than
            the tolerance: red.
        goldilocks 59.5 against 60 to 80: green
            59.5% is below the lower bound 60% by 0.8% of the lower bound, within the 1% tolerance that still counts as
            green: green.
    ";
    check_all(cases, &rules("0.05, edge red, green 0.01 edge amber"));
    let cases = "
        maximise 79.2 against 80: green
            79.2% is below the target 80% by exactly 1% of the target, which the rules of this report count as within
            the tolerance that still counts as green: green.
        maximise 79.20000001 against 80: green
            79.20000001% is below the target 80% by just under 1% of the target, within the 1% tolerance that still
            counts as green: green.
    ";
    check_all(cases, &rules("0.05, green 0.01 edge green"));
    let cases = "
        minimise 80.5 against 80: green
            80.5% is above the target 80% by 0.5 percentage points, within the tolerance of 1 percentage point that
            still counts as green: green.
        minimise 81 against 80: green
            81% is above the target 80% by exactly 1 percentage point, which the rules of this report count as within
            the tolerance that still counts as green: green.
        minimise 3 against 0: amber
            3% is above the target 0% by 3 percentage points, within the tolerance of 5 percentage points: amber.
    ";
    check_all(cases, &rules("5 absolute, green 1.0 edge green"));
}

#[test]
fn reasons_with_a_low_and_a_high_target() {
    let cases = "
        maximise 81 against low 60 high 80: green
            81% is above the high target 80%, and higher is better: green.
        minimise 9 against low 20 high 10: green
            9% is below the high target 10%, and lower is better: green.
        maximise 80.0 against low 60 high 80: green
            80.0% is exactly the high target 80%: green.
        maximise 70 against low 70 high 70: green
            70% is exactly the high target 70%: green.
        maximise 75.20 against low 60 high 80: blue
            75.20% is between the low target 60% and the high target 80%: blue.
        minimise 15 against low 20 high 10: blue
            15% is between the low target 20% and the high target 10%: blue.
        maximise 60 against low 60 high 80: amber
            60% is exactly the low target 60%, short of the high target 80%: amber.
        maximise 58 against low 60 high 80: amber
            58% is below the low target 60% by 3.3% of the low target, within the 5% tolerance: amber.
        minimise 25 against low 20 high 10: red
            25% is above the low target 20% by 25% of the low target, more than the 5% tolerance: red.
        maximise -1 against low 0 high 10: red
            −1% is below the low target 0% by 1 percentage point, and a low target of 0 leaves no room for a tolerance
            relative to it: red.
        maximise 70 against low 60 high 80: green
            70% is between the low target 60% and the high target 80%: by the rules of this report blue, but published
            as green.
        maximise 70 against low 80 high 60: blue
            The low target is more demanding than the high one, so the published status, blue, stands and cannot be
            recomputed here.
    ";
    check_all(cases, &rules("0.05, between blue edge amber"));
    let cases = "
        maximise 70 against low 60 high 80: amber
            The value is between the low and the high target, and the rules do not say what that means, so the published
            status, amber, stands and cannot be recomputed here.
    ";
    check_all(cases, &rules("0.05"));
    // The council's own name for the status between.
    let mut named = rules("0.05, between blue edge blue");
    let mut definition = named.statuses[0].clone();
    (definition.status, definition.label) = (Status::Blue, "Acceptable".into());
    named.statuses.push(definition);
    let cases = "
        maximise 70 against low 60 high 80: blue
            70% is between the low target 60% and the high target 80%: acceptable.
    ";
    check_all(cases, &named);
}

#[test]
fn reasons_with_an_amber_value() {
    let cases = "
        maximise 80 against 80 amber 75: green
            80% is exactly the target 80%: green.
        maximise 75.20 against 80.00 amber 75.0: amber
            75.20% is below the target 80.00%, but better than the amber value 75.0%: amber.
        minimise 5 against 4 amber 6: amber
            5% is above the target 4%, but better than the amber value 6%: amber.
        minimise 7 against 4 amber 6: red
            7% is above the target 4% and worse than the amber value 6%: red.
        minimise 1 against 0 amber 2: amber
            1% is above the target 0%, but better than the amber value 2%: amber.
        maximise 77 against 80 amber 82: amber
            The amber value is better than the target, so the published status, amber, stands and cannot be recomputed
            here.
    ";
    check_all(cases, &rules("0.05"));
    check_all(cases, &rules("0.05, edge red"));
    let cases = "
        maximise 75 against 80 amber 75: amber
            75% is below the target 80% and exactly the amber value, which is enough by the rules of this report: amber.
    ";
    check_all(cases, &rules("0.05, edge amber"));
    let cases = "
        maximise 75 against 80 amber 75: red
            75% is below the target 80% and exactly the amber value, which is not enough by the rules of this report: red.
    ";
    check_all(cases, &rules("0.05, edge red"));
    let cases = "
        maximise 79.5 against 80 amber 75: green
            79.5% is below the target 80% by 0.6% of the target, within the 1% tolerance that still counts as green:
            green.
    ";
    check_all(cases, &rules("0.05, green 0.01 edge green"));
}

#[test]
fn reasons_with_the_direction_of_travel() {
    let beyond = "70% is below the target 80% by 12.5% of the target, more than the 10% tolerance";
    for (history, published_trend, published, reason) in [
        ("2023-24-q2 69", "none", "amber", "improving by the figures, and that decides: amber."),
        ("2023-24-q2 70", "improving", "amber", "the same as before by the figures, and that decides: amber."),
        ("2023-24-q2 71", "none", "red", "deteriorating by the figures, and that decides: red."),
        ("", "improving", "amber", "improving by the published short trend, and that decides: amber."),
        (
            "2023-24-q2 [c]",
            "static",
            "amber",
            "the same as before by the published short trend, and that decides: amber.",
        ),
        (
            "",
            "deteriorating",
            "amber",
            "deteriorating by the published short trend, and that decides: by the rules of this report red, but \
             published as amber.",
        ),
    ] {
        let mut measure = with_history(measure("maximise", "70", "80"), history);
        (measure.short_trend, measure.status) = (word(published_trend), word(published));
        assert_eq!(explain(&measure, &rules("0.1, direction amber amber red")), format!("{beyond}; it is {reason}"));
    }
    let cases = "
        maximise 70 against 80: red
            Beyond the tolerance the direction of travel decides, and there is none, so the published status, red, stands
            and cannot be recomputed here.
    ";
    check_all(cases, &rules("0.1, direction amber amber red"));
    let at_edge = with_history(measure("maximise", "72", "80"), "2023-24-q2 71");
    assert_eq!(
        explain(&Measure { status: Status::Amber, ..at_edge }, &rules("0.1, edge red, direction amber amber red")),
        "72% is below the target 80% by exactly 10% of the target, which the rules of this report count as more than the \
         tolerance; it is improving by the figures, and that decides: amber."
    );
}

#[test]
fn reasons_without_a_target() {
    let grey = rules("0.05, without target grey");
    let cases = "
        maximise 42 against : grey
            42% has no target: for information.
        maximise 42 against : none
            42% has no target: by the rules of this report for information, but published as no status.
        maximise [x] against : none
            There is no value, so there is no status.
        maximise [c] against : grey
            The value is withheld, so the published status, for information, stands and cannot be recomputed here.
    ";
    check_all(cases, &grey);
    let cases = "
        maximise 42 against : grey
            There is no target, so the published status, for information, stands and cannot be recomputed here.
    ";
    check_all(cases, &rules("0.05"));
}

/// Figures are as they were written, with the signs of their unit.
#[test]
fn reasons_in_every_unit() {
    // By a relative and by an absolute tolerance.
    let text = "
        percent 78.10 against 80.00
            78.10% is below the target 80.00% by 2.4% of the target, within the 5% tolerance: amber. |
            78.10% is below the target 80.00% by 1.9 percentage points, within the tolerance of 2 percentage points:
            amber.
        rate 78.10 against 80.0
            78.10 is below the target 80.0 by 2.4%, within the 5% tolerance: amber. |
            78.10 is below the target 80.0 by 1.9, within the tolerance of 2: amber.
        count 39 against 40
            39 is below the target 40 by 2.5%, within the 5% tolerance: amber. |
            39 is below the target 40 by 1, within the tolerance of 2: amber.
        days 39.0 against 40
            39.0 is below the target 40 by 2.5%, within the 5% tolerance: amber. |
            39.0 is below the target 40 by 1 day, within the tolerance of 2 days: amber.
        score 45.30 against 47
            45.30 is below the target 47 by 3.6%, within the 5% tolerance: amber. |
            45.30 is below the target 47 by 1.7, within the tolerance of 2: amber.
        ratio 39.50 against 40
            39.50 is below the target 40 by 1.3%, within the 5% tolerance: amber. |
            39.50 is below the target 40 by 0.5, within the tolerance of 2: amber.
        money 1234.50 against 1236.00
            £1,234.50 is below the target £1,236.00 by 0.1%, within the 5% tolerance: amber. |
            £1,234.50 is below the target £1,236.00 by £1.50, within the tolerance of £2: amber.
    ";
    for (what, expected) in cases(text) {
        let [kind, of, "against", against] = what.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{what:?} has a unit")
        };
        let mut measure = measure("maximise", of, against);
        measure.unit = Unit { kind: word(kind), per: (kind == "rate").then_some(10_000), of: None };
        measure.status = Status::Amber;
        let reasons = ["0.05", "2 absolute"].map(|tolerance| explain(&measure, &rules(tolerance)));
        assert_eq!(reasons.join(" | "), expected, "{what}");
    }
    let mut dear = measure("minimise", "51234.05", "50000");
    (dear.unit.kind, dear.status) = (word("money"), Status::Red);
    assert_eq!(
        explain(&dear, &rules("1000 absolute")),
        "£51,234.05 is above the target £50,000 by £1,234.05, more than the tolerance of £1,000: red."
    );
}

#[test]
fn a_target_in_another_unit() {
    let mut measure = measure("maximise", "79", "80");
    let Some(Target::Point(target)) = &mut measure.target else { panic!("80 is one number") };
    target.unit = Some(Unit { kind: word("days"), per: None, of: None });
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "The target is in a different unit from the value, so there is no status."
    );
    measure.status = Status::Green;
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "The target is in a different unit from the value, so the published status, green, stands and cannot be \
         recomputed here."
    );
}

#[test]
fn a_measure_judged_by_its_own_rules() {
    let mut measure = measure("maximise", "76", "80");
    measure.status = Status::Red;
    measure.rules = Some(OwnRules { tolerance: Some(decimal("0.025")), ..OwnRules::default() });
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "76% is below the target 80% by 5% of the target, more than the 2.5% tolerance: red."
    );
}
