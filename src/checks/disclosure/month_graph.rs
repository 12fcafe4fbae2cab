//! Knows: for which months numbers can be worked out from others by addition and subtraction.
//! Must not know: the numbers, only that there are some.

use crate::report::Period;
use crate::report::period::PeriodKind;
use std::collections::{HashMap, HashSet, VecDeque};

/// Months joined by numbers: each number joins its first month and the month after its last. A suppressed number can be
/// worked out from them when its own two months are joined.
#[derive(Default)]
pub(super) struct MonthGraph {
    edges: HashMap<u32, Vec<(u32, Period)>>,
    joined: HashSet<(u32, u32)>,
    parents: HashMap<u32, u32>,
    /// How many months a root stands for.
    sizes: HashMap<u32, u32>,
    /// Whether one of the numbers is an average, which may be rounded.
    pub(super) has_average: bool,
}

/// How many months are searched for the numbers that lead to another; that they do is known without the search.
const MONTHS_SEARCHED: usize = 100;

impl MonthGraph {
    pub(super) fn join(&mut self, from: u32, to: u32, period: Period) {
        // A second number for the same months leads nowhere else.
        if !self.joined.insert((from, to)) {
            return;
        }
        self.edges.entry(from).or_default().push((to, period));
        self.edges.entry(to).or_default().push((from, period));
        let (one, other) = (self.root(from), self.root(to));
        if one != other {
            // The smaller part joins the larger one, so that no way to a root is long.
            let size = |root: u32| self.sizes.get(&root).copied().unwrap_or(1);
            let (small, large) = if size(one) <= size(other) { (one, other) } else { (other, one) };
            let both = size(one) + size(other);
            self.parents.insert(small, large);
            self.sizes.insert(large, both);
        }
    }

    fn root(&self, month: u32) -> u32 {
        let mut at = month;
        while let Some(parent) = self.parents.get(&at) {
            at = *parent;
        }
        at
    }

    pub(super) fn are_joined(&self, one: u32, other: u32) -> bool {
        self.root(one) == self.root(other)
    }

    /// The periods of the numbers that join two months, in order of time; none when the months are too far apart.
    pub(super) fn path(&self, from: u32, to: u32) -> Option<Vec<Period>> {
        let mut reached_from: HashMap<u32, (u32, Period)> = HashMap::new();
        let mut next = VecDeque::from([from]);
        while let Some(month) =
            next.pop_front().filter(|_| !reached_from.contains_key(&to) && reached_from.len() < MONTHS_SEARCHED)
        {
            for (other, period) in self.edges.get(&month).into_iter().flatten().take(MONTHS_SEARCHED) {
                if *other != from && !reached_from.contains_key(other) {
                    reached_from.insert(*other, (month, *period));
                    next.push_back(*other);
                }
            }
        }
        let mut used = Vec::new();
        let mut at = to;
        while at != from {
            let (before, period) = reached_from.get(&at)?;
            used.push(*period);
            at = *before;
        }
        used.sort_by_key(|period| (period.order(), period.kind() != PeriodKind::Quarter));
        Some(used)
    }
}
