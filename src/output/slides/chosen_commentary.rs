//! Knows: which commentary of a measure a meeting needs to see, and how to name what it is not shown.
//! Must not know: slides, or how commentary is drawn.

use crate::report::{Block, Dataset, MeasureRef, Trend};
use crate::wording::format;

/// The section whose figures stand on the measure's own page.
const BENCHMARKING: &str = "Benchmarking";

/// The commentary of a measure, told apart.
pub struct ChosenCommentary<'r> {
    /// What is shown, in reading order.
    pub shown: Vec<(&'r str, Vec<&'r Block>)>,
    /// The headings of what is not.
    pub left_out: Vec<&'r str>,
}

/// Which commentary matters in a meeting. Benchmarking never: its figures are on the measure's page. What the report says first,
/// which are the comments, always. Anything else, such as actions, where there is something to act on: where the status does
/// not meet the target, or a trend deteriorates. Notes stay in their section.
pub fn chosen_commentary<'r>(data: &'r Dataset, place: &MeasureRef<'r>) -> ChosenCommentary<'r> {
    let measure = place.measure;
    let is_worse = [measure.short_trend, measure.long_trend].contains(&Trend::Deteriorating);
    let needs_acts = is_worse || !data.report().rules.meets_target(measure.status);
    let mut chosen = ChosenCommentary { shown: Vec::new(), left_out: Vec::new() };
    for (heading, blocks) in data.commentary(place.row) {
        if heading != BENCHMARKING && (needs_acts || chosen.shown.is_empty()) {
            chosen.shown.push((heading, blocks));
        } else {
            chosen.left_out.push(heading);
        }
    }
    chosen
}

/// Which commentary is not shown, by heading, with the number of measures that have it.
#[derive(Default)]
pub struct OmittedHeadings<'r>(Vec<(&'r str, usize)>);

impl<'r> OmittedHeadings<'r> {
    /// Counts what of one measure is not shown.
    pub fn count(&mut self, headings: &[&'r str]) {
        for heading in headings {
            match self.0.iter_mut().find(|(known, _)| known == heading) {
                Some((_, count)) => *count += 1,
                None => self.0.push((heading, 1)),
            }
        }
    }

    /// In words: "Benchmarking for 14 measures". None where everything is shown.
    pub fn in_words(&self) -> Option<String> {
        let of = |(heading, count): &(&str, usize)| {
            let why = match (*heading == BENCHMARKING, count) {
                (true, _) => "",
                (false, 1) => " that needs no action",
                (false, _) => " that need no action",
            };
            format!("{heading} for {}{why}", format::count_of(*count, "measure"))
        };
        let parts: Vec<String> = self.0.iter().map(of).collect();
        (!parts.is_empty()).then(|| format!("Commentary not shown: {}.", parts.join("; ")))
    }
}
