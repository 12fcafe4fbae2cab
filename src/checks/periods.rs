//! Knows: the periods before another and between two, and how findings write periods and results.
//! Must not know: what a finding is about.

pub(super) use crate::assess::time::{adds_up, cover_the_same, covered, span};

use crate::report::period::Month;
use crate::report::{Basis, Decimal, Measure, Period, Rounding, Unit};
use crate::wording::format::{self, the};
use std::collections::HashSet;
use std::iter::successors;

/// The period of the same kind just before; none for a kind whose periods do not follow one another.
pub(super) fn before(period: Period) -> Option<Period> {
    Some(match period {
        Period::Quarter { year, quarter: 1 } => Period::Quarter { year: year.checked_sub(1)?, quarter: 4 },
        Period::Quarter { year, quarter } => Period::Quarter { year, quarter: quarter.checked_sub(1)? },
        Period::FinancialYear { year } => Period::FinancialYear { year: year.checked_sub(1)? },
        Period::AcademicYear { year } => Period::AcademicYear { year: year.checked_sub(1)? },
        Period::Month(month) => Period::Month(Month::from_index(month.index().checked_sub(1)?)),
        Period::YearToQuarter { .. } | Period::Months { .. } | Period::Day { .. } => return None,
    })
}

/// How many periods are searched for gaps: ten years of months, and more for a long series.
fn most_searched(present: usize) -> usize {
    present.saturating_mul(2).saturating_add(120)
}

/// The periods that are [`missing`], for a sentence; none when there are none.
pub(super) fn left_out(present: &[Period], first: Period, last: Period) -> Option<String> {
    if between(first, last) > most_searched(present.len()) {
        return Some(format!("most of the time from {} to {}", the(first), the(last)));
    }
    let missing = missing(present, first, last);
    (!missing.is_empty()).then(|| named(&missing))
}

/// How many periods lie between two of one kind. It is calculated, not counted, since a file may name any two years.
pub(super) fn between(first: Period, last: Period) -> usize {
    let (from, to) = (span(first), span(last));
    let length = (from.1 - from.0).max(1);
    let steps = to.1.saturating_sub(from.1) / length;
    usize::try_from(steps.saturating_sub(1)).unwrap_or(usize::MAX)
}

/// The periods between the first and the last that are not present, oldest first; of a very long time only the latest.
pub(super) fn missing(present: &[Period], first: Period, last: Period) -> Vec<Period> {
    let present: HashSet<Period> = present.iter().copied().collect();
    let between =
        successors(before(last), |period| before(*period)).take_while(|period| period.order() > first.order());
    let searched = between.take(most_searched(present.len()));
    let mut missing: Vec<Period> = searched.filter(|period| !present.contains(period)).collect();
    missing.reverse();
    missing
}

/// What a value is for: `Quarter 3 2023/24`, `the year up to Quarter 3 2023/24`.
pub(super) fn value_period(measure: &Measure) -> String {
    match (measure.basis(), measure.reporting_period()) {
        (Basis::Cumulative, period @ (Period::Quarter { .. } | Period::Month(_) | Period::Day { .. })) => {
            format!("the year up to {period}")
        }
        (_, period) => the(period),
    }
}

/// How many times larger one size is than another: `10 times`, `10.5 times`, `about 174 times`.
pub(super) fn times(larger: Decimal, smaller: Decimal) -> String {
    match larger.divide(smaller, 2, Rounding::TowardsZero) {
        Some(times) if (times * smaller).cmp_value(larger).is_eq() => format!("{} times", format::plain(times)),
        _ => larger
            .divide(smaller, 0, Rounding::Nearest)
            .map_or_else(String::new, |times| format!("about {times} times")),
    }
}

/// A computed number with its unit; without the unit when it has more digits than an export may have.
pub(super) fn exact(number: Decimal, unit: &Unit) -> String {
    let number = number.shortest();
    if number.fits_export() { format::number(number, unit) } else { format::plain(number) }
}

/// Periods in a sentence: `Quarter 1 2023/24, Quarter 2 2023/24 and Quarter 3 2023/24`, with at most six of them.
pub(super) fn named(periods: &[Period]) -> String {
    let mut names: Vec<String> = periods.iter().take(6).map(|period| the(*period)).collect();
    if periods.len() > 6 {
        names.push(format!("{} more", periods.len() - 6));
    }
    format::listed(&names)
}
