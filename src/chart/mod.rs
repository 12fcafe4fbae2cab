//! Knows: how to make the trend chart of a measure, as options for the chart library and in words.
//! Must not know: the page, its theme, or where a chart is drawn.
//!
//! Every number in the options comes from the export or is a tick of the axis. They contain no text of the export and no
//! function: labels are figures, dates and the words of `words`.

mod figure;
mod in_words;
mod options;
mod target;
mod ticks;
mod timeline;
mod words;

pub use options::Palette;

use crate::assess::trend::{self, Point};
use crate::report::period::PeriodKind;
use crate::report::{Decimal, Measure, Period, UnitKind};
use figure::Figure;
use target::bounds;
use ticks::Ticks;
use timeline::Timeline;

/// The height of a chart in CSS pixels.
const HEIGHT: u32 = 248;
/// The most points that a chart draws; longer series are only in the table.
const MAX_POINTS: usize = 1_200;

/// The trend chart of a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendChart {
    /// The options for the chart library, as JSON.
    pub options: String,
    /// The whole chart in words, for readers who cannot see it.
    pub description: String,
    /// Sentences that a reader needs to understand the chart.
    pub notes: Vec<String>,
    /// The height to draw it in, in CSS pixels.
    pub height: u32,
}

/// The trend chart of a measure's own series against its target. None when there are fewer than two numbers to draw, or more
/// points or steps of time than a chart can show.
pub fn trend_chart(measure: &Measure, palette: &Palette) -> Option<TrendChart> {
    let points = trend::series(measure);
    let numbers: Vec<Decimal> = points.iter().filter_map(|point| point.value.number().copied()).collect();
    if numbers.len() < 2 || points.len() > MAX_POINTS {
        return None;
    }
    let bounds = bounds(measure.target.as_ref(), &measure.unit);
    let all: Vec<Decimal> = numbers.iter().chain(&bounds).copied().collect();
    let whole =
        matches!(measure.unit.kind, UnitKind::Count | UnitKind::Days) && all.iter().all(|number| number.is_whole());
    let ticks = Ticks::around(&all, whole)?;
    let periods: Vec<Period> = points.iter().map(|point| point.period).collect();
    let timeline = Timeline::over(&periods)?;
    let kinds = kinds(&points);
    let step = |kind: &PeriodKind| {
        let of_kind: Vec<Period> = periods.iter().filter(|period| period.kind() == *kind).copied().collect();
        (*kind, timeline::step_between(&of_kind))
    };
    let steps = kinds.iter().map(step).collect();
    let figure = Figure { measure, palette, bounds, ticks, timeline, kinds, steps, points };
    Some(TrendChart {
        options: figure.options().json()?,
        description: figure.description(),
        notes: figure.notes(),
        height: HEIGHT,
    })
}

/// The kinds of period with a number, each of which is a line of the chart; that of the current value first.
fn kinds(points: &[Point<'_>]) -> Vec<PeriodKind> {
    let mut kinds = Vec::new();
    let current_first = points.iter().filter(|point| point.is_current).chain(points);
    for kind in current_first.filter(|point| point.value.number().is_some()).map(|point| point.period.kind()) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

#[cfg(test)]
mod tests;
