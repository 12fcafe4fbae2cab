//! Knows: what in an export does not add up, and what could not be recomputed: where, by which figures, how sure.
//! Must not know: the page. What is published stands; findings are shown next to it and change nothing.
//!
//! A check never gives a suppressed number, not even one that it found to be recoverable.

mod actions;
mod benchmarks;
mod contents;
mod disclosure;
mod failing_quarter;
mod finding;
mod groups;
mod hidden;
mod identity;
mod kind;
mod outliers;
pub mod output;
mod percentages;
mod periods;
mod reporter;
mod risks;
mod series;
mod share_of_one;
mod status_and_trends;
mod summaries;
mod targets;
mod text;
mod totals;
mod values;
mod whole_report;
mod years_as_months;

pub use finding::{About, CheckReport, CheckRun, Finding, Verdict};
pub use groups::{FindingGroup, by_kind};
pub use kind::{Certainty, Kind};
pub use totals::{Total, UncheckedGroup};

use crate::import::Path;
use crate::never::OrNever;
use crate::report::{Block, Dataset, Measure, MeasureIx, Report};
use crate::turns::{OneTurn, Turns, at_once};
use disclosure::Mentions;
use reporter::Reporter;

/// Checks an export in one pass.
pub fn check(data: &Dataset) -> CheckReport {
    at_once(check_in_turns(data, &OneTurn))
}

/// The same in turns. None if it is not wanted any longer.
pub async fn check_in_turns(data: &Dataset, turns: &dyn Turns) -> Option<CheckReport> {
    let report = data.report();
    let mut checked = CheckReport::default();
    let mentions = Mentions::new(report, turns).await?;
    let mut identities = identity::Identities::new(report, turns).await?;
    let mut row_count = 0;
    let about = About::Report { title: report.publication.title.clone() };
    whole_report::check(report, &mut Reporter::new(&mut checked, about, &Path::Root));
    let outcomes = Path::Root.key("outcomes");
    for (position, outcome) in report.outcomes.iter().enumerate() {
        let outcome_at = outcomes.entry(position);
        let name = || outcome.name.clone();
        let about = About::Outcome { outcome: name() };
        let mut reporter = Reporter::new(&mut checked, about.clone(), &outcome_at);
        identities.outcome(outcome, &mut reporter);
        contents::check_empty_outcome(outcome, &mut reporter);
        outcome_at.key("risks").each(&outcome.risks, |risk, at| {
            let about = About::Risk { outcome: name(), reference: risk.reference.clone() };
            let mut reporter = Reporter::new(&mut checked, about, at);
            identities.risk(risk, &mut reporter);
            risks::check(report, risk, &mut reporter);
        });
        let programmes = outcome_at.key("programmes");
        for (position, programme) in outcome.programmes.iter().enumerate() {
            let programme_at = programmes.entry(position);
            let about = About::Programme { outcome: name(), programme: programme.name.clone() };
            let mut reporter = Reporter::new(&mut checked, about.clone(), &programme_at);
            identities.programme(programme, &mut reporter);
            contents::check_programme(programme, &mut reporter);
            let first_of_programme = checked.findings.len();
            let measures = programme_at.key("measures");
            for (position, measure) in programme.measures.iter().enumerate() {
                let at = measures.entry(position);
                let row = MeasureIx::new(row_count);
                row_count += 1;
                let first_of_measure = checked.findings.len();
                let about = About::Measure { row, code: measure.code.clone() };
                let mut reporter = Reporter::new(&mut checked, about, &at);
                identities.measure(measure, &mut reporter);
                let others: Vec<&Block> = data.shared_blocks(row).map(|(_, block)| block).collect();
                check_measure(report, measure, &others, &mentions, &mut reporter);
                // A project's commentary says what is being done about its measures.
                if !identities.has_a_project(&measure.code) {
                    actions::check(measure, &data.commentary(row), &mut reporter);
                }
                sort_by_place(&mut checked, first_of_measure, &at);
                turns.step().await?;
            }
            summaries::check(programme, first_of_programme, &mut Reporter::new(&mut checked, about, &programme_at));
        }
        outcome_at.key("projects").each(&outcome.projects, |project, at| {
            let about = About::Project { outcome: name(), project: project.name.clone() };
            let first_of_project = checked.findings.len();
            let mut reporter = Reporter::new(&mut checked, about, at);
            identities.project(project, &mut reporter);
            contents::check_project(project, &mut reporter);
            at.key("sub_measures").each(&project.sub_measures, |sub, at| {
                targets::check_sub_measure(sub, at, &mut reporter);
                percentages::check_sub_measure(sub, at, &mut reporter);
                share_of_one::check_sub_measure(sub, at, &mut reporter);
                values::check_sub_measure(report, sub, at, &mut reporter);
            });
            disclosure::check_tables(&project.commentary, &mut reporter);
            sort_by_place(&mut checked, first_of_project, at);
        });
        contents::check_outcome(outcome, &mut Reporter::new(&mut checked, about, &outcome_at));
    }
    Some(checked)
}

/// Sorts the findings from this one on, which are all about the thing at a path.
fn sort_by_place(checked: &mut CheckReport, first: usize, at: &Path<'_>) {
    let found = checked.findings.get_mut(first..).or_never("findings are only added", &mut []);
    reporter::sort_by_place(found, at);
}

/// Checks one measure. `others` are blocks of commentary of other measures that are also about this one.
fn check_measure(
    report: &Report,
    measure: &Measure,
    others: &[&Block],
    mentions: &Mentions<'_>,
    reporter: &mut Reporter<'_>,
) {
    status_and_trends::check(report, measure, reporter);
    targets::check(measure, &report.rules, reporter);
    contents::check_measure(report, measure, reporter);
    percentages::check(measure, reporter);
    share_of_one::check(measure, reporter);
    years_as_months::check(measure, reporter);
    outliers::check(measure, &report.rules.of(measure), reporter);
    values::check(report, measure, reporter);
    series::check(measure, reporter);
    failing_quarter::check(report, measure, reporter);
    benchmarks::check(measure, reporter);
    disclosure::check(measure, others, mentions, reporter);
}

#[cfg(test)]
mod tests;
