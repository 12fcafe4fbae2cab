//! Knows: a measure that was made, with the cells that its parts came from.
//! Must not know: how it was made.

use crate::convert::cell_ref::CellRef;
use crate::convert::export::MeasureOut;
use crate::convert::mapping::Attribute;

/// A measure with the cells that it came from.
#[derive(Debug, Clone)]
pub struct MeasureDraft {
    /// What a person's corrections call it: its code in the sheet or, where that has none, its name.
    pub key: String,
    /// The name of its outcome.
    pub outcome: String,
    /// The name of its programme.
    pub programme: String,
    /// The measure.
    pub measure: MeasureOut,
    /// The cell that identifies it.
    pub cell: CellRef,
    /// The cells that its parts came from, by JSON path within the measure: `.value`.
    pub cells: Vec<(String, CellRef)>,
    /// Its comments and what is being done, as the text that a person may correct.
    pub texts: Vec<(Attribute, String)>,
    /// Earlier values that differ from those of the last export: what was published, and what the sheet says.
    pub revised: Vec<(String, String)>,
}

impl MeasureDraft {
    /// Its outcome and programme.
    pub(super) fn place(&self) -> String {
        format!("{}, {}", self.outcome, self.programme)
    }

    /// The cell that a part came from: that of the longest path that the part begins with.
    pub(super) fn cell_of(&self, part: &str) -> CellRef {
        let known = self.cells.iter().filter(|(path, _)| part.starts_with(path.as_str()));
        known.max_by_key(|(path, _)| path.len()).map_or(self.cell, |(_, cell)| *cell)
    }
}
