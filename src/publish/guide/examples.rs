//! Knows: how a worked example is turned from a piece of an export into a row with the program's own result.
//! Must not know: the rules; it asks `rules` and `trend`.

use super::html::{code, table};
use crate::assess::trend::explain::{Term, explain};
use crate::assess::{rules, trend};
use crate::encode::markup::escaped;
use crate::import;
use crate::publish::TEMPLATE;
use crate::report::{Measure, Observation, Rating, Report, Value};
use crate::wording::{format, missing};
use serde_json::{Map, Value as Tree, json};

/// One example: how its measure and rules differ from a plain measure and the template's rules.
pub struct Example {
    /// What it is an example of.
    pub case: &'static str,
    /// The number of the measure; empty if `measure` has the value.
    pub value: &'static str,
    /// Its earlier values, as `2023-24-q4 45.90, 2024-25-q1 46.30`; empty if there are none or `measure` has them.
    pub history: &'static str,
    /// Other fields of the measure, as in an export.
    pub measure: &'static str,
    /// Fields of the rules, as in an export.
    pub rules: &'static str,
}

/// What a set of examples shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// The status.
    Status,
    /// The status, and the earlier values that it depends on.
    StatusAndHistory,
    /// One of the trends.
    Trend(Term),
}

/// Examples of one rule.
pub struct ExampleSet {
    /// The anchor of its section.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// What the rule is, as HTML.
    pub text: &'static str,
    /// What the examples show.
    pub shown: Aspect,
    /// The examples.
    pub examples: &'static [Example],
}

/// The section of a set, as HTML. Fails if an example cannot be read, and says why.
pub fn section(set: &ExampleSet) -> Result<String, String> {
    let mut rows = Vec::new();
    for example in set.examples {
        rows.push(row(set.shown, example).map_err(|why| format!("{}, {}: {why}", set.id, example.case))?);
    }
    let mut columns = vec!["Case", "Aim"];
    if set.shown != Aspect::Status {
        columns.push("Earlier");
    }
    let result = if matches!(set.shown, Aspect::Trend(_)) { "Trend" } else { "Status" };
    columns.extend(["Value", "Target", "Rules", result, "What the page says"]);
    let table = table(&format!("Worked examples: {}", escaped(&set.title.to_lowercase())), &columns, rows);
    Ok(format!("<h3 id=\"{}\">{}</h3>\n{}\n{table}", set.id, escaped(set.title), set.text))
}

fn fields(text: &str) -> Result<Map<String, Tree>, String> {
    serde_json::from_str(&format!("{{{text}}}")).map_err(|error| error.to_string())
}

/// The report of an example: the template with its rules and its measure.
fn report(example: &Example) -> Result<Report, String> {
    let mut tree: Map<String, Tree> = serde_json::from_str(TEMPLATE).map_err(|error| error.to_string())?;
    if let Some(rules) = tree.get_mut("rules").and_then(Tree::as_object_mut) {
        rules.extend(fields(example.rules)?);
    }
    let mut measure = fields(
        r#""code": "EX", "name": "An example", "aim": "maximise", "unit": { "kind": "percent" }, "frequency": "quarterly",
           "basis": "in_period", "reporting_period": "2024-25-q2", "status": "none", "short_trend": "none",
           "long_trend": "none""#,
    )?;
    measure.insert("value".into(), json!({ "number": example.value }));
    let history = example.history.split(", ").filter_map(|earlier| earlier.split_once(' '));
    let history = history.map(
        |(period, number)| json!({ "period": period, "value": { "number": number }, "provenance": "published_table" }),
    );
    measure.insert("history".into(), history.collect());
    measure.extend(fields(example.measure)?);
    let programmes = json!([{ "name": "Programme", "measures": [measure] }]);
    tree.insert("outcomes".into(), json!([{ "name": "Outcome", "programmes": programmes }]));
    let bytes = Tree::Object(tree).to_string();
    import::report(bytes.as_bytes())
        .map_err(|faults| faults.listed.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

/// What a table says where the figures give no status or trend.
const NOT_WORKED_OUT: &str = "none to be worked out";

fn row(shown: Aspect, example: &Example) -> Result<Vec<String>, String> {
    let report = report(example)?;
    let mut measure = report.measure("EX").ok_or("no measure")?.measure.clone();
    let (result, sentence) = match shown {
        Aspect::Status | Aspect::StatusAndHistory => {
            let judged = rules::judge(&measure, &report.rules);
            if let Ok(judged) = judged {
                // The published status is the one that the rules give, so that the sentence is about the rule alone.
                measure.status = Rating::Published(judged.status);
            }
            let status = judged.map_or(NOT_WORKED_OUT, |judged| report.rules.label(judged.status));
            (escaped(status), rules::explain(&measure, &report.rules))
        }
        Aspect::Trend(term) => {
            let (worked, published) = match term {
                Term::Short => (trend::short(&measure, &report.rules), &mut measure.short_trend),
                Term::Long => (trend::long(&measure, &report.rules), &mut measure.long_trend),
            };
            let result = worked.map_or(NOT_WORKED_OUT, |worked| {
                *published = Rating::Published(worked.trend);
                format::trend(worked.trend)
            });
            (result.to_string(), explain(&measure, &report.rules, term))
        }
    };
    let mut cells = vec![escaped(example.case), aim(example)?];
    if shown != Aspect::Status {
        cells.push(earlier(&measure));
    }
    cells.extend([value(&measure), target(&measure), own_rules(example)?, result, escaped(&sentence)]);
    Ok(cells)
}

/// The aim, and the basis if the example states one.
fn aim(example: &Example) -> Result<String, String> {
    let given = fields(example.measure)?;
    let text = |key: &str| given.get(key).and_then(Tree::as_str);
    let aim = code(text("aim").unwrap_or("maximise"));
    Ok(text("basis").map_or(aim.clone(), |basis| format!("{aim}, {}", code(basis))))
}

fn value(measure: &Measure) -> String {
    match &measure.value {
        Value::Number(_) => escaped(&format::value(&measure.value, &measure.unit)),
        Value::Missing(missing) => {
            format!("{} {}", missing::shorthand(missing.missing).0, escaped(&missing.reason))
        }
    }
}

fn earlier(measure: &Measure) -> String {
    let point = |observation: &Observation| {
        let period = observation.period.map_or_else(String::new, |period| period.short());
        let point = format!("{period}: {}", format::value(&observation.value, &measure.unit));
        format!("<span class=\"number\">{}</span>", escaped(&point))
    };
    let points: Vec<String> = measure.history.iter().map(point).collect();
    if points.is_empty() { "none".to_string() } else { points.join("<br>") }
}

fn target(measure: &Measure) -> String {
    let Some(target) = &measure.target else { return "none".to_string() };
    let note = format::target_note(target, &measure.unit).map_or_else(String::new, |note| format!(", {note}"));
    escaped(&format!("{}{note}", format::target(target, &measure.unit)))
}

/// The rules of the example and of its measure, as in an export.
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
