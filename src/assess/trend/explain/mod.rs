//! Knows: how to explain, in words and figures, what a published trend means and whether the figures confirm it.
//! Must not know: the page; it returns text.

use super::{NoTrend, TrendReading, is_by_year, long, series, short};
use crate::report::period::PeriodKind;
use crate::report::{Aim, Basis, ComparedWith, Measure, Period, Provenance, RuleSet, Target, Trend};
use crate::wording::format::{self, the};

/// Which trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Since the period before.
    Short,
    /// Against the average of the last periods.
    Long,
}

/// The sentences on the short and the long trend, as [`explain`] gives them. If neither can be checked, and for the same reason, only
/// the second gives it.
pub fn explain_both(measure: &Measure, rules: &RuleSet) -> [String; 2] {
    let own = &*rules.of(measure);
    let is_same = match (short(measure, own), long(measure, own)) {
        (Err(NoTrend::TooFew { found: 0, .. }), Err(NoTrend::TooFew { found: 0, .. })) => true,
        (Err(of_short), Err(of_long)) => of_short == of_long,
        _ => false,
    };
    let [of_short, of_long] = [Term::Short, Term::Long].map(|term| Claim::of(measure, own, term));
    match (is_same, &of_short.words, &of_long.words, long(measure, own)) {
        (true, Some(first), Some(second), Err(why)) => {
            let why = reason(measure, own, why, Figures::Those);
            [first.clone(), format!("{second} {why}, so we could not check either trend.")]
        }
        _ => [explain(measure, rules, Term::Short), explain(measure, rules, Term::Long)],
    }
}

/// What the published trend means, and whether the report's own figures bear it out: "Better than the quarter before: it was 77.9 in
/// Quarter 2 2023/24 and is now 77.7; closer to the mid-point of 69.0 is better."
pub fn explain(measure: &Measure, rules: &RuleSet, term: Term) -> String {
    let rules = &*rules.of(measure);
    let worked = match term {
        Term::Short => short(measure, rules),
        Term::Long => long(measure, rules),
    };
    let claim = Claim::of(measure, rules, term);
    let worked = match worked {
        Err(why) if !claim.is_published => {
            let why = reason(measure, rules, why, Figures::Earlier);
            return format!("{why}, so no trend can be worked out. The report itself publishes none.");
        }
        worked => worked,
    };
    let Some(words) = claim.words else { return "The report gives no trend.".to_string() };
    match worked {
        Ok(worked) if worked.trend == claim.published => {
            let unchanged = is_unchanged(measure, &worked).then(|| before(measure, &worked));
            match (claim.published, unchanged) {
                (Trend::Static, Some(before)) => format!("Unchanged: it was also {before}."),
                (Trend::Static, None) => {
                    format!("No better or worse than {}: {}.", claim.than, working(measure, rules, &worked))
                }
                (published, _) => {
                    let side = if published == Trend::Improving { "Better" } else { "Worse" };
                    format!("{side} than {}: {}.", claim.than, working(measure, rules, &worked))
                }
            }
        }
        Ok(worked) => format!(
            "{words} {}. By these figures it would be {}.",
            format::capital(&working(measure, rules, &worked)),
            format::trend(worked.trend)
        ),
        Err(why) => {
            let which = if term == Term::Short { Figures::That } else { Figures::Those };
            format!("{words} {}, so we could not check it.", reason(measure, rules, why, which))
        }
    }
}

/// What is said of a measure: by the council, or by the figures where the council says nothing.
struct Claim {
    published: Trend,
    /// Whether the council says so, or the figures alone.
    is_published: bool,
    /// What the value is compared with.
    than: String,
    /// The claim as a sentence; none if the report gives no trend.
    words: Option<String>,
}

impl Claim {
    fn of(measure: &Measure, rules: &RuleSet, term: Term) -> Self {
        let (rating, than) = match term {
            Term::Short => (measure.short_trend, one_before(measure, rules)),
            Term::Long => (measure.long_trend, averaged(measure, rules)),
        };
        let (published, is_published) = (rating.word(), rating.is_published());
        let relation = match published {
            Trend::Improving => Some("better than"),
            Trend::Static => Some("the same as"),
            Trend::Deteriorating => Some("worse than"),
            Trend::None => None,
        };
        let words = relation.map(|relation| format!("The council reports this as {relation} {than}."));
        Self { published, is_published, than, words }
    }
}

/// What a period of a measure is called.
fn period_name(measure: &Measure) -> &'static str {
    match measure.reporting_period().kind() {
        // What is added up since April is not compared with the quarter before.
        _ if measure.basis() == Basis::Cumulative => "period",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Month => "month",
        PeriodKind::FinancialYear | PeriodKind::AcademicYear => "year",
        PeriodKind::YearToQuarter(_) | PeriodKind::Months(_) | PeriodKind::Day => "period",
    }
}

/// What a short trend compares with: `the quarter before`.
fn one_before(measure: &Measure, rules: &RuleSet) -> String {
    match rules.compared_with {
        Some(ComparedWith::LastYear) => format!("the same {} last year", period_name(measure)),
        Some(ComparedWith::Previous) | None => format!("the {} before", period_name(measure)),
    }
}

/// What a long trend compares with: `its average over the last four quarters`.
fn averaged(measure: &Measure, rules: &RuleSet) -> String {
    let name = period_name(measure);
    let count = match rules.long_trend_periods {
        1 => return one_before(measure, rules),
        2 => "two".to_string(),
        3 => "three".to_string(),
        4 => "four".to_string(),
        5 => "five".to_string(),
        more => more.to_string(),
    };
    match rules.compared_with {
        Some(ComparedWith::LastYear) => format!("its average for the same {name} of the last {count} years"),
        Some(ComparedWith::Previous) | None => format!("its average over the last {count} {name}s"),
    }
}

/// How a sentence refers to earlier figures.
#[derive(Clone, Copy)]
enum Figures {
    /// To those that it has just named.
    That,
    Those,
    /// To those that a reader has not been told of.
    Earlier,
}

/// Why a trend cannot be worked out, without a full stop.
pub fn because(measure: &Measure, rules: &RuleSet, why: NoTrend) -> String {
    reason(measure, rules, why, Figures::Earlier)
}

fn reason(measure: &Measure, rules: &RuleSet, why: NoTrend, which: Figures) -> String {
    match why {
        NoTrend::NoValue => "The value is not given".to_string(),
        NoTrend::MissingAmong(period) => format!("The value for {} is not given", the(period)),
        NoTrend::TooFew { found: 0, .. } if is_by_year(measure, rules) => {
            "The report gives no figure for the same time in an earlier year".to_string()
        }
        NoTrend::TooFew { found: 0, .. } => match which {
            Figures::That => "That earlier figure is not published here".to_string(),
            Figures::Those => "Those earlier figures are not published here".to_string(),
            Figures::Earlier => "No earlier figure is published here".to_string(),
        },
        NoTrend::TooFew { found, needed } => {
            let verb = if found == 1 { "is" } else { "are" };
            format!("Only {found} of the {needed} earlier figures {verb} published here")
        }
        NoTrend::Broken => "The figures are marked as not comparable with those before them".to_string(),
        NoTrend::NoAim => "Which way is better is not stated".to_string(),
        NoTrend::NoRange => "There is no target range to compare with".to_string(),
    }
}

/// Whether all earlier figures that a trend compares with are the same number as the value.
fn is_unchanged(measure: &Measure, worked: &TrendReading) -> bool {
    let points = series(measure);
    let now = measure.value.number();
    let is_same = |period: &Period| {
        let number = points.iter().find(|point| point.period == *period).and_then(|point| point.value.number());
        number.zip(now).is_some_and(|(number, now)| number.cmp_value(*now).is_eq())
    };
    worked.against.iter().all(is_same)
}

/// The earlier figures that a trend compares with: `77.9 in Quarter 2 2023/24`.
fn before(measure: &Measure, worked: &TrendReading) -> String {
    let points = series(measure);
    let before = worked.against.iter().filter_map(|period| points.iter().find(|point| point.period == *period));
    let before = before.map(|point| {
        let calculated = if point.provenance == Provenance::Derived { " (calculated from the report)" } else { "" };
        let preposition = if matches!(point.period, Period::Day { .. }) { "on" } else { "in" };
        format!("{}{calculated} {preposition} {}", format::value(point.value, &measure.unit), the(point.period))
    });
    before.collect::<Vec<_>>().join(", ")
}

/// The working of a trend in figures, without a capital letter and a full stop: "it was 77.9 in Quarter 2 2023/24 and is now 77.7;
/// closer to the mid-point of 69.0 is better".
pub fn working(measure: &Measure, rules: &RuleSet, worked: &TrendReading) -> String {
    let now = format::value(&measure.value, &measure.unit);
    let better = match (measure.aim, &measure.target) {
        (Aim::Maximise, _) => "higher is better".to_string(),
        (Aim::Minimise, _) => "lower is better".to_string(),
        (Aim::Goldilocks, Some(Target::Range(range))) => match range.mid_point {
            Some(middle) => format!("closer to the mid-point of {} is better", format::number(middle, &measure.unit)),
            None => "closer to the target range is better".to_string(),
        },
        (Aim::Goldilocks, _) => "inside the range is best".to_string(),
        (Aim::NotStated, _) => format::aim_meaning(measure).to_string(),
    };
    let tolerance = rules.static_tolerance;
    let within = match worked.trend {
        Trend::Static if !tolerance.is_zero() => format!("; a difference of up to {tolerance} counts as no change"),
        _ => String::new(),
    };
    format!("it was {} and is now {now}; {better}{within}", before(measure, worked))
}

#[cfg(test)]
mod tests;
