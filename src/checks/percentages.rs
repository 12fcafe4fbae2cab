//! Knows: percentages outside 0 to 100, and which of them may be right.
//! Must not know: what else may be wrong with a value.

use super::kind::{Certainty, Kind};
use super::reporter::{Evidence, Reporter};
use super::text::lists;
use crate::import::Path;
use crate::report::{Decimal, Measure, SubMeasure, Target, Unit, UnitKind, Value};
use crate::wording::format;

pub(super) fn check(measure: &Measure, reporter: &mut Reporter<'_>) {
    if may_exceed_whole(&measure.name, &measure.unit) {
        return;
    }
    let is_share = |series: Option<&str>, unit: &Unit| {
        unit.kind == UnitKind::Percent && !series.is_some_and(|series| may_exceed_whole(series, unit))
    };
    // Asked first, since few values are, and names take longer.
    let may_be_outside = |value: &Value| value.number().is_some_and(|number| is_outside(*number));
    let mut outside = Vec::new();
    if is_share(None, &measure.unit) {
        add_value(&measure.value, &reporter.at.key("value"), &mut outside);
        add_target(measure.target.as_ref(), &measure.unit, &reporter.at.key("target"), &mut outside);
    }
    reporter.at.key("history").each(&measure.history, |observation, at| {
        let unit = observation.unit.as_ref().unwrap_or(&measure.unit);
        if may_be_outside(&observation.value) && is_share(observation.series.as_deref(), unit) {
            add_value(&observation.value, &at.key("value"), &mut outside);
        }
    });
    reporter.at.key("benchmarks").each(&measure.benchmarks, |benchmark, at| {
        if is_share(benchmark.series.as_deref(), &measure.unit) {
            add_value(&benchmark.value, &at.key("value"), &mut outside);
        }
    });
    add_findings(outside, &Unit { kind: UnitKind::Percent, per: None, of: None }, reporter);
}

/// Checks a figure of a project.
pub(super) fn check_sub_measure(sub: &SubMeasure, at: &Path<'_>, reporter: &mut Reporter<'_>) {
    if sub.unit.kind == UnitKind::Percent && !may_exceed_whole(&sub.name, &sub.unit) {
        let mut outside = Vec::new();
        add_value(&sub.value, &at.key("value"), &mut outside);
        add_target(sub.target.as_ref(), &sub.unit, &at.key("target"), &mut outside);
        add_findings(outside, &sub.unit, reporter);
    }
}

/// Whether a percentage may be below 0 or above 100: a change, or one number compared with another.
pub(super) fn may_exceed_whole(name: &str, unit: &Unit) -> bool {
    const WORDS: &str = "change increase decrease reduction growth rise difference variance compared against relative gap \
        uplift budget spend spent occupancy capacity forecast";
    [name, unit.of.as_deref().unwrap_or_default()]
        .iter()
        .any(|text| text.split(|one: char| !one.is_alphabetic()).any(|word| lists(WORDS, word)))
}

pub(super) fn is_outside(number: Decimal) -> bool {
    number.sign().is_lt() || number.cmp_value(Decimal::HUNDRED).is_gt()
}

/// Numbers outside 0 to 100, each with its path.
type Outside = Vec<(String, Decimal)>;

fn add_value(value: &Value, at: &Path<'_>, outside: &mut Outside) {
    if let Some(number) = value.number().filter(|number| is_outside(**number)) {
        outside.push((at.key("number").to_string(), *number));
    }
}

fn add_target(target: Option<&Target>, unit: &Unit, at: &Path<'_>, outside: &mut Outside) {
    let bounds = match target {
        Some(Target::Point(point)) if point.is_in(unit) => vec![("point", point.point)],
        Some(Target::LowHigh(targets)) => {
            vec![("low_target", targets.low_target), ("high_target", targets.high_target)]
        }
        Some(Target::Range(range)) => vec![("low", range.low), ("high", range.high)],
        Some(Target::Point(_)) | None => Vec::new(),
    };
    let bounds = bounds.into_iter().filter(|(_, number)| is_outside(*number));
    outside.extend(bounds.map(|(key, number)| (at.key(key).to_string(), number)));
}

fn add_findings(outside: Outside, unit: &Unit, reporter: &mut Reporter<'_>) {
    // Several are more often due to how the measure is defined than to slips.
    let certainty = if outside.len() > 1 { Certainty::Question } else { Certainty::Likely };
    for (at, number) in outside {
        let shown = format::number(number, unit);
        let working = if number.sign().is_lt() {
            format!("{shown} is less than 0%; only a change can be, and the name does not say that it is one.")
        } else {
            format!("{shown} is more than 100%; a part is not more than the whole.")
        };
        let evidence = Evidence { published: shown, expected: "0% to 100%".to_string(), working };
        reporter.add_at(Kind::Percentage, certainty, at, evidence);
    }
}
