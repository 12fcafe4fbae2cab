use super::*;
use crate::fixtures::{measure, observation, period, shipped, target, value};
use crate::report::{Basis, Correction, DisclosureAnswer, Rating, Status};

/// A report of one measure, for a quarter of 2023/24.
fn report(quarter: u8, measure: Measure) -> Report {
    let mut report = shipped().clone();
    report.period = Period::Quarter { year: 2023, quarter };
    report.id = report.period.word();
    report.outcomes.truncate(1);
    report.outcomes[0].programmes.truncate(1);
    let reporting_period = Some(measure.reporting_period.unwrap_or(report.period));
    report.outcomes[0].programmes[0].measures = vec![Measure { reporting_period, ..measure }];
    report
}

fn of(what: &str) -> Measure {
    let mut one = measure("maximise", what, "80");
    one.reporting_period = None;
    one
}

fn correction(field: CorrectedField, when: &str, before: &str, after: &str) -> Correction {
    Correction {
        date: period("2024-03-05"),
        measure: "M".into(),
        field,
        period: period(when),
        before: before.into(),
        after: after.into(),
        reason: "Two cases were recorded late.".into(),
    }
}

#[test]
fn a_figure_of_an_earlier_quarter_that_is_given_otherwise_must_be_stated() {
    let first = report(1, of("75.20"));
    let mut second = report(2, Measure { history: vec![observation("2023-24-q1", "74")], ..of("76") });
    let all = |second: &Report| unstated_changes(second, None, &[&first, second]);
    assert_eq!(
        all(&second),
        [
            "2023-24-q2: Value of M for 2023-24-q1: 2023-24-q1 gives 75.20, this export 74. State it in \"corrections\", with the reason."
        ]
    );
    // Stated, but as another change.
    for wrong in [
        correction(CorrectedField::Value, "2023-24-q1", "75.20", "73"),
        correction(CorrectedField::Value, "2023-24-q2", "75.20", "74"),
        correction(CorrectedField::Target, "2023-24-q1", "75.20", "74"),
        Correction { measure: "N".into(), ..correction(CorrectedField::Value, "2023-24-q1", "75.20", "74") },
    ] {
        second.corrections = vec![wrong];
        assert_eq!(all(&second).len(), 1);
    }
    second.corrections = vec![correction(CorrectedField::Value, "2023-24-q1", "75.20", "74")];
    assert_eq!(all(&second), Vec::<String>::new());
}

#[test]
fn an_issue_states_what_it_has_otherwise_than_the_one_that_it_replaces() {
    let former = figures(&report(3, of("75")), &[]);
    let mut changed = of("77");
    changed.target = target("85");
    changed.status = Rating::Published(Status::Amber);
    let mut issue = report(3, changed);
    let found = unstated_changes(&issue, Some(&former), &[&issue]);
    let named: Vec<&str> = found.iter().filter_map(|line| line.split(": ").nth(1)).collect();
    assert_eq!(named, ["Value of M for 2023-24-q3", "Target of M for 2023-24-q3", "Status of M for 2023-24-q3"]);
    issue.corrections = vec![
        correction(CorrectedField::Value, "2023-24-q3", "75", "77"),
        correction(CorrectedField::Target, "2023-24-q3", "80", "85"),
        correction(CorrectedField::Status, "2023-24-q3", "none", "amber"),
    ];
    assert_eq!(unstated_changes(&issue, Some(&former), &[&issue]), Vec::<String>::new());
    // Another quarter is no issue of this one.
    let other = report(2, of("75"));
    assert_eq!(unstated_changes(&report(3, of("77")), Some(&other), &[]), Vec::<String>::new());
}

#[test]
fn the_same_figure_in_other_digits_is_no_change() {
    let first = report(1, of("75.20"));
    let second = report(2, Measure { history: vec![observation("2023-24-q1", "75.2")], ..of("76") });
    assert_eq!(unstated_changes(&second, None, &[&first, &second]), Vec::<String>::new());
}

/// Admissions in each quarter, and the year to date in a series of its own; in the second quarter, the number is withheld.
fn admissions(second_to_date: &str) -> (Report, Report, Report) {
    let count = |what: &str| {
        let mut one = of(what);
        one.unit.kind = crate::report::UnitKind::Count;
        one.basis = Some(Basis::InPeriod);
        one
    };
    let to_date = |when: &str, what: &str| crate::report::Observation {
        series: Some("Year to date".into()),
        ..observation(when, what)
    };
    let first = report(1, count("12"));
    let second = report(2, count("[c]"));
    let third = report(3, Measure { history: vec![to_date("2023-24-to-q2", second_to_date)], ..count("20") });
    (first, second, third)
}

#[test]
fn a_withheld_figure_that_follows_from_several_reports_is_found() {
    let (first, second, mut third) = admissions("15");
    let all = |third: &Report| unanswered_disclosures(third, &[&first, &second, third]);
    for report in [&first, &second] {
        assert_eq!(unanswered_disclosures(report, &[&first, &second, &third]), Vec::<String>::new());
    }
    let found = all(&third);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("2023-24-q3: with other reports of the site, a withheld figure of M can be worked out.")
    );
    // No message gives the number: 15 to date less 12 is 3.
    assert!(!found[0].contains(" 3 ") && !found[0].contains("15"), "{found:?}");
    third.disclosure_answers =
        vec![DisclosureAnswer { measure: "M".into(), answer: "Agreed: the number is published elsewhere.".into() }];
    assert_eq!(all(&third), Vec::<String>::new());
}

#[test]
fn a_withheld_figure_that_nearly_follows_is_not_found() {
    // The year to date is withheld as well.
    let (first, second, third) = admissions("[c]");
    assert_eq!(unanswered_disclosures(&third, &[&first, &second, &third]), Vec::<String>::new());
    // The other part of it is in no report.
    let (_, second, third) = admissions("15");
    assert_eq!(unanswered_disclosures(&third, &[&second, &third]), Vec::<String>::new());
    // A measure of another council.
    let (mut first, second, third) = admissions("15");
    first.council.ons_code = "E06000001".into();
    assert_eq!(unanswered_disclosures(&third, &[&first, &second, &third]), Vec::<String>::new());
    let _ = value("1");
}
