//! Knows: how the scores of a risk are shown.
//! Must not know: how a movement is worked out.

use crate::report::{Report, ScoreAt};
use crate::web::components::layout::plain_table;
use crate::wording::format;
use leptos::prelude::*;

/// The scores of a risk by quarter.
pub fn score_table(report: &Report, scores: &[ScoreAt], class: Option<&'static str>) -> AnyView {
    let row = |at: &ScoreAt| {
        view! {
            <tr>
                <th scope="row">{at.period.to_string()}</th>
                <td>{format::score(&at.score)}</td>
                <td>{format::score_in_words(report, &at.score)}</td>
            </tr>
        }
    };
    plain_table(class, &["Quarter", "Score", "In words"], scores.iter().map(row).collect_view().into_any())
}
