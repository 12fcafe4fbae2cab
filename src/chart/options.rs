//! Knows: a chart's colours and font, and the chart library's options, as far as trend charts use them, and their JSON.
//! Must not know: measures, or what a chart says.

use crate::report::Decimal;
use charming::component::{Axis, Grid};
use charming::element::{AxisType, Emphasis, ItemStyle, Label, LabelPosition, LineStyle, Symbol};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io;

/// The look of a chart, from the page's own style. Colours are written `#rrggbb`, `rgb(…)` or `rgba(…)`, the only notations
/// that the chart library accepts.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// The figures.
    pub text: String,
    /// The labels of the axes.
    pub muted: String,
    /// The measure's line and points.
    pub line: String,
    /// The target and its label.
    pub target: String,
    /// The inside of a target range.
    pub band: String,
    /// The lines of the grid.
    pub grid: String,
    /// The background of the chart.
    pub background: String,
    /// The font families, as in a style sheet.
    pub font: String,
    /// The size of all text, in CSS pixels.
    pub font_size: f64,
}

/// The options. These structs add what charming (0.6) does not offer and use its elements where it does: its `Chart` and
/// `Line` lack some keys, and would bring the code of every kind of chart into the program that readers fetch.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Options {
    pub animation: bool,
    pub text_style: TextStyle,
    pub grid: Grid,
    pub x_axis: TimeAxis,
    pub y_axis: Axis,
    pub series: Vec<Series>,
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(super) struct TextStyle {
    pub color: String,
    pub font_family: String,
    pub font_size: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TimeAxis {
    #[serde(rename = "type")]
    pub kind: AxisType,
    pub data: Vec<String>,
    pub axis_line: TimeAxisLine,
    pub axis_label: TimeAxisLabel,
    pub axis_tick: TimeAxisTick,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TimeAxisLine {
    pub on_zero: bool,
    pub line_style: LineStyle,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TimeAxisLabel {
    pub color: String,
    pub hide_overlap: bool,
    pub show_min_label: bool,
    pub show_max_label: bool,
    pub font_size: f64,
    pub line_height: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TimeAxisTick {
    pub align_with_label: bool,
    pub line_style: LineStyle,
}

/// A line with its points.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Series {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub connect_nulls: bool,
    /// Otherwise points that are close together disappear.
    pub show_all_symbol: bool,
    /// Not a hand: there is nothing to click.
    pub cursor: &'static str,
    pub line_style: LineStyle,
    pub item_style: ItemStyle,
    pub emphasis: Emphasis,
    pub label: LabelStyle,
    pub label_layout: LabelLayout,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark_line: Option<TargetLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark_area: Option<TargetArea>,
    pub data: Vec<Datum>,
}

/// What all labels share. The border keeps them readable on top of lines.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LabelStyle {
    pub show: bool,
    pub color: String,
    pub text_border_color: String,
    pub text_border_width: u32,
    pub line_height: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formatter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<LabelPosition>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LabelLayout {
    pub hide_overlap: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TargetLine {
    pub silent: bool,
    pub symbol: Symbol,
    pub line_style: LineStyle,
    pub label: LabelStyle,
    pub data: Vec<Bound>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct TargetArea {
    pub silent: bool,
    pub item_style: ItemStyle,
    pub label: LabelStyle,
    pub data: [[Bound; 2]; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bound {
    pub y_axis: f64,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Datum {
    /// A break in a line: a step of the time axis without a number.
    Break {
        value: (u32, ()),
    },
    Point(Box<Mark>),
}

/// A point of a line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Mark {
    /// The step of the time axis, and the number.
    pub value: (u32, f64),
    /// What is said of it while it is pointed at.
    pub name: String,
    pub symbol: Symbol,
    pub symbol_size: f64,
    pub item_style: ItemStyle,
    pub label: Label,
}

impl Options {
    /// The options as JSON. None when they cannot be written, which cannot happen with text, numbers and lists.
    pub(super) fn json(&self) -> Option<String> {
        let mut json = Vec::new();
        self.serialize(&mut Serializer::with_formatter(&mut json, Decimals)).ok()?;
        String::from_utf8(json).ok()
    }
}

/// Writes numbers as the shortest decimals.
struct Decimals;

impl Formatter for Decimals {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(Decimal::nearest(value).to_string().as_bytes())
    }
}
