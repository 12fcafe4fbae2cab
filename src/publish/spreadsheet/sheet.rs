//! Knows: the columns of a sheet, explained to makers, and how its text becomes rows of cells under known names.
//! Must not know: what becomes of the cells.

use super::fault::Remarks;
use crate::convert::values::{Reading, number};
use crate::convert::workbook::csv::cells::{self, BrokenQuote};
use crate::convert::workbook::csv::text;
use crate::convert::workbook::place::letters;
use crate::import::fault::quoted;
use crate::import::limits::MAX_BYTES;
use crate::report::{Aim, Basis, Frequency, Keyword, Period, Status, Trend, UnitKind};
use crate::wording::format::count_of;
use std::collections::HashMap;

/// The columns, besides those named by a period: name, whether every row needs it, and its content as HTML.
pub const COLUMNS: [(&str, &str, &str); 26] = [
    ("outcome", "yes", "The outcome that the measure belongs to, in every row: merged cells leave blanks."),
    ("programme", "yes", "The programme within the outcome."),
    ("code", "yes", "The code of the measure as published, such as <code>ASCOF 1C(2i)</code>."),
    ("name", "yes", "Its name as published."),
    ("aim", "yes", "Which way is better, as a word of <a href=\"#type-Aim\">Aim</a>."),
    ("unit", "yes", "The kind of number, as a word of <a href=\"#type-UnitKind\">UnitKind</a>."),
    ("per", "for a rate", "Per how many, without separators: <code>100000</code>."),
    ("of", "no", "What is counted, or what the rate is per: <code>children</code>."),
    ("frequency", "yes", "How often, as a word of <a href=\"#type-Frequency\">Frequency</a>."),
    ("basis", "yes", "What the value covers, as a word of <a href=\"#type-Basis\">Basis</a>."),
    ("period", "yes", "The period that the value is for, as a <a href=\"#periods\">period word</a>."),
    (
        "value",
        "yes",
        "A number, flags after it if any (<code>75.20 [p]</code>); or <code>[c]</code>, <code>[x]</code>, \
         <code>[z]</code>. A blank with a reason beside it is <code>[x]</code>.",
    ),
    ("reason", "without a number", "Why there is no number, in words that do not give it away."),
    ("target", "no", "A target of one number."),
    ("low", "no", "The lower bound of a range."),
    ("high", "with low", "The upper bound of a range."),
    ("mid", "no", "The published mid-point of the range."),
    ("low_target", "no", "The less demanding of two targets."),
    ("high_target", "with low_target", "The more demanding one."),
    ("amber", "no", "Beside a target: the worst value that is still amber."),
    ("yearly_target", "no", "Beside a monthly or quarterly target: the yearly one that it is an equal share of."),
    (
        "status",
        "no",
        "The published status, as a word of <a href=\"#type-Status\">Status</a>; <code>none</code> if it is published that there is \
         none. A blank is worked out by the rules, and marked as such.",
    ),
    (
        "short_trend",
        "no",
        "The published short trend, as a word of <a href=\"#type-Trend\">Trend</a>; a blank as with the status.",
    ),
    ("long_trend", "no", "The published long trend, likewise."),
    ("comments", "no", "What the report says; each line is a paragraph."),
    ("actions", "no", "What is being done about it."),
];

/// The columns of words, with the words that an export knows.
const WORDS: [(&str, &[&str]); 7] = [
    ("aim", Aim::WORDS),
    ("unit", UnitKind::WORDS),
    ("frequency", Frequency::WORDS),
    ("basis", Basis::WORDS),
    ("status", Status::WORDS),
    ("short_trend", Trend::WORDS),
    ("long_trend", Trend::WORDS),
];

/// The columns of text that has one line. A code is not among them: what would stand for the line break is not known.
const LINES: [&str; 5] = ["outcome", "programme", "name", "of", "reason"];

/// The columns of numbers, besides those named by a period.
pub const NUMBERS: [&str; 9] =
    ["value", "target", "low", "high", "mid", "low_target", "high_target", "amber", "yearly_target"];

/// The names of the columns that every sheet must have.
pub fn required() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().filter(|(_, needed, _)| *needed == "yes").map(|(name, ..)| *name)
}

/// A sheet: a row of column names, and rows of cells.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Their names as this program writes them; blank above blank cells.
    columns: Vec<String>,
    /// Where each is.
    positions: HashMap<String, usize>,
    /// The number of the row that names them.
    heads: usize,
    /// The columns of earlier values with their positions, oldest first.
    history: Vec<(Period, usize)>,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
    /// Whether the point is known to stand before decimals.
    pub has_decimal_points: bool,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: usize,
    /// One for each column.
    cells: Vec<String>,
}

impl Sheet {
    /// Reads a sheet as far as it can, and adds a fault for everything that it cannot read.
    pub fn read(bytes: &[u8], remarks: &mut Remarks) -> Self {
        if bytes.len() > MAX_BYTES {
            remarks.fault(0, "", format!("{} bytes", bytes.len()), format!("at most {MAX_BYTES} bytes"));
            return Self::default();
        }
        let (text, encoding) = match text::decode(bytes) {
            Ok(decoded) => decoded,
            Err(found) => {
                remarks.fault(0, "", found, "a sheet saved as “CSV UTF-8”");
                return Self::default();
            }
        };
        let (separator, rest) = cells::separator(&text, &|name| column_name(name).is_some());
        remarks.readings.file(&text, encoding, separator);
        let rows = match cells::rows(rest, separator) {
            Ok(rows) => rows,
            Err(BrokenQuote { row, position, found }) => {
                let expected = "each quote that opens a cell closed at its end, and a quote inside it written twice";
                remarks.fault(row, &letters(position), found, expected);
                return Self::default();
            }
        };
        let mut sheet = Self::default();
        for (position, cells) in rows.into_iter().enumerate() {
            let number = position + 1;
            let cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_string()).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if sheet.columns.is_empty() {
                sheet.name_columns(cells, number, remarks);
            } else {
                sheet.add_row(cells, number, separator, remarks);
            }
        }
        sheet.has_decimal_points = separator == ',' || sheet.shows_decimal_points();
        sheet.question_years(remarks);
        if sheet.rows.is_empty() && remarks.has_no_faults() {
            remarks.fault(0, "", "no rows", "a row of column names, then a row for each measure");
        }
        sheet
    }

    fn name_columns(&mut self, names: Vec<String>, number: usize, remarks: &mut Remarks) {
        let columns: Vec<String> = names.iter().map(|name| column_name(name).unwrap_or(name.clone())).collect();
        for (position, column) in columns.iter().enumerate().filter(|(_, column)| !column.is_empty()) {
            if remarks.is_full() {
                break;
            }
            let at = letters(position);
            if self.positions.contains_key(column) {
                remarks.fault(number, &at, format!("{} again", quoted(column)), "each column once");
                continue;
            }
            self.positions.insert(column.clone(), position);
            if let Some(period) = Period::parse(column) {
                self.history.push((period, position));
            } else if !COLUMNS.iter().any(|(known, ..)| known == column) {
                let known = COLUMNS.map(|(known, ..)| known).join(", ");
                let expected = format!("one of {known}, or a period such as 2023-24-q2");
                remarks.fault(number, &at, format!("the column {}", quoted(column)), expected);
            }
        }
        for column in required().filter(|column| !self.has(column)) {
            remarks.fault(number, "", format!("no column {column}"), "a column of this name");
        }
        self.history.sort_by_key(|(period, _)| period.order());
        (self.columns, self.heads) = (columns, number);
    }

    /// Adds a row. Spreadsheets leave out blank cells at the end of a row, or add some.
    fn add_row(&mut self, mut cells: Vec<String>, number: usize, separator: char, remarks: &mut Remarks) {
        let (found, wanted) = (cells.len(), self.columns.len());
        while cells.len() > wanted && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let has_needed = required().all(|name| self.columns.iter().skip(found).all(|column| column != name));
        if cells.len() > wanted || !has_needed {
            // Its cells are in the wrong columns, so faults of single cells would help nobody.
            let separator = match separator {
                ';' => "a semicolon",
                '\t' => "a tab",
                _ => "a comma",
            };
            let expected = format!("{wanted}, one for each column; text with {separator} in quotes");
            remarks.fault(number, "", count_of(found, "cell"), expected);
            return;
        }
        if found < wanted {
            remarks.readings.add(Reading::ShortRow, number, "");
            cells.resize(wanted, String::new());
        }
        for (position, (column, cell)) in self.columns.iter().zip(&mut cells).enumerate() {
            if column.is_empty() && !cell.is_empty() {
                // What is in the cell may not be meant to be seen, so the fault does not repeat it.
                let expected = format!("a name for the column in row {}, or blank cells", self.heads);
                remarks.fault(number, &letters(position), "a cell in a column without a name", expected);
            }
            if let Some(line) = one_line(column, cell) {
                *cell = line;
                remarks.readings.add(Reading::LineBreak, number, column);
            }
            if let Some(word) = word(column, cell) {
                *cell = word;
            }
        }
        self.rows.push(Row { number, cells });
    }

    fn shows_decimal_points(&self) -> bool {
        let is_number = |column: &str| NUMBERS.contains(&column) || Period::parse(column).is_some();
        let cells = self.rows.iter().flat_map(|row| self.columns.iter().zip(&row.cells));
        cells.into_iter().any(|(column, cell)| number::shows_decimal_point(cell) && is_number(column))
    }

    /// Asks what `2009-10` means where no measure is monthly: October 2009 as a period word, the financial year 2009/10 as
    /// many write it.
    fn question_years(&self, remarks: &mut Remarks) {
        let is_monthly = |row: &Row| self.cell(row, "frequency") == "monthly";
        if self.rows.iter().any(is_monthly) {
            return;
        }
        for (position, column) in self.columns.iter().enumerate() {
            let year = column.split_once('-').filter(|(year, end)| year.len() == 4 && end.len() == 2);
            let year = year.and_then(|(year, end)| Some((year.parse::<u32>().ok()?, end.parse::<u32>().ok()?)));
            let Some(period) = Period::parse(column) else { continue };
            if year.is_some_and(|(year, end)| (year + 1) % 100 == end) {
                let found = format!("{column}, which as a period is {period}, though no measure is monthly");
                let expected = format!("fy-{column} for the financial year");
                remarks.fault(self.heads, &letters(position), found, expected);
            }
        }
    }

    /// Whether there is a column of this name.
    pub fn has(&self, column: &str) -> bool {
        self.positions.contains_key(column)
    }

    /// The text of a cell; empty if it is blank, or if there is no such column.
    pub fn cell<'s>(&self, row: &'s Row, column: &str) -> &'s str {
        let position = self.positions.get(column);
        position.and_then(|position| row.cells.get(*position)).map_or("", String::as_str)
    }

    /// The earlier values of a row that are not blank, oldest first.
    pub fn history<'s>(&self, row: &'s Row) -> impl Iterator<Item = (Period, &'s str)> {
        let values = self.history.iter().map(|(period, at)| (*period, row.cells.get(*at).map_or("", String::as_str)));
        values.filter(|(_, text)| !text.is_empty())
    }
}

/// A column by the name that this program writes, in whatever case, with spaces or line breaks for underscores; none if it is
/// not known. A blank name is not.
fn column_name(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join("_").to_ascii_lowercase();
    (COLUMNS.iter().any(|(known, ..)| *known == name) || Period::parse(&name).is_some()).then_some(name)
}

/// The word that a cell means, if an export knows it in lower case or with an underscore.
fn word(column: &str, cell: &str) -> Option<String> {
    let lower = cell.to_ascii_lowercase();
    if column == "period" {
        return Period::parse(&lower).map(|_| lower);
    }
    let (_, words) = WORDS.iter().find(|(known, _)| *known == column)?;
    let word = lower.replace([' ', '-'], "_");
    words.contains(&word.as_str()).then_some(word)
}

/// The cell on one line, if it has more and may not.
fn one_line(column: &str, cell: &str) -> Option<String> {
    let has_more = LINES.contains(&column) && cell.contains('\n');
    has_more.then(|| cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}
