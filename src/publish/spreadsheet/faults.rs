//! Knows: the faults of a sheet, each cell's first one only.
//! Must not know: how they are found.

use super::fault::SheetFault;
use super::sheet::Row;
use std::collections::HashSet;

/// The faults of a sheet so far, and the cells that have one: a cell's second fault follows from its first.
pub(super) struct SheetFaults {
    pub(super) listed: Vec<SheetFault>,
    pub(super) cells: HashSet<(usize, String)>,
}

impl SheetFaults {
    pub(super) fn add(&mut self, row: &Row, column: &str, found: impl Into<String>, expected: impl Into<String>) {
        if self.cells.insert((row.number, column.to_string())) {
            self.listed.push(SheetFault::sheet(row.number, column, found, expected));
        }
    }
}
