//! Where marks, lines and labels stand.

use super::{Trails, trails};
use crate::fixtures::{all_reports, everything, period, shipped_data};
use crate::picture::{Shape, glyph::Glyph};
use crate::report::{Dataset, Level, Report, Risk, RiskIx, RiskMatrix, RiskRef, Score, ScoreAt};

fn matrix_of(likelihood: &str, impact: &str) -> RiskMatrix {
    let scale = |codes: &str| {
        let level = |(at, code): (usize, char)| Level { code: code.into(), label: None, rank: at as u32 + 1 };
        codes.chars().enumerate().map(level).collect()
    };
    RiskMatrix { likelihood: scale(likelihood), impact: scale(impact) }
}

fn score(text: &str) -> Score {
    let (likelihood, impact) = text.split_at(1);
    Score { likelihood: likelihood.into(), impact: impact.into() }
}

/// A risk with an inherent score, and one in each quarter; `-` leaves a quarter out.
fn risk(report: &Report, inherent: &str, scores: &str) -> Risk {
    let mut risk = report.risks().next().unwrap().1.clone();
    risk.inherent = score(inherent);
    let quarters = scores.split_whitespace().enumerate().filter(|(_, score)| *score != "-");
    let at = |(at, text): (usize, &str)| ScoreAt {
        period: period(&format!("20{}-{}-q{}", 20 + at / 4, 21 + at / 4, at % 4 + 1)),
        score: score(text),
    };
    risk.scores = quarters.map(at).collect();
    risk
}

/// The square in which a place is, as its score: scales are the letters D to A and the digits 4 to 1.
fn square_of(drawn: &Trails<'_>, x: i32, y: i32) -> String {
    let column = usize::try_from(x).unwrap() * drawn.columns.len() / 10_000;
    let row = usize::try_from(y).unwrap() * drawn.rows.len() / (drawn.height as usize * 100);
    format!("{}{}", drawn.rows[row].code, drawn.columns[column].code)
}

/// What is drawn of each risk: `ring A1; way A1 B2; dot B2; now C2`, the line from the inherent score with a `~`, that of the latest
/// quarter as `move`.
fn in_squares(drawn: &Trails<'_>) -> Vec<String> {
    let at = |place: &super::Place| square_of(drawn, place.x, place.y);
    let part = |shape: &Shape| match shape {
        Shape::Line { class, from, to } => {
            let name = match *class {
                "trail-line of-inherent" => "~",
                "trail-line of-latest" => "move",
                _ => "way",
            };
            format!("{name} {} {}", at(from), at(to))
        }
        Shape::Mark { glyph: Glyph::Inherent, at: place } => format!("ring {}", at(place)),
        Shape::Mark { glyph: Glyph::Dot, at: place } => format!("dot {}", at(place)),
        Shape::Mark { glyph: Glyph::Now, at: place } => format!("now {}", at(place)),
        other => panic!("{other:?}"),
    };
    drawn.trails.iter().map(|trail| trail.shapes.iter().map(part).collect::<Vec<_>>().join("; ")).collect()
}

fn refs<'r>(report: &'r Report, risks: &'r [Risk]) -> Vec<RiskRef<'r>> {
    let outcome = &report.outcomes[0];
    risks.iter().enumerate().map(|(at, risk)| RiskRef { ix: RiskIx::new(at), outcome, risk }).collect()
}

#[test]
fn the_way_of_one_risk() {
    let report = everything();
    let matrix = matrix_of("DCBA", "4321");
    for (inherent, scores, expected) in [
        ("A1", "B2 B2 C2", "~ A1 B2; move B2 C2; ring A1; dot B2; now C2"),
        // An earlier move is told from the latest quarter's.
        ("A1", "B2 C2 C2", "~ A1 B2; way B2 C2; ring A1; dot B2; now C2"),
        ("A1", "B2 C2 C3", "~ A1 B2; way B2 C2; move C2 C3; ring A1; dot B2; dot C2; now C3"),
        // Within one square it is a mark.
        ("B2", "B2 B2", "ring B2; now B2"),
        ("B2", "B2", "ring B2; now B2"),
        ("A1", "C3", "~ A1 C3; ring A1; now C3"),
        // There and back is one line.
        ("B2", "B2 B3 B2", "move B3 B2; ring B2; dot B3; now B2"),
        ("B2", "B2 B3 B2 B2", "way B2 B3; ring B2; dot B3; now B2"),
        // A quarter left out stays a gap.
        ("A1", "B2 - C2", "~ A1 B2; ring A1; dot B2; now C2"),
        // So does a score that the scales lack.
        ("A1", "B2 Z2 C2", "~ A1 B2; ring A1; dot B2; now C2"),
        ("A1", "B2 Z2", "~ A1 B2; ring A1; dot B2"),
        ("Z1", "B2 C2", "move B2 C2; dot B2; now C2"),
        ("A1", "", "ring A1"),
    ] {
        let risks = [risk(&report, inherent, scores)];
        let drawn = trails(&matrix, &refs(&report, &risks)).unwrap();
        assert_eq!(in_squares(&drawn), [expected], "{inherent} {scores}");
    }
    let lost = [risk(&report, "Z1", "Z2")];
    assert!(trails(&matrix, &refs(&report, &lost)).unwrap().trails.is_empty());
}

#[test]
fn risks_that_meet_are_kept_apart() {
    let report = everything();
    let matrix = matrix_of("DCBA", "4321");
    let risks: Vec<Risk> = (0..8).map(|_| risk(&report, "A1", "B2 C2")).collect();
    let drawn = trails(&matrix, &refs(&report, &risks)).unwrap();
    let places: Vec<_> = drawn.trails.iter().map(|trail| trail.now.unwrap()).collect();
    for (at, one) in places.iter().enumerate() {
        assert_eq!(square_of(&drawn, one.x, one.y), "C2");
        for other in &places[..at] {
            assert!((one.y - other.y).abs() >= 2_400, "a label is 24 pixels high");
            assert!(one.x != other.x, "lines that go up and down do not lie on one another");
        }
    }
    // Risks that never meet stand alike, and the squares are no higher for them.
    let apart = [risk(&report, "A1", "B2"), risk(&report, "D4", "C3")];
    let drawn = trails(&matrix, &refs(&report, &apart)).unwrap();
    assert_eq!(drawn.height, 4 * 64);
    // More than one can tell apart are not drawn, and neither are scales without levels.
    let many: Vec<Risk> = (0..9).map(|_| risk(&report, "A1", "B2")).collect();
    assert_eq!(trails(&matrix, &refs(&report, &many)), None);
    assert_eq!(trails(&matrix_of("", "4321"), &refs(&report, &apart)), None);
}

#[test]
fn squares_of_any_matrix_are_darker_towards_the_most_likely_and_severe() {
    for (likelihood, impact) in [("DCBA", "4321"), ("A", "1"), ("EDCBA", "4321"), ("BA", "21"), ("A", "54321")] {
        let matrix = matrix_of(likelihood, impact);
        let drawn = trails(&matrix, &[]).unwrap();
        assert_eq!(drawn.squares.len(), likelihood.len() * impact.len());
        let shade = |shape: &Shape| match shape {
            Shape::Area { class, .. } => class.rsplit('-').next().unwrap().parse::<u32>().unwrap(),
            other => panic!("{other:?}"),
        };
        for (at, square) in drawn.squares.iter().enumerate() {
            let (row, column) = (at / impact.len(), at % impact.len());
            if column + 1 < impact.len() {
                assert!(shade(square) <= shade(&drawn.squares[at + 1]));
            }
            if row + 1 < likelihood.len() {
                assert!(shade(square) >= shade(&drawn.squares[at + impact.len()]));
            }
        }
    }
}

fn read_back(data: &Dataset) {
    let report = data.report();
    let risks: Vec<RiskRef<'_>> = data.risks().collect();
    let Some(drawn) = trails(&report.risk_matrix, &risks) else { return };
    for (trail, one) in drawn.trails.iter().zip(&risks) {
        assert_eq!(trail.risk, one.ix);
        let scores: Vec<String> =
            one.risk.scores.iter().map(|at| format!("{}{}", at.score.likelihood, at.score.impact)).collect();
        let at = trail.now.unwrap();
        assert_eq!(square_of(&drawn, at.x, at.y), *scores.last().unwrap());
        assert!(at.x < trail.edge && trail.edge <= 10_000);
        for shape in &trail.shapes {
            if let Shape::Mark { glyph: Glyph::Dot, at } = shape {
                assert!(scores.contains(&square_of(&drawn, at.x, at.y)));
            }
        }
    }
}

#[test]
fn every_report_at_hand() {
    read_back(shipped_data());
    all_reports().into_iter().map(crate::fixtures::data_of).for_each(|data| read_back(&data));
    let data = shipped_data();
    let risks: Vec<RiskRef<'_>> = data.risks().collect();
    let drawn = trails(&data.report().risk_matrix, &risks).unwrap();
    assert_eq!(
        in_squares(&drawn),
        [
            "move BII BIII; ring BII; dot BII; now BIII",
            "~ AI BII; ring AI; now BII",
            "way BII CII; ring BII; dot BII; now CII",
        ]
    );
}
