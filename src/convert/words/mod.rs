//! Knows: what the words in cells mean for an export, by a table of the words that people write.
//! Must not know: which cell has them.

use crate::encode::fold::fold;
use crate::report::Keyword;
use std::collections::HashMap;
use std::sync::LazyLock;

const WORDS: &str = include_str!("words.tsv");

/// The most bytes of a text that is in the table.
const LONGEST: usize = 200;

/// The export's word for a text, such as `amber` for `Close to target` among the statuses. The text counts as a whole.
pub fn meaning(kind: &str, text: &str) -> Option<&'static str> {
    static MEANINGS: LazyLock<HashMap<(&str, String), &str>> =
        LazyLock::new(|| lines().map(|(kind, word, written)| ((kind, plain(written)), word)).collect());
    if text.len() > LONGEST { None } else { MEANINGS.get(&(kind, plain(text))).copied() }
}

/// The same as a keyword of the export; its own spelling counts too.
pub fn keyword<W: Keyword>(kind: &str, text: &str) -> Option<W> {
    let own = fold(text.trim()).replace([' ', '-'], "_");
    W::from_word(&own).or_else(|| W::from_word(meaning(kind, text)?))
}

/// The first word of the table that stands anywhere in a text as whole words, with its meaning.
pub fn found_in(kind: &str, text: &str) -> Option<(&'static str, &'static str)> {
    static PLAIN: LazyLock<Vec<(&str, &str, &str, String)>> = LazyLock::new(|| {
        lines().map(|(kind, word, written)| (kind, word, written, format!(" {} ", plain(written)))).collect()
    });
    let text = format!(" {} ", plain(text));
    let found = PLAIN.iter().find(|(of, .., words)| *of == kind && text.contains(words))?;
    Some((found.1, found.2))
}

/// The lines of the table: their kind, the export's word, and what people write.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (kind, rest) = line.split_once('\t')?;
        let (word, written) = rest.split_once('\t')?;
        Some((kind, word, written))
    })
}

/// In small letters, without signs at the ends, one space between words. A text of signs alone stays as it is.
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|one: char| one.is_whitespace() || matches!(one, '-' | '_' | '/')).collect();
    let strip = |word: &str| word.trim_matches(|one: char| one.is_ascii_punctuation() && one != '%').to_string();
    let kept: Vec<String> = words.into_iter().map(strip).filter(|word| !word.is_empty()).collect();
    if kept.is_empty() { folded.trim().to_string() } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Aim, Basis, Frequency, Missing, Status, Trend, UnitKind};

    #[test]
    fn words_as_people_write_them() {
        for (kind, text, expected) in [
            ("status", "On target", "green"),
            ("status", "ON-TARGET.", "green"),
            ("status", "Data only", "grey"),
            ("status", "G", "green"),
            ("status", "Met", "green"),
            ("status", "Close to target", "amber"),
            ("status", "🔴", "red"),
            ("status", "Blue", "blue"),
            ("trend", "↑", "improving"),
            ("trend", "▼", "deteriorating"),
            ("trend", "→", "static"),
            ("trend", "Better", "improving"),
            ("trend", "Up", "higher"),
            ("aim", "Bigger is better", "maximise"),
            ("aim", "Low", "minimise"),
            ("unit", "%", "percent"),
            ("unit", "£", "money"),
            ("frequency", "Annual", "yearly"),
            ("missing", "n/a", "not_available"),
            ("missing", "-", "not_available"),
            ("missing", "*", "suppressed"),
            ("missing", "c", "suppressed"),
            ("missing", "[c]", "suppressed"),
            ("missing", "Data not available", "not_available"),
            ("target", "TBC", "none"),
            ("total", "Sub-total", "row"),
        ] {
            assert_eq!(meaning(kind, text), Some(expected), "{kind} {text}");
        }
        assert_eq!(meaning("status", "Green and pleasant"), None);
        assert_eq!(keyword::<Basis>("basis", "In period"), Some(Basis::InPeriod));
    }

    #[test]
    fn every_line_has_a_meaning_that_an_export_knows_and_stands_once() {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let mut seen = std::collections::HashSet::new();
        for line in lines {
            let [kind, word, written] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line:?}") };
            let is_known = match kind {
                "status" => Status::WORDS.contains(&word),
                "trend" => Trend::WORDS.contains(&word) || ["higher", "lower"].contains(&word),
                "aim" | "aim_in_name" => Aim::WORDS.contains(&word),
                "unit" | "unit_in_name" => UnitKind::WORDS.contains(&word),
                "frequency" | "frequency_in_name" => Frequency::WORDS.contains(&word),
                "basis" | "basis_in_name" => Basis::WORDS.contains(&word),
                "missing" => Missing::WORDS.contains(&word),
                "target" => word == "none",
                "total" => word == "row",
                "note" => word == "row",
                _ => false,
            };
            assert!(is_known, "{line:?}");
            assert!(seen.insert((kind, plain(written))), "{line:?} stands twice");
        }
    }
}
