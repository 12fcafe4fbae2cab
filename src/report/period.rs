//! Knows: the kinds of period in reports, and how exports and readers write them.
//! Must not know: the clock; the report says which period is current.

use crate::never::OrNever;
use serde::{Serialize, Serializer};
use std::fmt;

/// A period of time. Financial years run from April, academic years from September; a year is named by the calendar
/// year that it starts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// A financial quarter, `2023-24-q3`.
    Quarter {
        /// The year's first calendar year.
        year: u16,
        /// 1 to 4.
        quarter: u8,
    },
    /// The financial year up to the end of a quarter, `2023-24-to-q3`.
    YearToQuarter {
        /// The year's first calendar year.
        year: u16,
        /// 1 to 4.
        quarter: u8,
    },
    /// A financial year, `fy-2022-23`.
    FinancialYear {
        /// The year's first calendar year.
        year: u16,
    },
    /// An academic year, `academic-2022-23`.
    AcademicYear {
        /// The year's first calendar year.
        year: u16,
    },
    /// A calendar month, `2023-12`.
    Month(Month),
    /// Several calendar months, first and last included, `2023-10..2023-11`.
    Months {
        /// The first month.
        first: Month,
        /// The last month, later than the first.
        last: Month,
    },
    /// A day, `2023-12-31`.
    Day {
        /// Its month.
        month: Month,
        /// Its day in the month.
        day: u8,
    },
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

/// A kind of period. Only periods of one kind may be compared: a quarter with a quarter, a year with a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// Financial quarters.
    Quarter,
    /// Parts of a financial year that end with the same quarter (1 to 4).
    YearToQuarter(u8),
    /// Financial years.
    FinancialYear,
    /// Academic years.
    AcademicYear,
    /// Months.
    Month,
    /// A number of months.
    Months(u32),
    /// Days.
    Day,
}

/// The months by their names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Month {
    fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let month = Self { year: number(year, 4)?, month: u8::try_from(number(month, 2)?).ok()? };
        ((1..=12).contains(&month.month) && month.year >= 1900).then_some(month)
    }

    /// The number of months since January of the year 0.
    pub fn index(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month) - 1
    }

    /// The month with this [`index`](Self::index).
    pub fn from_index(index: u32) -> Self {
        let year = u16::try_from(index / 12).or_never("an index that is of no month", u16::MAX);
        Self { year, month: (index % 12 + 1) as u8 }
    }

    fn name(self) -> &'static str {
        MONTHS.get(usize::from(self.month) - 1).copied().or_never("a month beyond 12", "?")
    }

    fn days(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400)) => 29,
            2 => 28,
            _ => 31,
        }
    }
}

/// Reads exactly this many ASCII digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// `2023-24` → 2023. None unless the second year follows the first.
fn split_year(text: &str) -> Option<u16> {
    let (first, second) = text.split_once('-')?;
    let first = number(first, 4)?;
    ((1900..9999).contains(&first) && number(second, 2)? == (first + 1) % 100).then_some(first)
}

/// `q1` → 1, up to `q4`.
fn quarter_number(text: &str) -> Option<u8> {
    (1..=4).zip(["q1", "q2", "q3", "q4"]).find_map(|(number, word)| (word == text).then_some(number))
}

impl Period {
    /// Reads the spelling used in exports, shown at the variants. None for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("fy-") {
            return Some(Self::FinancialYear { year: split_year(rest)? });
        }
        if let Some(rest) = text.strip_prefix("academic-") {
            return Some(Self::AcademicYear { year: split_year(rest)? });
        }
        if let Some((year, quarter)) = text.split_once("-to-") {
            return Some(Self::YearToQuarter { year: split_year(year)?, quarter: quarter_number(quarter)? });
        }
        if let Some((first, last)) = text.split_once("..") {
            let (first, last) = (Month::parse(first)?, Month::parse(last)?);
            return (first < last).then_some(Self::Months { first, last });
        }
        if let Some(month) = Month::parse(text) {
            return Some(Self::Month(month));
        }
        let (start, end) = text.rsplit_once('-')?;
        if let Some(quarter) = quarter_number(end) {
            return Some(Self::Quarter { year: split_year(start)?, quarter });
        }
        let (month, day) = (Month::parse(start)?, u8::try_from(number(end, 2)?).ok()?);
        (1..=month.days()).contains(&day).then_some(Self::Day { month, day })
    }

    /// The kind of period that it may be compared with.
    pub fn kind(self) -> PeriodKind {
        match self {
            Self::Quarter { .. } => PeriodKind::Quarter,
            Self::YearToQuarter { quarter, .. } => PeriodKind::YearToQuarter(quarter),
            Self::FinancialYear { .. } => PeriodKind::FinancialYear,
            Self::AcademicYear { .. } => PeriodKind::AcademicYear,
            Self::Month(_) => PeriodKind::Month,
            Self::Months { first, last } => PeriodKind::Months(last.index() - first.index() + 1),
            Self::Day { .. } => PeriodKind::Day,
        }
    }

    /// The last month of the period.
    pub fn end(self) -> Month {
        match self {
            Self::Quarter { year, quarter: 4 } | Self::YearToQuarter { year, quarter: 4 } => {
                Month { year: year + 1, month: 3 }
            }
            Self::Quarter { year, quarter } | Self::YearToQuarter { year, quarter } => {
                Month { year, month: 3 + 3 * quarter }
            }
            Self::FinancialYear { year } => Month { year: year + 1, month: 3 },
            Self::AcademicYear { year } => Month { year: year + 1, month: 8 },
            Self::Month(month) | Self::Day { month, .. } | Self::Months { last: month, .. } => month,
        }
    }

    /// How many months lie between a period of this kind and the next, in a regular series without overlaps.
    pub fn step(self) -> u32 {
        match self.kind() {
            PeriodKind::Quarter => 3,
            PeriodKind::Month | PeriodKind::Day => 1,
            PeriodKind::Months(months) => months,
            PeriodKind::FinancialYear | PeriodKind::AcademicYear | PeriodKind::YearToQuarter(_) => 12,
        }
    }

    /// A key that orders periods of one kind by time.
    pub fn order(self) -> (u32, u8) {
        match self {
            Self::Day { month, day } => (month.index(), day),
            _ => (self.end().index(), 0),
        }
    }

    /// The first and the last year of several whole calendar years, `2017 to 2019`, or several whole financial years,
    /// `2017/18 to 2019/20`, as pooled figures are named; none for any other period.
    fn pooled_years(self) -> Option<String> {
        let Self::Months { first, last } = self else { return None };
        let year = |year: u16, is_financial: bool| match is_financial {
            true => format!("{year}/{:02}", (year + 1) % 100),
            false => year.to_string(),
        };
        let (is_financial, from, to) = match (first.month, last.month) {
            (1, 12) => (false, first.year, last.year),
            (4, 3) => (true, first.year, last.year - 1),
            _ => return None,
        };
        (from < to).then(|| format!("{} to {}", year(from, is_financial), year(to, is_financial)))
    }

    /// A short form for an axis: `Q3 23/24`, `22/23`, `Dec 23`, `2017 to 2019`.
    pub fn short(self) -> String {
        if let Some(years) = self.pooled_years() {
            return years;
        }
        let years = |year: u16| format!("{:02}/{:02}", year % 100, (year + 1) % 100);
        let month =
            |month: Month| format!("{} {:02}", month.name().chars().take(3).collect::<String>(), month.year % 100);
        match self {
            Self::Quarter { year, quarter } => format!("Q{quarter} {}", years(year)),
            Self::YearToQuarter { year, quarter } => format!("to Q{quarter} {}", years(year)),
            Self::FinancialYear { year } | Self::AcademicYear { year } => years(year),
            Self::Month(one) => month(one),
            Self::Months { first, last } => format!("{} to {}", month(first), month(last)),
            Self::Day { month: one, day } => format!("{day} {}", month(one)),
        }
    }

    /// The spelling used in exports.
    pub fn word(self) -> String {
        let years = |year: u16| format!("{year:04}-{:02}", (year + 1) % 100);
        let month = |month: Month| format!("{:04}-{:02}", month.year, month.month);
        match self {
            Self::Quarter { year, quarter } => format!("{}-q{quarter}", years(year)),
            Self::YearToQuarter { year, quarter } => format!("{}-to-q{quarter}", years(year)),
            Self::FinancialYear { year } => format!("fy-{}", years(year)),
            Self::AcademicYear { year } => format!("academic-{}", years(year)),
            Self::Month(one) => month(one),
            Self::Months { first, last } => format!("{}..{}", month(first), month(last)),
            Self::Day { month: one, day } => format!("{}-{day:02}", month(one)),
        }
    }
}

/// For readers: `Quarter 3 2023/24`, `year 2022/23`, `academic year 2022/23`, `October to November 2023`, `2017 to 2019`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(years) = self.pooled_years() {
            return f.write_str(&years);
        }
        let years = |year: &u16| format!("{year}/{:02}", (year + 1) % 100);
        match self {
            Self::Quarter { year, quarter } => write!(f, "Quarter {quarter} {}", years(year)),
            Self::YearToQuarter { year, quarter } => write!(f, "year to Quarter {quarter} {}", years(year)),
            Self::FinancialYear { year } => write!(f, "year {}", years(year)),
            Self::AcademicYear { year } => write!(f, "academic year {}", years(year)),
            Self::Month(month) => write!(f, "{} {}", month.name(), month.year),
            Self::Months { first, last } if first.year == last.year => {
                write!(f, "{} to {} {}", first.name(), last.name(), last.year)
            }
            Self::Months { first, last } => {
                write!(f, "{} {} to {} {}", first.name(), first.year, last.name(), last.year)
            }
            Self::Day { month, day } => write!(f, "{day} {} {}", month.name(), month.year),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.word())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^((19|[2-9][0-9])[0-9]{2}-[0-9]{2}-(to-)?q[1-4]|(fy|academic)-(19|[2-9][0-9])[0-9]{2}-[0-9]{2}|(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])(\\.\\.(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])|-(0[1-9]|[12][0-9]|3[01]))?)$",
            "description": "A period: a financial quarter (2023-24-q3), the year up to a quarter (2023-24-to-q3), a financial year (fy-2022-23), an academic year (academic-2022-23), a month (2023-12), several months (2023-10..2023-11) or a day (2023-12-31).",
            "examples": ["2023-24-q3", "fy-2022-23", "2023-12"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_period_is_read_and_written() {
        for (word, written_out, short, end) in [
            ("2023-24-q3", "Quarter 3 2023/24", "Q3 23/24", "2023-12"),
            ("2023-24-q4", "Quarter 4 2023/24", "Q4 23/24", "2024-03"),
            ("1999-00-q1", "Quarter 1 1999/00", "Q1 99/00", "1999-06"),
            ("2023-24-to-q3", "year to Quarter 3 2023/24", "to Q3 23/24", "2023-12"),
            ("fy-2022-23", "year 2022/23", "22/23", "2023-03"),
            ("academic-2022-23", "academic year 2022/23", "22/23", "2023-08"),
            ("2023-12", "December 2023", "Dec 23", "2023-12"),
            ("2023-10..2023-11", "October to November 2023", "Oct 23 to Nov 23", "2023-11"),
            ("2022-12..2023-01", "December 2022 to January 2023", "Dec 22 to Jan 23", "2023-01"),
            ("2017-01..2019-12", "2017 to 2019", "2017 to 2019", "2019-12"),
            ("1998-04..2001-03", "1998/99 to 2000/01", "1998/99 to 2000/01", "2001-03"),
            ("2017-01..2017-12", "January to December 2017", "Jan 17 to Dec 17", "2017-12"),
            ("2017-04..2018-03", "April 2017 to March 2018", "Apr 17 to Mar 18", "2018-03"),
            ("2017-07..2020-06", "July 2017 to June 2020", "Jul 17 to Jun 20", "2020-06"),
            ("2024-02-29", "29 February 2024", "29 Feb 24", "2024-02"),
        ] {
            let period = Period::parse(word).unwrap();
            let written = [period.word(), period.to_string(), period.short(), Period::Month(period.end()).word()];
            assert_eq!(written, [word, written_out, short, end]);
        }
    }

    #[test]
    fn malformed_periods_are_refused() {
        let malformed = "2023 2023-13 2023-00 2023-24-q5 2023-25-q1 fy-2022-24 2023-11..2023-11 2023-11..2023-10 2023-02-29 \
                         2023-04-31 2023-4-1 2023-24-Q3 academic-22-23 q3 9999-00-q1";
        for text in malformed.split(' ').chain([""]) {
            assert_eq!(Period::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_month_and_a_financial_year_are_not_mixed_up() {
        assert_eq!(Period::parse("2011-12").map(Period::kind), Some(PeriodKind::Month));
        assert_eq!(Period::parse("fy-2011-12").map(Period::kind), Some(PeriodKind::FinancialYear));
    }

    proptest! {
        #[test]
        fn every_period_is_written_as_it_was_read(text in "(fy-|academic-)?[12][0-9]{3}-[0-9]{2}(-q[1-4]|-to-q[1-4]|-[0-3][0-9]|\\.\\.2[0-9]{3}-[01][0-9])?") {
            if let Some(period) = Period::parse(&text) {
                prop_assert_eq!(period.word(), text);
                let _ = (period.to_string(), period.short(), period.order(), period.step());
            }
        }
    }
}
