//! Knows: how the reports of two quarters differ: which measures are the same, how each count moved and why.
//! Must not know: the page, addresses, or how the reports were fetched. Neither report is ever changed by the other.

pub mod counts;
pub mod difference;
pub mod join;
pub mod measures;
pub mod others;
pub mod over_quarters;
pub mod pairs;
pub mod past;
mod rules;
mod targets;

use crate::report::{Dataset, MeasureIx};
pub use counts::Movement;
pub use difference::{Difference, Kind, What};
pub use measures::{Cause, Compared, NotComparable};
pub use others::Others;
pub use pairs::{Pair, Pairs};
use std::sync::Arc;

/// Two quarters beside each other, and what was found.
#[derive(Debug)]
pub struct Comparison {
    /// The earlier quarter.
    pub earlier: Arc<Dataset>,
    /// The later one.
    pub later: Arc<Dataset>,
    /// Which measures are the same.
    pub pairs: Pairs,
    /// What differs in each measure that both have, in the order of the later report; those without a difference are not there.
    pub measures: Vec<Compared>,
    /// What differs in the rules that the reports judge all measures by.
    pub rules: Vec<Difference>,
    /// What differs in risks and projects.
    pub others: Others,
}

impl Comparison {
    /// Compares two quarters, whichever is the earlier one.
    pub fn new(one: Arc<Dataset>, other: Arc<Dataset>) -> Self {
        let is_later = one.report().period.order() > other.report().period.order();
        let (earlier, later) = if is_later { (other, one) } else { (one, other) };
        let pairs = Pairs::new(earlier.report(), later.report());
        let measures = measures::compare(&earlier, &later, &pairs);
        let rules = rules::differences(&earlier.report().rules, &later.report().rules);
        let others = Others::new(&earlier, &later);
        Self { earlier, later, pairs, measures, rules, others }
    }

    /// What differs in a measure of the later report. None if nothing does, or only one report has it.
    pub fn of_measure(&self, later: MeasureIx) -> Option<&Compared> {
        self.measures.iter().find(|one| one.pair.later == later)
    }
}

#[cfg(test)]
mod tests;
