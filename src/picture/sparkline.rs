//! Knows: a measure's own values over time as a small line, without axes.
//! Must not know: the large chart of a measure.

use super::glyph::Glyph;
use super::scale::Scale;
use super::{Picture, Place, Shape, WIDTH};
use crate::assess::trend::{Point, series};
use crate::report::{Decimal, Measure};
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
    let kind = measure.reporting_period.kind();
    let of_kind = series(measure).into_iter().filter(|point| point.period.kind() == kind);
    let mut points: Vec<(Point<'_>, Decimal)> =
        of_kind.filter_map(|point| Some((point, *point.value.number()?))).collect();
    points.drain(..points.len().saturating_sub(MOST));
    let (first, last) = (points.first()?, points.last()?);
    let numbers = || points.iter().map(|(_, number)| *number);
    let (low, high) = (numbers().reduce(Decimal::smaller)?, numbers().reduce(Decimal::larger)?);
    let month = |point: &Point<'_>| Decimal::whole(point.period.end().index());
    let across = Scale::new(month(&first.0), month(&last.0), FREE, WIDTH - FREE)?;
    // The highest value is at the top. If all are equal, the line is in the middle.
    let down = Scale::new(low, high, HEIGHT * 100 - TOP, TOP);
    let place = |(point, number): &(Point<'_>, Decimal)| Place {
        x: across.place(month(point)),
        y: down.map_or(HEIGHT * 50, |scale| scale.place(*number)),
    };
    let step = measure.reporting_period.step();
    let is_next = |(one, _): &(Point<'_>, Decimal), (other, _): &(Point<'_>, Decimal)| {
        other.period.end().index() - one.period.end().index() <= step
    };
    let pairs = points.iter().zip(points.iter().skip(1)).filter(|(one, other)| is_next(one, other));
    let lines = pairs.map(|(one, other)| Shape::Line { class: "line", from: place(one), to: place(other) });
    let marks = points.iter().map(|point| {
        let glyph = if point.0.is_current { Glyph::Last(measure.status) } else { Glyph::Dot };
        Shape::Mark { glyph, at: place(point) }
    });
    let told = |(point, number): &(Point<'_>, Decimal)| {
        format!("{} in {}", format::number(*number, &measure.unit), format::the(point.period))
    };
    let words = format!("From {} to {}, {} values", told(first), told(last), points.len());
    Some(Picture { height: HEIGHT as u32, words, shapes: lines.chain(marks).collect() })
}

#[cfg(test)]
mod tests {
    use super::sparkline;
    use crate::fixtures::{measure, with_history};
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
}
