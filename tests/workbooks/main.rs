//! What is read from files of tables: those that other programs made (tests/convert/make.py), and those written here to have what
//! such programs seldom write, or what nobody should.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what cannot be"
)]

mod excel;
mod files;
mod hostile;
mod open_document;
mod package;
mod word;

use quarterlight::convert::workbook::{Cell, Row, Sheet, Stored, Workbook, place};

/// A workbook as text: its remarks, then each sheet with its name and merged cells, then its rows with all that is known of each cell.
fn told(workbook: &Workbook) -> String {
    let remarks = workbook.remarks.iter().map(|remark| format!("! {remark}\n"));
    remarks.chain(workbook.sheets.iter().map(told_sheet)).collect()
}

fn told_sheet(sheet: &Sheet) -> String {
    let name = |row, column| place::name(row, column);
    let merged = sheet
        .merged
        .iter()
        .map(|span| format!(" {}:{}", name(span.first_row, span.first_column), name(span.last_row, span.last_column)));
    let hidden = if sheet.is_hidden { " (hidden)" } else { "" };
    let head = format!("= {}{hidden}{}\n", sheet.name, merged.collect::<String>());
    head + &sheet.rows.iter().map(told_row).collect::<String>()
}

fn told_row(row: &Row) -> String {
    let hidden = if row.is_hidden { " (hidden)" } else { "" };
    let cells: Vec<String> = row.cells.iter().map(told_cell).collect();
    format!("{}{hidden}: {}\n", row.number, cells.join(" | "))
}

fn told_cell(cell: &Cell) -> String {
    let mut text = cell.shown.replace('\n', "\\n");
    match &cell.stored {
        Stored::Text => {}
        Stored::Number(number) => text += &format!(" <{number}>"),
        Stored::Date(day) => text += &format!(" <day {day}>"),
        Stored::Fault => text += " <fault>",
    }
    if let Some([red, green, blue]) = cell.fill {
        text += &format!(" #{red:02x}{green:02x}{blue:02x}");
    }
    if cell.is_bold { text + " *" } else { text }
}
