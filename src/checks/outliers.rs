//! Knows: which values are many times larger or smaller than comparable ones.
//! Must not know: what trend they give.

use super::kind::{Certainty, Kind};
use super::percentages::{is_outside, may_exceed_whole};
use super::periods::times;
use super::reporter::{Evidence, Reporter};
use crate::assess::trend::{self, Point};
use crate::report::period::PeriodKind;
use crate::report::{Basis, Decimal, Measure, Observation, Period, RuleSet, UnitKind, ValueFlag};
use crate::wording::format::{self, the};
use std::collections::HashMap;

pub(super) fn check(measure: &Measure, rules: &RuleSet, reporter: &mut Reporter<'_>) {
    if let Some((certainty, evidence)) = current(measure, rules) {
        reporter.add(Kind::FarFromHistory, certainty, &reporter.at.key("value").key("number"), evidence);
    }
    for (period, evidence) in earlier(measure) {
        // Where a period has two values, the later one stands.
        let is_it = |one: &Observation| one.is_own() && one.period == Some(period);
        let Some(position) = measure.history.iter().rposition(is_it) else { continue };
        let history = reporter.at.key("history");
        let at = history.entry(position);
        reporter.add(Kind::FarFromHistory, Certainty::Question, &at.key("value").key("number"), evidence);
    }
}

/// Which figures behind a trend look like slips, as a sentence; empty when there are none.
pub(super) fn doubts(measure: &Measure, rules: &RuleSet, against: &[Period]) -> String {
    let mut doubts = Vec::new();
    let far: Vec<Period> = earlier(measure).into_iter().map(|(period, _)| period).collect();
    let is_share = measure.unit.kind == UnitKind::Percent && !may_exceed_whole(&measure.name, &measure.unit);
    for point in trend::series(measure).iter().filter(|point| point.is_current || against.contains(&point.period)) {
        let what = if is_share && point.value.number().is_some_and(|number| is_outside(*number)) {
            "is outside 0% to 100%"
        } else if far.contains(&point.period) {
            "is far from those around it"
        } else if point.is_current && current(measure, rules).is_some() {
            "is far from its history"
        } else {
            continue;
        };
        doubts.push(format!("that for {} {what}", the(point.period)));
    }
    match doubts.is_empty() {
        true => String::new(),
        false => format!(" It rests on a value that may be a slip: {}.", doubts.join(", ")),
    }
}

/// How many times larger or smaller than its neighbours an earlier value must be to look like a slip by one digit. It is
/// fewer than ten times, since neighbours differ a little.
const SLIP: Decimal = Decimal::whole(8);
/// How many times larger or smaller than its history the current value must be.
const TEN: Decimal = Decimal::whole(10);

/// Earlier values that are [`SLIP`] times larger or smaller than those on both sides or, at an end of the series, than all
/// others.
fn earlier(measure: &Measure) -> Vec<(Period, Evidence)> {
    let mut found = Vec::new();
    let points = trend::series(measure);
    // After a break, values before it are of another kind.
    if points.iter().any(|point| point.value.flags().contains(&ValueFlag::Break)) {
        return found;
    }
    // Each value with those that it may be compared with, in order: gathered once, since a series may have thousands.
    let mut groups: Vec<(Alike, AlikeValues<'_>)> = Vec::new();
    for point in &points {
        let Some(number) = point.value.number() else { continue };
        let alike = Alike::of(measure, point.period);
        let at = groups.iter().position(|(known, _)| *known == alike).unwrap_or_else(|| {
            groups.push((alike, AlikeValues::default()));
            groups.len() - 1
        });
        if let Some((_, values)) = groups.get_mut(at) {
            values.add(point, *number);
        }
    }
    for at in points.iter().filter(|point| !point.is_current) {
        let alike = Alike::of(measure, at.period);
        let Some((_, values)) = groups.iter().find(|(known, _)| *known == alike) else { continue };
        let Some(own) = values.position(at.period) else { continue };
        let Some((_, number)) = values.all.get(own) else { continue };
        // A value may be seasonal, and stand out in the same month of every year.
        let same_season = values.of_same_month(own);
        let compared: Vec<_> =
            match (own.checked_sub(1).and_then(|before| values.all.get(before)), values.all.get(own + 1)) {
                (Some(before), Some(after)) => [before, after].into_iter().chain(same_season).collect(),
                _ if values.all.len() > 3 => values.all.iter().filter(|(point, _)| point.period != at.period).collect(),
                _ => continue,
            };
        let is_all = |is: &dyn Fn(Decimal) -> bool| compared.iter().all(|(_, other)| is(*other));
        let way = if is_all(&|other| is_times(SLIP, *number, other)) {
            "more"
        } else if is_all(&|other| is_times(SLIP, other, *number)) {
            "less"
        } else {
            continue;
        };
        let shown = |number: Decimal| format::number(number, &measure.unit);
        let named =
            compared.iter().take(3).map(|(point, other)| format!("{} for {}", shown(*other), the(point.period)));
        let evidence = Evidence {
            published: format!("{} for {}", shown(*number), the(at.period)),
            expected: "a value of about the size of those around it".to_string(),
            working: format!("It is many times {way} than {}.", named.collect::<Vec<_>>().join(" and ")),
        };
        found.push((at.period, evidence));
    }
    found
}

/// What periods have in common whose values may be compared: their kind and, for a cumulative measure, the month that they end in.
#[derive(Clone, Copy, PartialEq)]
struct Alike(PeriodKind, Option<u8>);

impl Alike {
    fn of(measure: &Measure, period: Period) -> Self {
        Self(period.kind(), (measure.basis() == Basis::Cumulative).then(|| period.end().month))
    }
}

/// The values of periods that are alike, in the order of the series.
#[derive(Default)]
struct AlikeValues<'p> {
    all: Vec<(&'p Point<'p>, Decimal)>,
    by_period: HashMap<Period, usize>,
    /// For each month that a period ends in, the positions of the first two.
    by_month: HashMap<u8, Vec<usize>>,
}

impl<'p> AlikeValues<'p> {
    fn add(&mut self, point: &'p Point<'p>, number: Decimal) {
        let at = self.all.len();
        self.all.push((point, number));
        self.by_period.entry(point.period).or_insert(at);
        let of_month = self.by_month.entry(point.period.end().month).or_default();
        if of_month.len() < 2 {
            of_month.push(at);
        }
    }

    fn position(&self, period: Period) -> Option<usize> {
        self.by_period.get(&period).copied()
    }

    /// The first other value whose period ends in the same month.
    fn of_same_month(&self, own: usize) -> Option<&(&'p Point<'p>, Decimal)> {
        let month = self.all.get(own)?.0.period.end().month;
        let other = self.by_month.get(&month)?.iter().find(|at| **at != own)?;
        self.all.get(*other)
    }
}

/// Whether a number is at least so many times the size of another; of zero it never is.
fn is_times(times: Decimal, number: Decimal, other: Decimal) -> bool {
    !other.is_zero() && number.abs().cmp_value(other.abs() * times).is_ge()
}

/// The current value, if it is at least ten times the greatest or at most a tenth of the smallest comparable earlier value.
fn current(measure: &Measure, rules: &RuleSet) -> Option<(Certainty, Evidence)> {
    let now = measure.value.number()?;
    // After a break, values before it are of another kind.
    if measure.value.flags().contains(&ValueFlag::Break) {
        return None;
    }
    let earlier = trend::comparable(measure, rules);
    let numbers: Vec<(Period, Decimal)> =
        earlier.iter().filter_map(|point| Some((point.period, *point.value.number()?))).collect();
    let by_size = |one: &&(Period, Decimal), other: &&(Period, Decimal)| one.1.abs().cmp_value(other.1.abs());
    let (least, most) = (numbers.iter().min_by(by_size)?, numbers.iter().max_by(by_size)?);
    let several = numbers.len() >= 3;
    let number = |number: Decimal| format::number(number, &measure.unit);
    let shown = number(*now);
    let was = |(period, bound): &(Period, Decimal), which: &str| match several {
        true => {
            format!("The {which} of the {} values before is {}, for {}", numbers.len(), number(*bound), the(*period))
        }
        false => format!("It was {} in {}", number(*bound), the(*period)),
    };
    let working = if is_times(TEN, *now, most.1) {
        format!("{}; {shown} is {} that.", was(most, "greatest"), times(now.abs(), most.1.abs()))
    } else if is_times(TEN, least.1, *now) {
        format!("{}, which is {} {shown}.", was(least, "smallest"), times(least.1.abs(), now.abs()))
    // A blank that was read as zero: nothing, where there were tens before.
    } else if now.is_zero() && least.1.abs().cmp_value(TEN).is_ge() {
        format!("{}; now it is {shown}.", was(least, "smallest"))
    } else {
        return None;
    };
    // Ten times a small count is still a small count.
    let is_small = matches!(measure.unit.kind, UnitKind::Count | UnitKind::Days)
        && now.abs().smaller(most.1.abs()).cmp_value(TEN).is_lt();
    let certainty = if several && !is_small { Certainty::Likely } else { Certainty::Question };
    let evidence = Evidence {
        published: format!("{shown} for {}", the(measure.reporting_period())),
        expected: "a value of about the size of those before".to_string(),
        working,
    };
    Some((certainty, evidence))
}
