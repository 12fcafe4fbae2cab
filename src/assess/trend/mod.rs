//! Knows: the series of a measure, and how its short and long trends follow from it.
//! Must not know: charts, the page, or the published trend, which it never overrides.
//!
//! The rule is that of the report's key ("since last quarter", "average last 4 quarters"), as Pentana applies it.

pub mod explain;

use crate::never::OrNever;
use crate::report::{
    Aim, Basis, ComparedWith, Decimal, Measure, Period, Provenance, RuleSet, Target, Trend, Value, ValueFlag,
};
use std::cmp::Ordering;
use std::collections::VecDeque;

/// A point of a measure's own series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<'m> {
    /// Its period.
    pub period: Period,
    /// Its value, which may be missing.
    pub value: &'m Value,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Whether it is the measure's current value.
    pub is_current: bool,
}

/// The measure's own series, oldest first: its observations that state a period, and its value. When the export has two
/// observations for a period, the later one is the revision and counts.
pub fn series(measure: &Measure) -> Vec<Point<'_>> {
    // A file may list thousands of them, oldest or latest first: both ends of the queue take another at once.
    let mut points: VecDeque<Point<'_>> = VecDeque::with_capacity(measure.history.len() + 1);
    let own = measure.history.iter().filter(|observation| observation.is_own());
    let earlier = own.filter_map(|one| {
        Some(Point { period: one.period?, value: &one.value, provenance: one.provenance, is_current: false })
    });
    let current = Point {
        period: measure.reporting_period(),
        value: &measure.value,
        provenance: Provenance::PublishedTable,
        is_current: true,
    };
    for point in earlier.chain([current]) {
        let order = point.period.order();
        let at = points.partition_point(|known| known.period.order() <= order);
        let same_time = points.iter_mut().take(at).rev().take_while(|known| known.period.order() == order);
        match same_time.into_iter().find(|known| known.period == point.period) {
            Some(known) => *known = point,
            None => points.insert(at, point),
        }
    }
    points.into()
}

/// Whether there are two numbers at known times or more: fewer make no course over time.
pub fn is_over_time(measure: &Measure) -> bool {
    numbers(measure) > 1
}

/// How many numbers at known times there are.
pub fn numbers(measure: &Measure) -> usize {
    series(measure).iter().filter(|point| point.value.number().is_some()).count()
}

/// Why a trend cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTrend {
    /// The value itself is missing.
    NoValue,
    /// A value to compare with is missing, in this period.
    MissingAmong(Period),
    /// The export holds too few comparable earlier observations.
    TooFew {
        /// How many there are.
        found: u32,
        /// How many there must be.
        needed: u32,
    },
    /// One of the values is flagged as not comparable with those before it.
    Broken,
    /// A Goldilocks measure without a range, or with one whose lower bound is above its upper bound: which way is better is
    /// not known.
    NoRange,
    /// Which way is better is not stated.
    NoAim,
}

/// A trend that was worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendReading {
    /// Better, the same or worse.
    pub trend: Trend,
    /// The periods that the value was compared with.
    pub against: Vec<Period>,
}

/// The short trend: the value against the observation before it.
pub fn short(measure: &Measure, rules: &RuleSet) -> Result<TrendReading, NoTrend> {
    let rules = &*rules.of(measure);
    let mut earlier = comparable(measure, rules);
    // Last year's value or none: that of an earlier year does not stand in for it.
    if is_by_year(measure, rules) {
        earlier.retain(|point| point.period.end().index() + 12 == measure.reporting_period().end().index());
    }
    work_out(measure, rules, &earlier, 1, 1)
}

/// The long trend: the value against the mean of the observations before it, as many as the rules say, or fewer if the rules
/// allow that.
pub fn long(measure: &Measure, rules: &RuleSet) -> Result<TrendReading, NoTrend> {
    let rules = &*rules.of(measure);
    let most = rules.long_trend_periods;
    work_out(measure, rules, &comparable(measure, rules), rules.minimum_points.unwrap_or(most).min(most), most)
}

/// How many of these measures have a published long trend that cannot be worked out from the figures that the report holds. One
/// published as "no trend" is among them, as in the checks.
pub fn long_trends_unchecked<'m>(measures: impl IntoIterator<Item = &'m Measure>, rules: &RuleSet) -> usize {
    let published = measures.into_iter().filter(|measure| measure.long_trend.is_published());
    published.filter(|measure| long(measure, rules).is_err()).count()
}

/// Whether the value is better or worse than another one, in the same unit. None when it is not known which way is better.
pub fn against(measure: &Measure, before: Decimal, rules: &RuleSet) -> Option<Trend> {
    direction(measure, *measure.value.number()?, &[before], rules.of(measure).static_tolerance)
}

fn work_out(
    measure: &Measure,
    rules: &RuleSet,
    earlier: &[Point<'_>],
    needed: u32,
    most: u32,
) -> Result<TrendReading, NoTrend> {
    let now = measure.value.number().ok_or(NoTrend::NoValue)?;
    let found = u32::try_from(earlier.len()).or_never("more than u32 values", u32::MAX);
    if found < needed || needed == 0 {
        return Err(NoTrend::TooFew { found, needed });
    }
    let mut before = Vec::new();
    let mut against = Vec::new();
    for point in earlier.iter().take(most as usize) {
        before.push(*point.value.number().ok_or(NoTrend::MissingAmong(point.period))?);
        against.push(point.period);
    }
    if is_broken(measure, &against) {
        return Err(NoTrend::Broken);
    }
    let unknown = if measure.aim == Aim::NotStated { NoTrend::NoAim } else { NoTrend::NoRange };
    let trend = direction(measure, *now, &before, rules.static_tolerance).ok_or(unknown)?;
    Ok(TrendReading { trend, against })
}

/// Whether a break in the series lies between the values that are compared.
fn is_broken(measure: &Measure, against: &[Period]) -> bool {
    let breaks = |value: &Value| value.flags().contains(&ValueFlag::Break);
    let first = against.iter().map(|period| period.order()).min();
    let is_after = |period: Period| {
        period.order() < measure.reporting_period().order() && first.is_some_and(|first| period.order() > first)
    };
    let own = measure.history.iter().filter(|observation| observation.is_own() && breaks(&observation.value));
    breaks(&measure.value) || own.filter_map(|observation| observation.period).any(is_after)
}

/// Whether the value is compared with the same point of earlier years.
pub fn is_by_year(measure: &Measure, rules: &RuleSet) -> bool {
    measure.basis() == Basis::Cumulative || rules.compared_with == Some(ComparedWith::LastYear)
}

/// The observations that the value may be compared with, latest first: earlier ones for the same kind of period. For a
/// cumulative measure, or when the rules compare with last year, only those at the same point of the year.
pub fn comparable<'m>(measure: &'m Measure, rules: &RuleSet) -> Vec<Point<'m>> {
    let current = measure.reporting_period();
    let by_year = is_by_year(measure, rules);
    let same_point = |period: Period| !by_year || period.end().month == current.end().month;
    let mut points = series(measure);
    points.retain(|point| {
        point.period.kind() == current.kind() && point.period.order() < current.order() && same_point(point.period)
    });
    points.reverse();
    points
}

/// The sign of goodness(now) − goodness(mean of before), all multiplied by the number of observations so that the mean stays
/// exact. None when it is not known which way is better.
fn direction(measure: &Measure, now: Decimal, before: &[Decimal], tolerance: Decimal) -> Option<Trend> {
    // A mid-point counts as a range of no width.
    let range = match (measure.aim, &measure.target) {
        (Aim::Goldilocks, Some(Target::Range(range))) if range.low.cmp_value(range.high).is_le() => {
            Some(range.mid_point.map_or((range.low, range.high), |middle| (middle, middle)))
        }
        (Aim::Goldilocks | Aim::NotStated, _) => return None,
        (Aim::Maximise | Aim::Minimise, _) => None,
    };
    let count = Decimal::from(before.len());
    let goodness = |value: Decimal| match (measure.aim, range) {
        (Aim::Minimise, _) => -value,
        (_, Some((low, high))) => -(low * count - value).larger(value - high * count).larger(Decimal::ZERO),
        (_, None) => value,
    };
    let difference = goodness(now * count) - goodness(before.iter().fold(Decimal::ZERO, |sum, number| sum + *number));
    Some(match difference.sign() {
        _ if difference.abs().cmp_value(tolerance * count).is_le() => Trend::Static,
        Ordering::Greater => Trend::Improving,
        _ => Trend::Deteriorating,
    })
}

#[cfg(test)]
mod tests;
