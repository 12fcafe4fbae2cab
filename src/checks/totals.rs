//! Knows: how findings are counted and filtered, and how what could not be recomputed is grouped.
//! Must not know: how anything is checked.

use super::finding::{About, CheckReport, Verdict};
use super::kind::Kind;
use crate::explore::filter::{Filter, Matches};
use serde::Serialize;

/// How many things of one kind were recomputed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Total {
    /// What was recomputed.
    pub kind: Kind,
    /// How many are as published.
    pub agree: usize,
    /// How many are not.
    pub differ: usize,
    /// How many could not be recomputed.
    pub not_checked: usize,
}

/// Things that could not be recomputed, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UncheckedGroup {
    /// What could not be recomputed.
    pub kind: Kind,
    /// Why.
    pub reason: String,
    /// How many.
    pub count: usize,
    /// Out of how many of its kind.
    pub of: usize,
    /// What they are about.
    pub about: Vec<About>,
}

impl Total {
    /// All of them.
    pub fn all(&self) -> usize {
        self.agree + self.differ + self.not_checked
    }
}

/// Whether a filter keeps what is about this. `selection` has the rows that it selects.
fn is_kept(about: &About, filter: &Filter, selection: &Matches) -> bool {
    match about {
        About::Report { .. } => filter.keeps_all_outcomes(),
        About::Measure { row, .. } => selection.rows.binary_search(row).is_ok(),
        About::Risk { outcome, .. }
        | About::Programme { outcome, .. }
        | About::Project { outcome, .. }
        | About::Outcome { outcome } => filter.keeps_outcome(outcome),
    }
}

impl CheckReport {
    /// The part that a filter keeps: what is about a selected measure, and everything else in a chosen outcome.
    pub fn within(&self, filter: &Filter, selection: &Matches) -> Self {
        let keeps = |about: &About| is_kept(about, filter, selection);
        Self {
            findings: self.findings.iter().filter(|finding| keeps(&finding.about)).cloned().collect(),
            runs: self.runs.iter().filter(|run| keeps(&run.about)).cloned().collect(),
        }
    }

    /// How many of each kind were recomputed, for the kinds that the report has.
    pub fn totals(&self) -> Vec<Total> {
        let mut totals: Vec<Total> = Vec::new();
        for run in &self.runs {
            let at = totals.iter().position(|total| total.kind == run.kind).unwrap_or_else(|| {
                totals.push(Total { kind: run.kind, agree: 0, differ: 0, not_checked: 0 });
                totals.len() - 1
            });
            let Some(total) = totals.get_mut(at) else { continue };
            match run.verdict {
                Verdict::Agrees => total.agree += 1,
                Verdict::Differs => total.differ += 1,
                Verdict::NotChecked(_) => total.not_checked += 1,
            }
        }
        totals.sort_by_key(|total| total.kind);
        totals
    }

    /// What could not be recomputed, by kind and reason; reasons are in the order in which they come up.
    pub fn not_checked(&self) -> Vec<UncheckedGroup> {
        let totals = self.totals();
        let mut groups: Vec<UncheckedGroup> = Vec::new();
        for run in &self.runs {
            let Verdict::NotChecked(reason) = &run.verdict else { continue };
            match groups.iter_mut().find(|group| group.kind == run.kind && group.reason == *reason) {
                Some(group) => {
                    group.count += 1;
                    // Each is named once, however many of its parts could not be recomputed.
                    if group.about.last() != Some(&run.about) {
                        group.about.push(run.about.clone());
                    }
                }
                None => groups.push(UncheckedGroup {
                    kind: run.kind,
                    reason: reason.clone(),
                    count: 1,
                    of: totals.iter().find(|total| total.kind == run.kind).map_or(0, Total::all),
                    about: vec![run.about.clone()],
                }),
            }
        }
        groups.sort_by_key(|group| group.kind);
        groups
    }
}
