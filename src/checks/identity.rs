//! Knows: what is named twice in an export, and which codes and statuses lead nowhere.
//! Must not know: what is named.

use super::{Certainty, Desk, Kind, Said};
use crate::import::Path;
use crate::report::words::Word;
use crate::report::{Measure, Outcome, Programme, Project, Report, Risk, Status};
use crate::slug::slug;
use std::collections::{HashMap, HashSet};

/// Where something was met first, and what it is called.
type First = (String, String);

/// The names that were met so far, each with its place; and the codes that there are at all.
pub(super) struct Known<'r> {
    report: &'r Report,
    all_codes: HashSet<&'r str>,
    codes: HashMap<String, First>,
    references: HashMap<String, First>,
    outcomes: HashMap<String, First>,
    programmes: HashMap<String, First>,
    with_project: HashSet<&'r str>,
}

impl<'r> Known<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let all_codes = report.places().map(|place| place.measure.code.as_str()).collect();
        let projects = report.outcomes.iter().flat_map(|outcome| &outcome.projects);
        let with_project =
            projects.filter(|project| !project.commentary.is_empty()).flat_map(|project| &project.measures);
        Self {
            report,
            all_codes,
            codes: HashMap::new(),
            references: HashMap::new(),
            outcomes: HashMap::new(),
            programmes: HashMap::new(),
            with_project: with_project.map(String::as_str).collect(),
        }
    }

    /// Whether a project with updates is about a measure.
    pub(super) fn has_a_project(&self, code: &str) -> bool {
        self.with_project.contains(code)
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        let at = desk.at.key("name");
        // Two names with one slug cannot be told apart in a link.
        twice(&mut self.outcomes, &slug(&outcome.name), (&outcome.name, &outcome.name), &at, ("outcome", "name"), desk);
        self.programmes.clear();
    }

    /// Programmes of different outcomes may have one name.
    pub(super) fn programme(&mut self, programme: &Programme, desk: &mut Desk<'_>) {
        let at = desk.at.key("name");
        let what = ("programme of this outcome", "name");
        twice(&mut self.programmes, &slug(&programme.name), (&programme.name, &programme.name), &at, what, desk);
    }

    pub(super) fn risk(&mut self, risk: &Risk, desk: &mut Desk<'_>) {
        let at = desk.at.key("reference");
        twice(&mut self.references, &risk.reference, (&risk.reference, &risk.title), &at, ("risk", "reference"), desk);
    }

    pub(super) fn measure(&mut self, measure: &Measure, desk: &mut Desk<'_>) {
        let at = desk.at.key("code");
        twice(&mut self.codes, &measure.code, (&measure.code, &measure.name), &at, ("measure", "code"), desk);
        self.status(measure, desk);
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
    }

    /// A status is one of those that the report defines.
    fn status(&self, measure: &Measure, desk: &mut Desk<'_>) {
        let rules = &self.report.rules;
        let is_defined = rules.statuses.iter().any(|definition| definition.status == measure.status);
        if is_defined || rules.statuses.is_empty() || measure.status == Status::None {
            return;
        }
        let defined: Vec<&str> = rules.statuses.iter().map(|definition| definition.status.word()).collect();
        let said = Said {
            published: format!("the status {}", measure.status.word()),
            expected: format!("a status that the rules of the report define: {}", defined.join(", ")),
            working: format!("The rules define {} statuses, and not this one.", defined.len()),
        };
        let at = desk.at.key("status");
        desk.find(Kind::Dangling, Certainty::Certain, &at, said);
    }

    pub(super) fn project(&mut self, project: &Project, desk: &mut Desk<'_>) {
        for (position, code) in project.measures.iter().enumerate() {
            self.leads(code, &desk.at.key("measures").entry(position), desk);
        }
    }

    fn leads(&self, code: &str, at: &Path<'_>, desk: &mut Desk<'_>) {
        if !self.all_codes.contains(code) {
            let said = Said {
                published: if code.trim().is_empty() { "an empty code".to_string() } else { code.to_string() },
                expected: "the code of a measure in this file".to_string(),
                working: format!("The file has {} codes of measures, and this is none of them.", self.all_codes.len()),
            };
            desk.find(Kind::Dangling, Certainty::Certain, at, said);
        }
    }
}

/// Says so when a key is known already. With it come what is shown of it and the name of what has it; last the kind of thing, and
/// what of it is the same.
fn twice(
    known: &mut HashMap<String, First>,
    key: &str,
    (shown, name): (&str, &str),
    at: &Path<'_>,
    (thing, part): (&str, &str),
    desk: &mut Desk<'_>,
) {
    match known.get(key) {
        Some((first, other)) => {
            let said = Said {
                published: shown.to_string(),
                expected: format!("a {part} that no other {thing} has"),
                working: format!("A link cannot tell it from “{other}” at {first}, and leads there."),
            };
            desk.find(Kind::Duplicate, Certainty::Certain, at, said);
        }
        None => {
            known.insert(key.to_string(), (at.to_string(), name.to_string()));
        }
    }
}
