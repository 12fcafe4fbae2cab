//! Knows: how a count of measures moved from one quarter to the next, measure by measure.
//! Must not know: what is counted, or the words for it.

use super::{Comparison, Pair};
use crate::explore::filter::Filter;
use crate::report::{Dataset, MeasureIx};

/// Every measure that a filter keeps in either of two quarters, each in one list. The later count is the earlier one
/// minus `left` and `ended`, plus `came` and `new`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movement {
    /// Counted in both.
    pub stayed: Vec<Pair>,
    /// In both reports, counted in the later one alone.
    pub came: Vec<Pair>,
    /// In both reports, counted in the earlier one alone.
    pub left: Vec<Pair>,
    /// Counted, and in the later report alone.
    pub new: Vec<MeasureIx>,
    /// Counted, and in the earlier report alone.
    pub ended: Vec<MeasureIx>,
}

impl Movement {
    /// How many were counted in the earlier quarter.
    pub fn before(&self) -> usize {
        self.stayed.len() + self.left.len() + self.ended.len()
    }

    /// How many are counted in the later one.
    pub fn after(&self) -> usize {
        self.stayed.len() + self.came.len() + self.new.len()
    }
}

impl Comparison {
    /// How the count of the measures that a filter keeps moved. A choice that a quarter does not have keeps nothing there.
    pub fn movement(&self, filter: &Filter) -> Movement {
        let (before, after) = (counted(&self.earlier, filter), counted(&self.later, filter));
        let is = |counted: &[bool], measure: MeasureIx| counted.get(measure.index()) == Some(&true);
        let mut movement = Movement::default();
        for pair in self.pairs.all() {
            match (is(&before, pair.earlier), is(&after, pair.later)) {
                (true, true) => movement.stayed.push(pair),
                (false, true) => movement.came.push(pair),
                (true, false) => movement.left.push(pair),
                (false, false) => {}
            }
        }
        movement.new = self.pairs.new_ones().filter(|one| is(&after, *one)).collect();
        movement.ended = self.pairs.ended().filter(|one| is(&before, *one)).collect();
        movement
    }
}

/// For each measure of a report whether the filter keeps it.
pub(super) fn counted(data: &Dataset, filter: &Filter) -> Vec<bool> {
    let mut counted = vec![false; data.measure_count()];
    for row in filter.select(data).rows {
        if let Some(counted) = counted.get_mut(row.index()) {
            *counted = true;
        }
    }
    counted
}
