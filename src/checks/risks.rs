//! Knows: the published movement of a risk against its scores, and whether the last score is for the quarter.
//! Must not know: how movement follows from ranks (that is `assess::risk_movement`).

use super::finding::Verdict;
use super::kind::{Certainty, Kind};
use super::periods;
use super::reporter::{Evidence, Reporter};
use crate::assess::risk_movement::movement;
use crate::report::{Report, Risk};
use crate::wording::format;
use crate::wording::periods::the;

pub(super) fn check(report: &Report, risk: &Risk, reporter: &mut Reporter<'_>) {
    last_score(report, risk, reporter);
    let Some(worked) = movement(risk, &report.risk_matrix) else {
        return reporter.record(Kind::Movement, Verdict::NotChecked("There is only one score".to_string()));
    };
    if worked == risk.movement {
        return reporter.record(Kind::Movement, Verdict::Agrees);
    }
    reporter.record(Kind::Movement, Verdict::Differs);
    let [.., earlier, now] = risk.scores.as_slice() else { return };
    let mut working = format!(
        "The score went from {} in {} to {} in {}.",
        format::score(&earlier.score),
        earlier.period,
        format::score(&now.score),
        now.period
    );
    let mut certainty = Certainty::Certain;
    let left_out = periods::left_out(&[earlier.period], earlier.period, now.period);
    if let Some(left_out) = left_out.filter(|_| earlier.period.kind() == now.period.kind()) {
        certainty = Certainty::Likely;
        working.push_str(&format!(" There is no score for {left_out}."));
    }
    let evidence =
        Evidence { published: risk.movement.label().to_string(), expected: worked.label().to_string(), working };
    let at = reporter.at.key("movement");
    reporter.add(Kind::Movement, certainty, &at, evidence);
}

/// The last score should be for the report's quarter.
fn last_score(report: &Report, risk: &Risk, reporter: &mut Reporter<'_>) {
    let Some(last) = risk.scores.last() else { return };
    let (quarter, at) = (periods::span(report.period), periods::span(last.period));
    if at.1 > quarter.0 && at.1 <= quarter.1 {
        return;
    }
    let is_later = at.1 > quarter.1;
    let evidence = Evidence {
        published: format!("the last score is for {}", the(last.period)),
        expected: format!("one for {}", report.period),
        working: if is_later {
            format!("It ends after {}, which the report is about.", report.period)
        } else {
            format!("The risk has no score for {}.", report.period)
        },
    };
    let scores = reporter.at.key("scores");
    let entry = scores.entry(risk.scores.len().saturating_sub(1));
    let certainty = if is_later { Certainty::Certain } else { Certainty::Likely };
    reporter.add(Kind::Period, certainty, &entry.key("period"), evidence);
}
