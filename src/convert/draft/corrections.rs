//! Knows: how what a person says in place of a figure, a rating or a text of the file is read, and what becomes of the cells instead.
//! Must not know: how a person says it.

use super::figures::one_line;
use super::ledger::Fate;
use super::measure::Maker;
use super::unit;
use crate::convert::headings::Role;
use crate::convert::mapping::Attribute;
use crate::convert::periods::{self, FoundPeriod};
use crate::convert::values::{self, Figure, Sign, TargetText, read_target};
use crate::convert::workbook::Cell;
use crate::report::{Keyword, Missing, MissingValue, Period, PointTarget, RangeTarget, Target, Value};
use crate::wording::format::capital;
use crate::wording::missing;

/// Why a cell is left out that a person has corrected.
pub(super) const CORRECTED: &str = "a person has said what is meant";

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
fn target(said: &str) -> Option<(Option<Target>, Option<Sign>)> {
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

impl Maker<'_, '_> {
    /// The value that a person says. The reason beside a missing one is that of the file, if it has one.
    pub(super) fn said_value(&mut self) -> Option<Value> {
        let (value, sign) = value(&self.said(Attribute::Value)?)?;
        let place = self.at.cell(Role::Value).map(|(_, place)| place);
        let unit = self.unit.clone();
        if let Some(place) = place
            && !self.at.sign_agrees(sign, &unit, place, self.notes)
        {
            return None;
        }
        self.set_aside(Role::Value);
        match (value, self.at.cell(Role::Reason)) {
            (Value::Missing(missing), Some((cell, place))) => {
                self.notes.ledger.note(place, Fate::Placed);
                Some(Value::Missing(MissingValue { reason: one_line(&cell.shown), ..missing }))
            }
            (value, _) => {
                self.set_aside(Role::Reason);
                Some(value)
            }
        }
    }

    /// The target that a person says; it stands alone, without what other columns have beside it.
    pub(super) fn said_target(&mut self) -> Option<Option<Target>> {
        let (target, _) = target(&self.said(Attribute::Target)?)?;
        Role::ALL.iter().filter(|role| role.is_of_targets()).for_each(|role| self.set_aside(*role));
        Some(target)
    }

    /// The status or trend that a person says.
    pub(super) fn said_rating<W: Keyword>(&mut self, about: Attribute, role: Role) -> Option<W> {
        let word = W::from_word(&self.said(about)?)?;
        self.set_aside(role);
        Some(word)
    }

    /// The name of a programme or outcome that a person says.
    pub(super) fn said_name(&mut self, about: Attribute, role: Role) -> Option<String> {
        let name = self.said(about)?;
        self.set_aside(role);
        Some(name)
    }

    /// Notes that the cell of a part does not count, since a person has said what does.
    pub(super) fn set_aside(&mut self, role: Role) {
        if let Some((_, place)) = self.at.cell(role) {
            self.notes.ledger.note(place, Fate::LeftOut(CORRECTED.into()));
        }
    }
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
