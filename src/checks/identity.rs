//! Knows: what is named twice in an export, and which codes and statuses lead nowhere.
//! Must not know: what is named.

use super::{Certainty, Desk, Kind, Said};
use crate::import::Path;
use crate::report::{Measure, Outcome, Project, Report, Risk};
use crate::slug::slug;
use std::collections::{HashMap, HashSet};

/// The names that were met so far, each with its place; and the codes that there are at all.
pub(super) struct Known<'r> {
    report: &'r Report,
    all_codes: HashSet<&'r str>,
    codes: HashMap<String, String>,
    references: HashMap<String, String>,
    outcomes: HashMap<String, String>,
}

impl<'r> Known<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let all_codes = report.places().map(|place| place.measure.code.as_str()).collect();
        Self { report, all_codes, codes: HashMap::new(), references: HashMap::new(), outcomes: HashMap::new() }
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        let at = desk.at.key("name");
        // Two outcomes with one slug cannot be told apart in a link.
        let words = ("name", "a name that differs in its letters and digits");
        twice(&mut self.outcomes, &slug(&outcome.name), &outcome.name, &at, words, desk);
    }

    pub(super) fn risk(&mut self, risk: &Risk, desk: &mut Desk<'_>) {
        let at = desk.at.key("reference");
        twice(
            &mut self.references,
            &risk.reference,
            &risk.reference,
            &at,
            ("reference", "a reference of its own"),
            desk,
        );
    }

    pub(super) fn measure(&mut self, measure: &Measure, desk: &mut Desk<'_>) {
        let at = desk.at.key("code");
        twice(&mut self.codes, &measure.code, &measure.code, &at, ("code", "a code of its own"), desk);
        for (position, code) in measure.related.iter().enumerate() {
            self.leads(code, &desk.at.key("related").entry(position), desk);
        }
        for (position, section) in measure.commentary.iter().enumerate() {
            for (block_at, block) in section.blocks.iter().enumerate() {
                for (code_at, code) in block.also.iter().enumerate() {
                    let commentary = desk.at.key("commentary");
                    let section_at = commentary.entry(position);
                    let blocks = section_at.key("blocks");
                    let block = blocks.entry(block_at);
                    self.leads(code, &block.key("also").entry(code_at), desk);
                }
            }
        }
        let rules = &self.report.rules;
        let is_defined = rules.statuses.iter().any(|definition| definition.status == measure.status);
        if !is_defined && !rules.statuses.is_empty() && measure.status != crate::report::Status::None {
            use crate::report::words::Word;
            let defined: Vec<&str> = rules.statuses.iter().map(|definition| definition.status.word()).collect();
            let said = Said {
                published: measure.status.word().to_string(),
                expected: format!("one of the statuses that the rules define: {}", defined.join(", ")),
                working: "The report does not say what this status means.".to_string(),
            };
            let at = desk.at.key("status");
            desk.find(Kind::Dangling, Certainty::Certain, &at, said);
        }
    }

    pub(super) fn project(&mut self, project: &Project, desk: &mut Desk<'_>) {
        for (position, code) in project.measures.iter().enumerate() {
            self.leads(code, &desk.at.key("measures").entry(position), desk);
        }
    }

    fn leads(&self, code: &str, at: &Path<'_>, desk: &mut Desk<'_>) {
        if !self.all_codes.contains(code) {
            let said = Said {
                published: code.to_string(),
                expected: "the code of a measure in this file".to_string(),
                working: format!("None of the {} measures has this code.", self.all_codes.len()),
            };
            desk.find(Kind::Dangling, Certainty::Certain, at, said);
        }
    }
}

fn twice(
    known: &mut HashMap<String, String>,
    key: &str,
    shown: &str,
    at: &Path<'_>,
    (what, expected): (&str, &str),
    desk: &mut Desk<'_>,
) {
    match known.get(key) {
        Some(first) => {
            let said = Said {
                published: shown.to_string(),
                expected: expected.to_string(),
                working: format!("{first} has this {what} already; a link finds that one alone."),
            };
            desk.find(Kind::Duplicate, Certainty::Certain, at, said);
        }
        None => {
            known.insert(key.to_string(), at.to_string());
        }
    }
}
