//! Knows: which paragraphs of a document are headings.
//! Must not know: what they head.

use super::paragraph::Paragraph;
use crate::convert::workbook::Unreadable;
use crate::convert::workbook::limits::MOST_LISTED;
use crate::convert::workbook::xml::{Piece, Xml};
use std::collections::HashMap;

/// The level of text that is no heading; those above it are.
const TEXT: usize = 9;

/// How many styles may each be based on the next.
const MOST_BASES: usize = 20;

/// The styles of a document, as far as headings go.
#[derive(Debug, Default)]
pub struct Headings {
    styles: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    level: Option<usize>,
    base: String,
}

impl Headings {
    /// Reads the styles.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let mut headings = Self::default();
        let mut id = String::new();
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Piece::Start(tag) if tag.name() == "style" => {
                    id = tag.attribute("styleId").unwrap_or_default();
                    if headings.styles.len() < MOST_LISTED {
                        headings.styles.insert(id.clone(), Style::default());
                    }
                }
                Piece::Start(tag) => {
                    let Some(style) = headings.styles.get_mut(&id) else { continue };
                    match tag.name() {
                        // The name is English whatever the language of Word.
                        "name" if is_name_of_heading(&tag.attribute("val").unwrap_or_default()) => {
                            style.level = Some(0)
                        }
                        "outlineLvl" => style.level = tag.number("val"),
                        "basedOn" => style.base = tag.attribute("val").unwrap_or_default(),
                        _ => {}
                    }
                }
                Piece::Over => return Ok(headings),
                Piece::End | Piece::Text(_) => {}
            }
        }
    }

    /// Whether a paragraph is one: by its own level, or by that of its style.
    pub fn is_heading(&self, paragraph: &Paragraph) -> bool {
        let mut level = paragraph.level;
        let mut id = &paragraph.style;
        for _ in 0..MOST_BASES {
            let Some(style) = self.styles.get(id).filter(|_| level.is_none()) else { break };
            level = style.level;
            id = &style.base;
        }
        level.is_some_and(|level| level < TEXT)
    }
}

fn is_name_of_heading(name: &str) -> bool {
    name.to_ascii_lowercase().starts_with("heading ")
}
