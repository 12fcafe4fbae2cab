//! Knows: how a target is drawn in a trend chart: lines at its bounds, a band inside a range, a label.
//! Must not know: the measure's own points.

use super::figure::Figure;
use super::options::{Bound, LabelStyle, TargetArea, TargetLine};
use crate::report::{Decimal, Target, Unit};
use crate::wording::format;
use charming::element::{ItemStyle, LabelPosition, LineStyle, LineStyleType, Symbol};

/// The bounds of a target, the lower one first; none, one or two.
pub(super) fn bounds(target: Option<&Target>, unit: &Unit) -> Vec<Decimal> {
    let mut bounds = match target {
        None => Vec::new(),
        // A target in another unit has no place on the axis.
        Some(target) if !target.is_in(unit) => Vec::new(),
        Some(Target::Point(target)) => vec![target.point],
        Some(Target::LowHigh(target)) => vec![target.low_target, target.high_target],
        Some(Target::Range(range)) => vec![range.low, range.high],
    };
    if let [first, second] = bounds.as_mut_slice()
        && first.cmp_value(*second).is_gt()
    {
        std::mem::swap(first, second);
    }
    bounds
}

impl Figure<'_> {
    /// The label of the target in short lines; empty without a target.
    pub(super) fn target_lines(&self) -> Vec<String> {
        let Some(target) = &self.measure.target else { return Vec::new() };
        let text = format::target(target, self.unit());
        let mut lines = vec!["Target".to_string()];
        match text.split_once(" to ") {
            Some((low, high)) if text.chars().count() > 10 => lines.extend([low.to_string(), format!("to {high}")]),
            _ => lines.push(text),
        }
        lines
    }

    /// A line at each bound of the target, labelled at its end when there is only one.
    pub(super) fn target_line(&self) -> Option<TargetLine> {
        let color = self.palette.target.as_str();
        (!self.bounds.is_empty()).then(|| TargetLine {
            silent: true,
            symbol: Symbol::None,
            line_style: LineStyle::new().color(color).width(1.5).type_(LineStyleType::Dashed),
            label: LabelStyle { show: self.bounds.len() == 1, ..self.target_label() },
            data: self.bounds.iter().map(|bound| Bound { y_axis: bound.to_f64() }).collect(),
        })
    }

    /// The band between two bounds, labelled at its end.
    pub(super) fn target_area(&self) -> Option<TargetArea> {
        let [low, high] = self.bounds.as_slice() else { return None };
        Some(TargetArea {
            silent: true,
            item_style: ItemStyle::new().color(self.palette.band.as_str()),
            label: LabelStyle { position: Some(LabelPosition::Right), ..self.target_label() },
            data: [[Bound { y_axis: low.to_f64() }, Bound { y_axis: high.to_f64() }]],
        })
    }

    fn target_label(&self) -> LabelStyle {
        LabelStyle { formatter: Some(self.target_lines().join("\n")), ..self.label(&self.palette.target) }
    }
}
