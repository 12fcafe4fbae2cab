//! Knows: how the cells of a value and of its reason become the value of a measure.
//! Must not know: earlier values.

use super::figures::one_line;
use super::ledger::Fate;
use super::measure::Maker;
use crate::convert::headings::Role;
use crate::convert::mapping::Attribute;
use crate::report::{Keyword, Missing, MissingValue, Value};

impl Maker<'_, '_> {
    /// The value. Where there is none, that is said, with the reason that the sheet gives.
    pub(super) fn value(&mut self) -> Value {
        if let Some(said) = self.said_value() {
            return said;
        }
        let reason = self.at.cell(Role::Reason).map(|(cell, place)| (one_line(&cell.shown), place));
        let unit = self.unit.clone();
        let mut value = None;
        if let Some((cell, place)) = self.at.cell(Role::Value) {
            self.cells.push((".value".into(), place));
            value = self.at.value(cell, place, &unit, self.notes);
            if value.is_none() {
                // The cell is noted as not understood; something has to stand in its place meanwhile.
                return missing(Missing::NotAvailable, "Not understood.");
            }
        }
        match (value, reason) {
            (Some(Value::Missing(missing)), Some((reason, place))) => {
                self.notes.ledger.note(place, Fate::Placed);
                self.cells.push((".value.reason".into(), place));
                Value::Missing(MissingValue { reason, ..missing })
            }
            (Some(value), Some((_, place))) => {
                // The number may be one that should have been withheld, so nothing repeats it.
                let expected = "no reason beside a number; for a number that is withheld, [c] in place of it";
                self.notes.ledger.unclear(place, expected, Vec::new());
                value
            }
            (Some(value), None) => value,
            (None, Some((reason, place))) => {
                self.notes.ledger.note(place, Fate::Placed);
                self.cells.push((".value.reason".into(), place));
                missing(Missing::NotAvailable, &reason)
            }
            (None, None) => {
                self.guess(Attribute::Value, Missing::NotAvailable.word(), "the cell of the value is blank");
                missing(Missing::NotAvailable, "The council’s sheet has no figure.")
            }
        }
    }
}

fn missing(missing: Missing, reason: &str) -> Value {
    Value::Missing(MissingValue { missing, reason: reason.to_string() })
}
