//! Knows: what a comparison of two quarters says, for the page, slides and paper: its heading, counts, lists of what changed.
//! Must not know: how any of it is laid out, or how the quarters were fetched.

mod counts;
mod lists;
mod others;
mod quarters_beside;

pub use counts::{CountGroup, CountRow, counts};
pub use lists::{ChangeItem, ChangeList, FieldChange, Topic, lists};
pub use others::{Other, cannot_stand_beside, choose, nothing_to_compare, others};
pub use quarters_beside::{Beside, QuartersBeside};

use crate::compare::Comparison;
use crate::explore::describe;
use crate::report::{Dataset, MeasureIx, Period, ProjectIx, RiskIx};

/// One of the two quarters of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The earlier one.
    Earlier,
    /// The later one.
    Later,
}

impl Side {
    /// The report of this quarter.
    pub fn of(self, compared: &Comparison) -> &Dataset {
        match self {
            Self::Earlier => &compared.earlier,
            Self::Later => &compared.later,
        }
    }
}

/// What a change is of, in one of the two quarters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Every measure, as with the rules of the report.
    AllMeasures,
    /// A measure.
    Measure(Side, MeasureIx),
    /// A measure that the report which speaks of it does not have, by its code.
    Missing(String),
    /// A risk.
    Risk(Side, RiskIx),
    /// A project.
    Project(Side, ProjectIx),
}

impl Subject {
    /// Its code or reference, if it has one, and its name.
    pub fn name(&self, compared: &Comparison) -> (Option<String>, String) {
        let found = match self {
            Self::AllMeasures => Some((None, "All measures".to_string())),
            Self::Missing(code) => Some((Some(code.clone()), String::new())),
            Self::Measure(side, at) => {
                side.of(compared).measure(*at).map(|one| (Some(one.measure.code.clone()), one.measure.name.clone()))
            }
            Self::Risk(side, at) => {
                side.of(compared).risk(*at).map(|one| (Some(one.risk.reference.clone()), one.risk.title.clone()))
            }
            Self::Project(side, at) => side.of(compared).project(*at).map(|one| (None, one.project.name.clone())),
        };
        found.unwrap_or_default()
    }
}

/// The heading of a comparison: "What changed from Quarter 2 2023/24 to Quarter 3 2023/24", whichever is named first.
pub fn heading(one: Period, other: Period) -> String {
    let (earlier, later) = if one.order() < other.order() { (one, other) } else { (other, one) };
    format!("What changed from {earlier} to {later}")
}

/// Where the figures of the two quarters are from, if either is a file of the reader's own: it must never pass for a published report.
pub fn sources(compared: &Comparison) -> Vec<String> {
    let sides = [&compared.earlier, &compared.later];
    match sides.iter().any(|data| data.is_local()) {
        true => sides.iter().map(|data| format!("{}: {}.", data.report().period, describe::origin(data))).collect(),
        false => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
