//! Knows: which lines below headings are measures, and which are sections, totals, notes or blank.
//! Must not know: what a measure says.

use super::plan::{Plan, Use};
use crate::convert::headings::Role;
use crate::convert::tables::Table;
use crate::convert::words;

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A measure.
    Measure,
    /// The name of what the lines below belong to.
    Section {
        /// The place of its text.
        place: usize,
        /// The name.
        text: String,
    },
    /// Something that is left out, for this reason.
    LeftOut(&'static str),
    /// Nothing.
    Blank,
    /// The beginning of something else: this line and those after it are no part of the table.
    End,
}

const TOTAL: &str = "a row that adds up others is no measure";
const NOTE: &str = "a note beside the table";
const HIDDEN: &str = "the workbook hides this row";

/// What each line of a table's body is.
pub fn sort(table: &Table<'_>, plan: &Plan, reads_hidden: bool) -> Vec<(usize, Line)> {
    let mut sorted: Vec<(usize, Line)> = Vec::new();
    for line in table.body.clone() {
        let kind = kind(table, plan, line);
        let is_hidden = !reads_hidden && table.grid.is_hidden(line) && kind != Line::Blank;
        match kind {
            Line::End => break,
            _ if is_hidden => sorted.push((line, Line::LeftOut(HIDDEN))),
            kind => sorted.push((line, kind)),
        }
    }
    // A name that no measure follows is a note.
    let mut has_measure_below = false;
    for (_, kind) in sorted.iter_mut().rev() {
        match kind {
            Line::Measure => has_measure_below = true,
            Line::Section { .. } if !has_measure_below => *kind = Line::LeftOut(NOTE),
            _ => {}
        }
    }
    sorted
}

fn kind(table: &Table<'_>, plan: &Plan, line: usize) -> Line {
    let own: Vec<(usize, &str)> = texts(table, plan, line).collect();
    let Some((place, first)) = own.first().copied() else { return Line::Blank };
    let at = |role| plan.place(role).map_or("", |place| table.grid.text(line, place));
    let (code, name) = (at(Role::Code), at(Role::Name));
    if is_other_table(table, plan, line) {
        return Line::End;
    }
    if code.is_empty() && [first, name].into_iter().any(|text| is_total(text, plan)) && own.len() > 1 {
        return Line::LeftOut(TOTAL);
    }
    if own.len() <= 2 && is_note(first) {
        return Line::LeftOut(NOTE);
    }
    if own.len() == 1 {
        return if first.chars().count() > LONGEST_SECTION || is_total(first, plan) {
            Line::LeftOut(NOTE)
        } else {
            Line::Section { place, text: first.split_whitespace().collect::<Vec<_>>().join(" ") }
        };
    }
    Line::Measure
}

/// The most characters of the name of a section.
const LONGEST_SECTION: usize = 120;

/// The texts of a line in the columns of a table, without those of cells that reach down from the line before.
fn texts<'t>(table: &'t Table<'_>, plan: &'t Plan, line: usize) -> impl Iterator<Item = (usize, &'t str)> {
    let is_column = move |place: usize| {
        let (first, last) = table.grid.span(line, place);
        plan.columns.iter().any(|column| (first..=last).contains(&column.place))
    };
    let texts = table.grid.texts(line).filter(move |(place, _)| is_column(*place));
    texts.filter(move |(place, _)| line == table.body.start || !table.grid.is_from_line_before(line, *place))
}

/// Whether a text is the name of a total: the word, or the word and what is added up, where a measure would have a code.
fn is_total(text: &str, plan: &Plan) -> bool {
    let has_codes = plan.has(Role::Code);
    let words = words::plain(text);
    let begins = ["total ", "overall ", "average ", "sub total "].iter().any(|start| words.starts_with(start));
    words::meaning("total", text).is_some() || (has_codes && begins)
}

/// Whether a text begins as notes do.
fn is_note(text: &str) -> bool {
    let first = text.split([':', ' ', '.']).next().unwrap_or_default();
    let has_colon = text.contains(':') || text.len() == first.len();
    text.starts_with(['*', '†', '‡', '¹', '²', '³'])
        || (words::meaning("note", first).is_some() && (has_colon || text.chars().count() > LONGEST_SECTION / 2))
}

/// Whether a line after a gap begins another table: it has texts where this one has figures, and no figure.
fn is_other_table(table: &Table<'_>, plan: &Plan, line: usize) -> bool {
    if line == table.body.start || table.grid.number(line) <= table.grid.number(line - 1) + 1 {
        return false;
    }
    let numbers = plan.columns.iter().filter(|column| match &column.holds {
        Use::Part(role) => role.is_of_numbers(),
        holds => matches!(holds, Use::Earlier(_) | Use::Benchmark(_)),
    });
    let texts: Vec<&str> =
        numbers.map(|column| table.grid.text(line, column.place)).filter(|text| !text.is_empty()).collect();
    let is_figure = |text: &&str| text.contains(char::is_numeric) || words::meaning("missing", text).is_some();
    texts.len() >= 2 && !texts.iter().any(is_figure)
}
