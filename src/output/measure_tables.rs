//! Knows: the tables and lists of one measure: its figures over time by series, those of others, its ranks.
//! Must not know: what else is said of the measure, or how a table is drawn.

use super::document::{Column, ListPoint, Run, TableBlock, TableRow, plain};
use super::runs::{figure, period_with_note};
use crate::assess::trend::series;
use crate::report::{Measure, Observation, Period, Provenance};
use crate::wording::format;

/// The figures of the chart and those that a chart cannot show, each with its series and its source: the measure's own first, then those
/// of other series, one after the other.
pub fn values_over_time(measure: &Measure) -> TableBlock {
    let points = series(measure);
    let has_kinds = points.iter().any(|point| point.period.kind() != measure.reporting_period().kind());
    let series_of = |one: &Observation| match (&one.series, one.period.filter(|_| has_kinds)) {
        (Some(name), _) => name.clone(),
        (None, Some(period)) => format!("{OWN}, {}", format::lower_case(&format::kind_of_period(period.kind()))),
        (None, None) => OWN.to_string(),
    };
    let row = |one: &Observation| {
        let formula = one.formula.as_ref().map(|formula| format!(": {formula}")).unwrap_or_default();
        TableRow::of([
            plain(period_with_note(one.period, one.period_note.as_ref())),
            plain(series_of(one)),
            figure(&one.value, one.unit.as_ref().unwrap_or(&measure.unit)),
            plain(format!("{}{formula}", source(one))),
        ])
    };
    let latest = TableRow::of([
        plain(period_with_note(Some(measure.reporting_period()), measure.period_note.as_ref())),
        plain("Latest"),
        figure(&measure.value, &measure.unit),
        plain(Provenance::PublishedTable.label()),
    ]);
    let latest = TableRow { is_current: true, ..latest };
    let own = measure.history.iter().filter(|one| one.is_own()).map(row);
    let others = other_series(measure).into_iter().flat_map(|(_, of_series)| of_series).map(row);
    let columns = Column::all(&["Period", "Series", "Value", "Source"], &["Value"]);
    TableBlock::new(OVER_TIME, columns, own.chain([latest]).chain(others).collect())
}

/// Where a figure comes from: the report itself, or an earlier one of the site.
fn source(one: &Observation) -> String {
    match &one.report {
        None => one.provenance.label().to_string(),
        Some(id) => match Period::parse(id) {
            Some(period) => format!("Report for {}", format::the(period)),
            None => format!("Report “{id}”"),
        },
    }
}

/// The name of the figures over time.
pub const OVER_TIME: &str = "Figures over time";

/// What the table calls the measure's own series.
const OWN: &str = "This measure";

/// The observations of each other series, in the order in which the report first has them. A count and a percentage are two series,
/// whatever their name.
pub fn other_series(measure: &Measure) -> Vec<(&String, Vec<&Observation>)> {
    let mut all: Vec<(&String, Vec<&Observation>)> = Vec::new();
    for one in &measure.history {
        let Some(name) = &one.series else { continue };
        let is_it = |(known, of_series): &&mut (&String, Vec<&Observation>)| {
            *known == name && of_series.first().is_some_and(|first| first.unit == one.unit)
        };
        match all.iter_mut().find(is_it) {
            Some((_, of_series)) => of_series.push(one),
            None => all.push((name, vec![one])),
        }
    }
    all
}

/// What others achieve; none if the report does not say.
pub fn benchmarks(measure: &Measure) -> Option<TableBlock> {
    // A column that says the same in every row says nothing.
    let has_series = measure.benchmarks.iter().any(|benchmark| benchmark.series.is_some());
    let has_notes = measure.benchmarks.iter().any(|benchmark| benchmark.note.is_some());
    let cells = |shown: [Run; 5]| {
        let kept = [true, true, has_series, true, has_notes].into_iter().zip(shown).filter(|(is_kept, _)| *is_kept);
        TableRow { cells: kept.map(|(_, cell)| vec![cell]).collect(), is_current: false }
    };
    let rows = measure.benchmarks.iter().map(|benchmark| {
        cells([
            plain(&benchmark.name),
            plain(period_with_note(benchmark.period, None)),
            plain(benchmark.series.as_deref().unwrap_or(OWN)),
            figure(&benchmark.value, &measure.unit),
            plain(benchmark.note.clone().unwrap_or_default()),
        ])
    });
    let names = [("Area", true), ("Period", true), ("Series", has_series), ("Value", true), ("Note", has_notes)];
    let names: Vec<&str> = names.into_iter().filter(|(_, is_kept)| *is_kept).map(|(name, _)| name).collect();
    let columns = Column::all(&names, &["Value"]);
    (!measure.benchmarks.is_empty()).then(|| TableBlock::new("Figures for others", columns, rows.collect()))
}

/// The ranks of a measure among others.
pub fn ranks(measure: &Measure) -> Vec<ListPoint> {
    let ranks = measure.ranks.iter().map(|rank| {
        let out_of = rank.out_of.map(|out_of| format!(" of {out_of}")).unwrap_or_default();
        let period = rank.period.map(|period| format!(", {period}")).unwrap_or_default();
        ListPoint::plain(format!("Rank {}{out_of}, {}{period}", rank.position, rank.among))
    });
    ranks.collect()
}
