//! Knows: how the parts of a ZIP archive are unpacked, within bounds, and how the parts of an Office file name one another.
//! Must not know: what the parts say.

use super::csv::text;
use super::limits::{MOST_ENTRIES, MOST_UNPACKED, MOST_UNPACKED_PART, too_large};
use super::xml::{Piece, Xml};
use super::{Unreadable, kind};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What the last record of an archive begins with.
const LAST_RECORD: &[u8] = b"PK\x05\x06";

/// How many such records are tried: each may lead through the whole archive, and a proper one has one, besides those of
/// archives in it.
const MOST_LAST_RECORDS: usize = 16;

/// A ZIP archive.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Where each part is, by its path in lower case.
    paths: HashMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// How one part names another.
pub struct Relation {
    /// What the first calls it.
    pub id: String,
    /// What the other is: `worksheet`, `styles`.
    pub kind: String,
    /// Its path.
    pub path: String,
}

impl<'b> Archive<'b> {
    /// Reads the list of its parts.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let last_records = bytes.windows(LAST_RECORD.len()).filter(|window| *window == LAST_RECORD);
        if last_records.take(MOST_LAST_RECORDS + 1).count() > MOST_LAST_RECORDS {
            return Err(kind::damaged());
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| kind::damaged())?;
        if zip.len() > MOST_ENTRIES {
            return Err(too_large("an archive of more than 10,000 files"));
        }
        let paths = zip.file_names().enumerate().map(|(position, path)| (key(path), position)).collect();
        Ok(Self { zip, paths, left: MOST_UNPACKED })
    }

    /// Whether there is such a part.
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains_key(&key(path))
    }

    /// Whether any part's path, in lower case, begins so.
    pub fn has_below(&self, folder: &str) -> bool {
        self.paths.keys().any(|path| path.starts_with(folder))
    }

    /// The text of a part; none if there is no such part.
    pub fn text(&mut self, path: &str) -> Result<Option<String>, Unreadable> {
        let Some(position) = self.paths.get(&key(path)) else { return Ok(None) };
        let part = self.zip.by_index(*position).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => kind::protected(),
            _ => kind::damaged(),
        })?;
        let most = MOST_UNPACKED_PART.min(self.left);
        let stated = usize::try_from(part.size()).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        if stated <= most {
            let mut limited = part.take(u64::try_from(most + 1).unwrap_or(u64::MAX));
            limited.read_to_end(&mut bytes).map_err(|_| kind::damaged())?;
        }
        if stated > most || bytes.len() > most {
            return Err(too_large(&format!("a part of more than {} MB when it is unpacked", most >> 20)));
        }
        self.left -= bytes.len();
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            return text::decode(&bytes).map(|(text, _)| Some(text)).map_err(|_| kind::damaged());
        }
        String::from_utf8(bytes).map(Some).map_err(|_| kind::damaged())
    }

    /// What a part of an Office file says about others; the empty path stands for the file as a whole.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Unreadable> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(text) = self.text(&resolve(folder, &format!("_rels/{name}.rels")))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut xml = Xml::new(&text);
        loop {
            match xml.next()? {
                Piece::Start(tag) if tag.name() == "Relationship" && relations.len() < MOST_ENTRIES => {
                    let kind = tag.attribute("Type").unwrap_or_default();
                    let target = tag.attribute("Target").unwrap_or_default();
                    relations.push(Relation {
                        id: tag.attribute("Id").unwrap_or_default(),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_string(),
                        path: resolve(folder, &target),
                    });
                }
                Piece::Over => return Ok(relations),
                _ => {}
            }
        }
    }
}

/// Paths differ in case, in slashes, and in whether they begin with one.
fn key(path: &str) -> String {
    path.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// A path as seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_string();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_name_one_another_by_paths() {
        for (folder, target, expected) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl/worksheets", "../comments1.xml", "xl/comments1.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../x", "x"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
    }
}
