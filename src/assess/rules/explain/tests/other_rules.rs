//! The explanations under rules that only some councils have, word for word.

use super::check_all;
use crate::assess::rules::explain;
use crate::fixtures::{cases, decimal, measure, rating, rules, with_history, word};
use crate::report::{Measure, OwnRules, Rating, Status, Target, Unit};

#[test]
fn reasons_with_two_tolerances() {
    let cases = "
        maximise 80 against 80: green
            80% is exactly the 80% target, so it is green.
        maximise 79.5 against 80: green
            79.5% is 0.5 percentage points below the 80% target. That is within the 1% margin that still counts as green, so
            it is green.
        maximise 79.2 against 80: amber
            79.2% is 0.8 percentage points below the 80% target. That is exactly the 1% margin that still counts as green
            (0.8 percentage points), which the rules count as beyond it, so it is amber.
        minimise 81 against 80: amber
            81% is 1 percentage point above the 80% target. That is within the 5% margin allowed, so it is amber.
        maximise 76 against 80: red
            76% is 4 percentage points below the 80% target. That is exactly the 5% margin allowed (4 percentage points),
            which the rules count as beyond it, so it is red.
        goldilocks 59.5 against 60 to 80: green
            59.5% is 0.5 percentage points below the target range (60% to 80%). That is within the 1% margin that still
            counts as green, so it is green.
    ";
    check_all(cases, &rules("0.05, edge red, green 0.01 edge amber"));
    let cases = "
        maximise 79.2 against 80: green
            79.2% is 0.8 percentage points below the 80% target. That is exactly the 1% margin that still counts as green
            (0.8 percentage points), which the rules count as within it, so it is green.
        maximise 79.20000001 against 80: green
            79.20000001% is 0.79999999 percentage points below the 80% target. That is within the 1% margin that still
            counts as green, so it is green.
    ";
    check_all(cases, &rules("0.05, green 0.01 edge green"));
    let cases = "
        minimise 80.5 against 80: green
            80.5% is 0.5 percentage points above the 80% target. That is within the margin of 1 percentage point that still
            counts as green, so it is green.
        minimise 81 against 80: green
            81% is 1 percentage point above the 80% target. That is exactly the margin of 1 percentage point that still
            counts as green, which the rules count as within it, so it is green.
        minimise 3 against 0: amber
            3% is 3 percentage points above the 0% target. That is within the allowed margin of 5 percentage points, so it is
            amber.
    ";
    check_all(cases, &rules("5 absolute, green 1.0 edge green"));
}

#[test]
fn reasons_with_a_low_and_a_high_target() {
    let cases = "
        maximise 81 against low 60 high 80: green
            81% is above the high target of 80%, and higher is better, so it is green.
        minimise 9 against low 20 high 10: green
            9% is below the high target of 10%, and lower is better, so it is green.
        maximise 80.0 against low 60 high 80: green
            80.0% is exactly the high target of 80%, so it is green.
        maximise 70 against low 70 high 70: green
            70% is exactly the high target of 70%, so it is green.
        maximise 75.20 against low 60 high 80: blue
            75.20% is between the low target of 60% and the high target of 80%, so it is blue.
        minimise 15 against low 20 high 10: blue
            15% is between the low target of 20% and the high target of 10%, so it is blue.
        maximise 60 against low 60 high 80: amber
            60% is exactly the low target, and short of the high target of 80%, so it is amber.
        maximise 58 against low 60 high 80: amber
            58% is 2 percentage points below the low target of 60%. That is within the 5% margin allowed, so it is amber.
        minimise 25 against low 20 high 10: red
            25% is 5 percentage points above the low target of 20%. That is more than the 5% margin allowed (1 percentage
            point), so it is red.
        maximise -1 against low 0 high 10: red
            −1% is 1 percentage point below the low target of 0%. There is no margin around 0%, so it is red.
        maximise 70 against low 60 high 80: green
            70% is between the low target of 60% and the high target of 80%, so by the rules of this report it is blue. It
            was published as green.
        maximise 70 against low 80 high 60: blue
            The low target is more demanding than the high one, so we could not check the status. It was published as blue.
    ";
    check_all(cases, &rules("0.05, between blue edge amber"));
    let cases = "
        maximise 70 against low 60 high 80: amber
            The value is between the low and the high target, and the rules do not say what that means, so we could not
            check the status. It was published as amber.
    ";
    check_all(cases, &rules("0.05"));
    // The council's own name for the status between.
    let mut named = rules("0.05, between blue edge blue");
    let mut definition = named.statuses[0].clone();
    (definition.status, definition.label) = (Status::Blue, "Acceptable".into());
    named.statuses.push(definition);
    let cases = "
        maximise 70 against low 60 high 80: blue
            70% is between the low target of 60% and the high target of 80%, so it is acceptable.
    ";
    check_all(cases, &named);
}

#[test]
fn reasons_with_an_amber_value() {
    let cases = "
        maximise 80 against 80 amber 75: green
            80% is exactly the 80% target, so it is green.
        maximise 75.20 against 80.00 amber 75.0: amber
            75.20% is below the 80.00% target, but better than the amber value of 75.0%, so it is amber.
        minimise 5 against 4 amber 6: amber
            5% is above the 4% target, but better than the amber value of 6%, so it is amber.
        minimise 7 against 4 amber 6: red
            7% is above the 4% target and worse than the amber value of 6%, so it is red.
        minimise 1 against 0 amber 2: amber
            1% is above the 0% target, but better than the amber value of 2%, so it is amber.
        maximise 77 against 80 amber 82: amber
            The amber value is better than the target, so we could not check the status. It was published as amber.
    ";
    check_all(cases, &rules("0.05"));
    check_all(cases, &rules("0.05, edge red"));
    let cases = "
        maximise 75 against 80 amber 75: amber
            75% is below the 80% target and exactly the amber value, which the rules count as enough, so it is amber.
    ";
    check_all(cases, &rules("0.05, edge amber"));
    let cases = "
        maximise 75 against 80 amber 75: red
            75% is below the 80% target and exactly the amber value, which the rules count as not enough, so it is red.
    ";
    check_all(cases, &rules("0.05, edge red"));
    let cases = "
        maximise 79.5 against 80 amber 75: green
            79.5% is 0.5 percentage points below the 80% target. That is within the 1% margin that still counts as green, so
            it is green.
    ";
    check_all(cases, &rules("0.05, green 0.01 edge green"));
}

#[test]
fn reasons_with_the_direction_of_travel() {
    let beyond = "70% is 10 percentage points below the 80% target. That is more than the 10% margin allowed (8 percentage \
                  points). Beyond that the direction of travel decides.";
    for (history, published_trend, published, reason) in [
        ("2023-24-q2 69", "none", "amber", "By the figures it is improving, so it is amber."),
        ("2023-24-q2 70", "improving", "amber", "By the figures it is the same as before, so it is amber."),
        ("2023-24-q2 71", "none", "red", "By the figures it is deteriorating, so it is red."),
        ("", "improving", "amber", "By the published short trend it is improving, so it is amber."),
        ("2023-24-q2 [c]", "static", "amber", "By the published short trend it is the same as before, so it is amber."),
        (
            "",
            "deteriorating",
            "amber",
            "By the published short trend it is deteriorating, so by the rules of this report it is red. It was published as \
             amber.",
        ),
    ] {
        let mut measure = with_history(measure("maximise", "70", "80"), history);
        (measure.short_trend, measure.status) = (rating(published_trend), rating(published));
        assert_eq!(explain(&measure, &rules("0.1, direction amber amber red")), format!("{beyond} {reason}"));
    }
    let cases = "
        maximise 70 against 80: red
            Beyond the margin the direction of travel decides, and there is none, so we could not check the status. It was
            published as red.
    ";
    check_all(cases, &rules("0.1, direction amber amber red"));
    let at_edge = with_history(measure("maximise", "72", "80"), "2023-24-q2 71");
    assert_eq!(
        explain(
            &Measure { status: Rating::Published(Status::Amber), ..at_edge },
            &rules("0.1, edge red, direction amber amber red")
        ),
        "72% is 8 percentage points below the 80% target. That is exactly the 10% margin allowed (8 percentage points), \
         which the rules count as beyond it. Beyond that the direction of travel decides. By the figures it is improving, \
         so it is amber."
    );
}

#[test]
fn reasons_without_a_target() {
    let grey = rules("0.05, without target grey");
    let cases = "
        maximise 42 against : grey
            42% has no target, so it is for information.
        maximise 42 against : none
            42% has no target, so by the rules of this report it is for information. It was published without a status.
        maximise [x] against : none
            There is no value, so there is no status.
        maximise [c] against : grey
            The value is withheld, so we could not check the status. It was published for information.
    ";
    check_all(cases, &grey);
    let cases = "
        maximise 42 against : grey
            There is no target, so we could not check the status. It was published for information.
    ";
    check_all(cases, &rules("0.05"));
}

/// Figures are as they were written, with the signs of their unit.
#[test]
fn reasons_in_every_unit() {
    // By a relative and by an absolute tolerance.
    let text = "
        percent 78.10 against 80.00
            78.10% is 1.9 percentage points below the 80.00% target. That is within the 5% margin allowed, so it is amber. |
            78.10% is 1.9 percentage points below the 80.00% target. That is within the allowed margin of 2 percentage
            points, so it is amber.
        rate 78.10 against 80.0
            78.10 is 2.4% below the target of 80.0. That is within the 5% margin allowed, so it is amber. |
            78.10 is 1.9 below the target of 80.0. That is within the allowed margin of 2, so it is amber.
        count 39 against 40
            39 is 2.5% below the target of 40. That is within the 5% margin allowed, so it is amber. |
            39 is 1 below the target of 40. That is within the allowed margin of 2, so it is amber.
        days 39.0 against 40
            39.0 is 2.5% below the target of 40. That is within the 5% margin allowed, so it is amber. |
            39.0 is 1 day below the target of 40. That is within the allowed margin of 2 days, so it is amber.
        score 45.30 against 47
            45.30 is 3.6% below the target of 47. That is within the 5% margin allowed, so it is amber. |
            45.30 is 1.7 below the target of 47. That is within the allowed margin of 2, so it is amber.
        ratio 39.50 against 40
            39.50 is 1.3% below the target of 40. That is within the 5% margin allowed, so it is amber. |
            39.50 is 0.5 below the target of 40. That is within the allowed margin of 2, so it is amber.
        money 1234.50 against 1236.00
            £1,234.50 is 0.1% below the target of £1,236.00. That is within the 5% margin allowed, so it is amber. |
            £1,234.50 is £1.50 below the target of £1,236.00. That is within the allowed margin of £2, so it is amber.
    ";
    for (what, expected) in cases(text) {
        let [kind, of, "against", against] = what.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{what:?} has a unit")
        };
        let mut measure = measure("maximise", of, against);
        measure.unit = Unit { kind: word(kind), per: (kind == "rate").then_some(10_000), of: None };
        measure.status = Rating::Published(Status::Amber);
        let reasons = ["0.05", "2 absolute"].map(|tolerance| explain(&measure, &rules(tolerance)));
        assert_eq!(reasons.join(" | "), expected, "{what}");
    }
    let mut dear = measure("minimise", "51234.05", "50000");
    (dear.unit.kind, dear.status) = (word("money"), rating("red"));
    assert_eq!(
        explain(&dear, &rules("1000 absolute")),
        "£51,234.05 is £1,234.05 above the target of £50,000. That is more than the allowed margin of £1,000, so it is red."
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
    measure.status = Rating::Published(Status::Green);
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "The target is in a different unit from the value, so we could not check the status. It was published as green."
    );
}

#[test]
fn a_measure_judged_by_its_own_rules() {
    let mut measure = measure("maximise", "76", "80");
    measure.status = Rating::Published(Status::Red);
    measure.rules = Some(OwnRules { tolerance: Some(decimal("0.025")), ..OwnRules::default() });
    assert_eq!(
        explain(&measure, &rules("0.05")),
        "76% is 4 percentage points below the 80% target. That is more than the 2.5% margin allowed, so it is red."
    );
}
