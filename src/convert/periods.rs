//! Knows: how people write periods in headings and titles: `Q2 23/24`, `Jul-Sep 2023`, `Sep-23`, `2022/23`.
//! Must not know: which period a report is for, or whose heading it is.

use crate::encode::fold::fold;
use crate::report::Period;
use crate::report::period::{MONTHS, Month};
use std::fmt;

/// A period as far as a text names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundPeriod {
    /// A whole one.
    Whole(Period),
    /// A quarter, 1 to 4, of a year that is named elsewhere.
    Quarter(u8),
}

impl fmt::Display for FoundPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(period) => f.write_str(&period.word()),
            Self::Quarter(quarter) => write!(f, "q{quarter}"),
        }
    }
}

/// The words that only join a period to the rest of a heading.
const JOINING: [&str; 15] =
    ["for", "in", "at", "as", "of", "the", "end", "ending", "ended", "to", "from", "period", "year", "fy", "financial"];

/// The period that a text names, and its other words. Of several periods in a text the first counts, and the others are among
/// the words.
pub fn find(text: &str) -> (Option<FoundPeriod>, String) {
    let folded = fold(text.trim());
    let tokens = tokens(&folded);
    // 2009-10 is a month as an export writes it, and a year as people do.
    let is_year = years(&tokens).is_some();
    if let Some(period) = Period::parse(&folded).filter(|period| !(is_year && matches!(period, Period::Month(_)))) {
        return (Some(FoundPeriod::Whole(period)), String::new());
    }
    let mut found = Parts::default();
    let mut rest: Vec<&str> = Vec::new();
    let mut at = tokens.as_slice();
    while let Some((first, after)) = at.split_first() {
        match found.take(at) {
            Some(used) => at = at.get(used..).unwrap_or_default(),
            None => {
                rest.push(first);
                at = after;
            }
        }
    }
    let period = found.period();
    if period.is_some() {
        rest.retain(|word| !JOINING.contains(word));
    }
    let rest = if period.is_none() { folded.clone() } else { join(&rest) };
    (period, rest)
}

/// The period that a whole text is, such as the content of a cell; none if it says anything else.
pub fn parse(text: &str) -> Option<FoundPeriod> {
    let (period, rest) = find(text);
    period.filter(|_| !rest.contains(char::is_alphanumeric))
}

/// A day as a spreadsheet stores it, `2023-09-30`, as the period that its text names: the day, or the month where no day is shown.
pub fn of_date(stored: &str, shown: &str) -> Option<FoundPeriod> {
    let day = Period::parse(stored)?;
    let Period::Day { month, day: number } = day else { return None };
    // A format such as mmm-yy shows no day; the text then has one number, or two with the month.
    let is_day_shown = tokens(&fold(shown))
        .iter()
        .filter(|token| is_number(token))
        .any(|token| token.parse::<u8>() == Ok(number) && token.len() <= 2 && u16::from(number) != month.year % 100);
    Some(FoundPeriod::Whole(if is_day_shown { day } else { Period::Month(month) }))
}

/// Runs of letters, runs of digits, and single signs; no spaces.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |one: char| match one {
        one if one.is_ascii_digit() => 0,
        one if one.is_alphabetic() => 1,
        one if one.is_whitespace() => 2,
        _ => 3,
    };
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_single = kind(first) == 3;
        let length = rest.char_indices().skip(1).find(|(_, one)| is_single || kind(*one) != kind(first));
        let (token, after) = rest.split_at_checked(length.map_or(rest.len(), |(at, _)| at)).unwrap_or((rest, ""));
        if kind(first) != 2 {
            found.push(token);
        }
        rest = after;
    }
    found
}

fn join(words: &[&str]) -> String {
    let is_sign =
        |word: &str| !word.contains(char::is_alphanumeric) && !matches!(word, "%" | "£" | "(" | ")" | "[" | "]");
    let kept: Vec<&str> = words.iter().copied().filter(|word| !is_sign(word)).collect();
    // Brackets around nothing are what is left of a period in brackets.
    kept.join(" ").replace("( )", "").replace("[ ]", "").trim().to_string()
}

fn is_number(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a text says about its period.
#[derive(Default)]
struct Parts {
    quarter: Option<u8>,
    year: Option<u16>,
    months: Option<(Month, Month)>,
    /// Months without a year, as a quarter.
    bare_months: Option<u8>,
    day: Option<Period>,
    is_academic: bool,
    is_to_date: bool,
}

/// A month without its year: 1 to 12.
type MonthNumber = u8;

impl Parts {
    /// Takes what the tokens begin with, and says how many of them it was; none if it is no part of a period.
    fn take(&mut self, at: &[&str]) -> Option<usize> {
        if let Some((quarter, used)) = quarter(at).filter(|_| self.quarter.is_none()) {
            self.quarter = Some(quarter);
            return Some(used);
        }
        if let Some((day, used)) = day(at).filter(|_| self.day.is_none()) {
            self.day = Some(day);
            return Some(used);
        }
        if let Some(used) = self.take_months(at) {
            return Some(used);
        }
        if let Some((year, used)) = years(at).filter(|_| self.year.is_none()) {
            self.year = Some(year);
            return Some(used);
        }
        match at {
            ["academic" | "school", "year", ..] => self.is_academic = true,
            ["academic", ..] => {
                self.is_academic = true;
                return Some(1);
            }
            ["ytd", ..] if self.is_of_year_so_far() => {
                self.is_to_date = true;
                return Some(1);
            }
            _ => return None,
        }
        Some(2)
    }

    /// Whether a quarter has been named, so that `YTD` is the year up to its end.
    fn is_of_year_so_far(&self) -> bool {
        self.quarter.is_some()
    }

    fn take_months(&mut self, at: &[&str]) -> Option<usize> {
        if self.months.is_some() || self.bare_months.is_some() {
            return None;
        }
        let (first, used) = month(at)?;
        let (first_year, used) = with_year(at, used);
        let after = at.get(used..).unwrap_or_default();
        let second = match after {
            ["-" | "to" | "/" | "–", rest @ ..] => month(rest).map(|(month, length)| (month, used + 1 + length)),
            _ => None,
        };
        match second {
            None => {
                let one = Month { year: first_year?, month: first };
                self.months = Some((one, one));
                Some(used)
            }
            Some((last, used)) => {
                let (last_year, used) = with_year(at, used);
                match last_year {
                    None => self.bare_months = Some(quarter_of(first, last)?),
                    Some(year) => {
                        let crosses = last < first;
                        let start = first_year.unwrap_or(if crosses { year.checked_sub(1)? } else { year });
                        let months = (Month { year: start, month: first }, Month { year, month: last });
                        self.months = (months.0 < months.1).then_some(months);
                        self.months?;
                    }
                }
                Some(used)
            }
        }
    }

    fn period(&self) -> Option<FoundPeriod> {
        let of_months = self.months.map(|(first, last)| of_months(first, last));
        if let Some(quarter) = self.quarter {
            return Some(match (self.year, of_months) {
                (Some(year), _) if self.is_to_date => FoundPeriod::Whole(Period::YearToQuarter { year, quarter }),
                (Some(year), _) => FoundPeriod::Whole(Period::Quarter { year, quarter }),
                (None, Some(period @ Period::Quarter { .. })) => FoundPeriod::Whole(period),
                // Q2 (September 2023): the quarter that the month is in.
                (None, Some(other)) => FoundPeriod::Whole(quarter_at(other.end(), quarter)?),
                (None, None) => FoundPeriod::Quarter(quarter),
            });
        }
        if let Some(period) = of_months {
            return Some(FoundPeriod::Whole(period));
        }
        if let Some(day) = self.day {
            return Some(FoundPeriod::Whole(day));
        }
        match (self.bare_months, self.year) {
            (Some(quarter), Some(year)) => Some(FoundPeriod::Whole(Period::Quarter { year, quarter })),
            (Some(quarter), None) => Some(FoundPeriod::Quarter(quarter)),
            (None, Some(year)) if self.is_academic => Some(FoundPeriod::Whole(Period::AcademicYear { year })),
            (None, Some(year)) => Some(FoundPeriod::Whole(Period::FinancialYear { year })),
            (None, None) => None,
        }
    }
}

/// `q2`, `qtr 2`, `quarter two`, `2nd quarter`.
fn quarter(at: &[&str]) -> Option<(u8, usize)> {
    let named = |word: &str| match word {
        "1" | "one" | "first" => Some(1),
        "2" | "two" | "second" => Some(2),
        "3" | "three" | "third" => Some(3),
        "4" | "four" | "fourth" => Some(4),
        _ => None,
    };
    match at {
        ["q" | "qtr" | "quarter" | "qu", number, ..] => Some((named(number)?, 2)),
        [number, "st" | "nd" | "rd" | "th", "quarter" | "qtr", ..] => Some((named(number)?, 3)),
        [number @ ("first" | "second" | "third" | "fourth"), "quarter" | "qtr", ..] => Some((named(number)?, 2)),
        _ => None,
    }
}

/// `2023/24`, `2023-24`, `2023-2024`, `23/24`, `fy 23-24`: the first calendar year, where the second follows it.
fn years(at: &[&str]) -> Option<(u16, usize)> {
    let (skipped, at) = match at {
        ["fy", rest @ ..] => (1, rest),
        _ => (0, at),
    };
    let [first, sign, second, ..] = at else { return None };
    if !matches!(*sign, "/" | "-" | "_") || !is_number(first) || !is_number(second) {
        return None;
    }
    let is_short = first.len() == 2;
    // 23-24 may be a range of anything; 23/24 and fy 23-24 are years.
    if !(matches!((first.len(), second.len()), (4, 2 | 4) | (2, 2))) || (is_short && *sign == "-" && skipped == 0) {
        return None;
    }
    let year: u16 = first.parse::<u16>().ok()? + if is_short { 2000 } else { 0 };
    let next: u16 = second.parse().ok()?;
    let follows = if second.len() == 4 { next == year + 1 } else { next == (year + 1) % 100 };
    (follows && (1950..2200).contains(&year)).then_some((year, skipped + 3))
}

/// `30/06/2023`, `30 June 2023`, `30th June 2023`, `2023-06-30`.
fn day(at: &[&str]) -> Option<(Period, usize)> {
    let make = |year: u16, month: u8, day: &str| Period::parse(&format!("{year:04}-{month:02}-{:0>2}", day));
    match at {
        [day, "/" | "." | "-", month, "/" | "." | "-", year, ..]
            if is_number(day) && is_number(month) && day.len() <= 2 && month.len() <= 2 =>
        {
            Some((make(full_year(year)?, month.parse().ok()?, day)?, 5))
        }
        [year, "-", month, "-", day, ..]
            if year.len() == 4 && is_number(year) && is_number(month) && is_number(day) =>
        {
            Some((make(year.parse().ok()?, month.parse().ok()?, day)?, 5))
        }
        [day, rest @ ..] if is_number(day) && day.len() <= 2 => {
            let skipped = usize::from(matches!(rest, ["st" | "nd" | "rd" | "th", ..]));
            let rest = rest.get(skipped..)?;
            let sign = usize::from(matches!(rest, ["-" | "/", ..]));
            let (month, used) = month(rest.get(sign..)?)?;
            let (year, end) = with_year(rest, sign + used);
            Some((make(year?, month, day)?, 1 + skipped + end))
        }
        _ => None,
    }
}

/// The month whose name, whole or short, the tokens begin with.
fn month(at: &[&str]) -> Option<(MonthNumber, usize)> {
    const SHORT: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = at.first()?;
    let is_name = |name: &&str, full: &str| {
        word == name || (word.len() > 3 && (full.eq_ignore_ascii_case(word) || *word == "sept" && *name == "sep"))
    };
    let names = SHORT.iter().zip(MONTHS);
    let at = names.into_iter().position(|(name, full)| is_name(name, full))?;
    Some((u8::try_from(at).ok()? + 1, 1))
}

/// The year that follows the first so many tokens, and how many tokens that makes.
fn with_year(at: &[&str], used: usize) -> (Option<u16>, usize) {
    let after = at.get(used..).unwrap_or_default();
    match after {
        // Apr-Jun 2023/24: two years are read by themselves.
        _ if years(after).is_some() => (None, used),
        ["-" | "'" | "/" | ",", year, ..] if full_year(year).is_some() => (full_year(year), used + 2),
        [year, ..] if full_year(year).is_some() => (full_year(year), used + 1),
        _ => (None, used),
    }
}

fn full_year(text: &str) -> Option<u16> {
    let year: u16 = Some(text).filter(|text| is_number(text))?.parse().ok()?;
    match text.len() {
        2 => Some(year + 2000),
        4 => Some(year).filter(|year| (1950..2200).contains(year)),
        _ => None,
    }
}

/// The quarter of the financial year that two months begin and end.
fn quarter_of(first: MonthNumber, last: MonthNumber) -> Option<u8> {
    match (first, last) {
        (4, 6) => Some(1),
        (7, 9) => Some(2),
        (10, 12) => Some(3),
        (1, 3) => Some(4),
        _ => None,
    }
}

/// The quarter of the year that a month is in, if it is the quarter that is named.
fn quarter_at(month: Month, named: u8) -> Option<Period> {
    let period = quarter_with(month);
    matches!(period, Period::Quarter { quarter, .. } if quarter == named).then_some(period)
}

/// The financial quarter that a month is in.
pub fn quarter_with(month: Month) -> Period {
    let (year, quarter) = match month.month {
        1..=3 => (month.year.saturating_sub(1), 4),
        4..=6 => (month.year, 1),
        7..=9 => (month.year, 2),
        _ => (month.year, 3),
    };
    Period::Quarter { year, quarter }
}

/// The months from one to another: a month, a quarter, a financial year, or so many months.
fn of_months(first: Month, last: Month) -> Period {
    let length = last.index() - first.index() + 1;
    match (length, quarter_of(first.month, last.month)) {
        (1, _) => Period::Month(last),
        (3, Some(_)) => quarter_with(last),
        (12, _) if first.month == 4 => Period::FinancialYear { year: first.year },
        _ => Period::Months { first, last },
    }
}

/// The period of the same kind that comes before; none if it has no regular neighbours.
pub fn before(period: Period) -> Option<Period> {
    match period {
        Period::Quarter { year, quarter: 1 } => Some(Period::Quarter { year: year.checked_sub(1)?, quarter: 4 }),
        Period::Quarter { year, quarter } => Some(Period::Quarter { year, quarter: quarter - 1 }),
        Period::Month(month) => Some(Period::Month(Month::from_index(month.index().checked_sub(1)?))),
        other => year_before(other),
    }
}

/// The quarter or month that comes after one; none for any other period.
pub fn after(period: Period) -> Option<Period> {
    match period {
        Period::Quarter { year, quarter: 4 } => Some(Period::Quarter { year: year + 1, quarter: 1 }),
        Period::Quarter { year, quarter } => Some(Period::Quarter { year, quarter: quarter + 1 }),
        Period::Month(month) => Some(Period::Month(Month::from_index(month.index() + 1))),
        _ => None,
    }
}

/// The same period of the year before; none for a number of months or a day.
pub fn year_before(period: Period) -> Option<Period> {
    let less = |year: u16| year.checked_sub(1);
    match period {
        Period::Quarter { year, quarter } => Some(Period::Quarter { year: less(year)?, quarter }),
        Period::YearToQuarter { year, quarter } => Some(Period::YearToQuarter { year: less(year)?, quarter }),
        Period::FinancialYear { year } => Some(Period::FinancialYear { year: less(year)? }),
        Period::AcademicYear { year } => Some(Period::AcademicYear { year: less(year)? }),
        Period::Month(month) => Some(Period::Month(Month { year: less(month.year)?, ..month })),
        Period::Months { .. } | Period::Day { .. } => None,
    }
}

#[cfg(test)]
mod tests;
