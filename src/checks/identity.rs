//! Knows: what is named twice in an export, and which codes and statuses lead nowhere.
//! Must not know: what is named.

use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use crate::encode::slug::slug;
use crate::import::Path;
use crate::report::Keyword;
use crate::report::{Measure, Outcome, Programme, Project, Report, Risk, Status};
use std::collections::{HashMap, HashSet};

/// Where a name was first used, and what uses it.
type FirstUse = (String, String);

/// The names used so far, each with its place, and all codes of the report.
pub(super) struct Identities<'r> {
    report: &'r Report,
    all_codes: HashSet<&'r str>,
    codes: HashMap<String, FirstUse>,
    references: HashMap<String, FirstUse>,
    outcomes: HashMap<String, FirstUse>,
    programmes: HashMap<String, FirstUse>,
    with_project: HashSet<&'r str>,
}

impl<'r> Identities<'r> {
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

    /// Whether a project with commentary is about a measure.
    pub(super) fn has_a_project(&self, code: &str) -> bool {
        self.with_project.contains(code)
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome, reporter: &mut Reporter<'_>) {
        let at = reporter.at.key("name");
        // A link cannot tell apart two names that have the same slug.
        twice(
            &mut self.outcomes,
            &slug(&outcome.name),
            (&outcome.name, &outcome.name),
            &at,
            ("outcome", "name"),
            reporter,
        );
        self.programmes.clear();
    }

    /// Programmes of different outcomes may have the same name.
    pub(super) fn programme(&mut self, programme: &Programme, reporter: &mut Reporter<'_>) {
        let at = reporter.at.key("name");
        let what = ("programme of this outcome", "name");
        twice(&mut self.programmes, &slug(&programme.name), (&programme.name, &programme.name), &at, what, reporter);
    }

    pub(super) fn risk(&mut self, risk: &Risk, reporter: &mut Reporter<'_>) {
        let at = reporter.at.key("reference");
        twice(
            &mut self.references,
            &risk.reference,
            (&risk.reference, &risk.title),
            &at,
            ("risk", "reference"),
            reporter,
        );
    }

    pub(super) fn measure(&mut self, measure: &Measure, reporter: &mut Reporter<'_>) {
        let at = reporter.at.key("code");
        twice(&mut self.codes, &measure.code, (&measure.code, &measure.name), &at, ("measure", "code"), reporter);
        self.status(measure, reporter);
        for (position, code) in measure.related.iter().enumerate() {
            self.leads(code, &reporter.at.key("related").entry(position), reporter);
        }
        for (position, section) in measure.commentary.iter().enumerate() {
            for (block_at, block) in section.blocks.iter().enumerate() {
                for (code_at, code) in block.also.iter().enumerate() {
                    let commentary = reporter.at.key("commentary");
                    let section_at = commentary.entry(position);
                    let blocks = section_at.key("blocks");
                    let block = blocks.entry(block_at);
                    self.leads(code, &block.key("also").entry(code_at), reporter);
                }
            }
        }
    }

    /// A status should be one that the report defines.
    fn status(&self, measure: &Measure, reporter: &mut Reporter<'_>) {
        let rules = &self.report.rules;
        let is_defined = rules.statuses.iter().any(|definition| definition.status == measure.status);
        if is_defined || rules.statuses.is_empty() || measure.status == Status::None {
            return;
        }
        let defined: Vec<&str> = rules.statuses.iter().map(|definition| definition.status.word()).collect();
        let evidence = Evidence {
            published: format!("the status {}", measure.status.word()),
            expected: format!("a status that the rules of the report define: {}", defined.join(", ")),
            working: format!("The rules define {} statuses, and not this one.", defined.len()),
        };
        let at = reporter.at.key("status");
        reporter.add(Kind::Dangling, Certainty::Certain, &at, evidence);
    }

    pub(super) fn project(&mut self, project: &Project, reporter: &mut Reporter<'_>) {
        for (position, code) in project.measures.iter().enumerate() {
            self.leads(code, &reporter.at.key("measures").entry(position), reporter);
        }
    }

    fn leads(&self, code: &str, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        if !self.all_codes.contains(code) {
            let evidence = Evidence {
                published: if code.trim().is_empty() { "an empty code".to_string() } else { code.to_string() },
                expected: "the code of a measure in this file".to_string(),
                working: format!("The file has {} codes of measures, and this is none of them.", self.all_codes.len()),
            };
            reporter.add(Kind::Dangling, Certainty::Certain, at, evidence);
        }
    }
}

/// Adds a finding when a key is already known. `shown` is how the finding writes it, `name` what uses it; `thing` and `part` say
/// what kind of thing that is and which part of it is used twice.
fn twice(
    known: &mut HashMap<String, FirstUse>,
    key: &str,
    (shown, name): (&str, &str),
    at: &Path<'_>,
    (thing, part): (&str, &str),
    reporter: &mut Reporter<'_>,
) {
    match known.get(key) {
        Some((first, other)) => {
            let evidence = Evidence {
                published: shown.to_string(),
                expected: format!("a {part} that no other {thing} has"),
                working: format!("A link cannot tell it from “{other}” at {first}, and leads there."),
            };
            reporter.add(Kind::Duplicate, Certainty::Certain, at, evidence);
        }
        None => {
            known.insert(key.to_string(), (at.to_string(), name.to_string()));
        }
    }
}
