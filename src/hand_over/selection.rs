//! Knows: how the part of a report that is taken along becomes a report of its own, which the explorer opens like any other.
//! Must not know: how it was chosen.

use super::Taken;
use crate::format::measures;
use crate::import::limits::{MAX_BYTES, MAX_TEXT};
use crate::report::{Block, Measure, Outcome, Programme, Project, Report, Risk, Section};
use std::collections::{HashMap, HashSet};

/// The selection as an export, in JSON. None for a selection of nothing: a report has one outcome at least.
pub fn selection_json(taken: &Taken<'_>) -> Option<String> {
    if taken.is_empty() {
        return None;
    }
    let mut selection = selection(taken);
    if taken.is_local {
        add_note(&mut selection, "Made from a local file that is not published.");
    }
    let text = serde_json::to_string_pretty(&selection).ok()? + "\n";
    // Indented, what was close to the limit may be beyond it. No text of it has a line end of its own.
    let is_too_long = text.len() > MAX_BYTES;
    Some(if is_too_long { text.lines().map(str::trim_start).collect() } else { text })
}

/// The report with nothing but the selection in it.
fn selection(taken: &Taken<'_>) -> Report {
    let report = taken.report;
    let all = Counts::of(report);
    let is_whole =
        all == Counts { measures: taken.measures.len(), risks: taken.risks.len(), projects: taken.projects.len() };
    if is_whole {
        return report.clone();
    }
    let cut = Cut::new(taken);
    let mut selection = Report { outcomes: Vec::new(), ..report.clone() };
    selection.outcomes = report.outcomes.iter().filter_map(|outcome| cut.outcome(outcome)).collect();
    let kept = Counts::of(&selection);
    let said = format!(
        "This file holds a selection of the report: {}. It has {} of {} {}, {} of {} risks and {} of {} projects.",
        taken.title.chars().take(LONGEST_TITLE).collect::<String>(),
        kept.measures,
        all.measures,
        measures(all.measures),
        kept.risks,
        all.risks,
        kept.projects,
        all.projects
    );
    add_note(&mut selection, &said);
    selection
}

/// Says something more of the export as a whole.
fn add_note(report: &mut Report, said: &str) {
    let room = MAX_TEXT.saturating_sub(said.chars().count() + 1);
    let note: String = report.publication.commentary_note.chars().take(room).collect();
    report.publication.commentary_note = format!("{note} {said}").trim_start().to_string();
}

/// How many things a report has.
#[derive(PartialEq, Eq)]
struct Counts {
    measures: usize,
    risks: usize,
    projects: usize,
}

impl Counts {
    fn of(report: &Report) -> Self {
        let projects = report.outcomes.iter().map(|outcome| outcome.projects.len()).sum();
        Self { measures: report.places().count(), risks: report.risks().count(), projects }
    }
}

/// How many characters of a title, in which a search text may stand, go into the note.
const LONGEST_TITLE: usize = 1_000;

/// What is kept of a report, and what of its text belongs to what is kept.
struct Cut<'r> {
    /// What is kept, by where it is.
    measures: HashSet<*const Measure>,
    risks: HashSet<*const Risk>,
    projects: HashSet<*const Project>,
    /// The codes of the measures that are kept.
    codes: HashSet<&'r str>,
    /// The commentary of other measures that is about one as well.
    shared: HashMap<&'r str, Vec<(&'r str, &'r Block)>>,
    /// The codes for which not all of that would stay: those measures get a copy of it.
    with_copies: HashSet<&'r str>,
}

impl<'r> Cut<'r> {
    fn new(taken: &Taken<'r>) -> Self {
        let measures: HashSet<*const Measure> =
            taken.measures.iter().map(|place| std::ptr::from_ref(place.measure)).collect();
        let codes: HashSet<&str> = taken.measures.iter().map(|place| place.measure.code.as_str()).collect();
        let shared = taken.report.shared_blocks();
        let left_out = taken.report.places().filter(|place| !measures.contains(&std::ptr::from_ref(place.measure)));
        let blocks = left_out.flat_map(|place| &place.measure.commentary).flat_map(|section| &section.blocks);
        let about = blocks.flat_map(|block| &block.also).map(String::as_str);
        let with_copies = about.filter(|code| codes.contains(code)).collect();
        let risks = taken.risks.iter().map(|(_, risk)| std::ptr::from_ref(*risk)).collect();
        let projects = taken.projects.iter().map(|(_, project)| std::ptr::from_ref(*project)).collect();
        Self { measures, risks, projects, codes, shared, with_copies }
    }

    /// What is kept of an outcome; none where that is nothing.
    fn outcome(&self, outcome: &Outcome) -> Option<Outcome> {
        // With a measure go the projects that tell how it goes.
        let keeps_project = |project: &&Project| {
            self.projects.contains(&std::ptr::from_ref(*project))
                || project.measures.iter().any(|code| self.codes.contains(code.as_str()))
        };
        let programmes = outcome.programmes.iter().filter_map(|programme| self.programme(programme)).collect();
        let kept = Outcome {
            name: outcome.name.clone(),
            risks: outcome
                .risks
                .iter()
                .filter(|risk| self.risks.contains(&std::ptr::from_ref(*risk)))
                .cloned()
                .collect(),
            programmes,
            projects: outcome.projects.iter().filter(keeps_project).map(|project| self.project(project)).collect(),
            stated_absences: outcome.stated_absences.clone(),
        };
        let is_empty = kept.risks.is_empty() && kept.programmes.is_empty() && kept.projects.is_empty();
        (!is_empty).then_some(kept)
    }

    fn programme(&self, programme: &Programme) -> Option<Programme> {
        let kept = programme.measures.iter().filter(|measure| self.measures.contains(&std::ptr::from_ref(*measure)));
        let measures: Vec<Measure> = kept.map(|measure| self.measure(measure)).collect();
        // Of a part of its measures the published summary would not be true.
        let is_whole = measures.len() == programme.measures.len();
        let published_summary = if is_whole { programme.published_summary.clone() } else { Vec::new() };
        (!measures.is_empty()).then(|| Programme { name: programme.name.clone(), measures, published_summary })
    }

    fn project(&self, project: &Project) -> Project {
        let mut project = project.clone();
        project.measures.retain(|code| self.codes.contains(code.as_str()));
        project
    }

    fn measure(&self, measure: &Measure) -> Measure {
        let mut kept = measure.clone();
        kept.related.retain(|code| self.codes.contains(code.as_str()));
        let stays = |code: &String| self.codes.contains(code.as_str()) && !self.with_copies.contains(code.as_str());
        for block in kept.commentary.iter_mut().flat_map(|section| &mut section.blocks) {
            block.also.retain(stays);
        }
        if self.with_copies.contains(measure.code.as_str()) {
            for (heading, block) in self.shared.get(measure.code.as_str()).into_iter().flatten() {
                let copy = Block { also: Vec::new(), content: block.content.clone() };
                match kept.commentary.iter_mut().find(|section| section.heading == *heading) {
                    Some(section) => section.blocks.push(copy),
                    None => kept.commentary.push(Section { heading: (*heading).to_string(), blocks: vec![copy] }),
                }
            }
        }
        kept
    }
}
