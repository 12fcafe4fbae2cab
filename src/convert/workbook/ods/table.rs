//! Knows: how a table of an OpenDocument workbook becomes cells.
//! Must not know: what other tables there are.

use super::rules;
use super::styles::{Look, Styles};
use super::text::Text;
use crate::convert::workbook::grid::Grid;
use crate::convert::workbook::limits::{Budget, MOST_COLUMNS, MOST_ROWS};
use crate::convert::workbook::number_format::NumberFormat;
use crate::convert::workbook::number_format::date::{Calendar, Moment};
use crate::convert::workbook::number_format::digits::Digits;
use crate::convert::workbook::remarks::Places;
use crate::convert::workbook::rules::Rules;
use crate::convert::workbook::xml::{Piece, Tag, Xml};
use crate::convert::workbook::{Cell, Sheet, Span, Stored, Unreadable, place};

/// What is read while the rows go by.
struct Reading<'b> {
    grid: Grid<'b>,
    styles: &'b mut Styles,
    /// The looks of cells that have no style of their own.
    columns: Vec<Look>,
    /// The number of the next row, and the position of the next column.
    row: usize,
    column: usize,
}

/// Reads the table that was just begun, and what is to be told about it.
pub fn read(tag: &Tag, xml: &mut Xml, styles: &mut Styles, budget: &mut Budget) -> Result<(Sheet, Places), Unreadable> {
    let is_hidden = styles.hides_table(&tag.attribute("style-name").unwrap_or_default());
    let grid = Grid::new(&tag.attribute("name").unwrap_or_default(), is_hidden, budget);
    let mut reading = Reading { grid, styles, columns: Vec::new(), row: 1, column: 0 };
    let mut rules = Rules::default();
    let end = xml.depth().saturating_sub(1);
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "table-column" => reading.read_column(&tag),
                "table-row" => reading.read_row(&tag, xml)?,
                "conditional-formats" => rules::read(xml, reading.styles, &mut rules)?,
                "table-columns"
                | "table-header-columns"
                | "table-column-group"
                | "table-rows"
                | "table-header-rows"
                | "table-row-group" => {}
                // Drawings, forms, sources.
                _ => xml.skip()?,
            },
            Piece::Over => break,
            _ => {}
        }
    }
    let mut grid = reading.grid;
    rules.apply(&mut grid);
    Ok(grid.sheet())
}

impl Reading<'_> {
    fn read_column(&mut self, tag: &Tag) {
        let times = tag.number("number-columns-repeated").unwrap_or(1);
        let look = self.styles.look(&tag.attribute("default-cell-style-name").unwrap_or_default());
        let first = self.columns.len();
        let end = first.saturating_add(times).min(MOST_COLUMNS);
        self.columns.resize(end.max(first), look);
        let is_hidden = tag.attribute("visibility").is_some_and(|visibility| visibility != "visible");
        // A sheet that hides all columns from one on says nothing by that.
        if is_hidden && end < MOST_COLUMNS {
            let what = "hidden columns, which are read all the same";
            for column in first..end {
                self.grid.places.add(what, || place::letters(column));
            }
        }
    }

    fn read_row(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        let times = tag.number("number-rows-repeated").unwrap_or(1).max(1);
        let is_hidden = tag.attribute("visibility").is_some_and(|visibility| visibility != "visible");
        self.grid.begin_row(self.row, is_hidden);
        self.column = 0;
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "table-cell" | "covered-table-cell" => self.read_cell(&tag, xml)?,
                    _ => xml.skip()?,
                },
                Piece::Over => break,
                _ => {}
            }
        }
        self.grid.repeat_row(times - 1)?;
        self.row = self.row.saturating_add(times).min(MOST_ROWS * 100);
        Ok(())
    }

    fn read_cell(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        let times = tag.number("number-columns-repeated").unwrap_or(1).max(1);
        let mut text = Text::default();
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => text.read(&tag, xml)?,
                Piece::Over => break,
                _ => {}
            }
        }
        let own = tag.attribute("style-name").map(|style| self.styles.look(&style));
        let (shown, stored) = content(tag, text.all);
        // What another cell covers is not seen.
        let seen = if tag.name() == "covered-table-cell" { 0 } else { times };
        for column in (self.column..self.column.saturating_add(seen)).take(MOST_COLUMNS) {
            let look = own.or_else(|| self.columns.get(column).copied()).unwrap_or_default();
            let (shown, stored) = (shown.clone(), stored.clone());
            self.grid.add(column, Cell { shown, stored, fill: look.fill, is_bold: look.is_bold })?;
        }
        self.merge(tag);
        self.column = self.column.saturating_add(times).min(MOST_COLUMNS * 100);
        Ok(())
    }

    fn merge(&mut self, tag: &Tag) {
        let count = |name: &str| tag.number(name).unwrap_or(1).clamp(1, MOST_ROWS);
        self.grid.merge(Span {
            first_row: self.row,
            last_row: self.row + count("number-rows-spanned") - 1,
            first_column: self.column,
            last_column: self.column + count("number-columns-spanned") - 1,
        });
    }
}

/// The text that a cell shows, and what is stored in it.
fn content(tag: &Tag, shown: String) -> (String, Stored) {
    if tag.attribute("calcext:value-type").is_some_and(|kind| kind == "error") {
        return (shown, Stored::Fault);
    }
    match tag.attribute("office:value-type").unwrap_or_default().as_str() {
        "float" | "percentage" | "currency" => {
            let digits = tag.attribute("office:value").and_then(|value| Digits::parse(value.trim()));
            let Some(digits) = digits else { return (shown, Stored::Text) };
            let general = || NumberFormat::new("General").number(&digits, Calendar::From1900);
            let shown = if shown.is_empty() { general().map(|display| display.text).unwrap_or(shown) } else { shown };
            (shown, Stored::Number(digits.stored()))
        }
        "date" => {
            let date = tag.attribute("office:date-value").unwrap_or_default();
            match Moment::parse(date.trim(), Calendar::From1900).and_then(|moment| moment.iso()) {
                Some(day) => (if shown.is_empty() { day.clone() } else { shown }, Stored::Date(day)),
                None => (shown, Stored::Text),
            }
        }
        _ => (shown, Stored::Text),
    }
}
