//! Knows: whether the commentary of a red measure names any action.
//! Must not know: whether the action is a good one.

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

/// `others` are blocks of other measures that are about this one as well, each with its heading.
pub(super) fn check(measure: &Measure, others: &[(&str, &Block)], desk: &mut Desk<'_>) {
    if measure.status != Status::Red {
        return;
    }
    let sections = measure.commentary_with(others);
    let headed = sections.iter().any(|(heading, blocks)| {
        let heading = heading.to_lowercase();
        !blocks.is_empty()
            && heading
                .split(|one: char| !one.is_alphanumeric())
                .any(|word| HEADINGS.iter().any(|start| word.starts_with(start)))
    });
    if headed || sections.iter().flat_map(|(_, blocks)| blocks).any(|block| says_of_doing(block)) {
        return;
    }
    let at = desk.at.key("commentary");
    let headings: Vec<String> = sections.iter().map(|(heading, _)| format!("“{heading}”")).collect();
    let (published, certainty, working) = if headings.is_empty() {
        (
            "red, without any commentary".to_string(),
            Certainty::Certain,
            "There is no commentary, so no action is named.",
        )
    } else {
        let working = "No heading speaks of actions, and no sentence of what is being done or will be.";
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
    let mut found = false;
    block.each(&mut |text| {
        found = found
            || text
                .split(|one: char| !one.is_alphanumeric())
                .any(|word| DOING.iter().any(|doing| word.eq_ignore_ascii_case(doing)));
    });
    found
}
