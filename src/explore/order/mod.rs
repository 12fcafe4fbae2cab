//! Knows: how a list of measures is sorted and grouped, and which measures come before and after one.
//! Must not know: why these measures were chosen, or how a row looks.

use crate::assess::rules::variance;
use crate::encode::fold::fold;
use crate::explore::filter::Matches;
use crate::explore::view_state::{Column, Group, Sort};
use crate::report::{Dataset, Decimal, Measure, MeasureIx, MeasureRef, Report, Status, Target, Trend, Unit, UnitKind};
use std::cmp::Ordering;

/// Measures under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureGroup {
    /// The heading; none if the list is not grouped.
    pub heading: Option<String>,
    /// The measures.
    pub rows: Vec<MeasureIx>,
}

/// Sorts and groups a selection. Groups have the order of the report (statuses that of its rules), and none is empty. Equal rows
/// keep the order of the report, and rows without a value to sort by come last in both directions. Values and targets are compared
/// within their units, which have one order in both directions: no number of days is more or less than a percentage.
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
            (Some(a), Some(b)) => a.compare(b, sort.descending),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    }
    if group == Group::None {
        return vec![MeasureGroup { heading: None, rows }];
    }
    let heading = |place: &MeasureRef<'_>| match group {
        Group::Outcome => place.outcome.name.clone(),
        Group::Programme => place.programme.name.clone(),
        Group::Status => report.rules.label(place.measure.status()).to_string(),
        Group::None => String::new(),
    };
    let defined = report.rules.statuses.iter().filter(|_| group == Group::Status);
    let headings =
        defined.map(|definition| definition.label.clone()).chain(data.measures().map(|place| heading(&place)));
    let mut sections: Vec<MeasureGroup> = Vec::new();
    for heading in headings.map(Some) {
        if sections.iter().all(|section| section.heading != heading) {
            sections.push(MeasureGroup { heading, rows: Vec::new() });
        }
    }
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

/// The order that is of most use when a list is first sorted by a column: the worst first wherever one end is worse than the other.
pub fn first_order(report: &Report, column: Column) -> Sort {
    let descending = match column {
        // Trends are declared from improving to deteriorating, and councils list their statuses from either end.
        Column::Short | Column::Long => true,
        Column::Status => has_worst_last(report),
        _ => false,
    };
    Sort { column, descending }
}

/// The order after a click on the head of a column: the same column again reverses the order.
pub fn next_order(report: &Report, now: Sort, column: Column) -> Sort {
    if now.column == column { Sort { column, descending: !now.descending } } else { first_order(report, column) }
}

fn has_worst_last(report: &Report) -> bool {
    let place = |status: Status| report.rules.order().position(|one| one == status);
    place(Status::Green) < place(Status::Red)
}

/// How many of these measures have each status, the worst first; those that compare with no target come last.
pub fn count_statuses(data: &Dataset, rows: &[MeasureIx]) -> Vec<(Status, usize)> {
    let mut order: Vec<Status> = data.report().rules.order().collect();
    if has_worst_last(data.report()) {
        order.reverse();
    }
    let (last, mut order): (Vec<Status>, Vec<Status>) =
        order.into_iter().partition(|status| matches!(status, Status::Grey | Status::None));
    order.extend(last);
    let has = |row: &MeasureIx, status| data.measure(*row).is_some_and(|place| place.measure.status() == status);
    let counts = order.into_iter().map(|status| (status, rows.iter().filter(|row| has(row, status)).count()));
    counts.filter(|(_, count)| *count > 0).collect()
}

/// The measures before and after one in a list, and its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbours {
    /// The measure before it.
    pub previous: Option<MeasureIx>,
    /// The measure after it.
    pub next: Option<MeasureIx>,
    /// Its position in the list, from 1.
    pub position: usize,
    /// The length of the list.
    pub total: usize,
}

/// The neighbours of a measure; none if it is not in the list.
pub fn neighbours(sections: &[MeasureGroup], row: MeasureIx) -> Option<Neighbours> {
    let rows: Vec<MeasureIx> = sections.iter().flat_map(|section| section.rows.iter().copied()).collect();
    let at = rows.iter().position(|known| *known == row)?;
    Some(Neighbours {
        previous: at.checked_sub(1).and_then(|before| rows.get(before)).copied(),
        next: rows.get(at + 1).copied(),
        position: at + 1,
        total: rows.len(),
    })
}

/// What a measure is sorted by. One column has one kind of key.
enum Key {
    Text(String),
    Code(String),
    /// A number, after its unit: what is measured, and per how many.
    Amount((UnitKind, u32), Decimal),
    Distance((i8, Decimal)),
    Whole(usize),
    Period((u32, u8)),
}

impl Key {
    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Amount(a, _), Self::Amount(b, _)) if a != b => return a.cmp(b),
            (Self::Amount(_, a), Self::Amount(_, b)) => a.cmp_value(*b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Code(a), Self::Code(b)) => compare_naturally(a, b),
            (Self::Distance(a), Self::Distance(b)) => a.0.cmp(&b.0).then_with(|| a.1.cmp_value(b.1)),
            (Self::Whole(a), Self::Whole(b)) => a.cmp(b),
            (Self::Period(a), Self::Period(b)) => a.cmp(b),
            _ => Ordering::Equal,
        };
        if descending { order.reverse() } else { order }
    }
}

/// Compares texts with numbers in them as people count: PH8 before PH13.
fn compare_naturally(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let (digits_a, digits_b) = (leading_digits(a), leading_digits(b));
        let order = if digits_a.is_empty() || digits_b.is_empty() {
            let (mut chars_a, mut chars_b) = (a.chars(), b.chars());
            let (next_a, next_b) = (chars_a.next(), chars_b.next());
            (a, b) = (chars_a.as_str(), chars_b.as_str());
            if next_a.is_none() && next_b.is_none() {
                return Ordering::Equal;
            }
            next_a.cmp(&next_b)
        } else {
            (a, b) = (a.trim_start_matches(is_digit), b.trim_start_matches(is_digit));
            let (number_a, number_b) = (digits_a.trim_start_matches('0'), digits_b.trim_start_matches('0'));
            number_a.len().cmp(&number_b.len()).then_with(|| number_a.cmp(number_b))
        };
        if order.is_ne() {
            return order;
        }
    }
}

fn is_digit(one: char) -> bool {
    one.is_ascii_digit()
}

fn leading_digits(text: &str) -> &str {
    text.split(|one| !is_digit(one)).next().unwrap_or_default()
}

fn key(report: &Report, measure: &Measure, column: Column) -> Option<Key> {
    let amount = |unit: &Unit, number| Key::Amount((unit.kind, unit.per.unwrap_or(0)), number);
    let trend = |trend: Trend| (trend != Trend::None).then_some(Key::Whole(trend as usize));
    match column {
        Column::Report => None,
        Column::Code => Some(Key::Code(fold(&measure.code))),
        Column::Name => Some(Key::Text(fold(&measure.name))),
        Column::Value => measure.value.number().map(|number| amount(&measure.unit, *number)),
        Column::Target => measure.target.as_ref().map(|target| match target {
            Target::Point(target) => amount(target.unit.as_ref().unwrap_or(&measure.unit), target.point),
            Target::LowHigh(target) => amount(&measure.unit, target.high_target),
            Target::Range(range) => amount(&measure.unit, range.low),
        }),
        Column::Variance => variance(measure).map(|variance| Key::Distance(variance.order())),
        Column::Status => {
            let order = report.rules.statuses.iter().position(|definition| definition.status == measure.status());
            (measure.status() != Status::None).then(|| Key::Whole(order.unwrap_or(usize::MAX)))
        }
        Column::Short => trend(measure.short_trend()),
        Column::Long => trend(measure.long_trend()),
        Column::Aim => Some(Key::Text(measure.aim.label().to_string())),
        Column::Period => Some(Key::Period(measure.reporting_period().order())),
    }
}

#[cfg(test)]
mod tests;
