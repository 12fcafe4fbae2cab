//! Knows: whether a sentence has a number that may be a withheld one, or leads to it: a count, a share, a change, a total.
//! Must not know: the withheld number, or where the sentence stands. It answers with the way, never with the number.

use super::spans::{adds_up, covered};
use super::tokens::{Token, tokens};
use crate::report::period::{MONTHS, Month};
use crate::report::{Decimal, Measure, Period, UnitKind};

/// How a number in a sentence may lead to the withheld one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It may be the number itself, or a part of it.
    Itself,
    /// It says by how much it changed, or how far from its target it is.
    Change,
    /// It may be a total over a longer time.
    Total,
}

/// What is withheld, as far as a sentence may speak of it.
pub(super) struct Withheld<'m> {
    measure: &'m Measure,
    period: Period,
    /// The months that it covers.
    months: (u32, u32),
    /// Numbers that the file gives for something else.
    known: Vec<Decimal>,
    /// How the words begin that say what is counted.
    counted: Vec<String>,
    has_before: bool,
}

const PEOPLE: [&str; 16] = [
    "people",
    "person",
    "child",
    "adult",
    "famil",
    "household",
    "resident",
    "pupil",
    "student",
    "client",
    "patient",
    "case",
    "individual",
    "carer",
    "tenant",
    "young",
];

const BENCHMARKS: [&str; 11] = [
    "england",
    "national",
    "nationally",
    "neighbours",
    "neighbour",
    "region",
    "regional",
    "benchmark",
    "elsewhere",
    "comparator",
    "comparators",
];

const TARGETS: [&str; 10] =
    ["target", "targets", "goal", "threshold", "limit", "ceiling", "tolerance", "set", "budget", "maximum"];

/// Words before a number that make it a bound, a name or an age.
const NOT_A_VALUE: [&str; 35] = [
    "between",
    "than",
    "under",
    "over",
    "least",
    "most",
    "below",
    "above",
    "within",
    "exceed",
    "exceeding",
    "per",
    "every",
    "aged",
    "age",
    "section",
    "rule",
    "act",
    "paragraph",
    "article",
    "page",
    "table",
    "note",
    "level",
    "stage",
    "phase",
    "step",
    "band",
    "grade",
    "key",
    "priority",
    "plus",
    "version",
    "regulation",
    "appendix",
];

const TIMES: [&str; 10] =
    ["quarter", "quarters", "month", "months", "week", "weeks", "year", "years", "hours", "minutes"];

impl<'m> Withheld<'m> {
    pub(super) fn new(measure: &'m Measure, period: Period) -> Self {
        let values =
            measure.history.iter().map(|one| &one.value).chain(measure.benchmarks.iter().map(|one| &one.value));
        let mut known: Vec<Decimal> = values.filter_map(|value| value.number().copied()).collect();
        known.extend(measure.value.number());
        let of = measure.unit.of.as_deref().unwrap_or_default().to_lowercase();
        let name = measure.name.to_lowercase();
        let in_name =
            name.split(|one: char| !one.is_alphanumeric()).filter(|word| word.len() > 4 && word.ends_with('s'));
        let stem = |word: &str| word.trim_end_matches("ies").trim_end_matches('s').to_string();
        let counted = of.split_whitespace().filter(|word| word.len() > 2).chain(in_name).map(stem).collect();
        let has_before = measure.history.iter().any(|one| one.is_own() && one.value.number().is_some());
        Self { measure, period, months: covered(measure.basis, period), known, counted, has_before }
    }

    /// The financial year that it ends in.
    fn year(&self) -> u16 {
        let Month { year, month } = self.period.end();
        if month > 3 { year } else { year.saturating_sub(1) }
    }

    /// Whether a word names the period, or another one.
    fn names(&self, tokens: &[Token<'_>], at: usize) -> Option<bool> {
        let token = tokens.get(at)?;
        let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
        let quarter = match token.lower.strip_prefix('q') {
            Some(number) if number.len() == 1 => number.parse::<u8>().ok(),
            _ if token.lower == "quarter" => next.parse::<u8>().ok(),
            _ => None,
        };
        if let Some(quarter) = quarter {
            return Some(matches!(self.period, Period::Quarter { quarter: own, .. } if own == quarter));
        }
        if let Some(year) = token.year() {
            let is_financial = token.text.len() > 4;
            return (year != self.year() && (is_financial || year != self.year() + 1)).then_some(false);
        }
        let is_time = TIMES.contains(&next) || next == "period";
        if token.is_one_of(&["last", "previous", "prior", "preceding", "earlier"]) {
            return is_time.then_some(false);
        }
        if token.lower == "this" {
            return (is_time && next != "year").then_some(true);
        }
        let month = MONTHS.iter().position(|month| *month == token.text)?;
        let (from, to) = self.months;
        let is_within = (from..to).any(|one| usize::from(Month::from_index(one).month) == month + 1);
        Some(is_within)
    }

    pub(super) fn is_named_in(&self, sentence: &str) -> bool {
        let tokens = tokens(sentence);
        (0..tokens.len()).any(|at| self.names(&tokens, at) == Some(true))
    }

    /// The way by which a number in a sentence may lead to what is withheld. Of a text that is about nothing else (`is_all`) any
    /// number may.
    pub(super) fn way(&self, sentence: &str, is_all: bool) -> Option<Way> {
        let sentence = sentence.replace(&self.measure.code, "");
        let tokens = tokens(&sentence);
        (0..tokens.len()).find_map(|at| self.way_of(&tokens, at, is_all))
    }

    fn way_of(&self, tokens: &[Token<'_>], at: usize, is_all: bool) -> Option<Way> {
        let token = tokens.get(at)?;
        let percent = self.measure.unit.kind == UnitKind::Percent;
        if let Some((part, whole)) = token.text.split_once('/') {
            // `41/44`; neither a date nor a year such as `23/24`.
            let (part, whole) = (part.parse::<u32>().ok()?, whole.parse::<u32>().ok()?);
            return (percent && part <= whole && part + 1 != whole && part < 1900).then_some(Way::Itself);
        }
        let number = token.number()?;
        let back = |steps: usize| at.checked_sub(steps).and_then(|at| tokens.get(at));
        let on = |steps: usize| tokens.get(at + steps);
        let was = |steps: usize, words: &[&str]| back(steps).is_some_and(|token| token.is_one_of(words));
        let is = |steps: usize, words: &[&str]| on(steps).is_some_and(|token| token.is_one_of(words));
        let is_month = |token: Option<&Token<'_>>| token.is_some_and(|token| MONTHS.contains(&token.text));
        let days = self.measure.unit.kind == UnitKind::Days;
        // Dates, bounds, ages, numbers of a rule, times.
        let is_range = |steps: usize| {
            was(steps, &["to"])
                && back(steps + 1).is_some_and(|token| token.number().is_some())
                && !was(steps + 2, &["from"])
        };
        if (token.year().is_some() && !token.is_share)
            || is_month(on(1))
            || (is_month(back(1)) && token.is_day() && !is(1, &["in"]))
            || was(1, &NOT_A_VALUE)
            || (was(1, &["quarter", "year"]) && token.is_day() && !was(2, &["this", "the", "last", "a"]))
            || token.gap.contains(['<', '>', '≤', '≥'])
            || (was(1, &["and"]) && was(3, &["between"]))
            || (was(1, &["to"]) && was(2, &["up"]))
            || is_range(1)
            || (is(1, &["to"]) && on(2).is_some_and(|token| token.number().is_some()) && !was(1, &["from"]))
            || (is(1, &["or"]) && is(2, &["fewer", "less", "under", "more", "over", "below", "above"]))
            || is(1, &TIMES)
            || (is(1, &["days", "day"]) && !days)
        {
            return None;
        }
        let from = (0..=at).rev().find(|one| tokens.get(*one).is_some_and(Token::ends_clause_before)).unwrap_or(0);
        let to = (at + 1..tokens.len()).find(|one| tokens.get(*one).is_some_and(Token::ends_clause_before));
        let clause = from..to.unwrap_or(tokens.len());
        // What others achieve: in the same part of the sentence, or said before.
        if (0..clause.end).any(|one| {
            tokens.get(one).is_some_and(|token| token.is_one_of(&BENCHMARKS)) && (clause.contains(&one) || one < at)
        }) {
            return None;
        }
        let in_points =
            is(1, &["percentage", "points", "point", "pp", "ppts"]) || (token.is_share && is(1, &["points"]));
        let in_unit = in_points
            || on(1).is_none_or(Token::ends_clause_before)
            || is(1, &["on", "from", "since", "compared", "in", "this"]);
        let changes = was(1, &["by", "up", "down"])
            || (was(1, &["of"])
                && was(
                    2,
                    &["increase", "decrease", "change", "rise", "fall", "reduction", "drop", "improvement", "growth"],
                ))
            || is(1, &["more", "fewer", "higher", "lower", "less"])
            || (in_points && !was(1, &["of"]))
            || (in_unit && was(1, &["rose", "fell", "increased", "decreased", "dropped", "improved"]));
        if changes {
            let from_target = self.measure.target.is_some() && tokens.iter().any(|token| token.is_one_of(&TARGETS));
            return (self.has_before || from_target || is_all).then_some(Way::Change);
        }
        let is_target = |token: &Token<'_>| token.is_one_of(&TARGETS);
        let before = (1..=5).map_while(back).take_while(|token| token.number().is_none());
        if before.into_iter().any(is_target) || (1..=2).filter_map(on).any(is_target) {
            return None;
        }
        let named: Vec<bool> = clause.clone().filter_map(|one| self.names(tokens, one)).collect();
        let names_own = named.contains(&true) || (0..tokens.len()).any(|one| self.names(tokens, one) == Some(true));
        if !names_own && self.known.iter().any(|known| known.cmp_value(number).is_eq()) {
            return None;
        }
        let totals = ["total", "altogether", "overall", "cumulative", "cumulatively"];
        let is_total = clause.clone().filter_map(|one| tokens.get(one)).any(|token| token.is_one_of(&totals))
            || (is(1, &["in"]) && is(2, &["all"]))
            || (is(1, &["so"]) && is(2, &["far"]))
            || clause.clone().any(|one| {
                let pair = tokens.get(one).zip(tokens.get(one + 1));
                pair.is_some_and(|(one, other)| {
                    (one.lower == "so" && other.lower == "far") || (one.lower == "to" && other.lower == "date")
                })
            });
        let of_other_year = tokens.iter().any(|token| token.year().is_some_and(|year| year.abs_diff(self.year()) > 1));
        if is_total && !of_other_year && adds_up(&self.measure.unit, self.measure.basis) {
            return Some(Way::Total);
        }
        if !named.is_empty() && !named.contains(&true) {
            return None;
        }
        (is_all || self.is_value(tokens, at)).then_some(Way::Itself)
    }

    /// Whether a number is said of what is measured.
    fn is_value(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let on = |steps: usize| tokens.get(at + steps);
        let Some(token) = tokens.get(at) else { return false };
        let is = |steps: usize, words: &[&str]| on(steps).is_some_and(|token| token.is_one_of(words));
        let kind = self.measure.unit.kind;
        if token.is_share || is(1, &["percent"]) || (is(1, &["per"]) && is(2, &["cent"])) {
            return kind == UnitKind::Percent;
        }
        let is_of = (is(1, &["of"]) && on(2).is_some_and(|token| token.number().is_some()))
            || (is(1, &["of"]) && is(2, &["the", "our", "all"]) && on(3).is_some_and(|token| token.number().is_some()))
            || (is(1, &["out"]) && is(2, &["of"]));
        if is_of && matches!(kind, UnitKind::Percent | UnitKind::Rate | UnitKind::Ratio) {
            return true;
        }
        if is(1, &["per"]) {
            return kind == UnitKind::Rate;
        }
        // "3 families", "3 young people"; of a share, how many are in it does not say how large it is.
        let things = (1..=3).map_while(on).take_while(|token| !token.ends_clause_before() && token.number().is_none());
        let is_thing = |token: &Token<'_>| {
            PEOPLE.iter().any(|one| token.lower.starts_with(one))
                || self.counted.iter().any(|one| token.lower.starts_with(one.as_str()))
        };
        if kind != UnitKind::Percent && things.into_iter().any(is_thing) {
            return true;
        }
        // "It was 3.", "was 3 in Quarter 3", "Quarter 3: 3".
        let ends = on(1).is_none_or(Token::ends_clause_before)
            || is(1, &["in", "for", "this", "at", "during", "against", "compared", "and", "which", "days"]);
        let says = |token: &Token<'_>| {
            token.is_one_of(&["was", "were", "is", "are", "at", "only", "just", "reached", "totalled", "to"])
        };
        let names_before =
            (1..=3).filter_map(|back| at.checked_sub(back)).any(|one| self.names(tokens, one) == Some(true));
        // "Admissions: 3".
        let follows_name =
            token.gap.contains([':', '=']) && at.checked_sub(1).and_then(|one| tokens.get(one)).is_some_and(is_thing);
        if kind != UnitKind::Percent && ends && follows_name {
            return true;
        }
        ends && (at.checked_sub(1).and_then(|one| tokens.get(one)).is_some_and(says) || names_before)
    }
}
