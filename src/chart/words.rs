//! Knows: the words for the points, periods and lines of a chart.
//! Must not know: where any of them is in the chart.

use crate::assess::trend::Point;
use crate::report::{Decimal, Period, Provenance, Unit};
use crate::wording::format::{self, the};
use crate::wording::missing;

/// A number with remarks: `77.9 (revised)`.
pub(super) fn number_with_remarks(point: &Point<'_>, number: Decimal, unit: &Unit) -> String {
    let derived = (point.provenance == Provenance::Derived).then_some("calculated");
    let flags = point.value.flags().iter().map(|flag| missing::flag_word(*flag));
    let remarks: Vec<&str> = derived.into_iter().chain(flags).collect();
    let text = format::number(number, unit);
    if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join(", ")) }
}

/// A period with its preposition: `in the year 2022/23`, `from October to November 2023`.
pub(super) fn when(period: Period) -> String {
    let word = match period {
        Period::Months { .. } => "from",
        Period::Day { .. } => "on",
        _ => "in",
    };
    format!("{word} {}", the(period))
}
