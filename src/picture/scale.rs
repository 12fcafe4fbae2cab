//! Knows: where a number stands between two others.
//! Must not know: what the numbers are of.

use super::WIDTH;
use crate::report::{Decimal, Unit, UnitKind};

/// Percentages up to this are shown larger than as shares of a whole.
const SMALL_SHARE: Decimal = Decimal::whole(40);

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

    /// Across from 0 to the furthest of these numbers, with this much kept free at each end. Percentages reach to 100, so that they are
    /// seen as shares of a whole, unless all are so small that one would see little of them.
    pub(super) fn from_zero(unit: &Unit, numbers: &[Decimal], free: i32) -> Option<Self> {
        let low = numbers.iter().copied().fold(Decimal::ZERO, Decimal::smaller);
        let high = numbers.iter().copied().fold(Decimal::ZERO, Decimal::larger);
        let is_share = unit.kind == UnitKind::Percent && low.is_zero() && high.cmp_value(SMALL_SHARE).is_gt();
        Self::across(low, if is_share { high.larger(Decimal::whole(100)) } else { high }, free)
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
    use crate::fixtures::measure;
    use crate::report::{Decimal, Unit, UnitKind};
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

    #[test]
    fn percentages_are_shares_of_a_whole_unless_they_are_small() {
        let mut unit = measure("maximise", "1", "1").unit;
        let end = |unit: &Unit, numbers: &str| {
            let numbers: Vec<Decimal> = numbers.split(' ').map(decimal).collect();
            Scale::from_zero(unit, &numbers, 0).unwrap().high
        };
        for (numbers, high) in
            [("0.0060 0.0125", 0.0125), ("29 40", 40.0), ("29 40.1", 100.0), ("110 50", 110.0), ("-5 60", 60.0)]
        {
            assert_eq!(end(&unit, numbers), high, "{numbers}");
        }
        unit.kind = UnitKind::Count;
        assert_eq!(end(&unit, "50 60"), 60.0);
        assert_eq!(Scale::from_zero(&unit, &[Decimal::ZERO], 0), None);
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
