//! Knows: the export that is made: the types of a report with what a sheet may leave unsaid, as JSON.
//! Must not know: the sheets.

use crate::import::{self, Faults};
use crate::report::{
    Aim, Basis, Benchmark, Council, Frequency, GlossaryEntry, NotedFlag, Observation, OwnRules, Period, Priority,
    Publication, Report, RiskMatrix, RuleSet, SCHEMA_VERSION, Section, Status, Target, Trend, Unit, Value,
};
use serde::Serialize;

/// A report to be written.
#[derive(Debug, Serialize)]
pub struct Export<'e> {
    /// The version of the format.
    pub schema_version: u32,
    /// As in [`Report`].
    pub id: &'e str,
    /// As in [`Report`].
    pub council: &'e Council,
    /// As in [`Report`].
    pub priority: &'e Priority,
    /// As in [`Report`].
    pub period: Period,
    /// As in [`Report`].
    pub publication: &'e Publication,
    /// As in [`Report`].
    pub rules: &'e RuleSet,
    /// As in [`Report`].
    pub risk_matrix: &'e RiskMatrix,
    /// As in [`Report`].
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub glossary: &'e [GlossaryEntry],
    /// How the sheet was read, for the next one.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub conversion: &'e str,
    /// The outcomes.
    pub outcomes: Vec<OutcomeOut<'e>>,
}

/// An outcome to be written.
#[derive(Debug, Serialize)]
pub struct OutcomeOut<'e> {
    /// Its name.
    pub name: &'e str,
    /// Its programmes.
    pub programmes: Vec<ProgrammeOut<'e>>,
}

/// A programme to be written.
#[derive(Debug, Serialize)]
pub struct ProgrammeOut<'e> {
    /// Its name.
    pub name: &'e str,
    /// Its measures.
    pub measures: Vec<&'e MeasureOut>,
}

/// A measure to be written: as in [`crate::report::Measure`], without what the sheet does not say.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureOut {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Which way is better.
    pub aim: Aim,
    /// The unit.
    pub unit: Unit,
    /// How often.
    pub frequency: Frequency,
    /// What the value covers.
    pub basis: Basis,
    /// The period of the value.
    pub reporting_period: Period,
    /// The value.
    pub value: Value,
    /// The target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Its own rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<OwnRules>,
    /// The status, if it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The short trend, if it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_trend: Option<Trend>,
    /// The long trend, if it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub long_trend: Option<Trend>,
    /// Things to know about the measure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<NotedFlag>,
    /// Earlier values, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Observation>,
    /// What others achieve.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub benchmarks: Vec<Benchmark>,
    /// Measures that belong with this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// What the report says about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commentary: Vec<Section>,
}

impl Export<'_> {
    /// The export as text: the same bytes for the same content.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// The version that exports are written in.
pub const VERSION: u32 = SCHEMA_VERSION;

/// Reads an export back, to see that it can be read.
pub fn read_back(text: &str) -> Result<Report, Faults> {
    import::report(before_schema_2(text).as_bytes())
}

/// UNTIL SCHEMA VERSION 2 IS READ: the export with statuses and trends where they are left out, and without the mapping. To be
/// removed, with its one use above, when `Measure::status` and the trends are optional and `Report` has `conversion`.
fn before_schema_2(text: &str) -> String {
    use serde_json::Value as Tree;
    let Ok(mut tree) = serde_json::from_str::<Tree>(text) else { return text.to_string() };
    if let Some(report) = tree.as_object_mut() {
        report.remove("conversion");
    }
    let lists = |tree: &mut Tree, key: &str| -> Vec<Tree> {
        tree.get_mut(key).and_then(Tree::as_array_mut).map(std::mem::take).unwrap_or_default()
    };
    let mut outcomes = lists(&mut tree, "outcomes");
    for outcome in &mut outcomes {
        let mut programmes = lists(outcome, "programmes");
        for programme in &mut programmes {
            let mut measures = lists(programme, "measures");
            for measure in measures.iter_mut().filter_map(Tree::as_object_mut) {
                for key in ["status", "short_trend", "long_trend"] {
                    measure.entry(key).or_insert("none".into());
                }
            }
            if let Some(programme) = programme.as_object_mut() {
                programme.insert("measures".into(), measures.into());
            }
        }
        if let Some(outcome) = outcome.as_object_mut() {
            outcome.insert("programmes".into(), programmes.into());
        }
    }
    if let Some(report) = tree.as_object_mut() {
        report.insert("outcomes".into(), outcomes.into());
    }
    tree.to_string()
}
