//! Knows: how a period reads inside a sentence.
//! Must not know: the sentence.

use crate::report::Period;

/// A period inside a sentence, with "the" if it needs one: `Quarter 3 2023/24`, `the year 2022/23`.
pub fn the(period: Period) -> String {
    match period {
        Period::YearToQuarter { .. } | Period::FinancialYear { .. } | Period::AcademicYear { .. } => {
            format!("the {period}")
        }
        Period::Quarter { .. } | Period::Month(_) | Period::Months { .. } | Period::Day { .. } => period.to_string(),
    }
}
