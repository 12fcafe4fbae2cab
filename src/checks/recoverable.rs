//! Knows: whether a withheld value can be worked out from other figures of the same measure.
//! Must not know: the value. No finding says it, and nothing here works it out.

use super::spans::{self, covered, named, the};
use super::{Certainty, Desk, Kind, Said};
use crate::import::Path;
use crate::report::period::PeriodKind;
use crate::report::{Block, Content, Measure, Missing, Observation, Period, Unit, UnitKind, Value};
use crate::trend;
use std::collections::{HashMap, VecDeque};

/// `others` are blocks of other measures that are about this one as well.
pub(super) fn check(measure: &Measure, others: &[(&str, &Block)], desk: &mut Desk<'_>) {
    let at = desk.at.key("value");
    if is_withheld(&measure.value) {
        let withheld = Withheld { measure, period: measure.reporting_period, series: None };
        withheld.check(&at, desk);
        in_words(measure, others, desk);
    }
    for (position, observation) in measure.history.iter().enumerate() {
        if !is_withheld(&observation.value) {
            continue;
        }
        let history = desk.at.key("history");
        let at = history.entry(position);
        if let Some(period) = observation.period {
            let withheld = Withheld { measure, period, series: observation.series.as_deref() };
            withheld.check(&at.key("value"), desk);
        }
        let figures = observation.formula.as_deref().map_or(0, |formula| {
            formula.split(|one: char| !one.is_ascii_digit() && one != '.').filter(|part| !part.is_empty()).count()
        });
        if figures > 1 {
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

/// A withheld value, and what else there is about it.
struct Withheld<'m> {
    measure: &'m Measure,
    period: Period,
    series: Option<&'m str>,
}

impl<'m> Withheld<'m> {
    fn check(&self, at: &Path<'_>, desk: &mut Desk<'_>) {
        let of = match self.series {
            Some(series) => format!("a withheld value of “{series}” for {}", the(self.period)),
            None => format!("a withheld value for {}", the(self.period)),
        };
        let found =
            self.by_itself().or_else(|| self.by_time()).or_else(|| self.by_change()).or_else(|| self.by_parts());
        if let Some((certainty, working)) = found.or_else(|| self.by_numerator()) {
            find(desk, certainty, at, of, working);
        }
    }

    /// All numbers of the measure that state a period, with the name of their series.
    fn numbers(&self) -> impl Iterator<Item = (Option<&'m str>, Period, &'m Unit)> {
        let measure = self.measure;
        let earlier = measure.history.iter().filter(|observation| observation.value.number().is_some());
        let stated = earlier.filter_map(move |observation: &Observation| {
            let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
            Some((observation.series.as_deref(), observation.period?, unit))
        });
        let own = measure.value.number().map(|_| (None, measure.reporting_period, &measure.unit));
        stated.chain(own)
    }

    /// The unit of the withheld value.
    fn unit(&self) -> &'m Unit {
        let is_it = |observation: &&Observation| {
            observation.series.as_deref() == self.series && observation.period == Some(self.period)
        };
        let own = self.series.and_then(|_| self.measure.history.iter().find(is_it)?.unit.as_ref());
        own.unwrap_or(&self.measure.unit)
    }

    /// The same value stands there a second time, as a number.
    fn by_itself(&self) -> Option<(Certainty, String)> {
        let again = self.numbers().any(|(series, period, _)| series == self.series && period == self.period);
        again.then(|| (Certainty::Certain, format!("For {} the file has a number as well.", the(self.period))))
    }

    /// Numbers that add up over time: what happened in a longer time less what happened in its other parts. Each known number
    /// joins the month it begins with and the month after its end; a withheld one follows when its own two are joined.
    fn by_time(&self) -> Option<(Certainty, String)> {
        let unit = self.unit();
        if !spans::adds_up(unit, self.measure.basis) {
            return None;
        }
        // The measure itself, whether over its own time or over a longer or shorter one, or one other series.
        let quantity = |series: Option<&'m str>| series.filter(|name| !is_longer_time(name) && !is_single_time(name));
        let mut joins: HashMap<u32, Vec<(u32, Period)>> = HashMap::new();
        for (series, period, other) in self.numbers() {
            if quantity(series) == quantity(self.series) && other.kind == unit.kind {
                let (from, to) = self.months(series, period);
                joins.entry(from).or_default().push((to, period));
                joins.entry(to).or_default().push((from, period));
            }
        }
        let (from, to) = self.months(self.series, self.period);
        let used = way(&joins, from, to)?;
        // A rate is for so many people, who may not be the same from one time to the next.
        let certainty = if unit.kind == UnitKind::Rate { Certainty::Likely } else { Certainty::Certain };
        let working = format!("The numbers for {} leave only one number for {}.", named(&used), the(self.period));
        Some((certainty, working))
    }

    /// What a number covers: of a measure that is added up over the year the year so far, unless the series says otherwise.
    fn months(&self, series: Option<&str>, period: Period) -> (u32, u32) {
        if series.is_some_and(is_single_time) { spans::span(period) } else { covered(self.measure.basis, period) }
    }

    /// By how much it changed, and what it was before.
    fn by_change(&self) -> Option<(Certainty, String)> {
        let is_change = |name: &str| {
            let name = name.to_lowercase();
            ["change", "difference", "increase", "decrease", "variance"].iter().any(|word| name.contains(word))
        };
        let (name, unit) =
            self.beside().find_map(|(series, unit)| Some((series.filter(|name| is_change(name))?, unit)))?;
        let earlier =
            self.numbers().filter(|(series, period, _)| *series == self.series && period.order() < self.period.order());
        let before = earlier.max_by_key(|(_, period, _)| period.order())?.1;
        let certainty = if unit.kind == self.unit().kind { Certainty::Certain } else { Certainty::Likely };
        Some((certainty, format!("“{name}” for {} and the value for {} give it.", the(self.period), the(before))))
    }

    /// The names of other series that have a number for the same period.
    fn beside(&self) -> impl Iterator<Item = (Option<&'m str>, &'m Unit)> {
        self.numbers()
            .filter(|(series, period, _)| *period == self.period && *series != self.series)
            .map(|(series, _, unit)| (series, unit))
    }

    /// The parts of a whole that is withheld, or the whole and the other parts of a withheld part.
    fn by_parts(&self) -> Option<(Certainty, String)> {
        let unit = self.unit();
        if !matches!(unit.kind, UnitKind::Count | UnitKind::Money) {
            return None;
        }
        let mut names = Vec::new();
        let mut has_whole = self.series.is_none();
        for (series, other) in self.beside().filter(|(_, other)| other.kind == unit.kind) {
            match series {
                Some(name) if is_longer_time(name) || other != unit => {}
                Some(name) => names.push(format!("“{name}”")),
                None => has_whole = true,
            }
        }
        // Another part that is withheld, too, protects it.
        let is_protected = self.measure.history.iter().any(|observation| {
            observation.period == Some(self.period)
                && observation.series.is_some()
                && observation.series.as_deref() != self.series
                && is_withheld(&observation.value)
        });
        let enough = if self.series.is_none() { 2 } else { 1 };
        if !has_whole || is_protected || names.len() < enough {
            return None;
        }
        let names = names.join(" and ");
        let working = match self.series {
            None => format!("If {names} are all its parts, they add up to it."),
            Some(_) => format!("If the only other part is {names}, the value of the measure less that gives it."),
        };
        Some((Certainty::Likely, working))
    }

    /// What a rate or a percentage was worked out from.
    fn by_numerator(&self) -> Option<(Certainty, String)> {
        let kind = self.unit().kind;
        if matches!(kind, UnitKind::Count | UnitKind::Money) {
            return None;
        }
        let counts: Vec<String> = self
            .beside()
            .filter(|(_, unit)| unit.kind == UnitKind::Count)
            .filter_map(|(series, _)| Some(format!("“{}”", series?)))
            .collect();
        let names = counts.join(" and ");
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

fn says_one_of(series: &str, words: &[&str]) -> bool {
    let name = series.to_lowercase();
    words.iter().any(|word| name.contains(word)) && !["average", "mean", "per "].iter().any(|word| name.contains(word))
}

/// Whether a series has the same numbers over a longer time.
fn is_longer_time(series: &str) -> bool {
    let words = ["year to date", "ytd", "whole year", "full year", "cumulative", "annual total", "year total"];
    says_one_of(series, &words)
}

/// Whether a series has the same numbers for one period alone.
fn is_single_time(series: &str) -> bool {
    says_one_of(
        series,
        &["quarter alone", "in the quarter", "in quarter", "this quarter", "in the month", "quarterly", "monthly"],
    )
}

/// The numbers that lead from one month to another, in the order of time; none when nothing does.
fn way(joins: &HashMap<u32, Vec<(u32, Period)>>, from: u32, to: u32) -> Option<Vec<Period>> {
    let mut came: HashMap<u32, (u32, Period)> = HashMap::new();
    let mut next = VecDeque::from([from]);
    while let Some(month) = next.pop_front().filter(|_| !came.contains_key(&to)) {
        for (other, period) in joins.get(&month).into_iter().flatten() {
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

/// Words by which a sentence says that something changed by a number.
const BY: [&str; 14] = [
    "increase",
    "increased",
    "decrease",
    "decreased",
    "rose",
    "risen",
    "fell",
    "fallen",
    "up",
    "down",
    "change",
    "changed",
    "reduced",
    "grew",
];

/// Commentary that says by how much the withheld value changed, where the value before is known; or that counts the very
/// things that are counted.
fn in_words(measure: &Measure, others: &[(&str, &Block)], desk: &mut Desk<'_>) {
    if measure.unit.kind != UnitKind::Count {
        return;
    }
    let points = trend::series(measure);
    let before =
        points.iter().rev().find(|point| !point.is_current && point.value.number().is_some()).map(|point| point.period);
    let of = || format!("a withheld value for {}", the(measure.reporting_period));
    for (section_at, section) in measure.commentary.iter().enumerate() {
        for (block_at, block) in section.blocks.iter().enumerate() {
            if let Some(working) = gives_away(measure, block, before) {
                let commentary = desk.at.key("commentary");
                let section_path = commentary.entry(section_at);
                let blocks = section_path.key("blocks");
                find(desk, Certainty::Question, &blocks.entry(block_at), of(), working);
            }
        }
    }
    for (_, block) in others {
        if let Some(working) = gives_away(measure, block, before) {
            let at = desk.at.key("value");
            find(desk, Certainty::Question, &at, of(), format!("In the commentary of another measure: {working}"));
        }
    }
}

fn gives_away(measure: &Measure, block: &Block, before: Option<Period>) -> Option<String> {
    if matches!(block.content, Content::Table(_)) {
        return None;
    }
    let counted = measure.unit.of.as_deref().and_then(|of| of.split_whitespace().next());
    let (mut changes, mut counts) = (false, false);
    block.each(&mut |text| {
        for sentence in text.split(['.', ';']) {
            changes = changes || says_change(sentence);
            counts = counts || counted.is_some_and(|of| says_number_of(sentence, of));
        }
    });
    match (before, counted) {
        (Some(before), _) if changes => Some(format!(
            "A sentence gives a change in figures, and the value for {} is in the file: together they may give it.",
            the(before)
        )),
        (_, Some(of)) if counts => Some(format!("A sentence gives a number of {of}: it may be the withheld one.")),
        _ => None,
    }
}

fn words(sentence: &str) -> Vec<&str> {
    sentence.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Whether a word is a small number, in digits or letters.
fn is_small_number(word: &str) -> bool {
    let in_letters = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    (word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
        || in_letters.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// "rose by 3", "up 3", "3 more", "two fewer".
fn says_change(sentence: &str) -> bool {
    let words = words(sentence);
    let is = |at: Option<usize>, known: &[&str]| {
        at.and_then(|at| words.get(at)).is_some_and(|word| known.iter().any(|one| word.eq_ignore_ascii_case(one)))
    };
    words.iter().enumerate().filter(|(_, word)| is_small_number(word)).any(|(at, _)| {
        let (one, two) = (at.checked_sub(1), at.checked_sub(2));
        is(one, &["up", "down"])
            || (is(one, &["by", "of"]) && is(two, &BY))
            || is(Some(at + 1), &["more", "fewer", "higher", "lower"])
    })
}

/// "4 admissions", and not "between 1 and 5 admissions" or "fewer than 5 admissions".
fn says_number_of(sentence: &str, of: &str) -> bool {
    let words = words(sentence);
    words.windows(2).enumerate().any(|(at, pair)| {
        let [number, thing] = pair else { return false };
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let is_bound = ["and", "to", "than", "under", "over", "least", "most", "or"]
            .iter()
            .any(|one| before.eq_ignore_ascii_case(one));
        is_small_number(number) && thing.eq_ignore_ascii_case(of) && !is_bound
    })
}
