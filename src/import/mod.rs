//! Knows: how bytes from outside become a report or a list of everything that is wrong with them.
//! Must not know: where the bytes come from, or how faults are shown.
//!
//! Three steps, each of which finds all it can: `json` (is it JSON, within the limits), `read` (has it the shape that the
//! types of `report` define), `validate` (do its parts go together).

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
    let report: Report = typed(bytes)?;
    let mut faults = Faults::default();
    validate::check(&report, &mut faults);
    if faults.is_empty() { Ok(report) } else { Err(faults) }
}

/// Reads a catalogue.
pub fn catalogue(bytes: &[u8]) -> Result<Catalogue, Faults> {
    let catalogue: Catalogue = typed(bytes)?;
    let mut faults = Faults::default();
    catalogue::check(&catalogue, &mut faults);
    if faults.is_empty() { Ok(catalogue) } else { Err(faults) }
}

/// What a file is that is no text at all, by its first bytes: what somebody may take for an export.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "a ZIP archive, as workbooks of Excel (.xlsx) and documents of Word are"),
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xfe", "text in UTF-16, as some programs save it"),
        (b"\xfe\xff", "text in UTF-16, as some programs save it"),
    ];
    let known = KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind);
    // Text has no such byte; nearly every other file has.
    known.or_else(|| bytes.contains(&0).then_some("a file that is not text"))
}

fn typed<T: Read>(bytes: &[u8]) -> Result<T, Faults> {
    if bytes.len() > limits::MAX_BYTES {
        let found = format!("{} bytes", bytes.len());
        return Err(Faults::whole_file(found, format!("at most {} bytes", limits::MAX_BYTES)));
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
        Faults::whole_file(
            format!("bytes that are not UTF-8 text, from byte {} on", error.valid_up_to()),
            "JSON in UTF-8",
        )
    })?;
    let json: Json = json::parse(text)?;
    let mut faults = Faults::default();
    let read = T::read(json, &Path::Root, &mut faults);
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

#[cfg(test)]
mod tests;
