//! Knows: what is still needed, or still left, of a target for the year or of one that figures are added up to.
//! Must not know: what is to come: nothing here is extrapolated, and nothing follows from a withheld figure.

use super::time::{adds_up, covered, span};
use super::trend::series;
use crate::report::{
    Aim, Basis, Decimal, Measure, Missing, Observation, Period, Status, Target, UnitKind, Value, ValueFlag,
};
use crate::wording::{format, missing};

/// The months of a financial year.
const YEAR: u32 = 12;

/// What is left to do, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToGo {
    /// Whether it is about a target for the whole year.
    pub is_of_year: bool,
    /// A sentence without a full stop: `479.2 of 650 used by the end of Quarter 3; 170.8 is left for Quarter 4`.
    pub words: String,
}

/// What is still needed or left. None unless figures add up over the year and the target is known to be for all of it, or, for a
/// cumulative measure, is not reached yet. None as well where any figure of the measure is withheld: a year to date less the other
/// quarters would be that figure.
pub fn to_go(measure: &Measure) -> Option<ToGo> {
    let is_rated = !matches!(measure.status(), Status::None | Status::Grey);
    let has_withheld =
        [&measure.value].into_iter().chain(measure.history.iter().map(|one| &one.value)).any(is_withheld);
    let target = measure.target.as_ref().filter(|target| target.is_in(&measure.unit))?;
    if !is_rated || has_withheld || !adds_up(&measure.unit, measure.basis()) || !is_usable(&measure.value) {
        return None;
    }
    match year_total(measure, target) {
        Some(total) => of_year(measure, total),
        None => still_needed(measure, target),
    }
}

fn is_withheld(value: &Value) -> bool {
    matches!(value, Value::Missing(missing) if missing.missing == Missing::Suppressed)
        || value.flags().contains(&ValueFlag::Low)
}

/// Whether a value is a number, not below 0, that may be put beside others.
fn is_usable(value: &Value) -> bool {
    value.number().is_some_and(|number| number.sign().is_ge()) && !value.flags().contains(&ValueFlag::Break)
}

/// The target for the whole year, if it is known.
fn year_total(measure: &Measure, target: &Target) -> Option<Decimal> {
    let Target::Point(point) = target else { return None };
    let start = covered(Basis::Cumulative, measure.reporting_period()).0;
    let is_year = |period: &Period| matches!(period, Period::FinancialYear { .. }) && span(*period).0 == start;
    match &point.yearly {
        Some(yearly) => Some(yearly.total),
        None if measure.basis() == Basis::Cumulative => {
            point.period.as_ref().filter(|one| is_year(one)).map(|_| point.point)
        }
        None => None,
    }
}

/// The year so far against its target.
fn of_year(measure: &Measure, total: Decimal) -> Option<ToGo> {
    if total.sign().is_le() || matches!(measure.aim, Aim::Goldilocks | Aim::NotStated) {
        return None;
    }
    let end = End::of(measure.reporting_period())?;
    let (number, flags) = so_far(measure)?;
    let unit = &measure.unit;
    let left = total - number;
    let flags: Vec<&str> = flags.into_iter().map(missing::flag_word).collect();
    let flags = if flags.is_empty() { String::new() } else { format!(" ({})", flags.join(", ")) };
    let (so_far, of, size) = (
        format!("{}{flags}", format::number(number, unit)),
        format::number(total, unit),
        format::number(left.abs(), unit),
    );
    let by = format!("by the end of {}", end.name());
    let rest = end.rest();
    let is_lower_better = measure.aim == Aim::Minimise;
    let words = match (left.sign(), rest) {
        (order, _) if order.is_lt() => format!("{so_far} {by}, {size} more than the target of {of} for the year"),
        (order, Some(rest)) if order.is_gt() && is_lower_better => {
            format!("{so_far} of {of} used {by}; {size} {} left for {rest}", is_or_are(measure, left))
        }
        (order, Some(rest)) if order.is_gt() => {
            format!("{so_far} of {of} reached {by}; {size} {} still needed in {rest}", is_or_are(measure, left))
        }
        (order, None) if order.is_gt() => {
            let verb = if is_lower_better { "used" } else { "reached" };
            format!("{so_far} of {of} {verb} {by}, {size} less than the target for the year")
        }
        (_, Some(rest)) if is_lower_better => format!("{so_far} of {of} used {by}; nothing is left for {rest}"),
        _ => format!("{so_far} {by}, exactly the target for the year"),
    };
    Some(ToGo { is_of_year: true, words })
}

/// What a cumulative measure still needs to reach its target, for whichever part of the year that is.
fn still_needed(measure: &Measure, target: &Target) -> Option<ToGo> {
    let is_over = End::of(measure.reporting_period())?.rest().is_none();
    let number = *measure.value.number()?;
    let unit = &measure.unit;
    let (bound, name) = match (measure.aim, target) {
        (Aim::Maximise, Target::Point(point)) => {
            (point.point, format!("target of {}", format::number(point.point, unit)))
        }
        (Aim::Goldilocks, Target::Range(range)) if range.low.cmp_value(range.high).is_le() => {
            (range.low, format!("target range ({})", format::target(target, unit)))
        }
        _ => return None,
    };
    let left = bound - number;
    let is_needed = measure.basis() == Basis::Cumulative && !is_over && left.sign().is_gt();
    is_needed
        .then(|| ToGo { is_of_year: false, words: format!("{} more to reach the {name}", format::number(left, unit)) })
}

/// What the year has come to, and what there is to know about that number.
fn so_far(measure: &Measure) -> Option<(Decimal, Vec<ValueFlag>)> {
    let values: Vec<&Value> = match measure.basis() {
        Basis::Cumulative => vec![&measure.value],
        _ => match year_to_date(measure)? {
            published if !published.is_empty() => published,
            _ => parts_of_year(measure)?,
        },
    };
    if !values.iter().all(|value| is_usable(value)) {
        return None;
    }
    let numbers = values.iter().filter_map(|value| value.number());
    let sum = numbers.fold(Decimal::ZERO, |sum, number| sum + *number);
    let soft = [ValueFlag::Provisional, ValueFlag::Estimated].into_iter();
    let soft = soft.filter(|flag| values.iter().any(|value| value.flags().contains(flag)));
    Some((sum, soft.collect()))
}

/// The year to date as the report gives it; empty if it does not, and none if it gives several that differ.
fn year_to_date(measure: &Measure) -> Option<Vec<&Value>> {
    let end = measure.reporting_period().end();
    let is_of_unit = |one: &&Observation| {
        one.unit.as_ref().is_none_or(|unit| unit.kind == measure.unit.kind && unit.per == measure.unit.per)
    };
    let is_it = |one: &&Observation| {
        matches!(one.period, Some(period @ Period::YearToQuarter { .. }) if period.end() == end)
            && one
                .series
                .as_ref()
                .is_none_or(|name| ["year to date", "ytd"].contains(&format::lower_case(name).as_str()))
    };
    let found: Vec<&Value> = measure.history.iter().filter(is_of_unit).filter(is_it).map(|one| &one.value).collect();
    match found.as_slice() {
        [] => Some(Vec::new()),
        [first, rest @ ..] => {
            let number = *first.number()?;
            let agree = rest.iter().all(|one| one.number().is_some_and(|other| number.cmp_value(*other).is_eq()));
            agree.then(|| vec![*first])
        }
    }
}

/// The quarters or months of the year up to now, if the report has each of them. Rates are of a population, which may change, so they
/// are not added.
fn parts_of_year(measure: &Measure) -> Option<Vec<&Value>> {
    let now = measure.reporting_period();
    let (from, to) = covered(Basis::Cumulative, now);
    let points = series(measure).into_iter().filter(|point| {
        point.period.kind() == now.kind() && point.period.end().index() >= from && point.period.order() <= now.order()
    });
    let values: Vec<&Value> = points.map(|point| point.value).collect();
    let months = u32::try_from(values.len()).ok()? * now.step();
    let may_be_added = values.len() == 1 || measure.unit.kind != UnitKind::Rate;
    (measure.basis() == Basis::InPeriod && months == to - from && may_be_added).then_some(values)
}

/// The verb for an amount.
fn is_or_are(measure: &Measure, number: Decimal) -> &'static str {
    let is_plural = measure.unit.kind == UnitKind::Count && !number.cmp_value(Decimal::ONE).is_eq();
    if is_plural { "are" } else { "is" }
}

/// Where in a financial year a period ends.
enum End {
    Quarter(u8),
    /// The period, and how many months of its year are over.
    Month(Period, u32),
}

impl End {
    fn of(period: Period) -> Option<Self> {
        match period {
            Period::Quarter { quarter, .. } | Period::YearToQuarter { quarter, .. } => Some(Self::Quarter(quarter)),
            Period::Month(_) => {
                let (from, to) = covered(Basis::Cumulative, period);
                Some(Self::Month(period, to - from))
            }
            _ => None,
        }
    }

    fn name(&self) -> String {
        match self {
            _ if self.rest().is_none() => "the year".to_string(),
            Self::Quarter(quarter) => format!("Quarter {quarter}"),
            Self::Month(month, _) => month.to_string(),
        }
    }

    /// What is left of the year; none if it is over.
    fn rest(&self) -> Option<&'static str> {
        Some(match self {
            Self::Quarter(1) => "Quarters 2 to 4",
            Self::Quarter(2) => "Quarters 3 and 4",
            Self::Quarter(3) => "Quarter 4",
            Self::Month(_, months) if *months < YEAR => "the rest of the year",
            Self::Quarter(_) | Self::Month(..) => return None,
        })
    }
}

#[cfg(test)]
mod tests;
