//! Knows: what a number lacks beside others in its column, so that their points stand below one another.
//! Must not know: where the numbers are shown.

use crate::report::{Decimal, Measure, Target, Unit, UnitKind};

/// A column has room for so many decimals. One number with more is not worth a wide column: its point stands further to the left.
const MOST: u32 = 2;

/// The longest that follows the whole digits in a column of numbers: decimals, and a percent sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ending {
    decimals: u32,
    has_percent: bool,
}

impl Ending {
    /// That of some numbers.
    pub fn of<'n>(numbers: impl Iterator<Item = (&'n Unit, Decimal)>) -> Self {
        numbers.fold(Self::default(), |longest, (unit, number)| Self {
            decimals: longest.decimals.max(number.scale()).min(MOST),
            has_percent: longest.has_percent || unit.kind == UnitKind::Percent,
        })
    }

    /// What a number lacks at its end to be as long: `.00`, `0%`, or nothing.
    pub fn lacking(&self, (unit, number): (&Unit, Decimal)) -> String {
        let point = if number.scale() == 0 && self.decimals > 0 { "." } else { "" };
        let percent = if self.has_percent && unit.kind != UnitKind::Percent { "%" } else { "" };
        format!("{point}{}{percent}", "0".repeat(self.decimals.saturating_sub(number.scale()) as usize))
    }
}

/// A measure's value as a number, and its unit.
pub fn of_value(measure: &Measure) -> Option<(&Unit, Decimal)> {
    measure.value.number().map(|number| (&measure.unit, *number))
}

/// A measure's target as one number, and its unit; none where it is several, or none.
pub fn of_target(measure: &Measure) -> Option<(&Unit, Decimal)> {
    match measure.target.as_ref()? {
        Target::Point(target) => Some((target.unit.as_ref().unwrap_or(&measure.unit), target.point)),
        Target::Range(_) | Target::LowHigh(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::measure;

    #[test]
    fn numbers_lack_what_others_in_the_column_have_more() {
        let all = [("22.4", "percent"), ("71.37", "percent"), ("100", "percent"), ("142", "count"), ("26.3", "rate")];
        for (numbers, expected) in [
            (&all[..], &["0", "", ".00", ".00%", "0%"][..]),
            (&all[2..], &[".0", ".0%", "%"]),
            (&all[3..], &[".0", ""]),
            (&all[3..4], &[""]),
            // No column is wide for one number with many decimals.
            (&[("0.0060", "percent"), ("9.9", "percent")], &["", "0"]),
        ] {
            let measures: Vec<Measure> = numbers
                .iter()
                .map(|(number, kind)| {
                    let mut one = measure("maximise", number, number);
                    one.unit.kind = crate::fixtures::word(kind);
                    one
                })
                .collect();
            for end in [of_value, of_target] {
                let ending = Ending::of(measures.iter().filter_map(end));
                let lacking: Vec<String> = measures
                    .iter()
                    .map(|one| end(one).map_or_else(String::new, |number| ending.lacking(number)))
                    .collect();
                assert_eq!(lacking, expected);
            }
        }
    }

    #[test]
    fn what_is_not_one_number_lacks_nothing() {
        for (value, target, expected) in [("[c]", "", None), ("1", "2.5 to 3", None), ("1", "3", Some("3"))] {
            let one = measure("goldilocks", value, target);
            assert_eq!(of_value(&one).is_some(), value == "1");
            assert_eq!(of_target(&one).map(|(_, number)| number.to_string()).as_deref(), expected, "{target}");
        }
    }
}
