//! Knows: the months that a period covers, the periods before it, and how findings write periods and results.
//! Must not know: what a finding is about.

use crate::report::period::{Month, PeriodKind};
use crate::report::{Basis, Decimal, Measure, Period, Rounding, Unit, UnitKind};
use crate::wording::format::{self, the};
use std::collections::HashSet;
use std::iter::successors;

/// The first month of a period and the month after its last, as in [`Month::index`].
pub(super) fn span(period: Period) -> (u32, u32) {
    let end = period.end().index() + 1;
    let length = match period.kind() {
        PeriodKind::Quarter => 3,
        PeriodKind::YearToQuarter(quarter) => u32::from(quarter) * 3,
        PeriodKind::FinancialYear | PeriodKind::AcademicYear => 12,
        PeriodKind::Month | PeriodKind::Day => 1,
        PeriodKind::Months(months) => months,
    };
    (end.saturating_sub(length), end)
}

/// The months that a number covers, as in [`span`]: a cumulative one begins in April.
pub(super) fn covered(basis: Basis, period: Period) -> (u32, u32) {
    match (basis, period) {
        (Basis::Cumulative, Period::Quarter { .. } | Period::Month(_) | Period::Day { .. }) => {
            let month = period.end();
            let end = month.index() + 1;
            // April is the first month of the year.
            (end.saturating_sub(u32::from((month.month + 8) % 12) + 1), end)
        }
        _ => span(period),
    }
}

/// Whether numbers of this basis for two periods cover the same time. For a snapshot and a rolling window only the end counts.
pub(super) fn cover_the_same(basis: Basis, one: Period, other: Period) -> bool {
    match basis {
        Basis::Snapshot | Basis::Rolling => one.end() == other.end(),
        Basis::InPeriod | Basis::Cumulative => covered(basis, one) == covered(basis, other),
    }
}

/// Whether numbers of this unit add up over time, so that a year's is more than a quarter's.
pub(super) fn adds_up(unit: &Unit, basis: Basis) -> bool {
    matches!(unit.kind, UnitKind::Count | UnitKind::Money | UnitKind::Rate)
        && matches!(basis, Basis::InPeriod | Basis::Cumulative)
}

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
    match (measure.basis, measure.reporting_period) {
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
    match names.pop() {
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} and {last}", names.join(", ")),
        None => String::new(),
    }
}
