//! Knows: how people write numbers in a sheet, what each means where it has one meaning, and what to offer where not.
//! Must not know: the sheet, or which column a number is in.

use super::reading::Reading;
use crate::report::Decimal;
use crate::report::number::{MAX_DIGITS, MAX_SCALE};

/// What decides how a number is read, besides its text.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// Whether the unit is percent, so that a % says nothing new.
    pub is_percent: bool,
    /// Whether the unit is money, so that a £ says nothing new.
    pub is_money: bool,
    /// Whether the point is known to stand before decimals, and so the comma between thousands. Where semicolons or tabs are
    /// between the cells, it may be the other way round, as on the Continent.
    pub has_decimal_points: bool,
}

/// A number as exports write it.
#[derive(Debug, PartialEq, Eq)]
pub struct PlainNumber {
    /// Its digits are those of the sheet, zeros at the end included.
    pub number: String,
    /// What was left off.
    pub left_off: Vec<Reading>,
}

/// Reads a number that has one meaning; otherwise what was expected, with the likely right answer if there is one.
pub fn read(text: &str, around: Surroundings) -> Result<PlainNumber, String> {
    let mut left_off = Vec::new();
    // Word processors and websites write a true minus sign.
    let text = text.replace('−', "-");
    let (mut is_negative, mut size) = text.strip_prefix('-').map_or((false, text.as_str()), |size| (true, size));
    if let Some(shorter) = size.strip_suffix('%').filter(|_| around.is_percent) {
        (size, left_off) = (shorter.trim_end(), vec![Reading::PercentSign]);
    }
    if let Some(shorter) = size.strip_prefix('£').filter(|_| around.is_money) {
        size = shorter.trim_start();
        left_off.push(Reading::PoundSign);
        if let Some(shorter) = size.strip_prefix('-').filter(|_| !is_negative) {
            (is_negative, size) = (true, shorter);
        }
    }
    let sign = if is_negative { "-" } else { "" };
    let joined = without_commas(size);
    if !around.has_decimal_points && is_of_either_meaning(size) {
        let (thousands, decimals) = (size.replace([',', '.'], ""), size.replace(',', "."));
        return Err(format!(
            "{sign}{thousands} or {sign}{decimals}: without commas between the cells it may be either"
        ));
    }
    if joined.is_some() {
        left_off.push(Reading::ThousandsCommas);
    }
    let number = format!("{sign}{}", joined.as_deref().unwrap_or(size));
    match Decimal::parse(&number) {
        Some(_) => Ok(PlainNumber { number, left_off }),
        None => Err(expected(&text, &number, around)),
    }
}

/// The number without the commas between its thousands: `1,234.50` and `12,345,678`, but neither `1,23` nor `0,123`.
fn without_commas(size: &str) -> Option<String> {
    let (whole, _) = size.split_once('.').unwrap_or((size, ""));
    let (first, rest) = whole.split_once(',')?;
    let is_first = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    let is_group = |group: &str| group.len() == 3 && is_digits(group);
    (is_first && rest.split(',').all(is_group)).then(|| size.replace(',', ""))
}

/// Whether three digits after one sign may be thousandths as well as thousands: `1,234` and `1.234`.
fn is_of_either_meaning(size: &str) -> bool {
    let is_one = size.matches([',', '.']).count() == 1;
    is_one && without_commas(&size.replace('.', ",")).is_some()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a text that is no number may mean: `47.50` for `47,50`, `1200000` for `1.2m`, either of two for `1.234`.
pub fn offers(text: &str) -> Vec<String> {
    let number = text.replace('−', "-");
    let (sign, size) = number.strip_prefix('-').map_or(("", number.as_str()), |size| ("-", size));
    if is_of_either_meaning(size) {
        return vec![format!("{sign}{}", size.replace([',', '.'], "")), format!("{sign}{}", size.replace(',', "."))];
    }
    let bare = size.trim_start_matches('£').trim_end_matches(['%', ' ']);
    let bare = format!("{sign}{bare}");
    let meant = likely(&bare).or_else(|| multiplied(&bare)).filter(|meant| *meant != bare);
    // The sign of the unit stays, or the unit would be lost.
    let (pound, percent) = (if size.starts_with('£') { "£" } else { "" }, if size.ends_with('%') { "%" } else { "" });
    meant.map(|meant| format!("{pound}{meant}{percent}")).into_iter().collect()
}

/// Whether a number shows that the point stands before decimals: `47.50` and `1,234.5` do, `1.234` does not.
pub fn shows_decimal_point(text: &str) -> bool {
    let number = text.split('[').next().unwrap_or_default().trim().trim_start_matches(['-', '−', '£']);
    let number = number.trim_end_matches('%');
    let Some((whole, decimals)) = number.split_once('.') else { return false };
    let is_whole = is_digits(whole) || without_commas(whole).is_some();
    is_whole && is_digits(decimals) && !is_of_either_meaning(number)
}

/// A text with points before decimals for one whose commas stand there: `1234.5 %` for `1.234,5 %`. None if a number in it is not written so.
pub fn with_decimal_points(text: &str) -> Option<String> {
    let is_of_number = |one: char| one.is_ascii_digit() || matches!(one, ',' | '.');
    let mut written = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (run, after) = rest.split_at(rest.find(|one| !is_of_number(one)).unwrap_or(rest.len()));
        written += &if run.contains([',', '.']) { one_with_decimal_point(run)? } else { run.to_string() };
        let (other, after) = after.split_at(after.find(is_of_number).unwrap_or(after.len()));
        written += other;
        rest = after;
    }
    Some(written)
}

fn one_with_decimal_point(run: &str) -> Option<String> {
    let (whole, decimals) = run.split_once(',').map_or((run, None), |(whole, decimals)| (whole, Some(decimals)));
    let joined = if whole.contains('.') { without_commas(&whole.replace('.', ","))? } else { whole.to_string() };
    match decimals {
        None => Some(joined),
        Some(decimals) => (is_digits(&joined) && is_digits(decimals)).then(|| format!("{joined}.{decimals}")),
    }
}

/// What was expected in place of a number that cannot be read: the true reason, and the likely right answer.
fn expected(text: &str, number: &str, around: Surroundings) -> String {
    let inside =
        text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|inside| !inside.contains(['(', '-']));
    if let Some(Ok(PlainNumber { number, .. })) = inside.map(|inside| read(inside, around)) {
        return format!("-{number} if the brackets mean minus, or {number}");
    }
    for (sign, unit, is_unit) in [('%', "percent", around.is_percent), ('£', "money", around.is_money)] {
        if number.contains(sign) && !is_unit {
            return format!("a number without {sign}, or {unit} as the unit");
        }
    }
    if let Some(reason) = too_long(number) {
        return reason;
    }
    if number.contains(['e', 'E']) && number.replace(['e', 'E', '+'], "").parse::<f64>().is_ok() {
        return "the number written out: a spreadsheet has shortened it, and digits may be lost".to_string();
    }
    const GENERAL: &str = "a number such as 75.20: digits, with a point before decimals";
    match likely(number).or_else(|| multiplied(number)) {
        Some(likely) => format!("{GENERAL}; {likely}, if that is what is meant"),
        None => GENERAL.to_string(),
    }
}

/// Why a number of nothing but digits and a point does not fit an export.
fn too_long(number: &str) -> Option<String> {
    let (sign, size) = number.strip_prefix('-').map_or(("", number), |size| ("-", size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    if !is_digits(whole) || !(decimals.is_empty() || is_digits(decimals)) {
        return None;
    }
    let most = MAX_SCALE as usize;
    if decimals.len() > most {
        let short = decimals.get(..most).and_then(|decimals| Decimal::parse(&format!("{sign}{whole}.{decimals}")));
        let such_as = short.map_or(String::new(), |short| format!(", such as {}", short.round(1)));
        let found = decimals.len();
        return Some(format!("the number as published{such_as}: at most {most} digits after the point, not {found}"));
    }
    let digits = whole.len() + decimals.len();
    (digits > MAX_DIGITS).then(|| format!("a number of at most {MAX_DIGITS} digits, not {digits}"))
}

/// The number without what a hand or a locale adds: spaces, an apostrophe, a plus sign, zeros; with a point for a comma.
fn likely(number: &str) -> Option<String> {
    let plain: String = number.chars().filter(|one| !one.is_whitespace() && !matches!(one, '\'' | '’' | '+')).collect();
    let (sign, size) = plain.strip_prefix('-').map_or(("", plain.as_str()), |size| ("-", size));
    let size = if size.matches(',').count() == 1 && !size.contains('.') { size.replace(',', ".") } else { size.into() };
    // A dash or dots alone are not zero.
    if !size.contains(|one: char| one.is_ascii_digit()) {
        return None;
    }
    let size = size.trim_end_matches('.').trim_start_matches('0');
    let zero = if size.is_empty() || size.starts_with('.') { "0" } else { "" };
    let size = format!("{zero}{size}");
    let is_zero = Decimal::parse(&size)?.is_zero();
    Some(if is_zero { size } else { format!("{sign}{size}") })
}

/// A number with a word or letter for thousands or more, written out: `1.2m` is 1200000.
fn multiplied(number: &str) -> Option<String> {
    let digits = number.trim_end_matches(|one: char| one.is_ascii_alphabetic());
    let factor = match number.strip_prefix(digits)?.to_ascii_lowercase().as_str() {
        "k" | "thousand" => 1_000,
        "m" | "mn" | "million" => 1_000_000,
        "bn" | "billion" => 1_000_000_000,
        _ => return None,
    };
    let product = (Decimal::parse(digits.trim_end())? * Decimal::whole(factor)).shortest();
    product.fits_export().then(|| product.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Keyword, UnitKind};
    use proptest::prelude::*;

    /// A unit, and whether decimals are known to have a point.
    fn around(unit: &str, has_decimal_points: bool) -> Surroundings {
        assert!(UnitKind::WORDS.contains(&unit));
        Surroundings { is_percent: unit == "percent", is_money: unit == "money", has_decimal_points }
    }

    #[test]
    fn what_has_one_meaning_is_read_with_every_digit() {
        use Reading::{PercentSign, PoundSign, ThousandsCommas};
        for (text, unit, number, left_off) in [
            ("75.20", "count", "75.20", &[][..]),
            ("−1.50", "count", "-1.50", &[]),
            ("45%", "percent", "45", &[PercentSign]),
            ("45.0 %", "percent", "45.0", &[PercentSign]),
            ("-2.50%", "percent", "-2.50", &[PercentSign]),
            ("1,234", "count", "1234", &[ThousandsCommas]),
            ("-12,345,678.90", "count", "-12345678.90", &[ThousandsCommas]),
            ("£1,234.50", "money", "1234.50", &[PoundSign, ThousandsCommas]),
            ("£ 3", "money", "3", &[PoundSign]),
            ("-£3", "money", "-3", &[PoundSign]),
            ("£-3", "money", "-3", &[PoundSign]),
            ("1,234%", "percent", "1234", &[PercentSign, ThousandsCommas]),
        ] {
            let expected = PlainNumber { number: number.into(), left_off: left_off.to_vec() };
            assert_eq!(read(text, around(unit, true)), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_has_several_meanings_gets_the_true_reason() {
        const GENERAL: &str = "a number such as 75.20: digits, with a point before decimals";
        let offered = |number: &str| format!("{GENERAL}; {number}, if that is what is meant");
        for (text, unit, expected) in [
            ("45%", "count", "a number without %, or percent as the unit".to_string()),
            ("£1,234.50", "count", "a number without £, or money as the unit".into()),
            ("£5%", "percent", "a number without £, or money as the unit".into()),
            ("(118)", "count", "-118 if the brackets mean minus, or 118".into()),
            ("(£1,118.0)", "money", "-1118.0 if the brackets mean minus, or 1118.0".into()),
            ("((118))", "count", GENERAL.into()),
            ("(-118)", "count", GENERAL.into()),
            (
                "33.3333333333333",
                "count",
                "the number as published, such as 33.3: at most 8 digits after the point, not 13".into(),
            ),
            (
                "-0.666666666",
                "count",
                "the number as published, such as -0.7: at most 8 digits after the point, not 9".into(),
            ),
            (
                "1234567890.123456789",
                "count",
                "the number as published: at most 8 digits after the point, not 9".into(),
            ),
            ("1234567890123456", "count", "a number of at most 15 digits, not 16".into()),
            (
                "1.2E+05",
                "count",
                "the number written out: a spreadsheet has shortened it, and digits may be lost".into(),
            ),
            ("47,50", "count", offered("47.50")),
            ("0,123", "count", offered("0.123")),
            ("1,23", "count", offered("1.23")),
            ("1 234", "count", offered("1234")),
            ("'118", "count", offered("118")),
            ("+5", "count", offered("5")),
            ("007", "count", offered("7")),
            (".5", "count", offered("0.5")),
            ("-.50", "count", offered("-0.50")),
            ("5.", "count", offered("5")),
            ("-0", "count", offered("0")),
            ("-0.0", "count", offered("0.0")),
            ("£1.25m", "money", offered("1250000")),
            ("3k", "count", offered("3000")),
            ("2.5 billion", "count", offered("2500000000")),
            ("12,34,567", "count", GENERAL.into()),
            ("1,234,56", "count", GENERAL.into()),
            ("1.234,50", "count", GENERAL.into()),
            ("45%%", "percent", GENERAL.into()),
            ("45 of 50", "count", GENERAL.into()),
            ("1.2.3", "count", GENERAL.into()),
            ("€5", "count", GENERAL.into()),
            ("-", "count", GENERAL.into()),
            ("..", "count", GENERAL.into()),
        ] {
            assert_eq!(read(text, around(unit, true)), Err(expected), "{text}");
        }
    }

    /// Where semicolons or tabs are between the cells, a comma may be what the point is elsewhere.
    #[test]
    fn three_digits_may_be_thousands_or_decimals() {
        for text in ["1,234", "1.234", "-12,345", "-123.456"] {
            assert!(read(text, around("count", true)).is_ok(), "{text}");
            let size = text.trim_start_matches('-');
            let sign = text.strip_suffix(size).unwrap();
            let (whole, rest) = size.split_once([',', '.']).unwrap();
            let expected = format!(
                "{sign}{whole}{rest} or {sign}{whole}.{rest}: without commas between the cells it may be either"
            );
            assert_eq!(read(text, around("count", false)), Err(expected), "{text}");
        }
        for (text, number) in
            [("0.123", "0.123"), ("1,234,567", "1234567"), ("1,234.5", "1234.5"), ("1234.567", "1234.567")]
        {
            assert_eq!(read(text, around("count", false)).unwrap().number, number);
        }
        for (text, expected) in [
            ("47.50", true),
            ("1,234.5", true),
            ("-3.2 [p]", true),
            ("£3.50", true),
            ("0.123", true),
            ("45.0%", true),
            ("1,234.567", true),
            ("1.234", false),
            ("1,234", false),
            ("118", false),
            ("1.234,50", false),
            ("1.234.567", false),
            ("x.5", false),
            ("5.", false),
            ("", false),
        ] {
            assert_eq!(shows_decimal_point(text), expected, "{text}");
        }
    }

    #[test]
    fn commas_before_decimals_become_points() {
        for (text, expected) in [
            ("47,50", Some("47.50")),
            ("1.234", Some("1234")),
            ("-1.234.567,8 %", Some("-1234567.8 %")),
            ("65,5 - 73,25", Some("65.5 - 73.25")),
            ("118 [p]", Some("118 [p]")),
            ("n/a", Some("n/a")),
            ("", Some("")),
            ("1.5", None),
            ("1,234,567", None),
            ("47,", None),
        ] {
            assert_eq!(with_decimal_points(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_a_text_may_mean_is_offered() {
        for (text, expected) in [
            ("47,50", &["47.50"][..]),
            ("47,50%", &["47.50%"]),
            ("1.234", &["1234", "1.234"]),
            ("-1,234", &["-1234", "-1.234"]),
            ("£1.2m", &["£1200000"]),
            ("1 234", &["1234"]),
            ("about 12", &[]),
            ("-", &[]),
        ] {
            assert_eq!(offers(text), expected, "{text}");
        }
    }

    proptest! {
        /// Whatever is left off, the digits and the point stay as they were.
        #[test]
        fn no_digit_is_lost(text in "[-−]?£?(\\d{1,3}(,\\d{3}){0,3}|\\d{1,9})(\\.\\d{0,9})? ?%?", unit in "percent|money|count", points in any::<bool>()) {
            if let Ok(plain) = read(&text, around(&unit, points)) {
                let of = |text: &str| text.chars().filter(|one| one.is_ascii_digit() || *one == '.').collect::<String>();
                prop_assert_eq!(of(&plain.number), of(&text));
                prop_assert_eq!(plain.number.starts_with('-'), text.starts_with(['-', '−']));
                prop_assert!(Decimal::parse(&plain.number).is_some());
            }
        }

        /// What cannot be read is told why, whatever it is.
        #[test]
        fn anything_is_read_or_refused(text in "[-+−(]?[£€]?[0-9.,' eE]{0,12}[%)km]?|\\PC{0,12}", unit in "percent|money|count", points in any::<bool>()) {
            match read(&text, around(&unit, points)) {
                Ok(plain) => prop_assert!(Decimal::parse(&plain.number).is_some()),
                Err(expected) => prop_assert!(!expected.is_empty()),
            }
        }
    }
}
