//! Knows: the colours and the font of a chart.
//! Must not know: what a chart shows.

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
