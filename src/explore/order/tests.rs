//! How lists are sorted and grouped.

use super::{MeasureGroup, Neighbours, count_statuses, first_order, group_measures, neighbours, next_order};
use crate::explore::filter::{Filter, Matches};
use crate::explore::view_state::{Column, Group, Sort};
use crate::fixtures::{data_of, measure, period, rating, report, shipped_data, word};
use crate::report::{Dataset, Keyword, Measure, MeasureIx, Report, Status, UnitKind};
use proptest::prelude::*;

/// Measures whose order differs in every column; `missing` has no value to sort by wherever that is possible.
fn odd_ones() -> Report {
    let measures: Vec<Measure> = [
        ("b", "Zebra", "maximise", "10", "8", "2023-24-q3", "green improving static"),
        ("A", "apple", "minimise", "9.50", "9", "2023-24-q2", "red deteriorating improving"),
        ("missing", "nothing", "maximise", "[c]", "", "fy-2022-23", "none none none"),
        ("c", "Mango", "goldilocks", "9.5", "4 to 20", "2023-24-q1", "amber static deteriorating"),
        ("d", "mango", "minimise", "-3", "0", "2023-24-q3", "green improving improving"),
    ]
    .into_iter()
    .map(|(code, name, aim, of, against, when, words)| {
        let mut measure = measure(aim, of, against);
        (measure.code, measure.name, measure.reporting_period) = (code.into(), name.into(), Some(period(when)));
        let words: Vec<&str> = words.split(' ').collect();
        (measure.status, measure.short_trend, measure.long_trend) =
            (rating(words[0]), rating(words[1]), rating(words[2]));
        measure
    })
    .collect();
    report(measures)
}

fn all(data: &Dataset) -> Matches {
    Filter::default().select(data)
}

/// The codes as listed, groups with their headings: `Red: A; Amber: c`.
fn listed(report: &Report, sections: &[MeasureGroup]) -> String {
    let codes: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    let line = |section: &MeasureGroup| {
        let rows = section.rows.iter().map(|row| codes[row.index()]).collect::<Vec<_>>().join(" ");
        section.heading.as_ref().map_or(rows.clone(), |heading| format!("{heading}: {rows}"))
    };
    sections.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn check(sort: &str, group: Group, expected: &str) {
    let data = data_of(odd_ones());
    let (column, descending) = sort.strip_prefix('-').map_or((sort, false), |rest| (rest, true));
    let sort = Sort { column: word(column), descending };
    assert_eq!(listed(data.report(), &group_measures(&data, &all(&data), sort, group)), expected, "{sort:?} {group:?}");
}

#[test]
fn sorting_by_each_column_both_ways() {
    for (sort, expected) in [
        ("report", "b A missing c d"),
        ("-report", "d c missing A b"),
        ("code", "A b c d missing"),
        ("-code", "missing d c b A"),
        // Case is ignored, and equal rows keep the order of the report in both directions.
        ("name", "A c d missing b"),
        ("-name", "b missing c d A"),
        // 9.50 and 9.5 are equal. A missing value comes last in both directions.
        ("value", "d A c b missing"),
        ("-value", "b A c d missing"),
        // A range is sorted by its lower bound.
        ("target", "d c b A missing"),
        ("-target", "A b c d missing"),
        // Better than a target of 0 is better than any percentage of another.
        ("variance", "A c b d missing"),
        ("-variance", "d b c A missing"),
        // The rules of this report put red first.
        ("status", "A c b d missing"),
        ("-status", "b d c A missing"),
        ("short", "b d c A missing"),
        ("-short", "A c b d missing"),
        ("long", "A d b c missing"),
        ("-long", "c b A d missing"),
        ("aim", "c b missing A d"),
        ("-aim", "A d b missing c"),
        ("period", "missing c A b d"),
        ("-period", "b d A c missing"),
    ] {
        check(sort, Group::None, expected);
    }
    // Every column is tested.
    assert_eq!(Column::ALL.len(), 11);
}

#[test]
fn values_and_targets_are_compared_within_their_units() {
    let measures = [("days", 300, "days", None), ("some", 3, "count", None), ("of 100", 40, "percent", None)]
        .into_iter()
        .chain([("few", 2, "rate", Some(100)), ("many", 1, "rate", Some(1000)), ("all", 90, "percent", None)]);
    let measures = measures.map(|(code, number, unit, per)| {
        let mut measure = measure("maximise", &number.to_string(), &number.to_string());
        (measure.code, measure.unit.kind, measure.unit.per) = (code.into(), word(unit), per);
        measure
    });
    let data = data_of(report(measures.collect()));
    for column in [Column::Value, Column::Target] {
        for (descending, expected) in
            [(false, "of 100 all few many some days"), (true, "all of 100 few many some days")]
        {
            let sections = group_measures(&data, &all(&data), Sort { column, descending }, Group::None);
            assert_eq!(listed(data.report(), &sections), expected, "{column:?} {descending}");
        }
    }
    // Percentages first, of which most reports have most.
    assert_eq!(UnitKind::ALL.first(), Some(&UnitKind::Percent));
}

#[test]
fn the_worst_comes_first_at_the_first_click() {
    let (shipped, red_first) = (shipped_data().report(), &odd_ones());
    for (report, column, descending) in [
        (shipped, Column::Status, true),
        // These rules list red first.
        (red_first, Column::Status, false),
        (shipped, Column::Short, true),
        (shipped, Column::Long, true),
        // The furthest below its target.
        (shipped, Column::Variance, false),
        (shipped, Column::Code, false),
        (shipped, Column::Value, false),
    ] {
        let first = Sort { column, descending };
        assert_eq!(first_order(report, column), first);
        assert_eq!(next_order(report, Sort::default(), column), first);
        let reversed = Sort { column, descending: !descending };
        assert_eq!(next_order(report, first, column), reversed);
        assert_eq!(next_order(report, reversed, column), first);
    }
    let data = shipped_data();
    let first = group_measures(data, &all(data), first_order(shipped, Column::Status), Group::None).remove(0).rows[0];
    assert_eq!(data.measure(first).map(|place| place.measure.status()), Some(Status::Red));
}

#[test]
fn the_statuses_of_some_measures_are_counted_the_worst_first() {
    let data = shipped_data();
    let sections = group_measures(data, &all(data), Sort::default(), Group::Outcome);
    let counts: Vec<_> = sections.iter().map(|section| count_statuses(data, &section.rows)).collect();
    assert_eq!(counts[1], [(Status::Red, 8), (Status::Amber, 1), (Status::Green, 3)], "Resilient families");
    assert!(
        sections
            .iter()
            .zip(&counts)
            .all(|(section, counts)| { counts.iter().map(|(_, count)| count).sum::<usize>() == section.rows.len() })
    );
    let odd = data_of(odd_ones());
    let rows = all(&odd).rows;
    assert_eq!(
        count_statuses(&odd, &rows),
        [(Status::Red, 1), (Status::Amber, 1), (Status::Green, 2), (Status::None, 1)],
        "whichever end the rules begin at"
    );
    assert_eq!(count_statuses(&odd, &[]), []);
}

/// Whatever misses its target comes before whatever meets it, whatever the targets are.
#[test]
fn a_miss_never_sorts_below_what_met_its_target() {
    let measures = [
        ("met", "maximise", "5", "5"),
        ("below zero", "maximise", "-28", "0"),
        ("worse than its opposite", "maximise", "-16", "5"),
        ("slightly short", "maximise", "4.9", "5"),
        ("better than zero", "maximise", "1", "0"),
        ("just zero", "minimise", "0", "0"),
        ("short of a negative one", "maximise", "-6", "-5"),
        ("better than twice", "maximise", "11", "5"),
        ("above zero", "minimise", "1", "0"),
        ("withheld", "minimise", "[c]", "0"),
    ]
    .map(|(code, aim, of, against)| {
        let mut measure = measure(aim, of, against);
        measure.code = code.into();
        measure
    });
    let data = data_of(report(measures.to_vec()));
    let sort = Sort { column: Column::Variance, descending: false };
    let sorted = group_measures(&data, &all(&data), sort, Group::None).remove(0).rows;
    let codes: Vec<&str> = sorted.iter().map(|row| data.measure(*row).unwrap().measure.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "below zero",
            "above zero",
            "worse than its opposite",
            "short of a negative one",
            "slightly short",
            "met",
            "just zero",
            "better than twice",
            "better than zero",
            "withheld",
        ]
    );
}

#[test]
fn groups_have_the_order_of_the_report_and_none_is_empty() {
    check("report", Group::Status, "Red: A; Amber: c; Green: b d; No status: missing");
    check("-value", Group::Status, "Red: A; Amber: c; Green: b d; No status: missing");
    check("value", Group::Status, "Red: A; Amber: c; Green: d b; No status: missing");
    check("code", Group::Programme, "Living well: A b c d missing");
    check("code", Group::Outcome, "Everyone’s health: A b c d missing");
}

#[test]
fn the_shipped_quarter_in_groups() {
    let data = shipped_data();
    for (group, expected) in
        [(Group::Outcome, &[7, 12, 5, 8][..]), (Group::Programme, &[7, 11, 1, 5, 8]), (Group::Status, &[13, 3, 16])]
    {
        let sections = group_measures(data, &all(data), Sort::default(), group);
        assert_eq!(sections.iter().map(|section| section.rows.len()).collect::<Vec<_>>(), expected, "{group:?}");
    }
}

#[test]
fn an_empty_selection() {
    let data = data_of(odd_ones());
    let nothing = Matches { rows: Vec::new(), offers: Vec::new() };
    let ungrouped = group_measures(&data, &nothing, Sort::default(), Group::None);
    assert_eq!(ungrouped, [MeasureGroup { heading: None, rows: vec![] }]);
    assert_eq!(group_measures(&data, &nothing, Sort::default(), Group::Status), []);
    assert_eq!(neighbours(&[], MeasureIx::new(0)), None);
}

#[test]
fn neighbours_follow_the_list_across_groups() {
    let data = data_of(odd_ones());
    let sections = group_measures(&data, &all(&data), Sort::default(), Group::Status);
    let row = MeasureIx::new;
    // Listed: A c b d missing, which are rows 1 3 0 4 2.
    for (at, previous, next, position) in
        [(1, None, Some(3), 1), (3, Some(1), Some(0), 2), (0, Some(3), Some(4), 3), (2, Some(4), None, 5)]
    {
        let (previous, next) = (previous.map(row), next.map(row));
        assert_eq!(neighbours(&sections, row(at)), Some(Neighbours { previous, next, position, total: 5 }), "{at}");
    }
    assert_eq!(neighbours(&sections, row(9)), None);
}

proptest! {
    /// However a list is sorted and grouped, it has each row once.
    #[test]
    fn no_row_is_lost_or_doubled(
        rows in prop::sample::subsequence((0..32).map(MeasureIx::new).collect::<Vec<_>>(), 0..32),
        column in prop::sample::select(Column::ALL),
        descending in any::<bool>(),
        group in prop::sample::select(Group::ALL),
    ) {
        let selection = Matches { rows: rows.clone(), offers: Vec::new() };
        let sections = group_measures(shipped_data(), &selection, Sort { column, descending }, group);
        let mut listed: Vec<MeasureIx> = sections.iter().flat_map(|section| section.rows.iter().copied()).collect();
        listed.sort_unstable();
        prop_assert_eq!(listed, rows);
        prop_assert!(group == Group::None || sections.iter().all(|section| !section.rows.is_empty()));
    }
}

#[test]
fn codes_are_sorted_as_people_count() {
    let codes = [
        "a",
        "a2",
        "a10",
        "a10b",
        "ascof 1c(2i)",
        "ascof 2a(1)",
        "ascof 2a(2)",
        "ascof 10",
        "ph8",
        "ph13",
        "ph013x",
        "ph100",
    ];
    for (at, a) in codes.iter().enumerate() {
        for (place, b) in codes.iter().enumerate() {
            assert_eq!(super::compare_naturally(a, b), at.cmp(&place), "{a} and {b}");
        }
    }
    // Numbers that are equal, however they are written, and numbers of any length.
    assert!(super::compare_naturally("ph01", "ph1").is_eq());
    assert!(super::compare_naturally(&"9".repeat(99), &format!("1{}", "0".repeat(99))).is_lt());
}
