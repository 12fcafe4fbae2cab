//! Knows: how the runs of a paragraph become its text, as it reads with all changes accepted.
//! Must not know: where the paragraph stands.

use crate::convert::workbook::xml::{Piece, Tag, Xml};
use crate::convert::workbook::{Unreadable, symbol};

/// A paragraph.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Its text; line breaks in it are kept.
    pub text: String,
    /// The name of its style.
    pub style: String,
    /// Its level among headings, if it has one of its own.
    pub level: Option<usize>,
    /// Whether some of it is set in bold, not in bold, or in what its style has.
    pub has_bold: bool,
    /// Not in bold.
    pub has_plain: bool,
    /// In what its style has.
    pub has_unset: bool,
    /// What of it is not read, as words for a remark.
    pub unread: Vec<&'static str>,
}

/// What holds for a run.
#[derive(Debug, Default)]
struct Run {
    text: String,
    font: String,
    is_bold: Option<bool>,
    is_hidden: bool,
}

impl Paragraph {
    /// Reads the paragraph that was last begun.
    pub fn read(xml: &mut Xml) -> Result<Self, Unreadable> {
        let end = xml.depth().saturating_sub(1);
        let mut paragraph = Self::default();
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "pPr" => paragraph.read_properties(xml)?,
                    "r" => paragraph.read_run(xml)?,
                    // A form's field has its text in runs; a deleted run has none.
                    "del" | "moveFrom" | "Fallback" | "sdtPr" | "rt" => xml.skip()?,
                    "txbxContent" => {
                        paragraph.unread.push("a text box is not read");
                        xml.skip()?;
                    }
                    _ => {}
                },
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(paragraph)
    }

    /// Reads what holds for the whole of it; what holds for its mark alone is passed over.
    fn read_properties(&mut self, xml: &mut Xml) -> Result<(), Unreadable> {
        let end = xml.depth().saturating_sub(1);
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "pStyle" => self.style = tag.attribute("val").unwrap_or_default(),
                    "outlineLvl" => self.level = tag.number("val"),
                    _ => xml.skip()?,
                },
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn read_run(&mut self, xml: &mut Xml) -> Result<(), Unreadable> {
        let end = xml.depth().saturating_sub(1);
        let mut run = Run::default();
        while xml.depth() > end {
            match xml.next()? {
                Piece::Start(tag) => match tag.name() {
                    "t" => run.text += &xml.text()?,
                    "tab" => run.text.push('\t'),
                    "br" | "cr" => run.text.push('\n'),
                    "noBreakHyphen" => run.text.push('\u{2011}'),
                    "sym" => self.read_sign(&tag, &mut run),
                    "b" => run.is_bold = Some(tag.is("val", true)),
                    "vanish" => run.is_hidden = tag.is("val", true),
                    "rFonts" => run.font = tag.attribute("ascii").unwrap_or_default(),
                    // What was deleted, the codes of fields, and the same again for older programs.
                    "delText" | "instrText" | "delInstrText" | "Fallback" | "rPrChange" | "rt" => xml.skip()?,
                    "txbxContent" => {
                        self.unread.push("a text box is not read");
                        xml.skip()?;
                    }
                    "blip" | "imagedata" => self.unread.push("a picture is not read"),
                    _ => {}
                },
                Piece::Over => break,
                _ => {}
            }
        }
        self.add(run);
        Ok(())
    }

    /// A sign by its font and number, of which the signs for trends are known.
    fn read_sign(&mut self, tag: &Tag, run: &mut Run) {
        let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).and_then(char::from_u32);
        let font = tag.attribute("font").unwrap_or_default();
        let text = code.map(String::from).unwrap_or_default();
        match symbol::shown(&font, &text) {
            Some(Ok(shown)) => run.text += &shown,
            _ => self.unread.push("a sign of another font is not read"),
        }
    }

    fn add(&mut self, mut run: Run) {
        if run.is_hidden {
            if !run.text.trim().is_empty() {
                self.unread.push("hidden text is not read");
            }
            return;
        }
        match symbol::shown(&run.font, &run.text) {
            Some(Ok(shown)) => run.text = shown,
            Some(Err(())) => self.unread.push("a sign of another font is not read"),
            None => {}
        }
        if !run.text.trim().is_empty() {
            self.has_bold |= run.is_bold == Some(true);
            self.has_plain |= run.is_bold == Some(false);
            self.has_unset |= run.is_bold.is_none();
        }
        self.text += &run.text;
    }
}
