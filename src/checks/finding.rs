//! Knows: what the checks report: findings, what each is about, and the result of each recomputation.
//! Must not know: how anything is checked.

use super::kind::{Certainty, Kind};
use crate::report::{Code, MeasureIx};
use serde::Serialize;

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The report as a whole.
    Report {
        /// The title of the published document.
        title: String,
    },
    /// A measure.
    Measure {
        /// Its row in the report.
        row: MeasureIx,
        /// Its code.
        code: Code,
    },
    /// A risk.
    Risk {
        /// The name of its outcome.
        outcome: String,
        /// Its reference.
        reference: String,
    },
    /// A programme.
    Programme {
        /// The name of its outcome.
        outcome: String,
        /// Its name.
        programme: String,
    },
    /// A project.
    Project {
        /// The name of its outcome.
        outcome: String,
        /// Its name.
        project: String,
    },
    /// An outcome.
    Outcome {
        /// Its name.
        outcome: String,
    },
}

impl About {
    /// The kind of thing and its name: `("measure", "PH14")`.
    pub fn thing_and_name(&self) -> (&'static str, &str) {
        match self {
            Self::Report { title } => ("report", title),
            Self::Measure { code, .. } => ("measure", code),
            Self::Risk { reference, .. } => ("risk", reference),
            Self::Programme { programme, .. } => ("programme", programme),
            Self::Project { project, .. } => ("project", project),
            Self::Outcome { outcome } => ("outcome", outcome),
        }
    }
}

/// Something that does not add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind of finding it is.
    pub kind: Kind,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it is about.
    pub about: About,
    /// Where in the file: a JSON path.
    pub path: String,
    /// What is published.
    pub published: String,
    /// What the rules give, or what would be expected.
    pub expected: String,
    /// The working, in figures.
    pub working: String,
}

/// The result of recomputing one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is as published.
    Agrees,
    /// It is not as published; a finding says how it differs.
    Differs,
    /// It could not be recomputed, for this reason; readers see it as "could not be checked".
    NotChecked(String),
}

/// One attempt to recompute something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckRun {
    /// What was recomputed.
    pub kind: Kind,
    /// For which part of the report.
    pub about: About,
    /// The result.
    pub verdict: Verdict,
}

/// Everything that the checks found, and everything that they recomputed or could not recompute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// What does not add up, in the order of the file.
    pub findings: Vec<Finding>,
    /// What was recomputed, and what could not be.
    pub runs: Vec<CheckRun>,
}
