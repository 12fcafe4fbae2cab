//! Knows: how far a pack is: how many of its measures and charts are drawn.
//! Must not know: what is in them.

use crate::web::output::picture::PictureState;
use crate::wording::format::count_of;
use leptos::prelude::*;

/// How far the measures and charts of a pack are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Charts {
    /// How many charts there are, of the measures that are drawn.
    pub all: usize,
    /// How many of them are not drawn yet.
    pub waiting: usize,
    /// How many measures are not drawn yet.
    pub measures: usize,
    /// How many tables wait for other quarters.
    pub tables: usize,
}

/// How far they are, as a signal.
pub type Drawings = RwSignal<Charts>;

/// From here on, browsers take their time to print: 1,000 measures on 1,052 sheets took Chromium 50 seconds.
const MANY_CHARTS: usize = 200;

/// The most charts that a pack draws; further measures have none, and say so.
const MOST_CHARTS: usize = 500;

impl Charts {
    /// Whether everything is drawn.
    pub fn are_done(self) -> bool {
        self.waiting == 0 && self.measures == 0 && self.tables == 0
    }

    /// Adds measures that are to be drawn.
    pub fn wait_for_measures(drawings: Drawings, count: usize) {
        if count > 0 {
            drawings.update(|charts| charts.measures += count);
        }
    }

    /// Adds a chart; none if the pack has enough.
    pub fn add(drawings: Drawings) -> Option<RwSignal<PictureState>> {
        if drawings.with_untracked(|charts| charts.all) >= MOST_CHARTS {
            return None;
        }
        let drawing = RwSignal::new(PictureState::Waiting);
        drawings.update(|charts| {
            charts.all += 1;
            charts.waiting += 1;
        });
        Effect::new(move |waited: Option<bool>| {
            let waits = drawing.with(|drawing| *drawing == PictureState::Waiting);
            match (waited.unwrap_or(true), waits) {
                (true, false) => drawings.update(|charts| charts.waiting = charts.waiting.saturating_sub(1)),
                (false, true) => drawings.update(|charts| charts.waiting += 1),
                _ => {}
            }
            waits
        });
        Some(drawing)
    }
}

/// "3 of 32" while charts are being drawn, or how many measures are still to come; afterwards, what to expect of a pack with very many.
pub fn progress(drawings: Drawings) -> Option<String> {
    match drawings.get() {
        Charts { measures: 1.., .. } => Some(format!("{} to come", count_of(drawings.get().measures, "measure"))),
        Charts { waiting: 0, all, .. } if all >= MANY_CHARTS => {
            Some("The browser may need a minute to prepare this many sheets.".to_string())
        }
        Charts { waiting: 0, .. } => None,
        Charts { all, waiting, .. } => Some(format!("{} of {all}", all.saturating_sub(waiting))),
    }
}
