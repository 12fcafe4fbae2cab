//! Knows: the cells of a measure's line: what each says, with a person's answers, and what becomes of it.
//! Must not know: what a measure is made of.

use super::ledger::Fate;
use super::notes::Notes;
use super::plan::{PlannedColumn, Use};
use super::source::Source;
use super::unit;
use crate::convert::cell_ref::CellRef;
use crate::convert::headings::Role;
use crate::convert::values::{self, Figure, Reading, Sign, TargetText, number};
use crate::convert::workbook::{Cell, Stored};
use crate::report::{Unit, UnitKind, Value};

/// The line of a measure.
#[derive(Debug, Clone, Copy)]
pub struct MeasureLine<'s> {
    /// Where it is from.
    pub source: &'s Source<'s>,
    /// The line.
    pub line: usize,
}

impl<'s> MeasureLine<'s> {
    /// The columns that hold something of this kind and have a cell here.
    pub fn columns(self, is_it: impl Fn(&Use) -> bool) -> impl Iterator<Item = &'s PlannedColumn> {
        let source = self.source;
        source
            .plan
            .columns
            .iter()
            .filter(move |column| is_it(&column.holds) && source.table.cell(self.line, column.place).is_some())
    }

    /// The cell of a part, if it is not blank.
    pub fn cell(self, role: Role) -> Option<(&'s Cell, CellRef)> {
        let place = self.source.plan.place(role)?;
        self.at(place)
    }

    /// The cell at a place, if it is not blank.
    pub fn at(self, place: usize) -> Option<(&'s Cell, CellRef)> {
        let cell = self.source.table.cell(self.line, place)?;
        Some((cell, self.source.table.grid.cell_ref(self.line, place)))
    }

    /// A cell of figures, read with what a person has answered about its text.
    pub fn figure(self, cell: &Cell) -> Figure {
        let with_points = self.with_points(cell);
        let has_unsettled_commas = self.source.has_unsettled_commas;
        match (values::read(with_points.as_ref().unwrap_or(cell), has_unsettled_commas), self.answer(cell)) {
            (Figure::Unclear { .. }, Some(answered)) => values::read(&answered, false),
            (Figure::Number { value, sign, mut left_off }, _) if with_points.is_some() => {
                left_off.push(Reading::DecimalComma);
                Figure::Number { value, sign, left_off }
            }
            (figure, _) => figure,
        }
    }

    /// A cell of targets, read with what a person has answered about its text.
    pub fn target(self, cell: &Cell) -> TargetText {
        let with_points = self.with_points(cell);
        let has_unsettled_commas = self.source.has_unsettled_commas;
        let target = values::read_target(with_points.as_ref().unwrap_or(cell), has_unsettled_commas);
        match (target, self.answer(cell)) {
            (TargetText::Unclear { .. }, Some(answered)) => values::read_target(&answered, false),
            (target, _) => target,
        }
    }

    /// The cell with points before decimals, where commas stand there and it has one.
    fn with_points(self, cell: &Cell) -> Option<Cell> {
        let shown = number::with_decimal_points(&cell.shown).filter(|_| self.source.has_decimal_commas)?;
        (shown != cell.shown).then(|| Cell { shown, ..cell.clone() })
    }

    /// The cell with a person's answer in place of its text.
    fn answer(self, cell: &Cell) -> Option<Cell> {
        let read_as = self.source.mapping.answer(&cell.shown)?;
        Some(Cell { shown: read_as.to_string(), stored: Stored::Text, ..cell.clone() })
    }

    /// The signs beside the figures of the line: those of the value first, then of targets and earlier values.
    pub fn signs(self) -> Vec<Sign> {
        let mut signs = Vec::new();
        let of_value = self.columns(|holds| *holds == Use::Part(Role::Value));
        let of_targets = self.columns(|holds| matches!(holds, Use::Part(role) if role.is_of_targets()));
        let of_others = self.columns(|holds| matches!(holds, Use::Earlier(_)));
        for column in of_value.chain(of_others) {
            let figure = self.at(column.place).map(|(cell, _)| self.figure(cell));
            if let Some(Figure::Number { sign, .. }) = figure {
                signs.extend(sign);
            }
        }
        for column in of_targets {
            let target = self.at(column.place).map(|(cell, _)| self.target(cell));
            if let Some(TargetText::Point { sign, .. } | TargetText::Range { sign, .. }) = target {
                signs.extend(sign);
            }
        }
        signs
    }

    /// The value of a cell of figures; none if it is blank or not understood, which is noted.
    pub fn value(self, cell: &Cell, at: CellRef, unit: &Unit, notes: &mut Notes) -> Option<Value> {
        match self.figure(cell) {
            Figure::Blank => None,
            Figure::Number { value, sign, left_off } => {
                if !self.sign_agrees(sign, unit, at, notes) {
                    return None;
                }
                notes.readings.extend(left_off.into_iter().map(|reading| (at, reading)));
                notes.ledger.note(at, Fate::Placed);
                Some(Value::Number(value))
            }
            Figure::Missing(missing) => {
                notes.ledger.note(at, Fate::Placed);
                Some(Value::Missing(missing))
            }
            Figure::Unclear { expected, mut offers } => {
                // A fraction in a measure of percentages is more likely the percentage than the count.
                let percent = values::fraction_in_per_cent(&cell.shown).filter(|_| unit.kind == UnitKind::Percent);
                offers.splice(0..0, percent);
                notes.ledger.unclear(at, expected, offers);
                None
            }
        }
    }

    /// Whether the sign beside a number may be in the unit; if not, that is noted.
    pub fn sign_agrees(self, sign: Option<Sign>, unit: &Unit, at: CellRef, notes: &mut Notes) -> bool {
        let Some(sign) = sign.filter(|sign| !unit::agrees(*sign, unit)) else { return true };
        let (other, _) = unit::of_sign(sign);
        let expected =
            format!("a number in the measure’s unit, {}, or {} as the unit", unit::write(unit), unit::write(&other));
        notes.ledger.unclear(at, expected, Vec::new());
        false
    }
}

/// A text on one line: line breaks are read as spaces, and everything else stays.
pub fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
