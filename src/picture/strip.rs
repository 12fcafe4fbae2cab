//! Knows: every measure's distance from its target in one picture, by outcome and from the worst to the best.
//! Must not know: which measures are chosen, or where a mark leads.

use super::glyph::Glyph;
use super::scale::Scale;
use super::{Anchor, Place, Shape, WIDTH};
use crate::assess::rules::variance;
use crate::encode::slug::slug;
use crate::never::OrNever;
use crate::report::{
    Choice, Dataset, Decimal, Measure, MeasureIx, MeasureRef, Rating, RatingWord, RuleSet, Target, ToleranceBasis,
};
use crate::wording::format::{self, Distance};
use crate::wording::origin;

/// More measures than this are too many to tell apart.
pub const MOST: usize = 200;

const HEIGHT: i32 = 122;
const TOP: i32 = 10;
const BOTTOM: i32 = 94;
/// The most marks of a piece: 24 pixels for each are there on a screen of 320.
const PIECE: usize = 11;
/// Where the arrows of the long trend stand.
const TAIL: i32 = 115;
/// How far the scale may reach either way, in per cent of the target.
const REACHES: [u32; 4] = [10, 25, 50, 100];

/// All distances.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The outcomes that have any, in document order.
    pub panels: Vec<Panel>,
    /// How far the scale reaches either way, in per cent of the target.
    pub reach: u32,
    /// How many marks stand at the edge since they are further away.
    pub beyond: usize,
    /// The tolerance as a share of the target, if it is one for all of these measures and not 0.
    pub tolerance: Option<Decimal>,
    /// The measures without a distance in per cent, in the given order.
    pub apart: Vec<MeasureIx>,
}

/// The measures of one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// The name of the outcome.
    pub name: String,
    /// The choice that keeps the measures of the outcome.
    pub choice: Choice,
    /// The marks, from the worst to the best, in pieces that stand side by side where there is room, and below one another where not.
    pub pieces: Vec<Piece>,
}

/// So many marks that the narrowest screen has room for them, each wide enough to be touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The height in pixels.
    pub height: u32,
    /// What stands behind the marks: the target and the tolerance.
    pub behind: Vec<Shape>,
    /// How far the scale reaches, in words, at the ends of the whole; they stand before the marks.
    pub labels: Vec<Shape>,
    /// The marks, from the worst to the best.
    pub marks: Vec<StripMark>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripMark {
    /// Which it is.
    pub row: MeasureIx,
    /// Its code, name, figures, status and long trend.
    pub words: String,
    /// What is drawn; the first shape is the area that one points at.
    pub shapes: Vec<Shape>,
}

/// The name of an outcome, its choice, and its measures with their distances in per cent.
type OfOutcome<'d> = (&'d str, Choice, Vec<(MeasureRef<'d>, Decimal)>);

/// The picture of these measures.
pub fn strip(data: &Dataset, rows: &[MeasureIx]) -> Strip {
    let mut panels: Vec<OfOutcome<'_>> = Vec::new();
    let mut apart = Vec::new();
    for place in rows.iter().filter_map(|row| data.measure(*row)) {
        let Some(distance) = in_per_cent(place.measure) else {
            apart.push(place.row);
            continue;
        };
        let choice = Choice::Outcome(slug(&place.outcome.name));
        match panels.iter_mut().find(|(_, known, _)| *known == choice) {
            Some((.., marks)) => marks.push((place, distance)),
            None => panels.push((&place.outcome.name, choice, vec![(place, distance)])),
        }
    }
    let all = || panels.iter().flat_map(|(.., marks)| marks);
    let distances: Vec<Decimal> = all().map(|(_, distance)| *distance).collect();
    let reach = reach_of(&distances);
    let tolerance = tolerance(all().map(|(place, _)| place.measure), &data.report().rules);
    let down = Scale::new(-Decimal::whole(reach), Decimal::whole(reach), BOTTOM * 100, TOP * 100);
    let place_of = |distance: Decimal| down.map_or(0, |scale| scale.place(distance));
    let far = Decimal::whole(reach);
    let is_beyond = |distance: &Decimal| distance.abs().cmp_value(Decimal::whole(reach)).is_gt();
    let panels = panels.into_iter().map(|(name, choice, mut marks)| {
        marks.sort_by(|(_, one), (_, other)| one.cmp_value(*other));
        // Pieces of about equal size.
        let size = marks.len().div_ceil(marks.len().div_ceil(PIECE).max(1)).max(1);
        let pieces = marks.chunks(size).map(|marks| {
            let count = i32::try_from(marks.len()).or_never("more than i32 measures", i32::MAX);
            let marks = (0..).zip(marks).map(|(at, (place, distance))| {
                let slot = [slot_edge(at, count), slot_edge(at + 1, count)];
                mark(data, place, *distance, slot, place_of(*distance), is_beyond(distance))
            });
            Piece {
                height: HEIGHT as u32,
                behind: behind(reach, tolerance, &place_of),
                labels: Vec::new(),
                marks: marks.collect(),
            }
        });
        let mut pieces: Vec<Piece> = pieces.collect();
        let text = |x, y, anchor, text| Shape::Text { class: "scale", at: Place { x, y }, anchor, text };
        // Where no mark is: the worst is at the left, the best at the right.
        if let Some(first) = pieces.first_mut() {
            first.labels.push(text(0, place_of(far) + 1_200, Anchor::Start, format!("{reach}% better")));
        }
        if let Some(last) = pieces.last_mut() {
            last.labels.push(text(WIDTH, place_of(-far) - 400, Anchor::End, format!("{reach}% worse")));
        }
        Panel { name: name.to_string(), choice, pieces }
    });
    let beyond = distances.iter().filter(|distance| is_beyond(distance)).count();
    Strip { panels: panels.collect(), reach, beyond, tolerance, apart }
}

/// How far a measure is from its target, in per cent of the target and above 0 for better. None where that cannot be said.
pub(super) fn in_per_cent(measure: &Measure) -> Option<Decimal> {
    match variance(measure)?.told() {
        Distance::Percent(distance) => Some(distance),
        _ => None,
    }
}

/// The shortest scale that at most a tenth of the distances are beyond.
pub(super) fn reach_of(distances: &[Decimal]) -> u32 {
    let [.., longest] = REACHES;
    let is_enough = |reach: &u32| {
        let beyond = distances.iter().filter(|distance| distance.abs().cmp_value(Decimal::whole(*reach)).is_gt());
        beyond.count() * 10 <= distances.len()
    };
    REACHES.into_iter().find(is_enough).unwrap_or(longest)
}

/// Where one of `count` slots of equal width begins.
fn slot_edge(at: i32, count: i32) -> i32 {
    i32::try_from(i64::from(WIDTH) * i64::from(at) / i64::from(count.max(1))).or_never("a slot beyond the width", WIDTH)
}

/// The tolerance of all these measures as a share of the target; none where some have another, or an amber value or low and high
/// targets in its place.
fn tolerance<'m>(measures: impl Iterator<Item = &'m Measure>, rules: &RuleSet) -> Option<Decimal> {
    let has_it = |measure: &Measure| {
        let own = rules.of(measure);
        let is_plain = match measure.target.as_ref() {
            Some(Target::Point(target)) => target.amber.is_none(),
            Some(Target::Range(_)) => true,
            Some(Target::LowHigh(_)) | None => false,
        };
        is_plain && own.tolerance == rules.tolerance && own.tolerance_basis == ToleranceBasis::Relative
    };
    let is_told = measures.fold(!rules.tolerance.is_zero(), |is_told, measure| is_told && has_it(measure));
    is_told.then_some(rules.tolerance)
}

fn behind(reach: u32, tolerance: Option<Decimal>, place_of: &dyn Fn(Decimal) -> i32) -> Vec<Shape> {
    let line = |class, y| Shape::Line { class, from: Place { x: 0, y }, to: Place { x: WIDTH, y } };
    let far = Decimal::whole(reach);
    let zero = place_of(Decimal::ZERO);
    let mut shapes = Vec::new();
    if let Some(tolerance) = tolerance {
        let to = Place { x: WIDTH, y: place_of(-(tolerance * Decimal::whole(100))) };
        shapes.push(Shape::Area { class: "tolerance", from: Place { x: 0, y: zero }, to });
    }
    shapes.push(line("grid", place_of(far)));
    shapes.push(line("grid", place_of(-far)));
    shapes.push(line("zero", zero));
    shapes
}

fn mark(
    data: &Dataset,
    place: &MeasureRef<'_>,
    distance: Decimal,
    slot: [i32; 2],
    y: i32,
    is_beyond: bool,
) -> StripMark {
    let [from, to] = slot;
    let (measure, x) = (place.measure, (from + to) / 2);
    let unit = &measure.unit;
    let zero = (TOP + BOTTOM) * 50;
    let mut shapes = vec![
        Shape::Area { class: "slot", from: Place::at(from, 0), to: Place::at(to, HEIGHT) },
        Shape::Line { class: "stem", from: Place { x, y: zero }, to: Place { x, y } },
        Shape::Mark { glyph: Glyph::Status(measure.status()), at: Place { x, y } },
        Shape::Mark { glyph: Glyph::Tail(measure.long_trend()), at: Place::at(x, TAIL) },
    ];
    if is_beyond {
        let (glyph, y) = match distance.sign().is_lt() {
            true => (Glyph::BeyondBottom, y + 1_000),
            false => (Glyph::BeyondTop, y - 1_000),
        };
        shapes.push(Shape::Mark { glyph, at: Place { x, y } });
    }
    let target = measure.target.as_ref().map(|target| format!(", target {}", format::target(target, unit)));
    let words = format!(
        "{} {}: {}{}, {}; {}; long trend: {}",
        measure.code,
        measure.name,
        format::value(&measure.value, unit),
        target.unwrap_or_default(),
        format::variance_words(Distance::Percent(distance), unit),
        rated(data.report().rules.label(measure.status()), measure.status),
        rated(measure.long_trend().label(), measure.long_trend),
    );
    StripMark { row: place.row, words, shapes }
}

/// A status or trend in words, and where it comes from if that is not the report.
fn rated<W: RatingWord>(label: &str, rating: Rating<W>) -> String {
    origin::with_remark(&format::lower_case(label), rating)
}

#[cfg(test)]
mod tests {
    use super::{Panel, reach_of, strip};
    use crate::fixtures::{data_of, decimal, measure, report, shipped_data};
    use crate::picture::{Shape, glyph::Glyph};
    use crate::report::{Dataset, MeasureIx, OwnRules};

    fn all(data: &Dataset) -> Vec<MeasureIx> {
        data.measures().map(|place| place.row).collect()
    }

    #[test]
    fn the_scale_holds_nine_of_ten() {
        for (distances, reach) in [
            ("", 10),
            ("1 -2 10", 10),
            ("1 -2 10.1", 25),
            ("1 1 1 1 1 1 1 1 1 -300", 10),
            ("1 1 1 1 1 1 1 1 -30 -300", 50),
            ("-100 100 100", 100),
            ("-300 100 100", 100),
        ] {
            let distances: Vec<_> = distances.split_whitespace().map(decimal).collect();
            assert_eq!(reach_of(&distances), reach, "{distances:?}");
        }
    }

    #[test]
    fn from_the_worst_to_the_best_and_the_rest_apart() {
        let measures = [
            ("a", "8", "10"),
            ("b", "5", "10"),
            ("c", "[c]", "10"),
            ("d", "1", "0"),
            ("e", "12.5", "10"),
            ("f", "3", ""),
        ];
        let measures = measures.map(|(code, value, target)| {
            let mut measure = measure("maximise", value, target);
            measure.code = code.into();
            measure
        });
        let data = data_of(report(measures.to_vec()));
        let drawn = strip(&data, &all(&data));
        let code = |row: MeasureIx| data.measure(row).unwrap().measure.code.clone();
        let [panel] = drawn.panels.as_slice() else { panic!("one outcome has measures") };
        let [piece] = panel.pieces.as_slice() else { panic!("three marks need one piece") };
        assert_eq!(piece.marks.iter().map(|mark| code(mark.row)).collect::<String>(), "bae");
        assert_eq!(drawn.apart.iter().map(|row| code(*row)).collect::<String>(), "cdf");
        assert_eq!((drawn.reach, drawn.beyond), (50, 0));
        // −50% is at the bottom, 94 pixels down; the target is at 52; 25% better is half way up.
        let heights: Vec<i32> = piece.marks.iter().map(|mark| height(&mark.shapes)).collect();
        assert_eq!(heights, [9_400, 6_880, 3_100]);
        assert_eq!(
            piece.marks[1].words,
            "a A measure: 8%, target 10%, 20.0% worse than the target; no status; long trend: no trend"
        );
    }

    #[test]
    fn the_band_is_the_tolerance_of_all_or_there_is_none() {
        let told = |target: &str, own: Option<&str>| {
            let mut other = measure("maximise", "8", target);
            other.rules = own.map(|tolerance| OwnRules { tolerance: Some(decimal(tolerance)), ..OwnRules::default() });
            let data = data_of(report(vec![measure("maximise", "8", "10"), other]));
            strip(&data, &all(&data)).tolerance.map(|tolerance| tolerance.shortest().to_string())
        };
        let all_have = told("10", None);
        assert!(all_have.is_some());
        for (target, own) in [("10", Some("0.5")), ("10 amber 7", None), ("low 9 high 12", None)] {
            assert_eq!(told(target, own), None, "{target} {own:?}");
        }
    }

    fn height(shapes: &[Shape]) -> i32 {
        let mark = |shape: &Shape| match shape {
            Shape::Mark { glyph: Glyph::Status(_), at } => Some(at.y),
            _ => None,
        };
        shapes.iter().find_map(mark).unwrap()
    }

    #[test]
    fn the_shipped_quarter() {
        let data = shipped_data();
        let drawn = strip(data, &all(data));
        let pieces = |panel: &Panel| panel.pieces.iter().map(|piece| piece.marks.len()).collect::<Vec<_>>();
        let counts: Vec<Vec<usize>> = drawn.panels.iter().map(pieces).collect();
        assert_eq!(counts, [vec![7], vec![6, 6], vec![4], vec![8]]);
        assert_eq!(counts.iter().flatten().sum::<usize>() + drawn.apart.len(), 32);
        for piece in drawn.panels.iter().flat_map(|panel| &panel.pieces) {
            let slots = piece.marks.iter().map(|mark| match mark.shapes.first() {
                Some(Shape::Area { from, to, .. }) => (from.x, to.x),
                _ => panic!("a mark begins with its slot"),
            });
            let mut end = 0;
            for (from, to) in slots {
                assert_eq!(from, end);
                end = to;
            }
            assert_eq!(end, 10_000);
        }
        for panel in &drawn.panels {
            // None stands higher than one that is better.
            let heights: Vec<i32> =
                panel.pieces.iter().flat_map(|piece| &piece.marks).map(|mark| height(&mark.shapes)).collect();
            assert!(heights.windows(2).all(|pair| pair[0] >= pair[1]), "{heights:?}");
        }
    }
}
