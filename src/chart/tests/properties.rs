//! What is true of every trend chart, whatever the measure.

use super::super::trend_chart;
use super::{assert_holds, palette};
use crate::fixtures::{measure, observation, period, target, value, word};
use proptest::prelude::*;

fn any_period() -> impl Strategy<Value = String> {
    let year = 2015..2024u32;
    prop_oneof![
        (year.clone(), 1..5u32).prop_map(|(year, quarter)| format!("{year}-{}-q{quarter}", (year + 1) % 100)),
        (year.clone(), 1..5u32).prop_map(|(year, quarter)| format!("{year}-{}-to-q{quarter}", (year + 1) % 100)),
        (year.clone(), 1..13u32).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year.clone(), 1..12u32).prop_map(|(year, month)| format!("{year}-{month:02}..{year}-{:02}", month + 1)),
        (year.clone(), 1..29u32).prop_map(|(year, day)| format!("{year}-02-{day:02}")),
        year.clone().prop_map(|year| format!("fy-{year}-{}", (year + 1) % 100)),
        year.prop_map(|year| format!("academic-{year}-{}", (year + 1) % 100)),
    ]
}

fn any_number() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("[c]".to_string()),
        "-?[1-9][0-9]{0,3}(\\.[0-9]{1,3})?",
        "0|[1-9][0-9]{0,14}|0\\.[0-9]{0,7}[1-9]|-0\\.[0-9]{0,7}[1-9]",
    ]
}

proptest! {
    #[test]
    fn every_chart_draws_the_export_and_nothing_else(
        history in proptest::collection::vec((any_period(), any_number()), 0..20),
        (now, current) in (any_period(), any_number()),
        against in prop_oneof![Just("".to_string()), "[1-9][0-9]{0,3}(\\.[0-9])?( to [1-9][0-9]{0,3})?"],
        unit in prop_oneof![Just("percent"), Just("count"), Just("money")],
    ) {
        let mut measure = measure("maximise", "1", "");
        (measure.unit.kind, measure.target) = (word(unit), target(&against));
        measure.history = history.iter().map(|(when, what)| observation(when, what)).collect();
        (measure.reporting_period, measure.value) = (Some(period(&now)), value(&current));
        let numbers = crate::assess::trend::series(&measure).iter().filter(|point| point.value.number().is_some()).count();
        let chart = trend_chart(&measure, &palette());
        prop_assert_eq!(chart.is_some(), numbers >= 2);
        if let Some(chart) = chart {
            assert_holds(&measure, &chart);
        }
    }
}
