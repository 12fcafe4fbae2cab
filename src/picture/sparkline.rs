//! Knows: a measure's own values over time as a small line, without axes.
//! Must not know: the large chart of a measure.

use super::glyph::Glyph;
use super::scale::Scale;
use super::{Picture, Place, Shape, WIDTH};
use crate::assess::trend::series;
use crate::report::{Decimal, Measure, Observation, Period, Unit};
use crate::wording::format;

const HEIGHT: i32 = 22;
/// What is kept free at each edge, for the marks.
const FREE: i32 = 500;
const TOP: i32 = 500;
/// The most points: the latest ones. More would be closer than one can see.
const MOST: usize = 24;

/// The picture. Only values of the same kind of period as the current one are on it, each at its time; nothing joins two values with
/// a gap between them. None with fewer than two numbers.
pub fn sparkline(measure: &Measure) -> Option<Picture> {
    let kind = measure.reporting_period().kind();
    let of_kind = series(measure).into_iter().filter(|point| point.period.kind() == kind);
    let marks = of_kind.filter_map(|point| {
        let glyph = if point.is_current { Glyph::Last(measure.status()) } else { Glyph::Dot };
        Some((point.period, *point.value.number()?, glyph))
    });
    line(marks.collect(), &measure.unit)
}

/// The same of another series of a measure, whose observations are in this unit. Its latest value is marked. None unless all dated
/// numbers are for one kind of period.
pub fn sparkline_of(observations: &[&Observation], unit: &Unit) -> Option<Picture> {
    let mut marks: Vec<(Period, Decimal, Glyph)> = Vec::new();
    for one in observations {
        let Some((period, number)) = one.period.zip(one.value.number()) else { continue };
        // The later of two for a period is the revision.
        marks.retain(|(known, ..)| *known != period);
        marks.push((period, *number, Glyph::Dot));
    }
    marks.sort_by_key(|(period, ..)| period.order());
    let kind = marks.first()?.0.kind();
    if marks.iter().any(|(period, ..)| period.kind() != kind) {
        return None;
    }
    if let Some((.., glyph)) = marks.last_mut() {
        *glyph = Glyph::Other;
    }
    line(marks, unit)
}

/// The line through these points of one kind of period, oldest first.
fn line(mut points: Vec<(Period, Decimal, Glyph)>, unit: &Unit) -> Option<Picture> {
    points.drain(..points.len().saturating_sub(MOST));
    let (first, last) = (points.first()?, points.last()?);
    let numbers = || points.iter().map(|(_, number, _)| *number);
    let (low, high) = (numbers().reduce(Decimal::smaller)?, numbers().reduce(Decimal::larger)?);
    let month = |period: Period| Decimal::whole(period.end().index());
    let across = Scale::new(month(first.0), month(last.0), FREE, WIDTH - FREE)?;
    // The highest value is at the top. If all are equal, the line is in the middle.
    let down = Scale::new(low, high, HEIGHT * 100 - TOP, TOP);
    let place = |(period, number, _): &(Period, Decimal, Glyph)| Place {
        x: across.place(month(*period)),
        y: down.map_or(HEIGHT * 50, |scale| scale.place(*number)),
    };
    let step = first.0.step();
    let is_next = |one: Period, other: Period| other.end().index() - one.end().index() <= step;
    let pairs = points.iter().zip(points.iter().skip(1)).filter(|(one, other)| is_next(one.0, other.0));
    let lines = pairs.map(|(one, other)| Shape::Line { class: "line", from: place(one), to: place(other) });
    let marks = points.iter().map(|point| Shape::Mark { glyph: point.2, at: place(point) });
    let told = |(period, number, _): &(Period, Decimal, Glyph)| {
        format!("{} in {}", format::number(*number, unit), format::the(*period))
    };
    let words = format!("From {} to {}, {} values", told(first), told(last), points.len());
    Some(Picture { height: HEIGHT as u32, words, shapes: lines.chain(marks).collect() })
}

#[cfg(test)]
mod tests {
    use super::{sparkline, sparkline_of};
    use crate::fixtures::{measure, shipped, with_history};
    use crate::picture::Shape;

    /// The points as `x,y` in per cent and pixels, and how many lines join them.
    fn drawn(history: &str, now: &str) -> String {
        let Some(picture) = sparkline(&with_history(measure("maximise", now, "80"), history)) else {
            return "nothing".to_string();
        };
        let lines = picture.shapes.iter().filter(|shape| matches!(shape, Shape::Line { .. })).count();
        let points = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Mark { at, .. } => Some(format!("{},{}", f64::from(at.x) / 100.0, f64::from(at.y) / 100.0)),
            _ => None,
        });
        format!("{} ({lines})", points.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn where_values_stand() {
        for (history, now, expected) in [
            // The measure's value is for Quarter 3 2023/24.
            ("2023-24-q1 70; 2023-24-q2 75", "80", "5,17 50,11 95,5 (2)"),
            ("2023-24-q1 80; 2023-24-q2 75", "70", "5,5 50,11 95,17 (2)"),
            ("2023-24-q2 75", "75", "5,11 95,11 (1)"),
            // A gap stays a gap: withheld, or not in the export.
            ("2023-24-q1 70; 2023-24-q2 [c]", "80", "5,17 95,5 (0)"),
            ("2022-23-q4 60; 2023-24-q2 70", "80", "5,17 65,11 95,5 (1)"),
            // Without its own number the line ends before it.
            ("2023-24-q1 70; 2023-24-q2 75", "[c]", "5,17 95,5 (1)"),
            // Values of years are not those of quarters.
            ("fy-2021-22 10; fy-2022-23 20", "80", "nothing"),
            ("", "80", "nothing"),
            ("2023-24-q2 75", "[c]", "nothing"),
        ] {
            assert_eq!(drawn(history, now), expected, "{history} {now}");
        }
    }

    #[test]
    fn another_series_has_a_line_of_its_own() {
        for (history, expected) in [
            (
                "academic-2021-22 53.2; academic-2022-23 52",
                "From 53.2% in the academic year 2021/22 to 52% in the academic year 2022/23, 2 values",
            ),
            // In order of time, and a revision counts.
            (
                "2023-24-q2 3; 2023-24-q1 2; 2023-24-q2 4",
                "From 2% in Quarter 1 2023/24 to 4% in Quarter 2 2023/24, 2 values",
            ),
            // A quarter and a year, a single one, one that is withheld.
            ("2023-24-q2 3; fy-2022-23 2", ""),
            ("2023-24-q2 3", ""),
            ("2023-24-q1 [c]; 2023-24-q2 3", ""),
            ("", ""),
        ] {
            let measure = with_history(measure("maximise", "1", "80"), history);
            let observations: Vec<_> = measure.history.iter().collect();
            let words = sparkline_of(&observations, &measure.unit).map(|picture| picture.words);
            assert_eq!(words.unwrap_or_default(), expected, "{history}");
        }
        // The report has two years to date of this measure, and one value of its own.
        let measure = shipped().measure("ILAC7").unwrap().measure;
        let observations: Vec<_> = measure.history.iter().collect();
        let picture = sparkline_of(&observations, &measure.unit).unwrap();
        assert_eq!(
            picture.words,
            "From 15% in the year to Quarter 3 2022/23 to 25% in the year to Quarter 3 2023/24, 2 values"
        );
    }
}
