//! Knows: how a selection from a report becomes a report of its own, which the explorer opens like any other.
//! Must not know: how it was selected.

use super::DownloadSet;
use crate::import::limits::{MAX_BYTES, MAX_TEXT};
use crate::report::{
    Block, Dataset, Measure, MeasureIx, Outcome, Programme, Project, ProjectIx, Report, RiskIx, Section,
};
use crate::wording::format;
use std::collections::HashSet;

/// The selection as an export, in JSON. None for an empty selection, since a report has at least one outcome.
pub fn selection_json(set: &DownloadSet<'_>) -> Option<String> {
    if set.is_empty() {
        return None;
    }
    let mut selection = selection(set);
    if set.data.is_local() {
        add_note(&mut selection, "Made from a local file that is not published.");
    }
    let text = serde_json::to_string_pretty(&selection).ok()? + "\n";
    // Indentation may take it over the limit. Line breaks in JSON are never part of a text.
    let is_too_long = text.len() > MAX_BYTES;
    Some(if is_too_long { text.lines().map(str::trim_start).collect() } else { text })
}

/// The report with only the selection in it.
fn selection(set: &DownloadSet<'_>) -> Report {
    let report = set.data.report();
    let all = counts(report);
    if all == [set.measures.len(), set.risks.len(), set.projects.len()] {
        return report.clone();
    }
    let mut builder = SelectionBuilder::new(set);
    let mut selection = Report { outcomes: Vec::new(), ..report.clone() };
    selection.outcomes = report.outcomes.iter().filter_map(|outcome| builder.outcome(outcome)).collect();
    let title: String = set.title.chars().take(LONGEST_TITLE).collect();
    let ([measures, risks, projects], [all_measures, all_risks, all_projects]) = (counts(&selection), all);
    let word = format::measures(all_measures);
    let note = format!(
        "This file holds a selection from the report: {title}. It has {measures} of {all_measures} {word}, {risks} of {all_risks} \
         risks and {projects} of {all_projects} projects."
    );
    add_note(&mut selection, &note);
    selection
}

/// Adds a note about the export as a whole.
fn add_note(report: &mut Report, added: &str) {
    let room = MAX_TEXT.saturating_sub(added.chars().count() + 1);
    let note: String = report.publication.commentary_note.chars().take(room).collect();
    report.publication.commentary_note = format!("{note} {added}").trim_start().to_string();
}

/// The numbers of measures, risks and projects in a report.
fn counts(report: &Report) -> [usize; 3] {
    [report.places().count(), report.risks().count(), report.projects().count()]
}

/// The most characters of a title, which may contain a search text, that go into the note.
const LONGEST_TITLE: usize = 1_000;

/// Walks through a report in document order and keeps what is in the selection.
struct SelectionBuilder<'r> {
    data: &'r Dataset,
    measures: HashSet<MeasureIx>,
    risks: HashSet<RiskIx>,
    projects: HashSet<ProjectIx>,
    /// The codes of the measures that are kept.
    codes: HashSet<&'r str>,
    /// The codes of the measures that would lose commentary shared by measures left out, and so get a copy of it.
    with_copies: HashSet<&'r str>,
    /// How many measures, risks and projects it has passed.
    passed: (usize, usize, usize),
}

/// The next position, from 0.
fn next(passed: &mut usize) -> usize {
    *passed += 1;
    *passed - 1
}

impl<'r> SelectionBuilder<'r> {
    fn new(set: &DownloadSet<'r>) -> Self {
        let data = set.data;
        let measures: HashSet<MeasureIx> = set.measures.iter().map(|place| place.row).collect();
        let codes: HashSet<&str> = set.measures.iter().map(|place| place.measure.code.as_str()).collect();
        let left_out = data.measures().filter(|place| !measures.contains(&place.row));
        let blocks = left_out.flat_map(|place| &place.measure.commentary).flat_map(|section| &section.blocks);
        let about = blocks.flat_map(|block| &block.also).map(String::as_str);
        let with_copies = about.filter(|code| codes.contains(code)).collect();
        let risks = set.risks.iter().map(|one| one.ix).collect();
        let projects = set.projects.iter().map(|one| one.ix).collect();
        Self { data, measures, risks, projects, codes, with_copies, passed: (0, 0, 0) }
    }

    /// The kept part of the next outcome; none if it is empty.
    fn outcome(&mut self, outcome: &Outcome) -> Option<Outcome> {
        let programmes = outcome.programmes.iter().filter_map(|programme| self.programme(programme)).collect();
        let projects = outcome.projects.iter().filter_map(|project| self.project(project)).collect();
        let (passed, kept) = (&mut self.passed.1, &self.risks);
        let risks = outcome.risks.iter().filter(|_| kept.contains(&RiskIx::new(next(passed)))).cloned().collect();
        let kept = Outcome {
            name: outcome.name.clone(),
            risks,
            programmes,
            projects,
            stated_absences: outcome.stated_absences.clone(),
        };
        let is_empty = kept.risks.is_empty() && kept.programmes.is_empty() && kept.projects.is_empty();
        (!is_empty).then_some(kept)
    }

    fn programme(&mut self, programme: &Programme) -> Option<Programme> {
        let measures: Vec<Measure> = programme.measures.iter().filter_map(|measure| self.measure(measure)).collect();
        // The published summary would not be true of only some of its measures.
        let is_whole = measures.len() == programme.measures.len();
        let published_summary = if is_whole { programme.published_summary.clone() } else { Vec::new() };
        (!measures.is_empty()).then(|| Programme { name: programme.name.clone(), measures, published_summary })
    }

    /// The next project, if it is selected or reports on a measure that is kept.
    fn project(&mut self, project: &Project) -> Option<Project> {
        let ix = ProjectIx::new(next(&mut self.passed.2));
        let has_measure = || project.measures.iter().any(|code| self.codes.contains(code.as_str()));
        (self.projects.contains(&ix) || has_measure()).then(|| {
            let mut kept = project.clone();
            kept.measures.retain(|code| self.codes.contains(code.as_str()));
            kept
        })
    }

    fn measure(&mut self, measure: &Measure) -> Option<Measure> {
        let row = MeasureIx::new(next(&mut self.passed.0));
        if !self.measures.contains(&row) {
            return None;
        }
        let mut kept = measure.clone();
        kept.related.retain(|code| self.codes.contains(code.as_str()));
        let stays = |code: &String| self.codes.contains(code.as_str()) && !self.with_copies.contains(code.as_str());
        for block in kept.commentary.iter_mut().flat_map(|section| &mut section.blocks) {
            block.also.retain(stays);
        }
        if self.with_copies.contains(measure.code.as_str()) {
            for (heading, block) in self.data.shared_blocks(row) {
                let copy = Block { also: Vec::new(), content: block.content.clone() };
                match kept.commentary.iter_mut().find(|section| section.heading == heading) {
                    Some(section) => section.blocks.push(copy),
                    None => kept.commentary.push(Section { heading: heading.to_string(), blocks: vec![copy] }),
                }
            }
        }
        Some(kept)
    }
}
