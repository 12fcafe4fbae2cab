//! Knows: whether a sentence has a number that may reveal a suppressed one: a count, a share, a change, a total.
//! Must not know: the suppressed number, or where the sentence is. It says how a number may reveal it, never the number.

use super::patterns::{Disclosure, PATTERNS, Pattern, TARGETS, TIMES, Test, Units};
use crate::checks::periods::{adds_up, covered};
use crate::checks::text::{Token, lists, tokens, words};
use crate::never::OrNever;
use crate::report::period::{MONTHS, Month};
use crate::report::{Decimal, Measure, Period};
use std::ops::Range;
use std::rc::Rc;

/// A suppressed value, with what a sentence may say about it.
pub(super) struct SuppressedTopic<'m> {
    pub(super) period: Period,
    /// The months that it covers, as in [`covered`].
    months: (u32, u32),
    subject: Rc<Subject<'m>>,
}

/// What a suppressed value is of. It is worked out once, since a measure may have a thousand of them.
struct Subject<'m> {
    measure: &'m Measure,
    /// Numbers that the file gives for other periods or other councils, the smallest first.
    known: Vec<Decimal>,
    /// How words for what is counted begin.
    counted: Vec<String>,
    /// Whether the file has an earlier number that a change may start from.
    has_before: bool,
}

/// How words for people begin.
const PEOPLE: &str = "people person child adult famil household resident pupil student client patient case individual carer \
    tenant young";

/// A word of a sentence, which may be a number, with what is around it.
struct Spot<'t, 's> {
    tokens: &'t [Token<'s>],
    at: usize,
    clause: Range<usize>,
    /// As in [`Test::Sole`].
    is_sole: bool,
}

impl<'t, 's> Spot<'t, 's> {
    fn new(tokens: &'t [Token<'s>], at: usize, is_sole: bool) -> Self {
        let ends = |one: &usize| tokens.get(*one).is_some_and(Token::ends_clause_before);
        let from = (0..=at).rev().find(ends).unwrap_or(0);
        let to = (at + 1..tokens.len()).find(ends).unwrap_or(tokens.len());
        Self { tokens, at, clause: from..to, is_sole }
    }

    /// The word at a position, counted from the spot as in [`Test`].
    fn word(&self, steps: isize) -> Option<&'t Token<'s>> {
        self.tokens.get(self.at.checked_add_signed(steps)?)
    }

    fn is_word(&self, steps: isize, words: &str) -> bool {
        self.word(steps).is_some_and(|token| token.is_one_of(words))
    }

    fn has_word(&self, range: Range<usize>, words: &str) -> bool {
        let tokens = self.tokens.get(range).or_never("a clause lies within its sentence", &[]);
        tokens.iter().any(|token| token.is_one_of(words))
    }
}

/// The quarters and months that a text names, each a bit at its number, and whether it speaks of "this quarter". A text that
/// names no time of a value has nothing on it: so each text is read once, and not for each value.
#[derive(Default)]
pub(super) struct NamedTimes {
    quarters: u8,
    months: u16,
    is_this: bool,
}

impl NamedTimes {
    /// Whether any time is named.
    pub(super) fn is_any(&self) -> bool {
        self.is_this || self.quarters != 0 || self.months != 0
    }

    /// Adds what a text names.
    pub(super) fn add(&mut self, text: &str) {
        let tokens = tokens(text);
        for (at, token) in tokens.iter().enumerate() {
            if let Some(quarter) = quarter_at(&tokens, at) {
                self.quarters |= 1u8.checked_shl(u32::from(quarter)).unwrap_or(0);
            }
            let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
            self.is_this |= token.lower == "this" && is_part_of_year(next);
            if let Some(month) = month_of(token) {
                self.months |= 1 << month;
            }
        }
    }
}

/// The number of the quarter that a word names, such as `Q3`, or `quarter` before `3`.
fn quarter_at(tokens: &[Token<'_>], at: usize) -> Option<u8> {
    let token = tokens.get(at)?;
    let quarter = match token.lower.strip_prefix('q') {
        Some(number) if number.len() == 1 => number,
        _ if token.lower == "quarter" => tokens.get(at + 1)?.lower.as_str(),
        _ => return None,
    };
    quarter.parse().ok()
}

/// Whether a word is one for a time, such as `months`.
fn is_time(word: &str) -> bool {
    lists(TIMES, word) || word == "period"
}

/// Whether a word after "this" makes it the time that the text is about.
fn is_part_of_year(word: &str) -> bool {
    is_time(word) && word != "year"
}

/// The number of the month that a word is the name of, 1 to 12.
fn month_of(token: &Token<'_>) -> Option<u8> {
    (1..).zip(MONTHS).find_map(|(number, month)| (month == token.text).then_some(number))
}

impl<'m> SuppressedTopic<'m> {
    pub(super) fn new(measure: &'m Measure, period: Period) -> Self {
        let history = measure.history.iter().map(|one| &one.value);
        let values = history.chain(measure.benchmarks.iter().map(|one| &one.value)).chain([&measure.value]);
        let mut known: Vec<Decimal> = values.filter_map(|value| value.number().copied()).collect();
        known.sort_by(|one, other| one.cmp_value(*other));
        let of = measure.unit.of.as_deref().unwrap_or_default().to_lowercase();
        let name = measure.name.to_lowercase();
        let in_name = words(&name).map(|(_, word)| word).filter(|word| word.len() > 4 && word.ends_with('s'));
        let stem = |word: &str| word.trim_end_matches("ies").trim_end_matches('s').to_string();
        let counted = of.split_whitespace().filter(|word| word.len() > 2).chain(in_name).map(stem).collect();
        let has_before = measure.history.iter().any(|one| one.is_own() && one.value.number().is_some());
        let subject = Rc::new(Subject { measure, known, counted, has_before });
        Self { period, months: covered(measure.basis(), period), subject }
    }

    /// The same for another period of the measure.
    pub(super) fn at(&self, period: Period) -> Self {
        Self { period, months: covered(self.subject.measure.basis(), period), subject: Rc::clone(&self.subject) }
    }

    /// The financial year in which the period ends.
    fn year(&self) -> u16 {
        let Month { year, month } = self.period.end();
        if month > 3 { year } else { year.saturating_sub(1) }
    }

    /// Whether a word names the period (true) or another one (false); none when it names no period.
    fn names(&self, tokens: &[Token<'_>], at: usize) -> Option<bool> {
        let token = tokens.get(at)?;
        let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
        if let Some(quarter) = quarter_at(tokens, at) {
            return Some(matches!(self.period, Period::Quarter { quarter: own, .. } if own == quarter));
        }
        if let Some(year) = token.year() {
            let is_financial = token.text.len() > 4;
            return (year != self.year() && (is_financial || year != self.year() + 1)).then_some(false);
        }
        let is_time = is_time(next);
        if token.is_one_of("last previous prior preceding earlier") {
            return is_time.then_some(false);
        }
        if token.lower == "this" {
            return is_part_of_year(next).then_some(true);
        }
        let month = month_of(token)?;
        let (from, to) = self.months;
        Some((from..to).take(12).any(|one| Month::from_index(one).month == month))
    }

    /// Whether some text names the period, by what it names.
    pub(super) fn is_among(&self, named: &NamedTimes) -> bool {
        let quarter = match self.period {
            Period::Quarter { quarter, .. } => 1 << quarter,
            _ => 0,
        };
        let (from, to) = self.months;
        let mut months = (from..to).take(12).map(|one| 1 << Month::from_index(one).month);
        named.is_this || named.quarters & quarter != 0 || months.any(|month: u16| named.months & month != 0)
    }

    fn is_named(&self, tokens: &[Token<'_>]) -> bool {
        (0..tokens.len()).any(|at| self.names(tokens, at) == Some(true))
    }

    pub(super) fn is_named_in(&self, sentence: &str) -> bool {
        self.is_named(&tokens(sentence))
    }

    /// How a number in a sentence may reveal the value; none when there is no such number. In a text that is about nothing
    /// else (`is_sole`) any number may.
    pub(super) fn disclosure_in(&self, sentence: &str, is_sole: bool) -> Option<Disclosure> {
        let sentence = sentence.replace(&self.subject.measure.code, "");
        let tokens = tokens(&sentence);
        (0..tokens.len()).find_map(|at| {
            let disclosure = self.pattern(&Spot::new(&tokens, at, is_sole))?.reveals?;
            // A change reveals a value only together with what it starts from.
            let has_base = || {
                self.subject.has_before
                    || (self.subject.measure.target.is_some() && tokens.iter().any(|token| token.is_one_of(TARGETS)))
            };
            (disclosure != Disclosure::Change || is_sole || has_base()).then_some(disclosure)
        })
    }

    /// The first pattern that the number at a spot fits; none where there is no number.
    fn pattern(&self, spot: &Spot<'_, '_>) -> Option<&'static Pattern> {
        let token = spot.word(0)?;
        if token.number().is_none() && !token.is_fraction() {
            return None;
        }
        PATTERNS.iter().find(|pattern| {
            let kind = self.subject.measure.unit.kind;
            let is_for = match pattern.units {
                Units::Any => true,
                Units::Only(kinds) => kinds.contains(&kind),
                Units::Except(other) => kind != other,
            };
            is_for && pattern.tests.iter().all(|test| self.holds(test, token, spot))
        })
    }

    fn holds(&self, test: &Test, token: &Token<'_>, spot: &Spot<'_, '_>) -> bool {
        let tokens = spot.tokens;
        let is_number = |token: &Token<'_>| token.number().is_some();
        match test {
            Test::Word(steps, words) => spot.is_word(*steps, words),
            Test::NoWord(steps, words) => !spot.is_word(*steps, words),
            Test::Number(steps) => spot.word(*steps).is_some_and(is_number),
            Test::Month(steps) => spot.word(*steps).is_some_and(|token| MONTHS.contains(&token.text)),
            Test::EndOr(words) => spot.word(1).is_none_or(Token::ends_clause_before) || spot.is_word(1, words),
            Test::NearBefore(words) => {
                let before = (1..=5).map_while(|back: isize| spot.word(-back));
                before.take_while(|token| !is_number(token)).any(|token| token.is_one_of(words))
            }
            Test::NearAfter(words) => (1..=2).any(|steps| spot.is_word(steps, words)),
            Test::UpToClauseEnd(words) => spot.has_word(0..spot.clause.end, words),
            Test::InClause(words) => spot.has_word(spot.clause.clone(), words),
            Test::Phrase(one, other) => spot.clause.clone().any(|at| {
                let pair = tokens.get(at).zip(tokens.get(at + 1));
                pair.is_some_and(|(first, second)| first.lower == *one && second.lower == *other)
            }),
            Test::GapHas(signs) => token.gap.contains(*signs),
            Test::Fraction => token.is_fraction(),
            Test::Day => token.is_day(),
            Test::Year => token.year().is_some(),
            Test::NoPercentSign => !token.is_share,
            Test::PerCent => {
                token.is_share || spot.is_word(1, "percent") || (spot.is_word(1, "per") && spot.is_word(2, "cent"))
            }
            Test::Known => {
                let known = &self.subject.known;
                let is_known = |number: Decimal| known.binary_search_by(|one| one.cmp_value(number)).is_ok();
                token.number().is_some_and(is_known) && !self.is_named(tokens)
            }
            Test::OtherPeriod => {
                let mut named = spot.clause.clone().filter_map(|at| self.names(tokens, at)).peekable();
                named.peek().is_some() && !named.any(|is_own| is_own)
            }
            Test::PeriodBefore => (spot.at.saturating_sub(3)..spot.at).any(|at| self.names(tokens, at) == Some(true)),
            Test::AddsUp => {
                let is_far = |year: u16| year.abs_diff(self.year()) > 1;
                let measure = self.subject.measure;
                adds_up(&measure.unit, measure.basis()) && !tokens.iter().filter_map(Token::year).any(is_far)
            }
            Test::Counted => {
                let after = (1..=3).map_while(|steps| spot.word(steps));
                let mut in_clause = after.take_while(|token| !token.ends_clause_before() && !is_number(token));
                in_clause.any(|token| self.is_counted(token))
            }
            Test::CountedBefore => spot.word(-1).is_some_and(|token| self.is_counted(token)),
            Test::Sole => spot.is_sole,
        }
    }

    /// Whether a word names what is counted, or people.
    fn is_counted(&self, token: &Token<'_>) -> bool {
        PEOPLE.split(' ').any(|start| token.lower.starts_with(start))
            || self.subject.counted.iter().any(|start| token.lower.starts_with(start.as_str()))
    }
}

#[cfg(test)]
mod tests;
