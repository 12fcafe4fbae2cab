//! Knows: what a file of tables holds, whatever its format: sheets of cells, each with the text that a person sees in it.
//! Must not know: what the cells mean.

mod archive;
mod colour;
pub mod csv;
mod docx;
mod grid;
mod html;
mod kind;
mod limits;
mod model;
mod names;
mod number_format;
mod ods;
pub mod place;
mod remarks;
mod rules;
mod symbol;
mod xlsx;
mod xml;

use archive::Archive;
use limits::{MOST_BYTES, too_large};
use xml::{Piece, Xml};

pub use model::{Cell, Row, Sheet, Span, Stored, Unreadable, Workbook};

/// Reads a file: what it is is told by its content, not by its name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large("a file of more than 64 MB"));
    }
    if bytes.is_empty() {
        return Err(kind::unreadable("an empty file", "a workbook, a document or a CSV file"));
    }
    if let Some(other) = kind::other_kind(bytes) {
        return Err(other);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(bytes);
    }
    written(name, bytes)
}

/// An archive: the parts in it tell what it is.
fn packed(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut archive = Archive::open(bytes)?;
    if let Some(stated) = archive.text("mimetype")? {
        return ods::read(&mut archive, &stated);
    }
    let relations = archive.relations("")?;
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    let text = match &main {
        Some(main) => archive.text(&main.path)?,
        None => None,
    };
    match (main, text) {
        (Some(main), Some(text)) => match root(&text)?.as_str() {
            "workbook" => xlsx::read(&mut archive, &main.path, &text),
            "document" => docx::read(&mut archive, &main.path, &text),
            _ => Err(other_archive(&archive)),
        },
        _ => Err(other_archive(&archive)),
    }
}

/// An archive that is no workbook and no document, by the names in it.
fn other_archive(archive: &Archive) -> Unreadable {
    if archive.has("encrypted-package") {
        return kind::protected();
    }
    if archive.has("xl/workbook.bin") {
        return kind::other_workbook("a binary Excel workbook (.xlsb)");
    }
    if archive.has("index.zip") || archive.has_below("index/") {
        return kind::other_workbook("a file of Apple's Numbers or Pages");
    }
    if archive.has_below("ppt/") {
        return kind::unreadable("a presentation", "the workbook or document that it was made from");
    }
    kind::unreadable("a ZIP archive that is neither a workbook nor a Word document", kind::ARCHIVE)
}

/// The name of the element that a part is.
fn root(text: &str) -> Result<String, Unreadable> {
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Piece::Start(tag) => return Ok(tag.name().to_string()),
            Piece::Over => return Ok(String::new()),
            _ => {}
        }
    }
}

/// A text.
fn written(name: &str, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let (text, encoding) = csv::text::decode(bytes)
        .map_err(|found| kind::unreadable(&found, "a workbook, a document, or a CSV file saved as “CSV UTF-8”"))?;
    // Many systems write a page and call it a workbook.
    if text.trim_start().starts_with('<') && html::has_table(&text) {
        return html::read(&text);
    }
    match kind::other_text(&text) {
        Some(other) => Err(other),
        None => csv::read(name, &text, encoding),
    }
}

/// Reads a table that was copied, as the clipboard has it: as HTML if there is a table in it, else as text.
pub fn paste(html: Option<&str>, text: &str) -> Result<Workbook, Unreadable> {
    if html.map_or(0, str::len).max(text.len()) > MOST_BYTES {
        return Err(too_large("more than 64 MB of text"));
    }
    match html.filter(|html| html::has_table(html)) {
        Some(html) => html::read(html),
        None => csv::paste("Pasted table", text),
    }
}
