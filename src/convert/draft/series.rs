//! Knows: how the other columns of a line become earlier values, benchmarks and commentary.
//! Must not know: the value of this period.

use super::corrections;
use super::last::is_same_value;
use super::ledger::Fate;
use super::measure::Maker;
use super::plan::Use;
use crate::convert::cell_ref::CellRef;
use crate::convert::headings::Role;
use crate::convert::mapping::Attribute;
use crate::convert::periods;
use crate::convert::words;
use crate::encode::fold::fold;
use crate::report::{
    Benchmark, BenchmarkGroup, Block, Content, Measure, Missing, Observation, Period, Provenance, Section, Text, Value,
};
use crate::wording::format::{self, capital};

impl Maker<'_, '_> {
    /// The earlier values: those of the last export, its own value, and those of the line, oldest first. Also what differs.
    pub(super) fn history(&mut self, own: Period) -> (Vec<Observation>, Vec<(String, String)>) {
        let mut kept = self.last.map(|last| last.measure.history.clone()).unwrap_or_default();
        let last = self.last.map(|last| last.measure);
        let period = last.map(Measure::reporting_period);
        if let (Some(last), Some(period)) = (last, period.filter(|period| *period != own)) {
            kept.retain(|one| !(one.is_own() && one.period == Some(period)));
            kept.push(observation(period, last.value.clone()));
        }
        kept.retain(|one| !one.is_own() || one.period != Some(own));
        let (mut revised, mut placed) = (Vec::new(), Vec::new());
        for (period, value, place) in self.earlier() {
            if period == own {
                let expected = "a blank cell: this is the measure’s own period, whose value is in another column";
                self.notes.ledger.unclear(place, expected, Vec::new());
                continue;
            }
            let known = kept.iter_mut().find(|one| one.is_own() && one.period == Some(period));
            match known {
                Some(known) if is_same_value(&known.value, &value) => {}
                Some(known) => {
                    let written = |value: &Value| format!("{} in {period}", format::value(value, &self.unit));
                    revised.push((written(&known.value), written(&value)));
                    *known = observation(period, value);
                }
                None => kept.push(observation(period, value)),
            }
            placed.push((period, place));
        }
        kept.sort_by_key(|one| (one.period.is_some(), one.period.map(Period::order)));
        for (position, one) in kept.iter().enumerate().filter(|(_, one)| one.is_own()) {
            let cell = placed.iter().find(|(period, _)| one.period == Some(*period));
            self.cells.extend(cell.map(|(_, place)| (format!(".history[{position}]"), *place)));
        }
        (kept, revised)
    }

    /// The earlier values of the line.
    pub(super) fn earlier(&mut self) -> Vec<(Period, Value, CellRef)> {
        let mut found = Vec::new();
        let columns = self.at.columns(|holds| matches!(holds, Use::Earlier(_)));
        for column in columns {
            let (Use::Earlier(period), Some((cell, place))) = (&column.holds, self.at.at(column.place)) else {
                continue;
            };
            let unit = self.unit.clone();
            // A dash in the past says no more than a blank cell: there is no observation.
            let value = self.at.value(cell, place, &unit, self.notes);
            let is_told = |value: &Value| match value {
                Value::Number(_) => true,
                Value::Missing(missing) => missing.missing == Missing::Suppressed || cell.shown.trim().starts_with('['),
            };
            found.extend(value.filter(is_told).map(|value| (*period, value, place)));
        }
        found
    }

    pub(super) fn benchmarks(&mut self) -> Vec<Benchmark> {
        let mut found = Vec::new();
        let columns = self.at.columns(|holds| matches!(holds, Use::Benchmark(_)));
        for column in columns {
            let (Use::Benchmark(period), Some((cell, place))) = (&column.holds, self.at.at(column.place)) else {
                continue;
            };
            let unit = self.unit.clone();
            let value = self.at.value(cell, place, &unit, self.notes).filter(|value| value.number().is_some());
            let Some(value) = value else { continue };
            self.cells.push((format!(".benchmarks[{}]", found.len()), place));
            let (group, name) = (group(&column.heading), without_period(&column.heading));
            found.push(Benchmark { group, name, period: *period, value, series: None, note: None });
        }
        found
    }

    /// The texts, one section for each column, one paragraph for each line. What a person says stands in place of the first column's.
    pub(super) fn commentary(&mut self) -> (Vec<Section>, Vec<(Attribute, String)>) {
        let (mut sections, mut texts) = (Vec::new(), Vec::new());
        let mut said = [(Role::Comments, Attribute::Comments), (Role::Actions, Attribute::Actions)]
            .map(|(role, about)| (role, about, self.said(about)));
        let columns = self.at.columns(|holds| matches!(holds, Use::Part(Role::Comments | Role::Actions)));
        for column in columns {
            let Some((cell, place)) = self.at.at(column.place) else { continue };
            let Some((_, about, said)) = said.iter_mut().find(|(role, ..)| column.holds == Use::Part(*role)) else {
                continue;
            };
            let text = match said.take() {
                Some(said) => {
                    self.notes.ledger.note(place, Fate::LeftOut(corrections::CORRECTED.into()));
                    said
                }
                None => {
                    self.notes.ledger.note(place, Fate::Placed);
                    cell.shown.clone()
                }
            };
            self.cells.push((format!(".commentary[{}]", sections.len()), place));
            sections.push(section(&column.heading, &text));
            texts.push((*about, text));
        }
        for (role, about, said) in said {
            if let Some(text) = said {
                sections.push(section(role.label(), &text));
                texts.push((about, text));
            }
        }
        (sections, texts)
    }
}

fn section(heading: &str, text: &str) -> Section {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraph = |line: &str| Content::Paragraph(Text::Plain(line.to_string()));
    let blocks = lines.map(|line| Block { also: Vec::new(), content: paragraph(line) }).collect();
    Section { heading: capital(heading), role: None, blocks }
}

fn observation(period: Period, value: Value) -> Observation {
    Observation {
        period: Some(period),
        period_note: None,
        value,
        provenance: Provenance::PublishedTable,
        report: None,
        formula: None,
        series: None,
        unit: None,
    }
}

/// A heading without its period, as it is written.
fn without_period(heading: &str) -> String {
    let rest = periods::find(heading).1;
    let folded = fold(heading);
    let before = folded.find(&rest).and_then(|at| folded.get(..at)).map(|before| before.chars().count());
    match before.filter(|_| folded.chars().count() == heading.chars().count()) {
        Some(before) => heading.chars().skip(before).take(rest.chars().count()).collect(),
        None => capital(&rest),
    }
}

/// Who a benchmark is about, by its heading.
fn group(heading: &str) -> BenchmarkGroup {
    let words = words::plain(heading);
    let has = |any: &[&str]| any.iter().any(|word| words.contains(word));
    if has(&["neighbour", "family", "cipfa", "peer"]) {
        BenchmarkGroup::StatisticalNeighbours
    } else if has(&["national", "england", "great britain", "uk", "scotland", "wales", "all councils"]) {
        BenchmarkGroup::National
    } else if has(&["region", "south", "north", "east", "west", "london", "midlands", "yorkshire", "county"]) {
        BenchmarkGroup::Region
    } else {
        BenchmarkGroup::Other
    }
}
