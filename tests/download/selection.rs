//! A selection as data is a report that opens again, with nothing of what was chosen lost and nothing else in it.

use super::{ADDRESS, EXPORTS, REPORTS, set, shipped};
use proptest::prelude::*;
use quarterlight::checks::{About, check};
use quarterlight::explore::filter::{Choice, Filter};
use quarterlight::explore::view_state::{Detail, Query, View, ViewState};
use quarterlight::import;
use quarterlight::output::download::{DownloadSet, selection_json};
use quarterlight::report::{Block, Dataset, Report, Source};
use std::collections::HashSet;

/// The words of a measure's whole commentary, block by block under their headings.
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

/// A report as a file that somebody opened.
fn opened(report: Report) -> Dataset {
    Dataset::new(report, Source::Local { file: "again.json".into() })
}

/// The findings about measures, without the places in the file, which differ.
fn findings(data: &Dataset) -> HashSet<String> {
    let about = |about: &About| match about {
        About::Measure { code, .. } => Some(code.clone()),
        _ => None,
    };
    let found = check(data).findings.into_iter();
    found
        .filter_map(|one| {
            Some(format!("{} {:?} {} {} {}", about(&one.about)?, one.kind, one.published, one.expected, one.working))
        })
        .collect()
}

fn check_selection(data: &Dataset, state: &ViewState) {
    let set = DownloadSet::of(state, data, ADDRESS);
    let Some(json) = selection_json(&set) else {
        assert!(set.is_empty());
        return;
    };
    let again = import::report(json.as_bytes()).unwrap_or_else(|findings| panic!("{findings:?}"));
    let (again, report) = (opened(again), data.report());
    let mut rows: Vec<_> = set.measures.iter().map(|place| place.row).collect();
    rows.sort_unstable();
    let codes: Vec<&str> = rows.iter().map(|row| data.measure(*row).unwrap().measure.code.as_str()).collect();
    assert_eq!(again.measures().map(|place| place.measure.code.as_str()).collect::<Vec<_>>(), codes);
    for (place, row) in again.measures().zip(rows) {
        let there = data.measure(row).unwrap();
        let (kept, before) = (place.measure, there.measure);
        assert_eq!((&kept.value, &kept.target, kept.status), (&before.value, &before.target, before.status));
        assert_eq!(
            (&kept.history, &kept.benchmarks, kept.short_trend),
            (&before.history, &before.benchmarks, before.short_trend)
        );
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
fn each_measure_by_itself_and_the_whole_open_again() {
    for of in REPORTS.iter() {
        for place in of.measures() {
            let mut state = ViewState::default();
            state = state.opening(Detail::Measure(place.measure.code.clone()));
            check_selection(of, &state);
        }
        let whole = selection_json(&set(of, "")).unwrap();
        assert_eq!(import::report(whole.as_bytes()).unwrap(), *of.report());
    }
}

#[test]
fn what_others_say_of_a_measure_goes_with_it() {
    // The commentary of PH14 is about PH15 as well.
    let of = shipped();
    let json = selection_json(&set(of, "measure=PH15")).unwrap();
    let again = opened(import::report(json.as_bytes()).unwrap());
    assert_eq!(again.measure_count(), 1);
    assert!(!commentary(&again, "PH15").is_empty());
    assert_eq!(commentary(&again, "PH15"), commentary(of, "PH15"));
    assert_eq!(again.find_measure("PH15").unwrap().measure.related, Vec::<String>::new());
    assert!(
        again.report().outcomes[0].programmes[0].published_summary.is_empty(),
        "of one measure it would not be true"
    );
    let note = &again.report().publication.commentary_note;
    assert!(note.starts_with(&of.report().publication.commentary_note), "{note}");
    assert!(
        note.contains("This file holds a selection from the report: PH15: ") && note.contains("1 of 32 measures"),
        "{note}"
    );
}
