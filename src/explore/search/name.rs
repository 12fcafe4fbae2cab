//! Knows: which names a whole search stands for: codes however they are spaced, and what the report's glossary calls the same.
//! Must not know: how a match is shown.

use super::word::{ends_word, starts_word};
use crate::encode::fold::{fold, fold_char};
use crate::report::{Dataset, GlossaryEntry};

/// The most codes that a search stands for: of more, it is read as words.
const MOST_CODES: usize = 20;

/// A name, folded, that a text has as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    text: String,
    /// Longer terms of the glossary, inside which it is not this name.
    longer: Vec<String>,
}

impl Name {
    /// Where a folded text has it, from and to.
    pub(super) fn places<'n>(&'n self, folded: &'n str) -> impl Iterator<Item = (usize, usize)> + 'n {
        let places = folded.match_indices(&self.text).map(|(at, found)| (at, at + found.len()));
        places
            .filter(|(from, to)| starts_word(folded, *from) && ends_word(folded, *to) && !self.is_inside(folded, *from))
    }

    fn is_inside(&self, folded: &str, from: usize) -> bool {
        let is_here = |longer: &String| {
            longer.match_indices(&self.text).any(|(at, _)| {
                from.checked_sub(at).and_then(|start| folded.get(start..)).is_some_and(|rest| rest.starts_with(longer))
            })
        };
        self.longer.iter().any(is_here)
    }
}

/// Letters and digits alone, folded: `ascof1c2i`.
pub(in crate::explore) fn bare(text: &str) -> String {
    fold(text).chars().filter(|one| one.is_alphanumeric()).collect()
}

/// Whether the letters and digits of a code begin with these; nothing is copied, since a report may have many codes.
fn begins_with(code: &str, bare: &str) -> bool {
    let mut left = bare.chars().peekable();
    for character in code.chars() {
        let mut is_same = true;
        fold_char(character, &mut |one| {
            if one.is_alphanumeric() && left.peek().is_some() {
                is_same &= left.next() == Some(one);
            }
        });
        if !is_same || left.peek().is_none() {
            return is_same;
        }
    }
    false
}

/// The codes of measures and references of risks that a search means which writes them with other spaces or signs than the report,
/// or with any spaces at all: `N 23`, `ascof1c`. None of a search that is no beginning of a code with letters and digits.
pub(super) fn codes(search: &str, data: &Dataset) -> Vec<Name> {
    let (bare, folded) = (bare(search), fold(search.trim()));
    if !bare.contains(|one: char| one.is_ascii_digit()) || !bare.contains(char::is_alphabetic) || folded.contains('"') {
        return Vec::new();
    }
    let measures = data.measures().map(|place| place.measure.code.as_str());
    let all = measures.chain(data.risks().map(|one| one.risk.reference.as_str()));
    let found: Vec<String> = all.filter(|code| begins_with(code, &bare)).take(MOST_CODES + 1).map(fold).collect();
    let is_as_written = !folded.contains(' ') && found.iter().all(|code| code.starts_with(&folded));
    if is_as_written || found.len() > MOST_CODES {
        return Vec::new();
    }
    found.into_iter().map(|text| Name { text, longer: Vec::new() }).collect()
}

/// All that the glossary calls the same as a search: an abbreviation, the words that it stands for and what these are "also called".
/// The search is such a name, or its first words, at least two. Empty if the glossary does not have it.
pub(super) fn same_in_glossary(search: &str, glossary: &[GlossaryEntry]) -> Vec<Name> {
    let folded = fold(search);
    let search = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    if search.is_empty() || search.contains('"') {
        return Vec::new();
    }
    let entries: Vec<Vec<String>> = glossary.iter().map(names).filter(|names| names.len() > 1).collect();
    let is_it = |name: &String| {
        *name == search || search.contains(' ') && name.strip_prefix(&search).is_some_and(|rest| rest.starts_with(' '))
    };
    let mut same: Vec<&String> = Vec::new();
    let mut done = vec![false; entries.len()];
    // An entry that has a name in common with one that is taken is taken too.
    while let Some((entry, done)) = entries.iter().zip(&mut done).find(|(names, done)| {
        !**done
            && names.iter().any(|name| if same.is_empty() { is_it(name) } else { is_it(name) || same.contains(&name) })
    }) {
        *done = true;
        same.extend(entry.iter().filter(|name| !same.contains(name)).collect::<Vec<_>>());
    }
    let terms: Vec<String> = glossary.iter().map(|entry| fold(&entry.term)).collect();
    let longer = |text: &String| {
        let is_longer =
            |term: &&String| term.len() > text.len() && !same.contains(term) && term.contains(text.as_str());
        terms.iter().filter(is_longer).cloned().collect()
    };
    same.iter().map(|text| Name { text: (*text).clone(), longer: longer(text) }).collect()
}

/// The names of what an entry explains, folded: an abbreviation, the words whose initials it has at the start of its meaning, and what
/// the meaning says that they are also called. The term alone if it is no such abbreviation.
fn names(entry: &GlossaryEntry) -> Vec<String> {
    let (term, meaning) = (fold(&entry.term), fold(&entry.meaning));
    let mut sentence = meaning.split(['.', ';']);
    let first = sentence.next().unwrap_or_default();
    let (full, rest) = first.split_once(':').unwrap_or((first, ""));
    if !has_initials(full, &term) {
        return vec![term];
    }
    let also = rest.split_once("also called ").map(|(_, also)| also.trim().to_string());
    [term, full.trim().to_string()].into_iter().chain(also).collect()
}

/// Whether an abbreviation has the initials of these words, of which it may leave out small ones.
fn has_initials(words: &str, abbreviation: &str) -> bool {
    const SMALL: [&str; 9] = ["a", "an", "and", "at", "for", "in", "of", "the", "with"];
    let mut letters = abbreviation.chars().peekable();
    let words = words.split(|one: char| !one.is_alphanumeric() && one != '\'').filter(|word| !word.is_empty());
    for word in words {
        if word.chars().next() == letters.peek().copied() {
            letters.next();
        } else if !SMALL.contains(&word) {
            return false;
        }
    }
    letters.peek().is_none()
}

#[cfg(test)]
mod tests;
