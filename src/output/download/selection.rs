//! Knows: how a selection from a report becomes a report of its own, which the explorer opens like any other.
//! Must not know: how it was selected.

use super::DownloadSet;
use crate::import::limits::{MAX_BYTES, MAX_TEXT};
use crate::report::{Block, Dataset, Measure, MeasureIx, Outcome, Project, ProjectIx, Report, RiskIx, Section};
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
    let kept = KeptItems::of(set);
    let mut selection = report.clone();
    // It tells how the whole became an export.
    selection.conversion = None;
    let mut rows = (0..).map(MeasureIx::new);
    let mut risks = (0..).map(RiskIx::new);
    let mut projects = (0..).map(ProjectIx::new);
    for outcome in &mut selection.outcomes {
        for programme in &mut outcome.programmes {
            let before = programme.measures.len();
            programme.measures.retain_mut(|measure| rows.next().is_some_and(|row| kept.keep_measure(row, measure)));
            if programme.measures.len() < before {
                // It would not be true of only some of the measures.
                programme.published_summary.clear();
            }
        }
        outcome.programmes.retain(|programme| !programme.measures.is_empty());
        outcome.risks.retain(|_| risks.next().is_some_and(|risk| kept.risks.contains(&risk)));
        outcome.projects.retain_mut(|project| projects.next().is_some_and(|ix| kept.keep_project(ix, project)));
    }
    let is_empty = |one: &Outcome| one.programmes.is_empty() && one.risks.is_empty() && one.projects.is_empty();
    selection.outcomes.retain(|outcome| !is_empty(outcome));
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

/// What the selection keeps of a report.
struct KeptItems<'r> {
    data: &'r Dataset,
    measures: HashSet<MeasureIx>,
    risks: HashSet<RiskIx>,
    projects: HashSet<ProjectIx>,
    /// The codes of the measures that are kept.
    codes: HashSet<&'r str>,
    /// The codes of the measures that would lose commentary shared by measures left out, and so get a copy of it.
    with_copies: HashSet<&'r str>,
}

impl<'r> KeptItems<'r> {
    fn of(set: &DownloadSet<'r>) -> Self {
        let data = set.data;
        let measures: HashSet<MeasureIx> = set.measures.iter().map(|place| place.row).collect();
        let codes: HashSet<&str> = set.measures.iter().map(|place| place.measure.code.as_str()).collect();
        let left_out = data.measures().filter(|place| !measures.contains(&place.row));
        let blocks = left_out.flat_map(|place| &place.measure.commentary).flat_map(|section| &section.blocks);
        let about = blocks.flat_map(|block| &block.also).map(String::as_str);
        let with_copies = about.filter(|code| codes.contains(code)).collect();
        let risks = set.risks.iter().map(|one| one.ix).collect();
        let projects = set.projects.iter().map(|one| one.ix).collect();
        Self { data, measures, risks, projects, codes, with_copies }
    }

    /// Keeps a project if it is selected or reports on a measure that is kept.
    fn keep_project(&self, ix: ProjectIx, project: &mut Project) -> bool {
        project.measures.retain(|code| self.codes.contains(code.as_str()));
        self.projects.contains(&ix) || !project.measures.is_empty()
    }

    /// Keeps a measure if it is selected, without references to measures left out.
    fn keep_measure(&self, row: MeasureIx, measure: &mut Measure) -> bool {
        measure.related.retain(|code| self.codes.contains(code.as_str()));
        let stays = |code: &String| self.codes.contains(code.as_str()) && !self.with_copies.contains(code.as_str());
        for block in measure.commentary.iter_mut().flat_map(|section| &mut section.blocks) {
            block.also.retain(stays);
        }
        if self.with_copies.contains(measure.code.as_str()) {
            for (section, block) in self.data.shared_blocks(row) {
                let copy = Block { also: Vec::new(), content: block.content.clone() };
                match measure.commentary.iter_mut().find(|own| own.heading == section.heading) {
                    Some(own) => {
                        own.role = own.role.or(section.role);
                        own.blocks.push(copy);
                    }
                    None => {
                        let Section { heading, role, .. } = section;
                        measure.commentary.push(Section { heading: heading.clone(), role: *role, blocks: vec![copy] });
                    }
                }
            }
        }
        self.measures.contains(&row)
    }
}
