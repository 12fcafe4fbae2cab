//! Knows: a report and everything that is derived from it as a whole; it owns both.
//! Must not know: what is chosen or shown, or how the report was fetched.

use super::columns::Columns;
use super::{
    Block, Code, Entry, Measure, MeasureIx, MeasureRef, Outcome, Project, ProjectIx, Report, Risk, RiskIx, RuleSet,
    Section, Status,
};
use crate::encode::fold::fold_into;
use crate::turns::{OneTurn, Turns, at_once};
use std::collections::HashMap;

/// Stands for the id of a quarter in addresses when the reader has opened a file of their own.
pub const LOCAL_FILE: &str = "local-file";

/// The hexadecimal digits of a fingerprint: enough to tell two issues of a quarter apart in a short link.
const FINGERPRINT: usize = 8;

/// Where a report comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// The site, with its entry in the catalogue.
    Published(Box<Entry>),
    /// The same, but as the reader's device has kept it, since the site did not answer.
    OfflineCopy {
        /// Its entry in the catalogue.
        entry: Box<Entry>,
        /// When it was fetched, for people: "28 November 2026 at 14:05".
        fetched_on: String,
    },
    /// The reader's own file.
    Local {
        /// Its name.
        file: String,
    },
}

/// Works out what a measure's report does not publish. It belongs to a floor above, so it is handed in.
pub type WorkOut = fn(&mut Measure, &RuleSet);

/// A risk with its place in the report.
#[derive(Debug, Clone, Copy)]
pub struct RiskRef<'r> {
    /// Its position.
    pub ix: RiskIx,
    /// Its outcome.
    pub outcome: &'r Outcome,
    /// The risk.
    pub risk: &'r Risk,
}

/// A project with its place in the report.
#[derive(Debug, Clone, Copy)]
pub struct ProjectRef<'r> {
    /// Its position.
    pub ix: ProjectIx,
    /// Its outcome.
    pub outcome: &'r Outcome,
    /// The project.
    pub project: &'r Project,
}

/// Where a block of commentary is: measure, section of its commentary, block of the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct BlockIx {
    measure: MeasureIx,
    section: usize,
    block: usize,
}

/// A report and all that is derived from it, built once. It never changes and is shared, not copied.
#[derive(Debug, PartialEq)]
pub struct Dataset {
    source: Source,
    report: Report,
    statuses: Vec<Status>,
    columns: Columns,
    /// For each measure the positions of its outcome, of its programme within that, and of itself within that.
    measures: Vec<[usize; 3]>,
    /// The first measure with each code.
    codes: HashMap<Code, MeasureIx>,
    /// For each measure the blocks of other measures that are also about it, in document order.
    shared: Vec<Vec<BlockIx>>,
    /// For each measure the text that a search covers, folded, one line for each run of words.
    texts: Vec<String>,
}

impl Dataset {
    /// Derives all of it from a report; `work_out` gives what it does not publish.
    pub fn new(report: Report, source: Source, work_out: WorkOut) -> Self {
        at_once(Self::in_turns(report, source, work_out, &OneTurn))
    }

    /// The same in turns. None if it is not wanted any longer.
    pub async fn in_turns(mut report: Report, source: Source, work_out: WorkOut, turns: &dyn Turns) -> Option<Self> {
        rate(&mut report, work_out, turns).await?;
        let statuses = statuses(&report);
        let mut columns = Columns::new(&report, &statuses);
        let mut measures = Vec::new();
        let mut codes = HashMap::new();
        for (o, outcome) in report.outcomes.iter().enumerate() {
            for (p, programme) in outcome.programmes.iter().enumerate() {
                for (m, measure) in programme.measures.iter().enumerate() {
                    let row = MeasureIx::new(measures.len());
                    codes.entry(measure.code.clone()).or_insert(row);
                    measures.push([o, p, m]);
                    columns.add(&MeasureRef { row, outcome, programme, measure });
                    turns.step().await?;
                }
            }
        }
        let shared = shared_blocks(&report, &codes, turns).await?;
        let mut data = Self { source, report, statuses, columns, measures, codes, shared, texts: Vec::new() };
        let mut texts = Vec::with_capacity(data.measures.len());
        for place in data.measures() {
            texts.push(data.text(&place));
            turns.step().await?;
        }
        data.texts = texts;
        Some(data)
    }

    /// The report.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Its entry in the site's catalogue; none for the reader's own file.
    pub fn published(&self) -> Option<&Entry> {
        match &self.source {
            Source::Published(entry) | Source::OfflineCopy { entry, .. } => Some(entry),
            Source::Local { .. } => None,
        }
    }

    /// The name of the reader's own file; none for a published report.
    pub fn local_file(&self) -> Option<&str> {
        match &self.source {
            Source::Published(_) | Source::OfflineCopy { .. } => None,
            Source::Local { file } => Some(file),
        }
    }

    /// When an offline copy was fetched; none for what the site or the reader's own file has now.
    pub fn offline_copy(&self) -> Option<&str> {
        match &self.source {
            Source::OfflineCopy { fetched_on, .. } => Some(fetched_on),
            Source::Published(_) | Source::Local { .. } => None,
        }
    }

    /// The id of the report in addresses.
    pub fn id(&self) -> &str {
        self.published().map_or(LOCAL_FILE, |entry| &entry.id)
    }

    /// A fingerprint of the data, for links: the start of the digest in the catalogue. None for the reader's own file, which
    /// no link leads to.
    pub fn fingerprint(&self) -> Option<String> {
        self.published().map(|entry| entry.sha256.chars().take(FINGERPRINT).collect())
    }

    /// Whether a link with this fingerprint was made from the same figures: from this issue or an earlier one that says so.
    pub fn has_figures_of(&self, fingerprint: &str) -> bool {
        let is_it = |sha256: &String| sha256.get(..FINGERPRINT) == Some(fingerprint);
        self.published().is_some_and(|entry| is_it(&entry.sha256) || entry.same_figures_as.iter().any(is_it))
    }

    /// Whether it is the reader's own file.
    pub fn is_local(&self) -> bool {
        self.local_file().is_some()
    }

    /// The statuses that the report uses, in the order of its rules: always green, amber and red; blue and grey when the
    /// rules define them or a measure has them; "no status" when a measure has none.
    pub fn statuses(&self) -> &[Status] {
        &self.statuses
    }

    /// The facets of its measures, in columns.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// All measures, in document order.
    pub fn measures(&self) -> impl Iterator<Item = MeasureRef<'_>> + Clone {
        self.report.places()
    }

    /// How many measures there are.
    pub fn measure_count(&self) -> usize {
        self.measures.len()
    }

    /// The measure at this position.
    pub fn measure(&self, measure: MeasureIx) -> Option<MeasureRef<'_>> {
        let [o, p, m] = *self.measures.get(measure.index())?;
        let outcome = self.report.outcomes.get(o)?;
        let programme = outcome.programmes.get(p)?;
        Some(MeasureRef { row: measure, outcome, programme, measure: programme.measures.get(m)? })
    }

    /// The first measure with this code.
    pub fn find_measure(&self, code: &str) -> Option<MeasureRef<'_>> {
        self.codes.get(code).and_then(|measure| self.measure(*measure))
    }

    /// All risks, in document order.
    pub fn risks(&self) -> impl Iterator<Item = RiskRef<'_>> {
        let risks = self.report.risks().enumerate();
        risks.map(|(position, (outcome, risk))| RiskRef { ix: RiskIx::new(position), outcome, risk })
    }

    /// The risk at this position.
    pub fn risk(&self, risk: RiskIx) -> Option<RiskRef<'_>> {
        self.risks().nth(risk.index())
    }

    /// The first risk with this reference.
    pub fn find_risk(&self, reference: &str) -> Option<RiskRef<'_>> {
        self.risks().find(|one| one.risk.reference == reference)
    }

    /// All projects, in document order.
    pub fn projects(&self) -> impl Iterator<Item = ProjectRef<'_>> {
        let projects = self.report.projects().enumerate();
        projects.map(|(position, (outcome, project))| ProjectRef { ix: ProjectIx::new(position), outcome, project })
    }

    /// The project at this position.
    pub fn project(&self, project: ProjectIx) -> Option<ProjectRef<'_>> {
        self.projects().nth(project.index())
    }

    /// The blocks of other measures that are also about this one, each with its section, in document order.
    pub fn shared_blocks(&self, measure: MeasureIx) -> impl Iterator<Item = (&Section, &Block)> {
        self.shared.get(measure.index()).into_iter().flatten().filter_map(|at| {
            let section = self.measure(at.measure)?.measure.commentary.get(at.section)?;
            Some((section, section.blocks.get(at.block)?))
        })
    }

    /// The commentary of a measure: its own sections, then the blocks of other measures that are also about it, under their
    /// headings. Blocks under the same heading form one section.
    pub fn commentary(&self, measure: MeasureIx) -> Vec<(&str, Vec<&Block>)> {
        let own = self.measure(measure).map(|place| place.measure.commentary.as_slice()).unwrap_or_default();
        let own = own.iter().flat_map(|section| section.blocks.iter().map(move |block| (section, block)));
        let mut sections: Vec<(&str, Vec<&Block>)> = Vec::new();
        for (section, block) in own.chain(self.shared_blocks(measure)) {
            let heading = section.heading.as_str();
            match sections.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, blocks)) => blocks.push(block),
                None => sections.push((heading, vec![block])),
            }
        }
        sections
    }

    /// For each measure in document order the text that a search covers: code, name and commentary, folded. No match runs
    /// from one line into the next.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    fn text(&self, place: &MeasureRef<'_>) -> String {
        let mut text = String::new();
        fold_into(&place.measure.code, &mut text);
        let mut line = |words: &str| {
            text.push('\n');
            fold_into(words, &mut text);
        };
        line(&place.measure.name);
        for (heading, blocks) in self.commentary(place.row) {
            line(heading);
            blocks.into_iter().for_each(|block| block.each(&mut line));
        }
        text
    }
}

/// Works out the ratings that the report does not publish, before anything is derived from them.
async fn rate(report: &mut Report, work_out: WorkOut, turns: &dyn Turns) -> Option<()> {
    let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    let measures = programmes.flat_map(|programme| &mut programme.measures);
    for measure in measures.filter(|measure| !measure.has_published_ratings()) {
        work_out(measure, &report.rules);
        turns.step().await?;
    }
    Some(())
}

fn statuses(report: &Report) -> Vec<Status> {
    let is_defined = |status: Status| report.rules.statuses.iter().any(|definition| definition.status == status);
    let occurs = |status: Status| report.places().any(|place| place.measure.status() == status);
    let is_used = |status: &Status| match status {
        Status::Green | Status::Amber | Status::Red => true,
        Status::Blue | Status::Grey => is_defined(*status) || occurs(*status),
        Status::None => occurs(*status),
    };
    report.rules.order().filter(is_used).collect()
}

/// For each measure the blocks of other measures that are also about it. `codes` has the first measure with each code; later
/// measures with that code get the same blocks.
async fn shared_blocks(
    report: &Report,
    codes: &HashMap<Code, MeasureIx>,
    turns: &dyn Turns,
) -> Option<Vec<Vec<BlockIx>>> {
    let mut shared: Vec<Vec<BlockIx>> = report.places().map(|_| Vec::new()).collect();
    for place in report.places() {
        for (section, of) in place.measure.commentary.iter().enumerate() {
            for (block, of) in of.blocks.iter().enumerate() {
                let at = BlockIx { measure: place.row, section, block };
                for code in of.also.iter().filter(|code| **code != place.measure.code) {
                    let blocks = codes.get(code).and_then(|first| shared.get_mut(first.index()));
                    // Once, even when the block names the code twice.
                    if let Some(blocks) = blocks.filter(|blocks| blocks.last() != Some(&at)) {
                        blocks.push(at);
                    }
                }
            }
        }
        turns.step().await?;
    }
    for place in report.places() {
        let first = codes.get(&place.measure.code).filter(|first| **first != place.row);
        if let Some(blocks) = first.and_then(|first| shared.get(first.index())).cloned()
            && let Some(own) = shared.get_mut(place.row.index())
        {
            *own = blocks;
        }
        turns.step().await?;
    }
    Some(shared)
}
