//! Knows: a value against its target as a bar: how long the bar is, where the target stands, what the tolerance covers.
//! Must not know: the status, which it takes as published.

use super::glyph::Glyph;
use super::scale::Scale;
use super::{Picture, Place, Shape, WIDTH};
use crate::assess::rules::tolerated;
use crate::report::{Decimal, Measure, RuleSet, Status, SubMeasure, Target, Unit, Value};
use crate::wording::format;

const HEIGHT: i32 = 18;
/// What is kept free at each end, for what is drawn around a number.
const FREE: i32 = 300;
/// A value this many times as far from 0 as the target is cut, or the target would stand at the very edge.
const MOST: u32 = 3;

/// The picture: from 0 to the value. None without a number, or without a target that fits it.
pub fn bullet(measure: &Measure, rules: &RuleSet) -> Option<Picture> {
    let zones = tolerated(measure, rules);
    draw(&measure.value, measure.target.as_ref(), &measure.unit, zones, bar_class(measure.status()))
}

/// The same of a figure of a project, which has no status, and to which the council's tolerance does not apply.
pub fn of_figure(figure: &SubMeasure) -> Option<Picture> {
    draw(&figure.value, figure.target.as_ref(), &figure.unit, Vec::new(), bar_class(Status::None))
}

fn draw(
    value: &Value,
    target: Option<&Target>,
    unit: &Unit,
    zones: Vec<[Decimal; 2]>,
    bar: &'static str,
) -> Option<Picture> {
    let value = *value.number()?;
    let target = target.filter(|target| target.is_in(unit))?;
    let bounds = bounds(target);
    let around: Vec<Decimal> = bounds.iter().copied().chain(zones.iter().flatten().copied()).collect();
    let reach = around.iter().fold(Decimal::ZERO, |most, number| most.larger(number.abs())) * Decimal::whole(MOST);
    let cut = |number: Decimal| if reach.is_zero() { number } else { number.smaller(reach).larger(-reach) };
    let shown = cut(value);
    let scale = Scale::from_zero(unit, &[around, vec![shown]].concat(), FREE)?;

    let area = |class, [from, to]: [Decimal; 2], top, bottom| Shape::Area {
        class,
        from: Place::at(scale.place(from), top),
        to: Place::at(scale.place(to), bottom),
    };
    let mut shapes = vec![Shape::Line {
        class: "track",
        from: Place::at(scale.place(Decimal::ZERO), 2),
        to: Place::at(scale.place(Decimal::ZERO), HEIGHT - 2),
    }];
    shapes.extend(zones.into_iter().map(|zone| area("tolerance", zone, 2, HEIGHT - 2)));
    if let Target::Range(range) = target {
        shapes.push(area("range", [range.low, range.high], 2, HEIGHT - 2));
    }
    let ends = [shown.smaller(Decimal::ZERO), shown.larger(Decimal::ZERO)];
    shapes.push(area(bar, ends, 6, HEIGHT - 6));
    shapes.extend(bounds.into_iter().map(|bound| {
        let x = scale.place(bound);
        Shape::Line { class: "target", from: Place::at(x, 1), to: Place::at(x, HEIGHT - 1) }
    }));
    match shown.cmp_value(value) {
        std::cmp::Ordering::Equal => {}
        std::cmp::Ordering::Less => shapes.push(beyond(Glyph::BeyondRight, WIDTH - FREE / 2)),
        std::cmp::Ordering::Greater => shapes.push(beyond(Glyph::BeyondLeft, FREE / 2)),
    }
    let words = format!("{} against a target of {}", format::number(value, unit), format::target(target, unit));
    Some(Picture { height: HEIGHT as u32, words, shapes })
}

fn beyond(glyph: Glyph, x: i32) -> Shape {
    Shape::Mark { glyph, at: Place::at(x, HEIGHT / 2) }
}

/// The numbers that a target names.
pub(super) fn bounds(target: &Target) -> Vec<Decimal> {
    match target {
        Target::Point(target) => vec![target.point],
        Target::LowHigh(target) => vec![target.low_target, target.high_target],
        Target::Range(target) => vec![target.low, target.high],
    }
}

pub(super) fn bar_class(status: Status) -> &'static str {
    match status {
        Status::Green => "bar-of bar-green",
        Status::Blue => "bar-of bar-blue",
        Status::Amber => "bar-of bar-amber",
        Status::Red => "bar-of bar-red",
        Status::Grey => "bar-of bar-grey",
        Status::None => "bar-of bar-none",
    }
}

#[cfg(test)]
mod tests {
    use super::bullet;
    use crate::fixtures::{all_reports, measure, rules, word};
    use crate::picture::Shape;
    use crate::report::Measure;

    /// What is drawn: `bar 3 to 50; target 40; tolerance 38 to 40; beyond right`, in whole per cent of the width.
    fn drawn(measure: &Measure) -> String {
        let Some(picture) = bullet(measure, &rules("0.05")) else { return "nothing".to_string() };
        let at = |x: i32| format!("{}", f64::from(x) / 100.0);
        let parts = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Area { class, from, to } => {
                let name = class.split(' ').next().unwrap();
                Some(format!("{name} {} to {}", at(from.x), at(to.x)))
            }
            Shape::Line { class: "target", from, .. } => Some(format!("target {}", at(from.x))),
            Shape::Mark { glyph, .. } => Some(format!("{glyph:?}")),
            _ => None,
        });
        parts.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn where_value_target_and_tolerance_stand() {
        for (aim, value, target, expected) in [
            // A percentage stands on a scale from 0 (at 3) to 100 (at 97).
            ("maximise", "50", "80", "tolerance 74.44 to 78.2; bar-of 3 to 50; target 78.2"),
            ("minimise", "50", "20", "tolerance 21.8 to 22.74; bar-of 3 to 50; target 21.8"),
            // A small one reaches to the end.
            ("minimise", "25", "20", "tolerance 78.2 to 81.96; bar-of 3 to 97; target 78.2"),
            (
                "goldilocks",
                "50",
                "60 to 80",
                "tolerance 56.58 to 59.4; tolerance 78.2 to 81.96; range 59.4 to 78.2; bar-of 3 to 50; target 59.4; target 78.2",
            ),
            ("maximise", "0", "80", "tolerance 74.44 to 78.2; bar-of 3 to 3; target 78.2"),
            // Beyond three times the target it is cut.
            ("maximise", "1000", "50", "tolerance 32.77 to 34.33; bar-of 3 to 97; target 34.33; BeyondRight"),
            // Below 0, 0 is where the bar begins.
            ("maximise", "-20", "20", "tolerance 94.65 to 97; bar-of 3 to 50; target 97"),
            ("maximise", "-1000", "10", "tolerance 95.83 to 97; bar-of 3 to 73.5; target 97; BeyondLeft"),
            // A target of 0.
            ("minimise", "5", "0", "bar-of 3 to 97; target 3"),
            ("maximise", "[c]", "80", "nothing"),
            ("maximise", "80", "", "nothing"),
        ] {
            assert_eq!(drawn(&measure(aim, value, target)), expected, "{aim} {value} {target}");
        }
    }

    #[test]
    fn a_number_of_something_reaches_from_0_to_the_greatest() {
        let mut measure = measure("maximise", "50", "40");
        measure.unit.kind = word("count");
        assert_eq!(drawn(&measure), "tolerance 74.44 to 78.2; bar-of 3 to 97; target 78.2");
        measure.value = crate::fixtures::value("0");
        measure.target = crate::fixtures::target("0");
        assert_eq!(drawn(&measure), "nothing");
    }

    #[test]
    fn a_figure_of_a_project_has_one_without_status_and_tolerance() {
        let data = crate::fixtures::shipped_data();
        let figures: Vec<_> = data.projects().flat_map(|one| &one.project.sub_measures).collect();
        assert_eq!(figures.len(), 5);
        // 82%, target 91%, from 0 at 3 to 100 at 97.
        let mut figure = figures[0].clone();
        let drawn = super::of_figure(&figure).unwrap();
        let [Shape::Line { .. }, Shape::Area { class, to, .. }, Shape::Line { from, .. }] = drawn.shapes.as_slice()
        else {
            panic!("a track, a bar and a target")
        };
        assert_eq!((*class, to.x, from.x), ("bar-of bar-none", 8_008, 8_854));
        figure.target = None;
        assert_eq!(super::of_figure(&figure), None);
    }

    #[test]
    fn every_measure_with_a_number_and_a_target_has_one() {
        for report in all_reports() {
            let measures = report.outcomes.iter().flat_map(|one| &one.programmes).flat_map(|one| &one.measures);
            for measure in measures {
                let can = measure.value.number().is_some()
                    && measure.target.as_ref().is_some_and(|target| target.is_in(&measure.unit));
                assert_eq!(bullet(measure, &report.rules).is_some(), can, "{}", measure.code);
            }
        }
    }
}
