//! Knows: how the scores of a risk are shown.
//! Must not know: how a movement is worked out.

use crate::report::{Level, Report, Score, ScoreAt};
use crate::web::components::layout::plain_table;
use crate::wording::format;
use leptos::prelude::*;

/// A score in words, with the names that the report gives its codes.
pub fn in_words(report: &Report, score: &Score) -> String {
    let named = |scale: &[Level], code: &str| {
        scale.iter().find(|level| level.code == code).map_or_else(|| code.to_string(), level_name)
    };
    let likelihood = named(&report.risk_matrix.likelihood, &score.likelihood);
    let impact = named(&report.risk_matrix.impact, &score.impact);
    format!("likelihood {likelihood}, impact {impact}")
}

fn level_name(level: &Level) -> String {
    match &level.label {
        Some(label) => format!("{} ({label})", level.code),
        None => level.code.clone(),
    }
}

/// The scores of a risk by quarter.
pub fn score_table(report: &Report, scores: &[ScoreAt], class: Option<&'static str>) -> AnyView {
    let row = |at: &ScoreAt| {
        view! {
            <tr>
                <th scope="row">{at.period.to_string()}</th>
                <td>{format::score(&at.score)}</td>
                <td>{in_words(report, &at.score)}</td>
            </tr>
        }
    };
    plain_table(class, &["Quarter", "Score", "In words"], scores.iter().map(row).collect_view().into_any())
}
