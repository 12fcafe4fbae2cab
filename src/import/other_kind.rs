//! Knows: the kinds of files that somebody may mistake for an export.
//! Must not know: what an export is.

/// What a file that is not text is, by its first bytes: the kinds that somebody may mistake for an export.
pub fn other_kind(bytes: &[u8]) -> Option<&'static str> {
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
