//! Knows: whether the totals of a table in commentary give away a cell that it withholds.
//! Must not know: the number in that cell; nothing here works it out.

use super::withheld::add_finding;
use crate::checks::kind::Certainty;
use crate::checks::reporter::Reporter;
use crate::report::{Content, Section, Table};

pub(in crate::checks) fn check(commentary: &[Section], reporter: &mut Reporter<'_>) {
    for (section_at, section) in commentary.iter().enumerate() {
        for (block_at, block) in section.blocks.iter().enumerate() {
            let Content::Table(table) = &block.content else { continue };
            let commentary = reporter.at.key("commentary");
            let section_path = commentary.entry(section_at);
            let blocks = section_path.key("blocks");
            let block = blocks.entry(block_at);
            let table_at = block.key("table");
            let rows = table_at.key("rows");
            for (row, column, working) in lone_gaps(table) {
                let of = format!("a withheld cell of the table “{}”", table.caption);
                add_finding(reporter, Certainty::Certain, &rows.entry(row).entry(column), of, working);
            }
        }
    }
}

/// What a cell of a table is.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Number,
    Withheld,
    Other,
}

/// How reports write that a cell is withheld.
const WITHHELD: [&str; 11] = ["[c]", "c", "*", "#", "<5", "< 5", "1-5", "1 to 5", "redacted", "withheld", "suppressed"];

fn cell(text: &str) -> Cell {
    let text = text.trim();
    let number = text.trim_start_matches(['£', '-', '−']).replace(',', "");
    if WITHHELD.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        Cell::Withheld
    } else if !number.is_empty() && number.chars().all(|one| one.is_ascii_digit() || one == '.') {
        Cell::Number
    } else {
        Cell::Other
    }
}

fn is_total(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text == "all" || text == "sum" || text.starts_with("total") || text.ends_with("total") || text.starts_with("all ")
}

/// Whether numbers under this name are shares or averages, which do not add up to a total.
fn is_share(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains('%') || ["per ", "rate", "average", "mean", "share", "score"].iter().any(|word| name.contains(word))
}

/// The position of the only withheld cell among numbers, if there is just one.
fn lone_gap(cells: &[Cell]) -> Option<usize> {
    let of = |wanted: Cell| cells.iter().filter(|cell| **cell == wanted).count();
    let is_lone = of(Cell::Withheld) == 1 && of(Cell::Number) + 1 == cells.len() && cells.len() > 2;
    cells.iter().position(|cell| is_lone && *cell == Cell::Withheld)
}

/// The only withheld cell of each column or row that has a total: its row, its column and how it follows.
fn lone_gaps(table: &Table) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    if is_share(&table.caption) {
        return found;
    }
    let name_of = |row: &Vec<String>| row.first().cloned().unwrap_or_default();
    if table.rows.iter().any(|row| is_total(&name_of(row))) {
        for (column, name) in table.columns.iter().enumerate().skip(1).filter(|(_, name)| !is_share(name)) {
            let cells: Vec<Cell> = table.rows.iter().filter_map(|row| row.get(column)).map(|text| cell(text)).collect();
            if let Some(row) = lone_gap(&cells) {
                found.push((
                    row,
                    column,
                    format!("The column “{name}” has a total, and this is the only cell withheld in it."),
                ));
            }
        }
    }
    if table.columns.iter().skip(1).any(|name| is_total(name)) {
        for (row, cells) in table.rows.iter().enumerate().filter(|(_, cells)| !is_share(&name_of(cells))) {
            let kinds: Vec<Cell> = cells.iter().skip(1).map(|text| cell(text)).collect();
            let Some(column) = lone_gap(&kinds).map(|at| at + 1) else { continue };
            if !found.iter().any(|(known_row, known_column, _)| (*known_row, *known_column) == (row, column)) {
                let name = name_of(cells);
                found.push((
                    row,
                    column,
                    format!("The row “{name}” has a total, and this is the only cell withheld in it."),
                ));
            }
        }
    }
    found.sort_by_key(|(row, column, _)| (*row, *column));
    found
}

/// Whether a table about a withheld value shows a number in a row or column for its period; or, unless `must_name`
/// is set, parts with their total, none of them withheld.
pub(super) fn may_give(table: &Table, is_of_it: impl Fn(&str) -> bool, must_name: bool) -> bool {
    let is_number = |text: Option<&String>| text.is_some_and(|text| cell(text.trim_end_matches('%')) == Cell::Number);
    let by_row = table.rows.iter().any(|row| {
        row.first().is_some_and(|name| is_of_it(name)) && row.iter().skip(1).any(|text| is_number(Some(text)))
    });
    let of_it = table.columns.iter().enumerate().skip(1).filter(|(_, name)| is_of_it(name));
    let by_column = of_it.into_iter().any(|(column, _)| table.rows.iter().any(|row| is_number(row.get(column))));
    if by_row || by_column || must_name {
        return by_row || by_column;
    }
    let is_shown = !table.rows.iter().flatten().any(|text| cell(text) == Cell::Withheld) && !is_share(&table.caption);
    let is_total_row = |row: &Vec<String>| row.first().is_some_and(|name| is_total(name));
    let total_row = table.rows.len() > 2
        && table.rows.iter().any(|row| is_total_row(row) && row.iter().skip(1).any(|text| is_number(Some(text))));
    let mut totals = table.columns.iter().enumerate().skip(1).filter(|(_, name)| is_total(name));
    let total_column =
        table.columns.len() > 3 && totals.any(|(column, _)| table.rows.iter().any(|row| is_number(row.get(column))));
    is_shown && (total_row || total_column)
}
