//! Knows: what each column of a table holds in this report: which is the value, which are earlier ones, which have no place.
//! Must not know: the cells.

use crate::convert::headings::Role;
use crate::convert::mapping::TableUse;
use crate::convert::periods::{self, FoundPeriod};
use crate::convert::tables::Table;
use crate::report::Period;
use std::collections::HashMap;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// A part of the measure. Values and the like are those of this report.
    Part(Role),
    /// The value of an earlier period.
    Earlier(Period),
    /// What others achieve, and in which period.
    Benchmark(Option<Period>),
    /// Figures of a later period than the report's: a question if there are any.
    Later(Period),
    /// Nothing that an export has a place for.
    LeftOut(String),
    /// Nothing that is known.
    Unknown(String),
}

/// A column of a table with what it holds.
#[derive(Debug, Clone)]
pub struct PlannedColumn {
    /// Its place in each line.
    pub place: usize,
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub holds: Use,
    /// Whether the colours of its cells are the statuses.
    pub has_status_fill: bool,
}

/// What the columns of a table hold.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The columns, from the left.
    pub columns: Vec<PlannedColumn>,
    /// The period of the values, where a heading says it.
    pub period: Option<Period>,
}

impl Plan {
    /// The plan for a table, by what was decided about its columns, in a report for a period.
    pub fn new(table: &Table<'_>, decided: &TableUse, period: Period) -> Self {
        let uses = table.columns.iter().map(|column| decided.column(&table.column_name(column.place)));
        let uses: Vec<_> = uses.collect();
        let whole = |found: FoundPeriod| match found {
            FoundPeriod::Whole(period) => period,
            FoundPeriod::Quarter(quarter) => Period::Quarter { year: financial_year(period), quarter },
        };
        let periods: Vec<Option<Period>> = uses.iter().map(|one| one.and_then(|one| one.period).map(whole)).collect();
        let mut by_role: HashMap<Role, Vec<(usize, Option<Period>)>> = HashMap::new();
        for (position, (one, period)) in uses.iter().zip(&periods).enumerate() {
            if let Some(role) = one.and_then(|one| one.role) {
                by_role.entry(role).or_default().push((position, *period));
            }
        }
        let with = |role: Role| by_role.get(&role).map_or(&[][..], Vec::as_slice);
        let value = current(with(Role::Value), period);
        let own = value.and_then(|position| periods.get(position).copied().flatten()).unwrap_or(period);
        let hold = |position: usize, role: Role| {
            let stated = periods.get(position).copied().flatten();
            match role {
                Role::Value if Some(position) == value => Use::Part(Role::Value),
                Role::Value => match stated {
                    Some(stated) if is_later(stated, period) => Use::Later(stated),
                    Some(stated) => Use::Earlier(stated),
                    None => {
                        Use::Unknown("one column of values for this period, or a heading with another period".into())
                    }
                },
                Role::Previous => earlier(stated.or_else(|| periods::before(own))),
                Role::LastYear => earlier(stated.or_else(|| periods::year_before(own))),
                Role::Benchmark => Use::Benchmark(stated),
                Role::Aside => Use::LeftOut("an export has no place for this column".into()),
                Role::Comments | Role::Actions => match stated {
                    Some(stated) if stated.end().index() < period.end().index() => {
                        Use::LeftOut(format!("it is about {stated}, not about this report’s period"))
                    }
                    _ => Use::Part(role),
                },
                role if is_of_one_period(role) => {
                    let all = with(role);
                    if current(all, own).or_else(|| current(all, period)) == Some(position) {
                        Use::Part(role)
                    } else {
                        let which = stated.map_or("another period".to_string(), |stated| stated.to_string());
                        Use::LeftOut(format!("it is for {which}, and an export has it for this report’s period alone"))
                    }
                }
                role if with(role).first().is_some_and(|(first, _)| *first != position) => {
                    Use::Unknown(format!("one column for “{}”, not two", role.label().to_lowercase()))
                }
                role => Use::Part(role),
            }
        };
        let planned = table.columns.iter().enumerate().zip(&uses).map(|((position, column), one)| PlannedColumn {
            place: column.place,
            heading: column.text.clone(),
            holds: match one {
                Some(one) => match one.role {
                    Some(role) => hold(position, role),
                    // A column that is there for its colours alone.
                    None if one.has_status_fill => Use::LeftOut("its colours are the statuses".into()),
                    None => Use::Unknown(unknown(&column.text)),
                },
                None => Use::Unknown(unknown(&column.text)),
            },
            has_status_fill: one.is_some_and(|one| one.has_status_fill),
        });
        let columns = planned.collect();
        Self { columns, period: value.and_then(|position| periods.get(position).copied().flatten()) }
    }

    /// The place of the column that holds a part.
    pub fn place(&self, role: Role) -> Option<usize> {
        let column = self.columns.iter().find(|column| column.holds == Use::Part(role))?;
        Some(column.place)
    }

    /// Whether a column holds a part.
    pub fn has(&self, role: Role) -> bool {
        self.place(role).is_some()
    }
}

fn unknown(heading: &str) -> String {
    match heading {
        "" => "a heading above this cell".to_string(),
        _ => "a heading that is known: what does this column hold?".to_string(),
    }
}

fn earlier(period: Option<Period>) -> Use {
    let expected = "a heading with the period of these figures";
    period.map_or(Use::Unknown(expected.into()), Use::Earlier)
}

/// The roles whose column is for one period: targets, statuses, trends.
fn is_of_one_period(role: Role) -> bool {
    role.is_of_targets() || matches!(role, Role::Status | Role::ShortTrend | Role::LongTrend)
}

/// Whether a period ends after that of the report.
fn is_later(one: Period, period: Period) -> bool {
    one.end().index() > period.end().index()
}

/// Of several columns that hold the same for several periods, the one for a period: its own, one without a period, one for the
/// year around it, or the last that ends with it or before.
fn current(columns: &[(usize, Option<Period>)], period: Period) -> Option<usize> {
    let find = |is_it: &dyn Fn(Option<Period>) -> bool| columns.iter().find(|(_, one)| is_it(*one)).map(|(at, _)| *at);
    let same_end = |one: Option<Period>| one.is_some_and(|one| one.end() == period.end());
    let around = Period::FinancialYear { year: financial_year(period) };
    let last = columns.iter().filter_map(|(at, one)| one.map(|one| (*at, one)));
    let before = last.filter(|(_, one)| !is_later(*one, period)).max_by_key(|(at, one)| (one.order(), *at));
    find(&|one| one == Some(period))
        .or_else(|| find(&|one| one.is_none()))
        .or_else(|| find(&same_end))
        .or_else(|| find(&|one| one == Some(around)))
        .or(before.map(|(at, _)| at))
}

/// The financial year that a period ends in.
pub fn financial_year(period: Period) -> u16 {
    match periods::quarter_with(period.end()) {
        Period::Quarter { year, .. } => year,
        _ => period.end().year,
    }
}
