//! Each pattern, tested with its own sentence and its near miss.

use super::super::patterns::{PATTERNS, Test, Units};
use super::{Spot, SuppressedTopic};
use crate::checks::text::tokens;
use crate::fixtures::{decimal, everything, period};
use crate::report::{Basis, Measure, Missing, MissingValue, UnitKind, Value};
use std::collections::HashSet;

/// Children supported in Quarter 3 2023/24, suppressed; 12 in the quarter before.
fn measure(kind: UnitKind) -> Measure {
    let mut measure = everything().outcomes[0].programmes[0].measures[0].clone();
    measure.code = "SUPPRESSED".into();
    measure.name = "Children supported".into();
    measure.unit.kind = kind;
    measure.unit.of = Some("children".into());
    measure.basis = Some(Basis::InPeriod);
    measure.reporting_period = Some(period("2023-24-q3"));
    measure.benchmarks.clear();
    measure.history.retain(|observation| observation.is_own() && observation.value.number().is_some());
    measure.history.truncate(1);
    let earlier = &mut measure.history[0];
    earlier.period = Some(period("2023-24-q2"));
    if let Value::Number(value) = &mut earlier.value {
        value.number = decimal("12");
    }
    measure.value = Value::Missing(MissingValue { missing: Missing::Suppressed, reason: "Few children.".into() });
    measure
}

#[test]
fn every_pattern_finds_its_sentence_and_not_its_near_miss() {
    let (mut names, mut wrong) = (HashSet::new(), Vec::new());
    for pattern in PATTERNS {
        assert!(names.insert(pattern.name), "{} is there twice", pattern.name);
        let measure = measure(match pattern.units {
            Units::Only(kinds) => kinds[0],
            Units::Any | Units::Except(_) => UnitKind::Count,
        });
        let topic = SuppressedTopic::new(&measure, measure.reporting_period());
        let is_sole = pattern.tests.iter().any(|test| matches!(test, Test::Sole));
        let found = |sentence: &str| -> Vec<&str> {
            let tokens = tokens(sentence);
            assert!(tokens.iter().any(|token| token.text.contains(|one: char| one.is_ascii_digit())), "{sentence}");
            let at = |at: usize| topic.pattern(&Spot::new(&tokens, at, is_sole));
            (0..tokens.len()).filter_map(at).map(|pattern| pattern.name).collect()
        };
        if !found(pattern.finds).contains(&pattern.name) {
            wrong.push(format!("{} does not find {}", pattern.name, pattern.finds));
        }
        if found(pattern.near_miss).contains(&pattern.name) {
            wrong.push(format!("{} finds {}", pattern.name, pattern.near_miss));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
