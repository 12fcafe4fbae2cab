//! Knows: what a file is by its first bytes, and what a person can do with one that cannot be read.
//! Must not know: how those that can be read are read.

use super::Unreadable;

/// What is told of a file of a kind that cannot be read.
pub fn unreadable(found: &str, expected: &str) -> Unreadable {
    Unreadable { found: found.to_string(), expected: expected.to_string() }
}

/// A file that begins as it should and then does not go on so.
pub fn damaged() -> Unreadable {
    unreadable("a file that is damaged or cut short", "a whole one: open it where it was made and save it again")
}

/// A file that a password protects.
pub fn protected() -> Unreadable {
    unreadable("a file that is protected by a password", "a copy saved without a password")
}

/// A workbook of an older kind, or of another program.
pub fn other_workbook(found: &str) -> Unreadable {
    unreadable(found, "a copy saved as an Excel workbook (.xlsx)")
}

const DOCUMENT: &str = "a copy saved as a Word document (.docx)";
const PICTURE: &str = "the workbook or document that the picture shows";
/// What is asked for in place of an archive.
pub const ARCHIVE: &str = "the workbook or document in it: unpack it first";

/// A file by its first bytes, if it is of a kind that is never read.
pub fn other_kind(bytes: &[u8]) -> Option<Unreadable> {
    const KINDS: [(&[u8], &str, &str); 14] = [
        (
            b"%PDF",
            "a PDF document",
            "the workbook or document that it was made from, or a table copied out of it and pasted",
        ),
        (b"\x89PNG", "a picture (PNG)", PICTURE),
        (b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
        (b"GIF8", "a picture (GIF)", PICTURE),
        (b"II*\0", "a picture (TIFF)", PICTURE),
        (b"MM\0*", "a picture (TIFF)", PICTURE),
        (b"BM", "a picture (BMP)", PICTURE),
        (b"RIFF", "a picture or a recording", PICTURE),
        (b"{\\rtf", "a document in Rich Text Format (.rtf)", DOCUMENT),
        (b"\x1f\x8b", "a compressed file (gzip)", ARCHIVE),
        (b"7z\xbc\xaf", "a compressed archive (7z)", ARCHIVE),
        (b"Rar!", "a compressed archive (RAR)", ARCHIVE),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "an Office file of a kind that is not known",
            "a copy saved as .xlsx or .docx",
        ),
        (b"\x09\x08", "a workbook of an old kind (.xls)", "a copy saved as an Excel workbook (.xlsx)"),
    ];
    let (start, found, expected) = KINDS.iter().find(|(start, ..)| bytes.starts_with(start))?;
    match *start {
        // Text may begin so as well.
        b"BM" if !bytes.contains(&0) => None,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" => Some(old_office(bytes).unwrap_or_else(|| unreadable(found, expected))),
        _ => Some(unreadable(found, expected)),
    }
}

/// An Office file as they were before 2007, or one with a password, by the names in its list of contents.
fn old_office(bytes: &[u8]) -> Option<Unreadable> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("DRMEncryptedDataSpace") {
        return Some(unreadable("a file that a sensitivity label protects", "a copy saved without the label"));
    }
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Some(protected());
    }
    if has("WordDocument") {
        return Some(unreadable("a Word document of an old kind (.doc)", DOCUMENT));
    }
    if has("Workbook") || has("Book") {
        return Some(other_workbook("a workbook of an old kind (.xls)"));
    }
    has("PowerPoint Document").then(|| unreadable("a presentation", "the workbook or document that it was made from"))
}

/// A text that is something else than a table, by its beginning.
pub fn other_text(text: &str) -> Option<Unreadable> {
    let start = text.trim_start();
    let is_json =
        start.starts_with('{') || start.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '"']));
    if is_json {
        return Some(unreadable("JSON, such as an export of this program", "a workbook, a document or a CSV file"));
    }
    if start.starts_with("MIME-Version:") {
        return Some(unreadable("a web archive (.mht)", "a copy saved as an Excel workbook (.xlsx)"));
    }
    let head: String = start.chars().take(1_000).collect();
    let is_xml = head.starts_with("<?xml");
    if is_xml && (head.contains("Excel.Sheet") || head.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
        return Some(other_workbook("a workbook in Excel's XML of 2003"));
    }
    let is_page = ["<!doctype html", "<html"].iter().any(|begin| head.to_ascii_lowercase().starts_with(begin));
    if is_page {
        return Some(unreadable("a web page without a table", "a page with a table, a workbook or a document"));
    }
    is_xml.then(|| unreadable("an XML file", "a workbook, a document or a CSV file"))
}
