//! Knows: how the paragraphs in a cell become its text.
//! Must not know: which cell it is.

use crate::convert::workbook::Unreadable;
use crate::convert::workbook::xml::{Piece, Tag, Xml};

/// How many spaces may be written as a number.
const MOST_SPACES: usize = 1_000;

/// The text of a cell.
#[derive(Debug, Default)]
pub struct Text {
    /// A line for each paragraph.
    pub all: String,
    has_paragraph: bool,
}

impl Text {
    /// Reads an element in the cell that was just begun. Notes and drawings are passed over.
    pub fn read(&mut self, tag: &Tag, xml: &mut Xml) -> Result<(), Unreadable> {
        if !matches!(tag.name(), "p" | "h") {
            return xml.skip();
        }
        if self.has_paragraph {
            self.all.push('\n');
        }
        self.has_paragraph = true;
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "s" => {
                        let spaces = tag.number("c").unwrap_or(1).min(MOST_SPACES);
                        self.all.extend(std::iter::repeat_n(' ', spaces));
                    }
                    "tab" => self.all.push('\t'),
                    "line-break" => self.all.push('\n'),
                    "span" | "a" | "ruby" | "ruby-base" | "meta" | "p" => {}
                    _ if tag.name().ends_with("-name") || tag.name().contains("date") || tag.name() == "time" => {}
                    _ => xml.skip()?,
                },
                Piece::Text(text) => self.add(&text),
                Piece::Over => break,
                Piece::End => {}
            }
        }
        Ok(())
    }

    /// Adds text, of whose space only one counts.
    fn add(&mut self, text: &str) {
        for one in text.chars() {
            let is_space = matches!(one, ' ' | '\t' | '\n' | '\r');
            match is_space {
                true if self.all.ends_with([' ', '\n']) || self.all.is_empty() => {}
                true => self.all.push(' '),
                false => self.all.push(one),
            }
        }
    }
}
