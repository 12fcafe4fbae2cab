//! Knows: which measure of one report is which of another: the same code, or else a code that it had before.
//! Must not know: what differs between the two.

use crate::report::{Measure, MeasureIx, Report};
use std::collections::HashMap;

/// A measure of both reports: its positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// In the earlier one.
    pub earlier: MeasureIx,
    /// In the later one.
    pub later: MeasureIx,
}

/// Which measures two reports have in common. Each measure has at most one counterpart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairs {
    /// For each measure of the earlier report its counterpart.
    later: Vec<Option<MeasureIx>>,
    /// For each measure of the later report its counterpart.
    earlier: Vec<Option<MeasureIx>>,
    /// Measures of the later report that were split off one of the earlier report, which goes on as another.
    split: Vec<Pair>,
    /// Measures of the earlier report that went into one of the later report, which goes on from another.
    joined: Vec<Pair>,
}

impl Pairs {
    /// Finds them. A code that a report has twice is matched first with first, second with second.
    pub fn new(earlier: &Report, later: &Report) -> Self {
        let before: Vec<&Measure> = earlier.places().map(|place| place.measure).collect();
        let after: Vec<&Measure> = later.places().map(|place| place.measure).collect();
        let mut pairs = Self { later: vec![None; before.len()], earlier: vec![None; after.len()], ..Self::default() };
        let mut places: HashMap<&str, Vec<MeasureIx>> = HashMap::new();
        for (at, measure) in before.iter().enumerate().rev() {
            places.entry(&measure.code).or_default().push(MeasureIx::new(at));
        }
        let mut left = places.clone();
        for (at, measure) in after.iter().enumerate() {
            if let Some(same) = left.get_mut(measure.code.as_str()).and_then(Vec::pop) {
                pairs.join(Pair { earlier: same, later: MeasureIx::new(at) });
            }
        }
        for (at, measure) in after.iter().enumerate() {
            let later = MeasureIx::new(at);
            for code in &measure.formerly {
                let former = places.get(code.as_str()).and_then(|places| places.last()).copied();
                if let Some(earlier) = former {
                    pairs.follow(Pair { earlier, later });
                }
            }
        }
        pairs
    }

    /// Records that the later measure once had the code of the earlier one.
    fn follow(&mut self, pair: Pair) {
        match (self.later(pair.earlier), self.earlier(pair.later)) {
            (None, None) => self.join(pair),
            // It was one of several that became this one.
            (None, Some(_)) => self.joined.push(pair),
            // That measure goes on, and so this one is a part of it. Its own former code says nothing more.
            (Some(_), None) => self.split.push(pair),
            (Some(_), Some(_)) => {}
        }
    }

    fn join(&mut self, pair: Pair) {
        if let (Some(later), Some(earlier)) =
            (self.later.get_mut(pair.earlier.index()), self.earlier.get_mut(pair.later.index()))
        {
            (*later, *earlier) = (Some(pair.later), Some(pair.earlier));
        }
    }

    /// The later report's counterpart of a measure of the earlier one.
    pub fn later(&self, earlier: MeasureIx) -> Option<MeasureIx> {
        self.later.get(earlier.index()).copied().flatten()
    }

    /// The earlier report's counterpart of a measure of the later one.
    pub fn earlier(&self, later: MeasureIx) -> Option<MeasureIx> {
        self.earlier.get(later.index()).copied().flatten()
    }

    /// All of them, in the order of the later report.
    pub fn all(&self) -> impl Iterator<Item = Pair> {
        self.earlier
            .iter()
            .enumerate()
            .filter_map(|(at, earlier)| earlier.map(|earlier| Pair { earlier, later: MeasureIx::new(at) }))
    }

    /// The measures that only the later report has, in its order.
    pub fn new_ones(&self) -> impl Iterator<Item = MeasureIx> {
        alone(&self.earlier)
    }

    /// The measures that only the earlier report has, in its order.
    pub fn ended(&self) -> impl Iterator<Item = MeasureIx> {
        alone(&self.later)
    }

    /// The measure of the earlier report that a new measure was split off.
    pub fn split_from(&self, later: MeasureIx) -> Option<MeasureIx> {
        self.split.iter().find(|pair| pair.later == later).map(|pair| pair.earlier)
    }

    /// The measure of the later report that an ended measure went into.
    pub fn joined_to(&self, earlier: MeasureIx) -> Option<MeasureIx> {
        self.joined.iter().find(|pair| pair.earlier == earlier).map(|pair| pair.later)
    }
}

/// The positions without a counterpart.
fn alone(counterparts: &[Option<MeasureIx>]) -> impl Iterator<Item = MeasureIx> {
    let positions = counterparts.iter().enumerate();
    positions.filter(|(_, counterpart)| counterpart.is_none()).map(|(at, _)| MeasureIx::new(at))
}
