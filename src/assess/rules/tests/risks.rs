//! Movements of risks.

use crate::assess::rules::risk;
use crate::fixtures::everything;
use crate::report::{Level, Movement, Score};

/// Scores are two characters here: a likelihood letter and an impact numeral, 1 the worst, as A and I are.
#[test]
fn movements_of_risks() {
    for (scores, expected) in [
        ("B2 B3", Some(Movement::Down)),
        ("B3 B2", Some(Movement::Up)),
        ("B2 C2", Some(Movement::Down)),
        ("C3 B2", Some(Movement::Up)),
        ("A1 D4", Some(Movement::Down)),
        ("B2 B2", Some(Movement::Level)),
        ("B3 C2", Some(Movement::Mixed)),
        ("C2 B3", Some(Movement::Mixed)),
        // Only the last two count.
        ("D4 A1 B2 B2", Some(Movement::Level)),
        ("B2", None),
        ("", None),
        ("B2 Z2", None),
        ("B9 B2", None),
    ] {
        let report = everything();
        let level = |code: &str, rank| Level { code: code.into(), label: None, rank };
        let mut matrix = report.risk_matrix.clone();
        matrix.likelihood = vec![level("A", 4), level("B", 3), level("C", 2), level("D", 1)];
        matrix.impact = vec![level("1", 4), level("2", 3), level("3", 2), level("4", 1)];
        let mut risk = report.risks().next().unwrap().1.clone();
        let template = risk.scores[0].clone();
        risk.scores = scores
            .split_whitespace()
            .map(|score| {
                let (likelihood, impact) = score.split_at(1);
                let mut at = template.clone();
                at.score = Score { likelihood: likelihood.into(), impact: impact.into() };
                at
            })
            .collect();
        assert_eq!(risk::movement(&risk, &matrix), expected, "{scores}");
    }
}
