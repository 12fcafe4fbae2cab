//! Knows: codes, references, names and titles that an export uses twice, and codes and statuses that it does not define.
//! Must not know: anything else about the things that they name.

use super::hidden::check_name;
use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use crate::encode::fold::fold;
use crate::encode::slug::slug;
use crate::import::Path;
use crate::report::{Keyword, Measure, Outcome, Programme, Project, Report, Risk, Status};
use crate::turns::Turns;
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
    /// The titles of risks and the names of projects of an outcome, and the names of measures of a programme.
    titles: SeenOnce,
    projects: SeenOnce,
    names: SeenOnce,
    /// The codes of measures that a project with commentary is about.
    with_project: HashSet<&'r str>,
}

impl<'r> Identities<'r> {
    /// None used so far. None at all if they are not wanted any longer.
    pub(super) async fn new(report: &'r Report, turns: &dyn Turns) -> Option<Self> {
        let mut all_codes = HashSet::new();
        for place in report.places() {
            all_codes.insert(place.measure.code.as_str());
            turns.step().await?;
        }
        let projects = report.outcomes.iter().flat_map(|outcome| &outcome.projects);
        let projects = projects.filter(|project| !project.commentary.is_empty());
        Some(Self {
            report,
            all_codes,
            codes: HashMap::new(),
            references: HashMap::new(),
            outcomes: HashMap::new(),
            programmes: HashMap::new(),
            titles: SeenOnce::default(),
            projects: SeenOnce::default(),
            names: SeenOnce::default(),
            with_project: projects.flat_map(|project| &project.measures).map(String::as_str).collect(),
        })
    }

    /// Whether a project with commentary is about a measure.
    pub(super) fn has_a_project(&self, code: &str) -> bool {
        self.with_project.contains(code)
    }

    pub(super) fn outcome(&mut self, outcome: &Outcome, reporter: &mut Reporter<'_>) {
        let name = &outcome.name;
        // A link cannot tell apart two names that have the same slug.
        check_unique(&mut self.outcomes, &slug(name), (name, name), ("outcome", "name"), reporter);
        check_name(name, &reporter.at.key("name"), reporter);
        self.programmes.clear();
        self.titles = SeenOnce::default();
        self.projects = SeenOnce::default();
    }

    /// Programmes of different outcomes may have the same name.
    pub(super) fn programme(&mut self, programme: &Programme, reporter: &mut Reporter<'_>) {
        let name = &programme.name;
        let what = ("programme of this outcome", "name");
        check_unique(&mut self.programmes, &slug(name), (name, name), what, reporter);
        self.names = SeenOnce::default();
    }

    pub(super) fn risk(&mut self, risk: &Risk, reporter: &mut Reporter<'_>) {
        let key = &risk.reference;
        check_unique(&mut self.references, key, (key, &risk.title), ("risk", "reference"), reporter);
        let at = reporter.at.key("title");
        self.titles.question(fold(&risk.title), &risk.title, "title", &at, reporter);
        check_name(&risk.title, &at, reporter);
    }

    pub(super) fn measure(&mut self, measure: &Measure, reporter: &mut Reporter<'_>) {
        let code = &measure.code;
        check_unique(&mut self.codes, code, (code, &measure.name), ("measure", "code"), reporter);
        self.check_status(measure, reporter);
        let at = reporter.at;
        // One name may stand for a number and for a rate.
        let name = format!("{} {:?} {:?}", fold(&measure.name), measure.unit.kind, measure.unit.per);
        self.names.question(name, &measure.name, "name in this unit", &at.key("name"), reporter);
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
        let Some(status) = measure.status.published() else { return };
        let is_defined = rules.statuses.iter().any(|definition| definition.status == status);
        if is_defined || rules.statuses.is_empty() || status == Status::None {
            return;
        }
        let defined: Vec<&str> = rules.statuses.iter().map(|definition| definition.status.word()).collect();
        let evidence = Evidence {
            published: format!("the status {}", status.word()),
            expected: format!("a status that the rules of the report define: {}", defined.join(", ")),
            working: format!("The rules define {} statuses, but not this one.", defined.len()),
        };
        reporter.add(Kind::Dangling, Certainty::Certain, &reporter.at.key("status"), evidence);
    }

    pub(super) fn project(&mut self, project: &Project, reporter: &mut Reporter<'_>) {
        let at = reporter.at;
        self.projects.check(fold(&project.name), &project.name, "name", &at.key("name"), reporter);
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

/// Things that no link leads to, but that readers cannot tell apart: each with where it is first.
#[derive(Default)]
pub(super) struct SeenOnce(HashMap<String, String>);

impl SeenOnce {
    /// Adds a finding when a key is there again. `shown` is how the finding writes it, and `part` what it is.
    pub(super) fn check(&mut self, key: String, shown: &str, part: &str, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        self.add(key, shown, part, Certainty::Certain, at, reporter);
    }

    /// The same where two things may well have one name.
    pub(super) fn question(
        &mut self,
        key: String,
        shown: &str,
        part: &str,
        at: &Path<'_>,
        reporter: &mut Reporter<'_>,
    ) {
        self.add(key, shown, part, Certainty::Question, at, reporter);
    }

    fn add(
        &mut self,
        key: String,
        shown: &str,
        part: &str,
        certainty: Certainty,
        at: &Path<'_>,
        reporter: &mut Reporter<'_>,
    ) {
        match self.0.get(&key) {
            Some(first) => {
                let evidence = Evidence {
                    published: shown.to_string(),
                    expected: format!("each {part} once"),
                    working: format!("It is also at {first}: readers cannot tell the two apart."),
                };
                reporter.add(Kind::Duplicate, certainty, at, evidence);
            }
            None => {
                self.0.insert(key, at.to_string());
            }
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
