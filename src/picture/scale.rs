//! Knows: where a number stands between two others.
//! Must not know: what the numbers are of.

use super::WIDTH;
use crate::report::Decimal;

/// A stretch of numbers, laid out over a length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    start: i32,
    end: i32,
}

impl Scale {
    /// From `low` to `high`, laid out from `start` to `end`. None unless there is a stretch between the two.
    pub(super) fn new(low: Decimal, high: Decimal, start: i32, end: i32) -> Option<Self> {
        low.cmp_value(high).is_lt().then(|| Self { low: low.to_f64(), high: high.to_f64(), start, end })
    }

    /// The same over the whole width of a picture, with this much kept free at each end.
    pub(super) fn across(low: Decimal, high: Decimal, free: i32) -> Option<Self> {
        Self::new(low, high, free, WIDTH - free)
    }

    /// Where a number stands. Those outside stand at the nearer end.
    pub(super) fn place(self, number: Decimal) -> i32 {
        let share = ((number.to_f64() - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        let length = f64::from(self.end - self.start);
        self.start + (share * length).round() as i32
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::report::Decimal;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn places() {
        let scale = Scale::across(decimal("-10"), decimal("30"), 0).unwrap();
        for (number, place) in [("-10", 0), ("0", 2_500), ("10", 5_000), ("30", 10_000), ("31", 10_000), ("-11", 0)] {
            assert_eq!(scale.place(decimal(number)), place, "{number}");
        }
        // Downwards: the greater number is higher up.
        let down = Scale::new(decimal("0"), decimal("1"), 1_000, 0).unwrap();
        assert_eq!(down.place(decimal("0.25")), 750);
        assert_eq!(Scale::across(decimal("1"), decimal("1"), 0), None);
        assert_eq!(Scale::across(decimal("2"), decimal("1"), 0), None);
    }

    proptest! {
        #[test]
        fn a_greater_number_never_stands_before_a_smaller_one(one in 0u32..100_000, other in 0u32..100_000) {
            let scale = Scale::across(Decimal::ZERO, Decimal::whole(90_000), 100).unwrap();
            let places = [one.min(other), one.max(other)].map(|number| scale.place(Decimal::whole(number)));
            prop_assert!(places[0] <= places[1]);
            prop_assert!(places.iter().all(|place| (100..=9_900).contains(place)));
        }
    }
}
