//! Knows: how the text of a sheet is cut into rows of cells.
//! Must not know: what any cell is for; whoever asks says which names are known.

use std::iter::Peekable;
use std::mem;
use std::str::Chars;

/// What may stand between cells, the likeliest first.
pub const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// How many names are looked at to tell what is between them.
const MOST_NAMES: usize = 1_000;

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

/// What stands between the cells, and the text without a first line that only says so (`sep=;`), which spreadsheets do not
/// show as a row. Otherwise it is what makes the most known names of the first line that is not blank.
pub fn separator<'t>(text: &'t str, is_known: &dyn Fn(&str) -> bool) -> (char, &'t str) {
    let is_end = |one| matches!(one, '\r' | '\n');
    if let Some((first, rest)) = text.split_once(is_end)
        && let Some(stated) = SEPARATORS.into_iter().find(|one| first.eq_ignore_ascii_case(&format!("sep={one}")))
    {
        let is_two = text.get(first.len()..).is_some_and(|end| end.starts_with("\r\n"));
        return (stated, if is_two { rest.strip_prefix('\n').unwrap_or(rest) } else { rest });
    }
    let names = text.split(is_end).find(|line| !line.trim().is_empty()).unwrap_or_default();
    let known = |separator: &char| {
        let names = names.split(*separator).take(MOST_NAMES);
        names.filter(|name| is_known(name.trim().trim_matches('"'))).count()
    };
    // Of several with as many, `max_by_key` gives the last.
    let best = SEPARATORS.into_iter().rev().max_by_key(known).unwrap_or(',');
    (best, text)
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
    fn the_separator_is_what_makes_names_that_are_known() {
        let is_known = |name: &str| ["code", "name", "value"].contains(&name);
        for (text, expected, rest) in [
            ("", ',', ""),
            ("other\nx;y;z", ',', "other\nx;y;z"),
            ("code,name\na;b", ',', "code,name\na;b"),
            ("code;name, with a comma;value", ';', "code;name, with a comma;value"),
            ("\n\n\"code\"\t\"name\"\r", '\t', "\n\n\"code\"\t\"name\"\r"),
            ("sep=;\ncode,name", ';', "code,name"),
            ("SEP=\t\r\ncode", '\t', "code"),
            ("sep=;\r\rcode", ';', "\rcode"),
            ("sep=x\ncode", ',', "sep=x\ncode"),
        ] {
            assert_eq!(separator(text, &is_known), (expected, rest), "{text:?}");
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
