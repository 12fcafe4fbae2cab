//! Knows: how a measure's points, lines and axes become options for the chart library.
//! Must not know: how the target is drawn (that is `target`), or how the chart is described (that is `in_words`).

use super::options::{
    Datum, LabelLayout, LabelStyle, Mark, Options, Palette, Series, TextStyle, TimeAxis, TimeAxisLabel, TimeAxisLine,
    TimeAxisTick,
};
use super::ticks::Ticks;
use super::timeline::{self, Timeline};
use super::words::number_with_remarks;
use crate::assess::trend::Point;
use crate::report::period::PeriodKind;
use crate::report::{Basis, Decimal, Measure, Period, Provenance, Unit, UnitKind, ValueFlag};
use crate::wording::format;
use charming::component::{Axis, Grid};
use charming::element::{
    AxisLabel, AxisType, Emphasis, ItemStyle, Label, LabelAlign, LabelPosition, LineStyle, SplitLine, Symbol,
};

/// The height of a label above or below its point, as a share of the value axis.
const LABEL: f64 = 0.14;
/// The height of a line of text, in font sizes.
const LINE_HEIGHT: f64 = 1.2;
/// From this many steps, a step is narrower than a label, and the outermost labels are aligned inwards.
const NARROW_STEPS: u32 = 6;

/// What a chart is made from.
pub(super) struct Figure<'m> {
    pub(super) measure: &'m Measure,
    pub(super) palette: &'m Palette,
    pub(super) points: Vec<Point<'m>>,
    pub(super) kinds: Vec<PeriodKind>,
    /// The months from one period of each kind to the next; none where they do not follow one another.
    pub(super) steps: Vec<(PeriodKind, Option<u32>)>,
    pub(super) bounds: Vec<Decimal>,
    pub(super) ticks: Ticks,
    pub(super) timeline: Timeline,
}

impl Figure<'_> {
    pub(super) fn unit(&self) -> &Unit {
        &self.measure.unit
    }

    pub(super) fn options(&self) -> Options {
        let palette = self.palette;
        let size = palette.font_size;
        let text_style = TextStyle { color: palette.text.clone(), font_family: palette.font.clone(), font_size: size };
        // Room for labels above the highest point and, at the right, for half the last label and for the target's label.
        let top = size * LINE_HEIGHT + 12.0;
        let right = self.target_lines().iter().map(|line| line.chars().count()).max();
        let right = right.map_or(size, |characters| characters as f64 * size * 0.56 + size);
        Options {
            animation: false,
            text_style,
            grid: Grid::new().left(0).right(right).top(top).bottom(0).contain_label(true),
            x_axis: self.time_axis(),
            y_axis: self.value_axis(),
            series: self.kinds.iter().enumerate().map(|(row, kind)| self.series(*kind, row == 0)).collect(),
        }
    }

    fn time_axis(&self) -> TimeAxis {
        let palette = self.palette;
        TimeAxis {
            kind: AxisType::Category,
            data: self.timeline.labels(),
            // At the bottom, even when numbers are below 0.
            axis_line: TimeAxisLine { on_zero: false, line_style: LineStyle::new().color(palette.muted.as_str()) },
            axis_label: TimeAxisLabel {
                color: palette.muted.clone(),
                hide_overlap: true,
                show_min_label: true,
                show_max_label: true,
                // Its own size does not follow the page's, which is larger on large screens.
                font_size: palette.font_size,
                line_height: palette.font_size * LINE_HEIGHT,
            },
            axis_tick: TimeAxisTick {
                align_with_label: true,
                line_style: LineStyle::new().color(palette.muted.as_str()),
            },
        }
    }

    fn value_axis(&self) -> Axis {
        let palette = self.palette;
        let formatter = match self.unit().kind {
            UnitKind::Percent => "{value}%",
            UnitKind::Money => "£{value}",
            _ => "{value}",
        };
        Axis::new()
            .type_(AxisType::Value)
            .min(self.ticks.min.to_f64())
            .max(self.ticks.max.to_f64())
            .interval(self.ticks.step.to_f64())
            .axis_label(
                AxisLabel::new().color(palette.muted.as_str()).font_size(palette.font_size).formatter(formatter),
            )
            .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.grid.as_str()).width(1)))
    }

    /// The line of one kind of period. The first line carries the target.
    fn series(&self, kind: PeriodKind, is_first: bool) -> Series {
        let palette = self.palette;
        Series {
            kind: "line",
            connect_nulls: false,
            show_all_symbol: true,
            cursor: "default",
            line_style: LineStyle::new().color(palette.line.as_str()).width(if is_first { 2.5 } else { 1.25 }),
            item_style: ItemStyle::new().color(palette.line.as_str()),
            emphasis: Emphasis::new().disabled(true),
            label: self.label(&palette.text),
            label_layout: LabelLayout { hide_overlap: true },
            mark_line: is_first.then(|| self.target_line()).flatten(),
            mark_area: is_first.then(|| self.target_area()).flatten(),
            data: self.data(kind),
        }
    }

    pub(super) fn label(&self, color: &str) -> LabelStyle {
        LabelStyle {
            show: true,
            color: color.to_string(),
            text_border_color: self.palette.background.clone(),
            text_border_width: 3,
            line_height: self.palette.font_size * LINE_HEIGHT,
            formatter: None,
            position: None,
        }
    }

    fn data(&self, kind: PeriodKind) -> Vec<Datum> {
        let points = self.of_kind(kind);
        let name_place = if self.kinds.len() > 1 { self.name_place(&points) } else { None };
        let mut data = Vec::with_capacity(points.len() * 2);
        let mut before: Option<&Point<'_>> = None;
        for (row, (point, number)) in points.iter().enumerate() {
            let cell = self.timeline.cell(point.period);
            if before.is_some_and(|before| !self.is_joined(before, point)) {
                data.push(Datum::Break { value: (cell, ()) });
            }
            let name = name_place.filter(|(named, _)| *named == row).map(|(_, align)| align);
            data.push(Datum::Point(Box::new(self.mark(point, *number, name))));
            before = Some(point);
        }
        data
    }

    fn of_kind(&self, kind: PeriodKind) -> Vec<(&Point<'_>, Decimal)> {
        self.drawn().filter(|(point, _)| point.period.kind() == kind).collect()
    }

    /// The points with a number.
    pub(super) fn drawn(&self) -> impl Iterator<Item = (&Point<'_>, Decimal)> {
        self.points.iter().filter_map(|point| Some((point, *point.value.number()?)))
    }

    /// Which point of a line carries the name of the line, and how its label is aligned: towards the most empty steps.
    fn name_place(&self, points: &[(&Point<'_>, Decimal)]) -> Option<(usize, LabelAlign)> {
        let cells: Vec<u32> = self.drawn().map(|(point, _)| self.timeline.cell(point.period)).collect();
        let joined = |left: usize| {
            let pair = points.get(left).zip(points.get(left + 1));
            pair.is_some_and(|((left, _), (right, _))| self.is_joined(left, right))
        };
        let room = |row: usize, point: &Point<'_>| {
            let cell = self.timeline.cell(point.period);
            let left = cells.iter().filter(|other| **other < cell).max().map_or(cell, |other| cell - other);
            let right = self.timeline.cells - 1 - cell;
            let right = cells.iter().filter(|other| **other > cell).min().map_or(right, |other| other - cell);
            let left = if row > 0 && joined(row - 1) { 0 } else { left };
            let right = if joined(row) { 0 } else { right };
            [(left, row, LabelAlign::Right), (right, row, LabelAlign::Left)]
        };
        let rooms = points.iter().enumerate().flat_map(|(row, (point, _))| room(row, point));
        rooms.max_by_key(|(room, row, _)| (*room, *row)).map(|(_, row, align)| (row, align))
    }

    /// Whether a line joins two points: only when no period lies between them and their numbers may be compared.
    fn is_joined(&self, before: &Point<'_>, point: &Point<'_>) -> bool {
        let restarts = self.measure.basis() == Basis::Cumulative
            && point.period.step() < 12
            && timeline::financial_year(before.period) != timeline::financial_year(point.period);
        self.follows(point.period, before.period) && !restarts && !point.value.flags().contains(&ValueFlag::Break)
    }

    /// Whether a period directly follows another of its kind.
    fn follows(&self, period: Period, before: Period) -> bool {
        let step = self.steps.iter().find(|(kind, _)| *kind == period.kind()).and_then(|(_, step)| *step);
        period.kind() == before.kind() && step.is_some_and(|step| before.end().index() + step == period.end().index())
    }

    /// Whether the label of a point goes above it: on the side away from its neighbours, unless the target or the axis is in
    /// the way there and not on the other side.
    fn is_label_above(&self, point: &Point<'_>, number: Decimal, named: bool) -> bool {
        let height = self.ticks.height(number);
        let blocked = |above: bool| {
            let (from, to) = if above { (height, height + LABEL) } else { (height - LABEL, height) };
            let in_the_way =
                |bound: &Decimal| !number.cmp_value(*bound).is_eq() && (from..=to).contains(&self.ticks.height(*bound));
            from < 0.0 || self.bounds.iter().any(in_the_way)
        };
        let kind = point.period.kind();
        let near = |other: &Point<'_>| match other.period.kind() == kind {
            true => self.is_joined(point, other) || self.is_joined(other, point),
            false => self.timeline.cell(point.period).abs_diff(self.timeline.cell(other.period)) <= 2,
        };
        let beside = || self.drawn().filter(|(other, _)| near(other)).map(|(_, other)| number.cmp_value(other));
        let above = match self.kinds.first() {
            // The names of two lines may point towards each other, so they go on different sides.
            Some(first) if named && *first != kind => !self.is_name_above(*first),
            _ => beside().any(|order| order.is_gt()) || !beside().any(|order| order.is_lt()),
        };
        if blocked(above) && !blocked(!above) { !above } else { above }
    }

    /// Whether the name of the first line is above its point.
    fn is_name_above(&self, first: PeriodKind) -> bool {
        let points = self.of_kind(first);
        let named = self.name_place(&points).and_then(|(row, _)| points.get(row).copied());
        named.is_some_and(|(point, number)| self.is_label_above(point, number, true))
    }

    /// How a point looks. When labels do not all fit, the library keeps those of larger points: so the current value is larger
    /// and so, slightly, is the point that carries the name of its line. `name` is the alignment of that label.
    fn mark(&self, point: &Point<'_>, number: Decimal, name: Option<LabelAlign>) -> Mark {
        let palette = self.palette;
        let hollow = is_hollow(point);
        let (symbol, size) = if hollow { (Symbol::Diamond, 11.0) } else { (Symbol::Circle, 8.0) };
        let larger = match name {
            _ if point.is_current => 2.0,
            Some(_) => 0.5,
            None => 0.0,
        };
        let item_style = ItemStyle::new()
            .color(if hollow { palette.background.as_str() } else { palette.line.as_str() })
            .border_color(palette.line.as_str())
            .border_width(if hollow { 2 } else { 0 });
        let above = self.is_label_above(point, number, name.is_some());
        let text = format::number(number, self.unit());
        let text =
            if name.is_some() { format!("{} {text}", format::kind_of_period(point.period.kind())) } else { text };
        let cell = self.timeline.cell(point.period);
        let align = name.unwrap_or(match cell {
            _ if self.timeline.cells < NARROW_STEPS => LabelAlign::Center,
            0 => LabelAlign::Left,
            _ if cell + 1 == self.timeline.cells => LabelAlign::Right,
            _ => LabelAlign::Center,
        });
        let label = Label::new()
            .formatter(text.as_str())
            .position(if above { LabelPosition::Top } else { LabelPosition::Bottom })
            .align(align)
            .font_weight(if point.is_current { "bold" } else { "normal" });
        let period = format::capital(&point.period.to_string());
        let name = format!("{period}: {}", number_with_remarks(point, number, self.unit()));
        Mark { value: (cell, number.to_f64()), name, symbol, symbol_size: size + larger, item_style, label }
    }
}

/// Whether a point is drawn hollow, because the report does not publish that figure as such.
fn is_hollow(point: &Point<'_>) -> bool {
    point.provenance == Provenance::Derived || point.value.flags().contains(&ValueFlag::Estimated)
}
