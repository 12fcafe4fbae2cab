//! Knows: whether a benchmark may stand beside the value.
//! Must not know: how benchmarks are shown.

use super::{Came, Certainty, Desk, Kind, Said};
use crate::format;
use crate::report::{Benchmark, Measure};

pub(super) fn check(measure: &Measure, desk: &mut Desk<'_>) {
    for (position, benchmark) in measure.benchmarks.iter().enumerate() {
        // One of another series says so where it is shown, and is not held against the value.
        if benchmark.series.is_some() {
            continue;
        }
        let Some(period) = benchmark.period else {
            desk.tried(Kind::Benchmark, Came::NotChecked("The report does not say for which period it is".to_string()));
            continue;
        };
        if period == measure.reporting_period {
            desk.tried(Kind::Benchmark, Came::Agrees);
            continue;
        }
        // Beside one for the value's own period, an earlier one shows how others went, and is not held against the value.
        let has_its_own = measure.benchmarks.iter().any(|other| {
            let is_alike = other.group == benchmark.group && other.name == benchmark.name && other.series.is_none();
            is_alike && other.period == Some(measure.reporting_period)
        });
        if has_its_own && period.order() < measure.reporting_period.order() {
            continue;
        }
        desk.tried(Kind::Benchmark, Came::Differs);
        let benchmarks = desk.at.key("benchmarks");
        let at = benchmarks.entry(position);
        let said = said(measure, benchmark, period.kind() == measure.reporting_period.kind());
        desk.find(Kind::Benchmark, Certainty::Certain, &at.key("period"), said);
    }
}

fn said(measure: &Measure, benchmark: &Benchmark, same_kind: bool) -> Said {
    let period = benchmark.period.map_or_else(String::new, |period| period.to_string());
    let now = measure.reporting_period;
    let other = if same_kind { "another period" } else { "another kind of period" };
    Said {
        published: format!("{}: {} for {period}", benchmark.name, format::value(&benchmark.value, &measure.unit)),
        expected: format!("one for {now}"),
        working: format!(
            "The value is for {now}, the benchmark for {other}, {period}: the two do not compare like with like."
        ),
    }
}
