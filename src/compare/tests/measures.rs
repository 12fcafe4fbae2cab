use super::*;
use crate::fixtures::{measure, target};
use crate::report::{Rating, Trend, UnitKind};

/// A report of one measure, for Quarter 1 or 2.
fn report(quarter: u8, measure: Measure) -> Report {
    let mut report = shipped().clone();
    report.period = Period::Quarter { year: 2023, quarter };
    report.outcomes.truncate(1);
    report.outcomes[0].programmes.truncate(1);
    let measure = Measure { reporting_period: Some(report.period), ..measure };
    report.outcomes[0].programmes[0].measures = vec![measure];
    report
}

/// The measure in both reports, with the statuses that follow from its figures.
fn compared(before: Measure, after: Measure, adjust: impl Fn(&mut Report, &mut Report)) -> Option<Compared> {
    let (mut earlier, mut later) = (report(1, before), report(2, after));
    adjust(&mut earlier, &mut later);
    for report in [&mut earlier, &mut later] {
        let rules = report.rules.clone();
        each_measure(report, |measure| {
            let judged = crate::assess::rules::judge(measure, &rules);
            measure.status = Rating::Published(judged.map_or(crate::report::Status::None, |judged| judged.status));
        });
    }
    let compared = Comparison::new(shared(earlier), shared(later));
    compared.measures.into_iter().next()
}

#[test]
fn why_a_status_changed() {
    use crate::report::Status::{Amber, Green};
    for (before, after, expected) in [
        (("80", "80"), ("60", "80"), Some(Cause::Performance)),
        (("80", "80"), ("80", "100"), Some(Cause::Yardstick(Green))),
        // It fell too, but not far enough to leave green by itself.
        (("82", "80"), ("81", "100"), Some(Cause::Yardstick(Green))),
        // It would have been amber, and the new target makes it red.
        (("80", "80"), ("78", "100"), Some(Cause::Both(Amber))),
        // The target rose, and the fall alone would have done.
        (("80", "80"), ("40", "90"), Some(Cause::Performance)),
        (("80", "80"), ("81", "80"), None),
        // No value, no status: nothing tells.
        (("80", "80"), ("[x]", "80"), Some(Cause::NotKnown)),
    ] {
        let of = |(of, against): (&str, &str)| measure("maximise", of, against);
        let found = compared(of(before), of(after), |_, _| {}).and_then(|one| one.cause);
        assert_eq!(found, expected, "{before:?} → {after:?}");
    }
}

#[test]
fn a_status_changed_by_another_tolerance_alone() {
    let of = || measure("maximise", "77", "80");
    let found = compared(of(), of(), |_, later| later.rules.tolerance = crate::fixtures::decimal("0.01")).unwrap();
    assert_eq!(found.cause, Some(Cause::Yardstick(crate::report::Status::Amber)));
}

#[test]
fn whether_a_value_got_better() {
    let of = |aim: &str, what: &str| measure(aim, what, if aim == "goldilocks" { "60 to 70" } else { "80" });
    for (aim, before, after, expected) in [
        ("maximise", "70", "75", Ok(Some(Trend::Improving))),
        ("minimise", "70", "75", Ok(Some(Trend::Deteriorating))),
        ("goldilocks", "75", "72", Ok(Some(Trend::Improving))),
        ("maximise", "70", "[c]", Ok(None)),
    ] {
        let found = compared(of(aim, before), of(aim, after), |_, _| {}).unwrap();
        assert_eq!(found.direction, expected, "{aim} {before} → {after}");
    }
}

#[test]
fn what_cannot_be_compared_has_no_direction() {
    use NotComparable::{Aim, Basis, Council, Unit};
    type Adjust = fn(&mut Report, &mut Report);
    let cases: [(Adjust, Vec<NotComparable>); 4] = [
        (|_, later| later.council.ons_code = "E06000001".into(), vec![Council]),
        (|_, later| each_measure(later, |one| one.unit.kind = UnitKind::Count), vec![Unit]),
        (|_, later| each_measure(later, |one| one.basis = Some(crate::report::Basis::Rolling)), vec![Basis]),
        (|_, later| each_measure(later, |one| one.aim = crate::report::Aim::Minimise), vec![Aim]),
    ];
    for (adjust, expected) in cases {
        let mut before = measure("maximise", "70", "80");
        before.basis = Some(crate::report::Basis::InPeriod);
        let after = Measure { value: crate::fixtures::value("75"), ..before.clone() };
        let found = compared(before, after, adjust).unwrap();
        assert_eq!(found.direction, Err(expected));
    }
}

#[test]
fn the_part_of_a_yearly_target_that_is_due_is_the_same_target() {
    let of = |quarter: u8, due: &str, total: &str| {
        let mut one = measure("maximise", "5", due);
        one.basis = Some(crate::report::Basis::Cumulative);
        let Some(crate::report::Target::Point(point)) = &mut one.target else { panic!("a point") };
        point.yearly = Some(crate::report::Yearly { total: crate::fixtures::decimal(total), shares: 4 });
        let _ = quarter;
        one
    };
    let has_target = |one: Option<Compared>| {
        one.is_some_and(|one| one.differences.iter().any(|difference| difference.what == What::Target))
    };
    assert!(!has_target(compared(of(1, "162.5", "650"), of(2, "325", "650"), |_, _| {})));
    assert!(has_target(compared(of(1, "162.5", "650"), of(2, "350", "700"), |_, _| {})), "another year's target");
    assert!(has_target(compared(of(1, "162.5", "650"), of(2, "330", "650"), |_, _| {})), "not what is due");
    assert!(has_target(compared(of(1, "162.5", "650"), measure("maximise", "5", "325"), |_, _| {})), "no yearly one");
}

#[test]
fn a_figure_told_otherwise_is_the_past_and_not_performance() {
    let yearly = |what: &str| {
        let mut one = measure("maximise", what, "80");
        one.frequency = Some(crate::report::Frequency::Yearly);
        one
    };
    let year = Period::parse("fy-2022-23").unwrap();
    let found = compared(yearly("70"), yearly("71"), |earlier, later| {
        for report in [earlier, later] {
            each_measure(report, |one| one.reporting_period = Some(year));
        }
    });
    let found = found.unwrap();
    let what: Vec<_> = found.differences.iter().map(|one| one.what.clone()).collect();
    assert_eq!(what, [What::Earlier { period: year, series: None }]);
    assert_eq!(found.of(Kind::Past).count(), 1);
    assert!(!found.has(Kind::Performance));
    // As it is written makes no difference.
    let same = compared(yearly("70"), yearly("70.0"), |earlier, later| {
        for report in [earlier, later] {
            each_measure(report, |one| one.reporting_period = Some(year));
        }
    });
    assert_eq!(same, None);
    assert_eq!(target("80"), target("80"));
}
