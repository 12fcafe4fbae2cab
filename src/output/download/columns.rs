//! Knows: the columns of the tables that can be downloaded: their names in the first row, what their cells hold, and what that means.
//! Must not know: how a row is made, or who reads the meaning. The page has the names alone: the rest is for what a site publishes.
//!
//! Columns keep their names and order, because people rely on them.

use crate::report::{Aim, Basis, Frequency, Keyword, MeasureFlag, Missing, Status, Trend, UnitKind, ValueFlag};
use crate::wording::origin;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name, in the first row.
    pub name: &'static str,
    /// What its cells hold.
    pub cells: Cells,
    /// Whether no cell of it is ever blank.
    pub is_always_there: bool,
    /// What it is, in words.
    pub about: &'static str,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy)]
pub enum Cells {
    /// Any text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Any number of these words, with a space between two.
    Words(&'static [&'static str]),
    /// A number with a point before its decimals, as the export writes it.
    Number,
    /// A number without decimals.
    Whole,
    /// An address.
    Link,
}

impl Column {
    const fn always(name: &'static str, cells: Cells, about: &'static str) -> Self {
        Self { name, cells, is_always_there: true, about }
    }

    const fn or_blank(name: &'static str, cells: Cells, about: &'static str) -> Self {
        Self { name, cells, is_always_there: false, about }
    }
}

/// The kinds of target.
pub(super) const POINT: &str = "point";
pub(super) const LOW_HIGH: &str = "low_high";
pub(super) const RANGE: &str = "range";

/// The first columns of every table.
pub(super) const START: [Column; 4] = [
    Column::always("council", Cells::Text, "The council whose report this is."),
    Column::always("council_code", Cells::Text, "The council’s code from the Office for National Statistics."),
    Column::always("priority", Cells::Text, "The council priority that the report is about."),
    Column::always(
        "quarter",
        Cells::Text,
        "The quarter of the report: 2023-24-q3 is the third of the financial year that began in April 2023.",
    ),
];

/// The columns of a unit.
pub(super) const UNIT: [Column; 3] = [
    Column::always("unit_kind", Cells::Word(UnitKind::WORDS), "What kind of number the value is."),
    Column::or_blank("unit_per", Cells::Whole, "For a rate: per how many, such as 100000."),
    Column::or_blank("unit_of", Cells::Text, "What is counted, or what a rate is per."),
];

/// The columns of a value.
pub(super) const VALUE: [Column; 4] = [
    Column::or_blank(
        "value",
        Cells::Number,
        "The value as published, without its unit. Blank where there is none; a blank does not stand for 0.",
    ),
    Column::or_blank(
        "value_missing",
        Cells::Word(Missing::WORDS),
        "Why there is no value: it is withheld to protect people’s privacy, not known, or there cannot be one. Blank where there is a \
         value.",
    ),
    Column::or_blank("value_missing_reason", Cells::Text, "Why there is no value, in the report’s words."),
    Column::or_blank("value_flags", Cells::Words(ValueFlag::WORDS), "Notes on the value, such as provisional."),
];

/// The columns of a target.
pub(super) const TARGET: [Column; 9] = [
    Column::or_blank(
        "target_kind",
        Cells::Word(&[POINT, LOW_HIGH, RANGE]),
        "Whether the target is one number, two numbers of which one is more demanding, or a range. Blank where there is no target.",
    ),
    Column::or_blank("target", Cells::Number, "A target of one number."),
    Column::or_blank("target_low", Cells::Number, "The less demanding of two targets, or the lower bound of a range."),
    Column::or_blank("target_high", Cells::Number, "The more demanding of two targets, or the upper bound of a range."),
    Column::or_blank("target_mid_point", Cells::Number, "The published mid-point of a range."),
    Column::or_blank(
        "target_amber",
        Cells::Number,
        "The worst value that is still amber, where the council names one.",
    ),
    Column::or_blank("target_yearly", Cells::Number, "The target for the year, where the target is a share of it."),
    Column::or_blank("target_unit", Cells::Text, "The unit of the target, where it is not that of the value."),
    Column::or_blank("target_period", Cells::Text, "The period of the target, where the report gives one."),
];

/// What a measure is.
const MEASURE: [Column; 5] = [
    Column::always("outcome", Cells::Text, "The outcome that the measure belongs to."),
    Column::always("programme", Cells::Text, "The programme within the outcome."),
    Column::always("code", Cells::Text, "The code of the measure as published."),
    Column::always("name", Cells::Text, "The name of the measure as published."),
    Column::always("aim", Cells::Word(Aim::WORDS), "Which way is better."),
];

/// What the value of a measure is about.
const PERIOD: [Column; 4] = [
    Column::always("frequency", Cells::Word(Frequency::WORDS), "How often the measure is reported."),
    Column::always(
        "basis",
        Cells::Word(Basis::WORDS),
        "What the value covers: the period, the year so far, the last day of the period, or a longer window that ends with it.",
    ),
    Column::always(
        "reporting_period",
        Cells::Text,
        "The period that the value is for, written like the quarter: also 2023-24-to-q3, fy-2022-23, academic-2022-23, 2023-12, \
         2023-10..2023-11 and 2023-12-31.",
    ),
    Column::or_blank("period_note", Cells::Text, "A remark on the period."),
];

/// What is said of a measure and its value.
const JUDGEMENT: [Column; 10] = [
    Column::or_blank(
        "variance_percent",
        Cells::Number,
        "How far the value is from the target, in per cent of it, worked out from both; positive is better. Blank where a percentage \
         would mean nothing.",
    ),
    Column::always("status", Cells::Word(Status::WORDS), "The status of the measure."),
    Column::always("status_label", Cells::Text, "The status in the council’s own words."),
    Column::always(
        "short_trend",
        Cells::Word(Trend::WORDS),
        "Whether the value is better or worse than in the period before.",
    ),
    Column::always(
        "long_trend",
        Cells::Word(Trend::WORDS),
        "Whether the value is better or worse than over several earlier periods.",
    ),
    Column::or_blank("flags", Cells::Words(MeasureFlag::WORDS), "Notes on the measure as a whole."),
    Column::or_blank("link", Cells::Link, "Where the measure is shown with its history and commentary."),
    Column::always(
        "status_origin",
        Cells::Word(&origin::WORDS),
        "Whether the status was published, or worked out from the report’s rules because it was not.",
    ),
    Column::always(
        "short_trend_origin",
        Cells::Word(&origin::WORDS),
        "Whether the short trend was published or worked out.",
    ),
    Column::always(
        "long_trend_origin",
        Cells::Word(&origin::WORDS),
        "Whether the long trend was published or worked out.",
    ),
];

/// The last columns of every table.
pub(super) const END: [Column; 2] = [
    Column::always("source", Cells::Text, "The report that the row is from."),
    Column::or_blank("view_link", Cells::Link, "Where all rows of this table are shown."),
];

/// The columns of the table of measures, in groups.
pub const MEASURES: [&[Column]; 8] = [&START, &MEASURE, &UNIT, &PERIOD, &VALUE, &TARGET, &JUDGEMENT, &END];

/// The names of those columns.
pub(super) const MEASURES_HEADER: [&str; count(&MEASURES)] = names(&MEASURES);

/// How many columns there are.
const fn count(groups: &[&[Column]]) -> usize {
    let (mut left, mut count) = (groups, 0);
    while let [group, others @ ..] = left {
        count += group.len();
        left = others;
    }
    count
}

/// The names of columns. Worked out by the compiler, so that only these are in the program that readers download.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
pub(super) const fn names<const N: usize>(groups: &[&[Column]]) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut left, mut at) = (groups, 0);
    while let [group, others @ ..] = left {
        let mut columns = *group;
        while let [column, rest @ ..] = columns {
            names[at] = column.name;
            at += 1;
            columns = rest;
        }
        left = others;
    }
    names
}
