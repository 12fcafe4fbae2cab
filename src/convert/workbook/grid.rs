//! Knows: how cells, found one after another, become the rows of a sheet.
//! Must not know: the format of the file.

use super::limits::{Budget, MOST_COLUMNS, MOST_LISTED, MOST_ROWS, too_large};
use super::place;
use super::remarks::Places;
use super::{Cell, Row, Sheet, Span, Stored, Unreadable};

/// How far right of the last column with text cells that only have a colour are kept: a status may be no more than that.
const COLOURED: usize = 8;

/// A sheet that is being read.
pub struct Grid<'b> {
    sheet: Sheet,
    budget: &'b mut Budget,
    /// What is to be told about it.
    pub places: Places,
}

impl<'b> Grid<'b> {
    /// A sheet without rows.
    pub fn new(name: &str, is_hidden: bool, budget: &'b mut Budget) -> Self {
        Self {
            sheet: Sheet { name: name.to_string(), is_hidden, ..Sheet::default() },
            budget,
            places: Places::default(),
        }
    }

    /// Begins a row, which is the one that cells are added to.
    pub fn begin_row(&mut self, number: usize, is_hidden: bool) {
        // A file may have millions of rows without a cell.
        if self.sheet.rows.last().is_some_and(|row| row.cells.is_empty()) {
            self.sheet.rows.pop();
        }
        self.sheet.rows.push(Row { number, is_hidden, cells: Vec::new() });
    }

    /// Adds a cell to the last row.
    pub fn add(&mut self, column: usize, cell: Cell) -> Result<(), Unreadable> {
        let is_coloured_only = is_empty(&cell);
        let Some(row) = self.sheet.rows.last_mut() else { return Ok(()) };
        if is_coloured_only && (cell.fill.is_none() || row.number > MOST_ROWS || column >= MOST_COLUMNS) {
            return Ok(());
        }
        if row.number > MOST_ROWS {
            return Err(too_large(&format!("more than 100,000 rows in the sheet “{}”", self.sheet.name)));
        }
        if column >= MOST_COLUMNS {
            let what = format!("only the first {MOST_COLUMNS} columns are read");
            self.places.add(&what, || place::name(row.number, column));
            return Ok(());
        }
        let more = (column + 1).saturating_sub(row.cells.len());
        self.budget.take(more, cell.shown.len())?;
        if more > 0 {
            row.cells.resize(column + 1, Cell::default());
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Adds the last row again under other numbers.
    pub fn repeat_row(&mut self, times: usize) -> Result<(), Unreadable> {
        let Some(row) = self.sheet.rows.last().cloned() else { return Ok(()) };
        if row.cells.iter().all(is_empty) {
            return Ok(());
        }
        if row.number.saturating_add(times) > MOST_ROWS {
            return Err(too_large(&format!("more than 100,000 rows in the sheet “{}”", self.sheet.name)));
        }
        let text: usize = row.cells.iter().map(|cell| cell.shown.len()).sum();
        for more in 1..=times {
            self.budget.take(row.cells.len(), text)?;
            self.sheet.rows.push(Row { number: row.number + more, ..row.clone() });
        }
        Ok(())
    }

    /// Merges a rectangle, if it has more than one cell.
    pub fn merge(&mut self, span: Span) {
        let has_more = span.first_row != span.last_row || span.first_column != span.last_column;
        let is_within = span.first_row <= MOST_ROWS && span.first_column < MOST_COLUMNS;
        if has_more && is_within && self.sheet.merged.len() < MOST_LISTED {
            let (last_row, last_column) = (span.last_row.min(MOST_ROWS), span.last_column.min(MOST_COLUMNS - 1));
            self.sheet.merged.push(Span { last_row, last_column, ..span });
        }
    }

    /// The rows so far.
    pub fn rows(&mut self) -> &mut [Row] {
        &mut self.sheet.rows
    }

    /// The sheet: rows in order, without those that say nothing, and what is to be told about it.
    pub fn sheet(self) -> (Sheet, Places) {
        let Self { mut sheet, places, .. } = self;
        sheet.rows.sort_by_key(|row| row.number);
        sheet.merged.sort_by_key(|span| (span.first_row, span.first_column));
        // Of a row that a file has twice, the cells of both count.
        sheet.rows.dedup_by(|later, row| {
            let is_same = later.number == row.number;
            if is_same {
                let width = row.cells.len().max(later.cells.len());
                row.cells.resize(width, Cell::default());
                for (cell, other) in row.cells.iter_mut().zip(later.cells.drain(..)) {
                    if is_empty(cell) {
                        *cell = other;
                    }
                }
            }
            is_same
        });
        let width = |row: &Row| row.cells.iter().rposition(|cell| !is_empty(cell)).map_or(0, |last| last + 1);
        let widest = sheet.rows.iter().map(width).max().unwrap_or(0);
        sheet.rows.retain_mut(|row| {
            let has_text = width(row) > 0;
            row.cells.truncate(widest + COLOURED);
            while row.cells.last().is_some_and(|cell| is_empty(cell) && cell.fill.is_none()) {
                row.cells.pop();
            }
            has_text
        });
        (sheet, places)
    }
}

/// Whether a cell has nothing to read, though it may have a colour.
fn is_empty(cell: &Cell) -> bool {
    cell.shown.is_empty() && cell.stored == Stored::Text
}
