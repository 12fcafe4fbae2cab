use super::*;
use crate::assess::trend;
use crate::compare::join::{adopt, figures, join, part};
use crate::fixtures::{measure, observation, value};

/// A report of one measure, for a quarter.
fn report(id: &str, measure: Measure) -> Report {
    let mut report = shipped().clone();
    report.id = id.into();
    report.period = Period::parse(id).unwrap();
    report.outcomes.truncate(1);
    report.outcomes[0].programmes.truncate(1);
    report.outcomes[0].programmes[0].measures = vec![Measure { reporting_period: Some(report.period), ..measure }];
    report
}

/// The measure's series in words: `2023-24-q1 5 (2023-24-q1), ...`, the report's own figures without a report.
fn series(report: &Report) -> String {
    let measure = report.places().next().unwrap().measure;
    let history = measure.history.iter().map(|one| {
        let from = one.report.as_ref().map_or_else(String::new, |from| format!(" ({from})"));
        let number = one.value.number().map_or("[c]".to_string(), ToString::to_string);
        format!("{} {number}{from}", one.period.unwrap().word())
    });
    history.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_series_is_joined_over_earlier_reports_and_the_later_report_counts() {
    let of = |what: &str| measure("maximise", what, "10");
    let first = report("2023-24-q1", of("5"));
    let mut second = report("2023-24-q2", of("6"));
    // It tells the first quarter otherwise, and an earlier period that nobody told before.
    second.outcomes[0].programmes[0].measures[0].history =
        vec![observation("2022-23-q4", "4"), observation("2023-24-q1", "5.5")];
    let mut third = report("2023-24-q3", of("7"));
    third.outcomes[0].programmes[0].measures[0].history = vec![observation("2023-24-q2", "6")];
    let own = third.clone();
    join(&mut third, &[&first, &second]);
    assert_eq!(
        series(&third),
        "2023-24-q1 5 (2023-24-q1), 2022-23-q4 4 (2023-24-q2), 2023-24-q1 5.5 (2023-24-q2), 2023-24-q2 6"
    );
    let points = trend::series(third.places().next().unwrap().measure);
    let numbers: Vec<String> = points.iter().map(|point| point.value.number().unwrap().to_string()).collect();
    assert_eq!(numbers, ["4", "5.5", "6", "7"], "both figures are kept, and the later report counts");
    // What is published as figures brings the same, and can be taken out again.
    let mut adopted = own.clone();
    adopt(&mut adopted, figures(&own, &[&first, &second]));
    assert_eq!(series(&adopted), series(&third));
    part(&mut adopted);
    assert_eq!(adopted, own);
}

#[test]
fn figures_of_another_kind_are_not_joined() {
    let mut first = report("2023-24-q1", measure("maximise", "5", "10"));
    first.outcomes[0].programmes[0].measures[0].unit.kind = crate::report::UnitKind::Count;
    let mut second = report("2023-24-q2", measure("maximise", "6", "10"));
    join(&mut second, &[&first]);
    assert_eq!(series(&second), "");
}

#[test]
fn a_measure_with_another_code_now_keeps_its_series() {
    let first = report("2023-24-q1", measure("maximise", "5", "10"));
    let mut renamed = measure("maximise", "6", "10");
    renamed.code = "M 2".into();
    renamed.formerly = vec!["M".into()];
    let mut second = report("2023-24-q2", renamed);
    join(&mut second, &[&first]);
    assert_eq!(series(&second), "2023-24-q1 5 (2023-24-q1)");
}

#[test]
fn a_withheld_figure_is_joined_as_withheld() {
    let mut withheld = measure("maximise", "5", "10");
    withheld.value = value("[c]");
    let first = report("2023-24-q1", withheld);
    let mut second = report("2023-24-q2", measure("maximise", "6", "10"));
    join(&mut second, &[&first]);
    assert_eq!(series(&second), "2023-24-q1 [c] (2023-24-q1)");
    assert_eq!(trend::short(second.places().next().unwrap().measure, &second.rules).ok(), None);
}
