//! Knows: which rows of a long list are in sight, and how much room those take that are not, from the heights of rows.
//! Must not know: how a row looks, or how far the page is scrolled.

use crate::explore::order::MeasureGroup;
use crate::report::MeasureIx;
use std::collections::HashMap;

#[cfg(test)]
mod tests;

/// With more rows than this, those out of sight are not drawn.
const LONG: usize = 120;

/// Whether a list has more rows than are drawn at once.
pub fn is_long(groups: &[MeasureGroup]) -> bool {
    groups.iter().map(|group| group.rows.len()).sum::<usize>() > LONG
}

/// How many rows of the table stand before those of a group, the table's head and all headings included; for the number of groups, how
/// many there are in all.
pub fn rows_before(groups: &[MeasureGroup], group: usize) -> usize {
    let before = groups.iter().take(group).map(|group| group.rows.len() + usize::from(group.heading.is_some()));
    1 + before.sum::<usize>()
}

/// The rows of a group that are drawn, and the room for those that are not. Heights are in CSS pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Stretch {
    /// The first row that is drawn, by its position in the group.
    pub from: usize,
    /// The first row after those.
    pub to: usize,
    /// The room of the rows before.
    pub before: f64,
    /// The room of the rows after.
    pub after: f64,
}

/// The heights of rows, as far as they are known.
#[derive(Debug, Clone)]
pub struct Heights {
    known: HashMap<MeasureIx, f64>,
    sum: f64,
    /// The width of the window that they are of.
    width: f64,
    /// The height of a group's heading.
    pub heading: f64,
}

impl Default for Heights {
    /// Nothing is known yet.
    fn default() -> Self {
        Self { known: HashMap::new(), sum: 0.0, width: 0.0, heading: USUAL }
    }
}

/// What a row is likely to take before any has been measured, in CSS pixels.
const USUAL: f64 = 36.0;

impl Heights {
    /// The height of a row: its own or, as long as it is not known, the average of those that are.
    pub fn of(&self, row: MeasureIx) -> f64 {
        self.known.get(&row).copied().unwrap_or_else(|| self.average())
    }

    fn average(&self) -> f64 {
        if self.known.is_empty() { USUAL } else { self.sum / self.known.len() as f64 }
    }

    /// Takes down the height of a row. Returns whether it is another than was thought.
    pub fn note(&mut self, row: MeasureIx, height: f64) -> bool {
        let before = self.known.insert(row, height);
        self.sum += height - before.unwrap_or_default();
        before != Some(height)
    }

    /// Forgets all of them if the window has another width than they are of: names break elsewhere.
    pub fn are_for(&mut self, width: f64) {
        if self.width != width {
            *self = Self { width, ..Self::default() };
        }
    }
}

/// What of each group is drawn when the list is in sight from `top` to `bottom`, counted from the head of its first group.
/// A list that is not long is drawn whole, and so is `everything`, as for paper.
pub fn stretches(
    groups: &[MeasureGroup],
    heights: &Heights,
    (top, bottom): (f64, f64),
    everything: bool,
) -> Vec<Stretch> {
    if everything || !is_long(groups) {
        return groups.iter().map(|group| Stretch { to: group.rows.len(), ..Stretch::default() }).collect();
    }
    let mut at = 0.0;
    let stretch = |group: &MeasureGroup| {
        if group.heading.is_some() {
            at += heights.heading;
        }
        let mut stretch = Stretch::default();
        for (position, row) in group.rows.iter().enumerate() {
            let height = heights.of(*row);
            if at + height <= top {
                (stretch.from, stretch.to) = (position + 1, position + 1);
                stretch.before += height;
            } else if at < bottom {
                stretch.to = position + 1;
            } else {
                stretch.after += height;
            }
            at += height;
        }
        stretch
    };
    groups.iter().map(stretch).collect()
}
