//! Knows: how worked examples of the rules are written: from a piece of an export to what the program itself says of it.
//! Must not know: the rules; it asks `rules` and `trend`.

use super::html::{code, escape, table};
use crate::assess::rules;
use crate::assess::trend;
use crate::import;
use crate::publish::spreadsheet::TEMPLATE;
use crate::report::{Measure, Report, Value};
use crate::wording::format;
use serde_json::{Map, Value as Tree, json};

/// One example: a measure, as far as it differs from a plain one, under rules that differ from those of the template.
pub struct Example {
    /// What it is an example of.
    pub case: &'static str,
    /// The fields of the measure, as they stand in an export.
    pub measure: &'static str,
    /// The fields of the rules, as they stand in an export.
    pub rules: &'static str,
}

/// What is shown of the examples.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// The status.
    Status,
    /// The status, and the earlier values that it depends on.
    StatusAndHistory,
    /// One of the trends.
    Trend(trend::explain::Term),
}

/// Examples of one rule.
pub struct ExampleSet {
    /// The anchor of its section.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// What the rule is, as HTML.
    pub text: &'static str,
    /// What is shown.
    pub shown: Aspect,
    /// The examples.
    pub examples: &'static [Example],
}

/// The section of a set. An example that is no good export is an error, told with what is wrong with it.
pub fn section(set: &ExampleSet) -> Result<String, String> {
    let mut rows = Vec::new();
    for example in set.examples {
        rows.push(row(set.shown, example).map_err(|why| format!("{}, {}: {why}", set.id, example.case))?);
    }
    let columns: &[&str] = match set.shown {
        Aspect::Status => &["Case", "Aim", "Value", "Target", "Rules", "Status", "What the page says"],
        Aspect::StatusAndHistory => {
            &["Case", "Aim", "Earlier", "Value", "Target", "Rules", "Status", "What the page says"]
        }
        Aspect::Trend(_) => &["Case", "Aim", "Earlier", "Value", "Target", "Rules", "Trend", "What the page says"],
    };
    let table = table(&format!("Worked examples: {}", escape(&set.title.to_lowercase())), columns, &rows);
    Ok(format!("<h3 id=\"{}\">{}</h3>\n{}\n{table}", set.id, escape(set.title), set.text))
}

fn fields(text: &str) -> Result<Map<String, Tree>, String> {
    serde_json::from_str(&format!("{{{text}}}")).map_err(|error| error.to_string())
}

/// The export of an example, read.
fn report(example: &Example) -> Result<Report, String> {
    let mut tree: Map<String, Tree> = serde_json::from_str(TEMPLATE).map_err(|error| error.to_string())?;
    let own = fields(example.rules)?;
    if let Some(rules) = tree.get_mut("rules").and_then(Tree::as_object_mut) {
        rules.extend(own);
    }
    let mut measure = fields(
        r#""code": "EX", "name": "An example", "aim": "maximise", "unit": { "kind": "percent" }, "frequency": "quarterly",
           "basis": "in_period", "reporting_period": "2024-25-q2", "value": { "number": "0" }, "status": "none",
           "short_trend": "none", "long_trend": "none""#,
    )?;
    measure.extend(fields(example.measure)?);
    let programmes = json!([{ "name": "Programme", "measures": [measure] }]);
    tree.insert("outcomes".into(), json!([{ "name": "Outcome", "programmes": programmes }]));
    let bytes = Tree::Object(tree).to_string();
    import::report(bytes.as_bytes())
        .map_err(|findings| findings.listed.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

fn row(shown: Aspect, example: &Example) -> Result<Vec<String>, String> {
    let report = report(example)?;
    let mut measure = report.measure("EX").ok_or("no measure")?.measure.clone();
    let (result, sentence) = match shown {
        Aspect::Status | Aspect::StatusAndHistory => {
            let judged = rules::judge(&measure, &report.rules);
            if let Ok(judged) = judged {
                // Published as the rules give it, so that the sentence is about the rule alone.
                measure.status = judged.status;
            }
            let status = judged.map_or("none to be worked out", |judged| report.rules.label(judged.status));
            (escape(status), rules::explain(&measure, &report.rules))
        }
        Aspect::Trend(term) => {
            let worked = match term {
                trend::explain::Term::Short => trend::short(&measure, &report.rules),
                trend::explain::Term::Long => trend::long(&measure, &report.rules),
            };
            let result = match worked {
                Ok(worked) => {
                    match term {
                        trend::explain::Term::Short => measure.short_trend = worked.trend,
                        trend::explain::Term::Long => measure.long_trend = worked.trend,
                    }
                    trend::explain::word(worked.trend)
                }
                Err(_) => "none to be worked out",
            };
            (result.to_string(), trend::explain::explain(&measure, &report.rules, term))
        }
    };
    let mut cells = vec![escape(example.case), aim(example)?];
    if shown != Aspect::Status {
        cells.push(earlier(&measure));
    }
    cells.push(value(&measure));
    cells.push(target(&measure));
    cells.push(own_rules(example)?);
    cells.push(result);
    cells.push(escape(&sentence));
    Ok(cells)
}

/// The aim, and the basis where it is what the example is about.
fn aim(example: &Example) -> Result<String, String> {
    let given = fields(example.measure)?;
    let text = |key: &str| given.get(key).and_then(Tree::as_str);
    let aim = code(text("aim").unwrap_or("maximise"));
    Ok(text("basis").map_or(aim.clone(), |basis| format!("{aim}, {}", code(basis))))
}

fn value(measure: &Measure) -> String {
    match &measure.value {
        Value::Number(_) => escape(&format::value(&measure.value, &measure.unit)),
        Value::Missing(missing) => {
            format!("{} {}", format::missing_shorthand(missing.missing).0, escape(&missing.reason))
        }
    }
}

fn earlier(measure: &Measure) -> String {
    let points = measure.history.iter().map(|observation| {
        let period = observation.period.map_or_else(String::new, |period| period.short());
        format!("{period}: {}", format::value(&observation.value, &measure.unit))
    });
    let points: Vec<String> = points.map(|point| format!("<span class=\"number\">{}</span>", escape(&point))).collect();
    if points.is_empty() { "none".to_string() } else { points.join("<br>") }
}

fn target(measure: &Measure) -> String {
    let Some(target) = &measure.target else { return "none".to_string() };
    let note = format::target_note(target, &measure.unit).map_or_else(String::new, |note| format!(", {note}"));
    escape(&format!("{}{note}", format::target(target, &measure.unit)))
}

/// The rules that the example is about, as they stand in the export.
fn own_rules(example: &Example) -> Result<String, String> {
    let lines = |fields: &Map<String, Tree>| -> Vec<String> {
        fields.iter().map(|(key, value)| code(&format!("{key}: {}", spaced(value)))).collect()
    };
    let mut all = lines(&fields(example.rules)?);
    if let Some(own) = fields(example.measure)?.get("rules").and_then(Tree::as_object) {
        all.extend(lines(own).into_iter().map(|line| format!("{line} <span class=\"soft\">(of this measure)</span>")));
    }
    Ok(if all.is_empty() { "the template’s".to_string() } else { all.join("<br>") })
}

/// JSON with spaces where a line may break.
fn spaced(value: &Tree) -> String {
    let Tree::Object(fields) = value else { return value.to_string() };
    let fields: Vec<String> = fields.iter().map(|(key, value)| format!("\"{key}\": {}", spaced(value))).collect();
    format!("{{ {} }}", fields.join(", "))
}
