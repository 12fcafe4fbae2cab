//! Facts of the shipped quarter, read from its export without the program under test.

use super::site::export;
use serde_json::Value;

/// What lists show of a measure.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The code.
    pub code: String,
    /// The name of its outcome.
    pub outcome: String,
    /// The name of its programme.
    pub programme: String,
    /// The published status.
    pub status: String,
    /// The published short trend.
    pub short: String,
    /// The published long trend.
    pub long: String,
    /// The aim.
    pub aim: String,
}

/// All measures, in the order of the report.
pub fn facts() -> Vec<Fact> {
    let report = export();
    let text = |value: &Value| value.as_str().unwrap().to_string();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut facts = Vec::new();
    for outcome in list(&report["outcomes"]) {
        for programme in list(&outcome["programmes"]) {
            for measure in list(&programme["measures"]) {
                facts.push(Fact {
                    code: text(&measure["code"]),
                    outcome: text(&outcome["name"]),
                    programme: text(&programme["name"]),
                    status: text(&measure["status"]),
                    short: text(&measure["short_trend"]),
                    long: text(&measure["long_trend"]),
                    aim: text(&measure["aim"]),
                });
            }
        }
    }
    facts
}

/// How many measures match.
pub fn how_many(wanted: impl Fn(&Fact) -> bool) -> usize {
    facts().iter().filter(|fact| wanted(fact)).count()
}

/// The codes of the measures that match.
pub fn codes(wanted: impl Fn(&Fact) -> bool) -> Vec<String> {
    facts().into_iter().filter(wanted).map(|fact| fact.code).collect()
}

/// The code of each measure, the kind of its unit, and what a rate is per.
pub fn units() -> Vec<(String, String, u64)> {
    let report = export();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let outcomes = list(&report["outcomes"]).into_iter();
    let measures = outcomes.flat_map(|one| list(&one["programmes"])).flat_map(|one| list(&one["measures"]));
    let text = |value: &Value| value.as_str().unwrap().to_string();
    let unit = |one: Value| (text(&one["code"]), text(&one["unit"]["kind"]), one["unit"]["per"].as_u64().unwrap_or(0));
    measures.map(unit).collect()
}
