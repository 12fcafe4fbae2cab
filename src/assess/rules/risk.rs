//! Knows: how a risk moved, from its last two scores and the ranks of the council's scales.
//! Must not know: how movement is drawn.

use crate::report::{Level, Movement, Period, Risk, RiskMatrix, RiskRef, Score};
use std::cmp::Ordering;

/// The rank of a code on a scale.
pub fn rank(scale: &[Level], code: &str) -> Option<u32> {
    scale.iter().find(|level| level.code == code).map(|level| level.rank)
}

/// How the score moved between the last two quarters: neither part higher and one lower is down, which is better; the
/// reverse is up; equal is level; opposing parts are mixed. None with fewer than two scores, or a code that the scales lack.
pub fn movement(risk: &Risk, matrix: &RiskMatrix) -> Option<Movement> {
    match risk.scores.as_slice() {
        [.., before, now] => between(&before.score, &now.score, matrix),
        _ => None,
    }
}

fn between(before: &Score, now: &Score, matrix: &RiskMatrix) -> Option<Movement> {
    let likelihood = rank(&matrix.likelihood, &now.likelihood)?.cmp(&rank(&matrix.likelihood, &before.likelihood)?);
    let impact = rank(&matrix.impact, &now.impact)?.cmp(&rank(&matrix.impact, &before.impact)?);
    Some(match (likelihood, impact) {
        (Ordering::Equal, Ordering::Equal) => Movement::Level,
        (Ordering::Less | Ordering::Equal, Ordering::Less | Ordering::Equal) => Movement::Down,
        (Ordering::Greater | Ordering::Equal, Ordering::Greater | Ordering::Equal) => Movement::Up,
        _ => Movement::Mixed,
    })
}

/// Every quarter that some of these risks has a score for, oldest first.
pub fn quarters(risks: &[RiskRef<'_>]) -> Vec<Period> {
    let mut quarters: Vec<Period> = Vec::new();
    for at in risks.iter().flat_map(|one| &one.risk.scores) {
        if !quarters.contains(&at.period) {
            quarters.insert(quarters.partition_point(|known| known.order() < at.period.order()), at.period);
        }
    }
    quarters
}
