//! Knows: which styles of a document are for headings, and which are bold.
//! Must not know: the paragraphs that have them.

use super::paragraph::Paragraph;
use crate::convert::workbook::Unreadable;
use crate::convert::workbook::limits::MOST_LISTED;
use crate::convert::workbook::xml::{Piece, Xml};
use std::collections::HashMap;

/// The level of text that is no heading; those above it are.
const TEXT: usize = 9;

/// How many styles may each be based on the next.
const MOST_BASES: usize = 20;

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    level: Option<usize>,
    is_bold: Option<bool>,
    base: String,
}

impl Styles {
    /// Reads the styles.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let mut all = Self::default();
        let mut id = String::new();
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Piece::Start(tag) if tag.name() == "style" => {
                    id = tag.attribute("styleId").unwrap_or_default();
                    if all.styles.len() < MOST_LISTED {
                        all.styles.insert(id.clone(), Style::default());
                    }
                }
                Piece::Start(tag) => {
                    let Some(style) = all.styles.get_mut(&id) else { continue };
                    match tag.name() {
                        // The name is English whatever the language of Word.
                        "name" if is_name_of_heading(&tag.attribute("val").unwrap_or_default()) => {
                            style.level = Some(0)
                        }
                        // What is bold in a part of a table only is not looked at.
                        "tblStylePr" => xml.skip()?,
                        "b" => style.is_bold = Some(tag.is("val", true)),
                        "outlineLvl" => style.level = tag.number("val"),
                        "basedOn" => style.base = tag.attribute("val").unwrap_or_default(),
                        _ => {}
                    }
                }
                Piece::Over => return Ok(all),
                Piece::End | Piece::Text(_) => {}
            }
        }
    }

    /// Whether a paragraph is a heading: by its own level, or by that of its style.
    pub fn is_heading(&self, paragraph: &Paragraph) -> bool {
        let level = paragraph.level.or_else(|| self.find(&paragraph.style, |style| style.level));
        level.is_some_and(|level| level < TEXT)
    }

    /// Whether a style is bold.
    pub fn is_bold(&self, style: &str) -> bool {
        self.find(style, |style| style.is_bold).unwrap_or(false)
    }

    /// What a style says, or the nearest of those that it is based on.
    fn find<T>(&self, id: &str, said: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut id = id;
        for _ in 0..MOST_BASES {
            let style = self.styles.get(id)?;
            match said(style) {
                None => id = &style.base,
                found => return found,
            }
        }
        None
    }
}

fn is_name_of_heading(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("heading ")
}
