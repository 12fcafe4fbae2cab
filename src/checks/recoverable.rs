//! Knows: whether a withheld value can be worked out from other figures of the same file.
//! Must not know: the value. No finding says it, and nothing here works it out.

use super::{Certainty, Desk, Kind, Said};
use crate::format;
use crate::report::period::PeriodKind;
use crate::report::{Basis, Content, Measure, Missing, Observation, Period, Table, UnitKind, Value};
use crate::trend;
use std::collections::HashMap;

pub(super) fn check(measure: &Measure, desk: &mut Desk<'_>) {
    tables(measure, desk);
    let at = desk.at.key("value");
    if is_withheld(&measure.value) {
        let reach = Reach { measure, period: measure.reporting_period, series: None };
        reach.by_time(&at, desk);
        reach.by_other_series(&at, desk);
        in_words(measure, desk);
    }
    for (position, observation) in measure.history.iter().enumerate() {
        if let (true, Some(period)) = (is_withheld(&observation.value), observation.period) {
            let history = desk.at.key("history");
            let at = history.entry(position);
            let reach = Reach { measure, period, series: observation.series.as_deref() };
            reach.by_time(&at.key("value"), desk);
            reach.by_other_series(&at.key("value"), desk);
        }
    }
}

fn is_withheld(value: &Value) -> bool {
    matches!(value, Value::Missing(missing) if missing.missing == Missing::Suppressed)
}

fn find(desk: &mut Desk<'_>, certainty: Certainty, at: &crate::import::Path<'_>, of: String, working: String) {
    let expected = "no other figures from which it follows".to_string();
    desk.find(Kind::Recoverable, certainty, at, Said { published: of, expected, working });
}

/// A withheld value, and what else there is about it.
struct Reach<'m> {
    measure: &'m Measure,
    period: Period,
    series: Option<&'m str>,
}

impl Reach<'_> {
    fn shown(&self) -> String {
        format!("a withheld value for {}", self.period)
    }

    /// Numbers that add up over time: what happened in a longer time less what happened in its other parts. Each known number
    /// joins the month it begins with and the month it ends with; a withheld one follows when its own two months are joined.
    fn by_time(&self, at: &crate::import::Path<'_>, desk: &mut Desk<'_>) {
        let measure = self.measure;
        let adds_up = matches!(measure.unit.kind, UnitKind::Count | UnitKind::Money | UnitKind::Rate)
            && matches!(measure.basis, Basis::InPeriod | Basis::Cumulative);
        if !adds_up {
            return;
        }
        let known = measure.history.iter().filter_map(|observation| {
            let is_alike = observation.unit.as_ref().is_none_or(|unit| *unit == measure.unit);
            (is_alike && observation.value.number().is_some()).then_some(observation.period).flatten()
        });
        let own = measure.value.number().map(|_| measure.reporting_period);
        let mut joined = Joined::default();
        let mut used = Vec::new();
        for period in known.chain(own) {
            let (from, to) = self.months(period);
            joined.join(from, to);
            used.push(period);
        }
        let (from, to) = self.months(self.period);
        if joined.are_joined(from, to) {
            used.retain(|period| joined.are_joined(from, self.months(*period).0));
            let named: Vec<String> = used.iter().map(|period| period.to_string()).collect();
            let working = format!("The numbers for {} leave only one number for {}.", named.join(", "), self.period);
            find(desk, Certainty::Certain, at, self.shown(), working);
        }
    }

    /// The month that a number begins with and the one after it ends. A number that is added up since the start of the year
    /// begins with the year.
    fn months(&self, period: Period) -> (u32, u32) {
        let end = period.end().index() + 1;
        let length = match period.kind() {
            PeriodKind::Quarter => 3,
            PeriodKind::YearToQuarter(quarter) => u32::from(quarter) * 3,
            PeriodKind::FinancialYear | PeriodKind::AcademicYear => 12,
            PeriodKind::Month | PeriodKind::Day => 1,
            PeriodKind::Months(months) => months,
        };
        let length = match (self.measure.basis, period) {
            (Basis::Cumulative, Period::Quarter { quarter, .. }) => u32::from(quarter) * 3,
            _ => length,
        };
        (end.saturating_sub(length), end)
    }

    /// Numbers of another series for the same period: a numerator, or a change since the time before.
    fn by_other_series(&self, at: &crate::import::Path<'_>, desk: &mut Desk<'_>) {
        let is_other = |observation: &&Observation| {
            observation.period == Some(self.period)
                && observation.series.as_deref() != self.series
                && observation.value.number().is_some()
        };
        let points = trend::series(self.measure);
        for observation in self.measure.history.iter().filter(is_other) {
            let name = observation.series.as_deref().unwrap_or("the measure itself");
            let before = points
                .iter()
                .rev()
                .find(|point| point.period.order() < self.period.order() && point.value.number().is_some());
            let lower = name.to_lowercase();
            let is_change = ["change", "difference", "increase", "decrease"].iter().any(|word| lower.contains(word));
            let (certainty, working) = match before.filter(|_| is_change) {
                Some(before) => (
                    Certainty::Certain,
                    format!("“{name}” for {} and the value for {} give it.", self.period, before.period),
                ),
                None => (
                    Certainty::Likely,
                    format!(
                        "“{name}” for {} is a number of the same people or things: if it is what the value was worked out \
                         from, it gives it back.",
                        self.period
                    ),
                ),
            };
            find(desk, certainty, at, self.shown(), working);
        }
    }
}

/// Months that are joined by known numbers, as sets.
#[derive(Default)]
struct Joined {
    parents: HashMap<u32, u32>,
}

impl Joined {
    fn root(&self, month: u32) -> u32 {
        let mut at = month;
        while let Some(parent) = self.parents.get(&at) {
            at = *parent;
        }
        at
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one != other {
            self.parents.insert(one, other);
        }
    }

    fn are_joined(&self, one: u32, other: u32) -> bool {
        self.root(one) == self.root(other)
    }
}

/// A table of the commentary whose row or column has a total and one withheld cell: total minus parts.
fn tables(measure: &Measure, desk: &mut Desk<'_>) {
    for (section_at, section) in measure.commentary.iter().enumerate() {
        for (block_at, block) in section.blocks.iter().enumerate() {
            let Content::Table(table) = &block.content else { continue };
            if let Some(working) = lone_gap(table) {
                let commentary = desk.at.key("commentary");
                let section_path = commentary.entry(section_at);
                let blocks = section_path.key("blocks");
                let at = blocks.entry(block_at);
                let of = format!("a withheld cell of the table “{}”", table.caption);
                find(desk, Certainty::Certain, &at.key("table"), of, working);
            }
        }
    }
}

/// What a cell of a table is.
#[derive(PartialEq)]
enum Cell {
    Number,
    Withheld,
    Other,
}

fn cell(text: &str) -> Cell {
    let text = text.trim();
    let number = text.trim_start_matches(['£', '-', '−']).trim_end_matches('%').replace(',', "");
    if text == format::missing_shorthand(Missing::Suppressed).0 {
        Cell::Withheld
    } else if !number.is_empty() && number.chars().all(|one| one.is_ascii_digit() || one == '.') {
        Cell::Number
    } else {
        Cell::Other
    }
}

fn is_total(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text == "all" || text.starts_with("total") || text.ends_with("total") || text.starts_with("all ")
}

/// How the one withheld cell of a column or row follows from its total, if there is such a one.
fn lone_gap(table: &Table) -> Option<String> {
    let has_total_row = table.rows.iter().any(|row| row.first().is_some_and(|name| is_total(name)));
    let has_total_column = table.columns.iter().skip(1).any(|name| is_total(name));
    let gap_of = |cells: &[Cell]| {
        cells.iter().filter(|cell| **cell == Cell::Withheld).count() == 1
            && cells.iter().filter(|cell| **cell == Cell::Number).count() + 1 == cells.len()
            && cells.len() > 2
    };
    if has_total_row {
        for (position, name) in table.columns.iter().enumerate().skip(1) {
            let cells: Vec<Cell> =
                table.rows.iter().filter_map(|row| row.get(position)).map(|text| cell(text)).collect();
            if gap_of(&cells) {
                return Some(format!(
                    "The column “{name}” has a total, and one cell alone is withheld: the rest gives it."
                ));
            }
        }
    }
    if has_total_column {
        for row in &table.rows {
            let cells: Vec<Cell> = row.iter().skip(1).map(|text| cell(text)).collect();
            if gap_of(&cells) {
                let name = row.first().map_or("", String::as_str);
                return Some(format!(
                    "The row “{name}” has a total, and one cell alone is withheld: the rest gives it."
                ));
            }
        }
    }
    None
}

/// Words by which a sentence says how much something changed.
const CHANGES: [&str; 14] = [
    "increase",
    "increased",
    "decrease",
    "decreased",
    "rose",
    "risen",
    "fell",
    "fallen",
    "more",
    "fewer",
    "up",
    "down",
    "higher",
    "lower",
];

/// A sentence of the commentary that says by how much the withheld value changed, where the value before is known.
fn in_words(measure: &Measure, desk: &mut Desk<'_>) {
    let points = trend::series(measure);
    let Some(before) = points.iter().rev().find(|point| !point.is_current && point.value.number().is_some()) else {
        return;
    };
    let unit_is_whole = matches!(measure.unit.kind, UnitKind::Count);
    for (section_at, section) in measure.commentary.iter().enumerate() {
        for (block_at, block) in section.blocks.iter().enumerate() {
            let mut says = false;
            block.each(&mut |text| says = says || text.split(['.', ';']).any(says_change));
            if says && unit_is_whole {
                let commentary = desk.at.key("commentary");
                let section_path = commentary.entry(section_at);
                let blocks = section_path.key("blocks");
                let of = format!("a withheld value for {}", measure.reporting_period);
                let working = format!(
                    "A sentence here gives a change in figures, and the value for {} is in the file: together they may give it.",
                    before.period
                );
                find(desk, Certainty::Question, &blocks.entry(block_at), of, working);
            }
        }
    }
}

fn says_change(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let changes = words.iter().any(|word| CHANGES.iter().any(|change| word.eq_ignore_ascii_case(change)));
    changes && words.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 2)
}
