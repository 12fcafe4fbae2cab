//! Knows: whether a withheld value can be worked out from other figures of the same measure.
//! Must not know: the value. No finding says it, and nothing here works it out.

use super::mentions::Mentions;
use super::spans::{self, covered, named, the};
use super::{Certainty, Desk, Kind, Said, in_words};
use crate::import::Path;
use crate::report::period::PeriodKind;
use crate::report::{Basis, Block, Measure, Missing, Period, Target, Unit, UnitKind, Value};
use std::collections::{HashMap, VecDeque};

/// `others` are blocks of other measures that are about this one as well.
pub(super) fn check(measure: &Measure, others: &[(&str, &Block)], mentions: &Mentions<'_>, desk: &mut Desk<'_>) {
    let is_now = is_withheld(&measure.value);
    if !is_now && !measure.history.iter().any(|observation| is_withheld(&observation.value)) {
        return;
    }
    let figures = Figures::of(measure);
    if is_now {
        let at = desk.at.key("value");
        Withheld::new(&figures, None, measure.reporting_period, &measure.unit).check(&at, desk);
        in_words::check(measure, others, mentions, desk);
    }
    for (position, observation) in measure.history.iter().enumerate() {
        if !is_withheld(&observation.value) {
            continue;
        }
        let history = desk.at.key("history");
        let at = history.entry(position);
        if let Some(period) = observation.period {
            let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
            Withheld::new(&figures, observation.series.as_deref(), period, unit).check(&at.key("value"), desk);
        }
        in_words::earlier(measure, observation, &at, desk);
        let in_formula = observation.formula.as_deref().map_or(0, |formula| {
            formula.split(|one: char| !one.is_ascii_digit() && one != '.').filter(|part| !part.is_empty()).count()
        });
        if in_formula > 1 {
            let of = "a withheld value with a formula in figures".to_string();
            find(desk, Certainty::Certain, &at.key("formula"), of, "The formula says how to work it out.".to_string());
        }
    }
}

pub(super) fn is_withheld(value: &Value) -> bool {
    matches!(value, Value::Missing(missing) if missing.missing == Missing::Suppressed)
}

pub(super) fn find(desk: &mut Desk<'_>, certainty: Certainty, at: &Path<'_>, of: String, working: String) {
    let expected = "no other figures from which it follows".to_string();
    desk.find(Kind::Recoverable, certainty, at, Said { published: of, expected, working });
}

/// A number of a measure, or one that is withheld.
struct Figure<'m> {
    series: Option<&'m str>,
    period: Period,
    unit: &'m Unit,
    is_number: bool,
}

/// The figures of a measure that state a period.
struct Figures<'m> {
    measure: &'m Measure,
    by_period: HashMap<Period, Vec<Figure<'m>>>,
    /// Of each quantity the numbers over time.
    by_quantity: HashMap<Quantity<'m>, Joins>,
}

/// What is counted: the measure itself, whether over its own time or over a longer or shorter one, or one other series.
type Quantity<'m> = (Option<&'m str>, UnitKind, Option<u32>);

fn quantity<'m>(series: Option<&'m str>, unit: &Unit) -> Quantity<'m> {
    (series.filter(|name| !is_longer_time(name) && !is_single_time(name)), unit.kind, unit.per)
}

/// What a number covers: of a measure that is added up over the year the year so far, unless the series says otherwise.
fn months(measure: &Measure, series: Option<&str>, period: Period) -> (u32, u32) {
    // A longer time that is dated by its last quarter or month began with the year, and may end with it.
    if series.is_some_and(is_longer_time) {
        let (from, to) = covered(Basis::Cumulative, period);
        return if series.is_some_and(is_whole_year) { (from, to.max(from + 12)) } else { (from, to) };
    }
    if series.is_some_and(is_single_time) { spans::span(period) } else { covered(measure.basis, period) }
}

impl<'m> Figures<'m> {
    fn of(measure: &'m Measure) -> Self {
        let mut figures = Self { measure, by_period: HashMap::new(), by_quantity: HashMap::new() };
        let stated = measure.history.iter().filter_map(|observation| {
            let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
            Some((observation.series.as_deref(), observation.period?, unit, &observation.value))
        });
        for (series, period, unit, value) in
            stated.chain([(None, measure.reporting_period, &measure.unit, &measure.value)])
        {
            let is_number = value.number().is_some();
            if is_number || is_withheld(value) {
                figures.by_period.entry(period).or_default().push(Figure { series, period, unit, is_number });
            }
            if is_number && spans::adds_up(unit, measure.basis) {
                let (from, to) = months(measure, series, period);
                let joins = figures.by_quantity.entry(quantity(series, unit)).or_default();
                joins.join(from, to, period);
                joins.has_average |= series.is_some_and(is_average);
            }
        }
        figures
    }
}

/// A withheld value, and what else there is about it.
struct Withheld<'f, 'm> {
    figures: &'f Figures<'m>,
    series: Option<&'m str>,
    period: Period,
    unit: &'m Unit,
}

impl<'f, 'm> Withheld<'f, 'm> {
    fn new(figures: &'f Figures<'m>, series: Option<&'m str>, period: Period, unit: &'m Unit) -> Self {
        Self { figures, series, period, unit }
    }

    fn check(&self, at: &Path<'_>, desk: &mut Desk<'_>) {
        let of = match self.series {
            Some(series) => format!("a withheld value of “{series}” for {}", the(self.period)),
            None => format!("a withheld value for {}", the(self.period)),
        };
        let found = self
            .by_itself()
            .or_else(|| self.by_time())
            .or_else(|| self.by_change())
            .or_else(|| self.by_target())
            .or_else(|| self.by_parts());
        if let Some((certainty, working)) = found.or_else(|| self.by_numerator()) {
            find(desk, certainty, at, of, working);
        }
    }

    /// The figures for a period.
    fn at(&self, period: Period) -> &'f [Figure<'m>] {
        self.figures.by_period.get(&period).map_or(&[], Vec::as_slice)
    }

    /// Whether a figure is one of the same series: a name may stand for a number of things and for their share.
    fn is_of(&self, figure: &Figure<'_>) -> bool {
        figure.series == self.series && figure.unit.kind == self.unit.kind && figure.unit.per == self.unit.per
    }

    /// The numbers of other series for the same period.
    fn beside(&self) -> impl Iterator<Item = &'f Figure<'m>> {
        self.at(self.period).iter().filter(|figure| figure.is_number && !self.is_of(figure))
    }

    /// The same value stands there a second time, as a number.
    fn by_itself(&self) -> Option<(Certainty, String)> {
        let again = self.at(self.period).iter().any(|figure| figure.is_number && self.is_of(figure));
        again.then(|| (Certainty::Certain, format!("For {} the file has a number as well.", the(self.period))))
    }

    /// Numbers that add up over time: what happened in a longer time less what happened in its other parts.
    fn by_time(&self) -> Option<(Certainty, String)> {
        let joins = self.figures.by_quantity.get(&quantity(self.series, self.unit))?;
        let (from, to) = months(self.figures.measure, self.series, self.period);
        if !joins.are_joined(from, to) {
            return None;
        }
        // A rate is for so many people, who may not be the same from one time to the next.
        let is_rough = self.unit.kind == UnitKind::Rate || joins.has_average;
        let certainty = if is_rough { Certainty::Likely } else { Certainty::Certain };
        let used = joins.way(from, to).map_or("other times".to_string(), |used| named(&used));
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
        Some((certainty, format!("“{}” for {} and the value for {} give it.", change.0, the(at), the(*other))))
    }

    /// How far it is from its target, which stands beside it.
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
        Some((certainty, format!("“{name}” and the target give it.")))
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
        // Another part that is withheld, too, protects it.
        let is_part = |figure: &Figure<'_>| figure.series.is_some() && figure.series != self.series;
        let is_protected = self.at(self.period).iter().any(|figure| !figure.is_number && is_part(figure));
        let enough = if self.series.is_none() { 2 } else { 1 };
        if !has_whole || is_protected || names.len() < enough {
            return None;
        }
        let names = quoted(&names);
        let working = match self.series {
            None => format!("If {names} are all its parts, they add up to it."),
            Some(_) => format!("If the only other part is {names}, the value of the measure less that gives it."),
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
                format!("If it was worked out from {names}, that and the size of the population give it."),
            )),
            (1, _) => Some((
                Certainty::Question,
                format!("{names} may be what it was worked out from; with the whole, it gives it."),
            )),
            _ => Some((Certainty::Likely, format!("If it was worked out from {names}, they give it."))),
        }
    }
}

/// Names in a sentence; of many the first ones.
fn quoted(names: &[&str]) -> String {
    let mut quoted: Vec<String> = names.iter().take(4).map(|name| format!("“{name}”")).collect();
    if names.len() > 4 {
        quoted.push(format!("{} more", names.len() - 4));
    }
    quoted.join(" and ")
}

/// Whether a series says how a value stands to the one before.
fn is_change(series: &str) -> bool {
    let is_since_before = says_one_of(series, &["last", "previous", "prior", "since", "earlier", "before"]);
    says_one_of(series, &["change", "increase", "decrease"])
        || (is_since_before && says_one_of(series, &["difference", "variance"]))
}

/// Whether a series says how far a value is from its target.
fn is_from_target(series: &str) -> bool {
    !is_change(series)
        && (says_one_of(series, &["variance"])
            || (says_one_of(series, &["target"])
                && says_one_of(series, &["difference", "distance", "gap", "shortfall", "points from"])))
}

fn says_one_of(series: &str, words: &[&str]) -> bool {
    let name = series.to_lowercase();
    words.iter().any(|word| name.contains(word))
}

/// Whether a series has averages: as often as there are periods, they are totals.
fn is_average(series: &str) -> bool {
    says_one_of(series, &["average", "mean"])
}

/// Whether a series has the same numbers over a longer time.
fn is_longer_time(series: &str) -> bool {
    says_one_of(
        series,
        &[
            "year to date",
            "ytd",
            "whole year",
            "full year",
            "over the year",
            "cumulative",
            "annual total",
            "year total",
        ],
    )
}

/// Whether that longer time is all of a year.
fn is_whole_year(series: &str) -> bool {
    says_one_of(series, &["whole year", "full year", "annual total", "year total"])
}

/// Whether a series has the same numbers for one period alone.
fn is_single_time(series: &str) -> bool {
    let words =
        ["quarter alone", "in the quarter", "in quarter", "this quarter", "in the month", "quarterly", "monthly"];
    says_one_of(series, &words) && !is_average(series)
}

/// Numbers over time: each joins the month that it begins with and the month after its end. A withheld number follows from them
/// when its own two months are joined.
#[derive(Default)]
struct Joins {
    next: HashMap<u32, Vec<(u32, Period)>>,
    parents: HashMap<u32, u32>,
    /// Whether there is an average among them, which may be rounded.
    has_average: bool,
}

/// So many months are looked at for the numbers from which another follows; that it does is known without them.
const LOOKED_AT: usize = 100;

impl Joins {
    fn join(&mut self, from: u32, to: u32, period: Period) {
        self.next.entry(from).or_default().push((to, period));
        self.next.entry(to).or_default().push((from, period));
        let (one, other) = (self.root(from), self.root(to));
        if one != other {
            // Halving the way for those that come after.
            self.parents.insert(from, other);
            self.parents.insert(one, other);
        }
    }

    fn root(&self, month: u32) -> u32 {
        let mut at = month;
        while let Some(parent) = self.parents.get(&at) {
            at = *parent;
        }
        at
    }

    fn are_joined(&self, one: u32, other: u32) -> bool {
        self.root(one) == self.root(other)
    }

    /// The numbers that lead from one month to another, in the order of time; none when they are too far apart.
    fn way(&self, from: u32, to: u32) -> Option<Vec<Period>> {
        let mut came: HashMap<u32, (u32, Period)> = HashMap::new();
        let mut next = VecDeque::from([from]);
        while let Some(month) = next.pop_front().filter(|_| !came.contains_key(&to) && came.len() < LOOKED_AT) {
            for (other, period) in self.next.get(&month).into_iter().flatten().take(LOOKED_AT) {
                if *other != from && !came.contains_key(other) {
                    came.insert(*other, (month, *period));
                    next.push_back(*other);
                }
            }
        }
        let mut used = Vec::new();
        let mut at = to;
        while at != from {
            let (before, period) = came.get(&at)?;
            used.push(*period);
            at = *before;
        }
        used.sort_by_key(|period| (period.order(), period.kind() != PeriodKind::Quarter));
        Some(used)
    }
}
