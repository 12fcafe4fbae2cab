//! Knows: exact decimal numbers: how exports write them, and arithmetic with them.
//! Must not know: units, targets, or binary floating point (except to place a point in a chart).

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

/// The most digits that a number in an export may have.
pub const MAX_DIGITS: usize = 15;
/// The most digits after the point.
pub const MAX_SCALE: u32 = 8;
/// The most digits after the point of a number that is only drawn: ticks between two numbers have two more.
const MAX_DRAWN_SCALE: u32 = MAX_SCALE + 2;

/// A decimal number: an integer, and how many of its digits come after the point. `75.20` is 7520 and 2, so the trailing
/// zero survives. Two decimals are equal when they are written the same; [`Decimal::cmp_value`] compares their values.
///
/// Arithmetic is exact: sums and differences have as many digits after the point as the longer operand, products as many
/// as both together, quotients as many as they are asked for. There is room for 38 digits, enough to compare the product
/// of two numbers in an export with a third. Beyond that a result stops at the largest number there is room for; nothing
/// panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i128,
    scale: u32,
}

/// How a quotient is rounded to its last digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Further digits are dropped.
    TowardsZero,
    /// To the nearest number; of two equally near, the one further from 0.
    Nearest,
    /// To the nearest number that is not greater.
    Down,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);
    /// One.
    pub const ONE: Self = Self::whole(1);
    /// A hundred, for percentages.
    pub const HUNDRED: Self = Self::whole(100);

    /// Reads `-?digits(.digits)?` of at most [`MAX_DIGITS`] digits, [`MAX_SCALE`] of them after the point.
    /// Anything else (a sign `+`, an exponent, a comma, a leading zero as in `007`) is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_negative = digits != text;
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let well_formed = !whole.is_empty()
            && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit())
            && (whole == "0" || !whole.starts_with('0'))
            && digits.ends_with(|last: char| last.is_ascii_digit());
        if !well_formed {
            return None;
        }
        let units: i64 = format!("{whole}{part}").parse().ok()?;
        // "-0" means nothing that "0" does not, and would be written back without its sign.
        if is_negative && units == 0 {
            return None;
        }
        let units = i128::from(if is_negative { -units } else { units });
        Some(Self { units, scale: u32::try_from(part.len()).ok()? }).filter(|number| number.fits_export())
    }

    /// Whether an export may contain this number.
    pub fn fits_export(self) -> bool {
        self.scale <= MAX_SCALE && self.units.unsigned_abs() < 10u128.pow(MAX_DIGITS as u32)
    }

    /// A small whole number.
    pub const fn whole(number: u32) -> Self {
        Self { units: number as i128, scale: 0 }
    }

    /// One in the last of this many places after the point: 0.01 for two.
    pub const fn one_in_place(scale: u32) -> Self {
        Self { units: 1, scale }
    }

    /// The number times ten to the `scale`, which must be at least its own.
    fn at_scale(self, scale: u32) -> i128 {
        multiply(self.units, ten_to(scale.saturating_sub(self.scale)))
    }

    /// The number of digits after the point.
    pub fn scale(self) -> u32 {
        self.scale
    }

    /// Whether it was written without a point.
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// Whether it is 0, however many zeros it was written with.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether it is less than, equal to or greater than 0.
    pub fn sign(self) -> Ordering {
        self.units.cmp(&0)
    }

    /// Compares by value: `75.20` and `75.2` are equal.
    #[inline(never)]
    pub fn cmp_value(self, other: Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at_scale(scale).cmp(&other.at_scale(scale))
    }

    /// The larger of two numbers by value; the first when they are equal.
    pub fn larger(self, other: Self) -> Self {
        if self.cmp_value(other).is_lt() { other } else { self }
    }

    /// The smaller of two numbers by value; the first when they are equal.
    pub fn smaller(self, other: Self) -> Self {
        if self.cmp_value(other).is_gt() { other } else { self }
    }

    /// The number without its sign.
    pub fn abs(self) -> Self {
        Self { units: self.units.saturating_abs(), ..self }
    }

    /// The quotient, with this many digits after the point. None when the divisor is 0.
    #[inline(never)]
    pub fn divide(self, by: Self, digits: u32, rounding: Rounding) -> Option<Self> {
        // At these scales the quotient of the integers has the scale of the result.
        let scale = self.scale.max(by.scale.saturating_add(digits));
        let (upper, lower) = (self.at_scale(scale), by.at_scale(scale - digits));
        let (quotient, rest) = (upper.checked_div(lower)?, upper.checked_rem(lower)?);
        let is_negative = (upper < 0) != (lower < 0);
        let (size, left) = (lower.unsigned_abs(), rest.unsigned_abs());
        let is_away = match rounding {
            Rounding::TowardsZero => false,
            Rounding::Nearest => left >= size - left,
            Rounding::Down => is_negative && rest != 0,
        };
        let away = if is_negative { -1 } else { 1 };
        Some(Self { units: quotient.saturating_add(if is_away { away } else { 0 }), scale: digits })
    }

    /// This number as a percentage of a whole, with this many digits after the point. None when the whole is 0.
    pub fn per_cent_of(self, whole: Self, digits: u32, rounding: Rounding) -> Option<Self> {
        (self * Self::HUNDRED).divide(whole, digits, rounding)
    }

    /// The nearest number with this many digits after the point; of two equally near, the one further from 0.
    pub fn round(self, digits: u32) -> Self {
        self.divide(Self::ONE, digits, Rounding::Nearest).unwrap_or(self)
    }

    /// The same number without trailing zeros after the point.
    pub fn shortest(mut self) -> Self {
        while self.scale > 0 && self.units % 10 == 0 {
            self = Self { units: self.units / 10, scale: self.scale - 1 };
        }
        self
    }

    /// The least and the greatest number, to two more digits, that would be rounded to this one. None when those would have
    /// more digits than an export may contain.
    pub fn rounding_ends(self) -> Option<[Self; 2]> {
        let most = Self { units: 49, scale: self.scale.saturating_add(2) };
        let ends = [self - most, self + most];
        ends.iter().all(|end| end.fits_export()).then_some(ends)
    }

    /// The decimal with the fewest digits that reads back as this binary number; when there is none, the nearest with as
    /// many digits as the ticks of a chart can have. The standard library's exact formatting would add 10 kB of tables to
    /// the program.
    pub fn nearest(value: f64) -> Self {
        let scaled = |scale: u32| (value * 10i64.pow(scale) as f64).round_ties_even() as i64;
        let rounded = |scale: u32| Self { units: i128::from(scaled(scale)), scale };
        (0..MAX_DRAWN_SCALE).map(rounded).find(|decimal| decimal.to_f64() == value).unwrap_or(rounded(MAX_DRAWN_SCALE))
    }

    /// The nearest binary number. Only for placing a point in a chart; comparisons use [`Decimal::cmp_value`].
    pub fn to_f64(self) -> f64 {
        let Self { units, scale } = self.shortest();
        // Both operands are exact in binary (at most 15 digits, or a tick's few; a power of ten up to 10), so the quotient is
        // the nearest number.
        units as f64 / ten_to(scale) as f64
    }
}

/// Ten to the power of a scale, or the largest number when there is no room for it.
fn ten_to(scale: u32) -> i128 {
    (0..scale.min(39)).fold(1, |power, _| multiply(power, 10))
}

/// Not inlined: saturating multiplication of 128 bits is a lot of code.
#[inline(never)]
fn multiply(one: i128, other: i128) -> i128 {
    one.saturating_mul(other)
}

impl From<usize> for Decimal {
    fn from(number: usize) -> Self {
        Self { units: number as i128, scale: 0 }
    }
}

impl Add for Decimal {
    type Output = Self;
    #[inline(never)]
    fn add(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        Self { units: self.at_scale(scale).saturating_add(other.at_scale(scale)), scale }
    }
}

impl Sub for Decimal {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Decimal {
    type Output = Self;
    fn neg(self) -> Self {
        Self { units: self.units.saturating_neg(), ..self }
    }
}

impl Mul for Decimal {
    type Output = Self;
    #[inline(never)]
    fn mul(self, other: Self) -> Self {
        Self { units: multiply(self.units, other.units), scale: self.scale.saturating_add(other.scale) }
    }
}

/// As exports write it; `wording::format` writes it for people.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.units.unsigned_abs();
        let mut backwards = String::new();
        let mut place = 0;
        while left > 0 || place <= self.scale {
            if place == self.scale && place > 0 {
                backwards.push('.');
            }
            backwards.push(char::from(b'0' + (left % 10) as u8));
            left /= 10;
            place += 1;
        }
        if self.units < 0 {
            backwards.push('-');
        }
        f.write_str(&backwards.chars().rev().collect::<String>())
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
            // No "-0", and not more digits than are allowed.
            "not": { "pattern": "^-0[.0]*$|([0-9][.]?){16}" },
            "maxLength": MAX_DIGITS + 2,
            "description": "A decimal number as it was written, as a string: at most 15 digits, 8 of them after the point; no thousands separator, no unit.",
            "examples": ["75.20", "0.0060", "118"]
        })
    }
}

#[cfg(test)]
mod tests;
