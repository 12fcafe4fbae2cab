mod counts;
mod edits;
mod joined;
mod measures;
mod over_quarters;
mod pairs;

use super::*;
use crate::fixtures::{data_of, shipped};
use crate::report::{Measure, Period, Report};

/// The shipped quarter and the same report a quarter later, with the same figures for the periods that follow: nothing differs.
fn two_quarters() -> (Report, Report) {
    // Without its words, which are never compared.
    let earlier = join::figures(shipped(), &[]);
    let mut later = earlier.clone();
    later.id = "2023-24-q4".into();
    later.period = next(later.period);
    each_measure(&mut later, |measure| {
        measure.reporting_period = Some(next(measure.reporting_period()));
        measure.history.clear();
    });
    for risk in later.outcomes.iter_mut().flat_map(|outcome| &mut outcome.risks) {
        risk.scores.iter_mut().for_each(|score| score.period = next(score.period));
    }
    (earlier, later)
}

fn shared(report: Report) -> Arc<Dataset> {
    Arc::new(data_of(report))
}

/// The period of the same kind that follows.
fn next(period: Period) -> Period {
    use crate::report::period::Month;
    let month = |month: Month, by: u32| Month::from_index(month.index() + by);
    match period {
        Period::Quarter { year, quarter: 4 } => Period::Quarter { year: year + 1, quarter: 1 },
        Period::Quarter { year, quarter } => Period::Quarter { year, quarter: quarter + 1 },
        Period::YearToQuarter { year, quarter: 4 } => Period::YearToQuarter { year: year + 1, quarter: 1 },
        Period::YearToQuarter { year, quarter } => Period::YearToQuarter { year, quarter: quarter + 1 },
        Period::FinancialYear { year } => Period::FinancialYear { year: year + 1 },
        Period::AcademicYear { year } => Period::AcademicYear { year: year + 1 },
        Period::Month(one) => Period::Month(month(one, 1)),
        Period::Months { first, last } => {
            let length = last.index() - first.index() + 1;
            Period::Months { first: month(first, length), last: month(last, length) }
        }
        Period::Day { month: one, .. } => Period::Day { month: month(one, 3), day: 1 },
    }
}

fn each_measure(report: &mut Report, act: impl FnMut(&mut Measure)) {
    let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    programmes.flat_map(|programme| &mut programme.measures).for_each(act);
}

/// What differs, a line each: `PH14 Target: 23.0 → 24.0`.
fn lines(earlier: Report, later: Report) -> Vec<String> {
    lines_between(&shared(earlier), &shared(later))
}

fn lines_between(earlier: &Arc<Dataset>, later: &Arc<Dataset>) -> Vec<String> {
    let compared = Comparison::new(later.clone(), earlier.clone());
    let code = |one: &Compared| later.measure(one.pair.later).unwrap().measure.code.clone();
    let mut lines: Vec<String> = Vec::new();
    for one in &compared.measures {
        lines.extend(one.differences.iter().map(|difference| {
            format!("{} {}: {} → {}", code(one), difference.what.label(), difference.before, difference.after)
        }));
    }
    lines.extend(compared.rules.iter().map(|one| format!("{}: {} → {}", one.what.label(), one.before, one.after)));
    let of = |data: &Dataset, at| data.measure(at).unwrap().measure.code.clone();
    lines.extend(compared.pairs.new_ones().map(|at| format!("{} is new", of(later, at))));
    lines.extend(compared.pairs.ended().map(|at| format!("{} ended", of(earlier, at))));
    let risk = |data: &Dataset, at| data.risk(at).unwrap().risk.reference.clone();
    let project = |data: &Dataset, at| data.project(at).unwrap().project.name.clone();
    let others = &compared.others;
    lines.extend(others.raised.iter().map(|at| format!("{} raised", risk(later, *at))));
    lines.extend(others.closed.iter().map(|at| format!("{} closed", risk(earlier, *at))));
    lines.extend(others.moved.iter().map(|one| format!("{} moved", risk(later, one.later))));
    lines.extend(others.changed_state.iter().map(|at| format!("{} changed its state", risk(later, *at))));
    lines.extend(others.new_projects.iter().map(|at| format!("{} is new", project(later, *at))));
    lines.extend(others.ended_projects.iter().map(|at| format!("{} ended", project(earlier, *at))));
    lines
}

#[test]
fn a_report_with_the_same_figures_a_quarter_later_has_no_differences() {
    let (earlier, later) = two_quarters();
    assert_eq!(lines(earlier, later), Vec::<String>::new());
}

#[test]
fn the_earlier_quarter_is_the_earlier_one_whichever_is_named_first() {
    let (earlier, later) = two_quarters();
    let (earlier, later) = (shared(earlier), shared(later));
    let compared = [Comparison::new(earlier.clone(), later.clone()), Comparison::new(later.clone(), earlier.clone())];
    for compared in compared {
        assert_eq!(
            (compared.earlier.report().period, compared.later.report().period),
            (earlier.report().period, later.report().period,)
        );
    }
}
