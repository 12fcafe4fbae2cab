//! Knows: what mail, chat and other programs do to the values of a link, and how to read what was sent.
//! Must not know: which values there are; whoever asks says what is known.

use super::percent;
use crate::encode::unseen::is_unseen;

/// The most signs that are taken off the end of a value.
const MOST: usize = 12;
/// Who encodes a link twice may do so again.
const TIMES: usize = 3;

/// A value as it was sent: as it stands if it is known, or else without the signs of a sentence around it and without what was
/// encoded again. The first reading that is known counts, so that what is right as it stands is never changed.
pub(crate) fn straighten(value: &str, is_known: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut value = value.to_string();
    for _ in 0..=TIMES {
        let mut reading = value.as_str();
        for _ in 0..MOST {
            let readings = [reading, reading.trim_start_matches(is_around)];
            if let Some(known) = readings.into_iter().find(|reading| is_known(reading)) {
                return Some(known.to_string());
            }
            match reading.strip_suffix(is_around) {
                Some(shorter) => reading = shorter,
                None => break,
            }
        }
        value = percent::decode(&value).filter(|decoded| *decoded != value)?;
    }
    None
}

/// Several known values, with commas between them, as they were sent; none if one of them is unknown.
pub(crate) fn straighten_list(value: &str, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let parts = |text: &str| -> Option<Vec<String>> {
        if is_known(text) {
            return Some(vec![text.to_string()]);
        }
        let mut parts = Vec::new();
        for part in text.split(',').filter(|part| !part.trim().is_empty()) {
            parts.push(straighten(part, is_known)?);
        }
        Some(parts).filter(|parts| !parts.is_empty())
    };
    straighten(value, &|text| parts(text).is_some()).and_then(|text| parts(&text))
}

/// Signs that a sentence puts around a link, and characters that nobody sees.
fn is_around(sign: char) -> bool {
    const SIGNS: &str = ".,;:!?…()[]{}<>\"'`*_|\\“”„‘’‚«»‹›";
    sign.is_whitespace() || sign.is_control() || is_unseen(sign) || SIGNS.contains(sign)
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
        let is_known = |text: &str| ["red", "EDU3(b)", "ASCOF 1C(2i)", "a.", "(n)"].contains(&text);
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
            assert_eq!(straighten(value, &is_known).as_deref(), expected, "{value:?}");
        }
        for (value, expected) in
            [("red,a.", Some(vec!["red", "a."])), ("red,,", Some(vec!["red"])), ("red,x", None), (",", None)]
        {
            let expected: Option<Vec<String>> =
                expected.map(|parts: Vec<&str>| parts.into_iter().map(String::from).collect());
            assert_eq!(straighten_list(value, &is_known), expected, "{value:?}");
        }
    }
}
