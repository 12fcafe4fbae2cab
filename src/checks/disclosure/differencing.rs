//! Knows: whether a suppressed value follows from other figures of the same measure by addition or subtraction.
//! Must not know: the value. No finding gives it, and nothing here works it out.

use super::figures::{Figures, StatedFigure, months, quantity};
use super::series_names::{is_from_target, is_longer_time, says_one_of};
use super::suppressed::{add_finding, suppressed_value};
use crate::checks::kind::Certainty;
use crate::checks::periods::named;
use crate::checks::reporter::Reporter;
use crate::import::Path;
use crate::report::{Period, Target, Unit, UnitKind};
use crate::wording::format::the;

/// A suppressed value among the figures of its measure.
pub(super) struct SuppressedFigure<'f, 'm> {
    figures: &'f Figures<'m>,
    series: Option<&'m str>,
    period: Period,
    unit: &'m Unit,
}

impl<'f, 'm> SuppressedFigure<'f, 'm> {
    pub(super) fn new(figures: &'f Figures<'m>, series: Option<&'m str>, period: Period, unit: &'m Unit) -> Self {
        Self { figures, series, period, unit }
    }

    pub(super) fn check(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        let of = match self.series {
            Some(series) => format!("a withheld value of “{series}” for {}", the(self.period)),
            None => suppressed_value(self.period),
        };
        let ways =
            [Self::by_itself, Self::by_time, Self::by_change, Self::by_target, Self::by_parts, Self::by_numerator];
        if let Some((certainty, working)) = ways.iter().find_map(|way| way(self)) {
            add_finding(reporter, certainty, at, of, working);
        }
    }

    /// The figures for a period.
    fn at(&self, period: Period) -> &'f [StatedFigure<'m>] {
        self.figures.by_period.get(&period).map_or(&[], Vec::as_slice)
    }

    /// The periods of the same kind for which the same series has numbers, in order.
    fn given(&self) -> &'f [Period] {
        let key = ((self.series, self.unit.kind, self.unit.per), self.period.kind());
        self.figures.given.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Whether a figure is of the same series: one name may stand for a count and for a percentage.
    fn is_of(&self, figure: &StatedFigure<'_>) -> bool {
        figure.series == self.series && figure.unit.kind == self.unit.kind && figure.unit.per == self.unit.per
    }

    /// Numbers of other series for the same period.
    fn beside(&self) -> impl Iterator<Item = &'f StatedFigure<'m>> {
        self.at(self.period).iter().filter(|figure| figure.is_number && !self.is_of(figure))
    }

    /// The file gives the value again, as a number.
    fn by_itself(&self) -> Option<(Certainty, String)> {
        let again = self.given().binary_search_by_key(&self.period.order(), |period| period.order()).is_ok();
        again.then(|| (Certainty::Certain, format!("The file also has a number for {}.", the(self.period))))
    }

    /// Numbers that add up over time: the number for a longer period, less those for its other parts.
    fn by_time(&self) -> Option<(Certainty, String)> {
        let graph = self.figures.by_quantity.get(&quantity(self.series, self.unit))?;
        let (from, to) = months(self.figures.measure, self.series, self.period);
        if !graph.are_joined(from, to) {
            return None;
        }
        // A rate is of a population, which may change over time.
        let is_rough = self.unit.kind == UnitKind::Rate || graph.has_average;
        let certainty = if is_rough { Certainty::Likely } else { Certainty::Certain };
        let used = graph.path(from, to).map_or("other times".to_string(), |used| named(&used));
        Some((certainty, format!("The numbers for {used} leave only one number for {}.", the(self.period))))
    }

    /// The change and the value before, or the value after and its change.
    fn by_change(&self) -> Option<(Certainty, String)> {
        let change_in = |period: Period| self.figures.changes.get(&period).copied();
        let (same, own) = (self.given(), self.period.order());
        let before = same.partition_point(|period| period.order() < own).checked_sub(1).and_then(|at| same.get(at));
        let after = same.get(same.partition_point(|period| period.order() <= own));
        let ((name, unit), at, other) = match (change_in(self.period).zip(before), after) {
            (Some((change, before)), _) => (change, self.period, *before),
            (None, after) => (change_in(*after?)?, *after?, *after?),
        };
        let certainty = if unit.kind == self.unit.kind { Certainty::Certain } else { Certainty::Likely };
        Some((certainty, format!("“{name}” for {} and the value for {} give it away.", the(at), the(other))))
    }

    /// The distance from target, and the target.
    fn by_target(&self) -> Option<(Certainty, String)> {
        let Some(Target::Point(target)) = &self.figures.measure.target else { return None };
        if self.series.is_some() || self.period != self.figures.measure.reporting_period() || !target.is_in(self.unit) {
            return None;
        }
        let (name, unit) =
            self.beside().find_map(|figure| Some((figure.series.filter(|name| is_from_target(name))?, figure.unit)))?;
        // A variance may be from something else; one in another unit is a share of the target.
        let is_sure = says_one_of(name, &["target"]) && unit.kind == self.unit.kind;
        let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
        Some((certainty, format!("“{name}” and the target give it away.")))
    }

    /// The parts of a suppressed whole, or the whole and the other parts of a suppressed part.
    fn by_parts(&self) -> Option<(Certainty, String)> {
        if !matches!(self.unit.kind, UnitKind::Count | UnitKind::Money) {
            return None;
        }
        // Secondary suppression: another suppressed part protects it.
        let is_part = |figure: &StatedFigure<'_>| figure.series.is_some() && figure.series != self.series;
        if self.at(self.period).iter().any(|figure| !figure.is_number && is_part(figure)) {
            return None;
        }
        let mut names = Vec::new();
        let mut has_whole = self.series.is_none();
        for figure in self.beside().filter(|figure| figure.unit == self.unit) {
            match figure.series {
                Some(name) if is_longer_time(name) => {}
                Some(name) => names.push(name),
                None => has_whole = true,
            }
        }
        let enough = if self.series.is_none() { 2 } else { 1 };
        if !has_whole || names.len() < enough {
            return None;
        }
        let names = quoted(&names);
        let working = match self.series {
            None => format!("If {names} are all its parts, they add up to it."),
            Some(_) => format!("If the only other part is {names}, the value of the measure less that gives it away."),
        };
        Some((Certainty::Likely, working))
    }

    /// The count that a rate or a percentage was worked out from.
    fn by_numerator(&self) -> Option<(Certainty, String)> {
        if matches!(self.unit.kind, UnitKind::Count | UnitKind::Money) {
            return None;
        }
        let counts = self.beside().filter(|figure| figure.unit.kind == UnitKind::Count);
        let counts: Vec<&str> = counts.filter_map(|figure| figure.series).collect();
        let names = quoted(&counts);
        Some(match (counts.len(), self.unit.kind) {
            (0, _) => return None,
            (1, UnitKind::Rate) => {
                let working = "that and the size of the population give it away.";
                (Certainty::Likely, format!("If it was worked out from {names}, {working}"))
            }
            (1, _) => {
                let working = "may be what it was worked out from; together with the whole, it gives it away.";
                (Certainty::Question, format!("{names} {working}"))
            }
            _ => (Certainty::Likely, format!("If it was worked out from {names}, they give it away.")),
        })
    }
}

/// Names in a sentence, at most four of them.
fn quoted(names: &[&str]) -> String {
    let mut quoted: Vec<String> = names.iter().take(4).map(|name| format!("“{name}”")).collect();
    if names.len() > 4 {
        quoted.push(format!("{} more", names.len() - 4));
    }
    quoted.join(" and ")
}
