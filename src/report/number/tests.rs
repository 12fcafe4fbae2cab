//! Decimals: reading and writing, arithmetic, and numbers of any size.

use super::*;
use crate::fixtures::decimal;
use proptest::prelude::*;

#[test]
fn a_number_is_written_as_it_was_read() {
    for text in ["0", "75.20", "0.0060", "-3.2", "118", "162.5", "999999999999999", "0.00000001"] {
        assert_eq!(Decimal::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
    }
}

#[test]
fn malformed_numbers_are_refused() {
    let malformed = "|-|.|1.|.5|+1|1e3|1,000|007|00|-0|-0.00|1.2.3| 1|1 |٣|NaN|1234567890123456|0.123456789";
    for text in malformed.split('|') {
        assert_eq!(Decimal::parse(text), None, "{text:?}");
    }
}

#[test]
fn values_are_compared_without_rounding() {
    for (one, order, other) in [
        ("75.20", Ordering::Equal, "75.2"),
        ("0.1", Ordering::Less, "0.10000001"),
        ("-2", Ordering::Greater, "-10"),
        ("999999999999999", Ordering::Greater, "0.00000001"),
        ("-0.5", Ordering::Less, "0"),
    ] {
        let (one, other) = (decimal(one), decimal(other));
        assert_eq!(one.cmp_value(other), order, "{one} {other}");
        // Of two equal values, the first.
        let (smaller, larger) = if order.is_gt() { (other, one) } else { (one, other) };
        assert_eq!(one.smaller(other), smaller, "{one} {other}");
        assert_eq!(one.larger(other), if order.is_eq() { one } else { larger }, "{one} {other}");
    }
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

#[test]
fn sums_differences_and_products_are_exact() {
    for (one, other, sum, difference, product) in [
        ("1.20", "0.3", "1.50", "0.90", "0.360"),
        ("2", "-2.00", "0.00", "4.00", "-4.00"),
        ("-0.5", "-0.25", "-0.75", "-0.25", "0.125"),
        ("0", "7.5", "7.5", "-7.5", "0.0"),
        (
            "999999999999999",
            "0.99999999",
            "999999999999999.99999999",
            "999999999999998.00000001",
            "999999989999999.00000001",
        ),
        ("0.00000001", "0.00000001", "0.00000002", "0.00000000", "0.0000000000000001"),
    ] {
        let (one, other) = (decimal(one), decimal(other));
        let found = [one + other, one - other, one * other].map(|number| number.to_string());
        assert_eq!(found, [sum, difference, product], "{one} and {other}");
    }
}

#[test]
fn quotients_are_rounded_as_asked() {
    for (one, other, digits, towards_zero, nearest, down) in [
        ("7", "2", 0, "3", "4", "3"),
        ("-7", "2", 0, "-3", "-4", "-4"),
        ("7", "-2", 0, "-3", "-4", "-4"),
        ("-7", "-2", 0, "3", "4", "3"),
        ("6.00", "3", 0, "2", "2", "2"),
        ("-6", "3.0", 1, "-2.0", "-2.0", "-2.0"),
        ("1", "3", 4, "0.3333", "0.3333", "0.3333"),
        ("2", "3", 4, "0.6666", "0.6667", "0.6666"),
        ("-1", "1000", 2, "0.00", "0.00", "-0.01"),
        ("1.005", "1", 2, "1.00", "1.01", "1.00"),
        ("0.00000001", "999999999999999", 8, "0.00000000", "0.00000000", "0.00000000"),
        (
            "999999999999999",
            "0.00000001",
            2,
            "99999999999999900000000.00",
            "99999999999999900000000.00",
            "99999999999999900000000.00",
        ),
    ] {
        let (one, other) = (decimal(one), decimal(other));
        let divided = [Rounding::TowardsZero, Rounding::Nearest, Rounding::Down]
            .map(|rounding| one.divide(other, digits, rounding).map(|number| number.to_string()));
        assert_eq!(divided, [towards_zero, nearest, down].map(|text| Some(text.to_string())), "{one} by {other}");
    }
    assert_eq!(Decimal::ONE.divide(decimal("0.00"), 2, Rounding::Nearest), None);
}

#[test]
fn percentages_rounding_and_shortest_forms() {
    let per_cent = |part, whole| decimal(part).per_cent_of(decimal(whole), 3, Rounding::TowardsZero);
    for (part, whole, expected) in [("2", "3", "66.666"), ("0", "3", "0.000"), ("3.0", "3", "100.000")] {
        assert_eq!(per_cent(part, whole).map(|share| share.to_string()).as_deref(), Some(expected));
    }
    assert_eq!(per_cent("1", "0"), None);
    for (number, digits, rounded, shortest) in [
        ("75.250", 1, "75.3", "75.25"),
        ("-75.250", 1, "-75.3", "-75.25"),
        ("-0.04", 1, "0.0", "-0.04"),
        ("100", 2, "100.00", "100"),
        ("10.00", 0, "10", "10"),
        ("0.00", 1, "0.0", "0"),
    ] {
        let number = decimal(number);
        assert_eq!(number.round(digits).to_string(), rounded);
        assert_eq!(number.shortest().to_string(), shortest);
    }
}

#[test]
fn the_range_that_is_rounded_to_a_number() {
    for (number, least, greatest) in [("75.2", "75.151", "75.249"), ("-3", "-3.49", "-2.51"), ("0", "-0.49", "0.49")] {
        assert_eq!(decimal(number).rounding_ends(), Some([decimal(least), decimal(greatest)]), "{number}");
    }
    for number in ["0.0000001", "10000000000000", "-10000000000000"] {
        assert_eq!(decimal(number).rounding_ends(), None, "{number}");
    }
}

proptest! {
    #[test]
    fn a_binary_number_leads_back_to_its_decimal(units in -999_999_999_999_999i64..=999_999_999_999_999, scale in 0u32..=8) {
        let number = Decimal { units: units.into(), scale };
        prop_assert_eq!(Decimal::nearest(number.to_f64()).cmp_value(number), Ordering::Equal);
    }

    #[test]
    fn parse_and_display_are_inverse(units in -999_999_999_999_999i64..=999_999_999_999_999, scale in 0u32..=6) {
        let number = Decimal { units: units.into(), scale };
        // "-0.00" is never written: a zero has no sign.
        prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
    }

    #[test]
    fn parsing_any_text_never_panics(text in "\\PC*") {
        let _ = Decimal::parse(&text);
    }

    #[test]
    fn arithmetic_is_undone_exactly(one in of_export(), other in of_export(), small in -9999i128..=9999) {
        prop_assert!((one + other - other).cmp_value(one).is_eq());
        prop_assert_eq!(one - other, -(other - one));
        let product = one * other;
        prop_assert_eq!(product, other * one);
        if !other.is_zero() {
            prop_assert_eq!(product.divide(other, one.scale, Rounding::TowardsZero), Some(one));
        }
        let small = Decimal { units: small, scale: 2 };
        prop_assert_eq!((one + other) * small, one * small + other * small);
    }

    /// There is room for the product of two numbers in an export at the scale of a third.
    #[test]
    fn products_are_compared_exactly(one in of_export(), other in of_export(), third in of_export()) {
        let product = one * other;
        let room = product.units.checked_mul(10i128.pow(third.scale.saturating_sub(product.scale)));
        prop_assert!(room.is_some());
        prop_assert_eq!(product.cmp_value(third), (product - third).sign());
    }

    #[test]
    fn a_quotient_is_as_near_as_its_rounding_promises(
        one in of_export(), other in of_export().prop_filter("not 0", |other| !other.is_zero()), digits in 0u32..=8,
    ) {
        let (place, two) = (Decimal::one_in_place(digits) * other.abs(), Decimal::whole(2));
        let rest = |rounding| one - one.divide(other, digits, rounding).unwrap() * other;
        prop_assert!(rest(Rounding::TowardsZero).abs().cmp_value(place).is_lt());
        prop_assert!(rest(Rounding::TowardsZero).is_zero() || rest(Rounding::TowardsZero).sign() == one.sign());
        prop_assert!((rest(Rounding::Nearest) * two).abs().cmp_value(place).is_le());
        prop_assert!(rest(Rounding::Down).abs().cmp_value(place).is_lt());
        prop_assert!(rest(Rounding::Down).is_zero() || rest(Rounding::Down).sign() == other.sign());
    }

    /// Numbers beyond those of any export: results stop at the largest number, and nothing panics.
    #[test]
    fn nothing_panics(one in any_decimal(), other in any_decimal(), digits in 0u32..=60) {
        let mut results = vec![one + other, one - other, one * other, -one, one.abs(), one.round(digits), one.shortest()];
        for rounding in [Rounding::TowardsZero, Rounding::Nearest, Rounding::Down] {
            results.extend(one.divide(other, digits, rounding));
            results.extend(one.per_cent_of(other, digits, rounding));
        }
        for result in results {
            let _ = (result.to_string(), result.to_f64(), result.fits_export(), result.rounding_ends(), result.cmp_value(other));
        }
        prop_assert_eq!(one.cmp_value(other), other.cmp_value(one).reverse());
        prop_assert!((one.abs() + other.abs()).cmp_value(one.abs()).is_ge());
        prop_assert!((one.abs() * other.abs()).sign().is_gt() || one.is_zero() || other.is_zero());
    }
}

/// Any number that an export can contain.
fn of_export() -> impl Strategy<Value = Decimal> {
    const MOST: i128 = 999_999_999_999_999;
    let units = prop_oneof![-MOST..=MOST, -999i128..=999, prop::sample::select(vec![-MOST, -1, 0, 1, MOST])];
    (units, 0..=MAX_SCALE).prop_map(|(units, scale)| Decimal { units, scale })
}

/// Any number at all.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    let units = prop_oneof![any::<i128>(), -99i128..=99, prop::sample::select(vec![i128::MIN, i128::MAX, 0, 1, -1])];
    (units, 0u32..=60).prop_map(|(units, scale)| Decimal { units, scale })
}
