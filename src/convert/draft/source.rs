//! Knows: where the measures of a table are from, and what was decided about them.
//! Must not know: the line of a measure.

use super::last::Last;
use super::plan::Plan;
use crate::convert::form::Form;
use crate::convert::mapping::Mapping;
use crate::convert::tables::Table;

/// Where measures are from, and what was decided about them.
#[derive(Debug)]
pub struct Source<'s> {
    /// The table.
    pub table: &'s Table<'s>,
    /// What its columns hold.
    pub plan: &'s Plan,
    /// What was decided.
    pub mapping: &'s Mapping,
    /// What the form says.
    pub form: &'s Form,
    /// The last export.
    pub last: &'s Last<'s>,
    /// The names of what the table belongs to, the outer first: of its sheet, or of the headings above it in a document.
    pub around: &'s [String],
    /// Whether commas may stand before decimals, and nobody has said whether they do.
    pub has_unsettled_commas: bool,
    /// Whether a person has said that commas stand before decimals.
    pub has_decimal_commas: bool,
}
