//! A selection as data opens as a report, with everything that was selected and nothing else.

use super::{ADDRESS, EXPORTS, REPORTS, set, shipped};
use proptest::prelude::*;
use quarterlight::assess::unpublished::dataset;
use quarterlight::checks::{About, Finding, check};
use quarterlight::explore::filter::{Choice, Filter};
use quarterlight::explore::view_state::{Detail, Query, View, ViewState};
use quarterlight::import;
use quarterlight::output::download::{DownloadSet, selection_json};
use quarterlight::report::{Block, Dataset, Report, Source};
use std::collections::HashSet;

/// The words of all commentary on a measure, block by block under its headings.
pub fn commentary(data: &Dataset, code: &str) -> Vec<(String, Vec<String>)> {
    let words = |block: &Block| {
        let mut text = String::new();
        block.each(&mut |words| {
            text.push_str(words);
            text.push('\n');
        });
        text
    };
    let sections = data.commentary(data.find_measure(code).unwrap().row).into_iter();
    sections.map(|(heading, blocks)| (heading.to_string(), blocks.into_iter().map(words).collect())).collect()
}

/// A report opened from a file.
fn opened(report: Report) -> Dataset {
    dataset(report, Source::Local { file: "again.json".into() })
}

/// The findings about measures, without their places in the file, which differ.
fn findings(data: &Dataset) -> HashSet<String> {
    let about = |about: &About| match about {
        About::Measure { code, .. } => Some(code.clone()),
        _ => None,
    };
    let words = |one: Finding| {
        Some(format!("{} {:?} {} {} {}", about(&one.about)?, one.kind, one.published, one.expected, one.working))
    };
    check(data).findings.into_iter().filter_map(words).collect()
}

fn check_selection(data: &Dataset, state: &ViewState) {
    let set = DownloadSet::of(state, data, ADDRESS);
    let Some(json) = selection_json(&set) else {
        assert!(set.is_empty());
        return;
    };
    let again = import::report(json.as_bytes()).unwrap_or_else(|faults| panic!("{faults:?}"));
    let (again, report) = (opened(again), data.report());
    let mut rows: Vec<_> = set.measures.iter().map(|place| place.row).collect();
    rows.sort_unstable();
    let codes: Vec<&str> = rows.iter().map(|row| data.measure(*row).unwrap().measure.code.as_str()).collect();
    assert_eq!(again.measures().map(|place| place.measure.code.as_str()).collect::<Vec<_>>(), codes);
    for (place, row) in again.measures().zip(rows) {
        let there = data.measure(row).unwrap();
        let (kept, before) = (place.measure, there.measure);
        assert_eq!((&kept.value, &kept.target, kept.status), (&before.value, &before.target, before.status));
        assert_eq!((&kept.history, &kept.benchmarks), (&before.history, &before.benchmarks));
        assert_eq!(kept.short_trend, before.short_trend);
        assert_eq!((&place.outcome.name, &place.programme.name), (&there.outcome.name, &there.programme.name));
        assert_eq!(commentary(&again, &kept.code), commentary(data, &kept.code), "{}", kept.code);
    }
    let whole = findings(data);
    let new: Vec<String> = findings(&again).into_iter().filter(|one| !whole.contains(one)).collect();
    assert!(new.is_empty(), "{new:#?}");
    let again = again.report();
    let is_whole = again.places().count() == report.places().count()
        && again.risks().count() == report.risks().count()
        && again.outcomes.len() == report.outcomes.len();
    assert_eq!(again.publication.commentary_note == report.publication.commentary_note, is_whole || again == report);
}

fn some_filter() -> impl Strategy<Value = (usize, Filter)> {
    (0..EXPORTS.len()).prop_flat_map(|at| {
        let offers = Filter::default().select(&REPORTS[at]).offers;
        let choices: Vec<Choice> =
            offers.into_iter().flat_map(|(_, offers)| offers).map(|offer| offer.choice).collect();
        let search = prop_oneof![4 => Just(""), 1 => Just("children"), 1 => Just("quarter")];
        (Just(at), proptest::sample::subsequence(choices, 0..5), search).prop_map(|(at, choices, search)| {
            (at, Filter { choices: choices.into_iter().collect(), search: search.to_string() })
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_selection_opens_again_as_it_was((at, filter) in some_filter()) {
        for view in [View::Measures, View::Overview, View::Risks, View::Projects] {
            check_selection(&REPORTS[at], &ViewState::of(Query { view, filter: filter.clone(), ..Query::default() }));
        }
    }
}

#[test]
fn each_single_measure_and_the_whole_report_open_again() {
    for of in REPORTS.iter() {
        for place in of.measures() {
            check_selection(of, &ViewState::default().opening(Detail::Measure(place.measure.code.clone())));
        }
        let whole = selection_json(&set(of, "")).unwrap();
        assert_eq!(import::report(whole.as_bytes()).unwrap(), *of.report());
    }
}

#[test]
fn commentary_shared_by_other_measures_is_kept() {
    // The commentary on PH14 is also about PH15.
    let of = shipped();
    let json = selection_json(&set(of, "measure=PH15")).unwrap();
    let again = opened(import::report(json.as_bytes()).unwrap());
    assert_eq!(again.measure_count(), 1);
    assert!(!commentary(&again, "PH15").is_empty());
    assert_eq!(commentary(&again, "PH15"), commentary(of, "PH15"));
    assert_eq!(again.find_measure("PH15").unwrap().measure.related, Vec::<String>::new());
    let summary = &again.report().outcomes[0].programmes[0].published_summary;
    assert!(summary.is_empty(), "it would not be true of one measure");
    let note = &again.report().publication.commentary_note;
    assert!(note.starts_with(&of.report().publication.commentary_note), "{note}");
    for part in ["This file holds a selection from the report: PH15: ", "1 of 32 measures"] {
        assert!(note.contains(part), "{note}");
    }
}
