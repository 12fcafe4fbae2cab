//! Knows: the styles of a workbook: number formats, fills and fonts by the number that cells have.
//! Must not know: the cells.

use super::colour::Colours;
use crate::convert::workbook::Unreadable;
use crate::convert::workbook::colour::{Rgb, hex};
use crate::convert::workbook::limits::MOST_LISTED;
use crate::convert::workbook::number_format::NumberFormat;
use crate::convert::workbook::xml::{Piece, Tag, Xml};
use std::collections::HashMap;
use std::rc::Rc;

/// The styles of a workbook.
#[derive(Debug, Default)]
pub struct Styles {
    looks: Vec<Look>,
    /// The fills of rules for conditional formats.
    rule_fills: Vec<Option<Rgb>>,
    /// The look of a cell that has none.
    plain: Look,
}

/// How a cell looks.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its number format, and how that is written in the file.
    pub format: Rc<NumberFormat>,
    /// For a remark.
    pub code: Rc<str>,
    /// The colour of its ground.
    pub fill: Option<Rgb>,
    /// Whether its font is bold.
    pub is_bold: bool,
    /// The name of the font.
    pub font: Rc<str>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            format: Rc::new(NumberFormat::new("General")),
            code: "General".into(),
            fill: None,
            is_bold: false,
            font: "".into(),
        }
    }
}

#[derive(Debug, Clone, Default)]
struct Font {
    is_bold: bool,
    name: Rc<str>,
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    colours: Colours,
    codes: HashMap<usize, String>,
    formats: HashMap<usize, (Rc<NumberFormat>, Rc<str>)>,
    fonts: Vec<Font>,
    fills: Vec<Fill>,
    rule_fills: Vec<Option<Rgb>>,
    looks: Vec<Look>,
}

/// A fill: its pattern, the colour of the pattern and that of the ground under it.
#[derive(Debug, Clone, Default)]
struct Fill {
    pattern: String,
    front: Option<Rgb>,
    back: Option<Rgb>,
}

impl Fill {
    /// The colour of a cell: only where the pattern covers all of it can one be named.
    fn colour(&self) -> Option<Rgb> {
        self.front.filter(|_| self.pattern == "solid")
    }

    /// That of a rule, where a solid fill has its colour as the ground.
    fn colour_of_rule(&self) -> Option<Rgb> {
        matches!(self.pattern.as_str(), "" | "solid").then_some(self.back.or(self.front)).flatten()
    }
}

impl Styles {
    /// Reads them; the colours of the theme are known.
    pub fn read(text: &str, theme: Vec<Rgb>) -> Result<Self, Unreadable> {
        let mut reading = Reading { colours: Colours { theme, palette: palette(text)? }, ..Reading::default() };
        let mut xml = Xml::new(text);
        let mut list = String::new();
        loop {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "numFmts" | "fonts" | "fills" | "cellXfs" | "cellStyleXfs" | "dxfs" | "borders" | "cellStyles" => {
                        list = tag.name().to_string();
                    }
                    _ => reading.read(&tag, &list),
                },
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(Self { looks: reading.looks, rule_fills: reading.rule_fills, plain: Look::default() })
    }

    /// The look with a number.
    pub fn look(&self, number: usize) -> &Look {
        self.looks.get(number).unwrap_or(&self.plain)
    }

    /// The fill of a rule.
    pub fn rule_fill(&self, number: usize) -> Option<Rgb> {
        self.rule_fills.get(number).copied().flatten()
    }
}

impl Reading {
    fn read(&mut self, tag: &Tag, list: &str) {
        let is_full = [self.codes.len(), self.fonts.len(), self.fills.len(), self.rule_fills.len(), self.looks.len()]
            .into_iter()
            .any(|count| count >= MOST_LISTED);
        match (list, tag.name()) {
            _ if is_full => {}
            ("numFmts", "numFmt") => {
                let code = tag.attribute("formatCode").unwrap_or_default();
                self.codes.extend(tag.number("numFmtId").map(|number| (number, code)));
            }
            ("fonts", "font") => self.fonts.push(Font::default()),
            ("fonts", name) => self.read_font(name, tag),
            ("fills", "fill") => self.fills.push(Fill::default()),
            ("dxfs", "dxf") => {
                self.rule_fills.push(None);
                self.fills.push(Fill::default());
            }
            ("fills" | "dxfs", name) => {
                self.read_fill(name, tag);
                if let ("dxfs", Some(fill), Some(rule)) = (list, self.fills.last(), self.rule_fills.last_mut()) {
                    *rule = fill.colour_of_rule();
                }
            }
            ("cellXfs", "xf") => self.read_look(tag),
            _ => {}
        }
    }

    fn read_font(&mut self, name: &str, tag: &Tag) {
        let Some(font) = self.fonts.last_mut() else { return };
        match name {
            "b" => font.is_bold = tag.is("val", true),
            "name" => font.name = tag.attribute("val").unwrap_or_default().into(),
            _ => {}
        }
    }

    fn read_fill(&mut self, name: &str, tag: &Tag) {
        let Some(fill) = self.fills.last_mut() else { return };
        match name {
            "patternFill" => fill.pattern = tag.attribute("patternType").unwrap_or_default(),
            "fgColor" => fill.front = self.colours.of(tag),
            "bgColor" => fill.back = self.colours.of(tag),
            _ => {}
        }
    }

    fn read_look(&mut self, tag: &Tag) {
        let number = tag.number("numFmtId").unwrap_or(0);
        let font = tag.number("fontId").and_then(|at| self.fonts.get(at)).cloned().unwrap_or_default();
        let fill = tag.number("fillId").and_then(|at| self.fills.get(at)).and_then(Fill::colour);
        let (format, code) = self.format(number);
        self.looks.push(Look { format, code, fill, is_bold: font.is_bold, font: font.name });
    }

    fn format(&mut self, number: usize) -> (Rc<NumberFormat>, Rc<str>) {
        if let Some(known) = self.formats.get(&number) {
            return known.clone();
        }
        let stated = self.codes.get(&number).map(String::as_str);
        let code = stated.or_else(|| NumberFormat::numbered(number)).unwrap_or("General");
        let both = (Rc::new(NumberFormat::new(code)), Rc::from(code));
        self.formats.insert(number, both.clone());
        both
    }
}

/// The palette that a workbook brings: it stands behind what refers to it.
fn palette(text: &str) -> Result<Vec<Rgb>, Unreadable> {
    let mut palette = Vec::new();
    if !text.contains("indexedColors") {
        return Ok(palette);
    }
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) if tag.name() == "rgbColor" && palette.len() < 256 => {
                palette.push(tag.attribute("rgb").and_then(|text| hex(&text)).unwrap_or_default());
            }
            Piece::Over => return Ok(palette),
            _ => {}
        }
    }
}
