//! Knows: the figures of one measure, given or suppressed, by period and by what they count.
//! Must not know: whether one can be worked out from others.

use super::month_graph::MonthGraph;
use super::series_names::{is_average, is_change, is_longer_time, is_single_time, is_whole_year};
use super::suppressed::is_suppressed;
use crate::checks::periods::{self, covered};
use crate::report::period::PeriodKind;
use crate::report::{Basis, Measure, Period, Unit, UnitKind};
use std::collections::HashMap;

/// A number or a suppressed value of a period.
pub(super) struct StatedFigure<'m> {
    pub(super) series: Option<&'m str>,
    pub(super) unit: &'m Unit,
    pub(super) is_number: bool,
}

/// The figures of a measure that state a period.
pub(super) struct Figures<'m> {
    pub(super) measure: &'m Measure,
    pub(super) by_period: HashMap<Period, Vec<StatedFigure<'m>>>,
    /// The periods for which a series has numbers, in order, apart for each kind of period.
    pub(super) given: HashMap<(SeriesKey<'m>, PeriodKind), Vec<Period>>,
    /// The first series of changes with a number in each period, and its unit.
    pub(super) changes: HashMap<Period, (&'m str, &'m Unit)>,
    /// The months that the numbers of each quantity cover.
    pub(super) by_quantity: HashMap<Quantity<'m>, MonthGraph>,
}

/// A series: one name may stand for a count and for a percentage.
pub(super) type SeriesKey<'m> = (Option<&'m str>, UnitKind, Option<u32>);

/// What is counted: the measure itself, over its usual or over a longer or shorter period, or another series.
pub(super) type Quantity<'m> = (Option<&'m str>, UnitKind, Option<u32>);

pub(super) fn quantity<'m>(series: Option<&'m str>, unit: &Unit) -> Quantity<'m> {
    (series.filter(|name| !is_longer_time(name) && !is_single_time(name)), unit.kind, unit.per)
}

/// The months that a number covers, as in [`covered`] unless the series says otherwise.
pub(super) fn months(measure: &Measure, series: Option<&str>, period: Period) -> (u32, u32) {
    // A longer period that is dated by its last quarter or month began with the year; a whole year also ends with it.
    if series.is_some_and(is_longer_time) {
        let (from, to) = covered(Basis::Cumulative, period);
        return if series.is_some_and(is_whole_year) { (from, to.max(from + 12)) } else { (from, to) };
    }
    if series.is_some_and(is_single_time) { periods::span(period) } else { covered(measure.basis(), period) }
}

impl<'m> Figures<'m> {
    pub(super) fn of(measure: &'m Measure) -> Self {
        let (by_period, given, changes) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut figures = Self { measure, by_period, given, changes, by_quantity: HashMap::new() };
        let stated = measure.history.iter().filter_map(|observation| {
            let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
            Some((observation.series.as_deref(), observation.period?, unit, &observation.value))
        });
        for (series, period, unit, value) in
            stated.chain([(None, measure.reporting_period(), &measure.unit, &measure.value)])
        {
            let is_number = value.number().is_some();
            if is_number || is_suppressed(value) {
                figures.by_period.entry(period).or_default().push(StatedFigure { series, unit, is_number });
            }
            if is_number {
                figures.given.entry(((series, unit.kind, unit.per), period.kind())).or_default().push(period);
                if let Some(name) = series.filter(|name| is_change(name)) {
                    figures.changes.entry(period).or_insert((name, unit));
                }
            }
            if is_number && periods::adds_up(unit, measure.basis()) {
                let (from, to) = months(measure, series, period);
                let graph = figures.by_quantity.entry(quantity(series, unit)).or_default();
                graph.join(from, to, period);
                graph.has_average |= series.is_some_and(is_average);
            }
        }
        figures.given.values_mut().for_each(|given| given.sort_by_key(|period| period.order()));
        figures
    }
}
