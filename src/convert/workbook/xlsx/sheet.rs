//! Knows: how the XML of a worksheet becomes cells with the text that a person sees.
//! Must not know: where the XML comes from.

use super::rules::SheetRules;
use super::shared::Shared;
use super::strings::{rich, unescaped};
use super::styles::Look;
use crate::convert::workbook::grid::Grid;
use crate::convert::workbook::limits::{Budget, MOST_COLUMNS, MOST_LISTED};
use crate::convert::workbook::number_format::date::Moment;
use crate::convert::workbook::number_format::digits::Digits;
use crate::convert::workbook::remarks::Places;
use crate::convert::workbook::xml::{Piece, Tag, Xml};
use crate::convert::workbook::{Cell, Sheet, Stored, Unreadable, place, symbol};

/// What is read while the rows go by.
struct Reading<'b> {
    grid: Grid<'b>,
    shared: &'b Shared,
    rules: SheetRules,
    row: usize,
    /// The column of the last cell, from 1.
    column: usize,
    /// Whether rows are hidden that do not say anything about it.
    hides_rows: bool,
}

/// What a cell says about its value.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// The number of a shared text.
    Shared,
    Text,
    Truth,
    Fault,
    Date,
}

impl Kind {
    fn of(tag: &Tag) -> Self {
        match tag.get("t").as_deref() {
            Some("s") => Self::Shared,
            Some("str" | "inlineStr") => Self::Text,
            Some("b") => Self::Truth,
            Some("e") => Self::Fault,
            Some("d") => Self::Date,
            _ => Self::Number,
        }
    }
}

/// A cell as the file has it.
#[derive(Default)]
struct Raw {
    kind: Kind,
    value: Option<String>,
    inline: Option<String>,
    has_formula: bool,
}

/// Reads a sheet, and what is to be told about it.
pub fn read(
    text: &str,
    name: &str,
    is_hidden: bool,
    shared: &Shared,
    budget: &mut Budget,
) -> Result<(Sheet, Places), Unreadable> {
    let grid = Grid::new(name, is_hidden, budget);
    let mut reading = Reading { grid, shared, rules: SheetRules::default(), row: 0, column: 0, hides_rows: false };
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) => reading.read(&tag, &mut xml)?,
            Piece::Over => break,
            _ => {}
        }
    }
    let Reading { mut grid, rules, .. } = reading;
    rules.apply(&mut grid);
    Ok(grid.sheet())
}

impl Reading<'_> {
    fn read(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        match tag.name() {
            "sheetFormatPr" => self.hides_rows = tag.is("zeroHeight", false),
            "col" if tag.is("hidden", false) => self.hide_columns(tag),
            "row" => {
                self.row = tag.number("r").unwrap_or(self.row + 1).clamp(1, place::MOST);
                self.column = 0;
                self.grid.begin_row(self.row, tag.is("hidden", self.hides_rows));
            }
            "c" => self.read_cell(tag, xml)?,
            "mergeCell" => {
                if let Some(span) = tag.attribute("ref").and_then(|range| place::span(&range)) {
                    self.grid.merge(span);
                }
            }
            "conditionalFormatting" => self.rules.begin(&tag.attribute("sqref").unwrap_or_default()),
            "cfRule" => self.rules.read(tag, xml, &self.shared.styles)?,
            // Prefixes are not looked at, so that what newer programs add would be taken for what it stands beside.
            "extLst" => self.rules.read_extension(xml)?,
            _ => {}
        }
        Ok(())
    }

    fn hide_columns(&mut self, tag: &Tag) {
        let (first, last) = (tag.number("min").unwrap_or(1), tag.number("max").unwrap_or(1));
        // A sheet that hides all columns from one on says nothing by that.
        if last <= MOST_COLUMNS && first >= 1 {
            let what = "hidden columns, which are read all the same";
            for column in (first..=last).take(MOST_LISTED) {
                self.grid.places.add(what, || place::letters(column - 1));
            }
        }
    }

    fn read_cell(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        let stated = tag.get("r").and_then(|name| place::cell(&name)).map(|(_, column)| column);
        let column = stated.unwrap_or(self.column);
        self.column = column + 1;
        let look = self.shared.styles.look(tag.number("s").unwrap_or(0));
        let raw = raw(tag, xml)?;
        let row = self.row;
        let mut cell = Cell { fill: look.fill, is_bold: look.is_bold, ..Cell::default() };
        (cell.shown, cell.stored) = self.content(raw, look, column);
        if let Some(shown) = symbol::shown(&look.font, &cell.shown) {
            let what = format!("a sign of the font {} cannot be read", look.font);
            match shown {
                Ok(shown) => cell.shown = shown,
                Err(_) => self.grid.places.add(&what, || place::name(row, column)),
            }
        }
        self.grid.add(column, cell)
    }

    /// The text that is shown, and what is stored.
    fn content(&mut self, raw: Raw, look: &Look, column: usize) -> (String, Stored) {
        let (row, places) = (self.row, &mut self.grid.places);
        let here = || place::name(row, column);
        let value = match (raw.inline, raw.value) {
            (Some(text), _) => return (look.format.text(&text), Stored::Text),
            (_, Some(value)) if !value.is_empty() || raw.kind == Kind::Text => value,
            _ => {
                if raw.has_formula {
                    let what = "a formula has no result in the file: open it in Excel, save it and try again";
                    places.add(what, here);
                }
                return Default::default();
            }
        };
        match raw.kind {
            Kind::Shared => {
                let text = value.trim().parse().ok().and_then(|at: usize| self.shared.strings.get(at));
                let Some(text) = text else {
                    places.add("the text of the cell is missing in the file", here);
                    return Default::default();
                };
                (look.format.text(text), Stored::Text)
            }
            Kind::Text => (look.format.text(&unescaped(&value)), Stored::Text),
            Kind::Truth => (if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_string(), Stored::Text),
            Kind::Fault => (value, Stored::Fault),
            Kind::Date => match Moment::parse(value.trim(), self.shared.calendar) {
                Some(moment) => (look.format.moment(&moment), moment.iso().map_or(Stored::Text, Stored::Date)),
                None => (value, Stored::Text),
            },
            Kind::Number => self.number(value, look, column),
        }
    }

    fn number(&mut self, value: String, look: &Look, column: usize) -> (String, Stored) {
        let (row, places) = (self.row, &mut self.grid.places);
        let here = || place::name(row, column);
        let Some(digits) = Digits::parse(value.trim()) else {
            if !value.trim().is_empty() {
                places.add("a number cannot be read, and stands as it is in the file", here);
            }
            return (value, Stored::Text);
        };
        let stored = digits.stored();
        if digits.has_excess() && digits.decimals() == 0 {
            places.add("a number has more digits than the 15 that the sheet shows", here);
        }
        match look.format.number(&digits, self.shared.calendar) {
            Some(display) => (display.text, display.day.map_or(Stored::Number(stored), Stored::Date)),
            None => {
                let what =
                    format!("the number format {} is not followed, and the number stands as it is stored", look.code);
                places.add(&what, here);
                (stored.clone(), Stored::Number(stored))
            }
        }
    }
}

fn raw(tag: &Tag, xml: &mut Xml) -> Result<Raw, Unreadable> {
    let end = xml.depth().saturating_sub(1);
    let mut raw = Raw { kind: Kind::of(tag), ..Raw::default() };
    while xml.depth() > end {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "v" => raw.value = Some(xml.text()?),
                "is" => raw.inline = Some(rich(xml)?),
                "f" => {
                    raw.has_formula = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Piece::Over => break,
            _ => {}
        }
    }
    Ok(raw)
}
