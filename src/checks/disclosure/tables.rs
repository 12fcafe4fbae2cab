//! Knows: whether the totals of a table in commentary reveal a cell that it suppresses.
//! Must not know: the number in that cell; nothing here works it out.

use super::suppressed::add_finding;
use crate::checks::kind::Certainty;
use crate::checks::reporter::Reporter;
use crate::report::{Content, Section, Table};

pub(in crate::checks) fn check(commentary: &[Section], reporter: &mut Reporter<'_>) {
    reporter.at.key("commentary").each(commentary, |section, at| {
        at.key("blocks").each(&section.blocks, |block, at| {
            let Content::Table(table) = &block.content else { return };
            for (row, column, working) in lone_gaps(table) {
                let published = format!("a withheld cell of the table “{}”", table.caption);
                let table_at = at.key("table");
                let rows = table_at.key("rows");
                add_finding(reporter, Certainty::Certain, &rows.entry(row).entry(column), published, working);
            }
        });
    });
}

/// What a cell of a table holds.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Number,
    Suppressed,
    Other,
}

/// How reports mark a suppressed cell.
const MARKS: [&str; 11] = ["[c]", "c", "*", "#", "<5", "< 5", "1-5", "1 to 5", "redacted", "withheld", "suppressed"];

fn cell(text: &str) -> Cell {
    let text = text.trim();
    let number = text.trim_start_matches(['£', '-', '−']).replace(',', "");
    if MARKS.iter().any(|mark| text.eq_ignore_ascii_case(mark)) {
        Cell::Suppressed
    } else if !number.is_empty() && number.chars().all(|one| one.is_ascii_digit() || one == '.') {
        Cell::Number
    } else {
        Cell::Other
    }
}

/// The first cell of a row.
fn name_of(row: &[String]) -> &str {
    row.first().map_or("", String::as_str)
}

fn is_total(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    name == "all" || name == "sum" || name.starts_with("total") || name.ends_with("total") || name.starts_with("all ")
}

/// Whether numbers under this name are shares or averages, which do not add up to a total.
fn is_share(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains('%') || ["per ", "rate", "average", "mean", "share", "score"].iter().any(|word| name.contains(word))
}

/// The position of the suppressed cell where there is just one, and all others are numbers.
fn lone_gap(cells: &[Cell]) -> Option<usize> {
    let count = |wanted: Cell| cells.iter().filter(|cell| **cell == wanted).count();
    let is_lone = count(Cell::Suppressed) == 1 && count(Cell::Number) + 1 == cells.len() && cells.len() > 2;
    cells.iter().position(|cell| is_lone && *cell == Cell::Suppressed)
}

/// Each cell that is the only suppressed one of a column or row with a total: its row, its column and the working.
fn lone_gaps(table: &Table) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    if is_share(&table.caption) {
        return found;
    }
    let working =
        |line: &str, name: &str| format!("The {line} “{name}” has a total, and this is the only cell withheld in it.");
    if table.rows.iter().any(|row| is_total(name_of(row))) {
        for (column, name) in table.columns.iter().enumerate().skip(1).filter(|(_, name)| !is_share(name)) {
            let cells: Vec<Cell> = table.rows.iter().filter_map(|row| row.get(column)).map(|text| cell(text)).collect();
            found.extend(lone_gap(&cells).map(|row| (row, column, working("column", name))));
        }
    }
    if table.columns.iter().skip(1).any(|name| is_total(name)) {
        for (row, texts) in table.rows.iter().enumerate().filter(|(_, texts)| !is_share(name_of(texts))) {
            let cells: Vec<Cell> = texts.iter().skip(1).map(|text| cell(text)).collect();
            found.extend(lone_gap(&cells).map(|at| (row, at + 1, working("row", name_of(texts)))));
        }
    }
    // A cell found by its column and by its row is reported by its column.
    found.sort_by_key(|(row, column, _)| (*row, *column));
    found.dedup_by_key(|(row, column, _)| (*row, *column));
    found
}

/// Whether a table about a suppressed value shows a number in a row or column for its period, which `is_of_it` recognises by
/// name; or, unless `must_name` is set, parts with their total, none of them suppressed.
pub(super) fn may_reveal(table: &Table, is_of_it: impl Fn(&str) -> bool, must_name: bool) -> bool {
    let is_number = |text: &String| cell(text.trim_end_matches('%')) == Cell::Number;
    let row_has_number = |row: &[String]| row.iter().skip(1).any(is_number);
    let column_has_number = |column: usize| table.rows.iter().filter_map(|row| row.get(column)).any(is_number);
    let columns = || table.columns.iter().enumerate().skip(1);
    let is_named = table.rows.iter().any(|row| is_of_it(name_of(row)) && row_has_number(row))
        || columns().any(|(column, name)| is_of_it(name) && column_has_number(column));
    if is_named || must_name {
        return is_named;
    }
    let is_shown = !table.rows.iter().flatten().any(|text| cell(text) == Cell::Suppressed) && !is_share(&table.caption);
    let has_total_row = || table.rows.iter().any(|row| is_total(name_of(row)) && row_has_number(row));
    let has_total_column = || columns().any(|(column, name)| is_total(name) && column_has_number(column));
    is_shown && ((table.rows.len() > 2 && has_total_row()) || (table.columns.len() > 3 && has_total_column()))
}
