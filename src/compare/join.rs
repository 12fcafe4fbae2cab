//! Knows: how the series of a measure is joined over the reports of a site, each figure with the report that it is from.
//! Must not know: how the reports were fetched, or what follows from a series.
//!
//! Only earlier reports are joined: what a later one says was not known when the report was published.

use super::pairs::Pairs;
use crate::report::{Measure, Observation, Provenance, Report};
use std::mem;

/// A report without its words: what other quarters are compared with and joined to. Its measures have the observations of
/// `earlier` reports of the site, oldest report first, before their own.
pub fn figures(report: &Report, earlier: &[&Report]) -> Report {
    let mut figures = report.clone();
    join(&mut figures, earlier);
    figures.publication.commentary_note = String::new();
    figures.glossary.clear();
    figures.conversion = None;
    for outcome in &mut figures.outcomes {
        outcome.projects.iter_mut().for_each(|project| project.commentary.clear());
        for risk in &mut outcome.risks {
            risk.definition.clear();
        }
        for programme in &mut outcome.programmes {
            programme.published_summary.clear();
            for measure in &mut programme.measures {
                measure.benchmarks.clear();
                measure.ranks.clear();
                measure.related.clear();
                measure.commentary.clear();
            }
        }
    }
    figures
}

/// Puts what earlier reports say of each measure before the measure's own observations, oldest report first, so that of two
/// figures for one period the later report's counts. A figure that another of these gives alike is not repeated.
pub fn join(report: &mut Report, earlier: &[&Report]) {
    let mut joined: Vec<Vec<Observation>> = report.places().map(|_| Vec::new()).collect();
    for before in earlier {
        let pairs = Pairs::new(before, report);
        let known: Vec<&Measure> = before.places().map(|place| place.measure).collect();
        let with = report.places().zip(&mut joined);
        for (place, joined) in with {
            let of_pair = pairs.earlier(place.row).and_then(|earlier| known.get(earlier.index()));
            if let Some(measure) = of_pair.filter(|measure| may_be_joined(measure, place.measure)) {
                add(&before.id, measure, joined);
            }
        }
    }
    put(report, joined);
}

/// Puts the observations that a site's file of figures has joined into the report that it was made of. Its measures are the
/// same ones in the same order.
pub fn adopt(report: &mut Report, figures: Report) {
    let programmes = figures.outcomes.into_iter().flat_map(|outcome| outcome.programmes);
    let mut measures = programmes.flat_map(|programme| programme.measures);
    each_measure(report, |_, measure| {
        let Some(same) = measures.next().filter(|same| same.code == measure.code) else { return };
        let joined = same.history.into_iter().filter(|one| one.report.is_some());
        measure.history = joined.chain(std::mem::take(&mut measure.history)).collect();
    });
}

/// Takes out what was joined, so that only the report's own words are left.
pub fn part(report: &mut Report) {
    each_measure(report, |_, measure| measure.history.retain(|one| one.report.is_none()));
}

fn put(report: &mut Report, mut joined: Vec<Vec<Observation>>) {
    each_measure(report, |at, measure| {
        let Some(mut joined) = joined.get_mut(at).map(mem::take) else { return };
        joined.retain(|one| !says(measure, one));
        joined.append(&mut measure.history);
        measure.history = joined;
    });
}

/// Whether a measure's own report gives a figure alike.
fn says(measure: &Measure, one: &Observation) -> bool {
    let is_now = one.is_own() && one.period == Some(measure.reporting_period()) && one.value.is_same(&measure.value);
    let own = measure.history.iter().filter(|known| known.report.is_none());
    let is_for_the_same = |known: &&Observation| known.period == one.period && known.series == one.series;
    is_now || own.filter(is_for_the_same).any(|known| known.value.is_same(&one.value))
}

fn each_measure(report: &mut Report, mut act: impl FnMut(usize, &mut Measure)) {
    let programmes = report.outcomes.iter_mut().flat_map(|outcome| &mut outcome.programmes);
    programmes.flat_map(|programme| &mut programme.measures).enumerate().for_each(|(at, measure)| act(at, measure));
}

/// Whether the figures of a measure in an earlier report are of the same kind as its figures now.
fn may_be_joined(before: &Measure, after: &Measure) -> bool {
    before.unit.kind == after.unit.kind
        && before.unit.per == after.unit.per
        && before.basis() == after.basis()
        && before.frequency() == after.frequency()
}

/// Adds the figures that a report itself gives for a period, unless a report before it has given the same.
fn add(report: &str, measure: &Measure, joined: &mut Vec<Observation>) {
    let own = measure.history.iter().filter(|one| one.report.is_none() && one.period.is_some());
    let now = Observation {
        period: Some(measure.reporting_period()),
        period_note: measure.period_note.clone(),
        value: measure.value.clone(),
        provenance: Provenance::PublishedTable,
        report: None,
        formula: None,
        series: None,
        unit: None,
    };
    for one in own.cloned().chain([now]) {
        let is_for_the_same = |known: &&Observation| known.period == one.period && known.series == one.series;
        let known = joined.iter().rev().find(is_for_the_same);
        if !known.is_some_and(|known| known.value.is_same(&one.value)) {
            joined.push(Observation { report: Some(report.to_string()), ..one });
        }
    }
}
