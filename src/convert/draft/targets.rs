//! Knows: how the columns of targets become the target of a measure.
//! Must not know: the value, or whether it meets the target.

use super::ledger::Fate;
use super::measure::Maker;
use super::plan::Use;
use crate::convert::headings::Role;
use crate::convert::mapping::Attribute;
use crate::convert::values::TargetText;
use crate::report::{Aim, Decimal, Frequency, Keyword, LowHighTarget, PointTarget, RangeTarget, Target, Yearly};
use crate::wording::format;

impl Maker<'_, '_> {
    /// The target, from the columns that are filled, and which way it says is better.
    pub(super) fn target(&mut self, frequency: Frequency) -> (Option<Target>, Option<Aim>) {
        if let Some(said) = self.said_target() {
            return (said, None);
        }
        let read = |maker: &mut Self, role: Role| maker.target_of(role);
        let point = read(self, Role::Target);
        let [low, high, mid] = [Role::Low, Role::High, Role::Mid].map(|role| self.number_of(role));
        let [low_target, high_target] = [Role::LowTarget, Role::HighTarget].map(|role| self.number_of(role));
        let (amber, yearly) = (self.number_of(Role::Amber), self.number_of(Role::YearlyTarget));
        let kinds = [point.is_some(), low.or(high).or(mid).is_some(), low_target.or(high_target).is_some()];
        if kinds.iter().filter(|is| **is).count() > 1 {
            let expected = "one kind of target: a number; or low and high; or a low and a high target";
            self.question_targets(expected);
            return (None, None);
        }
        let range = |low, high, mid_point| Target::Range(RangeTarget { low, high, mid_point });
        match (point, low, high, low_target, high_target) {
            (Some(TargetText::Point { number, aim, .. }), ..) => {
                let yearly = yearly.and_then(|total| self.yearly(total, number, frequency));
                (Some(Target::Point(PointTarget { point: number, amber, yearly, unit: None, period: None })), aim)
            }
            (Some(TargetText::Range { low, high, .. }), ..) => (Some(range(low, high, None)), None),
            (_, Some(low), Some(high), ..) => (Some(range(low, high, mid)), None),
            (.., Some(low_target), Some(high_target)) => {
                (Some(Target::LowHigh(LowHighTarget { low_target, high_target })), None)
            }
            (None, None, None, None, None) => (self.last_target(), None),
            _ => {
                self.question_targets("both ends of the target");
                (None, None)
            }
        }
    }

    pub(super) fn question_targets(&mut self, expected: &str) {
        let filled = self.at.columns(|holds| matches!(holds, Use::Part(role) if role.is_of_targets()));
        for (_, place) in filled.filter_map(|column| self.at.at(column.place)) {
            self.notes.ledger.unclear(place, expected, Vec::new());
        }
    }

    /// The target of the last export, where the sheet has no column of targets.
    pub(super) fn last_target(&mut self) -> Option<Target> {
        let has_column = self
            .at
            .source
            .plan
            .columns
            .iter()
            .any(|column| matches!(column.holds, Use::Part(role) if role.is_of_targets()));
        let target = self.last.and_then(|last| last.measure.target.clone()).filter(|_| !has_column)?;
        let word = format::target(&target, &self.unit);
        self.guess(Attribute::Target, word, "the sheet has no targets, so that of the last export stands");
        Some(target)
    }

    /// What a cell of targets says; none if it is blank, says that there is none, or is not understood.
    pub(super) fn target_of(&mut self, role: Role) -> Option<TargetText> {
        let (cell, place) = self.at.cell(role)?;
        let target = self.at.target(cell);
        let path = match role {
            Role::Target => ".target".to_string(),
            Role::YearlyTarget => ".target.yearly".to_string(),
            Role::Mid => ".target.mid_point".to_string(),
            role => format!(".target.{}", role.word()),
        };
        self.cells.push((path, place));
        match target {
            TargetText::Absent => {
                self.notes.ledger.note(place, Fate::Placed);
                None
            }
            TargetText::Unclear { expected, offers } => {
                self.notes.ledger.unclear(place, expected, offers);
                None
            }
            TargetText::Point { sign, .. } | TargetText::Range { sign, .. } => {
                let unit = self.unit.clone();
                if !self.at.sign_agrees(sign, &unit, place, self.notes) {
                    return None;
                }
                self.notes.ledger.note(place, Fate::Placed);
                Some(target)
            }
        }
    }

    /// The number in a cell of targets that holds one.
    pub(super) fn number_of(&mut self, role: Role) -> Option<Decimal> {
        match self.target_of(role)? {
            TargetText::Point { number, .. } => Some(number),
            _ => {
                let (_, place) = self.at.cell(role)?;
                self.notes.ledger.unclear(place, "one number", Vec::new());
                None
            }
        }
    }

    /// The yearly target and the number of its shares, which must give the target exactly; otherwise it has no place.
    pub(super) fn yearly(&mut self, total: Decimal, point: Decimal, frequency: Frequency) -> Option<Yearly> {
        let shares = match frequency {
            Frequency::Quarterly => 4,
            Frequency::Monthly => 12,
            Frequency::Yearly => 1,
        };
        if shares > 1 && total.cmp_value(point * Decimal::whole(shares)).is_eq() {
            return Some(Yearly { total, shares });
        }
        let (_, place) = self.at.cell(Role::YearlyTarget)?;
        let expected =
            format!("{shares} times the target {point}, or a blank cell if it is no equal share of the year’s");
        if total.cmp_value(point).is_ne() {
            self.notes.ledger.unclear(place, expected, Vec::new());
        }
        None
    }
}
