//! Knows: how to choose round ticks for a value axis that holds given numbers.
//! Must not know: what the numbers measure.

use crate::report::{Decimal, Rounding};

/// The most steps that the axis has.
const MAX_STEPS: Decimal = Decimal::whole(5);
/// How many more digits after the point ticks may have than the numbers.
const MORE_DIGITS: u32 = 2;

const SEVEN: Decimal = Decimal::whole(7);
const TEN: Decimal = Decimal::whole(10);

/// The ticks of a value axis: from `min` to `max` in equal steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ticks {
    pub(super) min: Decimal,
    pub(super) max: Decimal,
    pub(super) step: Decimal,
}

impl Ticks {
    /// Round ticks around all the numbers. The axis starts at 0 unless that would squeeze the numbers into its last third.
    /// Otherwise the lowest number keeps a seventh of the axis clear of the bottom, and the axis spans at least a tenth of the
    /// largest number, so that small differences do not look large. `whole` keeps the ticks whole. None without numbers.
    pub(super) fn around(numbers: &[Decimal], whole: bool) -> Option<Self> {
        let scale = numbers.iter().map(|number| number.scale()).max()? + MORE_DIGITS;
        let lowest = numbers.iter().copied().reduce(Decimal::smaller)?;
        let highest = numbers.iter().copied().reduce(Decimal::larger)?;
        let (mut low, mut high) = (lowest, highest);
        let is_nearer_zero = |near: Decimal, far: Decimal| (near.abs() * TEN).cmp_value(far.abs() * SEVEN).is_le();
        if low.sign().is_ge() && is_nearer_zero(low, high) {
            low = Decimal::ZERO;
        } else if high.sign().is_le() && is_nearer_zero(high, low) {
            high = Decimal::ZERO;
        }
        if low.is_zero() && high.is_zero() {
            high = Decimal::ONE;
        }
        let part = |number: Decimal, parts: Decimal| number.divide(parts, scale, Rounding::TowardsZero);
        let least_span = part(high.abs().larger(low.abs()), TEN)?;
        let missing_span = least_span - (high - low);
        if missing_span.sign().is_gt() {
            high = high + part(missing_span, Decimal::whole(2))?;
            // A percentage at or near 100 gets no room above 100.
            if highest.cmp_value(Decimal::HUNDRED).is_le() {
                high = high.smaller(Decimal::HUNDRED);
            }
            low = high - least_span;
        }
        let around = |step: Decimal| {
            let steps = |number: Decimal| number.divide(step, 0, Rounding::Down);
            let max = -steps(-high)? * step;
            let mut min = steps(low)? * step;
            if min.sign().is_gt() && ((lowest - min) * SEVEN).cmp_value(max - min).is_lt() {
                min = min - step;
            }
            let is_few = (max - min).cmp_value(step * MAX_STEPS).is_le();
            is_few.then(|| Self { min: min.shortest(), max: max.shortest(), step: step.shortest() })
        };
        let mut power = if whole { Decimal::ONE } else { Decimal::one_in_place(scale) };
        // Up to the largest numbers there is room for.
        for _ in 0..37 {
            if let Some(ticks) = [1, 2, 5].into_iter().find_map(|digit| around(power * Decimal::whole(digit))) {
                return Some(ticks);
            }
            power = power * TEN;
        }
        None
    }

    /// The height of a number on the axis, from 0 at the bottom to 1 at the top.
    pub(super) fn height(self, number: Decimal) -> f64 {
        let (min, max) = (self.min.to_f64(), self.max.to_f64());
        (number.to_f64() - min) / (max - min)
    }
}
