//! Knows: what a site publishes beside the exports of several quarters: each one's figures without its words; and what must be
//! stated before it may: figures that were changed, and withheld figures that follow from other reports.
//! Must not know: how exports are found, or where files are written.

use crate::assess::unpublished::dataset;
use crate::checks::{self, About, Kind};
use crate::compare::{Pairs, join, past};
use crate::report::{CorrectedField, Keyword, Measure, MeasureIx, Period, Report, Source, Target, Value};

/// The name of the file with the figures of an export.
pub fn figures_name(export: &str) -> String {
    format!("{}.figures.json", export.trim_end_matches(".json"))
}

/// The other reports of the same council and priority that came before, oldest first.
pub fn earlier<'r>(report: &Report, all: &[&'r Report]) -> Vec<&'r Report> {
    let is_before = |one: &&&Report| {
        one.council.ons_code == report.council.ons_code
            && one.priority.name == report.priority.name
            && one.period.order() < report.period.order()
    };
    let mut earlier: Vec<&Report> = all.iter().filter(is_before).copied().collect();
    earlier.sort_by_key(|one| one.period.order());
    earlier
}

/// The figures of a report, joined with those of the reports before it.
pub fn figures(report: &Report, all: &[&Report]) -> Report {
    join::figures(report, &earlier(report, all))
}

/// What a report changes of what was published before, without stating it as a correction: against `former`, the figures of the
/// issue that it replaces, and against the reports before it. Each with the place and both figures.
pub fn unstated_changes(report: &Report, former: Option<&Report>, all: &[&Report]) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(former) = former.filter(|former| former.id == report.id) {
        changes(report, former, true, &mut found);
    }
    for before in earlier(report, all) {
        changes(report, before, false, &mut found);
    }
    found
}

/// The withheld figures that follow from a report together with those before it, and not from one alone, as long as nobody has
/// answered for them in the export: a line each.
pub fn unanswered_disclosures(report: &Report, all: &[&Report]) -> Vec<String> {
    let mut joined = report.clone();
    join::join(&mut joined, &earlier(report, all));
    let alone = recoverable(report.clone());
    let is_answered = |code: &str| report.disclosure_answers.iter().any(|answer| answer.measure == code);
    let found = recoverable(joined).into_iter().filter(|one| !alone.contains(one) && !is_answered(&one.0));
    found
        .map(|(code, working)| {
            format!(
                "{}: with other reports of the site, a withheld figure of {code} can be worked out. {working} Withhold more, or write in \
                 \"disclosure_answers\" why it is published all the same.",
                report.id
            )
        })
        .collect()
}

/// The measures with a withheld figure that follows from others, each with what gives it away.
fn recoverable(report: Report) -> Vec<(String, String)> {
    let data = dataset(report, Source::Local { file: String::new() });
    let findings = checks::check(&data).findings.into_iter().filter(|finding| finding.kind == Kind::Recoverable);
    let of_measure = |finding: checks::Finding| match finding.about {
        About::Measure { code, .. } => Some((code, finding.working)),
        _ => None,
    };
    findings.filter_map(of_measure).collect()
}

/// A figure that was changed, as an export writes it.
struct Change {
    field: CorrectedField,
    period: Period,
    before: String,
    after: String,
}

fn changes(report: &Report, before: &Report, is_same_quarter: bool, found: &mut Vec<String>) {
    let pairs = Pairs::new(before, report);
    let known: Vec<&Measure> = before.places().map(|place| place.measure).collect();
    for place in report.places() {
        let Some(was) = pairs.earlier(place.row).and_then(|at: MeasureIx| known.get(at.index())) else { continue };
        let now = place.measure;
        let mut changed: Vec<Change> = past::rewritten(was, now)
            .into_iter()
            .map(|one| Change {
                field: CorrectedField::Value,
                period: one.period,
                before: value(one.before.value),
                after: value(one.after.value),
            })
            .collect();
        if is_same_quarter {
            changed.extend(reissued(was, now));
        }
        for change in changed.into_iter().filter(|change| !is_stated(report, now, change)) {
            let Change { field, period, before: was, after } = change;
            found.push(format!(
                "{}: {} of {} for {}: {} gives {was}, this export {after}. State it in \"corrections\", with the reason.",
                report.id,
                field.label(),
                now.code,
                period.word(),
                before.id
            ));
        }
    }
}

/// What an issue of a quarter has otherwise than the issue that it replaces, its figures for periods apart.
fn reissued(was: &Measure, now: &Measure) -> Vec<Change> {
    let period = now.reporting_period();
    let words = [
        (CorrectedField::Target, target(was.target.as_ref()), target(now.target.as_ref())),
        (CorrectedField::Status, word(was.status.published()), word(now.status.published())),
        (CorrectedField::ShortTrend, word(was.short_trend.published()), word(now.short_trend.published())),
        (CorrectedField::LongTrend, word(was.long_trend.published()), word(now.long_trend.published())),
    ];
    let differing = words.into_iter().filter(|(_, before, after)| before != after);
    differing.map(|(field, before, after)| Change { field, period, before, after }).collect()
}

fn is_stated(report: &Report, measure: &Measure, change: &Change) -> bool {
    report.corrections.iter().any(|one| {
        one.measure == measure.code
            && one.field == change.field
            && one.period == change.period
            && one.before.trim() == change.before
            && one.after.trim() == change.after
    })
}

fn word<W: Keyword>(word: Option<W>) -> String {
    word.map_or("not published", W::word).to_string()
}

fn value(value: &Value) -> String {
    match value {
        Value::Number(number) => number.number.to_string(),
        Value::Missing(missing) => missing.missing.word().to_string(),
    }
}

fn target(target: Option<&Target>) -> String {
    match target {
        None => "none".to_string(),
        Some(Target::Point(target)) => target.point.to_string(),
        Some(Target::LowHigh(target)) => format!("{} and {}", target.low_target, target.high_target),
        Some(Target::Range(target)) => format!("{} to {}", target.low, target.high),
    }
}

#[cfg(test)]
mod tests;
