//! Knows: the published movement of a risk against its scores, and whether the last score is for the report's quarter.
//! Must not know: how movement follows from ranks (that is `assess::risk_movement`).

use super::finding::Verdict;
use super::kind::{Certainty, Kind};
use super::periods;
use super::reporter::{Evidence, Reporter};
use crate::assess::risk_movement::movement;
use crate::report::{Report, Risk};
use crate::wording::format::{self, the};

pub(super) fn check(report: &Report, risk: &Risk, reporter: &mut Reporter<'_>) {
    last_score(report, risk, reporter);
    let Some(computed) = movement(risk, &report.risk_matrix) else {
        return reporter.record(Kind::Movement, Verdict::NotChecked("There is only one score".to_string()));
    };
    if computed == risk.movement {
        return reporter.record(Kind::Movement, Verdict::Agrees);
    }
    reporter.record(Kind::Movement, Verdict::Differs);
    let [.., earlier, now] = risk.scores.as_slice() else { return };
    let (from, to) = (format::score(&earlier.score), format::score(&now.score));
    let mut working = format!("The score went from {from} in {} to {to} in {}.", earlier.period, now.period);
    let mut certainty = Certainty::Certain;
    let left_out = periods::left_out(&[earlier.period], earlier.period, now.period);
    if let Some(left_out) = left_out.filter(|_| earlier.period.kind() == now.period.kind()) {
        certainty = Certainty::Likely;
        working.push_str(&format!(" There is no score for {left_out}."));
    }
    let evidence =
        Evidence { published: risk.movement.label().to_string(), expected: computed.label().to_string(), working };
    reporter.add(Kind::Movement, certainty, &reporter.at.key("movement"), evidence);
}

/// The last score should be for the report's quarter.
fn last_score(report: &Report, risk: &Risk, reporter: &mut Reporter<'_>) {
    let Some(last) = risk.scores.last() else { return };
    let ((start, end), (_, last_end)) = (periods::span(report.period), periods::span(last.period));
    let (certainty, working) = if last_end > end {
        (Certainty::Certain, format!("It ends after {}, which the report is about.", report.period))
    } else if last_end <= start {
        (Certainty::Likely, format!("The risk has no score for {}.", report.period))
    } else {
        return;
    };
    let published = format!("the last score is for {}", the(last.period));
    let evidence = Evidence { published, expected: format!("one for {}", report.period), working };
    let scores = reporter.at.key("scores");
    reporter.add(Kind::Period, certainty, &scores.entry(risk.scores.len() - 1).key("period"), evidence);
}
