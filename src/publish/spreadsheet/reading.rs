//! Knows: where in a sheet something was read otherwise than it is written, and how its maker is told.
//! Must not know: how it was recognised.

use crate::convert::values::Reading;
use crate::convert::workbook::csv::text::Encoding;
use crate::wording::format::count_of;

/// All that was read otherwise. A number is never repeated here: it may be one that should have been withheld.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// How the file as a whole was read, if not as UTF-8 with commas.
    file: Option<String>,
    /// Each kind with its first place and how many there are.
    listed: Vec<(Reading, String, usize)>,
}

impl Readings {
    /// Records how the file was saved. Some of the characters are shown, since anything can be read as Windows-1252.
    pub(super) fn file(&mut self, text: &str, encoding: Encoding, separator: char) {
        let encoding = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16 => Some("as UTF-16".to_string()),
            Encoding::Windows1252 => {
                let mut shown: Vec<String> = Vec::new();
                for one in text.chars().filter(|one| !one.is_ascii()).map(String::from) {
                    if !shown.contains(&one) && shown.len() < 12 {
                        shown.push(one);
                    }
                }
                Some(format!("as Windows-1252, with {}", shown.join(" ")))
            }
        };
        let separator = match separator {
            ';' => Some("semicolons between the cells".to_string()),
            '\t' => Some("tabs between the cells".to_string()),
            _ => None,
        };
        self.file = match (encoding, separator) {
            (None, None) => None,
            (None, Some(separator)) => Some(format!("read with {separator}")),
            (Some(encoding), None) => Some(format!("read {encoding}")),
            (Some(encoding), Some(separator)) => Some(format!("read {encoding}; {separator}")),
        };
    }

    pub(super) fn add(&mut self, reading: Reading, row: usize, column: &str) {
        match self.listed.iter_mut().find(|(known, ..)| *known == reading) {
            Some((.., count)) => *count += 1,
            None if column.is_empty() => self.listed.push((reading, format!("row {row}"), 1)),
            None => self.listed.push((reading, format!("row {row}, column {column}"), 1)),
        }
    }

    /// One sentence for the file, and one for each kind of reading.
    pub(super) fn sentences(&self) -> Vec<String> {
        let listed = self.listed.iter().map(|(reading, place, count)| match count {
            1 => format!("{place}: {}", reading.words()),
            count => format!("{place}, and {} more: {}", count_of(count - 1, "place"), reading.words()),
        });
        self.file.iter().cloned().chain(listed).collect()
    }
}
