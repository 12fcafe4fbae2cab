//! Knows: which commentary names a measure by its code, for those measures whose value is withheld.
//! Must not know: what the commentary says of it.

use super::in_words::texts;
use super::recoverable::is_withheld;
use crate::report::{Block, Report};
use std::collections::{HashMap, HashSet};

/// For each code of a withheld value the blocks of others that name it, each with whose it is.
#[derive(Default)]
pub(super) struct Mentions<'r>(HashMap<&'r str, Vec<(&'r str, &'r Block)>>);

impl<'r> Mentions<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        // By the first word of each code, so that a text is gone through once.
        let mut codes: HashMap<&str, HashSet<&'r str>> = HashMap::new();
        for place in report.places().filter(|place| is_withheld(&place.measure.value)) {
            let code = place.measure.code.as_str();
            codes.entry(words(code).next().map_or("", |(_, word)| word)).or_default().insert(code);
        }
        let mut found = Self::default();
        if codes.is_empty() {
            return found;
        }
        let of_measures = report.places().map(|place| (place.measure.code.as_str(), &place.measure.commentary));
        let projects = report.outcomes.iter().flat_map(|outcome| &outcome.projects);
        let of_projects = projects.map(|project| (project.name.as_str(), &project.commentary));
        for (owner, commentary) in of_measures.chain(of_projects) {
            for block in commentary.iter().flat_map(|section| &section.blocks) {
                for text in texts(block) {
                    for (at, word) in words(&text) {
                        let named = codes.get(word).into_iter().flatten();
                        let rest = text.get(at..).unwrap_or_default();
                        for code in named.filter(|code| **code != owner && starts_with(rest, code)) {
                            let blocks = found.0.entry(code).or_default();
                            if blocks.last().is_none_or(|(_, last)| !std::ptr::eq(*last, block)) {
                                blocks.push((owner, block));
                            }
                        }
                    }
                }
            }
        }
        found
    }

    pub(super) fn of(&self, code: &str) -> &[(&'r str, &'r Block)] {
        self.0.get(code).map_or(&[], Vec::as_slice)
    }

    pub(super) fn names(sentence: &str, code: &str) -> bool {
        words(sentence).any(|(at, _)| starts_with(sentence.get(at..).unwrap_or_default(), code))
    }
}

/// Whether a text begins with a code, and not with a longer word.
fn starts_with(text: &str, code: &str) -> bool {
    text.strip_prefix(code).is_some_and(|rest| !code.is_empty() && !rest.starts_with(char::is_alphanumeric))
}

/// The words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|one: char| !one.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        // Past the one character that ended the word.
        at += word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}
