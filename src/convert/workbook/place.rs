//! Knows: how a cell and a range are named: `B3`, `A1:C1`.
//! Must not know: what is in them.

use super::Span;

/// Rows and columns beyond are in no spreadsheet.
pub const MOST: usize = 100_000_000;

/// The letters of a column: A to Z, then AA and so on.
pub fn letters(position: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match position / 26 {
        0 => letter(position).to_string(),
        before => format!("{}{}", letters(before - 1), letter(position)),
    }
}

/// The name of a cell, by its row from 1 and its column from 0.
pub fn name(row: usize, column: usize) -> String {
    format!("{}{row}", letters(column))
}

/// The row from 1 and the column from 0 of a name; `$` counts for nothing.
pub fn cell(name: &str) -> Option<(usize, usize)> {
    let (mut row, mut column) = (0_usize, 0_usize);
    for one in name.bytes().filter(|one| *one != b'$') {
        match one {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column.checked_mul(26)?.checked_add(usize::from(one.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(usize::from(one - b'0'))?,
            _ => return None,
        }
    }
    ((1..=MOST).contains(&row) && column <= MOST).then_some((row, column.checked_sub(1)?))
}

/// The cells of a range; one cell is a range too.
pub fn span(range: &str) -> Option<Span> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let ((first_row, first_column), (last_row, last_column)) = (cell(first)?, cell(last)?);
    (first_row <= last_row && first_column <= last_column).then_some(Span {
        first_row,
        last_row,
        first_column,
        last_column,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        for (text, row, column) in [("A1", 1, 0), ("Z9", 9, 25), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383)] {
            assert_eq!(cell(text), Some((row, column)));
            assert_eq!(name(row, column), text);
        }
        assert_eq!(cell("$b$3"), Some((3, 1)));
        for text in
            ["", "A", "1", "A0", "1A", "A1B", "A-1", "AAAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999999", "A100000001"]
        {
            assert_eq!(cell(text), None, "{text}");
        }
        let expected = Span { first_row: 1, last_row: 2, first_column: 0, last_column: 2 };
        assert_eq!(span("A1:C2"), Some(expected));
        assert_eq!(span("C2:A1"), None);
    }
}
