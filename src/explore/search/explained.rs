//! Knows: where in a text the terms of the glossary stand, and which of them are to be explained there.
//! Must not know: how a term is explained on the page.

use crate::report::GlossaryEntry;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words that are not to be explained.
    Words(&'t str),
    /// A term as the text writes it, and the position of its entry in the glossary.
    Term(&'t str, usize),
}

/// The terms of a glossary, and which of them have been explained since the start of a section.
#[derive(Debug, Clone)]
pub struct Explainer<'g> {
    /// The entries, the longest term first, each with its position in the glossary.
    entries: Vec<(usize, &'g str)>,
    explained: Vec<usize>,
}

impl<'g> Explainer<'g> {
    /// For the start of a section.
    pub fn new(glossary: &'g [GlossaryEntry]) -> Self {
        let mut entries: Vec<(usize, &str)> =
            glossary.iter().map(|entry| entry.term.trim()).enumerate().filter(|(_, term)| !term.is_empty()).collect();
        // Those of equal length stay in the order of the glossary.
        entries.sort_by_key(|(_, term)| std::cmp::Reverse(term.chars().count()));
        Self { entries, explained: Vec::new() }
    }

    /// Splits a text at the terms that are in it as whole words and have not been explained in this section. Of terms that begin
    /// at the same place the longest counts. A term without capitals is found with capitals too, as at the start of a sentence;
    /// one with capitals, such as an abbreviation, only as it is written. A plural is another word.
    pub fn split<'t>(&mut self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let (mut done, mut at) = (0, 0);
        let mut before: Option<char> = None;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let starts_word = !before.is_some_and(char::is_alphanumeric);
            let found = if starts_word { self.longest(rest) } else { None };
            let Some((entry, length)) = found else {
                before = rest.chars().next();
                at += before.map_or(1, char::len_utf8);
                continue;
            };
            let end = at + length;
            let term = text.get(at..end).unwrap_or_default();
            // What was explained before is passed over whole: no shorter term inside it is explained in its place.
            if !self.explained.contains(&entry) {
                self.explained.push(entry);
                pieces.extend(text.get(done..at).filter(|words| !words.is_empty()).map(Piece::Words));
                pieces.push(Piece::Term(term, entry));
                done = end;
            }
            before = term.chars().next_back();
            at = end;
        }
        pieces.extend(text.get(done..).filter(|words| !words.is_empty()).map(Piece::Words));
        pieces
    }

    /// The entry of the longest term that a text begins with, and the length of the term in the text, in bytes.
    fn longest(&self, text: &str) -> Option<(usize, usize)> {
        self.entries.iter().find_map(|(entry, term)| Some((*entry, length_at_start(text, term)?)))
    }
}

/// The length in bytes of a term that a text begins with as a whole word.
fn length_at_start(text: &str, term: &str) -> Option<usize> {
    let any_case = !term.chars().any(char::is_uppercase);
    let mut rest = text.chars();
    for wanted in term.chars() {
        let is = rest.next()?;
        let is_same =
            is == wanted || (apostrophe(is) && apostrophe(wanted)) || (any_case && is.to_lowercase().eq([wanted]));
        if !is_same {
            return None;
        }
    }
    let is_whole = !rest.clone().next().is_some_and(char::is_alphanumeric);
    is_whole.then(|| text.len() - rest.as_str().len())
}

fn apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::{Explainer, Piece};
    use crate::fixtures::{all_reports, shipped};
    use crate::report::GlossaryEntry;
    use proptest::prelude::*;

    fn glossary(terms: &[&str]) -> Vec<GlossaryEntry> {
        terms.iter().map(|term| GlossaryEntry { term: (*term).into(), meaning: "…".into() }).collect()
    }

    /// The text with what is to be explained in brackets.
    fn explained(explainer: &mut Explainer<'_>, text: &str) -> String {
        let piece = |piece: &Piece<'_>| match piece {
            Piece::Words(words) => (*words).to_string(),
            Piece::Term(words, _) => format!("[{words}]"),
        };
        explainer.split(text).iter().map(piece).collect()
    }

    #[test]
    fn which_terms_are_explained() {
        for (terms, text, expected) in [
            // Whole words.
            (&["DP"][..], "The DP rate", "The [DP] rate"),
            (&["DP"], "ADP, DPs and xDP", "ADP, DPs and xDP"),
            (&["DP"], "(DP)/DP", "([DP])/DP"),
            (&["DP"], "DP", "[DP]"),
            (&["NHS"], "NHS-led", "[NHS]-led"),
            (&["Q3"], "Q3 and Q31", "[Q3] and Q31"),
            // An abbreviation or name only as it is written.
            (&["DP", "Joy", "Ofsted"], "dp, Dp, joy, ofsted, Joy", "dp, Dp, joy, ofsted, [Joy]"),
            (&["ToR"], "TOR ToR", "TOR [ToR]"),
            // Another term also with capitals.
            (&["long trend"], "Long trend, LONG TREND", "[Long trend], LONG TREND"),
            (&["école"], "École", "[École]"),
            // No guess at plurals.
            (&["placement"], "placements, then a placement", "placements, then a [placement]"),
            // The longest first, whatever the order.
            (&["risk", "risk score", "score"], "a risk score, a risk", "a [risk score], a [risk]"),
            (&["KS2", "SE KS2"], "SE KS2 and KS2", "[SE KS2] and [KS2]"),
            // Of a long term that is known by now, no part is explained instead.
            (&["risk score", "score"], "risk score, risk score", "[risk score], risk score"),
            // The first in a section.
            (&["DP", "LA"], "DP LA DP LA", "[DP] [LA] DP LA"),
            // Either apostrophe.
            (&["Saving Babies' Lives"], "Saving Babies’ Lives", "[Saving Babies’ Lives]"),
            (&["", " "], "nothing", "nothing"),
            (&["DP"], "", ""),
            (&[], "DP", "DP"),
            // A term twice in the glossary.
            (&["DP", "DP"], "DP, DP", "[DP], DP"),
        ] {
            let glossary = glossary(terms);
            assert_eq!(explained(&mut Explainer::new(&glossary), text), expected, "{terms:?}");
        }
    }

    #[test]
    fn a_section_has_each_term_once_and_the_next_has_it_again() {
        let glossary = glossary(&["DP"]);
        let mut section = Explainer::new(&glossary);
        assert_eq!(explained(&mut section, "DP"), "[DP]");
        assert_eq!(explained(&mut section, "DP again"), "DP again");
        assert_eq!(explained(&mut Explainer::new(&glossary), "DP"), "[DP]");
    }

    #[test]
    fn no_word_of_any_commentary_is_lost() {
        for report in all_reports() {
            for place in report.places() {
                for section in &place.measure.commentary {
                    let mut explainer = Explainer::new(&report.glossary);
                    section.blocks.iter().for_each(|block| {
                        block.each(&mut |text| {
                            let pieces = explainer.split(text);
                            let whole: String = pieces
                                .iter()
                                .map(|piece| match piece {
                                    Piece::Words(words) | Piece::Term(words, _) => *words,
                                })
                                .collect();
                            assert_eq!(whole, text);
                        });
                    });
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_is_changed(text in "\\PC{0,60}") {
            let mut explainer = Explainer::new(&shipped().glossary);
            let whole: String = explainer.split(&text).iter().map(|piece| match piece {
                Piece::Words(words) | Piece::Term(words, _) => *words,
            }).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
