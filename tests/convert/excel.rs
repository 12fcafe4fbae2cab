//! Knows: how a sheet is written as an Excel workbook: numbers as they are stored, with the formats in which they are shown.
//! Must not know: what is read from it.

use super::package::excel;
use quarterlight::convert::workbook::{Cell, Sheet, Stored, place};
use quarterlight::encode::markup::escaped;

/// A workbook with one sheet, `Sheet1`.
pub fn xlsx(sheet: &Sheet) -> Vec<u8> {
    let mut codes: Vec<String> = Vec::new();
    let mut rows = String::new();
    for row in &sheet.rows {
        let filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.shown.is_empty());
        let cells: String =
            filled.map(|(column, cell)| written(cell, &place::name(row.number, column), &mut codes)).collect();
        rows += &format!("<row r=\"{}\">{cells}</row>", row.number);
    }
    let formats = codes.iter().enumerate();
    let formats: String = formats
        .map(|(at, code)| format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 164 + at, escaped(code)))
        .collect();
    let looks: String = (0..codes.len()).map(|at| format!("<xf numFmtId=\"{}\"/>", 164 + at)).collect();
    let styles =
        format!("<numFmts>{formats}</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"49\"/>{looks}</cellXfs>");
    excel(&format!("<sheetData>{rows}</sheetData>"), &styles, &[])
}

fn written(cell: &Cell, name: &str, codes: &mut Vec<String>) -> String {
    match (&cell.stored, format_code(&cell.shown)) {
        (Stored::Number(stored), Some(code)) => {
            let at = codes.iter().position(|known| *known == code).unwrap_or_else(|| {
                codes.push(code);
                codes.len() - 1
            });
            format!("<c r=\"{name}\" s=\"{}\"><v>{stored}</v></c>", at + 2)
        }
        _ => {
            let text = escaped(&cell.shown);
            format!("<c r=\"{name}\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
        }
    }
}

/// The format in which a number is shown so; none if no usual one does it.
fn format_code(shown: &str) -> Option<String> {
    let size = shown.strip_prefix('-').unwrap_or(shown);
    let (pound, size) = size.strip_prefix('£').map_or(("", size), |size| ("\"£\"", size));
    let (size, percent) = size.strip_suffix('%').map_or((size, ""), |size| (size, "%"));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let is_number = [whole, decimals].iter().all(|part| part.chars().all(|one| one.is_ascii_digit() || one == ','));
    let digits = if whole.contains(',') { "#,##0" } else { "0" };
    let point = if decimals.is_empty() { "" } else { "." };
    is_number.then(|| format!("{pound}{digits}{point}{}{percent}", "0".repeat(decimals.len())))
}
