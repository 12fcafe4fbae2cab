//! Knows: the columns of a sheet, explained to makers, and how one saved as CSV is read, its rows by their number.
//! Must not know: what becomes of the cells.

use super::fault::SheetFault;
use crate::import::fault::quoted;
use crate::import::limits::MAX_BYTES;
use crate::report::Period;
use crate::wording::format::count_of;

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
        "yes",
        "The published status, as a word of <a href=\"#type-Status\">Status</a>; <code>none</code> if there is none.",
    ),
    ("short_trend", "yes", "The published short trend, as a word of <a href=\"#type-Trend\">Trend</a>."),
    ("long_trend", "yes", "The published long trend."),
    ("comments", "no", "What the report says; each line is a paragraph."),
    ("actions", "no", "What is being done about it."),
];

/// The names of the columns that every sheet must have.
pub fn required() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().filter(|(_, needed, _)| *needed == "yes").map(|(name, ..)| *name)
}

/// A sheet: a row of column names, and rows of cells.
#[derive(Debug, Default)]
pub struct Sheet {
    columns: Vec<String>,
    /// The number of the row that names them.
    heads: usize,
    /// The columns of earlier values, oldest first.
    pub history: Vec<Period>,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: usize,
    cells: Vec<String>,
}

impl Sheet {
    /// Reads a sheet as far as it can, and adds a fault for everything that it cannot read.
    pub fn read(bytes: &[u8], faults: &mut Vec<SheetFault>) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.len() > MAX_BYTES {
            let found = format!("{} bytes", bytes.len());
            faults.push(SheetFault::sheet(0, "", found, format!("at most {MAX_BYTES} bytes")));
            return Self::default();
        }
        let line_ends = |part: Option<&[u8]>| part.unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
        if let Err(error) = std::str::from_utf8(bytes) {
            let line = line_ends(bytes.get(..error.valid_up_to())) + 1;
            let found = format!("bytes that are not UTF-8 text, in line {line}");
            faults.push(SheetFault::sheet(0, "", found, "a sheet saved as “CSV UTF-8”"));
            return Self::default();
        }
        // With another separator the names of the columns say so first.
        let has_commas = bytes.split(|byte| *byte == b'\n').next().is_some_and(|names| names.contains(&b','));
        if let Some((row, column, found)) = broken_quote(bytes).filter(|_| has_commas) {
            let expected = "each quote that opens a cell closed at its end, and a quote inside it written twice";
            faults.push(SheetFault::sheet(row, &letters(column), found, expected));
            return Self::default();
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut sheet = Self::default();
        let mut number = 0;
        // How many bytes have been counted, the line ends in them, and how many of those are inside cells.
        let (mut counted, mut ends, mut inside) = (0, 0, 0);
        for record in reader.records() {
            let Ok(record) = record else {
                let expected = "rows of cells with commas between them";
                faults.push(SheetFault::sheet(number + 1, "", "text that is not CSV", expected));
                break;
            };
            // The CSV reader skips empty lines before a record, but in the spreadsheet they are rows too.
            let from = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
            let rest = bytes.get(from..).unwrap_or_default();
            let start = from + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            ends += line_ends(bytes.get(counted..start));
            counted = start;
            number = ends + 1 - inside;
            inside += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
            let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_string()).collect();
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if sheet.columns.is_empty() {
                sheet.name_columns(cells, number, faults);
            } else if cells.len() == sheet.columns.len() {
                sheet.rows.push(Row { number, cells });
            } else {
                // Its cells are in the wrong columns, so faults of single cells would help nobody.
                let expected = format!("{}, one for each column; text with a comma in quotes", sheet.columns.len());
                faults.push(SheetFault::sheet(number, "", count_of(cells.len(), "cell"), expected));
            }
        }
        sheet.question_years(faults);
        if sheet.rows.is_empty() && faults.is_empty() {
            faults.push(SheetFault::sheet(0, "", "no rows", "a row of column names, then a row for each measure"));
        }
        sheet
    }

    fn name_columns(&mut self, columns: Vec<String>, number: usize, faults: &mut Vec<SheetFault>) {
        if let [one] = columns.as_slice()
            && let Some(separator) = one.chars().find(|one| matches!(one, ';' | '\t'))
        {
            let found = format!("cells with {separator:?} between them");
            faults.push(SheetFault::sheet(number, "", found, "commas between the cells"));
            self.columns = columns;
            return;
        }
        for (position, column) in columns.iter().enumerate() {
            let at = letters(position);
            if columns.iter().take(position).any(|earlier| earlier == column) && !column.is_empty() {
                faults.push(SheetFault::sheet(number, &at, format!("{} again", quoted(column)), "each column once"));
            } else if let Some(period) = Period::parse(column) {
                self.history.push(period);
            } else if !COLUMNS.iter().any(|(known, ..)| known == column) {
                let known = COLUMNS.map(|(known, ..)| known).join(", ");
                let expected = format!("one of {known}, or a period such as 2023-24-q2");
                faults.push(SheetFault::sheet(number, &at, format!("the column {}", quoted(column)), expected));
            }
        }
        for column in required().filter(|column| !columns.iter().any(|known| known == column)) {
            faults.push(SheetFault::sheet(number, "", format!("no column {column}"), "a column of this name"));
        }
        self.history.sort_by_key(|period| period.order());
        (self.columns, self.heads) = (columns, number);
    }

    /// Asks what `2009-10` means where no measure is monthly: October 2009 as a period word, the financial year 2009/10 as
    /// many write it.
    fn question_years(&self, faults: &mut Vec<SheetFault>) {
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
                faults.push(SheetFault::sheet(self.heads, &letters(position), found, expected));
            }
        }
    }

    /// Whether there is a column of this name.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|known| known == column)
    }

    /// The text of a cell; empty if it is blank, or if there is no such column.
    pub fn cell<'s>(&self, row: &'s Row, column: &str) -> &'s str {
        let position = self.columns.iter().position(|known| known == column);
        position.and_then(|position| row.cells.get(position)).map_or("", String::as_str)
    }
}

/// The row and column of the first quoted cell that does not end as it should, and what is wrong. A CSV reader would make one
/// cell of it with all that follows, and rows would be lost without a word.
fn broken_quote(bytes: &[u8]) -> Option<(usize, usize, &'static str)> {
    let (mut row, mut column) = (1, 0);
    let mut rest = bytes.iter().copied().peekable();
    while rest.peek().is_some() {
        if rest.next_if_eq(&b'"').is_some() {
            loop {
                match rest.next() {
                    None => return Some((row, column, "a quote that is never closed")),
                    Some(b'"') if rest.next_if_eq(&b'"').is_none() => break,
                    Some(_) => {}
                }
            }
            if rest.peek().is_some_and(|next| !matches!(next, b',' | b'\r' | b'\n')) {
                return Some((row, column, "text after the quote that closes the cell"));
            }
        }
        // The rest of a cell without quotes, and what ends it.
        match rest.find(|byte| matches!(byte, b',' | b'\n')) {
            Some(b',') => column += 1,
            _ => (row, column) = (row + 1, 0),
        }
    }
    None
}

/// The letters of a column: A to Z, then AA and so on.
fn letters(position: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match position / 26 {
        0 => letter(position).to_string(),
        before => format!("{}{}", letters(before - 1), letter(position)),
    }
}
