//! Knows: how a sheet is saved as CSV: its columns by name, its rows by the number that a spreadsheet shows.
//! Must not know: what the cells mean.

use super::fault::SheetFault;
use crate::import::fault::quoted;
use crate::import::limits::MAX_BYTES;
use crate::report::Period;

/// Columns that every sheet has.
pub const REQUIRED: &[&str] = &[
    "outcome",
    "programme",
    "code",
    "name",
    "aim",
    "unit",
    "frequency",
    "basis",
    "period",
    "value",
    "status",
    "short_trend",
    "long_trend",
];
/// Columns that a sheet has where it needs them, besides those named by a period.
pub const OPTIONAL: &[&str] = &[
    "per",
    "of",
    "reason",
    "target",
    "low",
    "high",
    "mid",
    "low_target",
    "high_target",
    "amber",
    "yearly_target",
    "comments",
    "actions",
];

/// A sheet: a row of column names, and rows of cells.
#[derive(Debug, Default)]
pub struct Sheet {
    columns: Vec<String>,
    /// The columns of earlier values, oldest first.
    pub history: Vec<Period>,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// Its number in the spreadsheet, the column names being row 1.
    pub number: usize,
    cells: Vec<String>,
}

impl Sheet {
    /// Reads a sheet; what is wrong is added to the faults, and the rest is read.
    pub fn read(bytes: &[u8], faults: &mut Vec<SheetFault>) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.len() > MAX_BYTES {
            faults.push(SheetFault::sheet(
                0,
                "",
                format!("{} bytes", bytes.len()),
                format!("at most {MAX_BYTES} bytes"),
            ));
            return Self::default();
        }
        if let Err(error) = std::str::from_utf8(bytes) {
            let line = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
            let found = format!("bytes that are not UTF-8 text, in line {line}");
            faults.push(SheetFault::sheet(0, "", found, "a sheet saved as “CSV UTF-8”"));
            return Self::default();
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut sheet = Self::default();
        let mut number = 0;
        // Bytes that are counted, line ends among them, and those of the line ends that are inside of cells.
        let (mut counted, mut ends, mut inside) = (0, 0, 0);
        for record in reader.records() {
            let Ok(record) = record else {
                faults.push(SheetFault::sheet(number + 1, "", "no CSV", "rows of cells, commas between them"));
                break;
            };
            // Lines without any cell are rows of the spreadsheet too, and the reader passes over them before a record.
            let from = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
            let passed = bytes
                .get(from..)
                .map_or(0, |rest| rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count());
            let line_ends =
                |part: Option<&[u8]>| part.map_or(0, |part| part.iter().filter(|byte| **byte == b'\n').count());
            ends += line_ends(bytes.get(counted..from + passed));
            counted = from + passed;
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
                // Its cells are in the wrong columns: to tell of them one by one would help nobody.
                let cells = if cells.len() == 1 { "1 cell".to_string() } else { format!("{} cells", cells.len()) };
                let expected = format!("{}, one for each column; text with a comma in quotes", sheet.columns.len());
                faults.push(SheetFault::sheet(number, "", cells, expected));
            }
        }
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
            } else if !REQUIRED.iter().chain(OPTIONAL).any(|known| known == column) {
                let expected =
                    format!("one of {}, {}, or a period such as 2023-24-q2", REQUIRED.join(", "), OPTIONAL.join(", "));
                faults.push(SheetFault::sheet(number, &at, format!("the column {}", quoted(column)), expected));
            }
        }
        for column in REQUIRED.iter().filter(|column| !columns.iter().any(|known| known == *column)) {
            faults.push(SheetFault::sheet(number, "", format!("no column {column}"), "a column of this name"));
        }
        self.history.sort_by_key(|period| period.order());
        self.columns = columns;
    }

    /// Whether there is a column of this name.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|known| known == column)
    }

    /// What stands in a cell; nothing where it is blank, or the column is not there.
    pub fn cell<'s>(&self, row: &'s Row, column: &str) -> &'s str {
        let position = self.columns.iter().position(|known| known == column);
        position.and_then(|position| row.cells.get(position)).map_or("", String::as_str)
    }
}

/// The letters of a column: A to Z, AA and on.
fn letters(position: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match position / 26 {
        0 => letter(position).to_string(),
        before => format!("{}{}", letters(before - 1), letter(position)),
    }
}
