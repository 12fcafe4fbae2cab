//! Knows: a measure's value beside what others achieve, as rows on one scale.
//! Must not know: who does better (that is `assess::others`).

use super::bullet::bounds;
use super::glyph::Glyph;
use super::scale::Scale;
use super::{Picture, Place, Shape, WIDTH};
use crate::assess::others::is_comparable;
use crate::report::{Decimal, Measure, Period, Target};
use crate::wording::format;

const HEIGHT: i32 = 24;
/// What is kept free at each end.
const FREE: i32 = 400;

/// One of those who are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Who, and which series if it is not the measure's own.
    pub name: String,
    /// The period, unless it is that of the value.
    pub period: Option<String>,
    /// The value with its unit.
    pub value: String,
    /// Whether it may be held against the measure's value; the measure's own row is.
    pub is_comparable: bool,
    /// Where it stands, with the target behind it.
    pub picture: Picture,
}

/// The council's own value first, then the others in the order of the report; those without a number are left out. Empty if there
/// is nothing to compare.
pub fn comparison(measure: &Measure, council: &str) -> Vec<Compared> {
    let others = || measure.benchmarks.iter().filter_map(|one| Some((one, *one.value.number()?)));
    let own = measure.value.number().copied();
    let target = measure.target.as_ref().filter(|target| target.is_in(&measure.unit));
    let bounds = target.map(bounds).unwrap_or_default();
    let all: Vec<Decimal> = others().map(|(_, number)| number).chain(own).chain(bounds.iter().copied()).collect();
    let scale = Scale::from_zero(&measure.unit, &all, FREE).filter(|_| others().next().is_some());
    let Some(scale) = scale else { return Vec::new() };
    let row = |name: String, period: Option<String>, number: Decimal, glyph: Glyph, is_comparable: bool| {
        let value = format::number(number, &measure.unit);
        let ends = [FREE, WIDTH - FREE].map(|end| Place::at(end, HEIGHT / 2));
        let mut shapes = vec![Shape::Line { class: "grid", from: ends[0], to: ends[1] }];
        if let Some(Target::Range(range)) = target {
            let [from, to] = [(range.low, 0), (range.high, HEIGHT)].map(|(end, y)| Place::at(scale.place(end), y));
            shapes.push(Shape::Area { class: "range", from, to });
        }
        shapes.extend(bounds.iter().map(|bound| {
            let [from, to] = [0, HEIGHT].map(|y| Place::at(scale.place(*bound), y));
            Shape::Line { class: "target", from, to }
        }));
        shapes.push(Shape::Mark { glyph, at: Place::at(scale.place(number), HEIGHT / 2) });
        let picture = Picture { height: HEIGHT as u32, words: format!("{name}: {value}"), shapes };
        Compared { name, period, value, is_comparable, picture }
    };
    let own = own.map(|number| row(council.to_string(), None, number, Glyph::Status(measure.status()), true));
    let others = others().map(|(one, number)| {
        let is_comparable = is_comparable(measure, one);
        let is_now = one.period == Some(measure.reporting_period());
        let name = one.series.as_ref().map_or(one.name.clone(), |series| format!("{}: {series}", one.name));
        let glyph = if is_comparable && is_now { Glyph::Other } else { Glyph::Apart };
        row(name, (!is_now).then(|| when(one.period)), number, glyph, is_comparable)
    });
    own.into_iter().chain(others).collect()
}

fn when(period: Option<Period>) -> String {
    period.map_or("period not given".to_string(), |period| period.to_string())
}

#[cfg(test)]
mod tests {
    use super::comparison;
    use crate::fixtures::shipped;
    use crate::picture::Shape;
    use crate::picture::glyph::Glyph;

    /// Who stands where: `Medway 29 at 68.0`, with `?` for what is set apart.
    fn rows(code: &str) -> Vec<String> {
        let measure = shipped().measure(code).unwrap().measure;
        let place = |shapes: &[Shape]| match shapes.last() {
            Some(Shape::Mark { glyph, at }) => {
                format!("{}{}", f64::from(at.x) / 100.0, if *glyph == Glyph::Apart { "?" } else { "" })
            }
            _ => panic!("a row ends with its mark"),
        };
        let rows = comparison(measure, "Medway").into_iter();
        rows.map(|one| {
            let apart = if one.is_comparable { "" } else { " apart" };
            format!("{} {} {}{apart}", one.name, one.value, place(&one.picture.shapes))
        })
        .collect()
    }

    #[test]
    fn where_others_stand() {
        // From 0 (at 4) to 29 (at 96).
        assert_eq!(rows("N23"), ["Medway 29% 96", "Statistical neighbours 19% 64.28?", "National 20% 67.45?"]);
        // A percentage above 40 stands on a scale to 100.
        assert_eq!(rows("SE2 OEPr"), ["Medway 94.7% 91.12", "National 91% 87.72?", "South East 91% 87.72?"]);
        // Of other series.
        assert!(rows("CA13")[1].ends_with(" apart"), "{:?}", rows("CA13"));
        // A withheld value has no mark; the others have.
        assert_eq!(rows("ASCOF 2A(1)").len(), 4);
        assert_eq!(rows("PH23"), [""; 0]);
    }

    #[test]
    fn one_of_the_same_period_is_set_beside_the_value() {
        let rows = rows("SEKS4A8");
        let same: Vec<&String> = rows.iter().filter(|row| !row.ends_with('?')).collect();
        assert_eq!(same.len(), 4, "the council and three others: {rows:?}");
    }
}
