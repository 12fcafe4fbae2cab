//! The places of measures, their commentary, the names of statuses, and rules of a measure's own.

use super::{Block, Content, Keyword, MeasureIx, OwnRules, Section, Status, Text, ToleranceBasis};
use crate::fixtures::{data_of, decimal, everything, measure, report, rules, shipped};
use std::borrow::Cow;

/// A section written as `Comments: a; b also M2 M3`.
fn section(text: &str) -> Section {
    let (heading, blocks) = text.split_once(": ").unwrap();
    let block = |text: &str| {
        let (words, also) = text.split_once(" also ").unwrap_or((text, ""));
        let also = also.split_whitespace().map(str::to_string).collect();
        Block { also, content: Content::Paragraph(Text::Plain(words.into())) }
    };
    Section { heading: heading.into(), role: None, blocks: blocks.split("; ").map(block).collect() }
}

/// From each measure's own sections: the commentary of each measure as `Comments: a b | Actions: c`.
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
fn commentary_is_a_measures_own_and_what_others_say_about_it() {
    check(&[("A", &[]), ("B", &["Comments: x"])], &["", "Comments: x"]);
    // Its own first, then that of others in document order, under the same headings.
    check(
        &[
            ("A", &["Comments: a1 also B; a2", "Actions: a3 also B C"]),
            ("B", &["Comments: b1"]),
            ("C", &["Comments: c1 also B"]),
        ],
        &["Comments: a1 a2 | Actions: a3", "Comments: b1 a1 c1 | Actions: a3", "Comments: c1 | Actions: a3"],
    );
    // A measure that is named twice, or names itself, gets the block once.
    check(&[("A", &["Comments: a also A B B"]), ("B", &[])], &["Comments: a", "Comments: a"]);
}

#[test]
fn the_words_of_every_kind_of_block() {
    let report = everything();
    let blocks = report.outcomes[0].programmes[0].measures[0].commentary[0].blocks.iter();
    let words = blocks.map(|block| {
        let mut words = Vec::new();
        block.each(&mut |text| words.push(text.to_string()));
        words.join("/")
    });
    assert_eq!(
        words.collect::<Vec<_>>(),
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
fn the_order_of_statuses_and_which_of_them_meet_the_target() {
    // Undefined statuses come last, and only green meets the target unless the council says otherwise.
    let mut red_alone = rules("0.05");
    red_alone.statuses.retain(|definition| definition.status == Status::Red);
    for (rules, order, met) in [
        (everything().rules, ["red", "amber", "green", "blue", "grey", "none"], &["green", "blue"][..]),
        (red_alone, ["red", "green", "blue", "amber", "grey", "none"], &["green"]),
    ] {
        assert_eq!(rules.order().map(Status::word).collect::<Vec<_>>(), order);
        let meets = rules.order().filter(|status| rules.meets_target(*status));
        assert_eq!(meets.map(Status::word).collect::<Vec<_>>(), met);
    }
}

#[test]
fn a_measures_own_rules_replace_those_of_its_report() {
    let reports = everything().rules;
    let mut one = measure("maximise", "1", "1");
    assert!(matches!(reports.of(&one), Cow::Borrowed(rules) if *rules == reports));
    one.rules = Some(OwnRules::default());
    assert_eq!(*reports.of(&one), reports);
    one.rules = Some(OwnRules { tolerance: Some(decimal("0.10")), ..OwnRules::default() });
    let mut expected = reports.clone();
    expected.tolerance = decimal("0.10");
    assert_eq!(*reports.of(&one), expected);
    // M4 of the example replaces every rule that it can: only the statuses and `without_target` remain the report's.
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
fn measures_are_found_by_position_and_by_code() {
    let report = shipped();
    let data = data_of(report.clone());
    for place in report.places() {
        let found = data.measure(place.row).unwrap();
        assert_eq!((found.measure, found.programme, found.outcome), (place.measure, place.programme, place.outcome));
        assert_eq!(found.row, place.row);
        assert_eq!(data.find_measure(&place.measure.code).unwrap().row, place.row);
    }
    assert!(data.measure(MeasureIx::new(data.measure_count())).is_none());
}
