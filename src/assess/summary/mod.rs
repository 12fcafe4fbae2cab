//! Knows: how many measures have which status and trend, and the summary sentences that a report makes of that.
//! Must not know: how the measures were chosen.

mod grid;
mod origins;
mod outcome;

pub use grid::{GridCell, by_status_and_long_trend};
pub use origins::Origins;
pub use outcome::{OutcomeGlance, by_outcome};

use crate::encode::slug::slug;
use crate::never::OrNever;
use crate::report::{Choice, Code, Dataset, Facet, Keyword, Measure, MeasureIx, RuleSet, Status, Trend};
use crate::wording::format;
use std::fmt;

/// How many measures have which status and trends. Every measure counts once in each group, so each adds up to `total`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub total: usize,
    by_status: [usize; Status::ALL.len()],
    /// By short trend.
    pub short: TrendCounts,
    /// By long trend.
    pub long: TrendCounts,
    /// How many of these the report does not publish.
    pub origins: Origins,
}

/// How many measures have which trend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TrendCounts([usize; Trend::ALL.len()]);

impl TrendCounts {
    fn add(&mut self, trend: Trend) {
        if let Some(count) = self.0.get_mut(trend as usize) {
            *count += 1;
        }
    }

    /// The number with this trend.
    pub fn of(&self, trend: Trend) -> usize {
        self.0.get(trend as usize).copied().or_never("a trend without a count", 0)
    }
}

impl Counts {
    /// Counts measures by status and trends.
    pub fn of<'m>(measures: impl IntoIterator<Item = &'m Measure>) -> Self {
        let mut counts = Self::default();
        measures.into_iter().for_each(|measure| counts.add(measure));
        counts
    }

    fn add(&mut self, measure: &Measure) {
        self.total += 1;
        if let Some(count) = self.by_status.get_mut(measure.status() as usize) {
            *count += 1;
        }
        self.short.add(measure.short_trend());
        self.long.add(measure.long_trend());
        self.origins.add(measure);
    }

    /// The number with this status.
    pub fn status(&self, status: Status) -> usize {
        self.by_status.get(status as usize).copied().or_never("a status without a count", 0)
    }

    /// How many measures count as meeting their target.
    pub fn targets_met(&self, rules: &RuleSet) -> TargetsMet {
        let judged: Vec<Status> = rules.order().filter(|one| !matches!(one, Status::Grey | Status::None)).collect();
        let statuses: Vec<Status> = judged.iter().copied().filter(|status| rules.meets_target(*status)).collect();
        let count = |statuses: &[Status]| statuses.iter().map(|status| self.status(*status)).sum();
        TargetsMet { met: count(&statuses), judged: count(&judged), statuses }
    }
}

/// How many measures count as meeting their target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetsMet {
    /// The measures with one of the statuses that count as meeting the target.
    pub met: usize,
    /// The measures with a status that compares them with a target.
    pub judged: usize,
    /// The statuses that count as meeting the target, in the order of the rules; never those that compare with none, whatever
    /// the rules say of them.
    pub statuses: Vec<Status>,
}

/// The counts of the selected measures in one outcome, or in one programme of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCounts {
    /// The name of the outcome or programme.
    pub name: String,
    /// The choices that filter a selection down to these: the outcome and, for a programme, that.
    pub choices: Vec<Choice>,
    /// The counts, of at least one measure.
    pub counts: Counts,
}

impl PartCounts {
    /// Whether it is a whole outcome.
    pub fn is_outcome(&self) -> bool {
        self.choices.len() == 1
    }
}

/// Counts a selection of measures by outcome and, under each, by programme, in document order, leaving out empty ones.
/// Outcomes and programmes are identified by their slugs, so that a count is the number of measures that a click on it lists.
pub fn by_outcome_and_programme(data: &Dataset, measures: &[MeasureIx]) -> Vec<PartCounts> {
    // A list will do: there are few outcomes and programmes.
    let mut by_choice: Vec<((usize, Option<usize>), Counts)> = Vec::new();
    for place in measures.iter().filter_map(|measure| data.measure(*measure)) {
        let cell = |facet| data.columns().cell(facet, place.row);
        for programme in [None, Some(cell(Facet::Programme))] {
            let key = (cell(Facet::Outcome), programme);
            match by_choice.iter_mut().find(|(known, _)| *known == key) {
                Some((_, counts)) => counts.add(place.measure),
                None => by_choice.push((key, Counts::of([place.measure]))),
            }
        }
    }
    let position = |choice: &Choice| data.columns().position(choice);
    let mut parts = Vec::new();
    for outcome in &data.report().outcomes {
        let of_outcome = Choice::Outcome(slug(&outcome.name));
        let whole = (&outcome.name, vec![of_outcome.clone()]);
        let programmes = outcome.programmes.iter().map(|programme| &programme.name);
        let programmes = programmes.map(|name| (name, vec![of_outcome.clone(), Choice::Programme(slug(name))]));
        for (name, choices) in std::iter::once(whole).chain(programmes) {
            let at = position(&of_outcome).map(|outcome| (outcome, choices.get(1).and_then(position)));
            if let Some((_, counts)) = by_choice.iter().find(|(known, _)| Some(*known) == at) {
                parts.push(PartCounts { name: name.clone(), choices, counts: *counts });
            }
        }
    }
    parts
}

/// A sentence of a summary, and the measures it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The sentence without its codes.
    pub words: String,
    /// The codes of the measures, in document order; empty where the sentence is about all of them.
    pub codes: Vec<Code>,
}

/// As a report writes it: `1 measure was slightly below target [PH14]`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)?;
        if self.codes.is_empty() { Ok(()) } else { write!(f, " [{}]", self.codes.join("; ")) }
    }
}

/// The summary of these measures in sentences: the total, the measures of each status, then those of each that are deteriorating
/// long term, and how many statuses and trends are not published. A sentence that would say zero is left out, and only the first
/// ends in a full stop.
pub fn lines(measures: &[&Measure]) -> Vec<Line> {
    let verb = if measures.len() == 1 { "is" } else { "are" };
    let total = format!("There {verb} {}.", format::count_of(measures.len(), "measure"));
    let origins = Counts::of(measures.iter().copied()).origins.in_words(measures.len());
    let origins = origins.map(|words| Line { words, codes: Vec::new() });
    let lines =
        lines_after(total, measures, |count| if count == 2 { "Both".to_string() } else { format!("All {count}") });
    lines.into_iter().chain(origins).collect()
}

fn lines_after(first: String, measures: &[&Measure], all: fn(usize) -> String) -> Vec<Line> {
    let total = measures.len();
    let mut lines = vec![Line { words: first, codes: Vec::new() }];
    let with_status = |status: Status| measures.iter().filter(move |measure| measure.status() == status).copied();
    const STATUSES: [(Status, &str, &str, &str); Status::ALL.len()] = [
        (Status::Green, "green", "met its target", "met their target"),
        (Status::Blue, "blue", "was between its low and high targets", "were between their low and high targets"),
        (Status::Amber, "amber", "was slightly below target", "were slightly below target"),
        (Status::Red, "red", "was significantly below target", "were significantly below target"),
        (Status::Grey, "for-information", "is for information", "are for information"),
        (Status::None, "", "has no status", "have no status"),
    ];
    for (status, _, one, many) in STATUSES {
        let codes = codes(with_status(status));
        let words = match codes.len() {
            0 => continue,
            1 if total == 1 => format!("The measure {one}"),
            1 => format!("1 measure {one}"),
            count => format!("{count} measures {many}"),
        };
        lines.push(Line { words, codes });
    }
    for (status, colour, ..) in STATUSES.into_iter().filter(|(status, ..)| *status != Status::None) {
        let of_colour = with_status(status).count();
        let codes = codes(with_status(status).filter(|measure| measure.long_trend() == Trend::Deteriorating));
        let start = match codes.len() {
            0 => continue,
            1 if of_colour == 1 => format!("The {colour} measure is"),
            1 => format!("1 of the {of_colour} {colour} measures is"),
            count if count == of_colour => format!("{} {colour} measures are", all(count)),
            count => format!("{count} of the {of_colour} {colour} measures are"),
        };
        lines.push(Line { words: format!("{start} deteriorating long term"), codes });
    }
    lines
}

/// The same as reports write it for a programme, with the codes. The sentences for blue, grey and no status are ours: the shipped
/// report has none.
pub fn sentences(measures: &[&Measure]) -> Vec<String> {
    let total = format!("The total number of measures is {}.", measures.len());
    lines_after(total, measures, |count| format!("All of the {count}")).iter().map(Line::to_string).collect()
}

fn codes<'m>(measures: impl Iterator<Item = &'m Measure>) -> Vec<Code> {
    measures.map(|measure| measure.code.clone()).collect()
}

#[cfg(test)]
mod tests;
