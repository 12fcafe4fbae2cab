//! Knows: the published movement of a risk against its scores, and whether the last score is for the quarter.
//! Must not know: how movement follows from ranks (that is `rules::risk`).

use super::{Came, Certainty, Desk, Kind, Said};
use crate::format;
use crate::report::{Report, Risk};
use crate::rules::risk::movement;

pub(super) fn check(report: &Report, risk: &Risk, desk: &mut Desk<'_>) {
    if let Some(last) = risk.scores.last().filter(|last| last.period != report.period) {
        let scores = desk.at.key("scores");
        let at = scores.entry(risk.scores.len().saturating_sub(1));
        let said = Said {
            published: format!("the last score is for {}", last.period),
            expected: format!("one for {}", report.period),
            working: "A report shows where its risks stand in its own quarter.".to_string(),
        };
        let certainty =
            if last.period.order() > report.period.order() { Certainty::Certain } else { Certainty::Likely };
        desk.find(Kind::Period, certainty, &at.key("period"), said);
    }
    let Some(worked) = movement(risk, &report.risk_matrix) else {
        return desk.tried(Kind::Movement, Came::NotChecked("There is only one score".to_string()));
    };
    if worked == risk.movement {
        return desk.tried(Kind::Movement, Came::Agrees);
    }
    desk.tried(Kind::Movement, Came::Differs);
    let scores: Vec<String> = risk
        .scores
        .iter()
        .rev()
        .take(2)
        .rev()
        .map(|at| format!("{} in {}", format::score(&at.score), at.period))
        .collect();
    let said = Said {
        published: format::movement(risk.movement).to_string(),
        expected: format::movement(worked).to_string(),
        working: format!("The score went from {}.", scores.join(" to ")),
    };
    let at = desk.at.key("movement");
    desk.find(Kind::Movement, Certainty::Certain, &at, said);
}
