//! Knows: the styles of an OpenDocument workbook: the ground and the weight of cells, and whether a sheet is hidden.
//! Must not know: which cells have them.

use crate::convert::workbook::Unreadable;
use crate::convert::workbook::colour::{Rgb, hex};
use crate::convert::workbook::limits::MOST_LISTED;
use crate::convert::workbook::xml::{Piece, Tag, Xml};
use std::collections::HashMap;

/// How many styles may each be based on the next.
const MOST_BASES: usize = 20;

/// The styles of a workbook, by their names.
#[derive(Debug, Default)]
pub struct Styles {
    cells: HashMap<String, Style>,
    /// The names of styles as a person sees them, which rules use: those in the file have no signs in them.
    displayed: HashMap<String, String>,
    hidden_tables: HashMap<String, bool>,
    /// The looks that were asked for.
    known: HashMap<String, Look>,
}

#[derive(Debug, Default)]
struct Style {
    base: String,
    fill: Option<Option<Rgb>>,
    is_bold: Option<bool>,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// The colour of its ground.
    pub fill: Option<Rgb>,
    /// Whether it is bold.
    pub is_bold: bool,
}

impl Styles {
    /// Adds the styles of a part.
    pub fn read(&mut self, text: &str) -> Result<(), Unreadable> {
        let (mut name, mut family) = (String::new(), String::new());
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "style" => {
                        name = tag.attribute("name").unwrap_or_default();
                        family = tag.attribute("family").unwrap_or_default();
                        if family == "table-cell" && self.cells.len() < MOST_LISTED {
                            let base = tag.attribute("parent-style-name").unwrap_or_default();
                            self.cells.insert(name.clone(), Style { base, ..Style::default() });
                            let displayed = tag.attribute("display-name");
                            self.displayed.extend(displayed.map(|displayed| (displayed, name.clone())));
                        }
                    }
                    "body" | "master-styles" => return Ok(()),
                    _ => self.read_property(&tag, &family, &name),
                },
                Piece::Over => return Ok(()),
                _ => {}
            }
        }
    }

    fn read_property(&mut self, tag: &Tag, family: &str, name: &str) {
        match (family, tag.name()) {
            ("table", "table-properties") if self.hidden_tables.len() < MOST_LISTED => {
                self.hidden_tables.insert(name.to_string(), !tag.is("display", true));
            }
            ("table-cell", "table-cell-properties") => {
                if let (Some(style), Some(ground)) = (self.cells.get_mut(name), tag.attribute("background-color")) {
                    style.fill = Some(hex(&ground));
                }
            }
            ("table-cell", "text-properties") => {
                if let (Some(style), Some(weight)) = (self.cells.get_mut(name), tag.attribute("fo:font-weight")) {
                    let number = weight.parse::<u32>();
                    style.is_bold = Some(number.map_or(weight == "bold", |number| number >= 600));
                }
            }
            _ => {}
        }
    }

    /// Whether sheets of a style are hidden.
    pub fn hides_table(&self, style: &str) -> bool {
        self.hidden_tables.get(style).copied().unwrap_or(false)
    }

    /// How cells of a style look.
    pub fn look(&mut self, name: &str) -> Look {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let (mut fill, mut is_bold) = (None, None);
        let mut next = name;
        for _ in 0..MOST_BASES {
            let named = |name: &str| self.cells.get(name);
            let Some(style) = named(next).or_else(|| named(self.displayed.get(next)?)) else { break };
            fill = fill.or(style.fill);
            is_bold = is_bold.or(style.is_bold);
            next = &style.base;
        }
        let look = Look { fill: fill.flatten(), is_bold: is_bold.unwrap_or(false) };
        if self.known.len() < MOST_LISTED {
            self.known.insert(name.to_string(), look);
        }
        look
    }
}
