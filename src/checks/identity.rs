//! Knows: codes, references and names that an export uses twice, and codes and statuses that it does not define.
//! Must not know: anything else about the things that they name.

use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use crate::encode::slug::slug;
use crate::import::Path;
use crate::report::{Keyword, Measure, Outcome, Programme, Project, Report, Risk, Status};
use std::collections::{HashMap, HashSet};

/// Where a name is first used (a JSON path), and what uses it.
type FirstUse = (String, String);

/// The names used so far, and all codes of the report.
pub(super) struct Identities<'r> {
    report: &'r Report,
    all_codes: HashSet<&'r str>,
    codes: HashMap<String, FirstUse>,
    references: HashMap<String, FirstUse>,
    outcomes: HashMap<String, FirstUse>,
    programmes: HashMap<String, FirstUse>,
    /// The codes of measures that a project with commentary is about.
    with_project: HashSet<&'r str>,
}

impl<'r> Identities<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let all_codes = report.places().map(|place| place.measure.code.as_str()).collect();
        let projects = report.outcomes.iter().flat_map(|outcome| &outcome.projects);
        let projects = projects.filter(|project| !project.commentary.is_empty());
        Self {
            report,
            all_codes,
            codes: HashMap::new(),
            references: HashMap::new(),
            outcomes: HashMap::new(),
            programmes: HashMap::new(),
            with_project: projects.flat_map(|project| &project.measures).map(String::as_str).collect(),
        }
    }

    /// Whether a project with commentary is about a measure.
    pub(super) fn has_a_project(&self, code: &str) -> bool {
        self.with_project.contains(code)
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome, reporter: &mut Reporter<'_>) {
        let name = &outcome.name;
        // A link cannot tell apart two names that have the same slug.
        check_unique(&mut self.outcomes, &slug(name), (name, name), ("outcome", "name"), reporter);
        self.programmes.clear();
    }

    /// Programmes of different outcomes may have the same name.
    pub(super) fn programme(&mut self, programme: &Programme, reporter: &mut Reporter<'_>) {
        let name = &programme.name;
        let what = ("programme of this outcome", "name");
        check_unique(&mut self.programmes, &slug(name), (name, name), what, reporter);
    }

    pub(super) fn risk(&mut self, risk: &Risk, reporter: &mut Reporter<'_>) {
        let key = &risk.reference;
        check_unique(&mut self.references, key, (key, &risk.title), ("risk", "reference"), reporter);
    }

    pub(super) fn measure(&mut self, measure: &Measure, reporter: &mut Reporter<'_>) {
        let code = &measure.code;
        check_unique(&mut self.codes, code, (code, &measure.name), ("measure", "code"), reporter);
        self.check_status(measure, reporter);
        let at = reporter.at;
        at.key("related").each(&measure.related, |code, at| self.check_code(code, at, reporter));
        at.key("commentary").each(&measure.commentary, |section, at| {
            at.key("blocks").each(&section.blocks, |block, at| {
                at.key("also").each(&block.also, |code, at| self.check_code(code, at, reporter));
            });
        });
    }

    /// A status should be one that the report defines, if it defines any.
    fn check_status(&self, measure: &Measure, reporter: &mut Reporter<'_>) {
        let rules = &self.report.rules;
        let is_defined = rules.statuses.iter().any(|definition| definition.status == measure.status);
        if is_defined || rules.statuses.is_empty() || measure.status == Status::None {
            return;
        }
        let defined: Vec<&str> = rules.statuses.iter().map(|definition| definition.status.word()).collect();
        let evidence = Evidence {
            published: format!("the status {}", measure.status.word()),
            expected: format!("a status that the rules of the report define: {}", defined.join(", ")),
            working: format!("The rules define {} statuses, but not this one.", defined.len()),
        };
        reporter.add(Kind::Dangling, Certainty::Certain, &reporter.at.key("status"), evidence);
    }

    pub(super) fn project(&mut self, project: &Project, reporter: &mut Reporter<'_>) {
        let at = reporter.at;
        at.key("measures").each(&project.measures, |code, at| self.check_code(code, at, reporter));
    }

    /// A code should be that of a measure in the file.
    fn check_code(&self, code: &str, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        if !self.all_codes.contains(code) {
            let evidence = Evidence {
                published: if code.trim().is_empty() { "an empty code".to_string() } else { code.to_string() },
                expected: "the code of a measure in this file".to_string(),
                working: format!("The file has {} measure codes, and this is not one of them.", self.all_codes.len()),
            };
            reporter.add(Kind::Dangling, Certainty::Certain, at, evidence);
        }
    }
}

/// Adds a finding when a key is already known. `shown` is how the finding writes it, `name` what uses it, and `part` the JSON
/// key that it comes from.
fn check_unique(
    known: &mut HashMap<String, FirstUse>,
    key: &str,
    (shown, name): (&str, &str),
    (thing, part): (&str, &str),
    reporter: &mut Reporter<'_>,
) {
    let at = reporter.at.key(part);
    match known.get(key) {
        Some((first, other)) => {
            let evidence = Evidence {
                published: shown.to_string(),
                expected: format!("a {part} that no other {thing} has"),
                working: format!("A link cannot tell it from “{other}” at {first}, and leads there."),
            };
            reporter.add(Kind::Duplicate, Certainty::Certain, &at, evidence);
        }
        None => {
            known.insert(key.to_string(), (at.to_string(), name.to_string()));
        }
    }
}
