//! Knows: how a text with something between its cells (CSV, or what a spreadsheet puts on the clipboard) becomes a sheet.
//! Must not know: what any cell is for.

pub mod cells;
pub mod text;

use super::grid::Grid;
use super::limits::{Budget, MOST_CELLS, too_large};
use super::{Cell, Unreadable, Workbook, kind, place};
use cells::{BrokenQuote, SEPARATORS};
use std::collections::HashMap;
use text::Encoding;

/// How much of a text is looked at to tell what stands between its cells.
const LOOKED_AT: usize = 1 << 16;

/// Reads the text of a file, and tells how it was saved if that is not as UTF-8 with commas.
pub fn read(name: &str, text: &str, encoding: Encoding) -> Result<Workbook, Unreadable> {
    let (stated, rest) = cells::stated_separator(text);
    let separator = stated.unwrap_or_else(|| separator(text));
    let rows = rows(rest, separator)?.map_err(|BrokenQuote { row, position, found }| {
        let expected = "each quote that opens a cell closed at its end, and a quote inside it written twice";
        kind::unreadable(&format!("{found}, in cell {}", place::name(row, position)), expected)
    })?;
    let mut workbook = workbook(stem(name), rows)?;
    workbook.sheets.iter_mut().for_each(|sheet| sheet.may_have_decimal_commas = separator == ';');
    workbook.remarks.splice(0..0, saved(text, encoding, separator));
    Ok(workbook)
}

/// How a file was saved. Some of its characters are shown, since anything can be read as Windows-1252.
fn saved(text: &str, encoding: Encoding, separator: char) -> Option<String> {
    const MOST_SHOWN: usize = 12;
    let encoding = match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16 => Some("as UTF-16".to_string()),
        Encoding::Windows1252 => {
            let mut shown: Vec<String> = Vec::new();
            for one in text.chars().filter(|one| !one.is_ascii()).map(String::from) {
                if !shown.contains(&one) && shown.len() < MOST_SHOWN {
                    shown.push(one);
                }
            }
            Some(format!("as Windows-1252, in which it has {}", shown.join(" ")))
        }
    };
    let separator = match separator {
        ';' => Some("with semicolons between its cells"),
        '\t' => Some("with tabs between its cells"),
        _ => None,
    };
    let ways: Vec<String> = encoding.into_iter().chain(separator.map(str::to_string)).collect();
    (!ways.is_empty()).then(|| format!("The file was read {}.", ways.join("; ")))
}

/// Reads what was pasted: with tabs, as spreadsheets put tables on the clipboard, or as CSV.
pub fn paste(name: &str, text: &str) -> Result<Workbook, Unreadable> {
    if !text.contains(SEPARATORS) {
        return Err(kind::unreadable("text that is no table", "cells copied from a workbook, a document or a page"));
    }
    let separator = if text.contains('\t') { '\t' } else { separator(text) };
    let rows = rows(text, separator)?.unwrap_or_else(|_| {
        // Quotes that mean themselves.
        text.lines().map(|line| line.split(separator).map(str::to_string).collect()).collect()
    });
    workbook(name, rows)
}

fn workbook(name: &str, rows: Vec<Vec<String>>) -> Result<Workbook, Unreadable> {
    let mut budget = Budget::default();
    let mut grid = Grid::new(name, false, &mut budget);
    for (position, cells) in rows.into_iter().enumerate() {
        grid.begin_row(position + 1, false);
        for (column, shown) in cells.into_iter().enumerate().filter(|(_, shown)| !shown.trim().is_empty()) {
            grid.add(column, Cell { shown, ..Cell::default() })?;
        }
    }
    let (sheet, places) = grid.sheet();
    let mut remarks = super::remarks::Remarks::default();
    remarks.add_places(&sheet.name, places);
    Ok(Workbook { sheets: vec![sheet], remarks: remarks.sentences(), ..Workbook::default() })
}

/// The rows of a text that has not too many cells.
fn rows(text: &str, separator: char) -> Result<Result<Vec<Vec<String>>, BrokenQuote>, Unreadable> {
    let ends = text.chars().filter(|one| *one == separator || matches!(one, '\n' | '\r'));
    if ends.take(MOST_CELLS + 1).count() > MOST_CELLS {
        return Err(too_large("more than two million cells"));
    }
    Ok(cells::rows(text, separator))
}

/// The name of a file without what it ends in.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// What stands between the cells: what is there equally often in the most lines.
fn separator(text: &str) -> char {
    let mut lines = vec![[0_usize; SEPARATORS.len()]];
    let (mut is_quoted, mut is_start) = (false, true);
    for one in text.chars().take(LOOKED_AT) {
        let position = SEPARATORS.iter().position(|separator| *separator == one);
        match one {
            '"' if is_quoted || is_start => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => lines.push([0; SEPARATORS.len()]),
            _ => {}
        }
        if let Some(count) = position.filter(|_| !is_quoted).and_then(|at| lines.last_mut()?.get_mut(at)) {
            *count += 1;
        }
        is_start = position.is_some() || matches!(one, '\n' | '\r');
    }
    let agreement = |position: usize| {
        let mut lines_with = HashMap::new();
        for count in lines.iter().filter_map(|counts| counts.get(position)).filter(|count| **count > 0) {
            *lines_with.entry(*count).or_insert(0_usize) += 1;
        }
        lines_with.into_iter().map(|(count, lines)| (lines, count)).max().unwrap_or_default()
    };
    // Of several with as much, `max_by_key` gives the last.
    let best = SEPARATORS.iter().enumerate().rev().max_by_key(|(position, _)| agreement(*position));
    best.map_or(',', |(_, separator)| *separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_lines_agree_on() {
        for (text, expected) in [
            ("", ','),
            ("one column", ','),
            ("a,b\nc,d", ','),
            ("a;b\n1,5;2,5\n1,25;3", ';'),
            ("a\tb, c\n1\t2", '\t'),
            ("Report, Q2; draft\n\ncode,name,value\n1,a;b,2\n2,c,3", ','),
            ("\"a;b;c\",d\n\"e;f;g\",h", ','),
            ("a 5\" pipe;b\n1;2", ';'),
            ("a;b\r\n1,2;3,4\r\n5,6;7,8", ';'),
        ] {
            assert_eq!(separator(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_becomes_a_sheet() {
        let text = "sep=;\ncode;value\n\n00123;\"1,5\n(est.)\"\n";
        let workbook = read("Q2 2023.24.csv", text, Encoding::Utf8).unwrap();
        let sheet = &workbook.sheets[0];
        assert_eq!(sheet.name, "Q2 2023.24");
        let rows: Vec<(usize, Vec<&str>)> = sheet
            .rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(|cell| cell.shown.as_str()).collect()))
            .collect();
        assert_eq!(rows, [(1, vec!["code", "value"]), (3, vec!["00123", "1,5\n(est.)"])]);
        let broken = read("a.csv", "a,b\n1,\"2", Encoding::Utf8).unwrap_err();
        assert_eq!(broken.found, "a quote that is never closed, in cell B2");
    }

    #[test]
    fn how_a_file_was_saved_is_told() {
        for (text, encoding, expected) in [
            ("a,b", Encoding::Utf8, None),
            ("a;b\n1;2", Encoding::Utf8, Some("The file was read with semicolons between its cells.")),
            ("a\tb\n1\t2", Encoding::Utf16, Some("The file was read as UTF-16; with tabs between its cells.")),
            ("a,£b£\né,2", Encoding::Windows1252, Some("The file was read as Windows-1252, in which it has £ é.")),
        ] {
            let remarks = read("a.csv", text, encoding).unwrap().remarks;
            assert_eq!(remarks.first().map(String::as_str), expected, "{text:?}");
        }
    }

    #[test]
    fn what_was_pasted_is_a_table_or_not() {
        let cells = |text: &str| {
            let workbook = paste("Pasted table", text).unwrap();
            let cells = workbook.sheets[0].rows.iter().flat_map(|row| row.cells.clone());
            cells.map(|cell| cell.shown).collect::<Vec<_>>()
        };
        assert_eq!(cells("a\tb\n1\t\"two\nlines\"\n"), ["a", "b", "1", "two\nlines"]);
        // A quote that is none.
        assert_eq!(cells("a\tb\n\"1\t2\n"), ["a", "b", "\"1", "2"]);
        assert_eq!(cells("a,b"), ["a", "b"]);
        assert_eq!(paste("", "words").unwrap_err().found, "text that is no table");
    }
}
