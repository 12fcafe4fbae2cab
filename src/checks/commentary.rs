//! Knows: whether the commentary of a red measure names any action.
//! Must not know: whether the action is a good one.

use super::{Certainty, Desk, Kind, Said};
use crate::report::{Block, Measure, Status};

/// Headings under which reports write what is being done.
const HEADINGS: [&str; 9] =
    ["action", "next step", "plan", "recovery", "mitigation", "improve", "doing", "response", "future"];

/// Words by which a sentence says that something is being done, or will be.
const DOING: [&str; 30] = [
    "will",
    "plan",
    "plans",
    "planned",
    "action",
    "actions",
    "improve",
    "improving",
    "improvement",
    "working",
    "started",
    "set",
    "launched",
    "introduced",
    "recruited",
    "recruiting",
    "reviewing",
    "developing",
    "training",
    "pilot",
    "piloting",
    "commissioned",
    "monitored",
    "monitoring",
    "aims",
    "aim",
    "begun",
    "continue",
    "continues",
    "continuing",
];

/// `others` are blocks of other measures that are about this one as well, each with its heading.
pub(super) fn check(measure: &Measure, others: &[(&str, &Block)], desk: &mut Desk<'_>) {
    if measure.status != Status::Red {
        return;
    }
    let sections = measure.commentary_with(others);
    let headed = sections.iter().any(|(heading, blocks)| {
        let heading = heading.to_lowercase();
        !blocks.is_empty() && HEADINGS.iter().any(|word| heading.contains(word))
    });
    if headed || sections.iter().flat_map(|(_, blocks)| blocks).any(|block| says_of_doing(block)) {
        return;
    }
    let at = desk.at.key("commentary");
    let (published, certainty) = match sections.as_slice() {
        [] => ("no commentary".to_string(), Certainty::Certain),
        sections => {
            let headings: Vec<&str> = sections.iter().map(|(heading, _)| *heading).collect();
            (format!("commentary under {}", headings.join(", ")), Certainty::Question)
        }
    };
    let said = Said {
        published,
        expected: "what is being done, under a heading such as Actions".to_string(),
        working: "The measure is red, and no heading or sentence speaks of an action.".to_string(),
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
