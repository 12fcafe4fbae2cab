//! Knows: numbers as decimal digits, of any size, and how they are rounded without a binary fraction between.
//! Must not know: formats.

use std::cmp::Ordering;

/// How many digits a spreadsheet keeps of a number. A file may have up to 17: what is beyond comes from writing a fraction in
/// binary, as in 0.56999999999999995.
const KEPT: usize = 15;

/// The largest power of ten, in either direction, and the longest text of a number. Spreadsheets end at 10^308.
const MOST: i32 = 400;

/// A number: 0.d₁d₂d₃… × 10^point, with its sign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digits {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// Each from 0 to 9, neither the first nor the last of them 0; none for zero.
    digits: Vec<u8>,
    /// Where the decimal point stands, counted from before the first digit.
    point: i32,
}

impl Digits {
    /// The number that a file has as `75.2`, `-0.57` or `1.2E-3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (figures, power) = match text.split_once(['e', 'E']) {
            Some((figures, power)) => (figures, power.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
        let is_short = figures.len() <= MOST as usize && power.checked_abs()? <= MOST;
        let mut all = whole.bytes().chain(part.bytes());
        if !is_short || figures.len() == usize::from(figures.contains('.')) || !all.all(|one| one.is_ascii_digit()) {
            return None;
        }
        let digits = whole.bytes().chain(part.bytes()).map(|one| one - b'0').collect();
        let point = i32::try_from(whole.len()).ok()? + power;
        Some(Self { is_negative, digits, point }.trimmed())
    }

    fn trimmed(mut self) -> Self {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        if zeros > 0 {
            self.digits.drain(..zeros);
            self.point -= i32::try_from(zeros).unwrap_or(0);
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
        self
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of its first digit: 2 for 752, -1 for 0.752.
    pub fn power(&self) -> i32 {
        self.point - 1
    }

    /// How many decimals it has.
    pub fn decimals(&self) -> usize {
        usize::try_from(i32::try_from(self.digits.len()).unwrap_or(MOST) - self.point).unwrap_or(0)
    }

    /// The number times ten to a power.
    pub fn shifted(&self, power: i32) -> Self {
        let point = if self.is_zero() { 0 } else { self.point + power };
        Self { point, ..self.clone() }
    }

    /// Without its sign.
    pub fn magnitude(&self) -> Self {
        Self { is_negative: false, ..self.clone() }
    }

    /// Rounded to this many decimals, half of the last one away from zero.
    pub fn rounded(&self, decimals: usize) -> Self {
        let decimals = i32::try_from(decimals).unwrap_or(MOST);
        match usize::try_from(self.point + decimals) {
            Ok(kept) => self.cut(kept),
            Err(_) => Self { is_negative: self.is_negative, ..Self::default() },
        }
    }

    /// What a spreadsheet keeps of it: 0.57 for 0.56999999999999995. Whole numbers stay whole: the last digits of those with
    /// more become 0, as spreadsheets show them.
    pub fn kept(&self) -> Self {
        self.cut(KEPT)
    }

    /// The number with all that a file says, apart from digits that only come from writing a fraction in binary.
    pub fn stored(&self) -> String {
        if self.decimals() == 0 || self.digits.len() <= KEPT { self.plain() } else { self.kept().plain() }
    }

    /// Whether it has more digits than are kept.
    pub fn has_excess(&self) -> bool {
        self.digits.len() > KEPT
    }

    fn cut(&self, kept: usize) -> Self {
        let mut digits: Vec<u8> = self.digits.iter().take(kept).copied().collect();
        let mut point = self.point;
        if self.digits.get(kept).is_some_and(|next| *next >= 5) {
            while digits.last() == Some(&9) {
                digits.pop();
            }
            match digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    digits.push(1);
                    point += 1;
                }
            }
        }
        Self { is_negative: self.is_negative, digits, point }.trimmed()
    }

    /// The digits before the point, none if there is only a fraction.
    pub fn before_point(&self) -> Vec<u8> {
        (0..self.point.max(0)).map(|position| self.digit(position)).collect()
    }

    /// The digit of a decimal, the first at 0.
    pub fn decimal(&self, position: usize) -> u8 {
        self.digit(self.point + i32::try_from(position).unwrap_or(MOST))
    }

    fn digit(&self, position: i32) -> u8 {
        usize::try_from(position).ok().and_then(|position| self.digits.get(position)).copied().unwrap_or(0)
    }

    /// As text without a power of ten: `-0.00012`.
    pub fn plain(&self) -> String {
        let mut text = String::from(if self.is_negative && !self.is_zero() { "-" } else { "" });
        let whole = self.before_point();
        text.extend(whole.iter().map(|digit| char::from(b'0' + digit)));
        if whole.is_empty() {
            text.push('0');
        }
        for position in 0..self.decimals() {
            if position == 0 {
                text.push('.');
            }
            text.push(char::from(b'0' + self.decimal(position)));
        }
        text
    }

    /// Which of two numbers is larger.
    pub fn compared(&self, other: &Self) -> Ordering {
        compare(&self.plain(), &other.plain())
    }
}

/// Which of two numbers, both as `plain` writes them, is larger.
pub fn compare(one: &str, other: &str) -> Ordering {
    let parts =
        |number: &'_ str| -> (bool, usize) { (number.starts_with('-'), number.find('.').unwrap_or(number.len())) };
    let ((is_negative, point), (is_other_negative, other_point)) = (parts(one), parts(other));
    // As many digits before the point compare as text does.
    let by_size = || point.cmp(&other_point).then_with(|| one.cmp(other));
    match (is_negative, is_other_negative) {
        (false, false) => by_size(),
        (true, true) => by_size().reverse(),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Digits {
        Digits::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_read_and_written_in_full() {
        for (text, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("007.50", "7.5"),
            ("+3", "3"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.2E-3", "0.0012"),
            ("1.2e+3", "1200"),
            ("-75.2", "-75.2"),
            ("1234567890123456", "1234567890123456"),
            ("6.0000000000000002E-5", "0.000060000000000000002"),
        ] {
            assert_eq!(number(text).plain(), expected, "{text}");
        }
        for text in ["", ".", "-", "1,2", "1e", "e5", "0x1", "1e999", "1e-2147483648", "NaN", "1 ", "١"] {
            assert_eq!(Digits::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn fifteen_digits_are_kept_as_spreadsheets_do() {
        for (text, kept, stored) in [
            ("0.56999999999999995", "0.57", "0.57"),
            ("6.0000000000000002E-5", "0.00006", "0.00006"),
            ("0.1234567890123456", "0.123456789012346", "0.123456789012346"),
            ("1234567890123456", "1234567890123460", "1234567890123456"),
            ("9999999999999999", "10000000000000000", "9999999999999999"),
            ("99.999999999999999", "100", "100"),
            ("1E+20", "100000000000000000000", "100000000000000000000"),
        ] {
            assert_eq!(
                (number(text).kept().plain().as_str(), number(text).stored().as_str()),
                (kept, stored),
                "{text}"
            );
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (text, decimals, expected) in [
            ("1.005", 2, "1.01"),
            ("-1.005", 2, "-1.01"),
            ("1.0049", 2, "1"),
            ("0.5", 0, "1"),
            ("0.4", 0, "0"),
            ("0.05", 0, "0"),
            ("9.99", 1, "10"),
            ("0.0004", 2, "0"),
            ("123", 2, "123"),
        ] {
            assert_eq!(number(text).rounded(decimals).plain(), expected, "{text} to {decimals}");
        }
    }

    #[test]
    fn numbers_are_compared() {
        let sorted = ["-100", "-99.5", "-0.1", "0", "0.001", "0.01", "9", "10", "10.5"];
        for (at, one) in sorted.iter().enumerate() {
            for (other_at, other) in sorted.iter().enumerate() {
                assert_eq!(number(one).compared(&number(other)), at.cmp(&other_at), "{one} {other}");
            }
        }
    }
}
