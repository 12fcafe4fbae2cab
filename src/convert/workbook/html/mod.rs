//! Knows: how the tables of HTML, as a page, Word or Excel puts them on the clipboard or into a file, become sheets.
//! Must not know: where the HTML comes from. All of it is read as text and nothing of it is kept as markup.

mod styles;
mod table;
mod tags;

use super::grid::Grid;
use super::limits::{Budget, MOST_COLUMNS, MOST_SHEETS, too_large};
use super::names::Names;
use super::remarks::Remarks;
use super::{Cell, Span, Stored, Unreadable, Workbook};
use styles::Classes;
use table::{HtmlCell, HtmlRow, Table};
use tags::{Piece, Tags};

/// Whether there is a table in a text.
pub fn has_table(text: &str) -> bool {
    Tags::new(text).any(|piece| matches!(piece, Piece::Open(name, _) if name == "table"))
}

/// Reads all tables. Those inside the cell of another are text of that cell.
pub fn read(text: &str) -> Result<Workbook, Unreadable> {
    let mut reading = Reading::default();
    for piece in Tags::new(text) {
        reading.read(piece)?;
    }
    reading.end_table();
    let (mut workbook, mut budget) = (Workbook::default(), Budget::default());
    let Reading { tables, mut remarks, has_text_outside, has_nested, .. } = reading;
    for table in tables {
        let mut grid = Grid::new(&table.name, false, &mut budget);
        lay_out(table.rows, &mut grid)?;
        let (sheet, places) = grid.sheet();
        remarks.add_places(&sheet.name, places);
        workbook.sheets.push(sheet);
    }
    if has_nested {
        remarks.add("A table stands inside a cell of another, and is read as the text of that cell.".to_string());
    }
    if has_text_outside {
        remarks.add("What stands outside the tables is not read.".to_string());
    }
    workbook.remarks = remarks.sentences();
    Ok(workbook)
}

#[derive(Default)]
struct Reading {
    tables: Vec<Table>,
    names: Names,
    classes: Classes,
    remarks: Remarks,
    /// How many tables are open.
    depth: usize,
    /// How many bold elements are open.
    bold: usize,
    /// The text of the last heading or caption, and whether it is open.
    heading: String,
    is_heading_open: bool,
    has_text_outside: bool,
    has_nested: bool,
}

impl Reading {
    fn read(&mut self, piece: Piece) -> Result<(), Unreadable> {
        match piece {
            Piece::Style(sheet) => self.classes.read(sheet),
            Piece::Text(written) => self.text(&tags::text(written)),
            Piece::Open(name, attributes) => self.open(&name, attributes)?,
            Piece::Close(name) => self.close(&name),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.is_heading_open {
            self.heading += text;
            return;
        }
        let is_bold = self.bold > 0;
        match self.tables.last_mut().filter(|_| self.depth > 0).and_then(Table::open_cell) {
            Some(cell) => cell.add(text, is_bold),
            None => self.has_text_outside |= !text.trim().is_empty(),
        }
    }

    fn open(&mut self, name: &str, attributes: &str) -> Result<(), Unreadable> {
        match name {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    if self.tables.len() >= MOST_SHEETS {
                        return Err(too_large("more than 200 tables"));
                    }
                    self.tables.push(Table::default());
                }
                self.has_nested |= self.depth > 1;
            }
            "b" | "strong" => self.bold += 1,
            "caption" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.depth == 0 || name == "caption" => {
                self.heading.clear();
                self.is_heading_open = true;
            }
            _ if self.depth == 0 => {}
            "tr" | "td" | "th" if self.depth == 1 => {
                let look = self.classes.look(attributes);
                let Some(table) = self.tables.last_mut() else { return Ok(()) };
                match name {
                    "tr" => table.begin_row(look),
                    _ => table.begin_cell(attributes, look, name == "th"),
                }
            }
            "br" | "p" | "div" | "li" | "tr" => self.add("\n"),
            "td" | "th" => self.add("\t"),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => {
                self.depth = self.depth.saturating_sub(1);
                match self.depth {
                    0 => self.end_table(),
                    _ => self.add("\n"),
                }
            }
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "caption" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.is_heading_open = false,
            "td" | "th" | "tr" if self.depth == 1 => {
                self.bold = 0;
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            "p" | "div" | "li" if self.depth > 0 => self.add("\n"),
            _ => {}
        }
    }

    /// Adds a break to the open cell, which is no text of its own.
    fn add(&mut self, sign: &str) {
        if let Some(cell) = self.tables.last_mut().and_then(Table::open_cell) {
            cell.text += sign;
        }
    }

    /// Gives the table its name; one without a cell was only for the layout of something.
    fn end_table(&mut self) {
        (self.depth, self.is_heading_open) = (0, false);
        if let Some(table) = self.tables.last_mut().filter(|table| table.name.is_empty()) {
            if table.rows.iter().all(|row| row.cells.is_empty()) {
                self.tables.pop();
            } else {
                table.name = self.names.next(&self.heading);
            }
        }
    }
}

/// Lays rows out: a cell that reaches over several columns or rows takes their places.
fn lay_out(rows: Vec<HtmlRow>, grid: &mut Grid) -> Result<(), Unreadable> {
    let last = rows.len();
    // For each column, how many more rows a cell above reaches over.
    let mut taken: Vec<usize> = Vec::new();
    for (position, row) in rows.into_iter().enumerate() {
        let number = position + 1;
        grid.begin_row(number, row.is_hidden);
        let mut column = 0;
        let mut next = vec![0; taken.len()];
        for (place, left) in next.iter_mut().zip(&taken) {
            *place = left.saturating_sub(1);
        }
        for html in row.cells {
            while taken.get(column).is_some_and(|left| *left > 0) {
                column += 1;
            }
            let (width, height) = (html.width, html.height.min(last - position));
            // What lies beyond is told, and takes no places.
            let last_column = column.saturating_add(width - 1).min(MOST_COLUMNS - 1);
            grid.merge(Span { first_row: number, last_row: position + height, first_column: column, last_column });
            if html.is_hidden {
                let what = "a cell is hidden, and is read all the same";
                grid.places.add(what, || super::place::name(number, column));
            }
            grid.add(column, cell(html))?;
            if height > 1 {
                next.resize(next.len().max(last_column + 1), 0);
                for place in next.iter_mut().take(last_column + 1).skip(column) {
                    *place = height - 1;
                }
            }
            column += width;
        }
        taken = next;
    }
    Ok(())
}

fn cell(html: HtmlCell) -> Cell {
    // Of space and line ends, only breaks that were meant are kept.
    let lines = html.text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    let is_bold = html.is_bold();
    let shown = lines.join("\n");
    let number = html.number.filter(|_| is_figure(&shown));
    let stored = number.map_or(Stored::Text, |number| Stored::Number(number.stored()));
    Cell { shown, stored, fill: html.fill, is_bold }
}

/// Whether a text is a figure. A day is a number to a spreadsheet as well, and says so in the same place.
fn is_figure(shown: &str) -> bool {
    let unsigned = shown.trim_start_matches(['-', '−', '+', '(']);
    unsigned.contains(|one: char| one.is_ascii_digit())
        && unsigned.chars().all(|one| one.is_ascii_digit() || ".,%£$€() ".contains(one))
}

#[cfg(test)]
mod tests;
