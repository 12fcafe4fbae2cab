//! Knows: how the bytes of a sheet become text, whatever the program that saved it.
//! Must not know: what the text says.

use crate::import;

/// How a sheet was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// What exports use, and “CSV UTF-8”.
    Utf8,
    /// Excel's “Unicode text”.
    Utf16,
    /// Excel's plain “CSV” on a British Windows.
    Windows1252,
}

/// The text of a sheet without a byte order mark, and how it was saved; or what was found instead.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), String> {
    if let [0xff, 0xfe, rest @ ..] = bytes {
        return utf_16(rest, u16::from_le_bytes);
    }
    if let [0xfe, 0xff, rest @ ..] = bytes {
        return utf_16(rest, u16::from_be_bytes);
    }
    if let Some(found) = import::other_kind::other_kind(bytes) {
        return Err(found.to_string());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok((text.to_string(), Encoding::Utf8)),
        Err(error) => error,
    };
    if let Some(text) = windows_1252(bytes) {
        return Ok((text, Encoding::Windows1252));
    }
    let before = bytes.iter().take(error.valid_up_to());
    let line = before.filter(|byte| **byte == b'\n').count() + 1;
    Err(format!("bytes that are not UTF-8 text, in line {line}"))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(String, Encoding), String> {
    let broken = || "UTF-16 text that is broken or cut short".to_string();
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty()).ok_or_else(broken)?;
    Ok((text, Encoding::Utf16))
}

/// Text in Windows-1252, if it can hardly be anything else. Any bytes can be read so; these are signs of another encoding:
///
/// - characters in UTF-8 among the others;
/// - letters and quotation marks that English text does not have, such as œ, where MS-DOS has £;
/// - the line ends of old Macs, or a capital after a small letter, as in councilÕs: old Macs have ’ there.
fn windows_1252(bytes: &[u8]) -> Option<String> {
    let has_utf_8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    let is_of_an_old_mac = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
    if has_utf_8 || is_of_an_old_mac {
        return None;
    }
    let mut text = String::with_capacity(bytes.len() * 2);
    let mut is_after_small = false;
    for byte in bytes {
        let one = match byte {
            0x80 => '€',
            0x85 => '…',
            0x91 => '‘',
            0x92 => '’',
            0x93 => '“',
            0x94 => '”',
            0x95 => '•',
            0x96 => '–',
            0x97 => '—',
            0x99 => '™',
            0x81..=0x9f => return None,
            _ => char::from(*byte),
        };
        if is_after_small && !one.is_ascii() && one.is_uppercase() {
            return None;
        }
        is_after_small = one.is_lowercase();
        text.push(one);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_known_by_the_bytes() {
        for (bytes, text, encoding) in [
            (&b""[..], "", Encoding::Utf8),
            (b"a", "a", Encoding::Utf8),
            ("\u{feff}caf\u{e9}".as_bytes(), "café", Encoding::Utf8),
            (b"\xff\xfea\0\xac\x20", "a€", Encoding::Utf16),
            (b"\xfe\xff\0a\x20\xac", "a€", Encoding::Utf16),
            (b"\xff\xfe\x3d\xd8\xb2\xde", "\u{1f6b2}", Encoding::Utf16),
            (
                b"caf\xe9 \xa35 \x80\x85 \x91\x92\x93\x94 \x95\x96\x97\x99",
                "café £5 €… ‘’“” •–—™",
                Encoding::Windows1252,
            ),
            (b"\xc9cole\r\n", "École\r\n", Encoding::Windows1252),
        ] {
            assert_eq!(decode(bytes), Ok((text.to_string(), encoding)), "{bytes:?}");
        }
    }

    #[test]
    fn what_may_be_something_else_is_not_guessed() {
        for (bytes, found) in [
            (&b"\xff\xfea"[..], "UTF-16 text that is broken or cut short"),
            (b"\xff\xfe\x3d\xd8a\0", "UTF-16 text that is broken or cut short"),
            (b"a\0b\0", "a file that is not text"),
            (b"PK\x03\x04", "a ZIP archive, such as an Excel workbook (.xlsx) or a Word document"),
            // £ in MS-DOS, é of an old Mac, a byte that is no character.
            (b"a\n\x9c5", "bytes that are not UTF-8 text, in line 2"),
            (b"caf\x8e", "bytes that are not UTF-8 text, in line 1"),
            (b"caf\x81", "bytes that are not UTF-8 text, in line 1"),
            // Both encodings in one file.
            (b"caf\xc3\xa9 caf\xe9", "bytes that are not UTF-8 text, in line 1"),
            // The line ends and the apostrophe of an old Mac.
            (b"a\r\xa35", "bytes that are not UTF-8 text, in line 1"),
            (b"the council\xd5s", "bytes that are not UTF-8 text, in line 1"),
        ] {
            assert_eq!(decode(bytes), Err(found.to_string()), "{bytes:?}");
        }
    }
}
