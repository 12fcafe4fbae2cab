//! Knows: the likelihood and impact of a risk over the quarters, as two lines of steps.
//! Must not know: which risks are chosen, or how a movement is worked out.

use super::glyph::Glyph;
use super::scale::Scale;
use super::{Anchor, Picture, Place, Shape, WIDTH};
use crate::assess::risk_movement::{follows, rank};
use crate::report::{Decimal, Level, Period, Risk, RiskMatrix, Score, ScoreAt};
use crate::wording::format;

/// Where each scale has its highest and its lowest step, and the next scale its own, in pixels.
const TOP: i32 = 34;
const BOTTOM: i32 = 64;
const NEXT: i32 = 70;
const HEIGHT: i32 = 2 * NEXT + 18;
/// What is kept free at each end, for the names of steps, in hundredths of a per cent.
const FREE: i32 = 800;

/// The picture of the scores of a risk. `quarters` are those that the picture covers, oldest first, so that those of several risks can
/// be compared. None without a quarter. Nothing joins two scores with a quarter between them.
pub fn course(risk: &Risk, matrix: &RiskMatrix, quarters: &[Period]) -> Option<Picture> {
    let (first, last) = (quarters.first()?, quarters.last()?);
    let month = |period: &Period| Decimal::whole(period.end().index());
    let across = Scale::new(month(first), month(last), FREE, WIDTH - FREE);
    let x = |period: &Period| across.map_or(WIDTH / 2, |scale| scale.place(month(period)));
    let mut shapes = Vec::new();
    for (down, name, scale, part) in [
        (0, "Likelihood", &matrix.likelihood, (|score| &score.likelihood) as fn(&Score) -> &String),
        (NEXT, "Impact", &matrix.impact, |score| &score.impact),
    ] {
        shapes.extend(steps(risk, scale, part, down, &x));
        shapes.push(Shape::Text {
            class: "scale",
            at: Place::at(0, down + 14),
            anchor: Anchor::Start,
            text: name.to_string(),
        });
    }
    let text = |at, anchor, period: &Period| Shape::Text {
        class: "scale",
        at: Place::at(at, HEIGHT - 4),
        anchor,
        text: period.short(),
    };
    if first == last {
        shapes.push(text(WIDTH / 2, Anchor::Middle, first));
    } else {
        shapes.extend([text(0, Anchor::Start, first), text(WIDTH, Anchor::End, last)]);
    }
    let told = risk.scores.iter().map(|at| format!("{} {}", at.period.short(), format::score(&at.score)));
    let told: Vec<String> = told.collect();
    let words = if told.is_empty() { "No scores".to_string() } else { told.join(", ") };
    Some(Picture { height: HEIGHT as u32, words, shapes })
}

/// The steps of one part of the scores.
fn steps(
    risk: &Risk,
    scale: &[Level],
    part: fn(&Score) -> &String,
    down: i32,
    x: &dyn Fn(&Period) -> i32,
) -> Vec<Shape> {
    let ranks = || scale.iter().map(|level| level.rank);
    let (Some(low), Some(high)) = (ranks().min(), ranks().max()) else { return Vec::new() };
    let height = Scale::new(Decimal::whole(low), Decimal::whole(high), (down + BOTTOM) * 100, (down + TOP) * 100);
    let y = |rank: u32| height.map_or((down + (TOP + BOTTOM) / 2) * 100, |scale| scale.place(Decimal::whole(rank)));
    let grid = ranks().map(|rank| Shape::Line {
        class: "grid",
        from: Place { x: 0, y: y(rank) },
        to: Place { x: WIDTH, y: y(rank) },
    });
    let mut shapes: Vec<Shape> = grid.collect();
    let mut marks = Vec::new();
    let mut before: Option<(&ScoreAt, Place)> = None;
    for at in &risk.scores {
        let code = part(&at.score);
        let Some(rank) = rank(scale, code) else {
            before = None;
            continue;
        };
        let here = Place { x: x(&at.period), y: y(rank) };
        let joined = before.filter(|(one, _)| follows(one, at));
        if let Some((_, from)) = joined {
            let corner = Place { x: here.x, y: from.y };
            shapes.push(Shape::Line { class: "line", from, to: corner });
            if corner != here {
                shapes.push(Shape::Line { class: "line", from: corner, to: here });
            }
        }
        // A step is named where it begins.
        if joined.is_none_or(|(one, _)| part(&one.score) != code) {
            // Right of the line that leads down or up to it.
            let at = Place { x: here.x + 100, y: here.y - 500 };
            marks.push(Shape::Text { class: "step", at, anchor: Anchor::Start, text: code.clone() });
        }
        marks.push(Shape::Mark { glyph: Glyph::Dot, at: here });
        before = Some((at, here));
    }
    shapes.extend(marks);
    shapes
}

#[cfg(test)]
mod tests {
    use super::course;
    use crate::assess::risk_movement::quarters;
    use crate::fixtures::{all_reports, everything, period};
    use crate::picture::Shape;
    use crate::report::{Outcome, Risk, RiskIx, RiskMatrix, RiskRef, Score, ScoreAt};

    /// A risk of the report that has everything, with these scores in successive quarters; `-` leaves one out.
    fn risk(scores: &str) -> (Risk, RiskMatrix) {
        let report = everything();
        let mut risk = report.risks().next().unwrap().1.clone();
        let quarters = scores.split_whitespace().enumerate().filter(|(_, score)| *score != "-");
        let at = |(at, text): (usize, &str)| {
            let (likelihood, impact) = text.split_at(1);
            ScoreAt {
                period: period(&format!("2023-24-q{}", at + 1)),
                score: Score { likelihood: likelihood.into(), impact: impact.into() },
            }
        };
        risk.scores = quarters.map(at).collect();
        (risk, report.risk_matrix)
    }

    /// The points of both parts as `x,y`, the names of steps, and how many lines there are.
    fn drawn(scores: &str) -> String {
        let (risk, matrix) = risk(scores);
        let all: Vec<_> = (1..=4).map(|quarter| period(&format!("2023-24-q{quarter}"))).collect();
        let picture = course(&risk, &matrix, &all).unwrap();
        let mut lines = 0;
        let parts = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Mark { at, .. } => Some(format!("{},{}", at.x / 100, at.y / 100)),
            Shape::Text { class: "step", text, .. } => Some(text.clone()),
            Shape::Line { class: "line", .. } => {
                lines += 1;
                None
            }
            _ => None,
        });
        let parts: Vec<String> = parts.collect();
        format!("{} ({lines})", parts.join(" "))
    }

    #[test]
    fn steps_stand_at_their_quarter_and_rank() {
        for (scores, expected) in [
            // A is above B; I is above II, one picture further down.
            ("AI AI BI BII", "A 8,34 36,34 B 64,64 92,64 I 8,104 36,104 64,104 II 92,134 (8)"),
            ("AI", "A 8,34 I 8,104 (0)"),
            // A gap stays a gap.
            ("AI - AI", "A 8,34 A 64,34 I 8,104 I 64,104 (0)"),
            // So does what the scales lack.
            ("AI ZI AI", "A 8,34 A 64,34 I 8,104 36,104 64,104 (2)"),
            ("", " (0)"),
        ] {
            assert_eq!(drawn(scores), expected, "{scores}");
        }
    }

    #[test]
    fn every_risk_at_hand_has_one_with_its_scores_in_words() {
        for report in all_reports() {
            let all: Vec<(&Outcome, &Risk)> = report.risks().collect();
            let refs = all.iter().map(|(outcome, risk)| RiskRef { ix: RiskIx::new(0), outcome, risk });
            let quarters = quarters(&refs.collect::<Vec<_>>());
            for (_, risk) in all {
                let picture = course(risk, &report.risk_matrix, &quarters).unwrap();
                let last = &risk.scores.last().unwrap().score;
                assert!(picture.words.ends_with(&format!("{}{}", last.likelihood, last.impact)), "{}", picture.words);
            }
        }
        let (risk, matrix) = risk("AI");
        assert_eq!(course(&risk, &matrix, &[]), None);
    }
}
