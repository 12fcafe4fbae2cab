//! Knows: whether a benchmark is comparable with the value.
//! Must not know: how benchmarks are shown.

use super::finding::Verdict;
use super::kind::{Certainty, Kind};
use super::periods::{adds_up, cover_the_same, covered, span};
use super::reporter::{Evidence, Reporter};
use crate::report::{Benchmark, Measure, Period};
use crate::wording::format::{self, the};

pub(super) fn check(measure: &Measure, reporter: &mut Reporter<'_>) {
    let now = measure.reporting_period();
    let is_same_time = |period: Period| cover_the_same(measure.basis(), now, period);
    for (position, benchmark) in measure.benchmarks.iter().enumerate() {
        // A benchmark of another series is not compared with the value, and neither is one without a number.
        if benchmark.series.is_some() || benchmark.value.number().is_none() {
            continue;
        }
        let Some(period) = benchmark.period else {
            let why = "The report does not say for which period it is".to_string();
            reporter.record(Kind::Benchmark, Verdict::NotChecked(why));
            continue;
        };
        if is_same_time(period) {
            reporter.record(Kind::Benchmark, Verdict::Agrees);
            continue;
        }
        // Where there is also one for the value's period, an earlier one only shows how others changed.
        let has_current = measure.benchmarks.iter().any(|other| {
            let is_theirs = other.group == benchmark.group && other.name == benchmark.name && other.series.is_none();
            is_theirs && other.period.is_some_and(is_same_time)
        });
        if has_current && period.order() < now.order() {
            continue;
        }
        reporter.record(Kind::Benchmark, Verdict::Differs);
        let (certainty, evidence) = mismatch(measure, benchmark, period);
        let at = reporter.at.key("benchmarks");
        reporter.add(Kind::Benchmark, certainty, &at.entry(position).key("period"), evidence);
    }
}

fn mismatch(measure: &Measure, benchmark: &Benchmark, period: Period) -> (Certainty, Evidence) {
    let now = the(measure.reporting_period());
    let mut working = format!("The value is for {now}, the benchmark for {}.", the(period));
    let (of_value, of_other) = (covered(measure.basis(), measure.reporting_period()), span(period));
    let (months, others) = (of_value.1 - of_value.0, of_other.1 - of_other.0);
    // The latest figure of others is often an older one and may be fair to use; a year's number beside a quarter's is not.
    let certainty = if adds_up(&measure.unit, measure.basis()) && months != others {
        working
            .push_str(&format!(" One covers {months} months, the other {others}, and such numbers add up over time."));
        Certainty::Certain
    } else {
        Certainty::Question
    };
    let theirs = format::value(&benchmark.value, &measure.unit);
    let evidence = Evidence {
        published: format!("{}: {theirs} for {}", benchmark.name, the(period)),
        expected: format!("a benchmark for {now}"),
        working,
    };
    (certainty, evidence)
}
