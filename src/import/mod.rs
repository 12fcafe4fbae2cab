//! Knows: how bytes from outside become a report, or a list of everything wrong with them.
//! Must not know: where the bytes come from, or how faults are shown.
//!
//! Three steps, each of which finds every fault it can: `json` (is it JSON, within the limits?), `read` (does it have the
//! shape of the types in `report`?), `validate` (are its parts consistent?).

pub mod catalogue;
pub mod fault;
mod json;
pub mod limits;
mod read;
mod validate;

pub use fault::{Fault, Faults, Path};

use crate::report::{Catalogue, Report};
use json::Json;
use read::Read;

/// Reads an export. Bytes of any kind give a report or faults; nothing panics.
pub fn report(bytes: &[u8]) -> Result<Report, Faults> {
    let report = read_shape(bytes)?;
    let mut faults = Faults::default();
    validate::check(&report, &mut faults);
    faults.none_or(report)
}

/// Reads a catalogue.
pub fn catalogue(bytes: &[u8]) -> Result<Catalogue, Faults> {
    let catalogue = read_shape(bytes)?;
    let mut faults = Faults::default();
    catalogue::check(&catalogue, &mut faults);
    faults.none_or(catalogue)
}

/// What a file that is not text is, by its first bytes: the kinds that somebody may mistake for an export.
pub(crate) fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "a ZIP archive, such as an Excel workbook (.xlsx) or a Word document"),
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xfe", "text in UTF-16, as some programs save it"),
        (b"\xfe\xff", "text in UTF-16, as some programs save it"),
    ];
    let known = KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind);
    // Text never contains a zero byte; nearly every other file does.
    known.or_else(|| bytes.contains(&0).then_some("a file that is not text"))
}

/// Reads the bytes as JSON of this type, without checking that its parts are consistent.
fn read_shape<T: Read>(bytes: &[u8]) -> Result<T, Faults> {
    if bytes.len() > limits::MAX_BYTES {
        return Err(Faults::too_large(bytes.len() as u64));
    }
    // A byte order mark is not part of the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Faults::whole_file("an empty file", "a JSON object"));
    }
    if let Some(found) = other_kind(bytes) {
        return Err(Faults::whole_file(found, "JSON in UTF-8"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let found = format!("bytes that are not UTF-8 text, from byte {} on", error.valid_up_to());
        Faults::whole_file(found, "JSON in UTF-8")
    })?;
    let json: Json = json::parse(text)?;
    let mut faults = Faults::default();
    let read = T::read(json, &Path::Root, &mut faults);
    faults.none_or(read)
}

#[cfg(test)]
mod tests;
