//! Knows: how the ratings that a report does not publish follow from its figures by its rules.
//! Must not know: what a rating is used for, or how it is shown. What is published is never changed.

use super::{rules, trend};
use crate::report::{Dataset, Measure, Report, RuleSet, Source};

/// Works out the status and the trends that the report of a measure does not publish, where its figures give them.
pub fn work_out(measure: &mut Measure, rules: &RuleSet) {
    let short = (!measure.short_trend.is_published()).then(|| trend::short(measure, rules).ok().map(|one| one.trend));
    let long = (!measure.long_trend.is_published()).then(|| trend::long(measure, rules).ok().map(|one| one.trend));
    let status = (!measure.status.is_published()).then(|| rules::judge(measure, rules).ok().map(|one| one.status));
    measure.short_trend.work_out(|| short.flatten());
    measure.long_trend.work_out(|| long.flatten());
    measure.status.work_out(|| status.flatten());
}

/// A report with everything derived from it, the ratings that it does not publish among that.
pub fn dataset(report: Report, source: Source) -> Dataset {
    Dataset::new(report, source, work_out)
}

#[cfg(test)]
mod tests;
