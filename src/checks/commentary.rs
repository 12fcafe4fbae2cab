//! Knows: whether the commentary of a red measure names any action.
//! Must not know: whether the action is a good one.

use super::in_words::texts;
use super::tokens::sentences;
use super::{Certainty, Desk, Kind, Said};
use crate::report::{Block, Measure, Status};

/// How words begin in headings under which reports write what is being done.
const HEADINGS: [&str; 13] = [
    "action",
    "next",
    "plan",
    "recover",
    "mitigat",
    "improve",
    "doing",
    "response",
    "future",
    "step",
    "address",
    "intervention",
    "remed",
];

/// Words by which a sentence says that something is being done, or will be.
const DOING: [&str; 45] = [
    "will",
    "plan",
    "plans",
    "planned",
    "planning",
    "action",
    "actions",
    "improve",
    "improvement",
    "improvements",
    "working",
    "started",
    "set",
    "launched",
    "introduced",
    "introducing",
    "recruit",
    "recruited",
    "recruiting",
    "recruitment",
    "review",
    "reviewed",
    "reviewing",
    "developing",
    "developed",
    "training",
    "pilot",
    "piloting",
    "commissioned",
    "implemented",
    "implementing",
    "addressing",
    "tackle",
    "strategy",
    "monitored",
    "monitoring",
    "aims",
    "aim",
    "aiming",
    "begun",
    "continue",
    "continues",
    "continuing",
    "agreed",
    "appointed",
];

/// `sections` are all of its commentary, that of other measures which is about it included.
pub(super) fn check(measure: &Measure, sections: &[(&str, Vec<&Block>)], desk: &mut Desk<'_>) {
    if measure.status != Status::Red {
        return;
    }
    let is_headed = |heading: &str| {
        let heading = heading.to_lowercase();
        let mut words = heading.split(|one: char| !one.is_alphanumeric());
        words.any(|word| HEADINGS.iter().any(|start| word.starts_with(start)))
    };
    let headed: Vec<&Block> = sections
        .iter()
        .filter(|(heading, _)| is_headed(heading))
        .flat_map(|(_, blocks)| blocks.iter().copied())
        .collect();
    if headed.iter().any(|block| says_something(block))
        || sections.iter().flat_map(|(_, blocks)| blocks).any(|block| says_of_doing(block))
    {
        return;
    }
    let at = desk.at.key("commentary");
    let headings: Vec<String> = sections.iter().map(|(heading, _)| format!("“{heading}”")).collect();
    let is_void = !headed.is_empty();
    let (published, certainty, working) = if headings.is_empty() {
        (
            "red, without any commentary".to_string(),
            Certainty::Certain,
            "There is no commentary, so no action is named.",
        )
    } else {
        let working = if is_void {
            "What stands under the heading for actions names none, and no other sentence says what is being done or will be."
        } else {
            "No heading speaks of actions, and no sentence of what is being done or will be."
        };
        (format!("red, with commentary under {}", headings.join(", ")), Certainty::Question, working)
    };
    let said = Said {
        published,
        expected: "what is being done, under a heading such as “Actions”".to_string(),
        working: working.to_string(),
    };
    desk.find(Kind::NoAction, certainty, &at, said);
}

fn says_of_doing(block: &Block) -> bool {
    texts(block).iter().flat_map(|text| sentences(text)).any(|sentence| {
        let mut words = sentence.split(|one: char| !one.is_alphanumeric());
        !is_void(sentence) && words.any(|word| DOING.iter().any(|doing| word.eq_ignore_ascii_case(doing)))
    })
}

/// Whether there is more in a block than words that there is nothing.
fn says_something(block: &Block) -> bool {
    texts(block).iter().flat_map(|text| sentences(text)).any(|sentence| !is_void(sentence))
}

/// Whether a sentence names no action: "Actions: None.", "TBC", "No action is planned."
fn is_void(sentence: &str) -> bool {
    const NOTHING: [&str; 14] = [
        "none",
        "nil",
        "nothing",
        "tbc",
        "tba",
        "tbd",
        "na",
        "n",
        "a",
        "to",
        "be",
        "confirmed",
        "agreed",
        "determined",
    ];
    const FILLING: [&str; 22] = [
        "action",
        "actions",
        "next",
        "steps",
        "step",
        "plan",
        "plans",
        "further",
        "at",
        "present",
        "currently",
        "this",
        "the",
        "moment",
        "time",
        "yet",
        "for",
        "now",
        "identified",
        "required",
        "needed",
        "planned",
    ];
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let only = |known: &[&[&str]]| words.iter().all(|word| known.iter().any(|list| list.contains(word)));
    let denies = words.iter().enumerate().any(|(at, word)| {
        let mut after = words.iter().skip(at + 1).take(3);
        matches!(*word, "no" | "not")
            && after.any(|word| FILLING.iter().take(7).any(|known| known == word) || *word == "planned")
    });
    // A heading alone is nothing either; what is not yet done may be going to be.
    only(&[&NOTHING, &FILLING]) || (denies && !words.contains(&"will"))
}
