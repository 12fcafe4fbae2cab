//! Knows: whether a series has one value for each period, none left out, and no total that falls.
//! Must not know: what a trend is, or whether a value is plausible.

use super::kind::{Certainty, Kind};
use super::periods::{adds_up, before, between, covered, exact, missing, named};
use super::reporter::{Evidence, Reporter};
use crate::assess::trend::{self, Point};
use crate::import::Path;
use crate::report::period::PeriodKind;
use crate::report::{
    Basis, BenchmarkGroup, Decimal, Measure, Missing, Observation, Period, Provenance, Unit, UnitKind, Value, ValueFlag,
};
use crate::wording::format::{self, the};
use std::collections::HashMap;

pub(super) fn check(measure: &Measure, reporter: &mut Reporter<'_>) {
    two_values(measure, reporter);
    two_benchmarks(measure, reporter);
    gaps(measure, reporter);
    falling_totals(measure, reporter);
}

/// Two numbers for one period of one series, the later of which is not marked as a revision.
fn two_values(measure: &Measure, reporter: &mut Reporter<'_>) {
    // A count and a percentage of one name are two series.
    type SeriesKey<'m> = (Option<&'m str>, UnitKind, Option<u32>, Period);
    let mut known: HashMap<SeriesKey<'_>, (&Value, bool)> = HashMap::new();
    for (position, observation) in measure.history.iter().enumerate() {
        let Some(period) = observation.period else { continue };
        let series = observation.series.as_deref();
        let is_derived = observation.provenance == Provenance::Derived;
        let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
        let before = known.insert((series, unit.kind, unit.per, period), (&observation.value, is_derived));
        // The measure's value is the latest for its period; one in the history is an earlier version.
        let is_current = series.is_none() && period == measure.reporting_period();
        let (earlier, later, is_derived) = match (is_current, before) {
            (true, _) => (&observation.value, &measure.value, is_derived),
            (false, Some((before, was_derived))) => (before, &observation.value, is_derived || was_derived),
            (false, None) => continue,
        };
        let certainty = if is_derived { Certainty::Likely } else { Certainty::Certain };
        let of = series.map_or_else(|| the(period), |series| format!("“{series}” in {}", the(period)));
        let at = reporter.at.key("history");
        compare((earlier, later), unit, &of, certainty, &at.entry(position).key("value"), reporter);
    }
}

/// Two numbers for one period of one benchmark.
fn two_benchmarks(measure: &Measure, reporter: &mut Reporter<'_>) {
    type BenchmarkKey<'m> = (BenchmarkGroup, &'m str, Option<&'m str>, Period);
    let mut known: HashMap<BenchmarkKey<'_>, &Value> = HashMap::new();
    for (position, benchmark) in measure.benchmarks.iter().enumerate() {
        let Some(period) = benchmark.period else { continue };
        let whose = (benchmark.group, benchmark.name.as_str(), benchmark.series.as_deref(), period);
        let Some(earlier) = known.insert(whose, &benchmark.value) else { continue };
        let of = format!("{} in {}", benchmark.name, the(period));
        let (values, at) = ((earlier, &benchmark.value), reporter.at.key("benchmarks"));
        compare(values, &measure.unit, &of, Certainty::Certain, &at.entry(position).key("value"), reporter);
    }
}

/// Adds a finding when an earlier and a later value differ. `of` says what they are for.
fn compare(
    (earlier, later): (&Value, &Value),
    unit: &Unit,
    of: &str,
    certainty: Certainty,
    at: &Path<'_>,
    reporter: &mut Reporter<'_>,
) {
    let (Some(one), Some(other)) = (earlier.number(), later.number()) else { return };
    // An earlier number that was marked as likely to change does not contradict a later one.
    let may_change = earlier.flags().iter().any(|flag| matches!(flag, ValueFlag::Provisional | ValueFlag::Estimated));
    if may_change || later.flags().contains(&ValueFlag::Revised) || may_be_rounded(*one, *other) {
        return;
    }
    let (one, other) = (format::number(*one, unit), format::number(*other, unit));
    let evidence = Evidence {
        published: format!("{one} and {other} for {of}"),
        expected: "one value, or a later one that is marked as revised".to_string(),
        working: format!(
            "{one} and then {other} are given for the same period, and neither is marked as revised or provisional."
        ),
    };
    reporter.add(Kind::TwoValues, certainty, at, evidence);
}

/// Whether two numbers are the same, or one may be the other rounded.
fn may_be_rounded(one: Decimal, other: Decimal) -> bool {
    let difference = (one - other).abs();
    let last_place = Decimal::one_in_place(one.scale().min(other.scale()));
    // Rounded numbers differ by up to half a unit of the last digit of the shorter one.
    difference.is_zero() || (one.scale() != other.scale() && (difference + difference).cmp_value(last_place).is_le())
}

/// A series of four or more values that leaves out at most half as many periods as it has. With more gaps, it may be a
/// selection of values to compare with.
fn gaps(measure: &Measure, reporter: &mut Reporter<'_>) {
    let points = trend::series(measure);
    let mut kinds: Vec<PeriodKind> = Vec::new();
    for point in &points {
        let kind = point.period.kind();
        // Days and spans of months have no period just before them.
        if before(point.period).is_some() && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    for kind in kinds {
        // A value that is missing for a stated reason is no gap.
        let is_present = |point: &&Point<'_>| match point.value {
            Value::Missing(missing) => missing.missing != Missing::NotAvailable || !missing.reason.trim().is_empty(),
            Value::Number(_) => true,
        };
        let of_kind = points.iter().filter(|point| point.period.kind() == kind);
        let present: Vec<Period> = of_kind.filter(is_present).map(|point| point.period).collect();
        let (Some(first), Some(last)) = (present.first(), present.last()) else { continue };
        // Where most of a long time is missing, a single gap means nothing.
        if present.len() < 4 || between(*first, *last) > present.len() * 2 {
            continue;
        }
        let missing = missing(&present, *first, *last);
        if missing.is_empty() || missing.len() * 2 > present.len() {
            continue;
        }
        let evidence = Evidence {
            published: format!("no value for {}", named(&missing)),
            expected: "a value for each period, or the reason why there is none".to_string(),
            working: format!(
                "The series has {} of the {} values from {} to {}; a trend steps over what is left out.",
                present.len(),
                present.len() + missing.len(),
                the(*first),
                the(*last)
            ),
        };
        reporter.add(Kind::Gap, Certainty::Question, &reporter.at.key("history"), evidence);
    }
}

/// A year-to-date total that is lower than an earlier one in the same year. A rate may fall, as its population grows.
fn falling_totals(measure: &Measure, reporter: &mut Reporter<'_>) {
    if measure.basis() != Basis::Cumulative
        || !adds_up(&measure.unit, measure.basis())
        || measure.unit.kind == UnitKind::Rate
    {
        return;
    }
    let points = trend::series(measure);
    let mut before: Option<(&Point<'_>, Decimal)> = None;
    for point in &points {
        let Some(number) = point.value.number().copied() else { continue };
        let (from, to) = covered(measure.basis(), point.period);
        if let Some((earlier, was)) = before.filter(|(earlier, was)| {
            let (start, end) = covered(measure.basis(), earlier.period);
            start == from && end < to && number.cmp_value(*was).is_lt()
        }) {
            let shown = |number: Decimal| format::number(number, &measure.unit);
            let evidence = Evidence {
                published: format!("{} for {}", shown(number), the(point.period)),
                expected: format!("{} or more, or the reason why it fell", shown(was)),
                working: format!(
                    "It was {} in {}, and is added up since the start of the year: it is {} less.",
                    shown(was),
                    the(earlier.period),
                    exact(was - number, &measure.unit)
                ),
            };
            let is_it = |one: &Observation| one.is_own() && one.period == Some(point.period);
            let position = measure.history.iter().rposition(is_it).filter(|_| !point.is_current);
            let history = reporter.at.key("history");
            let entry = position.map(|at| history.entry(at));
            let value = entry.as_ref().unwrap_or(reporter.at).key("value");
            reporter.add(Kind::FallingTotal, Certainty::Question, &value.key("number"), evidence);
        }
        before = Some((point, number));
    }
}
