//! Knows: which risks and projects were raised, closed or moved between two quarters.
//! Must not know: measures.

use crate::report::{Dataset, ProjectIx, RiskIx, Score};
use std::collections::HashMap;

/// What differs in risks and projects, in the order of the reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Others {
    /// Risks that only the later report has.
    pub raised: Vec<RiskIx>,
    /// Risks that only the earlier report has.
    pub closed: Vec<RiskIx>,
    /// Risks of both whose current score differs.
    pub moved: Vec<MovedRisk>,
    /// Risks of both that are managed now and were live, or the reverse, by their position in the later report.
    pub changed_state: Vec<RiskIx>,
    /// Whether the scales differ, so that a score means something else.
    pub have_other_scales: bool,
    /// Projects that only the later report has.
    pub new_projects: Vec<ProjectIx>,
    /// Projects that only the earlier report has.
    pub ended_projects: Vec<ProjectIx>,
}

/// A risk whose score moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedRisk {
    /// Its position in the earlier report.
    pub earlier: RiskIx,
    /// Its position in the later one.
    pub later: RiskIx,
    /// Its score in the earlier report.
    pub before: Score,
    /// Its score in the later one.
    pub after: Score,
}

impl Others {
    /// Compares risks by their reference, and projects by their name.
    pub(super) fn new(earlier: &Dataset, later: &Dataset) -> Self {
        let before: HashMap<&str, _> = earlier.risks().map(|one| (one.risk.reference.as_str(), one)).collect();
        let mut found =
            Self { have_other_scales: earlier.report().risk_matrix != later.report().risk_matrix, ..Self::default() };
        for one in later.risks() {
            let Some(was) = before.get(one.risk.reference.as_str()) else {
                found.raised.push(one.ix);
                continue;
            };
            if was.risk.state != one.risk.state {
                found.changed_state.push(one.ix);
            }
            let (Some(before), Some(after)) = (was.risk.scores.last(), one.risk.scores.last()) else { continue };
            if before.score != after.score {
                let (before, after) = (before.score.clone(), after.score.clone());
                found.moved.push(MovedRisk { earlier: was.ix, later: one.ix, before, after });
            }
        }
        let is_there = |reference: &str| later.find_risk(reference).is_some();
        found.closed = earlier.risks().filter(|one| !is_there(&one.risk.reference)).map(|one| one.ix).collect();
        let has = |data: &Dataset, name: &str| data.projects().any(|one| one.project.name.trim() == name.trim());
        let only = |data: &Dataset, other: &Dataset| {
            data.projects().filter(|one| !has(other, &one.project.name)).map(|one| one.ix).collect()
        };
        found.new_projects = only(later, earlier);
        found.ended_projects = only(earlier, later);
        found
    }
}
