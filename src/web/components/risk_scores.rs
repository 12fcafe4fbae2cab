//! Knows: scores of risks in words.
//! Must not know: how a movement is worked out.

use crate::report::{Level, Report, Score};

/// A score in the words that the export has for its codes.
pub fn in_words(report: &Report, score: &Score) -> String {
    let named = |scale: &[Level], code: &str| {
        scale.iter().find(|level| level.code == code).map_or_else(|| code.to_string(), level_name)
    };
    let likelihood = named(&report.risk_matrix.likelihood, &score.likelihood);
    let impact = named(&report.risk_matrix.impact, &score.impact);
    format!("likelihood {likelihood}, impact {impact}")
}

/// A step of a scale: its code, and its name where the council gives one.
fn level_name(level: &Level) -> String {
    match &level.label {
        Some(label) => format!("{} ({label})", level.code),
        None => level.code.clone(),
    }
}
