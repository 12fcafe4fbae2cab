//! Movements of risks, their scores, and their cells in the matrix.

use super::{last_scores, matrix, moved, movement, other_movement, quarters, scores_in};
use crate::fixtures::{everything, period};
use crate::report::{Keyword, Level, Movement, Period, Report, Risk, RiskIx, RiskMatrix, RiskRef, Score, ScoreAt};
use crate::wording::format;

fn matrix_of(likelihood: &[(&str, u32)], impact: &[(&str, u32)]) -> RiskMatrix {
    let level = |(code, rank): &(&str, u32)| Level { code: (*code).into(), label: None, rank: *rank };
    RiskMatrix { likelihood: likelihood.iter().map(level).collect(), impact: impact.iter().map(level).collect() }
}

fn usual() -> RiskMatrix {
    matrix_of(&[("A", 4), ("B", 3), ("C", 2), ("D", 1)], &[("1", 4), ("2", 3), ("3", 2), ("4", 1)])
}

/// A risk with these scores, as `B2` in the first quarter of a year, in the second and so on; `-` leaves a quarter out.
fn risk(report: &Report, reference: &str, scores: &str) -> Risk {
    let mut risk = report.risks().next().unwrap().1.clone();
    risk.reference = reference.into();
    risk.scores = scores
        .split_whitespace()
        .enumerate()
        .filter(|(_, score)| *score != "-")
        .map(|(quarter, score)| {
            let (likelihood, impact) = score.split_at(1);
            let period = period(&format!("20{}-{}-q{}", 20 + quarter / 4, 21 + quarter / 4, quarter % 4 + 1));
            ScoreAt { period, score: Score { likelihood: likelihood.into(), impact: impact.into() } }
        })
        .collect();
    risk
}

fn refs<'r>(report: &'r Report, risks: &'r [Risk]) -> Vec<RiskRef<'r>> {
    let outcome = &report.outcomes[0];
    risks.iter().enumerate().map(|(at, risk)| RiskRef { ix: RiskIx::new(at), outcome, risk }).collect()
}

fn names(risks: &[RiskRef<'_>]) -> String {
    risks.iter().map(|one| one.risk.reference.as_str()).collect::<Vec<_>>().join(" ")
}

/// Scores are a likelihood letter and an impact digit here; A and 1 are the worst.
#[test]
fn movements_of_risks() {
    let report = everything();
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
        let mut risk = risk(&report, "R", scores);
        assert_eq!(movement(&risk, &usual()), expected, "{scores}");
        for &published in Movement::ALL {
            risk.movement = published;
            let other = expected.filter(|by_scores| *by_scores != published);
            assert_eq!(other_movement(&risk, &usual()), other, "{scores}, published {published:?}");
        }
    }
}

#[test]
fn a_movement_is_between_the_last_two_scores() {
    let report = everything();
    for (scores, expected) in [("", ""), ("B2", "B2"), ("B2 C3", "B2 C3"), ("A1 B2 C3", "B2 C3")] {
        let risk = risk(&report, "R", scores);
        let last: Vec<String> = last_scores(&risk).iter().map(|at| format::score(&at.score)).collect();
        assert_eq!(last.join(" "), expected, "{scores}");
    }
}

#[test]
fn moved_risks_are_those_published_as_moved() {
    let report = everything();
    let mut risks = ["a", "b", "c", "d"].map(|reference| risk(&report, reference, "B2 B2"));
    for (risk, movement) in risks.iter_mut().zip([Movement::Up, Movement::Level, Movement::Mixed, Movement::Down]) {
        risk.movement = movement;
    }
    let (changed, level) = moved(&refs(&report, &risks));
    assert_eq!((names(&changed).as_str(), level), ("a c d", 1));
    let (changed, level) = moved(&refs(&report, &risks[1..2]));
    assert_eq!((names(&changed).as_str(), level), ("", 1));
    assert_eq!(moved(&[]).1, 0);
}

#[test]
fn quarters_are_listed_once_oldest_first_with_gaps_for_missing_scores() {
    let report = everything();
    let risks = [risk(&report, "a", "- A1 - C3"), risk(&report, "b", "B2 B2 - B2 D4")];
    let of = quarters(&refs(&report, &risks));
    let said: Vec<String> = of.iter().copied().map(Period::word).collect();
    assert_eq!(said, ["2020-21-q1", "2020-21-q2", "2020-21-q4", "2021-22-q1"]);
    let scores = |risk| {
        scores_in(risk, &of).map(|score| score.map_or("-".to_string(), format::score)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(scores(&risks[0]), "- A1 C3 -");
    assert_eq!(scores(&risks[1]), "B2 B2 B2 D4");
}

#[test]
fn the_matrix_has_the_most_likely_at_the_top_and_the_most_severe_at_the_right() {
    let report = everything();
    // Only the current score counts; `Z2` is on no scale, and `e` has no score.
    let risks = [("a", "D4 A1"), ("b", "A1"), ("c", "B4"), ("d", "Z2"), ("e", "")]
        .map(|(of, scores)| risk(&report, of, scores));
    let likelihood = [("C", 2), ("A", 4), ("B", 3)];
    for (impact, expected) in [
        // Whatever the order of the scales in the export.
        ([("4", 1), ("1", 4)], "4 1; A: , a b; B: c, ; C: , "),
        ([("1", 4), ("4", 1)], "4 1; A: , a b; B: c, ; C: , "),
        // Of equal ranks, the later in the export counts as the milder.
        ([("1", 1), ("4", 1)], "4 1; A: , a b; B: c, ; C: , "),
    ] {
        let scales = matrix_of(&likelihood, &impact);
        let (impacts, rows) = matrix(&scales, &refs(&report, &risks));
        let mut said = impacts.iter().map(|level| level.code.as_str()).collect::<Vec<_>>().join(" ");
        for row in rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| names(cell)).collect();
            said.push_str(&format!("; {}: {}", row.likelihood.code, cells.join(", ")));
        }
        assert_eq!(said, expected);
    }
}
