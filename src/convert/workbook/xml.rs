//! Knows: how the XML of a part is read piece by piece, within bounds, by the names of elements without their prefixes.
//! Must not know: any vocabulary.

use super::limits::{MOST_DEPTH, MOST_ELEMENTS, too_large};
use super::{Unreadable, kind};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// A piece of XML.
pub enum Piece<'t> {
    /// The start of an element. Its end follows, even if it is written as one tag.
    Start(Tag<'t>),
    /// The end of the element that was last begun.
    End,
    /// Some of the text of an element.
    Text(Cow<'t, str>),
    /// The end of the document.
    Over,
}

/// The start of an element.
pub struct Tag<'t>(BytesStart<'t>);

impl Tag<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name: without a prefix, or with it if one is asked for.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.get(name).map(Cow::into_owned)
    }

    /// The same, kept where it is if it can be.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let has_prefix = name.contains(':');
        // Whether one is written twice is not looked for, which takes time.
        let found = self.0.attributes().with_checks(false).flatten().find(|attribute| {
            let key = attribute.key;
            name == if has_prefix { key.into_inner() } else { key.local_name().into_inner() }
        })?;
        match found.value {
            Cow::Borrowed(written) => Some(quick_xml::escape::unescape(written).unwrap_or(Cow::Borrowed(written))),
            Cow::Owned(written) => Some(Cow::Owned(written)),
        }
    }

    /// An attribute that is a whole number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes; what it means without the attribute is given.
    pub fn is(&self, name: &str, without: bool) -> bool {
        self.get(name).map_or(without, |value| !matches!(&*value, "0" | "false" | "off" | "none"))
    }
}

/// A document that is being read.
pub struct Xml<'t> {
    reader: Reader<&'t [u8]>,
    depth: usize,
    /// How many elements may still begin.
    left: usize,
}

impl<'t> Xml<'t> {
    /// From its beginning.
    pub fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0, left: MOST_ELEMENTS }
    }

    /// The next piece. Comments and instructions are passed over, and so are entities that a document defines itself.
    pub fn next(&mut self) -> Result<Piece<'t>, Unreadable> {
        loop {
            let event = self.reader.read_event().map_err(|_| kind::damaged())?;
            return Ok(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    self.left = self.left.checked_sub(1).ok_or_else(|| too_large("more than six million elements"))?;
                    if self.depth > MOST_DEPTH {
                        return Err(too_large(&format!("elements nested more than {MOST_DEPTH} deep")));
                    }
                    Piece::Start(Tag(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::End
                }
                Event::Text(text) => Piece::Text(text.into_inner()),
                Event::CData(text) => Piece::Text(text.into_inner()),
                Event::GeneralRef(reference) => {
                    let known = quick_xml::escape::resolve_predefined_entity(&reference);
                    let character = reference.resolve_char_ref().ok().flatten();
                    match (known, character) {
                        (Some(known), _) => Piece::Text(known.into()),
                        (_, Some(character)) => Piece::Text(character.to_string().into()),
                        _ => continue,
                    }
                }
                Event::Eof if self.depth > 0 => return Err(kind::damaged()),
                Event::Eof => Piece::Over,
                _ => continue,
            });
        }
    }

    /// Passes over the rest of the element that was last begun.
    pub fn skip(&mut self) -> Result<(), Unreadable> {
        let end = self.depth.saturating_sub(1);
        while self.depth > end {
            if let Piece::Over = self.next()? {
                break;
            }
        }
        Ok(())
    }

    /// All the text in the element that was last begun.
    pub fn text(&mut self) -> Result<String, Unreadable> {
        let end = self.depth.saturating_sub(1);
        let mut all = String::new();
        while self.depth > end {
            match self.next()? {
                Piece::Text(text) => all += &text,
                Piece::Over => break,
                _ => {}
            }
        }
        Ok(all)
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }
}
