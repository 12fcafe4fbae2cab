//! Knows: how the scores of a risk are shown, and how outcomes without risks or projects are listed.
//! Must not know: how a movement is worked out, or what the report says about an outcome.

use crate::explore::filter::Filter;
use crate::report::{Absent, Report, ScoreAt};
use crate::web::components::layout::plain_table;
use crate::wording::absence::absence;
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
    plain_table(
        class,
        "Scores by quarter",
        &["Quarter", "Score", "In words"],
        scores.iter().map(row).collect_view().into_any(),
    )
}

/// The selected outcomes that have no risks or projects, and what the report says about it.
pub fn absences(report: &Report, filter: &Filter, about: Absent) -> AnyView {
    let items = filter.outcomes(report).filter_map(|outcome| {
        let text = absence(outcome, about)?;
        Some(view! { <li><strong>{outcome.name.clone()}</strong> ": " {text}</li> })
    });
    view! { <ul class="absences">{items.collect_view()}</ul> }.into_any()
}
