//! Knows: how findings are counted, narrowed to a reader's choices, and grouped by what could not be checked.
//! Must not know: how anything is checked.

use super::{About, Came, Checked, Kind};
use crate::filter::{Filter, Selection};
use crate::report::MeasureIx;
use serde::Serialize;

/// How many things of one kind were worked out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Total {
    /// What.
    pub kind: Kind,
    /// How many are as published.
    pub agree: usize,
    /// How many are not.
    pub differ: usize,
    /// How many could not be worked out.
    pub not_checked: usize,
}

/// Things that could not be checked for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotChecked {
    /// What.
    pub kind: Kind,
    /// Why.
    pub reason: String,
    /// How many.
    pub count: usize,
    /// Of how many of its kind.
    pub of: usize,
    /// What they belong to.
    pub about: Vec<About>,
}

impl Total {
    /// All of them.
    pub fn all(&self) -> usize {
        self.agree + self.differ + self.not_checked
    }
}

/// Whether a reader's choices keep what is about something.
fn is_kept(about: &About, filter: &Filter, selection: &Selection) -> bool {
    match about {
        About::Measure { row, .. } => selection.rows.binary_search(&MeasureIx::new(*row)).is_ok(),
        About::Risk { outcome, .. }
        | About::Programme { outcome, .. }
        | About::Project { outcome, .. }
        | About::Outcome { outcome } => filter.keeps_outcome(outcome),
    }
}

impl Checked {
    /// How many findings a reader's choices keep, without making a list of them.
    pub fn count(&self, filter: &Filter, selection: &Selection) -> usize {
        self.findings.iter().filter(|finding| is_kept(&finding.about, filter, selection)).count()
    }

    /// The part that a reader's choices keep: of measures those of the selection, of the rest what belongs to a chosen
    /// outcome.
    pub fn within(&self, filter: &Filter, selection: &Selection) -> Self {
        let keeps = |about: &About| is_kept(about, filter, selection);
        Self {
            findings: self.findings.iter().filter(|finding| keeps(&finding.about)).cloned().collect(),
            tried: self.tried.iter().filter(|tried| keeps(&tried.about)).cloned().collect(),
        }
    }

    /// How many of each kind were worked out again; kinds of which there was nothing are left out.
    pub fn totals(&self) -> Vec<Total> {
        let mut totals: Vec<Total> = Vec::new();
        for tried in &self.tried {
            let at = totals.iter().position(|total| total.kind == tried.kind).unwrap_or_else(|| {
                totals.push(Total { kind: tried.kind, agree: 0, differ: 0, not_checked: 0 });
                totals.len() - 1
            });
            let Some(total) = totals.get_mut(at) else { continue };
            match tried.came {
                Came::Agrees => total.agree += 1,
                Came::Differs => total.differ += 1,
                Came::NotChecked(_) => total.not_checked += 1,
            }
        }
        totals.sort_by_key(|total| total.kind);
        totals
    }

    /// What could not be checked, by kind and reason, in the order in which the reasons come up.
    pub fn not_checked(&self) -> Vec<NotChecked> {
        let totals = self.totals();
        let mut groups: Vec<NotChecked> = Vec::new();
        for tried in &self.tried {
            let Came::NotChecked(reason) = &tried.came else { continue };
            match groups.iter_mut().find(|group| group.kind == tried.kind && group.reason == *reason) {
                Some(group) => {
                    group.count += 1;
                    // Each is named once, however many of its parts could not be checked.
                    if group.about.last() != Some(&tried.about) {
                        group.about.push(tried.about.clone());
                    }
                }
                None => groups.push(NotChecked {
                    kind: tried.kind,
                    reason: reason.clone(),
                    count: 1,
                    of: totals.iter().find(|total| total.kind == tried.kind).map_or(0, Total::all),
                    about: vec![tried.about.clone()],
                }),
            }
        }
        groups.sort_by_key(|group| group.kind);
        groups
    }
}
