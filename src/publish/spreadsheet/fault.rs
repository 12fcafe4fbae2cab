//! Knows: how a fault in a sheet, or in the rest of a report, is recorded and written.
//! Must not know: how faults are found.

use super::reading::Readings;
use crate::import::limits::MAX_FAULTS;
use std::collections::HashSet;
use std::fmt;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFault {
    /// Which file it is in.
    pub file: File,
    /// The row of the sheet; 0 if it is not about a row.
    pub row: usize,
    /// Where in the row or file: a column or a JSON path; empty for all of it.
    pub place: String,
    /// What the file has there.
    pub found: String,
    /// What it should have.
    pub expected: String,
}

/// One of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// The sheet of measures.
    Sheet,
    /// The rest of the report.
    Report,
}

impl SheetFault {
    pub(super) fn sheet(row: usize, place: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { file: File::Sheet, row, place: place.into(), found: found.into(), expected: expected.into() }
    }

    pub(super) fn report(place: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { file: File::Report, row: 0, place: place.into(), found: found.into(), expected: expected.into() }
    }
}

impl fmt::Display for SheetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.row, self.place.as_str()) {
            (0, "") => {}
            (0, place) => write!(f, "{place}: ")?,
            (row, "") => write!(f, "row {row}: ")?,
            (row, column) => write!(f, "row {row}, column {column}: ")?,
        }
        write!(f, "found {}; expected {}", self.found, self.expected)
    }
}

/// What there is to say about a sheet so far.
#[derive(Default)]
pub(super) struct Remarks {
    /// Only the first fault of each cell, since a second would follow from it.
    pub(super) faults: Vec<SheetFault>,
    /// What was read otherwise than it is written.
    pub(super) readings: Readings,
    cells: HashSet<(usize, String)>,
}

impl Remarks {
    /// Adds a fault of a cell, a row (without a column) or the whole sheet (row 0).
    pub(super) fn fault(&mut self, row: usize, column: &str, found: impl Into<String>, expected: impl Into<String>) {
        if self.is_full() {
            return;
        }
        let is_first = self.cells.insert((row, column.to_string()));
        if is_first || column.is_empty() {
            self.faults.push(SheetFault::sheet(row, column, found, expected));
        }
    }

    /// Whether there are as many faults as are ever listed: a sheet of nothing else must not fill the memory.
    pub(super) fn is_full(&self) -> bool {
        self.faults.len() > MAX_FAULTS
    }

    pub(super) fn has_no_faults(&self) -> bool {
        self.faults.is_empty()
    }
}
