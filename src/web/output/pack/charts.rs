//! Knows: how many charts a pack has, and how many of them are drawn.
//! Must not know: what a chart shows.

use crate::web::output::picture::PictureState;
use leptos::prelude::*;

/// How far the charts of the pack are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Charts {
    /// How many there are.
    pub all: usize,
    /// How many of them are not drawn yet.
    pub waiting: usize,
}

/// How far they are, followed.
pub type Drawings = RwSignal<Charts>;

/// The most charts that a pack draws: of thousands of measures it has the text alone, and says so.
const MOST_CHARTS: usize = 500;

impl Charts {
    /// Counts one more in; none when there are enough.
    pub fn one_more(drawings: Drawings) -> Option<RwSignal<PictureState>> {
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

/// How many charts are there; the text is from the start.
pub fn progress(drawings: Drawings) -> Option<String> {
    let Charts { all, waiting } = drawings.get();
    (waiting > 0).then(|| format!("{} of {all}", all.saturating_sub(waiting)))
}
