//! Knows: how the trend chart of a measure becomes a picture that is complete on its own, with title, value, status and source.
//! Must not know: how the chart is drawn, or how a picture becomes pixels.

use super::DownloadSet;
use crate::chart::{Palette, TrendChart};
use crate::encode::markup::escaped;
use crate::explore::view_state::Detail;
use crate::output::document::{run_plain, shape};
use crate::output::runs::{figure, target};
use crate::report::{Measure, MeasureRef, Rating, Trend, Value};
use crate::wording::missing::shorthand_used;
use crate::wording::origin;

/// The width of the picture and its margin, in CSS pixels.
const WHOLE_WIDTH: u32 = 800;
const MARGIN: u32 = 24;
/// The width of the chart, in CSS pixels.
pub const WIDTH: u32 = WHOLE_WIDTH - 2 * MARGIN;

const INK: &str = "#16191d";
const SOFT: &str = "#505a63";
const PAPER: &str = "#ffffff";
const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/// The page's light colours, since a downloaded picture goes on paper and other pages, whatever theme the reader has.
pub fn palette() -> Palette {
    Palette {
        text: INK.to_string(),
        muted: SOFT.to_string(),
        line: "#1d4f91".to_string(),
        target: "#6b4a8a".to_string(),
        band: "#ece5f3".to_string(),
        grid: "#c9cfd4".to_string(),
        background: PAPER.to_string(),
        font: FONT.to_string(),
        font_size: 13.0,
    }
}

/// A picture: an SVG document and its size in CSS pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The document.
    pub svg: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The chart of a measure with its title, description and source. `drawn` is the chart as the chart library drew it, [`WIDTH`]
/// wide.
pub fn picture(set: &DownloadSet<'_>, place: &MeasureRef<'_>, chart: &TrendChart, drawn: &str) -> Picture {
    let measure = place.measure;
    let title = format!("{} {}", measure.code, measure.name);
    let (value, target) = (figure(&measure.value, &measure.unit), target(measure.target.as_ref(), &measure.unit));
    let mut canvas = Canvas { written: String::new(), at: MARGIN };
    canvas.lines(&title, TITLE);
    canvas.at += 4;
    let figures =
        format!("Value {}, target {}, for {}", run_plain(&value), run_plain(&target), measure.reporting_period());
    canvas.lines(&figures, TEXT);
    canvas.status(set, measure);
    canvas.lines(&trends(measure), TEXT);
    canvas.at += 8;
    let chart_at = canvas.at;
    canvas.at += chart.height + 12;
    for note in &chart.notes {
        canvas.lines(note, SMALL);
    }
    for words in about_value(measure) {
        canvas.lines(&words, SMALL);
    }
    canvas.at += 4;
    canvas.lines(&set.published_in(), SMALL);
    if let Some(link) = set.link_to_detail(Detail::Measure(measure.code.clone())) {
        canvas.lines(&link, SMALL);
    }
    let height = canvas.at + MARGIN;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WHOLE_WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WHOLE_WIDTH} {height}\" \
         role=\"img\" aria-labelledby=\"picture-title picture-description\" font-family=\"{FONT}\">\n\
         <title id=\"picture-title\">{}</title>\n<desc id=\"picture-description\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n{}<g transform=\"translate({MARGIN} {chart_at})\">{drawn}</g>\n</svg>\n",
        escaped(&title),
        escaped(&format!(
            "{} Status: {}. {} {}",
            chart.description,
            origin::with_remark(set.data.report().rules.label(measure.status()), measure.status),
            trends(measure),
            set.source
        )),
        canvas.written,
    );
    Picture { svg, width: WHOLE_WIDTH, height }
}

fn trends(measure: &Measure) -> String {
    let words = |trend: Rating<Trend>| origin::with_remark(trend.word().label(), trend);
    format!("Short trend: {}. Long trend: {}.", words(measure.short_trend), words(measure.long_trend))
}

/// The meaning of the value's shorthand, and why there is no value.
fn about_value(measure: &Measure) -> impl Iterator<Item = String> {
    let reason = match &measure.value {
        Value::Missing(missing) => Some(missing.reason.clone()).filter(|reason| !reason.is_empty()),
        Value::Number(_) => None,
    };
    shorthand_used([&measure.value].into_iter()).into_iter().chain(reason)
}

/// The style of text, with its size in CSS pixels.
struct Style {
    size: u32,
    bold: bool,
    colour: &'static str,
}

const TITLE: Style = Style { size: 20, bold: true, colour: INK };
const TEXT: Style = Style { size: 15, bold: false, colour: INK };
const SMALL: Style = Style { size: 12, bold: false, colour: SOFT };

/// The text written so far, and the position of the next line.
struct Canvas {
    written: String,
    at: u32,
}

impl Canvas {
    /// Writes a text on as many lines as it needs.
    fn lines(&mut self, text: &str, style: Style) {
        for line in wrapped(text, letters(&style, WIDTH)) {
            self.line(MARGIN, &line, &style);
        }
    }

    fn line(&mut self, x: u32, line: &str, style: &Style) {
        let Style { size, bold, colour } = style;
        // A line is 1.4 times as high as its letters, with the baseline slightly above its foot.
        let baseline = self.at + size * 11 / 10;
        let weight = if *bold { " font-weight=\"bold\"" } else { "" };
        self.written.push_str(&format!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\" fill=\"{colour}\"{weight}>{}</text>\n",
            escaped(line)
        ));
        self.at += size * 14 / 10;
    }

    /// Writes the shape and the word of the status.
    fn status(&mut self, set: &DownloadSet<'_>, measure: &Measure) {
        let (shape, colour) = shape(measure.status());
        let above = self.at;
        self.line(MARGIN, shape, &Style { colour, ..TEXT });
        self.at = above;
        let label = origin::with_remark(set.data.report().rules.label(measure.status()), measure.status);
        let words = format!("Status: {label}");
        let indent = MARGIN + 20;
        for line in wrapped(&words, letters(&TEXT, WIDTH - 20)) {
            self.line(indent, &line, &TEXT);
        }
    }
}

/// How many letters fit in a width, by a generous average for such fonts.
fn letters(style: &Style, width: u32) -> usize {
    let per_thousand = if style.bold { 620 } else { 560 };
    (width * 1000 / (style.size * per_thousand)) as usize
}

/// A text in lines of at most `longest` characters; longer words are cut.
fn wrapped(text: &str, longest: usize) -> Vec<String> {
    let longest = longest.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        let mut letters: Vec<char> = word.chars().collect();
        if count > 0 && count + 1 + letters.len() > longest {
            lines.push(std::mem::take(&mut line));
            count = 0;
        }
        while letters.len() > longest {
            let rest = letters.split_off(longest);
            lines.push(letters.into_iter().collect());
            letters = rest;
        }
        if count > 0 {
            line.push(' ');
            count += 1;
        }
        count += letters.len();
        line.extend(letters);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Keyword, Status};
    use proptest::prelude::*;

    #[test]
    fn long_texts_are_wrapped() {
        for (text, longest, lines) in [
            ("one two three", 7, vec!["one two", "three"]),
            ("one two", 20, vec!["one two"]),
            ("abcdefgh ij", 3, vec!["abc", "def", "gh", "ij"]),
            ("  \n ", 5, vec![]),
        ] {
            assert_eq!(wrapped(text, longest), lines, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_no_letter_is_lost(text in "\\PC{0,80}", longest in 1usize..30) {
            let lines = wrapped(&text, longest);
            prop_assert!(lines.iter().all(|line| line.chars().count() <= longest));
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }

    #[test]
    fn its_colours_are_the_light_ones_of_the_page() {
        let tokens = include_str!("../../../style/tokens.css");
        let light = tokens.split("@media").next().unwrap();
        let palette = palette();
        for (token, colour) in [
            ("ink", &palette.text),
            ("ink-soft", &palette.muted),
            ("accent", &palette.line),
            ("target", &palette.target),
            ("target-band", &palette.band),
            ("rule", &palette.grid),
            ("paper", &palette.background),
        ] {
            assert!(light.contains(&format!("--{token}: {colour};")), "{token} {colour}");
        }
        for status in Status::ALL {
            assert!(light.contains(&format!("--{}: {};", status.word(), shape(*status).1)), "{status:?}");
        }
    }
}
