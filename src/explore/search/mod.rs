//! Knows: whether and where a text contains the words of a search.
//! Must not know: which texts are searched, or how a hit is shown.

pub mod elsewhere;
pub mod excerpt;
pub mod explained;
pub mod glossary;

use crate::encode::fold::{fold, fold_char, fold_into};

/// The words and the phrases in quotes of a search, folded. A text matches if it contains all of them, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms(Vec<String>);

/// A part of a text, and whether it is a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fragment<'t> {
    /// The part.
    pub text: &'t str,
    /// Whether it matches the search.
    pub is_hit: bool,
}

impl Terms {
    /// The words of a search text, split at white space, except for what is in quotes.
    pub fn new(search: &str) -> Self {
        let folded = fold(search);
        let count = folded.matches('"').count();
        let mut terms = Vec::new();
        for (at, part) in folded.split('"').enumerate() {
            let words = part.split_whitespace();
            // A quote that is not closed yet is not a phrase yet.
            if at % 2 == 1 && at < count {
                terms.extend(Some(words.collect::<Vec<_>>().join(" ")).filter(|phrase| !phrase.is_empty()));
            } else {
                terms.extend(words.map(str::to_string));
            }
        }
        // Quotes alone are what is searched for.
        if terms.is_empty() {
            terms.extend(folded.split_whitespace().map(str::to_string));
        }
        Self(terms)
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words that are in none of these texts.
    pub fn not_in(&self, texts: &[&str]) -> Self {
        let mut folded = String::new();
        for text in texts {
            fold_into(text, &mut folded);
            folded.push('\n');
        }
        Self(self.0.iter().filter(|term| !folded.contains(term.as_str())).cloned().collect())
    }

    /// Whether a folded text contains every word.
    pub fn match_folded(&self, folded: &str) -> bool {
        self.0.iter().all(|term| folded.contains(term.as_str()))
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
        let hits = self.0.iter().flat_map(|term| folded.match_indices(term.as_str()));
        let place = |(at, found): (usize, &str)| Some((origin.get(at)?.0, origin.get(at + found.len() - 1)?.1));
        let mut hits: Vec<(usize, usize)> = hits.filter_map(place).collect();
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
        let parts = Terms::new(search).split(text);
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
