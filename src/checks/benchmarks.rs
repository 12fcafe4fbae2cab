//! Knows: whether a benchmark may stand beside the value.
//! Must not know: how benchmarks are shown.

use super::spans::{adds_up, cover_the_same, covered, span, the};
use super::{Came, Certainty, Desk, Kind, Said};
use crate::format;
use crate::report::{Benchmark, Measure, Period};

pub(super) fn check(measure: &Measure, desk: &mut Desk<'_>) {
    let now = measure.reporting_period;
    let is_alike = |period: Period| cover_the_same(measure.basis, now, period);
    for (position, benchmark) in measure.benchmarks.iter().enumerate() {
        // One of another series says so where it is shown, and is not held against the value; nor is one without a number.
        if benchmark.series.is_some() || benchmark.value.number().is_none() {
            continue;
        }
        let Some(period) = benchmark.period else {
            desk.tried(Kind::Benchmark, Came::NotChecked("The report does not say for which period it is".to_string()));
            continue;
        };
        if is_alike(period) {
            desk.tried(Kind::Benchmark, Came::Agrees);
            continue;
        }
        // Beside one for the value's own period, an earlier one shows how others went, and is not held against the value.
        let has_its_own = measure.benchmarks.iter().any(|other| {
            let is_theirs = other.group == benchmark.group && other.name == benchmark.name && other.series.is_none();
            is_theirs && other.period.is_some_and(is_alike)
        });
        if has_its_own && period.order() < now.order() {
            continue;
        }
        desk.tried(Kind::Benchmark, Came::Differs);
        let benchmarks = desk.at.key("benchmarks");
        let at = benchmarks.entry(position);
        let (certainty, said) = said(measure, benchmark, period);
        desk.find(Kind::Benchmark, certainty, &at.key("period"), said);
    }
}

fn said(measure: &Measure, benchmark: &Benchmark, period: Period) -> (Certainty, Said) {
    let now = the(measure.reporting_period);
    let mut working = format!("The value is for {now}, the benchmark for {}.", the(period));
    let (of_value, of_other) = (covered(measure.basis, measure.reporting_period), span(period));
    let (months, others) = (of_value.1 - of_value.0, of_other.1 - of_other.0);
    // The latest figure of others is often an older one, which may be fair; a year's number beside a quarter's is not.
    let certainty = if adds_up(&measure.unit, measure.basis) && months != others {
        working
            .push_str(&format!(" One covers {months} months, the other {others}, and such numbers add up over time."));
        Certainty::Certain
    } else {
        Certainty::Question
    };
    let said = Said {
        published: format!(
            "{}: {} for {}",
            benchmark.name,
            format::value(&benchmark.value, &measure.unit),
            the(period)
        ),
        expected: format!("a benchmark for {now}"),
        working,
    };
    (certainty, said)
}
