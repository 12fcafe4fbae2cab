//! Knows: the rows and cells of a table while it is read.
//! Must not know: which tags make them.

use super::styles::Look;
use super::tags::attribute;
use crate::convert::workbook::limits::MOST_COLUMNS;
use crate::convert::workbook::number_format::digits::Digits;

/// A table.
#[derive(Debug, Default)]
pub struct Table {
    /// Its name, once it has ended.
    pub name: String,
    /// Its rows.
    pub rows: Vec<HtmlRow>,
    is_cell_open: bool,
}

/// A row.
#[derive(Debug, Default)]
pub struct HtmlRow {
    /// Its cells.
    pub cells: Vec<HtmlCell>,
    /// Whether it is hidden.
    pub is_hidden: bool,
    look: Look,
}

/// A cell.
#[derive(Debug, Default)]
pub struct HtmlCell {
    /// What is in it: breaks that were meant are `\n`, any other space is a space.
    pub text: String,
    /// How many columns and rows it reaches over.
    pub width: usize,
    /// And rows.
    pub height: usize,
    /// The colour of its ground.
    pub fill: Option<[u8; 3]>,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// The number that it stands for, if its tag says so.
    pub number: Option<Digits>,
    is_set_bold: bool,
    has_plain_text: bool,
    has_bold_text: bool,
}

impl Table {
    /// Begins a row.
    pub fn begin_row(&mut self, look: Look) {
        self.is_cell_open = false;
        self.rows.push(HtmlRow { cells: Vec::new(), is_hidden: look.is_hidden, look });
    }

    /// Begins a cell, in a row of its own if none is begun.
    pub fn begin_cell(&mut self, attributes: &str, look: Look, is_heading: bool) {
        if self.rows.is_empty() {
            self.rows.push(HtmlRow::default());
        }
        self.is_cell_open = true;
        let Some(row) = self.rows.last_mut() else { return };
        let count = |name: &str| attribute(attributes, name).and_then(|count| count.trim().parse::<usize>().ok());
        let is_set_bold = look.is_bold.or(row.look.is_bold).unwrap_or(is_heading);
        row.cells.push(HtmlCell {
            width: count("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS),
            height: count("rowspan").unwrap_or(1).max(1),
            fill: look.fill.or(row.look.fill).flatten(),
            is_hidden: look.is_hidden,
            number: number(attributes),
            is_set_bold,
            ..HtmlCell::default()
        });
    }

    /// Ends the cell that is open.
    pub fn end_cell(&mut self) {
        self.is_cell_open = false;
    }

    /// The cell that text belongs to.
    pub fn open_cell(&mut self) -> Option<&mut HtmlCell> {
        self.rows.last_mut().filter(|_| self.is_cell_open).and_then(|row| row.cells.last_mut())
    }
}

impl HtmlCell {
    /// Adds text, in which line ends are no more than space.
    pub fn add(&mut self, text: &str, is_bold: bool) {
        self.text.extend(text.chars().map(|one| if one.is_whitespace() { ' ' } else { one }));
        if !text.trim().is_empty() {
            self.has_bold_text |= is_bold;
            self.has_plain_text |= !is_bold;
        }
    }

    /// Whether all of it is bold.
    pub fn is_bold(&self) -> bool {
        self.is_set_bold || self.has_bold_text && !self.has_plain_text
    }
}

/// The number as Excel (`x:num`), LibreOffice (`sdval`) and Google Sheets write it beside the text.
fn number(attributes: &str) -> Option<Digits> {
    let google = || {
        let value = attribute(attributes, "data-sheets-value")?;
        let (_, after) = value.split_once("\"3\":")?;
        let end = after.find([',', '}'])?;
        after.get(..end).map(str::to_string)
    };
    let written = attribute(attributes, "x:num").or_else(|| attribute(attributes, "sdval")).or_else(google)?;
    Digits::parse(written.trim())
}
