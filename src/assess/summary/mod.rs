//! Knows: how many of some measures have which status, and how a report says so in sentences.
//! Must not know: how the measures were chosen.

use crate::encode::slug::slug;
use crate::report::Keyword;
use crate::report::{Choice, Code, Dataset, Facet, Measure, MeasureIx, RuleSet, Status, Trend};
use std::fmt;

/// How many measures have which status and trends. Every measure is in each group once, so each group adds up to `total`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub total: usize,
    /// By published status.
    by_status: [usize; Status::ALL.len()],
    /// By published short trend.
    pub short: TrendCounts,
    /// By published long trend.
    pub long: TrendCounts,
}

/// How many measures have which trend.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TrendCounts {
    /// Better.
    pub improving: usize,
    /// The same.
    pub unchanged: usize,
    /// Worse.
    pub deteriorating: usize,
    /// No trend.
    pub none: usize,
}

impl TrendCounts {
    fn add(&mut self, trend: Trend) {
        match trend {
            Trend::Improving => self.improving += 1,
            Trend::Static => self.unchanged += 1,
            Trend::Deteriorating => self.deteriorating += 1,
            Trend::None => self.none += 1,
        }
    }

    /// The number that have this trend.
    pub fn of(&self, trend: Trend) -> usize {
        match trend {
            Trend::Improving => self.improving,
            Trend::Static => self.unchanged,
            Trend::Deteriorating => self.deteriorating,
            Trend::None => self.none,
        }
    }
}

impl Counts {
    /// Counts measures by published status and trends.
    pub fn of<'m>(measures: impl IntoIterator<Item = &'m Measure>) -> Self {
        let mut counts = Self::default();
        measures.into_iter().for_each(|measure| counts.add(measure));
        counts
    }

    fn add(&mut self, measure: &Measure) {
        self.total += 1;
        if let Some(count) = self.by_status.get_mut(measure.status as usize) {
            *count += 1;
        }
        self.short.add(measure.short_trend);
        self.long.add(measure.long_trend);
    }

    /// The number that have this status.
    pub fn status(&self, status: Status) -> usize {
        self.by_status.get(status as usize).copied().unwrap_or(0)
    }

    /// The number that have a status that says something of a target, and how many of those count as meeting it.
    pub fn met(&self, rules: &RuleSet) -> (usize, usize) {
        let judged = Status::ALL.iter().filter(|status| !matches!(status, Status::Grey | Status::None));
        judged.fold((0, 0), |(met, all), status| {
            let count = self.status(*status);
            (if rules.meets_target(*status) { met + count } else { met }, all + count)
        })
    }
}

/// The measures of a selection that are in one outcome, or in one programme of it, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCounts {
    /// The name of the outcome or programme.
    pub name: String,
    /// The choices that keep just these.
    pub choices: Vec<Choice>,
    /// The counts; there is a measure at least.
    pub counts: Counts,
}

impl PartCounts {
    /// Whether it is a whole outcome.
    pub fn is_outcome(&self) -> bool {
        self.choices.len() == 1
    }
}

/// The measures of a selection counted by outcome and, under each, by programme, in document order. They are told apart by their
/// addresses, so that a count is the number of measures that a click on it lists. What has none is left out.
pub fn by_outcome_and_programme(data: &Dataset, measures: &[MeasureIx]) -> Vec<PartCounts> {
    // There are few outcomes and programmes, so that each is soon found.
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
        let programmes = outcome
            .programmes
            .iter()
            .map(|programme| (&programme.name, vec![of_outcome.clone(), Choice::Programme(slug(&programme.name))]));
        for (name, choices) in std::iter::once(whole).chain(programmes) {
            let at = position(&of_outcome).map(|outcome| (outcome, choices.get(1).and_then(position)));
            if let Some((_, counts)) = by_choice.iter().find(|(known, _)| Some(*known) == at) {
                parts.push(PartCounts { name: name.clone(), choices, counts: *counts });
            }
        }
    }
    parts
}

/// A sentence of a summary, and the measures it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The sentence without its codes.
    pub words: String,
    /// The codes of the measures, in document order; none for the total.
    pub codes: Vec<Code>,
}

/// As a report writes it: `1 measure was slightly below target [PH14]`.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)?;
        if self.codes.is_empty() { Ok(()) } else { write!(f, " [{}]", self.codes.join("; ")) }
    }
}

/// The summary of some measures in sentences, as the report writes it for a programme: total; green, amber, red; then which
/// are deteriorating long term. The statuses that only some councils have stand where they belong between these. A line that would say zero is left out; only the first ends in a full stop. The report has
/// no sentence for measures without a status; here they are counted and named after the red ones.
pub fn lines(measures: &[&Measure]) -> Vec<Line> {
    let total = measures.len();
    let mut lines = vec![Line { words: format!("The total number of measures is {total}."), codes: Vec::new() }];
    let with_status = |status: Status| measures.iter().filter(move |measure| measure.status == status).copied();
    for (status, one, many) in [
        (Status::Green, "met its target", "met their target"),
        (Status::Blue, "was between its low and high targets", "were between their low and high targets"),
        (Status::Amber, "was slightly below target", "were slightly below target"),
        (Status::Red, "was significantly below target", "were significantly below target"),
        (Status::Grey, "is for information", "are for information"),
        (Status::None, "has no status", "have no status"),
    ] {
        let codes = codes(with_status(status));
        let words = match codes.len() {
            0 => continue,
            1 if total == 1 => format!("The measure {one}"),
            1 => format!("1 measure {one}"),
            count => format!("{count} measures {many}"),
        };
        lines.push(Line { words, codes });
    }
    for (status, colour) in [
        (Status::Green, "green"),
        (Status::Blue, "blue"),
        (Status::Amber, "amber"),
        (Status::Red, "red"),
        (Status::Grey, "for-information"),
    ] {
        let of_colour = with_status(status).count();
        let codes = codes(with_status(status).filter(|measure| measure.long_trend == Trend::Deteriorating));
        let start = match codes.len() {
            0 => continue,
            1 if of_colour == 1 => format!("The {colour} measure is"),
            1 => format!("1 of the {of_colour} {colour} measures is"),
            count if count == of_colour => format!("All of the {of_colour} {colour} measures are"),
            count => format!("{count} of the {of_colour} {colour} measures are"),
        };
        lines.push(Line { words: format!("{start} deteriorating long term"), codes });
    }
    lines
}

/// [`lines`] as text.
pub fn sentences(measures: &[&Measure]) -> Vec<String> {
    lines(measures).iter().map(Line::to_string).collect()
}

fn codes<'m>(measures: impl Iterator<Item = &'m Measure>) -> Vec<Code> {
    measures.map(|measure| measure.code.clone()).collect()
}

#[cfg(test)]
mod tests;
