//! Knows: how many measures are how far from their targets, in a picture small enough for a phone and for any number of measures.
//! Must not know: which measures are chosen.

use super::bullet::bar_class;
use super::glyph::Glyph;
use super::strip::{in_per_cent, reach_of};
use super::{Anchor, Picture, Place, Shape, WIDTH};
use crate::never::OrNever;
use crate::report::{Dataset, Decimal, Measure, MeasureIx, Status};
use crate::wording::format;

/// Columns on each side of the target; a further one at either end is for what lies beyond the scale.
const STEPS: u32 = 10;
const COLUMNS: usize = 2 * (STEPS as usize + 1);

const HEIGHT: i32 = 84;
const TOP: i32 = 4;
const BOTTOM: i32 = 66;
/// The height of one measure where there are few.
const ROW: i32 = 9;

/// How many measures are how far from their targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The columns side by side, from the worst to the best.
    pub picture: Picture,
    /// The columns that have any measures, from the worst to the best.
    pub columns: Vec<Column>,
    /// The statuses that occur, in the order of the rules.
    pub statuses: Vec<Status>,
}

/// The measures about equally far from their targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// How far, in words: "5% to 10% worse".
    pub words: String,
    /// How many there are of each status that occurs anywhere, in the same order.
    pub counts: Vec<usize>,
}

/// The picture of these measures. None if none of them has a distance in per cent.
pub fn spread(data: &Dataset, rows: &[MeasureIx]) -> Option<Spread> {
    let places = rows.iter().filter_map(|row| data.measure(*row));
    let with_distance = places.filter_map(|place| Some((place.measure, in_per_cent(place.measure)?)));
    let measures: Vec<(&Measure, Decimal)> = with_distance.collect();
    let reach = reach_of(&measures.iter().map(|(_, distance)| *distance).collect::<Vec<_>>());
    let statuses = data.report().rules.order().filter(|status| measures.iter().any(|(one, _)| one.status() == *status));
    let statuses: Vec<Status> = statuses.collect();
    let mut columns = vec![vec![0; statuses.len()]; COLUMNS];
    for (measure, distance) in &measures {
        let status = statuses.iter().position(|status| *status == measure.status());
        let counts = columns.get_mut(column_of(*distance, reach));
        if let Some(count) = counts.zip(status).and_then(|(counts, status)| counts.get_mut(status)) {
            *count += 1;
        }
    }
    let highest = columns.iter().map(|counts| counts.iter().sum::<usize>()).max().filter(|highest| *highest > 0)?;
    let mut shapes = behind(reach);
    for (at, counts) in columns.iter().enumerate() {
        draw(&mut shapes, at, &statuses, counts, highest);
    }
    let picture = Picture { height: HEIGHT as u32, words: words(&measures, reach), shapes };
    let named = columns.into_iter().enumerate().map(|(at, counts)| Column { words: column_words(at, reach), counts });
    let columns = named.filter(|column| column.counts.iter().any(|count| *count > 0)).collect();
    Some(Spread { picture, columns, statuses })
}

/// The column of a distance in per cent. What meets its target exactly is with the better ones; what is worse by a whole number of steps
/// is with those less far away, and so is the last that the scale reaches.
fn column_of(distance: Decimal, reach: u32) -> usize {
    let steps = distance.abs() * Decimal::whole(STEPS);
    let first = STEPS as usize + 1;
    let passed = |step: &u32| steps.cmp_value(Decimal::whole(reach * step));
    if distance.sign().is_lt() {
        first - 1 - (1..=STEPS).filter(|step| passed(step).is_gt()).count()
    } else {
        let is_beyond = usize::from(passed(&STEPS).is_gt());
        first + (1..STEPS).filter(|step| passed(step).is_ge()).count() + is_beyond
    }
}

/// The distances of a column in words.
fn column_words(column: usize, reach: u32) -> String {
    let first = STEPS as usize + 1;
    let percent = |steps: usize| {
        let tenths = u32::try_from(steps).or_never("a step", STEPS) * reach * 10 / STEPS;
        format!(
            "{}%",
            if tenths.is_multiple_of(10) {
                (tenths / 10).to_string()
            } else {
                format!("{}.{}", tenths / 10, tenths % 10)
            }
        )
    };
    let (steps, way) = match column.checked_sub(first) {
        Some(steps) => (steps, "better"),
        None => (first - 1 - column, "worse"),
    };
    match (steps, way) {
        (0, "better") => format!("On target, or less than {} better", percent(1)),
        (0, _) => format!("Up to {} worse", percent(1)),
        (steps, way) if steps == STEPS as usize => format!("More than {reach}% {way}"),
        (steps, way) => format!("{} to {} {way}", percent(steps), percent(steps + 1)),
    }
}

/// What the picture says.
fn words(measures: &[(&Measure, Decimal)], reach: u32) -> String {
    let count = |wanted: &dyn Fn(Decimal) -> bool| measures.iter().filter(|(_, distance)| wanted(*distance)).count();
    let far = Decimal::whole(reach);
    let worse = count(&|distance| distance.sign().is_lt());
    let beyond = count(&|distance| distance.sign().is_lt() && distance.abs().cmp_value(far).is_gt());
    let beyond = if beyond > 0 { format!(", {beyond} of them by more than {reach}%") } else { String::new() };
    format!(
        "Distance from target of {}: {} on target or better, {worse} worse{beyond}",
        format::count_of(measures.len(), "measure"),
        measures.len() - worse,
    )
}

fn edge(column: usize) -> i32 {
    i32::try_from(WIDTH as usize * column / COLUMNS).or_never("a column beyond the width", WIDTH)
}

/// The target and how far the scale reaches.
fn behind(reach: u32) -> Vec<Shape> {
    let line = |class, x, from, to| Shape::Line { class, from: Place::at(x, from), to: Place::at(x, to) };
    let text = |x, anchor, text| Shape::Text { class: "scale", at: Place::at(x, HEIGHT - 4), anchor, text };
    let middle = WIDTH / 2;
    vec![
        Shape::Line { class: "grid", from: Place::at(0, BOTTOM), to: Place::at(WIDTH, BOTTOM) },
        line("grid", edge(1), BOTTOM - 4, BOTTOM + 4),
        line("grid", edge(COLUMNS - 1), BOTTOM - 4, BOTTOM + 4),
        line("zero", middle, TOP, BOTTOM + 4),
        text(edge(1), Anchor::Start, format!("{reach}% worse")),
        text(middle, Anchor::Middle, "target".to_string()),
        text(edge(COLUMNS - 1), Anchor::End, format!("{reach}% better")),
    ]
}

/// The measures of a column, one above the other: each by its shape where the highest column has room for them, else as bars.
fn draw(shapes: &mut Vec<Shape>, at: usize, statuses: &[Status], counts: &[usize], highest: usize) {
    let (from, to) = (edge(at), edge(at + 1));
    let room = (BOTTOM - TOP) as usize;
    let are_marks = highest * ROW as usize <= room;
    let mut below = 0;
    for (status, count) in statuses.iter().zip(counts) {
        let up = |number: usize| {
            // In hundredths of a pixel.
            let height = if are_marks { number * ROW as usize * 100 } else { number * room * 100 / highest };
            BOTTOM * 100 - i32::try_from(height).or_never("a column higher than the picture", 0)
        };
        if are_marks {
            let middle = |number: usize| Place { x: (from + to) / 2, y: up(below + number) - ROW * 50 };
            shapes.extend((0..*count).map(|number| Shape::Mark { glyph: Glyph::Last(*status), at: middle(number) }));
        } else if *count > 0 {
            let [from, to] = [Place { x: from + 30, y: up(below + count) }, Place { x: to - 30, y: up(below) }];
            shapes.push(Shape::Area { class: bar_class(*status), from, to });
        }
        below += count;
    }
}

#[cfg(test)]
mod tests {
    use super::{BOTTOM, COLUMNS, column_of, column_words, spread};
    use crate::fixtures::{data_of, decimal, measure, rating, report, shipped_data};
    use crate::picture::{Shape, glyph::Glyph};
    use crate::report::{Measure, MeasureIx};

    #[test]
    fn the_column_of_a_distance() {
        for (distance, words) in [
            ("0", "On target, or less than 5% better"),
            ("4.99", "On target, or less than 5% better"),
            ("5", "5% to 10% better"),
            ("50", "45% to 50% better"),
            ("50.1", "More than 50% better"),
            ("-0.1", "Up to 5% worse"),
            ("-5", "Up to 5% worse"),
            ("-5.01", "5% to 10% worse"),
            ("-50", "45% to 50% worse"),
            ("-50.1", "More than 50% worse"),
            ("-1000", "More than 50% worse"),
        ] {
            let column = column_of(decimal(distance), 50);
            assert!(column < COLUMNS);
            assert_eq!(column_words(column, 50), words, "{distance}");
        }
        assert_eq!(column_words(column_of(decimal("-3"), 25), 25), "2.5% to 5% worse");
    }

    fn of(values: &[(&str, &str)]) -> Vec<Measure> {
        let measure = |(value, status): &(&str, &str)| {
            let mut measure = measure("maximise", value, "10");
            measure.status = rating(status);
            measure
        };
        values.iter().map(measure).collect()
    }

    #[test]
    fn measures_stand_one_above_the_other() {
        let measures = of(&[("8", "red"), ("8", "red"), ("[c]", "none"), ("10", "green"), ("1", "red")]);
        let data = data_of(report(measures));
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        let drawn = spread(&data, &all).unwrap();
        assert_eq!(drawn.picture.words, "Distance from target of 4 measures: 1 on target or better, 3 worse");
        let mark = |shape: &Shape| match shape {
            Shape::Mark { glyph: Glyph::Last(status), at } => Some((crate::report::Keyword::word(*status), at.x, at.y)),
            _ => None,
        };
        let marks: Vec<_> = drawn.picture.shapes.iter().filter_map(mark).collect();
        // The scale reaches to 100%, in steps of 10%: −90%, twice −20%, 0%. A row is 9 pixels high.
        let foot = BOTTOM * 100 - 450;
        let expected = [("red", 1_136, foot), ("red", 4_317, foot), ("red", 4_317, foot - 900), ("green", 5_227, foot)];
        assert_eq!(marks, expected);
        let table: Vec<(&str, &[usize])> = drawn.columns.iter().map(|one| (&*one.words, &*one.counts)).collect();
        assert_eq!(drawn.statuses.len(), 2);
        assert_eq!(table.len(), 3);
        assert_eq!(table.iter().flat_map(|(_, counts)| counts.iter()).sum::<usize>(), 4);
        assert!(spread(&data, &all[2..3]).is_none(), "a withheld value has no distance");
    }

    #[test]
    fn many_measures_are_bars_of_their_height() {
        let mut values = vec![("10", "green"); 300];
        values.extend(vec![("9", "red"); 100]);
        let data = data_of(report(of(&values)));
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        let drawn = spread(&data, &all).unwrap();
        let area = |shape: &Shape| match shape {
            Shape::Area { class, from, to } => Some((*class, to.y - from.y)),
            _ => None,
        };
        let mut areas: Vec<_> = drawn.picture.shapes.iter().filter_map(area).collect();
        areas.sort_unstable();
        assert_eq!(areas, [("bar-of bar-green", 6_200), ("bar-of bar-red", 2_066)]);
    }

    #[test]
    fn the_shipped_quarter() {
        let data = shipped_data();
        let all: Vec<MeasureIx> = data.measures().map(|place| place.row).collect();
        let drawn = spread(data, &all).unwrap();
        assert_eq!(drawn.columns.iter().flat_map(|column| &column.counts).sum::<usize>(), 31);
        let marks = drawn.picture.shapes.iter().filter(|shape| matches!(shape, Shape::Mark { .. }));
        assert_eq!(marks.count(), 31, "{:?}", drawn.columns);
    }
}
