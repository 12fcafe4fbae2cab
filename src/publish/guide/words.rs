//! Knows: how periods, shorthand, flags, limits, kinds of findings and the columns of a sheet are explained to makers.
//! Must not know: what they are called on the page; it asks `wording` and the vocabulary.

use super::columns::COLUMNS;
use super::html::{code, table};
use crate::checks::Kind;
use crate::encode::markup::escaped;
use crate::import::limits::{
    MAX_BYTES, MAX_CODE, MAX_DEPTH, MAX_ENTRIES, MAX_HISTORY, MAX_LEVELS, MAX_MEASURES, MAX_NAME, MAX_STEP, MAX_TEXT,
};
use crate::report::{Keyword, MeasureFlag, Missing, Period, ValueFlag};
use crate::wording::missing;

const PERIODS: [(&str, &str); 7] = [
    ("2024-25-q2", "A quarter of the financial year: Q1 is April to June, Q4 January to March."),
    ("2024-25-to-q2", "The financial year up to the end of a quarter, for what is added up over the year."),
    ("fy-2023-24", "A financial year, April to March."),
    ("academic-2023-24", "An academic year, September to August."),
    ("2024-09", "A calendar month."),
    ("2024-08..2024-09", "Several calendar months, first and last."),
    ("2024-09-30", "A day, for a position on that day."),
];

/// Each kind of period, as written in an export and as shown on the page.
pub fn periods() -> String {
    let said = |word: &str| Period::parse(word).map_or_else(String::new, |period| escaped(&period.to_string()));
    let rows = PERIODS.map(|(word, what)| [code(word), said(word), escaped(what)]);
    table("Periods", &["Written", "The page says", "What it is"], rows)
}

/// The shorthand for missing values and for flags of a number, in a sheet and in an export.
pub fn shorthand() -> String {
    let missing = Missing::ALL.iter().map(|one| {
        let (short, meaning) = missing::shorthand(*one);
        [code(short), code(&format!("\"missing\": \"{}\"", one.word())), escaped(meaning)]
    });
    let flags = ValueFlag::ALL.iter().map(|one| {
        let (short, meaning) = missing::flag_shorthand(*one);
        [code(short), code(&format!("\"flags\": [\"{}\"]", one.word())), escaped(meaning)]
    });
    let columns = ["In a sheet", "In an export", "Meaning"];
    table("Shorthand for missing values and for flags of a number", &columns, missing.chain(flags))
}

/// The flags of a measure.
pub fn measure_flags() -> String {
    let rows = MeasureFlag::ALL.iter().map(|one| [code(one.word()), escaped(one.label())]);
    table("Flags of a measure", &["Word", "The page says"], rows)
}

/// The columns of a sheet.
pub fn columns() -> String {
    let period = "The value of that period, as published then. A blank is not a value: the chart has a gap there.";
    let period = ["any period, such as <code>2023-24-q2</code>".to_string(), "no".to_string(), period.to_string()];
    let columns = COLUMNS.map(|(name, needed, what)| [code(name), needed.to_string(), what.to_string()]);
    table("Columns of a sheet", &["Column", "Needed", "What it contains"], columns.into_iter().chain([period]))
}

/// How large a file and its parts may be.
pub fn limits() -> String {
    let items = [
        format!(
            "a file: {} megabytes ({MAX_BYTES} bytes), {MAX_MEASURES} measures, {MAX_DEPTH} lists and objects inside each other; one \
             measure, and everything that is not a measure of a programme, {} megabytes",
            MAX_BYTES / 1024 / 1024,
            MAX_STEP / 1024 / 1024
        ),
        format!(
            "a list or an object: {MAX_ENTRIES} entries; the history of a measure {MAX_HISTORY}, a scale of risks {MAX_LEVELS}"
        ),
        format!(
            "a text: {MAX_TEXT} characters; a name, a title or a heading {MAX_NAME}, a code, a reference or an id {MAX_CODE}"
        ),
        "a whole number: from 0 to 4294967295; the periods of a trend from 1 to 48".to_string(),
    ];
    format!("<ul>\n{}</ul>\n", items.map(|item| format!("<li>{}</li>\n", escaped(&item))).concat())
}

/// What the checks look for.
pub fn kinds() -> String {
    let rows = Kind::ALL.iter().map(|kind| [code(kind.word()), escaped(kind.label()), escaped(kind.meaning())]);
    table("Kinds of findings", &["Written", "Called", "What is looked at"], rows)
}
