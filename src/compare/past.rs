//! Knows: the figures that a report itself gives for a measure, period by period, and which of them another report gives otherwise.
//! Must not know: whether a report says that it corrects them.

use crate::report::{Measure, Period, Unit, Value};
use std::collections::HashMap;

/// A figure and its unit.
#[derive(Debug, Clone, Copy)]
pub struct Figure<'m> {
    /// The figure.
    pub value: &'m Value,
    /// Its unit.
    pub unit: &'m Unit,
}

/// A figure of one period that two reports give otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Rewritten<'m> {
    /// The period.
    pub period: Period,
    /// The name of the series; none for the measure's own.
    pub series: Option<&'m str>,
    /// The figure in the earlier report.
    pub before: Figure<'m>,
    /// The figure in the later one.
    pub after: Figure<'m>,
}

/// The period and the series that a figure is for.
type Place<'m> = (Period, Option<&'m str>);

/// The figures of a measure that two reports give otherwise, in the order of the later one.
pub fn rewritten<'m>(before: &'m Measure, after: &'m Measure) -> Vec<Rewritten<'m>> {
    let known: HashMap<Place<'m>, Figure<'m>> = figures(before).into_iter().collect();
    let both = figures(after).into_iter().filter_map(|(at, figure)| Some((at, *known.get(&at)?, figure)));
    let differing = both.filter(|(_, before, after)| {
        before.unit.kind == after.unit.kind && before.unit.per == after.unit.per && !before.value.is_same(after.value)
    });
    differing.map(|((period, series), before, after)| Rewritten { period, series, before, after }).collect()
}

/// What a report itself says of a measure's own series in a period.
pub fn figure(measure: &Measure, period: Period) -> Option<&Value> {
    figures(measure).into_iter().find(|(at, _)| *at == (period, None)).map(|(_, figure)| figure.value)
}

/// All of them; of several for one period, the last. What was joined from other reports is not among them.
fn figures(measure: &Measure) -> Vec<(Place<'_>, Figure<'_>)> {
    let own = measure.history.iter().filter(|one| one.report.is_none());
    let listed = own.filter_map(|one| {
        let unit = one.unit.as_ref().unwrap_or(&measure.unit);
        Some(((one.period?, one.series.as_deref()), Figure { value: &one.value, unit }))
    });
    let now = ((measure.reporting_period(), None), Figure { value: &measure.value, unit: &measure.unit });
    let mut figures: Vec<(Place<'_>, Figure<'_>)> = Vec::new();
    let mut places: HashMap<Place<'_>, usize> = HashMap::new();
    for (at, figure) in listed.chain([now]) {
        match places.get(&at).and_then(|place| figures.get_mut(*place)) {
            Some(known) => known.1 = figure,
            None => {
                places.insert(at, figures.len());
                figures.push((at, figure));
            }
        }
    }
    figures
}
