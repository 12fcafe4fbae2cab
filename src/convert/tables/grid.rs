//! Knows: the cells of a sheet as lines of places, with merged cells filled in; also turned, so that columns are lines, or as a card.
//! Must not know: which lines are headings.

use crate::convert::cell_ref::CellRef;
use crate::convert::workbook::{Cell, Sheet};
use std::collections::HashMap;

/// The most cells that are filled in from merged ones: nobody merges more, but a file may say so.
const MOST_MERGED: usize = 200_000;

/// The most columns that are looked at. What stands beyond is in no table.
const MOST_COLUMNS: usize = 1_024;

/// How the cells of a sheet are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layout {
    /// Lines are rows.
    Upright,
    /// Lines are columns.
    Turned,
    /// The sheet is about one measure: these cells, by positions of row and column, are headings, each with the cell at its right that it
    /// is the heading of. There are two lines: the headings, and those cells.
    Card(Vec<[(usize, usize); 2]>),
}

/// A sheet as lines of places.
#[derive(Debug)]
pub struct Grid<'w> {
    sheet: &'w Sheet,
    position: usize,
    layout: Layout,
    columns: usize,
    /// Each cell that a merged one covers, by position of row and column, with the cell that has the text.
    covered: HashMap<(usize, usize), (usize, usize)>,
}

impl<'w> Grid<'w> {
    /// The grid of the sheet at this position of a workbook.
    pub fn new(sheet: &'w Sheet, position: usize, layout: Layout) -> Self {
        let columns = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS);
        let mut covered = HashMap::new();
        for span in &sheet.merged {
            let start = sheet.rows.partition_point(|row| row.number < span.first_row);
            let end = sheet.rows.partition_point(|row| row.number <= span.last_row);
            if sheet.rows.get(start).is_none_or(|row| row.number != span.first_row) {
                continue;
            }
            for row in start..end {
                for column in span.first_column..=span.last_column.min(columns.saturating_sub(1)) {
                    if covered.len() < MOST_MERGED {
                        covered.insert((row, column), (start, span.first_column));
                    }
                }
            }
        }
        Self { sheet, position, layout, columns, covered }
    }

    /// How many lines there are.
    pub fn lines(&self) -> usize {
        match &self.layout {
            Layout::Upright => self.sheet.rows.len(),
            Layout::Turned => self.columns,
            Layout::Card(_) => 2,
        }
    }

    /// How many places a line has.
    pub fn places(&self) -> usize {
        match &self.layout {
            Layout::Upright => self.columns,
            Layout::Turned => self.sheet.rows.len(),
            Layout::Card(pairs) => pairs.len(),
        }
    }

    /// The positions of row and column of a place.
    fn at(&self, line: usize, place: usize) -> (usize, usize) {
        match &self.layout {
            Layout::Upright => (line, place),
            Layout::Turned => (place, line),
            // There is no cell beyond the last.
            Layout::Card(pairs) => pairs.get(place).and_then(|pair| pair.get(line)).copied().unwrap_or((usize::MAX, 0)),
        }
    }

    /// The cell whose text is seen at a place: for a merged cell, its upper left one.
    fn seen(&self, line: usize, place: usize) -> (usize, usize) {
        let at = self.at(line, place);
        self.covered.get(&at).copied().unwrap_or(at)
    }

    fn cell_at(&self, (row, column): (usize, usize)) -> Option<&'w Cell> {
        self.sheet.rows.get(row)?.cells.get(column)
    }

    /// The cell that is seen at a place.
    pub fn cell(&self, line: usize, place: usize) -> Option<&'w Cell> {
        self.cell_at(self.seen(line, place))
    }

    /// Its text; empty for a blank.
    pub fn text(&self, line: usize, place: usize) -> &'w str {
        self.cell(line, place).map_or("", |cell| cell.shown.trim())
    }

    /// Where the cell that is seen at a place is.
    pub fn cell_ref(&self, line: usize, place: usize) -> CellRef {
        let (row, column) = self.seen(line, place);
        let row = self.sheet.rows.get(row).map_or(row.saturating_add(1), |row| row.number);
        CellRef { sheet: self.position, row, column }
    }

    /// The number that a line has in the sheet, to see whether lines stand next to each other.
    pub fn number(&self, line: usize) -> usize {
        match self.layout {
            Layout::Upright => self.sheet.rows.get(line).map_or(0, |row| row.number),
            Layout::Turned | Layout::Card(_) => line,
        }
    }

    /// How the cells are looked at.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Whether the line is a row that the workbook hides.
    pub fn is_hidden(&self, line: usize) -> bool {
        self.layout == Layout::Upright && self.sheet.rows.get(line).is_some_and(|row| row.is_hidden)
    }

    /// The first and the last place over which the cell that is seen at a place reaches within its line.
    pub fn span(&self, line: usize, place: usize) -> (usize, usize) {
        let seen = self.seen(line, place);
        let first = (0..place).rev().take_while(|one| self.seen(line, *one) == seen).last().unwrap_or(place);
        let last = (place + 1..self.places()).take_while(|one| self.seen(line, *one) == seen).last();
        (first, last.unwrap_or(place))
    }

    /// The places of a line at which a text begins: a merged cell counts once.
    pub fn texts(&self, line: usize) -> impl Iterator<Item = (usize, &'w str)> {
        let mut last = None;
        (0..self.places()).filter_map(move |place| {
            let (seen, text) = (self.seen(line, place), self.text(line, place));
            let is_new = last.replace(seen) != Some(seen);
            (is_new && !text.is_empty()).then_some((place, text))
        })
    }

    /// Whether the cell seen at a place also covers the line before.
    pub fn is_from_line_before(&self, line: usize, place: usize) -> bool {
        line > 0 && self.seen(line - 1, place) == self.seen(line, place)
    }
}
