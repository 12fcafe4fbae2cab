//! Knows: how words, arrows and colours of a line become the status and the trends of a measure, and which way is better.
//! Must not know: the other lines.

use super::attributes::{self, Evidence};
use super::figures::one_line;
use super::ledger::Fate;
use super::measure::Maker;
use super::plan::{PlannedColumn, Use};
use crate::convert::headings::Role;
use crate::convert::mapping::{Attribute, LabelKind, Meaning, fill_label, likely, status_label};
use crate::report::{Aim, Keyword, PointTarget, Status, Target, Trend, Value};

impl Maker<'_, '_> {
    /// The status that a word or a colour of the line stands for; none if the sheet says nothing.
    pub(super) fn status(&mut self) -> Option<Status> {
        if let Some(said) = self.said_rating(Attribute::Status, Role::Status) {
            return Some(said);
        }
        let column = self.status_column()?;
        let cell = self.at.source.table.grid.cell(self.at.line, column.place)?;
        let place = self.at.source.table.grid.cell_ref(self.at.line, column.place);
        let is_own = column.holds == Use::Part(Role::Status);
        let label = if is_own { status_label(cell) } else { fill_label(cell) }?;
        if is_own {
            self.cells.push((".status".into(), place));
        }
        match self.meaning(LabelKind::Status, &label) {
            Some(Meaning::Status(status)) => {
                if is_own {
                    self.notes.ledger.note(place, Fate::Placed);
                }
                Some(status)
            }
            _ => {
                let choices = Status::WORDS.iter().map(ToString::to_string).collect();
                self.notes.ledger.unclear(place, format!("a status that is known: what does {label} mean?"), choices);
                None
            }
        }
    }

    /// The column of statuses, or the one whose colours are.
    pub(super) fn status_column(&self) -> Option<&PlannedColumn> {
        let columns = &self.at.source.plan.columns;
        let own = columns.iter().find(|column| column.holds == Use::Part(Role::Status));
        own.or_else(|| columns.iter().find(|column| column.has_status_fill))
    }

    /// What a label means: as it was decided, or as is likely.
    pub(super) fn meaning(&self, kind: LabelKind, label: &str) -> Option<Meaning> {
        match self.at.source.mapping.label(kind, label) {
            Some(decided) => Meaning::of(kind, decided.meaning?.word()),
            None => likely(kind, label).0,
        }
    }

    pub(super) fn aim(
        &mut self,
        value: &Value,
        target: Option<&Target>,
        hint: Option<Aim>,
        status: Option<Status>,
    ) -> Aim {
        let point = match target {
            Some(Target::Point(point)) => Some(point.point),
            _ => None,
        };
        // The two numbers of a target lie on the side that is better.
        let order = match target {
            Some(Target::Point(PointTarget { point, amber: Some(amber), .. })) => Some(amber.cmp_value(*point)),
            Some(Target::LowHigh(two)) => Some(two.low_target.cmp_value(two.high_target)),
            _ => None,
        };
        let of_order = order.filter(|order| order.is_ne());
        let hint = hint.or(of_order.map(|order| if order.is_lt() { Aim::Maximise } else { Aim::Minimise }));
        let is_range = matches!(target, Some(Target::Range(_)));
        let evidence = Evidence { value: value.number().copied(), target: point, is_range, hint, status };
        self.attribute(Attribute::Aim, |known| attributes::aim(known, evidence))
    }

    /// The trend that a word or an arrow of the line stands for; none if the sheet says nothing.
    pub(super) fn trend(&mut self, role: Role, aim: Aim) -> Option<Trend> {
        let about = if role == Role::ShortTrend { Attribute::ShortTrend } else { Attribute::LongTrend };
        if let Some(said) = self.said_rating(about, role) {
            return Some(said);
        }
        let (cell, place) = self.at.cell(role)?;
        let label = one_line(&cell.shown);
        self.cells.push((format!(".{}", role.word()), place));
        let better = |is_better: bool| if is_better { Trend::Improving } else { Trend::Deteriorating };
        let trend = match (self.meaning(LabelKind::Trend, &label), aim) {
            (Some(Meaning::Trend(trend)), _) => Some(trend),
            (Some(Meaning::Higher), Aim::Maximise | Aim::Minimise) => Some(better(aim == Aim::Maximise)),
            (Some(Meaning::Lower), Aim::Maximise | Aim::Minimise) => Some(better(aim == Aim::Minimise)),
            _ => None,
        };
        match trend {
            Some(_) => self.notes.ledger.note(place, Fate::Placed),
            None => {
                let choices = Trend::WORDS.iter().map(ToString::to_string).collect();
                self.notes.ledger.unclear(place, format!("a trend that is known: what does {label} mean?"), choices);
            }
        }
        trend
    }
}
