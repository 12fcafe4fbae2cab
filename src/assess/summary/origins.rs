//! Knows: how many statuses and trends of some measures are worked out here, or are not known at all, and the sentence on it.
//! Must not know: how any of them is worked out, or where the sentence stands.

use crate::report::{Measure, Rating};
use crate::wording::format;

/// How many statuses, short trends and long trends a report does not publish, among all measures that are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Origins {
    worked_out: [usize; 3],
    unknown: [usize; 3],
}

/// What is counted, in the order of the counts: one, many.
const NAMES: [(&str, &str); 3] =
    [("status", "statuses"), ("short trend", "short trends"), ("long trend", "long trends")];

impl Origins {
    pub(super) fn add(&mut self, measure: &Measure) {
        fn count<W>(rating: Rating<W>, worked_out: &mut usize, unknown: &mut usize) {
            match rating {
                Rating::Published(_) => {}
                Rating::WorkedOut(_) => *worked_out += 1,
                Rating::Unknown => *unknown += 1,
            }
        }
        let ([status, short, long], [no_status, no_short, no_long]) = (&mut self.worked_out, &mut self.unknown);
        count(measure.status, status, no_status);
        count(measure.short_trend, short, no_short);
        count(measure.long_trend, long, no_long);
    }

    /// The sentence on what is not published, without a full stop: `12 of 45 statuses and 1 of 45 long trends are worked out here,
    /// not published`. None if everything is published.
    pub fn in_words(self, total: usize) -> Option<String> {
        let worked_out = listed(self.worked_out, total).map(|what| format!("{what} worked out here, not published"));
        let unknown = listed(self.unknown, total).map(|what| format!("{what} neither published nor worked out"));
        let parts: Vec<String> = worked_out.into_iter().chain(unknown).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// Some counts with their verb: `12 of 45 statuses and 1 of 45 long trends are`. None if all are 0.
fn listed(counts: [usize; 3], total: usize) -> Option<String> {
    let named = counts.into_iter().zip(NAMES).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = named
        .map(|(count, (one, many))| format!("{count} of {total} {}", if total == 1 { one } else { many }))
        .collect();
    let verb = if parts.len() == 1 && counts.contains(&1) { "is" } else { "are" };
    (!parts.is_empty()).then(|| format!("{} {verb}", format::listed(&parts)))
}
