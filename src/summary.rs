//! Knows: how many of some measures have which status, and how a report says so in sentences.
//! Must not know: how the measures were chosen.

use crate::report::{Measure, Status, Trend};

/// How many measures have which status and trends. Every measure is in each group once, so each group adds up to `total`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub total: usize,
    /// Those that met their target.
    pub green: usize,
    /// Those slightly below target.
    pub amber: usize,
    /// Those significantly below target.
    pub red: usize,
    /// Those without a status, outside every share.
    pub no_status: usize,
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
        for measure in measures {
            counts.total += 1;
            match measure.status {
                Status::Green => counts.green += 1,
                Status::Amber => counts.amber += 1,
                Status::Red => counts.red += 1,
                Status::None => counts.no_status += 1,
            }
            counts.short.add(measure.short_trend);
            counts.long.add(measure.long_trend);
        }
        counts
    }

    /// The number that have this status.
    pub fn status(&self, status: Status) -> usize {
        match status {
            Status::Green => self.green,
            Status::Amber => self.amber,
            Status::Red => self.red,
            Status::None => self.no_status,
        }
    }
}

/// The summary of some measures in sentences, as the report writes it for a programme: total; green, amber, red; then which
/// are deteriorating long term. A line that would say zero is left out; only the first ends in a full stop. The report has
/// no sentence for measures without a status; here they are counted and named after the red ones.
pub fn sentences(measures: &[&Measure]) -> Vec<String> {
    let total = measures.len();
    let mut lines = vec![format!("The total number of measures is {total}.")];
    let with_status = |status: Status| measures.iter().filter(move |measure| measure.status == status).copied();
    for (status, one, many) in [
        (Status::Green, "met its target", "met their target"),
        (Status::Amber, "was slightly below target", "were slightly below target"),
        (Status::Red, "was significantly below target", "were significantly below target"),
        (Status::None, "has no status", "have no status"),
    ] {
        let codes = codes(with_status(status));
        match codes.len() {
            0 => {}
            1 if total == 1 => lines.push(format!("The measure {one} {}", bracketed(&codes))),
            // "their" for many, "its" for one: "1 measure met its target".
            1 => lines.push(format!("1 measure {one} {}", bracketed(&codes))),
            count => lines.push(format!("{count} measures {many} {}", bracketed(&codes))),
        }
    }
    for (status, colour) in [(Status::Green, "green"), (Status::Amber, "amber"), (Status::Red, "red")] {
        let of_colour = with_status(status).count();
        let codes = codes(with_status(status).filter(|measure| measure.long_trend == Trend::Deteriorating));
        let start = match codes.len() {
            0 => continue,
            1 if of_colour == 1 => format!("The {colour} measure is"),
            1 => format!("1 of the {of_colour} {colour} measures is"),
            count if count == of_colour => format!("All of the {of_colour} {colour} measures are"),
            count => format!("{count} of the {of_colour} {colour} measures are"),
        };
        lines.push(format!("{start} deteriorating long term {}", bracketed(&codes)));
    }
    lines
}

fn codes<'m>(measures: impl Iterator<Item = &'m Measure>) -> Vec<&'m str> {
    measures.map(|measure| measure.code.as_str()).collect()
}

fn bracketed(codes: &[&str]) -> String {
    format!("[{}]", codes.join("; "))
}
