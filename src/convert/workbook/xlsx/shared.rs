//! Knows: what all sheets of a workbook refer to.
//! Must not know: how it is read.

use super::styles::Styles;
use crate::convert::workbook::number_format::date::Calendar;

/// What all sheets of a workbook share.
pub struct Shared {
    /// The texts, by the numbers that cells have.
    pub strings: Vec<String>,
    /// The styles.
    pub styles: Styles,
    /// How days are counted.
    pub calendar: Calendar,
}
