//! Knows: how what a person says stands in place of a figure, a rating or a text of the file, and what becomes of the cells instead.
//! Must not know: how what a person says is read.

use super::figures::one_line;
use super::ledger::Fate;
use super::measure::Maker;
use super::said;
use crate::convert::headings::Role;
use crate::convert::mapping::Attribute;
use crate::report::{Keyword, MissingValue, Target, Value};

/// Why a cell is left out that a person has corrected.
pub(super) const CORRECTED: &str = "a person has said what is meant";

impl Maker<'_, '_> {
    /// The value that a person says. The reason beside a missing one is that of the file, if it has one.
    pub(super) fn said_value(&mut self) -> Option<Value> {
        let (value, sign) = said::value(&self.said(Attribute::Value)?)?;
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
        let (target, _) = said::target(&self.said(Attribute::Target)?)?;
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
