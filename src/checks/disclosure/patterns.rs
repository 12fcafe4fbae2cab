//! Knows: the ways in which a sentence gives a number: a table of patterns, each with a sentence it finds and a near miss.
//! Must not know: any sentence of a report, or what is suppressed.

use crate::report::UnitKind::{self, Days, Percent, Rate, Ratio};
use Disclosure::{Change, Total, Value};
use Test::{
    AddsUp, Counted, CountedBefore, Day, EndOr, Fraction, GapHas, InClause, Known, Month, NearAfter, NearBefore,
    NoPercentSign, NoWord, Number, OtherPeriod, PerCent, PeriodBefore, Phrase, Sole, UpToClauseEnd, Word, Year,
};
use Units::{Any, Except, Only};

/// How a number in a sentence may reveal the suppressed one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Disclosure {
    /// It may be the number itself, or a part of it.
    Value,
    /// It is a change, or a distance from target.
    Change,
    /// It may be a total over a longer period.
    Total,
}

/// One way of giving a number. The first pattern in the table that a number fits decides what it reveals.
pub(super) struct Pattern {
    #[cfg(test)]
    pub(super) name: &'static str,
    pub(super) units: Units,
    /// All of them must hold.
    pub(super) tests: &'static [Test],
    pub(super) reveals: Option<Disclosure>,
    #[cfg(test)]
    pub(super) finds: &'static str,
    #[cfg(test)]
    pub(super) near_miss: &'static str,
}

/// The units that a pattern applies to.
pub(super) enum Units {
    Any,
    Only(&'static [UnitKind]),
    Except(UnitKind),
}

/// Words, separated by single spaces.
type Words = &'static str;

/// A condition on a number in a sentence. Positions count words from the number: 1 is the next word, −1 the one before.
pub(super) enum Test {
    /// The word at a position is one of these.
    Word(isize, Words),
    /// The word at a position is none of these.
    NoWord(isize, Words),
    /// A number is at a position.
    Number(isize),
    /// The name of a month is at a position.
    Month(isize),
    /// The clause ends after the number, or goes on with one of these words.
    EndOr(Words),
    /// One of these words is among the five before the number, with no other number in between.
    NearBefore(Words),
    /// One of these words is among the two after the number.
    NearAfter(Words),
    /// One of these words is in the sentence before the end of the number's clause.
    UpToClauseEnd(Words),
    /// One of these words is in the number's clause.
    InClause(Words),
    /// These two words are next to each other in the number's clause.
    Phrase(&'static str, &'static str),
    /// One of these signs is between the number and the word before.
    GapHas(&'static [char]),
    /// It is written as a part of a whole: "41/44".
    Fraction,
    /// It may be the day of a month.
    Day,
    /// It may be a year.
    Year,
    /// No % follows.
    NoPercentSign,
    /// It is followed by "%", "percent" or "per cent".
    PerCent,
    /// The file gives this number for something else, and the sentence does not name the suppressed period.
    Known,
    /// The clause names other periods, and not the suppressed one.
    OtherPeriod,
    /// One of the three words before names the suppressed period.
    PeriodBefore,
    /// Values of the measure add up over time, and the sentence names no year far from the suppressed one.
    AddsUp,
    /// One of the three words after names what is counted.
    Counted,
    /// The word before names what is counted.
    CountedBefore,
    /// The text is about the suppressed value and nothing else.
    Sole,
}

pub(super) const TARGETS: Words = "target targets goal threshold limit ceiling tolerance set budget maximum";
pub(super) const TIMES: Words = "quarter quarters month months week weeks year years hours minutes";
const BENCHMARKS: Words = "england national nationally neighbours neighbour region regional benchmark elsewhere comparator \
    comparators";
const BOUNDS: Words = "between than under over least most below above within exceed exceeding";

/// Words before the number of a thing that is numbered.
const NAMES: Words = "section rule act paragraph article page table note level stage phase step band grade key priority plus \
    version regulation appendix";
const CHANGES: Words = "increase decrease change rise fall reduction drop improvement growth";
const MOVED: Words = "rose fell increased decreased dropped improved";
const POINTS: Words = "percentage points point pp ppts";
const TOTALS: Words = "total altogether overall cumulative cumulatively";
/// Words that may come just before a value.
const SAYS: Words = "was were is are at only just reached totalled to";
/// Words that may come just after a value.
const AFTER: Words = "in for this at during against compared and which days";

macro_rules! patterns {
    ($($name:literal: $units:expr, [$($test:expr),+] => $reveals:expr, finds $finds:literal, not $near_miss:literal;)+) => {
        pub(super) const PATTERNS: &[Pattern] = &[$(Pattern {
            #[cfg(test)]
            name: $name,
            units: $units,
            tests: &[$($test),+],
            reveals: $reveals,
            #[cfg(test)]
            finds: $finds,
            #[cfg(test)]
            near_miss: $near_miss,
        }),+];
    };
}

patterns! {
    "a part of a whole": Only(&[Percent]), [Fraction] => Some(Value), finds "It was 41/44.", not "It was 23/24.";
    "a part of another whole": Any, [Fraction] => None, finds "We visited 41/44 homes.", not "We visited 41 homes.";

    // Dates, bounds, ages, names, times.
    "a year": Any, [Year, NoPercentSign] => None, finds "It opened in 2019.", not "It was 20.";
    "a day and its month": Any, [Month(1)] => None, finds "On 3 October it was low.", not "On 3 occasions it was low.";
    "a month and its day": Any, [Month(-1), Day, NoWord(1, "in")] => None,
        finds "Since October 3 it was low.", not "In October 3 in all came.";
    "a bound": Any, [Word(-1, BOUNDS)] => None, finds "Fewer than 3 came.", not "Fewer came: 3.";
    "one in every so many": Any, [Word(-1, "per every")] => None, finds "One in every 3 came.", not "Every day 3 came.";
    "an age": Any, [Word(-1, "aged age")] => None, finds "Those aged 3 came.", not "Their age is known: 3.";
    "a number in a name": Any, [Word(-1, NAMES)] => None, finds "See section 3.", not "See the section on homes: 3.";
    "a quarter": Any, [Word(-1, "quarter year"), Day, NoWord(-2, "this the last a")] => None,
        finds "In Quarter 3 it fell.", not "This quarter 3 came.";
    "a sign of a bound": Any, [GapHas(&['<', '>', '≤', '≥'])] => None, finds "It was <3.", not "It was 3.";
    "the upper of two bounds": Any, [Word(-1, "and"), Word(-3, "between")] => None,
        finds "Between 2 and 3 came.", not "Both 2 and 3 came.";
    "up to": Any, [Word(-1, "to"), Word(-2, "up")] => None, finds "Up to 3 came.", not "It came to 3.";
    "the end of a range": Any, [Word(-1, "to"), Number(-2), NoWord(-3, "from")] => None,
        finds "It was 2 to 3.", not "It went from 2 to 3.";
    "the start of a range": Any, [Word(1, "to"), Number(2), NoWord(-1, "from")] => None,
        finds "It was 2 to 3.", not "It went from 2 to 3.";
    "a bound, then its direction": Any,
        [Word(1, "or"), Word(2, "fewer less under more over below above")] => None,
        finds "It was 3 or fewer.", not "It was 3 or so.";
    "a length of time": Any, [Word(1, TIMES)] => None, finds "After 3 weeks it fell.", not "After 3 visits it fell.";
    "days": Except(Days), [Word(1, "days day")] => None,
        finds "After 3 days it fell.", not "After 3 visits it fell.";
    "a benchmark": Any, [UpToClauseEnd(BENCHMARKS)] => None, finds "England had 3.", not "We had 3, England more.";

    // Changes.
    "a change by a number": Any, [Word(-1, "by up down")] => Some(Change), finds "It fell by 3.", not "It fell to 3.";
    "a change of a number": Any, [Word(-1, "of"), Word(-2, CHANGES)] => Some(Change),
        finds "An increase of 3.", not "A group of 3.";
    "a number more or fewer": Any, [Word(1, "more fewer higher lower less")] => Some(Change),
        finds "There were 3 more.", not "There were 3.";
    "percentage points": Any, [Word(1, POINTS), NoWord(-1, "of")] => Some(Change),
        finds "It moved 3 points.", not "A score of 3 points.";
    "a number after a verb of change": Any, [Word(-1, MOVED), EndOr("on from since compared in this")] => Some(Change),
        finds "It rose 3 on last year.", not "It rose 3 steps.";

    // Targets and numbers of something else.
    "a target before the number": Any, [NearBefore(TARGETS)] => None,
        finds "The target is 3.", not "The target was missed by far too many of them: 3.";
    "a target after the number": Any, [NearAfter(TARGETS)] => None,
        finds "The 3 target stands.", not "It was 3, not near the target.";
    "a number that the file gives": Any, [Known] => None, finds "It was 12.", not "This quarter it was 12.";

    // Totals.
    "a total": Any, [InClause(TOTALS), AddsUp] => Some(Total),
        finds "A total of 3 came.", not "A total was drawn up, and 3 came.";
    "a number in all": Any, [Word(1, "in"), Word(2, "all"), AddsUp] => Some(Total),
        finds "We saw 3 in all.", not "We saw 3 in all of 2019.";
    "a number so far": Any, [Word(1, "so"), Word(2, "far"), AddsUp] => Some(Total),
        finds "We saw 3, so far.", not "We saw 3, far fewer.";
    "so far": Any, [Phrase("so", "far"), AddsUp] => Some(Total), finds "So far 3 came.", not "So 3 came far.";
    "to date": Any, [Phrase("to", "date"), AddsUp] => Some(Total), finds "To date 3 came.", not "By that date 3 came.";

    // Values.
    "another period": Any, [OtherPeriod] => None, finds "Last month 3 came.", not "This month 3 came.";
    "any number in a note": Any, [Sole] => Some(Value), finds "Just 3.", not "In 2019.";
    "a share": Only(&[Percent]), [PerCent] => Some(Value), finds "It was 30 per cent.", not "It was 30.";
    "another share": Any, [PerCent] => None, finds "That is 30%.", not "That is 30.";
    "a number of a number": Only(&[Percent, Rate, Ratio]), [Word(1, "of"), Number(2)] => Some(Value),
        finds "That is 41 of 44.", not "That is 41 of them.";
    "a number of the number": Only(&[Percent, Rate, Ratio]),
        [Word(1, "of"), Word(2, "the our all"), Number(3)] => Some(Value),
        finds "That is 41 of the 44.", not "That is 41 of the homes.";
    "a number out of another": Only(&[Percent, Rate, Ratio]), [Word(1, "out"), Word(2, "of")] => Some(Value),
        finds "That is 41 out of 44.", not "That is 41 out in the town.";
    "a rate": Only(&[Rate]), [Word(1, "per")] => Some(Value), finds "It was 3 per head.", not "It was 3.";
    "another rate": Any, [Word(1, "per")] => None, finds "We spent 3 per head.", not "We spent 3.";
    // The number of people in a share does not say how large the share is.
    "a number of people": Except(Percent), [Counted] => Some(Value),
        finds "We helped 3 young people.", not "We helped 3, and people came.";
    "people, then a number": Except(Percent), [EndOr(AFTER), GapHas(&[':', '=']), CountedBefore] => Some(Value),
        finds "Children: 3.", not "Children, 3.";
    "a number after a verb": Any, [EndOr(AFTER), Word(-1, SAYS)] => Some(Value), finds "It was 3.", not "It was 3 long talks.";
    "a number after the period": Any, [EndOr(AFTER), PeriodBefore] => Some(Value),
        finds "In December we had 3.", not "In December we had met and seen 3.";
}
