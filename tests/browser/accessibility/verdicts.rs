//! What axe-core cannot tell, and what a person found there.

use super::states::Group;
use crate::harness::Kind;
use crate::harness::axe::Verdict;

const BARS: Verdict = Verdict {
    rule: "color-contrast",
    at: ".bar-large text",
    needed_in: &[Kind::Chromium],
    why: "A number is drawn on its part of the bar. By the colours in tokens.css that is at least 4.6:1 in light (white on amber; 5.3 on \
          green, 6.5 on red, 5.5 on none) and 8.1:1 in dark (on red). In forced colours it is Canvas on CanvasText for red, and \
          CanvasText on at most 35 % of itself for the others, which leaves 7:1 between black and white.",
};

const DISTANCES: Verdict = Verdict {
    rule: "color-contrast",
    at: ".panel text, .spread text",
    needed_in: &[Kind::Chromium],
    why: "The words of the scale are over the areas that one points at, which have no colour of their own, or beside the marks: the page's \
          background is behind them. By the colours in tokens.css that is 7.0:1 in light and 8.7:1 in dark.",
};

const RISKS: Verdict = Verdict {
    rule: "color-contrast",
    at: ".trail .corner, .trail .labels a, .course text",
    needed_in: &[Kind::Chromium],
    why: "Words in pictures of risks are over drawn squares and lines. By the colours in tokens.css \"most severe\" is at least 5.0:1 in \
          light and 5.6:1 in dark on the darkest square; the labels have the page's background of their own; levels and quarters are on \
          it, at least 7.0:1 and 8.7:1.",
};

const SCROLLED: Verdict = Verdict {
    rule: "color-contrast",
    at: "[data-scrolls] *, .slide *",
    needed_in: &[Kind::Chromium],
    why: "It is partly outside of a table or slide that scrolls, or over the shadow that shows that a table does, which is in the colour \
          of lines and stays beside the text. Its colours are those of the same text on a wide page, where axe-core \
          sees all of it.",
};

const CHARTS: Verdict = Verdict {
    rule: "color-contrast",
    at: ".plot text",
    needed_in: &[Kind::Chromium],
    why: "The text of a chart is on the page's own background, with a border in that colour around each letter that keeps it from lines. By \
          the colours in tokens.css that is at least 7.0:1 in light (labels of the axes on white) and 8.7:1 in dark (the label of the target).",
};

const GROUP_HEADS: Verdict = Verdict {
    rule: "th-has-data-cells",
    at: "table.measures",
    needed_in: &[Kind::Chromium],
    why: "The head of a group spans its own row (scope=rowgroup), and its cells are in the rows below, which the rule does not follow.",
};

const SLIDE: Verdict = Verdict {
    rule: "scrollable-region-focusable",
    at: "main.slide",
    needed_in: &[Kind::Chromium],
    why: "The keys of a presentation scroll a slide that does not fit before they leave it; its heading gets the focus with each slide.",
};

const UNDER_THE_MESSAGE: Verdict = Verdict {
    rule: "color-contrast",
    at: "dialog .offers *",
    needed_in: &[],
    why: "The line that says what came of a download stays at the lower edge of the dialog, over what is scrolled under it. The colours \
          below are those of the rest of the dialog.",
};

const LARGE_CODE: Verdict = Verdict {
    rule: "color-contrast",
    at: ".sharing.is-large figcaption *",
    needed_in: &[],
    why: "The caption of the large QR code is on the dialog's own background, below the code, in the colours of the rest of the dialog.",
};

const SHEET: Verdict = Verdict {
    rule: "color-contrast",
    at: "dialog.sheet *",
    needed_in: &[],
    why: "The sheet of filters is open over the whole page, in the browser's top layer, which axe-core does not know: it takes parts of the \
          page for what is in front. The sheet has a background of its own, and its colours are those of the filters beside the list.",
};

/// All of them, for scenarios elsewhere.
pub const ALL: &[Verdict] =
    &[BARS, CHARTS, DISTANCES, SCROLLED, GROUP_HEADS, RISKS, SHEET, SLIDE, UNDER_THE_MESSAGE, LARGE_CODE];

/// Those that a group of states needs. A place that axe-core cannot judge and that is not in them fails a test; so does a verdict that
/// no state needs.
pub fn of(group: Group) -> &'static [Verdict] {
    match group {
        Group::Overview => &[BARS, DISTANCES, SCROLLED],
        Group::Measures => &[GROUP_HEADS, SCROLLED],
        Group::OtherViews => &[RISKS, SCROLLED],
        Group::Meeting => &[SCROLLED, SLIDE],
        Group::OneMeasure => &[CHARTS, SCROLLED],
        Group::Quarters => &[BARS, CHARTS, DISTANCES, SCROLLED, SLIDE],
        Group::Dialogs => &[UNDER_THE_MESSAGE, LARGE_CODE],
        Group::Failures | Group::Pages => &[],
    }
}
