//! Knows: how much a file may hold. Far more than any report has, and little enough that a page that reads it lives on.
//! Must not know: what the file holds.

use super::Unreadable;

const MEGABYTE: usize = 1 << 20;

/// The largest file.
pub const MOST_BYTES: usize = 64 * MEGABYTE;
/// The most entries of an archive.
pub const MOST_ENTRIES: usize = 10_000;
/// The largest part of an archive, unpacked.
pub const MOST_UNPACKED_PART: usize = 128 * MEGABYTE;
/// And all parts that are read.
pub const MOST_UNPACKED: usize = 256 * MEGABYTE;
/// The most sheets, or tables of a document.
pub const MOST_SHEETS: usize = 200;
/// The most rows of a sheet.
pub const MOST_ROWS: usize = 100_000;
/// The most columns: what is beyond is told and left out.
pub const MOST_COLUMNS: usize = 1_024;
/// The most cells in all, blank ones between others included.
pub const MOST_CELLS: usize = 2_000_000;
/// The most bytes of text in all.
pub const MOST_TEXT: usize = 64 * MEGABYTE;
/// The most elements of a part: three for each cell.
pub const MOST_ELEMENTS: usize = 6_000_000;
/// How deep elements may lie in one another.
pub const MOST_DEPTH: usize = 200;
/// The most of anything else that a file lists: styles, merged cells, rules.
pub const MOST_LISTED: usize = 100_000;

/// What of the cells and the text is left.
#[derive(Debug)]
pub struct Budget {
    cells: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }
}

impl Budget {
    /// Takes cells and bytes of text; there must be as many left.
    pub fn take(&mut self, cells: usize, text: usize) -> Result<(), Unreadable> {
        match (self.cells.checked_sub(cells), self.text.checked_sub(text)) {
            (Some(cells), Some(text)) => {
                *self = Self { cells, text };
                Ok(())
            }
            (None, _) => Err(too_large("more than two million cells")),
            _ => Err(too_large("more than 64 MB of text")),
        }
    }
}

/// A file of more than is read.
pub fn too_large(found: &str) -> Unreadable {
    let expected = "a file with the measures alone: at most 200 sheets, and 100,000 rows in each";
    Unreadable { found: found.to_string(), expected: expected.to_string() }
}
