//! Knows: published statuses and trends against those that the rules and the figures give.
//! Must not know: how either is worked out (that is `rules` and `trend`).

use super::finding::Verdict;
use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use super::{outliers, periods};
use crate::assess::rules::{because, judge, working};
use crate::assess::trend::{self, NoTrend, Point, TrendReading};
use crate::report::{
    Decimal, Keyword, Measure, Provenance, Rating, Report, Rounding, RuleSet, Status, Trend, UnitKind, Value, ValueFlag,
};
use crate::wording::{format, missing};

pub(super) fn check(report: &Report, measure: &Measure, reporter: &mut Reporter<'_>) {
    let rules = &*report.rules.of(measure);
    status(measure, rules, reporter);
    let short = trend::short(measure, rules);
    trend(measure, rules, Kind::ShortTrend, measure.short_trend, short, reporter);
    let long = trend::long(measure, rules);
    trend(measure, rules, Kind::LongTrend, measure.long_trend, long, reporter);
}

fn status(measure: &Measure, rules: &RuleSet, reporter: &mut Reporter<'_>) {
    let judged = judge(measure, rules);
    let Some(published) = measure.status.published() else {
        let why = judged.err().map(|why| because(measure, why).to_string());
        return reporter.record(Kind::Status, Verdict::NotChecked(not_published("status", why)));
    };
    let judged = match judged {
        Ok(judged) => judged,
        Err(why) => return reporter.record(Kind::Status, Verdict::NotChecked(because(measure, why).to_string())),
    };
    if judged.status == published {
        return reporter.record(Kind::Status, Verdict::Agrees);
    }
    let mut text = format!("{}.", working(measure, rules, &judged));
    let mut certainty = Certainty::Certain;
    if judged.direction.is_some_and(|direction| !direction.is_worked_out) {
        certainty = Certainty::Likely;
    }
    if let Some(soft) = softness(&measure.value) {
        certainty = Certainty::Likely;
        text.push_str(&format!(" The value is {soft}."));
    }
    if before_rounding(measure).iter().any(|other| judge(other, rules).is_ok_and(|it| it.status == published)) {
        certainty = Certainty::Likely;
        text.push_str(" Before rounding it may have been on the other side.");
    }
    // A council may leave a measure unrated that the rules could rate.
    if matches!(published, Status::None | Status::Grey) {
        certainty = Certainty::Question;
    }
    reporter.record(Kind::Status, Verdict::Differs);
    let evidence = Evidence {
        published: rules.label(published).to_string(),
        expected: rules.label(judged.status).to_string(),
        working: text,
    };
    reporter.add(Kind::Status, certainty, &reporter.at.key("status"), evidence);
}

fn trend(
    measure: &Measure,
    rules: &RuleSet,
    kind: Kind,
    rating: Rating<Trend>,
    computed: Result<TrendReading, NoTrend>,
    reporter: &mut Reporter<'_>,
) {
    let Some(published) = rating.published() else {
        let why = computed.err().map(|why| trend::explain::because(measure, rules, why));
        return reporter.record(kind, Verdict::NotChecked(not_published("trend", why)));
    };
    let computed = match computed {
        Ok(computed) => computed,
        Err(why) => return reporter.record(kind, Verdict::NotChecked(trend::explain::because(measure, rules, why))),
    };
    if computed.trend == published {
        return reporter.record(kind, Verdict::Agrees);
    }
    let points = trend::series(measure);
    let mut text = format!("{}.", format::capital(&trend::explain::working(measure, rules, &computed)));
    if computed.against.len() > 1 {
        text.push_str(&average(measure, &points, &computed));
    }
    let mut certainty = Certainty::Certain;
    let soft = soft_figures(&points, &computed);
    if !soft.is_empty() {
        certainty = Certainty::Likely;
        text.push_str(&format!(" Not every figure is firm: {}.", soft.join(", ")));
    }
    let recompute = if kind == Kind::LongTrend { trend::long } else { trend::short };
    if before_rounding(measure).iter().any(|other| recompute(other, rules).is_ok_and(|it| it.trend == published)) {
        certainty = Certainty::Likely;
        text.push_str(" The value may have been rounded, which can make the difference.");
    }
    // The periods that a reader would expect the comparison to use, but the file leaves out.
    let first = computed.against.last().filter(|_| !trend::is_by_year(measure, rules));
    let left_out = first.and_then(|first| periods::left_out(&computed.against, *first, measure.reporting_period()));
    if let Some(left_out) = left_out {
        certainty = Certainty::Question;
        text.push_str(&format!(" The file has no value for {left_out} to compare with."));
    }
    let doubts = outliers::doubts(measure, rules, &computed.against);
    if !doubts.is_empty() {
        certainty = Certainty::Question;
        text.push_str(&doubts);
    }
    if published == Trend::None {
        certainty = Certainty::Question;
    }
    reporter.record(kind, Verdict::Differs);
    let evidence = Evidence {
        published: format::trend(published).to_string(),
        expected: format::trend(computed.trend).to_string(),
        working: text,
    };
    reporter.add(kind, certainty, &reporter.at.key(kind.word()), evidence);
}

/// Why something that the report does not publish is not compared: it is worked out here, or cannot be.
fn not_published(what: &str, cannot: Option<String>) -> String {
    match cannot {
        None => "It is worked out here and not published, so there is nothing to compare it with".to_string(),
        Some(why) => format!("It is not published, and no {what} can be worked out: {}", format::lower_case(&why)),
    }
}

/// Why a number is not firm; none when it is.
fn softness(value: &Value) -> Option<&'static str> {
    value.flags().iter().find_map(|flag| match flag {
        ValueFlag::Break => None,
        ValueFlag::Low => Some("too small to show"),
        ValueFlag::Provisional | ValueFlag::Estimated | ValueFlag::Revised => Some(missing::flag_word(*flag)),
    })
}

/// The figures of a trend that are not firm: "that for Quarter 2 2023/24 is worked out".
fn soft_figures(points: &[Point<'_>], computed: &TrendReading) -> Vec<String> {
    let used = points.iter().filter(|point| point.is_current || computed.against.contains(&point.period));
    used.filter_map(|point| {
        let is_derived = point.provenance == Provenance::Derived;
        let soft = softness(point.value).or(is_derived.then_some("calculated from other figures"))?;
        Some(format!("that for {} is {soft}", point.period))
    })
    .collect()
}

/// The average of the earlier values, as a sentence.
fn average(measure: &Measure, points: &[Point<'_>], computed: &TrendReading) -> String {
    let used = points.iter().filter(|point| computed.against.contains(&point.period));
    let numbers: Vec<Decimal> = used.filter_map(|point| point.value.number().copied()).collect();
    let sum = numbers.iter().fold(Decimal::ZERO, |sum, number| sum + *number);
    let count = Decimal::from(numbers.len());
    let Some(average) = sum.divide(count, sum.scale() + 2, Rounding::Nearest) else { return String::new() };
    let about = if (average * count).cmp_value(sum).is_eq() { "" } else { "about " };
    format!(" The average of those before is {about}{}.", periods::exact(average, &measure.unit))
}

/// The measure with the least and with the greatest value that would be rounded to the published one.
fn before_rounding(measure: &Measure) -> Vec<Measure> {
    let Some(number) = measure.value.number() else { return Vec::new() };
    // Counts of whole things are not rounded.
    if measure.unit.kind == UnitKind::Count && number.is_whole() {
        return Vec::new();
    }
    let with = |number: Decimal| {
        // Commentary and benchmarks are not needed here, and long.
        let mut other = Measure { commentary: Vec::new(), benchmarks: Vec::new(), ..measure.clone() };
        if let Value::Number(value) = &mut other.value {
            value.number = number;
        }
        other
    };
    number.rounding_ends().into_iter().flatten().map(with).collect()
}
