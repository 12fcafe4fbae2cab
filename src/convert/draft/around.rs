//! Knows: what the names around a table say of its measures: the name of its sheet, the headings above it in a document.
//! Must not know: what stands in the table.

use crate::convert::periods;
use crate::convert::tables::Table;
use crate::convert::workbook::{Sheet, Workbook};

/// The names of what a table belongs to, the outer first, without their periods. `read` are the tables that are read: what all of them
/// stand under is a title, and what stands over the table of one measure is its name.
pub fn names(table: &Table<'_>, read: &[&Table<'_>], workbook: &Workbook) -> Vec<String> {
    let Some(sheet) = workbook.sheets.get(table.sheet) else { return Vec::new() };
    let of = |table: &Table<'_>| workbook.sheets.get(table.sheet);
    if sheet.headings.is_empty() {
        let is_only_one = read.iter().all(|one| one.sheet == table.sheet);
        let name = if is_only_one { None } else { name(&sheet.name) };
        // A workbook may have sheets of one name but for the period, and each stays what it is.
        return name.map(|_| sheet.name.clone()).into_iter().collect();
    }
    let mut around = Vec::new();
    for (position, heading) in sheet.headings.iter().enumerate() {
        let is_under = |other: &&Sheet| other.headings.get(..=position) == sheet.headings.get(..=position);
        let under = read.iter().filter_map(|one| of(one)).filter(is_under).count();
        let is_title = under == read.len();
        let is_of_measure = under == 1 && table.is_of_one_measure();
        if !is_title && !is_of_measure {
            around.extend(name(heading));
        }
    }
    around
}

/// A name without the period in it; none if it says no more than that, or that it is a sheet.
fn name(text: &str) -> Option<String> {
    const PLAIN: [&str; 11] = [
        "sheet",
        "data",
        "table",
        "tables",
        "report",
        "performance",
        "scorecard",
        "indicators",
        "measures",
        "appendix",
        "annex",
    ];
    let rest = periods::find(text).1;
    let mut words = rest.split(|one: char| !one.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| !PLAIN.contains(&word)).then(|| without_period(text))
}

/// A name without the period at its end or its beginning: `Homelessness` for `Homelessness, Quarter 2 2024/25`.
fn without_period(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_period = |words: &[&str]| periods::parse(words.join(" ").trim_matches(SIGNS)).is_some();
    let lengths = || (1..words.len()).rev();
    let at_end = lengths().find_map(|length| {
        let (rest, end) = words.split_at_checked(words.len() - length)?;
        is_period(end).then_some(rest)
    });
    let at_start = || {
        lengths().find_map(|length| {
            let (start, rest) = words.split_at_checked(length)?;
            is_period(start).then_some(rest)
        })
    };
    let rest = at_end.or_else(at_start).unwrap_or(&words);
    rest.join(" ").trim_matches(SIGNS).to_string()
}

/// What may stand between a name and its period.
const SIGNS: [char; 9] = [' ', ',', ':', ';', '(', '-', '–', '—', '|'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_without_its_period() {
        for (text, expected) in [
            ("Homelessness, Quarter 2 2024/25", Some("Homelessness")),
            ("Services for children – Q2 2024/25", Some("Services for children")),
            ("Q2 2024/25: HR, payroll and IT", Some("HR, payroll and IT")),
            ("Waste", Some("Waste")),
            ("Quarter 2 2024/25", None),
            ("Table 3", None),
            ("Performance report 2024/25", None),
            ("Homes (new)", Some("Homes (new)")),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
    }
}
