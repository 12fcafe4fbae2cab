//! Knows: where risks are on the council's scales, and how each moved between its last two scores.
//! Must not know: which risks are chosen, or how they are drawn.

use crate::never::OrNever;
use crate::report::{Level, Movement, Period, Risk, RiskMatrix, RiskRef, Score, ScoreAt};
use std::cmp::Ordering;

/// The rank of a code on a scale; none when the scale lacks it.
pub fn rank(scale: &[Level], code: &str) -> Option<u32> {
    scale.iter().find(|level| level.code == code).map(|level| level.rank)
}

/// How the score moved between its last two quarters: down, which is better, when one part is lower and neither is higher;
/// up the reverse; level when both are the same; mixed when one is higher and one lower. None with fewer than two scores, or
/// with a code that the scales lack.
pub fn movement(risk: &Risk, matrix: &RiskMatrix) -> Option<Movement> {
    let [ScoreAt { score: before, .. }, ScoreAt { score: now, .. }] = last_scores(risk) else { return None };
    let likelihood = rank(&matrix.likelihood, &now.likelihood)?.cmp(&rank(&matrix.likelihood, &before.likelihood)?);
    let impact = rank(&matrix.impact, &now.impact)?.cmp(&rank(&matrix.impact, &before.impact)?);
    Some(match (likelihood, impact) {
        (Ordering::Equal, Ordering::Equal) => Movement::Level,
        (Ordering::Less | Ordering::Equal, Ordering::Less | Ordering::Equal) => Movement::Down,
        (Ordering::Greater | Ordering::Equal, Ordering::Greater | Ordering::Equal) => Movement::Up,
        _ => Movement::Mixed,
    })
}

/// Every quarter for which any of these risks has a score, oldest first.
pub fn quarters(risks: &[RiskRef<'_>]) -> Vec<Period> {
    let mut quarters: Vec<Period> = Vec::new();
    for at in risks.iter().flat_map(|one| &one.risk.scores) {
        if !quarters.contains(&at.period) {
            quarters.insert(quarters.partition_point(|known| known.order() < at.period.order()), at.period);
        }
    }
    quarters
}

/// The score of a risk in each of these quarters; none where the report gives none.
pub fn scores_in<'r>(risk: &'r Risk, quarters: &'r [Period]) -> impl Iterator<Item = Option<&'r Score>> {
    quarters.iter().map(|quarter| risk.scores.iter().find(|at| at.period == *quarter).map(|at| &at.score))
}

/// The movement by a risk's scores, if it differs from the published one.
pub fn other_movement(risk: &Risk, matrix: &RiskMatrix) -> Option<Movement> {
    movement(risk, matrix).filter(|by_scores| *by_scores != risk.movement)
}

/// The risks whose published movement is not "level", and how many are level.
pub fn moved<'r>(risks: &[RiskRef<'r>]) -> (Vec<RiskRef<'r>>, usize) {
    let moved: Vec<_> = risks.iter().filter(|one| one.risk.movement != Movement::Level).copied().collect();
    let level = risks.len() - moved.len();
    (moved, level)
}

/// Whether one score is that of the quarter after the other, with none left out between them.
pub fn follows(before: &ScoreAt, after: &ScoreAt) -> bool {
    after.period.end().index().saturating_sub(before.period.end().index()) <= after.period.step()
}

/// The last two scores, oldest first; fewer when there are not two.
pub fn last_scores(risk: &Risk) -> &[ScoreAt] {
    risk.scores.get(risk.scores.len().saturating_sub(2)..).or_never("the end of a list", &[])
}

/// A row of the risk matrix: a likelihood and, for each impact, the risks whose current score has both.
#[derive(Debug, Clone)]
pub struct MatrixRow<'r> {
    /// The likelihood.
    pub likelihood: &'r Level,
    /// A cell for each impact, in the order of the impacts.
    pub cells: Vec<Vec<RiskRef<'r>>>,
}

/// The impacts, mildest first, and a row for each likelihood, most likely first. A risk without a score, or with a code that
/// the scales lack, is in no cell.
pub fn matrix<'r>(matrix: &'r RiskMatrix, risks: &[RiskRef<'r>]) -> (Vec<&'r Level>, Vec<MatrixRow<'r>>) {
    let impacts = impacts(matrix);
    let rows = likelihoods(matrix).into_iter().map(|likelihood| {
        let cells = impacts.iter().map(|impact| {
            let is_here = |now: &ScoreAt| now.score.likelihood == likelihood.code && now.score.impact == impact.code;
            risks.iter().filter(|one| one.risk.scores.last().is_some_and(is_here)).copied().collect()
        });
        MatrixRow { likelihood, cells: cells.collect() }
    });
    let rows = rows.collect();
    (impacts, rows)
}

/// The impacts, mildest first: the columns of the matrix from the left.
pub fn impacts(matrix: &RiskMatrix) -> Vec<&Level> {
    let mut impacts = highest_first(&matrix.impact);
    impacts.reverse();
    impacts
}

/// The likelihoods, most likely first: the rows of the matrix from the top.
pub fn likelihoods(matrix: &RiskMatrix) -> Vec<&Level> {
    highest_first(&matrix.likelihood)
}

/// The steps of a scale, highest rank first; those of equal rank in the order of the report.
fn highest_first(scale: &[Level]) -> Vec<&Level> {
    let mut sorted: Vec<&Level> = Vec::with_capacity(scale.len());
    for level in scale {
        sorted.insert(sorted.partition_point(|known| known.rank >= level.rank), level);
    }
    sorted
}

#[cfg(test)]
mod tests;
