//! Knows: whether and where a text contains the words of a search.
//! Must not know: which texts are searched, or how a hit is shown.

pub mod elsewhere;
pub mod excerpt;
pub mod explained;
pub mod glossary;
mod name;
mod word;

pub(super) use name::bare;

use crate::encode::fold::{fold, fold_char, fold_into};
use crate::report::Dataset;
use name::Name;
use word::Word;

/// What is searched for, folded. A text matches if it has all words and phrases, in any order, or one of the names that the search
/// as a whole stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    words: Vec<Word>,
    names: Vec<Name>,
}

/// A part of a text, and whether it is a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment<'t> {
    /// The part.
    pub text: &'t str,
    /// Whether it matches the search.
    pub is_hit: bool,
}

impl Terms {
    /// The words of a search text, split at white space, and what is in quotes: exactly that.
    pub fn new(search: &str) -> Self {
        let folded = fold(search);
        let count = folded.matches('"').count();
        let mut words = Vec::new();
        for (at, part) in folded.split('"').enumerate() {
            // A quote that is not closed yet is not a phrase yet.
            if at % 2 == 1 && at < count {
                let phrase = part.split_whitespace().collect::<Vec<_>>().join(" ");
                words.extend(Some(phrase).filter(|phrase| !phrase.is_empty()).map(Word::exactly));
            } else {
                words.extend(part.split_whitespace().map(Word::new));
            }
        }
        // Quotes alone are what is searched for.
        if words.is_empty() {
            words.extend(folded.split_whitespace().map(Word::new));
        }
        Self { words, names: Vec::new() }
    }

    /// The same, with what the search stands for in a report: codes that it spells otherwise, instead of its words, or what the
    /// glossary calls the same.
    pub fn of(search: &str, data: &Dataset) -> Self {
        let codes = name::codes(search, data);
        if !codes.is_empty() {
            return Self { words: Vec::new(), names: codes };
        }
        Self { names: name::same_in_glossary(search, &data.report().glossary), ..Self::new(search) }
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.names.is_empty()
    }

    /// What is left to look for where these texts are shown: nothing if they match, or else the words that none of them has.
    pub fn not_in(&self, texts: &[&str]) -> Self {
        let mut folded = String::new();
        for text in texts {
            fold_into(text, &mut folded);
            folded.push('\n');
        }
        if self.match_folded(&folded) {
            return Self::default();
        }
        let words = self.words.iter().filter(|word| !word.is_in(&folded)).cloned().collect();
        Self { words, names: self.names.clone() }
    }

    /// The names alone, which say more of why something was found than single words of theirs.
    pub fn of_names(&self) -> Self {
        Self { words: Vec::new(), names: self.names.clone() }
    }

    /// Whether a folded text has every word, or one of the names.
    pub fn match_folded(&self, folded: &str) -> bool {
        // Without words it is a search of names alone, or of nothing, which any text matches.
        let may_match = !self.words.is_empty() || self.names.is_empty();
        let has_words = may_match && self.words.iter().all(|word| word.is_in(folded));
        has_words || self.names.iter().any(|name| name.places(folded).next().is_some())
    }

    /// Whether a text contains any of the words.
    pub fn any_in(&self, text: &str) -> bool {
        self.split(text).iter().any(|part| part.is_hit)
    }

    /// Splits a text into hits and the parts between them.
    pub fn split<'t>(&self, text: &'t str) -> Vec<Fragment<'t>> {
        if self.is_empty() || text.is_empty() {
            return vec![Fragment { text, is_hit: false }];
        }
        // Folding may change the number of bytes, so the range of the original character is kept for each folded byte.
        let mut folded = String::with_capacity(text.len());
        let mut origin: Vec<(usize, usize)> = Vec::with_capacity(text.len());
        for (start, character) in text.char_indices() {
            let end = start + character.len_utf8();
            // The accent of a letter goes with it.
            if let Some(before) = origin.last_mut().filter(|_| ('\u{300}'..='\u{36f}').contains(&character)) {
                before.1 = end;
            }
            fold_char(character, &mut |one| {
                folded.push(one);
                origin.resize(folded.len(), (start, end));
            });
        }
        let mut found: Vec<(usize, usize)> = self.names.iter().flat_map(|name| name.places(&folded)).collect();
        // Where a name is whole, its words elsewhere say nothing.
        if found.is_empty() {
            found = self.words.iter().flat_map(|word| word.places(&folded)).collect();
        }
        let place = |(from, to): (usize, usize)| Some((origin.get(from)?.0, origin.get(to.checked_sub(1)?)?.1));
        let mut hits: Vec<(usize, usize)> = found.into_iter().filter_map(place).collect();
        hits.sort_unstable();
        // Overlapping hits are merged.
        hits.dedup_by(|next, hit| {
            let overlaps = next.0 < hit.1;
            if overlaps {
                hit.1 = hit.1.max(next.1);
            }
            overlaps
        });
        let mut parts = Vec::with_capacity(hits.len() * 2 + 1);
        let mut done = 0;
        let mut push = |from: usize, to: usize, is_hit| {
            // Both ends are character boundaries.
            if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
                parts.push(Fragment { text, is_hit });
            }
        };
        for (start, end) in hits {
            push(done, start, false);
            push(start, end, true);
            done = end;
        }
        push(done, text.len(), false);
        parts
    }
}

/// The search text in quotes, as the page repeats it in a sentence. The quotes around a phrase are these: “care home”. A search
/// of several phrases, or of phrases and words, is written as several: “care home”, “visit”.
pub fn quoted(search: &str) -> String {
    let parts = search.split(['"', '“', '”']).map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| format!("“{part}”")).collect();
    // Quotes alone are what is searched for.
    if parts.is_empty() { format!("“{}”", search.trim()) } else { parts.join(", ") }
}

/// Whether a text contains a word or phrase with exactly this spelling, and not as part of longer words.
pub fn has_word(text: &str, word: &str) -> bool {
    let joins = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !joins(before) && !joins(after)
    })
}

/// The text around the first hit: about `around` characters on each side, in whole words. None without a hit.
pub fn snippet(text: &str, terms: &Terms, around: usize) -> Option<String> {
    let parts = terms.split(text);
    let hit = parts.iter().position(|part| part.is_hit)?;
    let before: String = parts.iter().take(hit).map(|part| part.text).collect();
    let after: String = parts.iter().skip(hit).map(|part| part.text).collect();
    let length = parts.get(hit).map_or(0, |part| part.text.chars().count());
    let skipped = before.chars().count().saturating_sub(around);
    let mut start: String = before.chars().skip(skipped).collect();
    if skipped > 0 {
        start = format!("…{}", start.split_once(' ').map_or("", |(_, rest)| rest));
    }
    let mut end: String = after.chars().take(length + around).collect();
    if end.len() < after.len() {
        let whole =
            end.rsplit_once(' ').map(|(whole, _)| whole.to_string()).filter(|whole| whole.chars().count() >= length);
        end = format!("{}…", whole.unwrap_or(end));
    }
    Some(start + &end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(search: &str, text: &str) -> String {
        joined(&Terms::new(search), text)
    }

    fn joined(terms: &Terms, text: &str) -> String {
        let parts = terms.split(text);
        parts.iter().map(|part| if part.is_hit { format!("[{}]", part.text) } else { part.text.to_string() }).collect()
    }

    #[test]
    fn hits_are_marked_as_written() {
        for (search, text, expected) in [
            ("ofsted", "An Ofsted visit", "An [Ofsted] visit"),
            ("1c(2i)", "ASCOF 1C(2i)", "ASCOF [1C(2i)]"),
            ("school schools", "schools", "[schools]"),
            ("ab bc", "abc", "[abc]"),
            ("medway's", "Medway’s schools", "[Medway’s] schools"),
            ("4-5", "4–5 year olds", "[4–5] year olds"),
            ("straße", "Die STRASSE, die Straße", "Die [STRASSE], die [Straße]"),
            ("cafe", "a café", "a [café]"),
            ("café", "a cafe\u{301}, a Cafe", "a [cafe\u{301}], a [Cafe]"),
            ("inspectors", "Inspections, inspectorate", "[Inspections], inspectorate"),
            ("\"care home\"", "home care, care home", "home care, [care home]"),
            ("“care home” visit", "visit a care home", "[visit] a [care home]"),
            ("\"care ho", "home care", "[ho]me [care]"),
            ("\"\" a", "a", "[a]"),
            ("\"", "so-called \"plans\"", "so-called [\"]plans[\"]"),
            ("”", "so-called “plans”", "so-called [“]plans[”]"),
            ("i", "İ", "[İ]"),
            ("", "anything", "anything"),
            ("   ", "anything", "anything"),
            ("%", "100%", "100[%]"),
            ("🚲", "by 🚲", "by [🚲]"),
            ("x", "", ""),
        ] {
            assert_eq!(marked(search, text), expected, "{search:?} in {text:?}");
        }
    }

    #[test]
    fn codes_and_names_of_the_glossary_are_marked_whole() {
        let data = crate::fixtures::shipped_data();
        for (search, text, expected) in [
            ("N 23", "N23, and in 23 cases", "[N23], and in 23 cases"),
            ("ascof1c", "ASCOF 1C(2i)", "[ASCOF 1C(2i)]"),
            ("looked after", "Number of CiC per 10,000 children", "Number of [CiC] per 10,000 children"),
            ("children in care", "Looked After Children (LAC) in Medway", "[Looked After Children] ([LAC]) in Medway"),
            ("children in care", "Care of children", "[Care] of [children]"),
        ] {
            assert_eq!(joined(&Terms::of(search, data), text), expected, "{search:?} in {text:?}");
        }
        // No word is searched for where a code is meant.
        assert!(!Terms::of("N 23", data).match_folded("in 23 cases"));
        assert!(Terms::of("", data).match_folded("anything"));
    }

    #[test]
    fn a_search_is_repeated_without_its_own_quotes() {
        for (search, expected) in [
            (" Ofsted good ", "“Ofsted good”"),
            ("\"school\"", "“school”"),
            ("“Care home”", "“Care home”"),
            ("\"care home\" visit", "“care home”, “visit”"),
            ("visit \"care ho", "“visit”, “care ho”"),
            ("\" \"", "“\" \"”"),
            ("\"", "“\"”"),
            ("it's", "“it's”"),
        ] {
            assert_eq!(quoted(search), expected, "{search:?}");
        }
    }

    #[test]
    fn words_found_in_the_texts_are_dropped() {
        let left = Terms::new("ofsted SCHOOL visit").not_in(&["CASEIKS4 Ofsted", "Schools judged good"]);
        assert_eq!(left, Terms::new("visit"));
        assert!(Terms::new("a b").not_in(&["ab"]).is_empty());
    }

    #[test]
    fn every_word_must_be_found() {
        let folded = fold("Red measures in Medway’s SCHOOLS");
        assert!(Terms::new("schools RED").match_folded(&folded));
        assert!(Terms::new("medway's").match_folded(&folded));
        assert!(!Terms::new("schools green").match_folded(&folded));
        assert!(Terms::new(" ").match_folded(&folded));
    }

    #[test]
    fn a_word_must_not_be_part_of_a_longer_one() {
        for (text, word, expected) in [
            ("The DP rate", "DP", true),
            ("DP", "DP", true),
            ("(DP), then", "DP", true),
            ("DPs and ADP", "DP", false),
            ("ADP, then DP", "DP", true),
            ("dp", "DP", false),
            ("a deep dive into it", "deep dive", true),
            ("Chatty Cafés", "Chatty Café", false),
            ("5 Ways to Wellbeing", "5 Ways to Wellbeing", true),
            ("15 Ways to Wellbeing", "5 Ways to Wellbeing", false),
        ] {
            assert_eq!(has_word(text, word), expected, "{word:?} in {text:?}");
        }
    }

    #[test]
    fn a_snippet_keeps_whole_words_around_the_hit() {
        let text = "The first words, then the hit in the middle, then many more words after it";
        let cut = |search: &str, around| snippet(text, &Terms::new(search), around);
        assert_eq!(cut("hit", 12).as_deref(), Some("…then the hit in the…"));
        assert_eq!(cut("first", 200).as_deref(), Some(text));
        assert_eq!(cut("absent", 12), None);
    }

    proptest! {
        #[test]
        fn the_parts_joined_are_the_text(search in "\\PC{0,12}", text in "\\PC{0,60}") {
            let parts = Terms::new(&search).split(&text);
            prop_assert_eq!(parts.iter().map(|part| part.text).collect::<String>(), text);
        }

        #[test]
        fn a_repeated_search_loses_nothing_but_quotes(search in "[a-z\"“” ]{0,12}") {
            let plain = |text: &str| text.replace(['"', '“', '”', ' ', ','], "");
            prop_assert_eq!(plain(&quoted(&search)), plain(&search));
        }

        #[test]
        fn a_text_that_matches_has_a_hit(text in "[a-zA-Z ßİ’–]{1,40}", from in 0usize..40, length in 1usize..6) {
            let search: String = text.chars().skip(from).take(length).collect();
            let terms = Terms::new(&search);
            prop_assert!(terms.match_folded(&fold(&text)));
            prop_assert_eq!(terms.any_in(&text), !terms.is_empty());
        }
    }
}
