//! Knows: how the parts of an OpenDocument workbook (.ods) become sheets.
//! Must not know: how an archive is packed.

mod rules;
mod styles;
mod table;
mod text;

use super::archive::Archive;
use super::limits::{Budget, MOST_SHEETS, too_large};
use super::remarks::Remarks;
use super::xml::{Piece, Xml};
use super::{Unreadable, Workbook, kind};
use styles::Styles;

/// What the file says that it is, if it is an OpenDocument workbook.
const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Reads the workbook, if what the archive says of itself is that it is one.
pub fn read(archive: &mut Archive, stated: &str) -> Result<Workbook, Unreadable> {
    if !stated.trim().starts_with(KIND) {
        return Err(other(stated.trim()));
    }
    if archive.text("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(kind::protected());
    }
    let text = archive.text("content.xml")?.ok_or_else(kind::damaged)?;
    let mut styles = Styles::default();
    if let Some(common) = archive.text("styles.xml")? {
        styles.read(&common)?;
    }
    styles.read(&text)?;
    let (mut workbook, mut remarks, mut budget) = (Workbook::default(), Remarks::default(), Budget::default());
    let mut xml = Xml::new(&text);
    loop {
        match xml.next()? {
            Piece::Start(tag) => match tag.name() {
                "table" => {
                    if workbook.sheets.len() >= MOST_SHEETS {
                        return Err(too_large("more than 200 sheets"));
                    }
                    let (sheet, places) = table::read(&tag, &mut xml, &mut styles, &mut budget)?;
                    remarks.add_places(&sheet.name, places);
                    workbook.sheets.push(sheet);
                }
                // What other programs' data were last, and what was deleted.
                "automatic-styles" | "tracked-changes" | "dde-links" | "database-ranges" => xml.skip()?,
                _ => {}
            },
            Piece::Over => break,
            _ => {}
        }
    }
    workbook.remarks = remarks.sentences();
    Ok(workbook)
}

/// Another kind of OpenDocument file.
fn other(stated: &str) -> Unreadable {
    if stated.contains("opendocument.text") {
        return kind::unreadable("an OpenDocument text (.odt)", "a copy saved as a Word document (.docx)");
    }
    kind::unreadable("a file that is no workbook", "a workbook, a document or a CSV file")
}
