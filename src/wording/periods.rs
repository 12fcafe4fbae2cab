//! Knows: how a period stands in a sentence.
//! Must not know: what is said of it.

use crate::report::Period;

/// A period in a sentence: `Quarter 3 2023/24`, `the year 2022/23`.
pub fn the(period: Period) -> String {
    match period {
        Period::YearToQuarter { .. } | Period::FinancialYear { .. } | Period::AcademicYear { .. } => {
            format!("the {period}")
        }
        Period::Quarter { .. } | Period::Month(_) | Period::Months { .. } | Period::Day { .. } => period.to_string(),
    }
}
