//! Knows: published status and trends against those that the rules and the figures give.
//! Must not know: how either is worked out (that is `rules` and `trend`).

use super::{Came, Certainty, Desk, Kind, Said};
use crate::report::{Decimal, Measure, Provenance, Report, RuleSet, Trend, UnitKind, Value, ValueFlag};
use crate::rules::{because, judge, working};
use crate::trend::explain::{averaged, word};
use crate::trend::{self, NoTrend, Worked};

pub(super) fn check(report: &Report, measure: &Measure, desk: &mut Desk<'_>) {
    let rules = &*report.rules.of(measure);
    status(measure, rules, desk);
    let short = trend::short(measure, rules);
    trend(measure, rules, Kind::ShortTrend, measure.short_trend, short, desk);
    let long = trend::long(measure, rules);
    trend(measure, rules, Kind::LongTrend, measure.long_trend, long, desk);
}

fn status(measure: &Measure, rules: &RuleSet, desk: &mut Desk<'_>) {
    let judged = match judge(measure, rules) {
        Ok(judged) => judged,
        Err(why) => return desk.tried(Kind::Status, Came::NotChecked(because(measure, why).to_string())),
    };
    if judged.status == measure.status {
        return desk.tried(Kind::Status, Came::Agrees);
    }
    let mut text = format!("{}.", working(measure, rules, &judged));
    let mut certainty = Certainty::Certain;
    if judged.direction.is_some_and(|direction| !direction.is_worked_out) {
        certainty = Certainty::Likely;
    }
    if is_unsettled(&measure.value) {
        certainty = Certainty::Likely;
        text.push_str(" The value is provisional, estimated or revised.");
    }
    let by_rounding =
        rounded_away(measure).iter().any(|other| judge(other, rules).is_ok_and(|it| it.status == measure.status));
    if by_rounding {
        certainty = Certainty::Likely;
        text.push_str(" The value as published is rounded; before rounding it may have been on the other side.");
    }
    desk.tried(Kind::Status, Came::Differs);
    let at = desk.at.key("status");
    let said = Said {
        published: rules.label(measure.status).to_string(),
        expected: rules.label(judged.status).to_string(),
        working: text,
    };
    desk.find(Kind::Status, certainty, &at, said);
}

fn trend(
    measure: &Measure,
    rules: &RuleSet,
    kind: Kind,
    published: Trend,
    worked: Result<Worked, NoTrend>,
    desk: &mut Desk<'_>,
) {
    let worked = match worked {
        Ok(worked) if worked.trend == published => return desk.tried(kind, Came::Agrees),
        Ok(worked) => worked,
        Err(why) => return desk.tried(kind, Came::NotChecked(trend::explain::because(measure, rules, why))),
    };
    let (key, than) = match kind {
        Kind::LongTrend => ("long_trend", format!(" The long trend compares with the average of {}.", averaged(rules))),
        _ => ("short_trend", String::new()),
    };
    let mut text = format!("{}.{than}", trend::explain::working(measure, rules, &worked));
    let mut certainty = Certainty::Certain;
    if rests_on_soft_figures(measure, &worked) {
        certainty = Certainty::Likely;
        text.push_str(" A figure among these is provisional, estimated, revised or worked out.");
    }
    let again = |other: &Measure| match kind {
        Kind::LongTrend => trend::long(other, rules),
        _ => trend::short(other, rules),
    };
    if rounded_away(measure).iter().any(|other| again(other).is_ok_and(|it| it.trend == published)) {
        certainty = Certainty::Likely;
        text.push_str(" The value as published is rounded, which can make the difference.");
    }
    if published == Trend::None {
        certainty = Certainty::Question;
    }
    desk.tried(kind, Came::Differs);
    let at = desk.at.key(key);
    let said = Said { published: word(published).to_string(), expected: word(worked.trend).to_string(), working: text };
    desk.find(kind, certainty, &at, said);
}

fn is_unsettled(value: &Value) -> bool {
    let soft = [ValueFlag::Provisional, ValueFlag::Estimated, ValueFlag::Revised];
    value.flags().iter().any(|flag| soft.contains(flag))
}

fn rests_on_soft_figures(measure: &Measure, worked: &Worked) -> bool {
    let points = trend::series(measure);
    let mut used = points.iter().filter(|point| point.is_current || worked.against.contains(&point.period));
    used.any(|point| point.provenance == Provenance::Derived || is_unsettled(point.value))
}

/// The measure with a value a hair inside the ends of what would be rounded to the published one.
fn rounded_away(measure: &Measure) -> Vec<Measure> {
    let Some(number) = measure.value.number() else { return Vec::new() };
    // Whole things that are counted are not rounded.
    if measure.unit.kind == UnitKind::Count && number.is_whole() {
        return Vec::new();
    }
    let ends: Vec<Decimal> = number.rounding_ends().into_iter().flatten().collect();
    ends.into_iter()
        .map(|end| {
            let mut other = measure.clone();
            if let Value::Number(value) = &mut other.value {
                value.number = end;
            }
            other
        })
        .collect()
}
