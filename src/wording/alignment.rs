//! Knows: what a number lacks beside others of its unit, so that their points stand below one another.
//! Must not know: where the numbers are shown.

use crate::report::{Decimal, Keyword, Measure, Target, Unit, UnitKind};

/// The most decimals that numbers of each kind of unit have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decimals([u32; UnitKind::ALL.len()]);

impl Decimals {
    /// Those of some numbers.
    pub fn of<'n>(numbers: impl Iterator<Item = (&'n Unit, Decimal)>) -> Self {
        let mut decimals = Self::default();
        for (unit, number) in numbers {
            if let Some(most) = decimals.0.get_mut(unit.kind as usize) {
                *most = number.scale().max(*most);
            }
        }
        decimals
    }

    /// What a number lacks at its end to have the most decimals of its unit: `.00`, `0`, or nothing.
    pub fn lacking(&self, (unit, number): (&Unit, Decimal)) -> String {
        let most = self.0.get(unit.kind as usize).copied().unwrap_or_default();
        let point = if number.scale() == 0 && most > 0 { "." } else { "" };
        format!("{point}{}", "0".repeat(most.saturating_sub(number.scale()) as usize))
    }
}

/// The number at the end of a measure's value, and its unit.
pub fn of_value(measure: &Measure) -> Option<(&Unit, Decimal)> {
    measure.value.number().map(|number| (&measure.unit, *number))
}

/// The number at the end of a measure's target, and its unit; none where words come last.
pub fn of_target(measure: &Measure) -> Option<(&Unit, Decimal)> {
    match measure.target.as_ref()? {
        Target::Point(target) => Some((target.unit.as_ref().unwrap_or(&measure.unit), target.point)),
        Target::Range(range) => Some((&measure.unit, range.high)),
        Target::LowHigh(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::measure;

    #[test]
    fn numbers_of_a_unit_lack_what_others_have_more() {
        let measures: Vec<Measure> =
            [("22.4", "percent"), ("0.0060", "percent"), ("100", "percent"), ("142", "count"), ("26.3", "rate")]
                .into_iter()
                .map(|(number, kind)| {
                    let mut one = measure("maximise", number, number);
                    one.unit.kind = crate::fixtures::word(kind);
                    one
                })
                .collect();
        for end in [of_value, of_target] {
            let decimals = Decimals::of(measures.iter().filter_map(end));
            let lacking: Vec<String> = measures
                .iter()
                .map(|one| end(one).map_or_else(String::new, |number| decimals.lacking(number)))
                .collect();
            assert_eq!(lacking, ["000", "", ".0000", "", ""]);
        }
    }

    #[test]
    fn what_ends_with_no_number_lacks_nothing() {
        for (value, target, expected) in [("[c]", "", None), ("1", "2.5 to 3", Some("3")), ("1", "", None)] {
            let one = measure("goldilocks", value, target);
            assert_eq!(of_value(&one).is_some(), value == "1");
            assert_eq!(of_target(&one).map(|(_, number)| number.to_string()).as_deref(), expected, "{target}");
        }
    }
}
