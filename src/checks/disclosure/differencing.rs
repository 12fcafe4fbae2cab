//! Knows: whether a withheld value follows from other figures of the same measure by addition or subtraction.
//! Must not know: the value. No finding gives it, and nothing here works it out.

use super::figures::{Figures, StatedFigure, months, quantity};
use super::series_names::{is_change, is_from_target, is_longer_time, says_one_of};
use super::withheld::{add_finding, withheld_value};
use crate::checks::kind::Certainty;
use crate::checks::periods::named;
use crate::checks::reporter::Reporter;
use crate::import::Path;
use crate::report::{Period, Target, Unit, UnitKind};
use crate::wording::periods::the;

/// A withheld value among the figures of its measure.
pub(super) struct WithheldFigure<'f, 'm> {
    figures: &'f Figures<'m>,
    series: Option<&'m str>,
    period: Period,
    unit: &'m Unit,
}

impl<'f, 'm> WithheldFigure<'f, 'm> {
    pub(super) fn new(figures: &'f Figures<'m>, series: Option<&'m str>, period: Period, unit: &'m Unit) -> Self {
        Self { figures, series, period, unit }
    }

    pub(super) fn check(&self, at: &Path<'_>, reporter: &mut Reporter<'_>) {
        let of = match self.series {
            Some(series) => format!("a withheld value of “{series}” for {}", the(self.period)),
            None => withheld_value(self.period),
        };
        let found = self
            .by_itself()
            .or_else(|| self.by_time())
            .or_else(|| self.by_change())
            .or_else(|| self.by_target())
            .or_else(|| self.by_parts());
        if let Some((certainty, working)) = found.or_else(|| self.by_numerator()) {
            add_finding(reporter, certainty, at, of, working);
        }
    }

    /// The figures for a period.
    fn at(&self, period: Period) -> &'f [StatedFigure<'m>] {
        self.figures.by_period.get(&period).map_or(&[], Vec::as_slice)
    }

    /// Whether a figure is of the same series: one name may stand for a count and for a percentage.
    fn is_of(&self, figure: &StatedFigure<'_>) -> bool {
        figure.series == self.series && figure.unit.kind == self.unit.kind && figure.unit.per == self.unit.per
    }

    /// The numbers of other series for the same period.
    fn beside(&self) -> impl Iterator<Item = &'f StatedFigure<'m>> {
        self.at(self.period).iter().filter(|figure| figure.is_number && !self.is_of(figure))
    }

    /// The same value is in the file a second time, as a number.
    fn by_itself(&self) -> Option<(Certainty, String)> {
        let again = self.at(self.period).iter().any(|figure| figure.is_number && self.is_of(figure));
        again.then(|| (Certainty::Certain, format!("For {} the file has a number as well.", the(self.period))))
    }

    /// Numbers that add up over time: what happened in a longer time less what happened in its other parts.
    fn by_time(&self) -> Option<(Certainty, String)> {
        let graph = self.figures.by_quantity.get(&quantity(self.series, self.unit))?;
        let (from, to) = months(self.figures.measure, self.series, self.period);
        if !graph.are_joined(from, to) {
            return None;
        }
        // A rate is of a population, which may change from one time to the next.
        let is_rough = self.unit.kind == UnitKind::Rate || graph.has_average;
        let certainty = if is_rough { Certainty::Likely } else { Certainty::Certain };
        let used = graph.path(from, to).map_or("other times".to_string(), |used| named(&used));
        Some((certainty, format!("The numbers for {used} leave only one number for {}.", the(self.period))))
    }

    /// By how much it changed and what it was before, or what it was after and by how much that had changed.
    fn by_change(&self) -> Option<(Certainty, String)> {
        let change_in = |period: Period| {
            let mut figures = self.at(period).iter().filter(|figure| figure.is_number);
            figures.find_map(|figure| Some((figure.series.filter(|name| is_change(name))?, figure.unit)))
        };
        let others = self.figures.by_period.values().flatten();
        let same = others.filter(|figure| figure.is_number && self.is_of(figure));
        let same: Vec<Period> =
            same.map(|figure| figure.period).filter(|period| period.kind() == self.period.kind()).collect();
        let order = |period: &&Period| period.order();
        let before = same.iter().filter(|period| period.order() < self.period.order()).max_by_key(order);
        let after = same.iter().filter(|period| period.order() > self.period.order()).min_by_key(order);
        let (change, at, other) = match (change_in(self.period).zip(before), after) {
            (Some((change, before)), _) => (change, self.period, before),
            (None, Some(after)) => (change_in(*after)?, *after, after),
            (None, None) => return None,
        };
        let certainty = if change.1.kind == self.unit.kind { Certainty::Certain } else { Certainty::Likely };
        Some((certainty, format!("“{}” for {} and the value for {} give it away.", change.0, the(at), the(*other))))
    }

    /// How far it is from its target, and the target.
    fn by_target(&self) -> Option<(Certainty, String)> {
        let Some(Target::Point(target)) = &self.figures.measure.target else { return None };
        if self.series.is_some() || self.period != self.figures.measure.reporting_period || !target.is_in(self.unit) {
            return None;
        }
        let (name, unit) =
            self.beside().find_map(|figure| Some((figure.series.filter(|name| is_from_target(name))?, figure.unit)))?;
        // A variance need not say from what; one in another unit is a share of the target.
        let is_sure = says_one_of(name, &["target"]) && unit.kind == self.unit.kind;
        let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
        Some((certainty, format!("“{name}” and the target give it away.")))
    }

    /// The parts of a whole that is withheld, or the whole and the other parts of a withheld part.
    fn by_parts(&self) -> Option<(Certainty, String)> {
        if !matches!(self.unit.kind, UnitKind::Count | UnitKind::Money) {
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
        // Another part that is withheld as well protects it: secondary suppression.
        let is_part = |figure: &StatedFigure<'_>| figure.series.is_some() && figure.series != self.series;
        let is_protected = self.at(self.period).iter().any(|figure| !figure.is_number && is_part(figure));
        let enough = if self.series.is_none() { 2 } else { 1 };
        if !has_whole || is_protected || names.len() < enough {
            return None;
        }
        let names = quoted(&names);
        let working = match self.series {
            None => format!("If {names} are all its parts, they add up to it."),
            Some(_) => format!("If the only other part is {names}, the value of the measure less that gives it away."),
        };
        Some((Certainty::Likely, working))
    }

    /// What a rate or a percentage was worked out from.
    fn by_numerator(&self) -> Option<(Certainty, String)> {
        let kind = self.unit.kind;
        if matches!(kind, UnitKind::Count | UnitKind::Money) {
            return None;
        }
        let counts: Vec<&str> = self
            .beside()
            .filter(|figure| figure.unit.kind == UnitKind::Count)
            .filter_map(|figure| figure.series)
            .collect();
        let names = quoted(&counts);
        match (counts.len(), kind) {
            (0, _) => None,
            (1, UnitKind::Rate) => Some((
                Certainty::Likely,
                format!("If it was worked out from {names}, that and the size of the population give it away."),
            )),
            (1, _) => Some((
                Certainty::Question,
                format!("{names} may be what it was worked out from; together with the whole, it gives it away."),
            )),
            _ => Some((Certainty::Likely, format!("If it was worked out from {names}, they give it away."))),
        }
    }
}

/// Names in a sentence; only the first of many.
fn quoted(names: &[&str]) -> String {
    let mut quoted: Vec<String> = names.iter().take(4).map(|name| format!("“{name}”")).collect();
    if names.len() > 4 {
        quoted.push(format!("{} more", names.len() - 4));
    }
    quoted.join(" and ")
}
