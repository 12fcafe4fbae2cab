//! Knows: what differs between two sets of rules, part by part, in words.
//! Must not know: what follows from the rules.

use super::difference::{Difference, What};
use crate::report::{ComparedWith, Decimal, Keyword, RuleSet, Status, ToleranceBasis};
use crate::wording::format;

/// What differs in the rules of two reports, or of a measure in them.
pub(super) fn differences(before: &RuleSet, after: &RuleSet) -> Vec<Difference> {
    let pairs = parts(before).into_iter().zip(parts(after));
    let differing = pairs.filter(|((_, before), (_, after))| before != after);
    differing.map(|((name, before), (_, after))| Difference { what: What::Rule(name), before, after }).collect()
}

/// The parts that decide a status or a trend. How a status is called or explained decides none.
fn parts(rules: &RuleSet) -> Vec<(&'static str, String)> {
    let none = || "none".to_string();
    let status = |status: Status| format::lower_case(status.label());
    let tolerance = |tolerance: Decimal| match rules.tolerance_basis {
        ToleranceBasis::Relative => {
            format!("{}% of the target", (tolerance * Decimal::from(100)).shortest())
        }
        ToleranceBasis::Absolute => format!("{} in the measure’s own unit", tolerance.shortest()),
    };
    let between = rules.between_targets.map_or_else(none, |between| {
        format!("{}, and {} exactly at the low one", status(between.status), status(between.at_low_target))
    });
    let by_direction = rules.by_direction.map_or_else(none, |by| {
        let (improving, unchanged) = (status(by.improving), status(by.unchanged));
        format!("{improving} if improving, {unchanged} if static, {} if deteriorating", status(by.deteriorating))
    });
    let last_year = rules.compared_with == Some(ComparedWith::LastYear);
    vec![
        ("Tolerance for amber", tolerance(rules.tolerance)),
        ("Exactly at the tolerance", status(rules.at_boundary)),
        ("Tolerance for green", rules.green_tolerance.map_or_else(none, tolerance)),
        ("Exactly at the tolerance for green", status(rules.at_green_boundary.unwrap_or(Status::Green))),
        ("Between a low and a high target", between),
        ("Beyond the tolerance", by_direction),
        ("Without a target", rules.without_target.map_or_else(none, status)),
        ("Periods that the long trend rests on", rules.long_trend_periods.to_string()),
        (
            "Fewest periods for a long trend",
            rules.minimum_points.unwrap_or(rules.long_trend_periods).min(rules.long_trend_periods).to_string(),
        ),
        ("Difference that still counts as static", rules.static_tolerance.shortest().to_string()),
        (
            "Trends are against",
            if last_year { "the same time last year".to_string() } else { "the period before".to_string() },
        ),
        (
            "Statuses that meet the target",
            format::listed(
                &Status::ALL.iter().filter(|one| rules.meets_target(**one)).map(|one| status(*one)).collect::<Vec<_>>(),
            ),
        ),
    ]
}
