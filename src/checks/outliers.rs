//! Knows: which values are many times larger or smaller than those that they may be compared with.
//! Must not know: what a trend makes of them.

use super::kind::{Certainty, Kind};
use super::percentages::{is_outside, may_exceed_whole};
use super::periods::times;
use super::reporter::{Evidence, Reporter};
use crate::assess::trend::{self, Point};
use crate::report::{Basis, Decimal, Measure, Observation, Period, RuleSet, UnitKind, ValueFlag};
use crate::wording::format;
use crate::wording::periods::the;

pub(super) fn check(measure: &Measure, rules: &RuleSet, reporter: &mut Reporter<'_>) {
    if let Some((certainty, evidence)) = of_now(measure, rules) {
        let at = reporter.at.key("value");
        reporter.add(Kind::FarFromHistory, certainty, &at.key("number"), evidence);
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
        } else if point.is_current && of_now(measure, rules).is_some() {
            "is far from its history"
        } else {
            continue;
        };
        doubts.push(format!("that for {} {what}", the(point.period)));
    }
    if doubts.is_empty() {
        String::new()
    } else {
        format!(" It rests on a value that may be a slip: {}.", doubts.join(", "))
    }
}

/// How many times larger or smaller than its neighbours an earlier value must be to look like a slip by one digit: less than
/// ten times, since neighbours differ a little.
const SLIP: Decimal = Decimal::whole(8);
/// How many times larger or smaller the value itself must be.
const TEN: Decimal = Decimal::whole(10);

/// Earlier values that many times larger or smaller than those on both sides or, at an end of the series, than all others.
fn earlier(measure: &Measure) -> Vec<(Period, Evidence)> {
    let mut found = Vec::new();
    let points = trend::series(measure);
    // After a break, values before it are of another kind.
    if points.iter().any(|point| point.value.flags().contains(&ValueFlag::Break)) {
        return found;
    }
    for at in points.iter().filter(|point| !point.is_current) {
        let alike: Vec<(&Point<'_>, Decimal)> = points
            .iter()
            .filter(|point| is_alike(measure, at.period, point.period))
            .filter_map(|point| Some((point, *point.value.number()?)))
            .collect();
        let Some(own) = alike.iter().position(|(point, _)| point.period == at.period) else { continue };
        let Some((_, number)) = alike.get(own) else { continue };
        let beside = |position: Option<usize>| position.and_then(|position| alike.get(position));
        let others = || alike.iter().filter(|(point, _)| point.period != at.period);
        // Of one season in each year, a value may stand out every time.
        let of_season = others().find(|(point, _)| point.period.end().month == at.period.end().month);
        let compared: Vec<_> = match (beside(own.checked_sub(1)), beside(Some(own + 1))) {
            (Some(before), Some(after)) => [before, after].into_iter().chain(of_season).collect(),
            _ if alike.len() > 3 => others().collect(),
            _ => continue,
        };
        let Some(way) = away(*number, &compared.iter().map(|(_, other)| *other).collect::<Vec<_>>()) else { continue };
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

/// Whether values of two periods may be held against each other: of one kind and, where they are added up over the year, of one
/// point of it.
fn is_alike(measure: &Measure, one: Period, other: Period) -> bool {
    let is_added_up = measure.basis == Basis::Cumulative;
    one.kind() == other.kind() && (!is_added_up || one.end().month == other.end().month)
}

/// Which way a number is so many times away from all others; none is, from nothing.
fn away(number: Decimal, others: &[Decimal]) -> Option<&'static str> {
    let is_all = |is: &dyn Fn(Decimal) -> bool| !others.is_empty() && others.iter().all(|other| is(*other));
    if is_all(&|other| is_times(SLIP, number, other)) {
        Some("more")
    } else if is_all(&|other| is_times(SLIP, other, number)) {
        Some("less")
    } else {
        None
    }
}

/// Whether the size of a number is so many times that of another one, or more; it is not, of nothing.
fn is_times(times: Decimal, number: Decimal, other: Decimal) -> bool {
    !other.is_zero() && number.abs().cmp_value(other.abs() * times).is_ge()
}

/// A value ten or more times the greatest, or at most a tenth of the smallest, of the earlier values that it may be compared
/// with.
fn of_now(measure: &Measure, rules: &RuleSet) -> Option<(Certainty, Evidence)> {
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
    let was = |bound: &(Period, Decimal), which: &str| match several {
        true => {
            format!("The {which} of the {} values before is {}, for {}", numbers.len(), number(bound.1), the(bound.0))
        }
        false => format!("It was {} in {}", number(bound.1), the(bound.0)),
    };
    let working = if is_times(TEN, *now, most.1) {
        format!("{}; {shown} is {} that.", was(most, "greatest"), times(now.abs(), most.1.abs()))
    } else if is_times(TEN, least.1, *now) {
        format!("{}, which is {} {shown}.", was(least, "smallest"), times(least.1.abs(), now.abs()))
    // Nothing, where there were tens before: a blank that was read as zero looks like this.
    } else if now.is_zero() && least.1.abs().cmp_value(TEN).is_ge() {
        format!("{}; now it is {shown}.", was(least, "smallest"))
    } else {
        return None;
    };
    // Of a few things, ten times as many are few still.
    let is_small = matches!(measure.unit.kind, UnitKind::Count | UnitKind::Days)
        && now.abs().smaller(most.1.abs()).cmp_value(TEN).is_lt();
    let certainty = if several && !is_small { Certainty::Likely } else { Certainty::Question };
    let evidence = Evidence {
        published: format!("{shown} for {}", the(measure.reporting_period)),
        expected: "a value of about the size of those before".to_string(),
        working,
    };
    Some((certainty, evidence))
}
