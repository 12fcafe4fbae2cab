//! Knows: which commentary on a measure a meeting needs to see, and how to name what is not shown.
//! Must not know: slides, or how commentary is drawn.

use crate::report::{Block, Dataset, MeasureRef, SectionRole, Trend};
use crate::wording::format;
use std::collections::HashSet;

/// Why commentary is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Omission {
    /// It is on benchmarks, whose figures are on the measure's page.
    Benchmarks,
    /// The measure needs no action.
    NoAction,
}

/// The headings of sections that the report says are on benchmarks.
pub fn benchmark_headings(data: &Dataset) -> HashSet<&str> {
    let sections = data.measures().flat_map(|place| &place.measure.commentary);
    let on_benchmarks = sections.filter(|section| section.role == Some(SectionRole::Benchmarks));
    on_benchmarks.map(|section| section.heading.as_str()).collect()
}

/// The commentary on a measure, split into what is shown and what is not.
pub struct ChosenCommentary<'r> {
    /// What is shown, in reading order.
    pub shown: Vec<(&'r str, Vec<&'r Block>)>,
    /// The headings of what is not shown, and why.
    pub left_out: Vec<(&'r str, Omission)>,
}

/// Chooses the commentary for a meeting. The first section, which has the comments, is always shown. Others, such as actions, are
/// shown if the target is not met or a trend is deteriorating. What is under one of the `benchmarks` headings is never shown.
pub fn chosen_commentary<'r>(
    data: &'r Dataset,
    place: &MeasureRef<'r>,
    benchmarks: &HashSet<&str>,
) -> ChosenCommentary<'r> {
    let measure = place.measure;
    let is_worse = [measure.short_trend(), measure.long_trend()].contains(&Trend::Deteriorating);
    let needs_action = is_worse || !data.report().rules.meets_target(measure.status());
    let mut chosen = ChosenCommentary { shown: Vec::new(), left_out: Vec::new() };
    for (heading, blocks) in data.commentary(place.row) {
        if benchmarks.contains(heading) {
            chosen.left_out.push((heading, Omission::Benchmarks));
        } else if needs_action || chosen.shown.is_empty() {
            chosen.shown.push((heading, blocks));
        } else {
            chosen.left_out.push((heading, Omission::NoAction));
        }
    }
    chosen
}

/// The headings of commentary that is not shown, each with its number of measures.
#[derive(Default)]
pub struct OmittedHeadings<'r>(Vec<((&'r str, Omission), usize)>);

impl<'r> OmittedHeadings<'r> {
    /// Counts the headings that are not shown for one measure.
    pub fn count(&mut self, headings: &[(&'r str, Omission)]) {
        for heading in headings {
            match self.0.iter_mut().find(|(known, _)| known == heading) {
                Some((_, count)) => *count += 1,
                None => self.0.push((*heading, 1)),
            }
        }
    }

    /// A sentence such as "Commentary not shown: Benchmarking for 14 measures."; none if everything is shown.
    pub fn in_words(&self) -> Option<String> {
        let of = |((heading, why), count): &((&str, Omission), usize)| {
            let why = match (why, count) {
                (Omission::Benchmarks, _) => "",
                (Omission::NoAction, 1) => " that needs no action",
                (Omission::NoAction, _) => " that need no action",
            };
            format!("{heading} for {}{why}", format::count_of(*count, "measure"))
        };
        let parts: Vec<String> = self.0.iter().map(of).collect();
        (!parts.is_empty()).then(|| format!("Commentary not shown: {}.", parts.join("; ")))
    }
}
