//! Knows: how a chart names its points, periods and lines.
//! Must not know: where any of them stands in the chart.

use crate::assess::trend::Point;
use crate::report::period::PeriodKind;
use crate::report::{Decimal, Period, Provenance, Unit};
use crate::wording::periods::the;
use crate::wording::{format, missing};

/// A number with what there is to know about it: `77.9 (revised)`.
pub(super) fn said(point: &Point<'_>, number: Decimal, unit: &Unit) -> String {
    let derived = (point.provenance == Provenance::Derived).then_some("worked out");
    let flags = point.value.flags().iter().map(|flag| missing::flag_word(*flag));
    let remarks: Vec<&str> = derived.into_iter().chain(flags).collect();
    let text = format::number(number, unit);
    if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join(", ")) }
}

/// A period as the time of something: `in the year 2022/23`, `from October to November 2023`.
pub(super) fn when(period: Period) -> String {
    let word = match period {
        Period::Months { .. } => "from",
        Period::Day { .. } => "on",
        _ => "in",
    };
    format!("{word} {}", the(period))
}

/// The name of the line of a kind of period.
pub(super) fn kind_name(kind: PeriodKind) -> String {
    match kind {
        PeriodKind::Quarter => "Quarterly".to_string(),
        PeriodKind::YearToQuarter(quarter) => format!("Year to Q{quarter}"),
        PeriodKind::FinancialYear => "Yearly".to_string(),
        PeriodKind::AcademicYear => "Academic years".to_string(),
        PeriodKind::Month => "Monthly".to_string(),
        PeriodKind::Months(months) => format!("{months} months"),
        PeriodKind::Day => "On the day".to_string(),
    }
}
