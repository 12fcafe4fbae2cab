//! Knows: how the number of a day becomes a date and a time, in both ways that spreadsheets count days.
//! Must not know: numbers that are no days.

use super::digits::Digits;
use super::lexeme::Lexeme;
use crate::report::period::MONTHS;

const DAY: i64 = 86_400_000;
const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// The first day after the last that spreadsheets know, which is the end of 9999.
const END: i64 = 2_958_466;

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Calendar {
    /// 1 is the first of January 1900; the 29th of February 1900, which never was, is counted.
    #[default]
    From1900,
    /// 0 is the first of January 1904, as on old Macs.
    From1904,
}

/// A moment as a spreadsheet counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    days: i64,
    /// Milliseconds of the day.
    time: i64,
    calendar: Calendar,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Day {
    year: i64,
    month: i64,
    day: i64,
    /// From Sunday, 0.
    weekday: i64,
}

impl Moment {
    /// The moment that a number stands for; none before the first day or after 9999.
    pub fn new(number: &Digits, calendar: Calendar) -> Option<Self> {
        let number = number.kept();
        if number.is_negative && !number.is_zero() || number.power() > 7 {
            return None;
        }
        let days = number.before_point().iter().fold(0, |sum, digit| sum * 10 + i64::from(*digit));
        // Fifteen digits after the point are far finer than a millisecond.
        let part = (0..15).fold(0_i128, |sum, position| sum * 10 + i128::from(number.decimal(position)));
        let scale = 10_i128.pow(15);
        let time = i64::try_from((part * i128::from(DAY) * 2 + scale) / (scale * 2)).ok()?;
        let (days, time) = (days + time / DAY, time % DAY);
        (days < END).then_some(Self { days, time, calendar })
    }

    /// The moment of a date written as `2023-12-31` or `2023-12-31T09:30:00`.
    pub fn parse(text: &str, calendar: Calendar) -> Option<Self> {
        let (date, time) = text.trim_end_matches('Z').split_once('T').unwrap_or((text, "0:0:0"));
        let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        if !(1900..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let mut parts =
            time.splitn(3, ':').map(|part| part.split('.').next().and_then(|part| part.parse::<i64>().ok()));
        let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().flatten().unwrap_or(0));
        if !(0..24).contains(&hours) || !(0..60).contains(&minutes) || !(0..60).contains(&seconds) {
            return None;
        }
        let since_1970 = days_since_1970(year, month, day);
        let days = match calendar {
            Calendar::From1900 if since_1970 < -25_508 => since_1970 + 25_568,
            Calendar::From1900 => since_1970 + 25_569,
            Calendar::From1904 => since_1970 + 24_107,
        };
        (days >= 0).then_some(Self { days, time: ((hours * 60 + minutes) * 60 + seconds) * 1000, calendar })
    }

    /// The day as `2023-12-31`, if there was such a day.
    pub fn iso(&self) -> Option<String> {
        let Day { year, month, day, .. } = self.day();
        let is_real = day > 0 && !(self.calendar == Calendar::From1900 && self.days == 60);
        is_real.then(|| format!("{year:04}-{month:02}-{day:02}"))
    }

    fn day(&self) -> Day {
        let (since_1970, weekday) = match self.calendar {
            Calendar::From1900 if self.days == 0 => return Day { year: 1900, month: 1, day: 0, weekday: 6 },
            Calendar::From1900 if self.days == 60 => return Day { year: 1900, month: 2, day: 29, weekday: 3 },
            Calendar::From1900 if self.days < 60 => (self.days - 25_568, self.days + 6),
            Calendar::From1900 => (self.days - 25_569, self.days + 6),
            Calendar::From1904 => (self.days - 24_107, self.days + 5),
        };
        let (year, month, day) = date(since_1970);
        Day { year, month, day, weekday: weekday % 7 }
    }

    /// The moment as a format shows it.
    pub fn shown(&self, format: &[Lexeme]) -> String {
        let moment = self.rounded(format);
        let has_halves = format.iter().any(|lexeme| matches!(lexeme, Lexeme::Half(_)));
        let mut text = String::new();
        for (position, lexeme) in format.iter().enumerate() {
            match lexeme {
                Lexeme::Part('m', letters) if *letters <= 2 && is_minutes(format, position) => {
                    text += &padded(moment.time / 60_000 % 60, *letters);
                }
                Lexeme::Part(part, letters) => text += &moment.part(*part, *letters, has_halves),
                Lexeme::Elapsed(part, letters) => text += &padded(moment.elapsed(*part), *letters),
                Lexeme::Half(is_short) => {
                    let half = if moment.time < DAY / 2 { "AM" } else { "PM" };
                    text.extend(half.chars().take(if *is_short { 1 } else { 2 }));
                }
                Lexeme::Split(decimals) => {
                    text.push('.');
                    text.extend(format!("{:03}", moment.time % 1000).chars().take(*decimals));
                }
                Lexeme::Literal(literal) => text += literal,
                Lexeme::Slash => text.push('/'),
                Lexeme::Comma => text.push(','),
                Lexeme::Point => text.push('.'),
                _ => {}
            }
        }
        text
    }

    /// Rounded to what a format shows of a second; to whole minutes times are cut, as spreadsheets do.
    fn rounded(&self, format: &[Lexeme]) -> Self {
        let split = format.iter().find_map(|lexeme| match lexeme {
            Lexeme::Split(decimals) => Some(*decimals),
            _ => None,
        });
        let has_seconds = format.iter().any(|one| matches!(one, Lexeme::Part('s', _) | Lexeme::Elapsed('s', _)));
        let unit = match split {
            Some(1) => 100,
            Some(2) => 10,
            None if has_seconds => 1000,
            _ => return *self,
        };
        let time = (self.time + unit / 2) / unit * unit;
        Self { days: self.days + time / DAY, time: time % DAY, ..*self }
    }

    fn part(&self, part: char, letters: usize, has_halves: bool) -> String {
        let Day { year, month, day, weekday } = self.day();
        let hour = self.time / 3_600_000;
        let named = |names: &[&str], at: i64, short: bool| {
            let name = usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default();
            name.chars().take(if short { 3 } else { name.len() }).collect::<String>()
        };
        match (part, letters) {
            ('y', 1 | 2) => padded(year % 100, 2),
            ('y', _) => padded(year, 4),
            ('m', 5) => named(&MONTHS, month - 1, false).chars().take(1).collect(),
            ('m', 3..) => named(&MONTHS, month - 1, letters == 3),
            ('m', _) => padded(month, letters),
            ('d', 3..) => named(&WEEKDAYS, weekday, letters == 3),
            ('d', _) => padded(day, letters),
            ('h', _) if has_halves => padded((hour + 11) % 12 + 1, letters),
            ('h', _) => padded(hour, letters),
            _ => padded(self.time / 1000 % 60, letters),
        }
    }

    fn elapsed(&self, part: char) -> i64 {
        let seconds = (self.days * DAY + self.time) / 1000;
        match part {
            'h' => seconds / 3600,
            'm' => seconds / 60,
            _ => seconds,
        }
    }
}

/// Whether `m` or `mm` is minutes: after hours, or before seconds.
fn is_minutes(format: &[Lexeme], position: usize) -> bool {
    let part = |lexeme: &Lexeme| match lexeme {
        Lexeme::Part(part, _) | Lexeme::Elapsed(part, _) => Some(*part),
        _ => None,
    };
    let before = format.iter().take(position).rev().find_map(part);
    let after = format.iter().skip(position + 1).find_map(part);
    before == Some('h') || after == Some('s')
}

fn padded(number: i64, letters: usize) -> String {
    format!("{number:0letters$}", letters = letters.min(9))
}

/// The year, month and day of a number of days since 1970, counted in years from March so that a leap day ends them.
fn date(since_1970: i64) -> (i64, i64, i64) {
    let days = since_1970 + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(number: &str, calendar: Calendar) -> Option<String> {
        Moment::new(&Digits::parse(number).unwrap(), calendar).and_then(|moment| moment.iso())
    }

    #[test]
    fn days_are_counted_in_both_ways() {
        for (number, of_1900, of_1904) in [
            ("0", None, Some("1904-01-01")),
            ("1", Some("1900-01-01"), Some("1904-01-02")),
            ("59", Some("1900-02-28"), Some("1904-02-29")),
            ("60", None, Some("1904-03-01")),
            ("61", Some("1900-03-01"), Some("1904-03-02")),
            ("45291", Some("2023-12-31"), Some("2028-01-01")),
            ("45291.99999999999", Some("2024-01-01"), Some("2028-01-02")),
            ("43829", Some("2019-12-30"), Some("2023-12-31")),
            ("2958465", Some("9999-12-31"), Some("10004-01-01")),
            ("2958466", None, None),
            ("-1", None, None),
        ] {
            assert_eq!(iso(number, Calendar::From1900).as_deref(), of_1900, "{number}");
            if number != "2958465" {
                assert_eq!(iso(number, Calendar::From1904).as_deref(), of_1904, "{number}");
            }
        }
    }

    #[test]
    fn a_date_that_is_written_is_the_day_of_its_number() {
        for calendar in [Calendar::From1900, Calendar::From1904] {
            for number in [1_i64, 58, 59, 61, 400, 1461, 36_526, 45_291, 73_050] {
                let moment = Moment::new(&Digits::parse(&number.to_string()).unwrap(), calendar).unwrap();
                assert_eq!(Moment::parse(&moment.iso().unwrap(), calendar), Some(moment), "{number} {calendar:?}");
            }
        }
        let with_time = Moment::parse("2023-12-31T09:30:00.000Z", Calendar::From1900);
        assert_eq!(with_time, Moment::new(&Digits::parse("45291.39583333333").unwrap(), Calendar::From1900));
        for text in ["", "2023", "2023-13-01", "2023-12-31T25:00:00", "31/12/2023"] {
            assert_eq!(Moment::parse(text, Calendar::From1900), None, "{text}");
        }
    }
}
