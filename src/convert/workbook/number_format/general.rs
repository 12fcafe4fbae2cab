//! Knows: how a spreadsheet shows a number that has no format of its own: in at most eleven characters.
//! Must not know: other formats.

use super::digits::Digits;

/// The widest that a number becomes, its sign not counted.
const WIDTH: usize = 11;

/// The decimals that fit after `0.`.
const DECIMALS: usize = 9;

/// A number with no more digits than are kept, as the format General shows it.
pub fn general(number: &Digits) -> String {
    let power = number.power();
    // From 0.0001 on, decimals are rounded away until the number fits; below, only one that fits as it is stays.
    let decimals = DECIMALS.saturating_sub(usize::try_from(power).unwrap_or(0));
    if number.is_zero() || power >= -4 || number.decimals() <= DECIMALS {
        let plain = if number.decimals() <= decimals { number.plain() } else { number.rounded(decimals).plain() };
        if plain.len() <= WIDTH + usize::from(plain.starts_with('-')) {
            return plain;
        }
    }
    let figures = number.shifted(-power).rounded(5);
    // 9.999996 becomes 10.
    let carry = figures.power();
    let (figures, power) = (figures.shifted(-carry).plain(), power + carry);
    let sign_of_power = if power < 0 { '-' } else { '+' };
    format!("{figures}E{sign_of_power}{:02}", power.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_at_most_eleven_characters() {
        for (text, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("75.2", "75.2"),
            ("0.56999999999999995", "0.57"),
            ("-1.5", "-1.5"),
            ("1234567.891234", "1234567.891"),
            ("-1234567.891234", "-1234567.891"),
            ("0.1234567890123", "0.123456789"),
            ("0.0001234567", "0.000123457"),
            ("0.00001234567", "1.23457E-05"),
            ("0.00001", "0.00001"),
            ("0.000000001", "0.000000001"),
            ("0.0000000001", "1E-10"),
            ("12345678901", "12345678901"),
            ("12345678901.5", "12345678902"),
            ("99999999999.5", "1E+11"),
            ("123456789012", "1.23457E+11"),
            ("-123456789012", "-1.23457E+11"),
            ("100000000000", "1E+11"),
            ("1234567890123456", "1.23457E+15"),
            ("9999999999.96", "10000000000"),
            ("999999600000000", "1E+15"),
            ("1.234567E-14", "1.23457E-14"),
            ("1E+100", "1E+100"),
            ("1E-100", "1E-100"),
            ("33.333333333333336", "33.33333333"),
            ("0.99999999999", "1"),
        ] {
            assert_eq!(general(&Digits::parse(text).unwrap().kept()), expected, "{text}");
        }
    }
}
