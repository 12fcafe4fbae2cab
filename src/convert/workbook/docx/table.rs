//! Knows: how a table of a document becomes rows of cells.
//! Must not know: what stands around the table.

use super::paragraph::Paragraph;
use super::styles::Styles;
use crate::convert::workbook::grid::Grid;
use crate::convert::workbook::limits::MOST_COLUMNS;
use crate::convert::workbook::xml::{Piece, Tag, Xml};
use crate::convert::workbook::{Cell, Span, Unreadable, place};
use std::collections::HashMap;

/// A row while it is read.
#[derive(Default)]
struct WordRow {
    cells: Vec<WordCell>,
    /// How many columns are left out before the first cell.
    before: usize,
    is_deleted: bool,
    is_hidden: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct WordCell {
    paragraphs: Vec<String>,
    width: usize,
    /// Whether it goes on with the cell above it, or may be gone on with.
    joins: Option<Join>,
    fill: Option<[u8; 3]>,
    has_bold: bool,
    has_plain: bool,
    unread: Vec<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Begins,
    GoesOn,
}

/// Reads the table that was last begun into a sheet.
pub fn read(xml: &mut Xml, styles: &Styles, grid: &mut Grid) -> Result<(), Unreadable> {
    let end = xml.depth().saturating_sub(1);
    let mut number = 0;
    // The cells that may reach over further rows, by their first column.
    let mut open: HashMap<usize, Span> = HashMap::new();
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "tr" => {
                    let row = read_row(xml, styles)?;
                    if !row.is_deleted {
                        number += 1;
                        add_row(row, number, grid, &mut open)?;
                    }
                }
                "del" | "moveFrom" | "Fallback" | "sdtPr" | "tblPr" => xml.skip()?,
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    open.into_values().for_each(|span| grid.merge(span));
    Ok(())
}

fn add_row(row: WordRow, number: usize, grid: &mut Grid, open: &mut HashMap<usize, Span>) -> Result<(), Unreadable> {
    grid.begin_row(number, row.is_hidden);
    let mut column = row.before;
    for cell in row.cells {
        let width = cell.width.clamp(1, MOST_COLUMNS);
        let last_column = column + width - 1;
        for what in &cell.unread {
            grid.places.add(what, || place::name(number, column));
        }
        match (cell.joins, open.get_mut(&column)) {
            (Some(Join::GoesOn), Some(span)) => span.last_row = number,
            _ => {
                let span = Span { first_row: number, last_row: number, first_column: column, last_column };
                let ended = open.remove(&column);
                ended.into_iter().for_each(|ended| grid.merge(ended));
                match cell.joins {
                    Some(Join::Begins) => drop(open.insert(column, span)),
                    _ => grid.merge(span),
                }
                let shown = cell.paragraphs.join("\n").trim().to_string();
                let is_bold = cell.has_bold && !cell.has_plain;
                grid.add(column, Cell { shown, fill: cell.fill, is_bold, ..Cell::default() })?;
            }
        }
        column += width;
    }
    Ok(())
}

fn read_row(xml: &mut Xml, styles: &Styles) -> Result<WordRow, Unreadable> {
    let end = xml.depth().saturating_sub(1);
    let mut row = WordRow::default();
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "tc" => {
                    let mut cell = WordCell { width: 1, ..WordCell::default() };
                    cell.read(xml, styles)?;
                    row.cells.push(cell);
                }
                "trPr" => row.read_properties(xml)?,
                "moveFrom" | "Fallback" | "sdtPr" | "tblPrEx" => xml.skip()?,
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    Ok(row)
}

impl WordRow {
    fn read_properties(&mut self, xml: &mut Xml) -> Result<(), Unreadable> {
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "gridBefore" => self.before = tag.number("val").unwrap_or(0).min(MOST_COLUMNS),
                    "del" => self.is_deleted = true,
                    "hidden" => self.is_hidden = tag.is("val", true),
                    _ => {}
                },
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(())
    }
}

impl WordCell {
    fn read(&mut self, xml: &mut Xml, styles: &Styles) -> Result<(), Unreadable> {
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "tcPr" if xml.depth() == end + 2 => self.read_properties(xml)?,
                    "p" => self.add(Paragraph::read(xml)?, styles),
                    // Its paragraphs follow, and are read as those of this cell.
                    "tbl" => self.unread.push("a table stands inside the cell, and is read as its text"),
                    "del" | "moveFrom" | "Fallback" | "sdtPr" | "tblPr" | "trPr" | "tcPr" => xml.skip()?,
                    _ => {}
                },
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_properties(&mut self, xml: &mut Xml) -> Result<(), Unreadable> {
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "gridSpan" => self.width = tag.number("val").unwrap_or(1),
                    "vMerge" => {
                        let begins = tag.attribute("val").is_some_and(|value| value == "restart");
                        self.joins = Some(if begins { Join::Begins } else { Join::GoesOn });
                    }
                    "shd" => self.fill = fill(&tag),
                    "tcPrChange" => xml.skip()?,
                    _ => {}
                },
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn add(&mut self, paragraph: Paragraph, styles: &Styles) {
        let has_bold_style = paragraph.has_unset && styles.is_bold(&paragraph.style);
        self.has_bold |= paragraph.has_bold || has_bold_style;
        self.has_plain |= paragraph.has_plain || paragraph.has_unset && !has_bold_style;
        self.unread.extend(paragraph.unread);
        self.paragraphs.push(paragraph.text);
    }
}

/// The colour of a shading; a pattern that covers all of it has its own.
fn fill(tag: &Tag) -> Option<[u8; 3]> {
    let pattern = tag.attribute("val").unwrap_or_default();
    let name = if pattern == "solid" { "color" } else { "fill" };
    crate::convert::workbook::colour::hex(&tag.attribute(name)?)
}
