//! Knows: which styles of a document are for headings, and which are bold.
//! Must not know: the paragraphs that have them.

use super::paragraph::Paragraph;
use crate::convert::workbook::Unreadable;
use crate::convert::workbook::limits::MOST_LISTED;
use crate::convert::workbook::xml::{Piece, Xml};
use std::collections::HashMap;

/// The level of text that is no heading; those above it are.
const TEXT: usize = 9;

/// The most characters of a line that is taken for a heading by its looks.
const LONGEST_LINE: usize = 60;

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
                        "name" => style.level = level_of(&tag.attribute("val").unwrap_or_default()).or(style.level),
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

    /// The level of a paragraph among headings, 0 for the highest: by its own, by that of its style, or by its looks. None if it is text.
    pub fn level(&self, paragraph: &Paragraph) -> Option<usize> {
        let stated = paragraph.level.or_else(|| self.find(&paragraph.style, |style| style.level));
        stated.filter(|level| *level < TEXT).or_else(|| self.looks_like_heading(paragraph).then_some(TEXT))
    }

    /// Whether a paragraph of text is what many write instead of a heading: a short line that is bold as a whole, and no sentence.
    fn looks_like_heading(&self, paragraph: &Paragraph) -> bool {
        let is_bold =
            paragraph.has_bold && !paragraph.has_unset || paragraph.has_unset && self.is_bold(&paragraph.style);
        let text = paragraph.text.trim();
        is_bold && !paragraph.has_plain && text.chars().count() <= LONGEST_LINE && !text.ends_with(['.', ':', ';', ','])
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

/// The level of a style by its name, `heading 2`, which is English whatever the language of Word.
fn level_of(name: &str) -> Option<usize> {
    let number = name.to_ascii_lowercase().strip_prefix("heading ")?.trim().parse::<usize>();
    Some(number.unwrap_or(1).saturating_sub(1))
}
