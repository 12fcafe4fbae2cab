//! Knows: what mail, chat and other programs do to the values of a link, and how to read what was sent.
//! Must not know: which values there are; whoever asks says what is known.

use super::percent;

/// The most signs that are taken off the end of a value.
const MOST: usize = 12;
/// Who encodes a link twice may do so again.
const TIMES: usize = 3;

/// What is known of a value: as it stands, or else as it was sent, without the signs of a sentence around it and without
/// encoding it again. The first reading that is known counts, so that what is right as it stands is never changed.
pub(crate) fn straighten<T>(value: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut value = value.to_string();
    for _ in 0..=TIMES {
        let start = value.trim_start_matches(is_around);
        let mut reading = value.as_str();
        for _ in 0..MOST {
            let readings =
                [Some(reading), reading.strip_prefix(is_around).map(|_| reading.trim_start_matches(is_around))];
            if let Some(found) = readings.into_iter().flatten().find_map(&known) {
                return Some(found);
            }
            match reading.strip_suffix(is_around) {
                Some(shorter) if shorter.len() >= value.len() - start.len() => reading = shorter,
                _ => break,
            }
        }
        match percent::decode(&value).filter(|decoded| *decoded != value) {
            Some(decoded) => value = decoded,
            None => break,
        }
    }
    None
}

/// Several known values in the place of one, with commas between them; none if one of them is unknown.
pub(crate) fn straighten_list<T>(value: &str, known: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    straighten(value, |text| match known(text) {
        Some(one) => Some(vec![one]),
        None => {
            let parts = text.split(',').filter(|part| !part.trim().is_empty());
            let parts: Option<Vec<T>> = parts.map(|part| straighten(part, &known)).collect();
            parts.filter(|parts| !parts.is_empty())
        }
    })
}

/// Signs that a sentence puts around a link, and characters that nobody sees.
fn is_around(sign: char) -> bool {
    let is_unseen = matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    sign.is_whitespace()
        || sign.is_control()
        || is_unseen
        || matches!(
            sign,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '<'
                | '>'
                | '"'
                | '\''
                | '`'
                | '*'
                | '_'
                | '|'
                | '\\'
                | '“'
                | '”'
                | '„'
                | '‘'
                | '’'
                | '‚'
                | '«'
                | '»'
                | '‹'
                | '›'
        )
}

/// A key as it was sent: in lower case, without the rest of an ampersand that was written as `&amp;`.
pub(super) fn straighten_key(mut key: &str) -> String {
    while let Some(rest) = key.strip_prefix("amp;").or_else(|| key.strip_prefix("#38;")) {
        key = rest;
    }
    key.trim_matches(is_around).to_ascii_lowercase()
}

/// Whether a part of a link is the rest of a sign that was written for a page, such as `&gt;`.
pub(super) fn is_rest_of_markup(part: &str) -> bool {
    matches!(part, "amp;" | "gt;" | "lt;" | "quot;" | "apos;" | "nbsp;" | "#39;" | "#34;" | "#x27;")
}

#[cfg(test)]
mod tests {
    use super::{straighten, straighten_list};

    #[test]
    fn a_value_is_read_as_it_was_sent() {
        let known = |text: &str| ["red", "EDU3(b)", "ASCOF 1C(2i)", "a.", "(n)"].into_iter().find(|one| *one == text);
        for (value, expected) in [
            ("red", Some("red")),
            ("red.", Some("red")),
            ("red)", Some("red")),
            ("red>", Some("red")),
            ("red,", Some("red")),
            (" red\n", Some("red")),
            ("“red”.", Some("red")),
            ("<red>", Some("red")),
            ("red\u{200b}", Some("red")),
            ("re\u{200b}d", None),
            ("redd", None),
            ("...", None),
            ("", None),
            // A sign that belongs to the value stays.
            ("EDU3(b)", Some("EDU3(b)")),
            ("EDU3(b)).", Some("EDU3(b)")),
            ("a.", Some("a.")),
            ("a..", Some("a.")),
            ("(n)", Some("(n)")),
            ("((n))", None),
            // Encoded once or twice more.
            ("ASCOF%201C%282i%29", Some("ASCOF 1C(2i)")),
            ("ASCOF%25201C%25282i%2529.", Some("ASCOF 1C(2i)")),
            ("red%E2%80%9D", Some("red")),
        ] {
            assert_eq!(straighten(value, known), expected, "{value:?}");
        }
        for (value, expected) in
            [("red,a.", Some(vec!["red", "a."])), ("red,,", Some(vec!["red"])), ("red,x", None), (",", None)]
        {
            assert_eq!(straighten_list(value, known), expected, "{value:?}");
        }
    }
}
