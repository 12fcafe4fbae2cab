//! Knows: whether the commentary of a red measure names any action.
//! Must not know: whether the action is a good one.

use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use super::text::{block_texts, lists, sentences, words};
use crate::report::{Block, Measure, Status};

/// How words begin in the headings under which reports say what is being done.
const HEADINGS: &str = "action next plan recover mitigat improve doing response future step address intervention remed";

/// Words that say that something is being done, or will be.
const DOING: &str = "will plan plans planned planning action actions improve improvement improvements working started set \
    launched introduced introducing recruit recruited recruiting recruitment review reviewed reviewing developing developed \
    training pilot piloting commissioned implemented implementing addressing tackle strategy monitored monitoring aims aim \
    aiming begun continue continues continuing agreed appointed";

/// `sections` are the measure's own commentary and blocks of other measures that are also about it, by heading.
pub(super) fn check(measure: &Measure, sections: &[(&str, Vec<&Block>)], reporter: &mut Reporter<'_>) {
    if measure.status() != Status::Red {
        return;
    }
    let is_for_actions = |heading: &str| {
        let heading = heading.to_lowercase();
        words(&heading).any(|(_, word)| HEADINGS.split(' ').any(|start| word.starts_with(start)))
    };
    let has = |blocks: &[&Block], is_action: fn(&str) -> bool| {
        blocks.iter().any(|block| block_texts(block).iter().flat_map(|text| sentences(text)).any(is_action))
    };
    let mut has_heading = false;
    for (heading, blocks) in sections {
        // Under such a heading, anything but "None" is an action.
        let is_heading = is_for_actions(heading);
        if has(blocks, says_what_is_done) || (is_heading && has(blocks, |sentence| !names_no_action(sentence))) {
            return;
        }
        has_heading |= is_heading && !blocks.is_empty();
    }
    let headings: Vec<String> = sections.iter().map(|(heading, _)| format!("“{heading}”")).collect();
    let (certainty, working) = if headings.is_empty() {
        (Certainty::Certain, "There is no commentary, so no action is named.")
    } else if has_heading {
        let working =
            "The heading for actions has no action under it, and no other sentence says what is being done or will be.";
        (Certainty::Question, working)
    } else {
        (Certainty::Question, "No heading mentions actions, and no sentence says what is being done or will be.")
    };
    let evidence = Evidence {
        published: match headings.is_empty() {
            true => "red, without any commentary".to_string(),
            false => format!("red, with commentary under {}", headings.join(", ")),
        },
        expected: "what is being done, under a heading such as “Actions”".to_string(),
        working: working.to_string(),
    };
    reporter.add(Kind::NoAction, certainty, &reporter.at.key("commentary"), evidence);
}

fn says_what_is_done(sentence: &str) -> bool {
    words(sentence).any(|(_, word)| lists(DOING, word)) && !names_no_action(sentence)
}

/// Whether a sentence names no action: "Actions: None.", "TBC", "No action is planned."
fn names_no_action(sentence: &str) -> bool {
    const NOTHING: &str = "none nil nothing tbc tba tbd na n a to be confirmed agreed determined";
    const ACTIONS: &str = "action actions next steps step plan plans planned";
    const FILLING: &str = "further at present currently this the moment time yet for now identified required needed";
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let is_empty = |word: &&str| [NOTHING, ACTIONS, FILLING].iter().any(|list| lists(list, word));
    let denies = words.iter().enumerate().any(|(at, word)| {
        let mut after = words.iter().skip(at + 1).take(3);
        matches!(*word, "no" | "not") && after.any(|word| lists(ACTIONS, word))
    });
    // A heading alone names no action either; something that is not yet done may still be planned.
    words.iter().all(is_empty) || (denies && !words.contains(&"will"))
}
