//! Knows: one thing that is wrong with a sheet or the rest of a report, and how it is put in words.
//! Must not know: how it is found.

use std::fmt;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFault {
    /// Which file it is in.
    pub file: File,
    /// The row of the sheet; 0 where it is about no row.
    pub row: usize,
    /// Where in the file or the row: a column, or a JSON path; empty for the whole.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What should.
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
