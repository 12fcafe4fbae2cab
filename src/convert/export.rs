//! Knows: the export that is made: the types of a report with what a sheet may leave unsaid, as JSON.
//! Must not know: the sheets.

use crate::report::{
    Aim, Basis, Benchmark, Council, Frequency, GlossaryEntry, NotedFlag, Observation, OwnRules, Period, Priority,
    Publication, RiskMatrix, RuleSet, SCHEMA_VERSION, Section, Status, Target, Trend, Unit, Value,
};
use serde::Serialize;

/// A report to be written.
#[derive(Debug, Serialize)]
pub struct Export<'e> {
    /// The version of the format.
    pub schema_version: u32,
    /// As in [`crate::report::Report`].
    pub id: &'e str,
    /// As in [`crate::report::Report`].
    pub council: &'e Council,
    /// As in [`crate::report::Report`].
    pub priority: &'e Priority,
    /// As in [`crate::report::Report`].
    pub period: Period,
    /// As in [`crate::report::Report`].
    pub publication: &'e Publication,
    /// As in [`crate::report::Report`].
    pub rules: &'e RuleSet,
    /// As in [`crate::report::Report`].
    pub risk_matrix: &'e RiskMatrix,
    /// As in [`crate::report::Report`].
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub glossary: &'e [GlossaryEntry],
    /// How the sheet was read, for the next one; absent if that is longer than an export may keep.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion: Option<String>,
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
