//! Knows: how a cell of a workbook is named, for people and in order.
//! Must not know: what is in it.

use super::workbook::place;

/// Where a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// The position of its sheet in the workbook, from 0.
    pub sheet: usize,
    /// The number of its row as the spreadsheet shows it, from 1.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
}

impl CellRef {
    /// Its name within its sheet: `B7`.
    pub fn name(self) -> String {
        place::name(self.row, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_the_name_that_a_spreadsheet_gives_it() {
        for (row, column, name) in [(1, 0, "A1"), (7, 1, "B7"), (12, 25, "Z12"), (3, 26, "AA3"), (9, 702, "AAA9")] {
            assert_eq!(CellRef { sheet: 0, row, column }.name(), name);
        }
    }
}
