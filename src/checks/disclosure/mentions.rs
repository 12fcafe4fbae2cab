//! Knows: which commentary mentions a measure with a suppressed value by its code.
//! Must not know: what the commentary says about it.

use super::suppressed::is_suppressed;
use crate::checks::text::{block_texts, words};
use crate::never::OrNever;
use crate::report::{Block, Report};
use crate::turns::Turns;
use std::collections::{HashMap, HashSet};

/// For the code of each suppressed value: the blocks of other measures and of projects that mention it, each with its owner.
/// Blocks that are marked as also about the measure are left out.
#[derive(Default)]
pub(in crate::checks) struct Mentions<'r>(HashMap<&'r str, Vec<(&'r str, &'r Block)>>);

impl<'r> Mentions<'r> {
    /// Finds them. None if they are not wanted any longer.
    pub(in crate::checks) async fn new(report: &'r Report, turns: &dyn Turns) -> Option<Self> {
        // Codes by their first word, so that each text is read once.
        let mut codes: HashMap<&str, HashSet<&'r str>> = HashMap::new();
        for place in report.places().filter(|place| is_suppressed(&place.measure.value)) {
            let code = place.measure.code.as_str();
            codes.entry(words(code).next().map_or("", |(_, word)| word)).or_default().insert(code);
        }
        let mut mentions = Self::default();
        if codes.is_empty() {
            return Some(mentions);
        }
        let of_measures = report.places().map(|place| (true, place.measure.code.as_str(), &place.measure.commentary));
        let projects = report.outcomes.iter().flat_map(|outcome| &outcome.projects);
        let of_projects = projects.map(|project| (false, project.name.as_str(), &project.commentary));
        for (is_of_measure, owner, commentary) in of_measures.chain(of_projects) {
            for block in commentary.iter().flat_map(|section| &section.blocks) {
                let is_own =
                    |code: &str| code == owner || (is_of_measure && block.also.iter().any(|also| also == code));
                for code in mentioned_in(block, &codes).into_iter().filter(|code| !is_own(code)) {
                    mentions.0.entry(code).or_default().push((owner, block));
                }
            }
            turns.step().await?;
        }
        Some(mentions)
    }

    pub(super) fn of(&self, code: &str) -> &[(&'r str, &'r Block)] {
        self.0.get(code).map_or(&[], Vec::as_slice)
    }
}

/// Which of the codes, each under its first word, a block mentions.
fn mentioned_in<'r>(block: &Block, codes: &HashMap<&str, HashSet<&'r str>>) -> HashSet<&'r str> {
    let mut mentioned = HashSet::new();
    for text in block_texts(block) {
        for (at, word) in words(&text) {
            let rest = text.get(at..).or_never("a word starts between characters", "");
            mentioned.extend(codes.get(word).into_iter().flatten().filter(|code| starts_with(rest, code)));
        }
    }
    mentioned
}

/// Whether a sentence mentions a code.
pub(super) fn has_code(sentence: &str, code: &str) -> bool {
    words(sentence)
        .any(|(at, _)| starts_with(sentence.get(at..).or_never("a word starts between characters", ""), code))
}

/// Whether a text begins with a code, and not with a longer word.
fn starts_with(text: &str, code: &str) -> bool {
    text.strip_prefix(code).is_some_and(|rest| !code.is_empty() && !rest.starts_with(char::is_alphanumeric))
}
