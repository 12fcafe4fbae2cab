//! Knows: the order and the groups of a list of measures, and the neighbours of one in it.
//! Must not know: which measures are chosen, or how a row looks.

use crate::assess::rules::variance;
use crate::encode::fold::fold;
use crate::explore::filter::Matches;
use crate::explore::view_state::{Column, Group, Sort};
use crate::report::{Dataset, Decimal, Measure, MeasureIx, MeasureRef, Report, Status, Target, Trend, Value};
use std::cmp::Ordering;

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureGroup {
    /// The heading; none when the list is not grouped.
    pub heading: Option<String>,
    /// The rows, by position in the report.
    pub rows: Vec<MeasureIx>,
}

/// Puts a selection in order. Groups stand in the order of the report (statuses in the order of its rules) and none is
/// empty; rows that are equal keep the order of the report; what has nothing to sort by comes last either way.
pub fn group_measures(data: &Dataset, selection: &Matches, sort: Sort, group: Group) -> Vec<MeasureGroup> {
    let report = data.report();
    let mut rows = selection.rows.clone();
    if sort.column == Column::Report {
        if sort.descending {
            rows.reverse();
        }
    } else {
        let keys: Vec<Option<Key>> = data.measures().map(|place| key(report, place.measure, sort.column)).collect();
        let key_of = |row: &MeasureIx| keys.get(row.index()).and_then(Option::as_ref);
        rows.sort_by(|a, b| match (key_of(a), key_of(b)) {
            (Some(a), Some(b)) if sort.descending => b.compare(a),
            (Some(a), Some(b)) => a.compare(b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    }
    if group == Group::None {
        return vec![MeasureGroup { heading: None, rows }];
    }
    let heading = |place: &MeasureRef<'_>| match group {
        Group::Outcome => place.outcome.name.clone(),
        Group::Programme => place.programme.name.clone(),
        Group::Status => status_label(report, place.measure.status),
        Group::None => String::new(),
    };
    let mut headings: Vec<String> = Vec::new();
    if group == Group::Status {
        headings.extend(report.rules.statuses.iter().map(|definition| definition.label.clone()));
    }
    for place in data.measures() {
        let heading = heading(&place);
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    let mut sections: Vec<MeasureGroup> =
        headings.into_iter().map(|heading| MeasureGroup { heading: Some(heading), rows: Vec::new() }).collect();
    for row in rows {
        let Some(place) = data.measure(row) else { continue };
        let heading = heading(&place);
        if let Some(section) = sections.iter_mut().find(|section| section.heading.as_ref() == Some(&heading)) {
            section.rows.push(row);
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// The measures before and after one in a list, and its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbours {
    /// The row before it.
    pub previous: Option<MeasureIx>,
    /// The row after it.
    pub next: Option<MeasureIx>,
    /// Its position in the list, from 1.
    pub position: usize,
    /// The length of the list.
    pub of: usize,
}

/// The neighbours of a row; none when the list does not have it.
pub fn neighbours(sections: &[MeasureGroup], row: MeasureIx) -> Option<Neighbours> {
    let rows: Vec<MeasureIx> = sections.iter().flat_map(|section| section.rows.iter().copied()).collect();
    let at = rows.iter().position(|known| *known == row)?;
    Some(Neighbours {
        previous: at.checked_sub(1).and_then(|before| rows.get(before)).copied(),
        next: rows.get(at + 1).copied(),
        position: at + 1,
        of: rows.len(),
    })
}

/// The council's name for a status.
pub fn status_label(report: &Report, status: Status) -> String {
    report.rules.label(status).to_string()
}

/// What a measure is sorted by in one column.
enum Key {
    Text(String),
    Number(Decimal),
    Whole(usize),
    When((u32, u8)),
}

impl Key {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.cmp_value(*b),
            (Self::Whole(a), Self::Whole(b)) => a.cmp(b),
            (Self::When(a), Self::When(b)) => a.cmp(b),
            // One column has one kind of key.
            _ => Ordering::Equal,
        }
    }
}

fn key(report: &Report, measure: &Measure, column: Column) -> Option<Key> {
    let trend = |trend: Trend| match trend {
        Trend::Improving => Some(Key::Whole(0)),
        Trend::Static => Some(Key::Whole(1)),
        Trend::Deteriorating => Some(Key::Whole(2)),
        Trend::None => None,
    };
    match column {
        Column::Report => None,
        Column::Code => Some(Key::Text(fold(&measure.code))),
        Column::Name => Some(Key::Text(fold(&measure.name))),
        Column::Value => match &measure.value {
            Value::Number(value) => Some(Key::Number(value.number)),
            Value::Missing(_) => None,
        },
        Column::Target => measure.target.as_ref().map(|target| match target {
            Target::Point(target) => Key::Number(target.point),
            Target::LowHigh(target) => Key::Number(target.high_target),
            Target::Range(range) => Key::Number(range.low),
        }),
        Column::Variance => variance(measure).map(Key::Number),
        Column::Status => {
            let order = report.rules.statuses.iter().position(|definition| definition.status == measure.status);
            (measure.status != Status::None).then(|| Key::Whole(order.unwrap_or(usize::MAX)))
        }
        Column::Short => trend(measure.short_trend),
        Column::Long => trend(measure.long_trend),
        Column::Aim => Some(Key::Text(measure.aim.label().to_string())),
        Column::Period => Some(Key::When(measure.reporting_period.order())),
    }
}

#[cfg(test)]
mod tests;
