//! Knows: the months that a period covers, the period before it, whether two cover the same time; how findings name them.
//! Must not know: values, or what a finding says of them.

use crate::report::period::{Month, PeriodKind};
use crate::report::{Basis, Decimal, Measure, Period, Rounding, Unit, UnitKind};
use crate::wording::format;
use crate::wording::periods::the;
use std::collections::HashSet;
use std::iter::successors;

/// The first month of a period and the month after its last, as indices.
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

/// The months that a number covers, as in [`span`]: one that is added up since the start of the year begins in April.
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

/// Whether numbers of this basis for two periods cover the same time. For a position at the end of a period, and for a window
/// that ends with it, only the end counts.
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

/// The period of the same kind just before, for the kinds that follow one another.
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

/// How many periods are searched for gaps: ten years of months.
const LOOKED_AT: usize = 120;

fn most_of(present: usize) -> usize {
    present.saturating_mul(2).saturating_add(LOOKED_AT)
}

/// [`missing`] in a sentence, if there are any.
pub(super) fn left_out(present: &[Period], first: Period, last: Period) -> Option<String> {
    if between(first, last) > most_of(present.len()) {
        return Some(format!("most of the time from {} to {}", the(first), the(last)));
    }
    Some(missing(present, first, last)).filter(|missing| !missing.is_empty()).map(|missing| named(&missing))
}

/// How many periods lie between two of one kind. It is calculated, not counted: a file may name any two years.
pub(super) fn between(first: Period, last: Period) -> usize {
    let (from, to) = (span(first), span(last));
    let length = (from.1 - from.0).max(1);
    let steps = to.1.saturating_sub(from.1) / length;
    usize::try_from(steps.saturating_sub(1)).unwrap_or(usize::MAX)
}

/// The periods between the first and the last that are not among those present, oldest first; of a very long time only the
/// latest.
pub(super) fn missing(present: &[Period], first: Period, last: Period) -> Vec<Period> {
    let present: HashSet<Period> = present.iter().copied().collect();
    let most = most_of(present.len());
    let between =
        successors(before(last), |period| before(*period)).take_while(|period| period.order() > first.order());
    let mut missing: Vec<Period> = between.take(most).filter(|period| !present.contains(period)).collect();
    missing.reverse();
    missing
}

/// What a value is for: "Quarter 3 2023/24", or "the year up to Quarter 3 2023/24".
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

/// A number that was worked out, with its sign of unit; without it when it has more digits than an export may have.
pub(super) fn exact(number: Decimal, unit: &Unit) -> String {
    let number = number.shortest();
    if number.fits_export() { format::number(number, unit) } else { format::plain(number) }
}

/// Periods in a sentence: `Quarter 1 2023/24, Quarter 2 2023/24 and Quarter 3 2023/24`; only the first of many.
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
