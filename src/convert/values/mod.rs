//! Knows: what a cell with a figure says: a number with every digit that is shown, a missing value, a target; or what it may mean.
//! Must not know: whose figure it is, or what is decided about a cell with several meanings.

pub mod number;
mod reading;
mod target;

pub use reading::Reading;
pub use target::{TargetText, read_target};

use super::words;
use super::workbook::{Cell, Stored};
use crate::report::number::Rounding;
use crate::report::{Decimal, Keyword, Missing, MissingValue, NumberValue, ValueFlag};
use crate::wording::format::capital;
use crate::wording::missing;
use number::{PlainNumber, Surroundings};

/// What stands beside the digits of a number and says its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A % or “per cent”.
    Percent,
    /// A £.
    Pound,
    /// The word “days”.
    Days,
    /// What is counted: “weeks”.
    Counted(&'static str),
}

/// The words after a number that say what is counted.
const COUNTED: [&str; 14] = [
    "weeks",
    "week",
    "hours",
    "hour",
    "months",
    "minutes",
    "years",
    "tonnes",
    "kg",
    "people",
    "households",
    "cases",
    "properties",
    "visits",
];

/// What a cell of a column of figures says.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Nothing: not even that there is no figure.
    Blank,
    /// A number.
    Number {
        /// The number with its flags.
        value: NumberValue,
        /// What says its unit.
        sign: Option<Sign>,
        /// What was left off.
        left_off: Vec<Reading>,
    },
    /// That there is no number. Nothing of a number that is withheld is in it.
    Missing(MissingValue),
    /// Something that may mean several things, or nothing that is known.
    Unclear {
        /// What was expected, with the likely meanings in words.
        expected: String,
        /// Texts that could stand in its place, the likeliest first.
        offers: Vec<String>,
    },
}

impl Figure {
    fn unclear(expected: impl Into<String>, offers: &[&str]) -> Self {
        Self::Unclear { expected: expected.into(), offers: offers.iter().map(ToString::to_string).collect() }
    }
}

/// The most bytes of a figure with all that may stand around it.
const LONGEST: usize = 400;

/// Reads a cell of figures. `has_decimal_commas` is true where some cell of the sheet shows that commas stand before decimals.
pub fn read(cell: &Cell, has_decimal_commas: bool) -> Figure {
    let shown = cell.shown.trim();
    if shown.is_empty() {
        return Figure::Blank;
    }
    if shown.len() > LONGEST {
        return Figure::unclear("a number, not a long text", &["[x]"]);
    }
    if let Some(missing) = missing(shown) {
        return Figure::Missing(missing);
    }
    if let Some(unclear) = unclear(cell, shown) {
        return unclear;
    }
    let (digits, flags) = match split_flags(shown) {
        Ok(split) => split,
        Err(expected) => return Figure::unclear(expected, &[]),
    };
    let (digits, mut sign) = without_word(digits);
    // Accountants' brackets, where what is stored says that they mean minus.
    let is_stored_negative = matches!(&cell.stored, Stored::Number(stored) if stored.starts_with('-'));
    let inside = digits.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|_| is_stored_negative);
    let text = inside.map_or(digits.to_string(), |inside| format!("-{inside}"));
    let around = Surroundings { is_percent: true, is_money: true, has_decimal_points: !has_decimal_commas };
    match number::read(&text, around) {
        Err(expected) => Figure::Unclear { offers: offers(&text, cell), expected },
        Ok(PlainNumber { number, left_off }) => {
            for reading in &left_off {
                sign = match reading {
                    Reading::PercentSign => Some(Sign::Percent),
                    Reading::PoundSign => Some(Sign::Pound),
                    _ => sign,
                };
            }
            let number = Decimal::parse(&number).unwrap_or(Decimal::ZERO);
            Figure::Number { value: NumberValue { number, flags }, sign, left_off }
        }
    }
}

/// The missing value that a text stands for.
fn missing(text: &str) -> Option<MissingValue> {
    if is_below(text) {
        let reason = "The number is small, so it is withheld to protect people’s privacy.".to_string();
        return Some(MissingValue { missing: Missing::Suppressed, reason });
    }
    let missing: Missing = Missing::from_word(words::meaning("missing", text)?)?;
    // What is said in words is kept as the reason. A reason for withholding might tell more than it should.
    let has_words = text.chars().filter(|one| one.is_alphabetic()).count() > 6 && !text.contains(char::is_numeric);
    let in_words = if has_words && missing != Missing::Suppressed { text } else { missing::shorthand(missing).1 };
    let end = if in_words.ends_with('.') { "" } else { "." };
    Some(MissingValue { missing, reason: format!("{}{end}", capital(in_words)) })
}

/// Whether a text says that a number is below a small one, `<5` or `fewer than 5`: its way to withhold it.
fn is_below(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = ["<", "fewer than ", "less than ", "under "].iter().find_map(|start| lower.strip_prefix(start));
    rest.and_then(|rest| rest.trim().parse::<u32>().ok()).is_some_and(|limit| limit <= 11)
}

/// What may mean several things whatever the number in it, or says that the spreadsheet no longer shows it.
fn unclear(cell: &Cell, shown: &str) -> Option<Figure> {
    if shown.chars().all(|one| one == '#') {
        let stored = match &cell.stored {
            Stored::Number(stored) => vec![stored.clone()],
            _ => Vec::new(),
        };
        return Some(Figure::Unclear { expected: "a column wide enough to show its numbers".into(), offers: stored });
    }
    match &cell.stored {
        Stored::Date(_) => {
            return Some(Figure::unclear("a number: the spreadsheet has a date here, perhaps made from a number", &[]));
        }
        Stored::Fault => return Some(Figure::unclear("a formula without a fault", &["[x]"])),
        Stored::Text | Stored::Number(_) => {}
    }
    if let Some((part, whole)) = shown.split_once('/')
        && [part, whole].iter().all(|side| Decimal::parse(side.trim()).is_some())
    {
        let part = part.trim();
        let expected = format!("one number: {part} if it is a count, or the percentage that the fraction gives");
        return Some(Figure::Unclear { expected, offers: vec![part.to_string(), "[x]".to_string()] });
    }
    if shown.starts_with(['<', '>', '≤', '≥']) {
        // The bound may tell what should have been withheld, so nothing repeats it.
        return Some(Figure::unclear("a number, or [c] for one that is withheld", &["[c]"]));
    }
    None
}

/// The text before the flags, and the flags: `118 [p][r]`, `118 (p)`.
fn split_flags(text: &str) -> Result<(&str, Vec<ValueFlag>), String> {
    let digits = text.split('[').next().unwrap_or_default();
    let mut shorthand = text.strip_prefix(digits).unwrap_or_default().replace("][", "] [");
    let mut digits = digits.trim_end();
    for flag in ["(p)", "(r)", "(e)", "(P)", "(R)", "(E)"] {
        if let Some(rest) = digits.strip_suffix(flag) {
            digits = rest.trim_end();
            shorthand = format!("{} {shorthand}", flag.replace('(', "[").replace(')', "]"));
        }
    }
    let mut flags = Vec::new();
    for word in shorthand.split_whitespace() {
        let known = |flag: &&ValueFlag| missing::flag_shorthand(**flag).0.eq_ignore_ascii_case(word);
        match ValueFlag::ALL.iter().find(known) {
            Some(flag) if flags.contains(flag) => return Err(format!("{word} once")),
            Some(flag) => flags.push(*flag),
            None => {
                let known: Vec<&str> = ValueFlag::ALL.iter().map(|flag| missing::flag_shorthand(*flag).0).collect();
                return Err(format!("one of {} after a number", known.join(", ")));
            }
        }
    }
    Ok((digits, flags))
}

/// The digits without the word of a unit after them.
fn without_word(text: &str) -> (&str, Option<Sign>) {
    let digits = text.trim_end_matches(|one: char| one.is_alphabetic() || one == ' ');
    let word = text.strip_prefix(digits).unwrap_or_default().trim();
    let sign = match word.to_lowercase().as_str() {
        "days" | "day" | "working days" | "calendar days" => Some(Sign::Days),
        "per cent" | "percent" => Some(Sign::Percent),
        word => COUNTED.iter().find(|known| **known == word).map(|known| Sign::Counted(known)),
    };
    if sign.is_some() && digits.ends_with(|one: char| one.is_ascii_digit()) { (digits, sign) } else { (text, None) }
}

/// What could stand in place of a text that is no number.
fn offers(text: &str, cell: &Cell) -> Vec<String> {
    let mut offers = Vec::new();
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(inside) = inside.filter(|inside| Decimal::parse(inside.trim_end_matches('%')).is_some()) {
        offers.extend([format!("-{inside}"), inside.to_string()]);
    }
    if let Stored::Number(stored) = &cell.stored
        && Decimal::parse(stored).is_some()
    {
        offers.push(stored.clone());
    }
    // A number with a mark of a footnote.
    let bare = text.trim_end_matches(['*', '†', '‡', '^', '#']).trim_end();
    if bare != text && Decimal::parse(bare.trim_end_matches('%')).is_some() {
        offers.push(bare.to_string());
    }
    offers.extend(number::offers(text));
    let is_word = !text.contains(|one: char| one.is_ascii_digit());
    let missing: &[&str] = if is_word { &["[c]", "[x]", "[z]"] } else { &["[x]"] };
    offers.extend(missing.iter().map(ToString::to_string));
    offers.dedup();
    offers
}

/// What a fraction such as `12/15` is in per cent, as a number with its sign, to one decimal; none if the text is no fraction.
pub fn fraction_in_per_cent(text: &str) -> Option<String> {
    let (part, whole) = text.split_once('/')?;
    let [part, whole] = [part, whole].map(|side| Decimal::parse(side.trim()));
    let percent = part?.per_cent_of(whole?, 1, Rounding::Nearest)?.shortest();
    Some(format!("{percent}%"))
}

/// Whether a cell shows that commas stand before decimals: `47,50`.
pub fn shows_decimal_comma(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.trim().trim_start_matches(['-', '−', '£', '€']).trim_end_matches(['%', ' ', '€']);
    number
        .split_once(',')
        .is_some_and(|(whole, part)| digits(&whole.replace('.', "")) && digits(part) && part.len() != 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(text: &str) -> Cell {
        let (shown, stored) = text.split_once(" = ").unwrap_or((text, ""));
        let stored = match stored {
            "" => Stored::Text,
            day if day.len() == 10 && day.contains('-') => Stored::Date(day.into()),
            number => Stored::Number(number.into()),
        };
        Cell { shown: shown.into(), stored, ..Cell::default() }
    }

    fn said(text: &str) -> String {
        match read(&cell(text), false) {
            Figure::Blank => "blank".into(),
            Figure::Number { value, sign, .. } => {
                let flags: Vec<&str> = value.flags.iter().map(|flag| flag.word()).collect();
                let sign = sign.map_or(String::new(), |sign| format!(" {sign:?}"));
                format!("{}{sign} {}", value.number, flags.join(" ")).trim_end().to_string()
            }
            Figure::Missing(value) => format!("{}: {}", value.missing.word(), value.reason),
            Figure::Unclear { offers, .. } => format!("? {}", offers.join(" or ")),
        }
    }

    #[test]
    fn figures_as_people_write_them() {
        const WITHHELD: &str = "suppressed: Withheld to protect people’s privacy.";
        const SMALL: &str = "suppressed: The number is small, so it is withheld to protect people’s privacy.";
        for (text, expected) in [
            ("45%", "45 Percent"),
            ("75.20% = 0.752", "75.20 Percent"),
            ("75% = 0.752", "75 Percent"),
            ("0.0060%", "0.0060 Percent"),
            ("1,234", "1234"),
            ("£1,234.50", "1234.50 Pound"),
            ("(5)", "? -5 or 5 or [x]"),
            ("(5) = -5", "-5"),
            ("(£1,200) = -1200", "-1200 Pound"),
            ("−3", "-3"),
            ("12/15", "? 12 or [x]"),
            ("12 / 15", "? 12 or [x]"),
            ("3.2 days", "3.2 Days"),
            ("12 weeks", "12 Counted(\"weeks\")"),
            ("75 per cent", "75 Percent"),
            ("n/a", "not_available: Not available."),
            ("-", "not_available: Not available."),
            ("TBC", "not_available: Not available."),
            ("*", WITHHELD),
            ("c", WITHHELD),
            ("[c]", WITHHELD),
            ("<5", SMALL),
            ("< 5", SMALL),
            ("Fewer than 5", SMALL),
            ("<95%", "? [c]"),
            (">95%", "? [c]"),
            ("Data not available", "not_available: Data not available."),
            ("Not applicable", "not_applicable: Not applicable."),
            ("118 [p]", "118 provisional"),
            ("118 [p][r]", "118 provisional revised"),
            ("75.2% (p)", "75.2 Percent provisional"),
            ("118 [p] [p]", "? "),
            ("118 [c]", "? "),
            ("118*", "? 118 or [x]"),
            ("", "blank"),
            ("  ", "blank"),
            ("####", "? "),
            ("#### = 1234", "? 1234"),
            ("1.2E+05 = 123456", "? 123456 or [x]"),
            ("01-Feb = 2024-02-01", "? "),
            ("1234567890123456", "? [x]"),
            ("about 12", "? [x]"),
            ("Improved", "? [c] or [x] or [z]"),
            ("[low]", "? [c] or [x] or [z]"),
            ("£1.2m", "? £1200000 or [x]"),
        ] {
            assert_eq!(said(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_fraction_may_be_a_percentage() {
        for (text, expected) in [("12/15", Some("80%")), ("11 / 15", Some("73.3%")), ("5/0", None), ("12", None)] {
            assert_eq!(fraction_in_per_cent(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_comma_before_decimals_makes_thousands_a_question() {
        for (text, expected) in
            [("47,50", true), ("1.234,5", true), ("1,234", false), ("1,234.5", false), ("a,b", false)]
        {
            assert_eq!(shows_decimal_comma(text), expected, "{text}");
        }
        assert!(matches!(read(&cell("1,234"), true), Figure::Unclear { .. }));
    }

    proptest! {
        /// What is withheld leaves no digit, and a number has the digits that are shown.
        #[test]
        fn nothing_withheld_is_told_and_no_digit_altered(text in "[<>(]?[£-]?[0-9]{0,4}([.,][0-9]{0,4})?[%)*]?( days)?( \\[[pcxr]\\])?|\\PC{0,9}") {
            match read(&cell(&text), false) {
                Figure::Missing(value) => prop_assert!(!value.reason.contains(char::is_numeric)),
                Figure::Number { value, .. } => {
                    let of = |text: &str| text.chars().filter(|one| one.is_ascii_digit() || *one == '.').collect::<String>();
                    prop_assert_eq!(of(&value.number.to_string()), of(&text));
                }
                Figure::Unclear { expected, .. } => prop_assert!(!expected.is_empty()),
                Figure::Blank => prop_assert!(text.trim().is_empty()),
            }
        }
    }
}
