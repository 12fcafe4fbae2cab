//! Knows: how to choose round ticks of a value axis around some numbers, exactly.
//! Must not know: what the numbers measure.

use crate::report::Decimal;

/// The most steps of the axis.
const MAX_STEPS: i128 = 5;
/// Digits beyond those of the numbers, for ticks between them.
const MORE_DIGITS: u32 = 2;

/// The ticks of a value axis: from `min` to `max` in equal steps, all in units of ten to the minus `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ticks {
    pub(super) min: i128,
    pub(super) max: i128,
    pub(super) step: i128,
    pub(super) scale: u32,
}

impl Ticks {
    /// Round ticks that hold all numbers between them. The axis starts at 0 unless that would squeeze the numbers into its
    /// last third. When it does not, the lowest number keeps clear of the bottom by a seventh, and small differences are not blown up: the
    /// axis spans at least a tenth of what it shows. `whole` keeps the ticks whole. None for no numbers.
    pub(super) fn around(numbers: &[Decimal], whole: bool) -> Option<Self> {
        let scale = numbers.iter().map(|number| number.scale()).max()? + MORE_DIGITS;
        let all = || numbers.iter().map(|number| number.at_scale(scale));
        let (lowest, highest) = (all().min()?, all().max()?);
        let one = 10i128.pow(scale);
        let (mut low, mut high) = (lowest, highest);
        if low >= 0 && low * 10 <= high * 7 {
            low = 0;
        } else if high <= 0 && high * 10 >= low * 7 {
            high = 0;
        }
        if (low, high) == (0, 0) {
            high = one;
        }
        let least_span = high.abs().max(low.abs()) / 10;
        let wanting = least_span - (high - low);
        if wanting > 0 {
            // A share of a whole, full or nearly so, gets no room above the whole.
            let hundred = 100 * one;
            high = if highest <= hundred { (high + wanting / 2).min(hundred) } else { high + wanting / 2 };
            low = high - least_span;
        }
        let top = |step: i128| -((-high).div_euclid(step)) * step;
        let bottom = |step: i128| {
            let min = low.div_euclid(step) * step;
            let at_the_bottom = (lowest - min) * 7 < top(step) - min;
            if min > 0 && at_the_bottom { min - step } else { min }
        };
        let least = if whole { one } else { 1 };
        let step = (0..=36u32)
            .flat_map(|power| [1, 2, 5].map(|digit| digit * 10i128.pow(power)))
            .find(|step| *step >= least && (top(*step) - bottom(*step)) / step <= MAX_STEPS)?;
        Some(Self { min: bottom(step), max: top(step), step, scale })
    }

    /// The end that is nearer to 0, when 0 is not on the axis.
    pub(super) fn end_short_of_zero(self) -> Option<i128> {
        match (self.min > 0, self.max < 0) {
            (true, _) => Some(self.min),
            (_, true) => Some(self.max),
            _ => None,
        }
    }

    /// One of its numbers, written without zeros at the end.
    pub(super) fn text(self, units: i128) -> String {
        let width = self.scale as usize + 1;
        let digits = format!("{:0>width$}", units.unsigned_abs());
        let (whole, part) = digits.split_at(digits.len() - self.scale as usize);
        let part = part.trim_end_matches('0');
        let sign = if units < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }

    /// One of its numbers, for drawing.
    pub(super) fn to_f64(self, units: i128) -> f64 {
        let (mut units, mut scale) = (units, self.scale);
        while scale > 0 && units % 10 == 0 {
            (units, scale) = (units / 10, scale - 1);
        }
        // Both are exact (a tick has few digits beside its zeros), so that the quotient is the nearest there is.
        units as f64 / 10i64.pow(scale) as f64
    }

    /// How high a number stands, from 0 at the bottom to 1 at the top.
    pub(super) fn height(self, number: Decimal) -> f64 {
        let (min, max) = (self.to_f64(self.min), self.to_f64(self.max));
        (number.to_f64() - min) / (max - min)
    }
}
