//! What belongs to which measure, and what a status is called.

use super::Keyword;
use super::{Block, Content, MeasureIx, OwnRules, Section, Status, Text, ToleranceBasis};
use crate::fixtures::{NO_OWN_RULES, data_of, decimal, everything, measure, report, rules, shipped};
use std::borrow::Cow;

/// A section written as `Comments: a; b also M2 M3`.
fn section(text: &str) -> Section {
    let (heading, blocks) = text.split_once(": ").unwrap();
    let block = |text: &str| {
        let (words, also) = text.split_once(" also ").unwrap_or((text, ""));
        let also = also.split_whitespace().map(str::to_string).collect();
        Block { also, content: Content::Paragraph(Text::Plain(words.into())) }
    };
    Section { heading: heading.into(), blocks: blocks.split("; ").map(block).collect() }
}

/// The commentary of each measure as `Comments: a b | Actions: c`, from what each has of its own.
fn check(own: &[(&str, &[&str])], expected: &[&str]) {
    let measures = own.iter().map(|(code, sections)| {
        let mut measure = measure("maximise", "1", "1");
        measure.code = (*code).into();
        measure.commentary = sections.iter().map(|text| section(text)).collect();
        measure
    });
    let data = data_of(report(measures.collect()));
    for (place, expected) in data.measures().zip(expected) {
        let sections = data.commentary(place.row).into_iter().map(|(heading, blocks)| {
            let mut words = format!("{heading}:");
            blocks.iter().for_each(|block| block.each(&mut |text| words.push_str(&format!(" {text}"))));
            words
        });
        assert_eq!(sections.collect::<Vec<_>>().join(" | "), *expected, "{}", place.measure.code);
    }
}

#[test]
fn commentary_is_a_measures_own_and_what_others_say_of_it() {
    check(&[("A", &[]), ("B", &["Comments: x"])], &["", "Comments: x"]);
    // Own first, then others in document order, under the same headings.
    check(
        &[
            ("A", &["Comments: a1 also B; a2", "Actions: a3 also B C"]),
            ("B", &["Comments: b1"]),
            ("C", &["Comments: c1 also B"]),
        ],
        &["Comments: a1 a2 | Actions: a3", "Comments: b1 a1 c1 | Actions: a3", "Comments: c1 | Actions: a3"],
    );
    // Named twice, or about itself "as well": once all the same.
    check(&[("A", &["Comments: a also A B B"]), ("B", &[])], &["Comments: a", "Comments: a"]);
}

#[test]
fn the_words_of_every_kind_of_block() {
    let report = everything();
    let words: Vec<String> = report.outcomes[0].programmes[0].measures[0].commentary[0]
        .blocks
        .iter()
        .map(|block| {
            let mut words = Vec::new();
            block.each(&mut |text| words.push(text.to_string()));
            words.join("/")
        })
        .collect();
    assert_eq!(
        words,
        [
            "Plain words.",
            "Words, /strong/stressed/linked",
            "Outer/Inner",
            "By phase/Phase/Rate/Primary/18.5/Secondary/",
            "A chart is not here.",
        ]
    );
}

#[test]
fn places_are_numbered_in_document_order() {
    let report = shipped();
    assert!(report.places().enumerate().all(|(row, place)| place.row.index() == row));
    let place = report.measure("PH16").unwrap();
    assert_eq!((place.row.index(), place.programme.name.as_str()), (18, "The best start in life"));
    assert_eq!(place.outcome.name, "Resilient families");
    assert!(report.measure("PH1").is_none());
}

#[test]
fn a_status_has_the_councils_name_or_a_plain_one() {
    let mut rules = rules("0.05");
    rules.statuses.retain(|definition| definition.status == Status::Amber);
    rules.statuses[0].label = "Slightly off".into();
    let labels: Vec<&str> = Status::ALL.iter().map(|status| rules.label(*status)).collect();
    assert_eq!(labels, ["Green", "Blue", "Slightly off", "Red", "For information", "No status"]);
}

#[test]
fn which_statuses_meet_the_target_and_in_which_order_they_stand() {
    let rules = everything().rules;
    let met: Vec<&str> = rules.order().filter(|status| rules.meets_target(*status)).map(Status::word).collect();
    assert_eq!(met, ["green", "blue"]);
    let order: Vec<&str> = rules.order().map(Status::word).collect();
    assert_eq!(order, ["red", "amber", "green", "blue", "grey", "none"]);
    // What the council does not define comes last, and only green meets the target unless it says otherwise.
    let mut rules = crate::fixtures::rules("0.05");
    rules.statuses.retain(|definition| definition.status == Status::Red);
    let order: Vec<&str> = rules.order().map(Status::word).collect();
    assert_eq!(order, ["red", "green", "blue", "amber", "grey", "none"]);
    let met: Vec<&str> = rules.order().filter(|status| rules.meets_target(*status)).map(Status::word).collect();
    assert_eq!(met, ["green"]);
}

#[test]
fn a_measure_is_judged_by_its_own_rules_and_otherwise_by_those_of_its_report() {
    let reports = everything().rules;
    let mut one = measure("maximise", "1", "1");
    assert!(matches!(reports.of(&one), Cow::Borrowed(rules) if *rules == reports));
    one.rules = Some(NO_OWN_RULES);
    assert_eq!(*reports.of(&one), reports);
    one.rules = Some(OwnRules { tolerance: Some(decimal("0.10")), ..NO_OWN_RULES });
    let mut expected = reports.clone();
    expected.tolerance = decimal("0.10");
    assert_eq!(*reports.of(&one), expected);
    // All at once, as the example has them: what is left of the report's are the statuses and what is without a target.
    let report = everything();
    let joined = report.rules.of(report.measure("M4").unwrap().measure);
    let own = report.measure("M4").unwrap().measure.rules.as_ref().unwrap();
    assert_eq!((joined.tolerance, joined.tolerance_basis), (decimal("3"), ToleranceBasis::Absolute));
    assert_eq!((joined.at_boundary, joined.at_green_boundary), (Status::Red, Some(Status::Green)));
    assert_eq!((joined.green_tolerance, joined.static_tolerance), (own.green_tolerance, decimal("0.25")));
    assert_eq!((joined.between_targets, joined.by_direction), (own.between_targets, own.by_direction));
    assert_eq!((joined.long_trend_periods, joined.minimum_points), (3, Some(2)));
    assert_eq!(joined.compared_with, own.compared_with);
    assert_eq!((joined.without_target, &joined.statuses), (Some(Status::Grey), &report.rules.statuses));
    assert_ne!(own.between_targets, report.rules.between_targets);
    assert_ne!(own.by_direction, report.rules.by_direction);
}

#[test]
fn rows_are_where_the_walk_over_all_finds_them() {
    let report = crate::fixtures::shipped();
    let data = data_of(report.clone());
    for place in report.places() {
        let found = data.measure(place.row).unwrap();
        assert_eq!((found.measure, found.programme, found.outcome), (place.measure, place.programme, place.outcome));
        assert_eq!(found.row, place.row);
        assert_eq!(data.find_measure(&place.measure.code).unwrap().row, place.row);
    }
    assert!(data.measure(MeasureIx::new(data.measure_count())).is_none());
}
