//! Knows: a decimal number exactly as it was written, and exact comparison of such numbers.
//! Must not know: units, targets, or binary floating point (but for placing a point in a chart).

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;

/// The most digits a decimal may have. With it every product that the rules form fits an `i128`.
pub const MAX_DIGITS: usize = 15;
/// The most digits after the point.
pub const MAX_SCALE: u32 = 8;
/// The most digits after the point of a number that is only drawn: a tick between two numbers has two more.
const MAX_DRAWN_SCALE: u32 = MAX_SCALE + 2;

/// A decimal number: an integer and the number of its digits that stand after the point. `75.20` is 7520 and 2, so
/// that the trailing zero survives. Two decimals are equal when they are written the same; [`Decimal::cmp_value`]
/// compares what they are worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    scale: u32,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { units: 0, scale: 0 };

    /// Reads `-?digits(.digits)?` of at most [`MAX_DIGITS`] digits, [`MAX_SCALE`] of them after the point.
    /// Anything else (a sign `+`, an exponent, a comma, a leading zero as in `007`) is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let well_formed = !whole.is_empty()
            && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit())
            && (whole == "0" || !whole.starts_with('0'))
            && digits.ends_with(|last: char| last.is_ascii_digit());
        if !well_formed || whole.len() + part.len() > MAX_DIGITS || part.len() > MAX_SCALE as usize {
            return None;
        }
        let units: i64 = format!("{whole}{part}").parse().ok()?;
        // "-0" has no meaning of its own, and would not come back as it was written.
        if negative && units == 0 {
            return None;
        }
        Some(Self { units: if negative { -units } else { units }, scale: u32::try_from(part.len()).ok()? })
    }

    /// The number times ten to the `scale`, which must be at least its own.
    pub(crate) fn at_scale(self, scale: u32) -> i128 {
        i128::from(self.units) * 10i128.pow(scale.saturating_sub(self.scale))
    }

    /// The number of digits after the point.
    pub(crate) fn scale(self) -> u32 {
        self.scale
    }

    /// A small whole number.
    pub const fn whole(number: u32) -> Self {
        Self { units: number as i64, scale: 0 }
    }

    /// Whether it was written without a point.
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// Compares what two numbers are worth: `75.20` and `75.2` are equal.
    pub fn cmp_value(self, other: Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale))
    }

    /// The least and the greatest number (to two more digits) that would be rounded to this one. None for a number that has
    /// nearly all the digits that there may be.
    pub fn rounding_ends(self) -> Option<[Self; 2]> {
        let fits = self.scale + 2 <= MAX_SCALE && self.units.unsigned_abs() < 10u64.pow(MAX_DIGITS as u32 - 2);
        fits.then(|| [-49, 49].map(|end| Self { units: self.units * 100 + end, scale: self.scale + 2 }))
    }

    /// Whether it is worth nothing.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// The decimal of the fewest digits that is nearest to a binary number; with as many digits after the point as the ticks of
    /// a chart can have, when none is it exactly. The library's own way, which is exact for every number, brings tables of
    /// 10 kB into the program.
    pub fn nearest(value: f64) -> Self {
        let scaled = |scale: u32| (value * 10i64.pow(scale) as f64).round_ties_even() as i64;
        let rounded = |scale: u32| Self { units: scaled(scale), scale };
        (0..MAX_DRAWN_SCALE).map(rounded).find(|decimal| decimal.to_f64() == value).unwrap_or(rounded(MAX_DRAWN_SCALE))
    }

    /// The nearest binary number: to place a point in a chart, never to compare.
    pub fn to_f64(self) -> f64 {
        // Both are exact (15 digits; a power of ten up to 8), so that the quotient is the nearest there is.
        self.units as f64 / 10i64.pow(self.scale) as f64
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.units.unsigned_abs().to_string();
        let scale = self.scale as usize;
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, part) = digits.split_at(digits.len() - scale);
        let sign = if self.units < 0 { "-" } else { "" };
        if part.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{part}") }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^-?(0|[1-9][0-9]*)(\\.[0-9]{1,8})?$",
            // Minus nothing, and more digits than there may be.
            "not": { "pattern": "^-0[.0]*$|([0-9][.]?){16}" },
            "maxLength": MAX_DIGITS + 2,
            "description": "A decimal number as it was written, as a string: at most 15 digits, 8 of them after the point; no thousands separator, no unit.",
            "examples": ["75.20", "0.0060", "118"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_written_comes_back_as_it_was_written() {
        for text in ["0", "75.20", "0.0060", "-3.2", "118", "162.5", "999999999999999", "0.00000001"] {
            assert_eq!(Decimal::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            ".5",
            "+1",
            "1e3",
            "1,000",
            "007",
            "00",
            "-0",
            "-0.00",
            "1.2.3",
            " 1",
            "1 ",
            "٣",
            "NaN",
            "1234567890123456",
            "0.123456789",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn worth_is_compared_without_rounding() {
        let case = |a: &str, b: &str| Decimal::parse(a).zip(Decimal::parse(b)).map(|(a, b)| a.cmp_value(b));
        assert_eq!(case("75.20", "75.2"), Some(Ordering::Equal));
        assert_eq!(case("0.1", "0.10000001"), Some(Ordering::Less));
        assert_eq!(case("-2", "-10"), Some(Ordering::Greater));
        assert_eq!(case("999999999999999", "0.00000001"), Some(Ordering::Greater));
    }

    #[test]
    fn the_nearest_decimal_has_the_fewest_digits() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (75.2, "75.2"),
            (-3.0, "-3"),
            (0.000_000_005, "0.000000005"),
            (1e15, "1000000000000000"),
            (1.0 / 3.0, "0.3333333333"),
        ] {
            assert_eq!(Decimal::nearest(value).to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn a_decimal_is_nearest_to_its_binary_number(units in -999_999_999_999_999i64..=999_999_999_999_999, scale in 0u32..=8) {
            let number = Decimal { units, scale };
            prop_assert_eq!(Decimal::nearest(number.to_f64()).cmp_value(number), Ordering::Equal);
        }

        #[test]
        fn parse_and_display_are_inverse(units in -999_999_999_999_999i64..=999_999_999_999_999, scale in 0u32..=6) {
            let number = Decimal { units, scale };
            // A negative number of fewer digits than its scale still parses; "-0.00" is the one that does not exist.
            prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
        }

        #[test]
        fn parsing_any_text_never_panics(text in "\\PC*") {
            let _ = Decimal::parse(&text);
        }
    }
}
