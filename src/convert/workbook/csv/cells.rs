//! Knows: how the text of a sheet is cut into rows of cells.
//! Must not know: what any cell is for.

use std::iter::Peekable;
use std::mem;
use std::str::Chars;

/// What may stand between cells, the likeliest first.
pub const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// A quoted cell that does not end as it should. A reader that went on would make one cell of all that follows, and rows would
/// be lost without a word.
#[derive(Debug, PartialEq, Eq)]
pub struct BrokenQuote {
    /// The row, from 1.
    pub row: usize,
    /// The position of the cell in its row, from 0.
    pub position: usize,
    /// What is wrong.
    pub found: &'static str,
}

/// What the first line says to stand between the cells (`sep=;`), and the text without that line, which spreadsheets do not show as a row.
pub fn stated_separator(text: &str) -> (Option<char>, &str) {
    if let Some((first, rest)) = text.split_once(['\r', '\n'])
        && let Some(stated) = SEPARATORS.into_iter().find(|one| first.eq_ignore_ascii_case(&format!("sep={one}")))
    {
        let is_two = text.get(first.len()..).is_some_and(|end| end.starts_with("\r\n"));
        return (Some(stated), if is_two { rest.strip_prefix('\n').unwrap_or(rest) } else { rest });
    }
    (None, text)
}

/// The rows, blank ones included, so that a row's position gives its number in the spreadsheet. Every way to end a line counts,
/// that of old Macs included; inside cells each becomes `\n`.
pub fn rows(text: &str, separator: char) -> Result<Vec<Vec<String>>, BrokenQuote> {
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    let mut rest = text.chars().peekable();
    loop {
        let broken = |found| BrokenQuote { row: rows.len() + 1, position: row.len(), found };
        let (cell, end) = cell(&mut rest, separator).map_err(broken)?;
        row.push(cell);
        match end {
            End::Cell => {}
            End::Row => rows.push(mem::take(&mut row)),
            End::Text => {
                rows.push(row);
                return Ok(rows);
            }
        }
    }
}

/// What a cell is followed by.
enum End {
    Cell,
    Row,
    Text,
}

fn cell(rest: &mut Peekable<Chars>, separator: char) -> Result<(String, End), &'static str> {
    let mut cell = String::new();
    if rest.next_if_eq(&'"').is_some() {
        loop {
            match rest.next() {
                None => return Err("a quote that is never closed"),
                Some('"') if rest.next_if_eq(&'"').is_none() => break,
                Some('\r') => {
                    rest.next_if_eq(&'\n');
                    cell.push('\n');
                }
                Some(one) => cell.push(one),
            }
        }
        if rest.peek().is_some_and(|next| *next != separator && !matches!(next, '\r' | '\n')) {
            return Err("text after the quote that closes the cell");
        }
    }
    loop {
        match rest.next() {
            None => return Ok((cell, End::Text)),
            Some('\r') => {
                rest.next_if_eq(&'\n');
                return Ok((cell, End::Row));
            }
            Some('\n') => return Ok((cell, End::Row)),
            Some(one) if one == separator => return Ok((cell, End::Cell)),
            Some(one) => cell.push(one),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_cut_into_rows_of_cells() {
        for (text, expected) in [
            ("", &[&[""][..]][..]),
            ("a,b\nc,d", &[&["a", "b"], &["c", "d"]]),
            ("a,b\r\nc,d\r\n", &[&["a", "b"], &["c", "d"], &[""]]),
            ("a,b\rc,d\r", &[&["a", "b"], &["c", "d"], &[""]]),
            ("a\n\n\nb", &[&["a"], &[""], &[""], &["b"]]),
            ("a\r\r\nb", &[&["a"], &[""], &["b"]]),
            ("a,", &[&["a", ""]]),
            (",,", &[&["", "", ""]]),
            ("\"a,b\",c", &[&["a,b", "c"]]),
            ("\"a \"\"b\"\"\"", &[&["a \"b\""]]),
            ("\"a\r\nb\rc\nd\",e", &[&["a\nb\nc\nd", "e"]]),
            // A quote inside a cell is a quote: inches.
            ("a 5\" pipe,b", &[&["a 5\" pipe", "b"]]),
            ("\"\",a", &[&["", "a"]]),
        ] {
            assert_eq!(rows(text, ',').unwrap(), expected, "{text:?}");
        }
        assert_eq!(rows("a,b;c\td", ';').unwrap(), [["a,b", "c\td"]]);
    }

    #[test]
    fn a_quote_that_does_not_end_its_cell_has_a_place() {
        for (text, row, position, found) in [
            ("a\nb,\"c", 2, 1, "a quote that is never closed"),
            ("\"a\"b", 1, 0, "text after the quote that closes the cell"),
            ("\"a\"\r\n\r\nb,c,\"d\" e", 3, 2, "text after the quote that closes the cell"),
            ("\"a\nb\",\"", 1, 1, "a quote that is never closed"),
        ] {
            assert_eq!(rows(text, ','), Err(BrokenQuote { row, position, found }), "{text:?}");
        }
    }

    #[test]
    fn a_first_line_may_say_what_stands_between_the_cells() {
        for (text, expected, rest) in [
            ("", None, ""),
            ("a;b", None, "a;b"),
            ("sep=;\ncode,name", Some(';'), "code,name"),
            ("SEP=\t\r\ncode", Some('\t'), "code"),
            ("sep=;\r\rcode", Some(';'), "\rcode"),
            ("sep=x\ncode", None, "sep=x\ncode"),
        ] {
            assert_eq!(stated_separator(text), (expected, rest), "{text:?}");
        }
    }

    proptest! {
        /// Whatever is in the cells, a sheet that quotes them gives them back, in their places.
        #[test]
        fn cells_are_read_as_they_were_written(
            cells in prop::collection::vec(prop::collection::vec("[a,;\\t\"\n é]{0,6}", 1..4), 1..5),
            separator in prop::sample::select(SEPARATORS.to_vec()),
            end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\"").replace('\n', end));
            let row = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&separator.to_string());
            let text = cells.iter().map(row).collect::<Vec<_>>().join(end);
            prop_assert_eq!(rows(&text, separator).unwrap(), cells);
        }
    }
}
