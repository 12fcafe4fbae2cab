//! Knows: the tables that can be downloaded, as CSV for programs and spreadsheets.
//! Must not know: how a cell is written (that is `csv`), or how the page shows the same data.
//!
//! Numbers are as written in the export, without a unit. What each column means is in `columns`.

use super::DownloadSet;
use super::columns::{END, LOW_HIGH, MEASURES_HEADER, POINT, RANGE, START, TARGET, UNIT, VALUE, names};
use crate::assess::risk_movement::{quarters, scores_in};
use crate::assess::rules::{Variance, variance};
use crate::encode::csv;
use crate::explore::view_state::Detail;
use crate::report::{Keyword, Measure, MeasureRef, Period, ProjectRef, RiskRef, Target, Unit, Value};
use crate::wording::format::{self, Distance};
use crate::wording::origin;

/// The names of columns that several tables have.
const START_NAMES: [&str; START.len()] = names(&[&START]);
const UNIT_NAMES: [&str; UNIT.len()] = names(&[&UNIT]);
const VALUE_NAMES: [&str; VALUE.len()] = names(&[&VALUE]);
const TARGET_NAMES: [&str; TARGET.len()] = names(&[&TARGET]);
const END_NAMES: [&str; END.len()] = names(&[&END]);

/// The measures, a row each, in screen order.
pub fn measures_csv(set: &DownloadSet<'_>) -> String {
    let rows = set.measures.iter().map(|place| measure_row(set, place));
    table(&[&MEASURES_HEADER], set, rows)
}

/// The risks, a row each, with a column for each quarter that has a score.
pub fn risks_csv(set: &DownloadSet<'_>) -> String {
    let quarters = quarters(&set.risks);
    let scores: Vec<String> = quarters.iter().map(|quarter| format!("score_{}", quarter.word())).collect();
    let scores: Vec<&str> = scores.iter().map(String::as_str).collect();
    let columns = [
        &START_NAMES[..],
        &["outcome", "reference", "title", "state", "inherent_likelihood", "inherent_impact"],
        &scores,
        &["movement", "definition", "owner", "portfolio", "council_plan", "link"],
        &END_NAMES,
    ];
    let rows = set.risks.iter().map(|one| risk_row(set, one, &quarters));
    table(&columns, set, rows)
}

/// The projects' own figures, which are not measures of the report, a row each.
pub fn figures_csv(set: &DownloadSet<'_>) -> String {
    let columns = [
        &START_NAMES[..],
        &["outcome", "project", "name", "aim"],
        &UNIT_NAMES,
        &["period"],
        &VALUE_NAMES,
        &TARGET_NAMES,
        &END_NAMES,
    ];
    let figures = set.projects.iter().flat_map(|ProjectRef { outcome, project, .. }| {
        project.sub_measures.iter().map(move |figure| {
            let mut row = vec![outcome.name.clone(), project.name.clone(), figure.name.clone(), word(figure.aim)];
            row.extend(unit(&figure.unit));
            row.push(period(figure.period));
            row.extend(value(&figure.value));
            row.extend(target(figure.target.as_ref(), &figure.unit));
            row
        })
    });
    table(&columns, set, figures)
}

/// A table with these columns and rows; adds the cells that every row starts and ends with.
fn table(columns: &[&[&str]], set: &DownloadSet<'_>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let report = set.data.report();
    let start = [
        report.council.name.clone(),
        report.council.ons_code.clone(),
        report.priority.name.clone(),
        report.period.word(),
    ];
    let end = [set.source.clone(), set.link().unwrap_or_default()];
    let mut text = csv::row(&columns.concat());
    for row in rows {
        let cells: Vec<String> = start.iter().cloned().chain(row).chain(end.iter().cloned()).collect();
        text.push_str(&csv::row(&cells));
    }
    text
}

fn measure_row(set: &DownloadSet<'_>, place: &MeasureRef<'_>) -> Vec<String> {
    let MeasureRef { outcome, programme, measure, .. } = place;
    let mut row = vec![
        outcome.name.clone(),
        programme.name.clone(),
        measure.code.clone(),
        measure.name.clone(),
        word(measure.aim),
    ];
    row.extend(unit(&measure.unit));
    row.extend([
        word(measure.frequency()),
        word(measure.basis()),
        measure.reporting_period().word(),
        measure.period_note.clone().unwrap_or_default(),
    ]);
    row.extend(value(&measure.value));
    row.extend(target(measure.target.as_ref(), &measure.unit));
    row.extend([
        variance_percent(measure),
        word(measure.status()),
        set.data.report().rules.label(measure.status()).to_string(),
        word(measure.short_trend()),
        word(measure.long_trend()),
        words(measure.flags.iter().map(|flag| flag.flag)),
        set.link_to_detail(Detail::Measure(measure.code.clone())).unwrap_or_default(),
        origin::word(measure.status).to_string(),
        origin::word(measure.short_trend).to_string(),
        origin::word(measure.long_trend).to_string(),
    ]);
    row
}

fn risk_row(set: &DownloadSet<'_>, one: &RiskRef<'_>, quarters: &[Period]) -> Vec<String> {
    let RiskRef { outcome, risk, .. } = one;
    let mut row = vec![
        outcome.name.clone(),
        risk.reference.clone(),
        risk.title.clone(),
        word(risk.state),
        risk.inherent.likelihood.clone(),
        risk.inherent.impact.clone(),
    ];
    row.extend(scores_in(risk, quarters).map(|score| score.map(format::score).unwrap_or_default()));
    row.extend([
        word(risk.movement),
        risk.definition.clone(),
        risk.owner.clone(),
        risk.portfolio.clone(),
        risk.council_plan.clone(),
        set.link_to_detail(Detail::Risk(risk.reference.clone())).unwrap_or_default(),
    ]);
    row
}

fn word(word: impl Keyword) -> String {
    word.word().to_string()
}

fn words(words: impl Iterator<Item = impl Keyword>) -> String {
    words.map(Keyword::word).collect::<Vec<_>>().join(" ")
}

fn period(period: Option<Period>) -> String {
    period.map(Period::word).unwrap_or_default()
}

fn unit(unit: &Unit) -> [String; UNIT.len()] {
    let per = unit.per.map(|per| per.to_string()).unwrap_or_default();
    [word(unit.kind), per, unit.of.clone().unwrap_or_default()]
}

/// A number, or why there is none: never both.
fn value(value: &Value) -> [String; VALUE.len()] {
    match value {
        Value::Number(value) => {
            [value.number.to_string(), String::new(), String::new(), words(value.flags.iter().copied())]
        }
        Value::Missing(missing) => [String::new(), word(missing.missing), missing.reason.clone(), String::new()],
    }
}

fn target(target: Option<&Target>, unit: &Unit) -> [String; TARGET.len()] {
    let mut cells: [String; TARGET.len()] = Default::default();
    let [kind, point, low, high, middle, amber, yearly, other_unit, for_period] = &mut cells;
    match target {
        None => {}
        Some(Target::Point(target)) => {
            *kind = POINT.to_string();
            *point = target.point.to_string();
            *amber = target.amber.map(|amber| amber.to_string()).unwrap_or_default();
            *yearly = target.yearly.as_ref().map(|yearly| yearly.total.to_string()).unwrap_or_default();
            // Only if it differs from the unit of the value.
            *other_unit = target.unit.as_ref().filter(|own| *own != unit).map(format::unit).unwrap_or_default();
            *for_period = period(target.period);
        }
        Some(Target::LowHigh(target)) => {
            *kind = LOW_HIGH.to_string();
            (*low, *high) = (target.low_target.to_string(), target.high_target.to_string());
        }
        Some(Target::Range(range)) => {
            *kind = RANGE.to_string();
            (*low, *high) = (range.low.to_string(), range.high.to_string());
            *middle = range.mid_point.map(|middle| middle.to_string()).unwrap_or_default();
        }
    }
    cells
}

/// The distance from the target in per cent of it, positive if better, without further rounding; empty where a percentage
/// would mean nothing.
fn variance_percent(measure: &Measure) -> String {
    match variance(measure).map(Variance::told) {
        Some(Distance::Percent(percent)) => percent.shortest().to_string(),
        Some(Distance::Amount(_)) | None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::measure;

    #[test]
    fn distances_are_plain_numbers() {
        for (value, target, expected) in [
            ("142", "118", "20.338983"),
            ("77.7", "73", "6.4383561"),
            ("50", "100", "-50"),
            ("100", "100", "0"),
            ("99.9", "100", "-0.1"),
            ("[c]", "100", ""),
            ("100", "", ""),
            ("1", "0", ""),
            ("0", "0", "0"),
            ("-16", "5", ""),
            ("-4", "-5", ""),
        ] {
            assert_eq!(variance_percent(&measure("maximise", value, target)), expected, "{value} {target}");
        }
    }
}
