//! Knows: how a row of CSV is written so that every program reads it back unchanged and no spreadsheet runs it.
//! Must not know: what is in the cells.

/// A file of these rows. Without the mark at its start, spreadsheet programs assume another encoding than UTF-8.
pub fn file(rows: &str) -> String {
    format!("\u{feff}{rows}")
}

/// A row with its line ending (CR LF, as in RFC 4180).
pub fn row<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell. Spreadsheets treat text that starts with `=`, `+`, `-`, `@` (in some, their full-width forms too) or a control
/// character as a formula, so it gets an apostrophe in front. A negative number stays as it is.
fn cell(text: &str) -> String {
    // Some programs drop leading white space.
    let starts_one = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_formula = (starts_one || text.starts_with(['\t', '\r', '\n'])) && !is_number(text);
    let text = if is_formula { format!("'{text}") } else { text.to_string() };
    // Programs that separate cells by semicolons must not split the text at one.
    if text.contains([',', ';', '"', '\t', '\r', '\n']) || text != text.trim() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(
            row(&["a", "b c", "1,5", "say \"so\"", "two\nlines", ""]),
            "a,b c,\"1,5\",\"say \"\"so\"\"\",\"two\nlines\",\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula_and_negative_numbers_stay() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+44 20", "'+44 20"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("\tx", "\"'\tx\""),
            (" =1", "' =1"),
            ("＝1", "'＝1"),
            ("a;=1", "\"a;=1\""),
            ("-3.2", "-3.2"),
            ("-0.0060", "-0.0060"),
            ("75.20", "75.20"),
        ] {
            assert_eq!(row(&[text]).trim_end_matches("\r\n"), cell, "{text:?}");
        }
    }
}
