//! Knows: which months a number covers, and whether numbers add up over time.
//! Must not know: what follows for a measure.

use crate::report::period::PeriodKind;
use crate::report::{Basis, Period, Unit, UnitKind};

/// The first month of a period and the month after its last, as in [`Month::index`](crate::report::period::Month::index).
pub fn span(period: Period) -> (u32, u32) {
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
pub fn covered(basis: Basis, period: Period) -> (u32, u32) {
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
pub fn cover_the_same(basis: Basis, one: Period, other: Period) -> bool {
    match basis {
        Basis::Snapshot | Basis::Rolling => one.end() == other.end(),
        Basis::InPeriod | Basis::Cumulative => covered(basis, one) == covered(basis, other),
    }
}

/// Whether numbers of this unit add up over time, so that a year's is more than a quarter's.
pub fn adds_up(unit: &Unit, basis: Basis) -> bool {
    matches!(unit.kind, UnitKind::Count | UnitKind::Money | UnitKind::Rate)
        && matches!(basis, Basis::InPeriod | Basis::Cumulative)
}
