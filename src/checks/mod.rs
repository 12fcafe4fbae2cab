//! Knows: what in an export does not add up, and what of it could not be checked; where, by which figures, how sure.
//! Must not know: the page. It changes nothing: what is published stands, and a finding stands beside it.
//!
//! A check never says a number that the export withholds, not even one that it found to be recoverable.

mod benchmarks;
mod commentary;
mod identity;
mod in_words;
mod mentions;
mod order;
mod outliers;
pub mod output;
mod quarter;
mod recoverable;
mod risks;
mod rule;
mod sentences;
mod series;
mod spans;
mod summaries;
mod tables;
mod targets;
mod tokens;
mod totals;
mod values;
mod words;

pub use totals::{NotChecked, Total};
pub use words::{about, certainty_name, counted, meaning, name};

use crate::import::Path;
use crate::report::words::words;
use crate::report::{Block, Code, Dataset, Measure, MeasureIx, Report, SubMeasure};
use serde::Serialize;

words! {
    /// What a check looks at. The order is that of the page.
    Kind, "a kind of finding" {
        /// The published status is not what the rules give.
        Status = "status",
        /// The published short trend is not what the figures give.
        ShortTrend = "short_trend",
        /// The published long trend is not what the figures give.
        LongTrend = "long_trend",
        /// A sentence of the published summary is not what the measures give.
        Summary = "summary",
        /// The published movement of a risk is not what its scores give.
        Movement = "movement",
        /// A withheld value can be worked out from the same file.
        Recoverable = "recoverable",
        /// A target of zero.
        TargetZero = "target_zero",
        /// A target that contradicts itself or the aim.
        ReversedTarget = "reversed_target",
        /// Value and target are in different units, or of different bases.
        UnitOrBasis = "unit_or_basis",
        /// A yearly target that its share does not add up to.
        YearlyTarget = "yearly_target",
        /// A percentage outside 0 to 100.
        Percentage = "percentage",
        /// A value ten or more times away from its own history.
        FarFromHistory = "far_from_history",
        /// A total since the start of the year that is lower than it was before.
        FallingTotal = "falling_total",
        /// A missing value without a reason.
        NoReason = "no_reason",
        /// A period in the middle of a series without a value.
        Gap = "gap",
        /// Two values for one period, and none of them a revision.
        TwoValues = "two_values",
        /// A period that does not fit the quarter.
        Period = "period",
        /// The year meets its target, and its last quarter alone does not.
        FailingQuarter = "failing_quarter",
        /// A red measure whose commentary names no action.
        NoAction = "no_action",
        /// A benchmark of another period or basis.
        Benchmark = "benchmark",
        /// A code, outcome or reference that is there twice.
        Duplicate = "duplicate",
        /// A code or status that leads nowhere.
        Dangling = "dangling",
    }
}

words! {
    /// How sure a finding is.
    Certainty, "a certainty" {
        /// It follows from the file alone.
        Certain = "certain",
        /// It rests on figures that are rounded, provisional or worked out.
        Likely = "likely",
        /// It may be right as it is; somebody who knows has to say.
        Question = "question",
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A measure.
    Measure {
        /// Its position in document order, from 0.
        row: usize,
        /// Its code.
        code: Code,
    },
    /// A risk.
    Risk {
        /// The name of its outcome.
        outcome: String,
        /// Its reference.
        reference: String,
    },
    /// A programme.
    Programme {
        /// The name of its outcome.
        outcome: String,
        /// Its name.
        programme: String,
    },
    /// A project.
    Project {
        /// The name of its outcome.
        outcome: String,
        /// Its name.
        project: String,
    },
    /// An outcome.
    Outcome {
        /// Its name.
        outcome: String,
    },
}

/// Something that does not add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub kind: Kind,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it is about.
    pub about: About,
    /// Where in the file: a JSON path.
    pub path: String,
    /// What is published.
    pub published: String,
    /// What the rule gives, or what was to be expected.
    pub expected: String,
    /// The working, in figures.
    pub working: String,
}

/// What came of looking at one thing that can be worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It is as published.
    Agrees,
    /// It is not; a finding says how.
    Differs,
    /// It could not be worked out, for this reason.
    NotChecked(String),
}

/// One thing that was, or could not be, worked out again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tried {
    /// What.
    pub kind: Kind,
    /// Of what.
    pub about: About,
    /// What came of it.
    pub came: Came,
}

/// Everything that the checks found, and everything that they tried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// What does not add up, in the order of the file.
    pub findings: Vec<Finding>,
    /// What was worked out again, and what could not be.
    pub tried: Vec<Tried>,
}

/// Checks an export: one pass over it.
pub fn check(data: &Dataset) -> Checked {
    let report = data.report();
    let mut checked = Checked::default();
    let mentions = mentions::Mentions::new(report);
    let mut known = identity::Known::new(report);
    let mut row = 0;
    let outcomes = Path::Root.key("outcomes");
    for (position, outcome) in report.outcomes.iter().enumerate() {
        let outcome_at = outcomes.entry(position);
        let name = || outcome.name.clone();
        known.outcome(outcome, &mut checked.desk(About::Outcome { outcome: name() }, &outcome_at));
        for (position, risk) in outcome.risks.iter().enumerate() {
            let about = About::Risk { outcome: name(), reference: risk.reference.clone() };
            let risks = outcome_at.key("risks");
            let at = risks.entry(position);
            let mut desk = checked.desk(about, &at);
            known.risk(risk, &mut desk);
            risks::check(report, risk, &mut desk);
        }
        for (position, programme) in outcome.programmes.iter().enumerate() {
            let programmes = outcome_at.key("programmes");
            let programme_at = programmes.entry(position);
            let about = About::Programme { outcome: name(), programme: programme.name.clone() };
            known.programme(programme, &mut checked.desk(about.clone(), &programme_at));
            let of_programme = checked.findings.len();
            for (position, measure) in programme.measures.iter().enumerate() {
                let measures = programme_at.key("measures");
                let at = measures.entry(position);
                let begun = checked.findings.len();
                let mut desk = checked.desk(About::Measure { row, code: measure.code.clone() }, &at);
                let others: Vec<_> = data.shared_blocks(MeasureIx::new(row)).collect();
                row += 1;
                known.measure(measure, &mut desk);
                one(report, measure, &others, &mentions, &mut desk);
                if !known.has_a_project(&measure.code) {
                    commentary::check(measure, &data.commentary(MeasureIx::new(row - 1)), &mut desk);
                }
                order::of_file(checked.findings.get_mut(begun..).unwrap_or_default(), &at);
            }
            summaries::check(programme, of_programme, &mut checked.desk(about, &programme_at));
        }
        for (position, project) in outcome.projects.iter().enumerate() {
            let about = About::Project { outcome: name(), project: project.name.clone() };
            let projects = outcome_at.key("projects");
            let at = projects.entry(position);
            let mut desk = checked.desk(about, &at);
            known.project(project, &mut desk);
            for (position, sub) in project.sub_measures.iter().enumerate() {
                let subs = at.key("sub_measures");
                desk.sub_measure(report, sub, &subs.entry(position));
            }
            tables::check(&project.commentary, &mut desk);
        }
    }
    checked
}

/// What one measure says of itself.
fn one(
    report: &Report,
    measure: &Measure,
    others: &[(&str, &Block)],
    mentions: &mentions::Mentions<'_>,
    desk: &mut Desk<'_>,
) {
    rule::check(report, measure, desk);
    targets::check(measure, &report.rules, desk);
    values::check(report, measure, desk);
    series::check(measure, desk);
    quarter::check(report, measure, desk);
    benchmarks::check(measure, desk);
    recoverable::check(measure, others, mentions, desk);
    tables::check(&measure.commentary, desk);
}

impl Checked {
    fn desk<'c>(&'c mut self, about: About, at: &'c Path<'c>) -> Desk<'c> {
        Desk { checked: self, about, at }
    }
}

/// Where the findings about one thing are written down.
struct Desk<'c> {
    checked: &'c mut Checked,
    about: About,
    at: &'c Path<'c>,
}

/// What a finding says.
struct Said {
    published: String,
    expected: String,
    working: String,
}

impl Desk<'_> {
    fn find(&mut self, kind: Kind, certainty: Certainty, at: &Path<'_>, said: Said) {
        self.find_at(kind, certainty, at.to_string(), said);
    }

    fn find_at(&mut self, kind: Kind, certainty: Certainty, path: String, said: Said) {
        let Said { published, expected, working } = said;
        let about = self.about.clone();
        self.checked.findings.push(Finding { kind, certainty, about, path, published, expected, working });
    }

    /// What a figure of a project says of itself.
    fn sub_measure(&mut self, report: &Report, sub: &SubMeasure, at: &Path<'_>) {
        targets::of_project(sub, at, self);
        values::of_project(report, sub, at, self);
    }

    fn tried(&mut self, kind: Kind, came: Came) {
        self.checked.tried.push(Tried { kind, about: self.about.clone(), came });
    }
}

#[cfg(test)]
mod tests;
