//! Knows: what decides the look of a chart.
//! Must not know: a chart.

/// How a chart is to look, in the page's own colours. Colours are written `#rrggbb`, `rgb(…)` or `rgba(…)`: the chart
/// library knows no other notation.
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
    /// What the chart is drawn on.
    pub background: String,
    /// The font families, as in a style sheet.
    pub font: String,
    /// The size of all text, in CSS pixels.
    pub font_size: f64,
}
