//! Knows: how what a person says of a measure is read, and what can be said.
//! Must not know: the file, or which measure it is about.

use super::unit;
use crate::convert::mapping::Attribute;
use crate::convert::periods::{self, FoundPeriod};
use crate::convert::values::{self, Figure, Sign, TargetText, read_target};
use crate::convert::workbook::Cell;
use crate::report::{Keyword, Missing, MissingValue, Period, PointTarget, RangeTarget, Target, Value};
use crate::wording::format::capital;
use crate::wording::missing;

/// Whether a correction can be read; what is said of a measure otherwise counts for nothing.
pub fn is_understood(about: Attribute, said: &str) -> bool {
    let said = said.trim();
    match about {
        Attribute::Value => value(said).is_some(),
        Attribute::Target => target(said).is_some(),
        Attribute::Period => period(said).is_some(),
        Attribute::Unit => unit::read(said).is_some(),
        Attribute::Code | Attribute::Programme | Attribute::Outcome => !said.contains('\n'),
        _ => true,
    }
}

/// What a correction should be.
pub fn expected(about: Attribute) -> &'static str {
    match about {
        Attribute::Value => "a number such as 75.20, or [c], [x] or [z] where there is none",
        Attribute::Target => "a number, a range such as 65 to 73, or TBC where there is none",
        Attribute::Period => "a period such as Q2 2024/25",
        Attribute::Unit => {
            "percent, money, days, number or another of the units, or a rate such as rate per 1000 homes"
        }
        _ => "a text on one line",
    }
}

/// A value as a person says it, with the sign of a unit beside it.
pub(super) fn value(said: &str) -> Option<(Value, Option<Sign>)> {
    if let Some(kind) = Missing::from_word(said) {
        let reason = match kind {
            Missing::NotAvailable => "The council’s sheet has no figure.".to_string(),
            kind => format!("{}.", capital(missing::shorthand(kind).1)),
        };
        return Some((Value::Missing(MissingValue { missing: kind, reason }), None));
    }
    match values::read(&cell(said), false) {
        Figure::Number { value, sign, .. } => Some((Value::Number(value), sign)),
        Figure::Missing(missing) => Some((Value::Missing(missing), None)),
        Figure::Blank | Figure::Unclear { .. } => None,
    }
}

/// A target as a person says it; the inner none is that there is no target.
pub(super) fn target(said: &str) -> Option<(Option<Target>, Option<Sign>)> {
    match read_target(&cell(said), false) {
        TargetText::Absent => Some((None, None)),
        TargetText::Point { number, sign, .. } => {
            let point = PointTarget { point: number, amber: None, yearly: None, unit: None, period: None };
            Some((Some(Target::Point(point)), sign))
        }
        TargetText::Range { low, high, sign } => {
            Some((Some(Target::Range(RangeTarget { low, high, mid_point: None })), sign))
        }
        TargetText::Unclear { .. } => None,
    }
}

/// A period as a person says it, or as an export writes it.
pub(super) fn period(said: &str) -> Option<Period> {
    let found = || match periods::parse(said) {
        Some(FoundPeriod::Whole(period)) => Some(period),
        _ => None,
    };
    Period::parse(said).or_else(found)
}

fn cell(text: &str) -> Cell {
    Cell { shown: text.to_string(), ..Cell::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_said() {
        for (about, said, expected) in [
            (Attribute::Value, "75.20%", true),
            (Attribute::Value, "1,234 [p]", true),
            (Attribute::Value, "[c]", true),
            (Attribute::Value, "not_available", true),
            (Attribute::Value, "12/15", false),
            (Attribute::Value, "about 12", false),
            (Attribute::Target, "65 to 73", true),
            (Attribute::Target, "TBC", true),
            (Attribute::Target, "high", false),
            (Attribute::Period, "Q2 2024/25", true),
            (Attribute::Period, "2024-25-q2", true),
            (Attribute::Period, "Q2", false),
            (Attribute::Unit, "rate per 1,000 homes", true),
            (Attribute::Unit, "rate", false),
            (Attribute::Code, "a\nb", false),
            (Attribute::Comments, "a\nb", true),
        ] {
            assert_eq!(is_understood(about, said), expected, "{about:?} {said}");
        }
    }
}
