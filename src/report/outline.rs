//! Knows: how a report is laid out: outcomes with their programmes, measures, risks and projects.
//! Must not know: how it is read, judged, filtered or shown.

use super::keyword::keyword_enum;
use super::{
    Aim, Code, Correction, DisclosureAnswer, EndedMeasure, Measure, MeasureIx, Period, Risk, RiskMatrix, RuleSet,
    Section, Target, Unit, Value,
};
use serde::Serialize;

/// One priority in one quarter: everything that a published report says, as data.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Report {
    /// The version of the format: 2. Exports of version 1 are read as well.
    pub schema_version: u32,
    /// The id of the quarter in the catalogue and in addresses, e.g. `2023-24-q3`.
    pub id: String,
    /// The council that publishes the report.
    pub council: Council,
    /// The council priority that the report covers.
    pub priority: Priority,
    /// The period that the report covers.
    pub period: Period,
    /// Where the figures come from.
    pub publication: Publication,
    /// How statuses and trends are worked out: the council's rules, not the program's.
    pub rules: RuleSet,
    /// The scales on which risks are scored.
    pub risk_matrix: RiskMatrix,
    /// Terms and abbreviations that the report uses.
    #[serde(default)]
    pub glossary: Vec<GlossaryEntry>,
    /// How a workbook became this export, so that the next quarter's is read alike. It is for the tool that wrote it: the explorer
    /// keeps it and never reads it. From version 2 on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion: Option<String>,
    /// The published figures that this report corrects, latest first. From version 2 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// The measures of earlier quarters that it has no longer. From version 2 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ended_measures: Vec<EndedMeasure>,
    /// What was decided about withheld figures that might follow from other reports of the site. From version 2 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disclosure_answers: Vec<DisclosureAnswer>,
    /// The outcomes, in document order.
    pub outcomes: Vec<Outcome>,
}

/// The council.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Council {
    /// Its name, e.g. `Medway Council`.
    pub name: String,
    /// Its nine-character ONS code, e.g. `E06000035`.
    pub ons_code: String,
    /// Its website (http or https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// A council priority.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Priority {
    /// Its name, e.g. `People`.
    pub name: String,
    /// What it is for, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<String>,
}

/// The published document that the export was made from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Publication {
    /// The title of the document.
    pub title: String,
    /// A page about the document or the plan it reports on (http or https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The day it was published, `2024-02-27`; absent when the document does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Period>,
    /// The terms under which the figures may be used.
    pub licence: String,
    /// How the commentary here differs from the commentary in the document.
    pub commentary_note: String,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct GlossaryEntry {
    /// The term as the report writes it.
    pub term: String,
    /// Its meaning in plain English.
    pub meaning: String,
}

/// An outcome: programmes with their measures, risks and projects.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Outcome {
    /// Its name; addresses use its slug.
    pub name: String,
    /// Its strategic risks.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// Its programmes, in document order.
    pub programmes: Vec<Programme>,
    /// Its projects.
    #[serde(default)]
    pub projects: Vec<Project>,
    /// What the report says this outcome does not have, as opposed to a gap in the data.
    #[serde(default)]
    pub stated_absences: Vec<StatedAbsence>,
}

/// A programme: measures and the report's own summary of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Programme {
    /// Its name; addresses use its slug.
    pub name: String,
    /// Its measures, in document order.
    pub measures: Vec<Measure>,
    /// The published summary, one sentence per line.
    #[serde(default)]
    pub published_summary: Vec<String>,
}

/// A project with its updates.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Project {
    /// Its name.
    pub name: String,
    /// The measures whose commentary reports its progress.
    #[serde(default)]
    pub measures: Vec<Code>,
    /// Its own figures, which are not measures of the report.
    #[serde(default)]
    pub sub_measures: Vec<SubMeasure>,
    /// Its updates.
    #[serde(default)]
    pub commentary: Vec<Section>,
}

/// A figure with a target inside a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SubMeasure {
    /// What is measured.
    pub name: String,
    /// Which way is better.
    pub aim: Aim,
    /// The unit of value and target.
    pub unit: Unit,
    /// The period of the value.
    pub period: Option<Period>,
    /// The value.
    pub value: Value,
    /// The target.
    pub target: Option<Target>,
}

keyword_enum! {
    /// What a stated absence is about.
    Absent, "a kind of thing that is absent" {
        /// Strategic risks.
        Risks = "risks",
        /// Projects.
        Projects = "projects",
    }
}

/// A statement in the report that an outcome has no risks, or no projects.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StatedAbsence {
    /// What there is none of.
    pub about: Absent,
    /// The statement in words.
    pub statement: String,
}

/// A measure with its place in the report.
#[derive(Debug, Clone, Copy)]
pub struct MeasureRef<'r> {
    /// Its position.
    pub row: MeasureIx,
    /// Its outcome.
    pub outcome: &'r Outcome,
    /// Its programme.
    pub programme: &'r Programme,
    /// The measure.
    pub measure: &'r Measure,
}

/// Whether two reports are quarters of one series: of the same council, on the same priority.
pub(super) fn are_one_series(one: (&Council, &Priority), other: (&Council, &Priority)) -> bool {
    one.0.ons_code == other.0.ons_code && one.1.name == other.1.name
}

impl Report {
    /// Whether it is a quarter of the same series as another: of the same council, on the same priority.
    pub fn is_of_series(&self, other: &Report) -> bool {
        are_one_series((&self.council, &self.priority), (&other.council, &other.priority))
    }

    /// All measures in document order, with their places.
    pub fn places(&self) -> impl Iterator<Item = MeasureRef<'_>> + Clone {
        let programmes =
            self.outcomes.iter().flat_map(|outcome| outcome.programmes.iter().map(move |one| (outcome, one)));
        let measures =
            programmes.flat_map(|(outcome, one)| one.measures.iter().map(move |measure| (outcome, one, measure)));
        measures.enumerate().map(|(position, (outcome, programme, measure))| {
            let row = MeasureIx::new(position);
            MeasureRef { row, outcome, programme, measure }
        })
    }

    /// The first measure with this code, found by walking the report; `Dataset::find_measure` looks it up.
    pub fn measure(&self, code: &str) -> Option<MeasureRef<'_>> {
        self.places().find(|place| place.measure.code == code)
    }

    /// All risks in document order, each with its outcome.
    pub fn risks(&self) -> impl Iterator<Item = (&Outcome, &Risk)> {
        self.outcomes.iter().flat_map(|outcome| outcome.risks.iter().map(move |risk| (outcome, risk)))
    }

    /// All projects in document order, each with its outcome.
    pub fn projects(&self) -> impl Iterator<Item = (&Outcome, &Project)> {
        self.outcomes.iter().flat_map(|outcome| outcome.projects.iter().map(move |project| (outcome, project)))
    }
}
