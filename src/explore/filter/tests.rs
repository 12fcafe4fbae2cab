//! What a filter keeps, and that every count equals the rows that a click lists.

use super::{Choice, Facet, Filter};
use crate::assess::attention::attention;
use crate::encode::fold::fold_into;
use crate::encode::slug::slug;
use crate::explore::search::Terms;
use crate::fixtures::{data_of, everything, measure, rating, report, shipped, shipped_data, word};
use crate::report::{Aim, Keyword, MeasureIx, Report, Status, Trend};
use proptest::prelude::*;

/// A choice such as `status red`.
fn choice(text: &str) -> Choice {
    let (facet, value) = text.split_once(' ').unwrap();
    match facet {
        "outcome" => Choice::Outcome(value.into()),
        "programme" => Choice::Programme(value.into()),
        "status" => Choice::Status(word(value)),
        "short" => Choice::Short(word(value)),
        "long" => Choice::Long(word(value)),
        "aim" => Choice::Aim(word(value)),
        _ => panic!("{facet:?} is not a facet"),
    }
}

/// Choices in brackets, then a search: `[status red, long deteriorating] school`.
fn filter(text: &str) -> Filter {
    let (choices, search) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((choices, search)) => (choices.split(", ").map(choice).collect(), search.trim_start()),
        None => (Default::default(), text),
    };
    Filter { choices, search: search.into() }
}

fn codes(report: &Report, rows: &[MeasureIx]) -> Vec<String> {
    let codes: Vec<&str> = report.places().map(|place| place.measure.code.as_str()).collect();
    rows.iter().map(|row| codes[row.index()].to_string()).collect()
}

#[test]
fn what_filters_keep_of_the_shipped_quarter() {
    for (text, expected) in [
        (
            "[status red, long deteriorating]",
            &["PH23", "CSC0004", "ILAC5", "ASCOF 1C(2i)", "CASEIKS4 Ofsted", "SE KS2", "SE KS2Mnt", "SEKS4A8"][..],
        ),
        // Choices in one facet widen, further facets narrow.
        ("[status amber]", &["PH14", "CSC0006", "ASCGBT001"]),
        ("[aim goldilocks]", &["CSC0004", "CSC0006", "ILAC6"]),
        ("[status amber, status green, aim goldilocks]", &["CSC0006"]),
        ("[short none]", &["PH34"]),
        ("[long static]", &["CASEISPEC Ofsted"]),
        ("[short static, long deteriorating]", &["PH23", "CASEIKS4 Ofsted"]),
        ("[status none]", &[]),
        // A choice that no measure has keeps none, even beside a choice in another facet that keeps some.
        ("[outcome no-such-outcome]", &[]),
        ("[outcome no-such-outcome, status red]", &[]),
        ("[programme resilient-families, outcome no-such-outcome]", &[]),
        // A search looks for every word in code, name and commentary, ignoring case.
        ("1c(2i)", &["ASCOF 1C(2i)"]),
        ("ASCOF 2a", &["ASCOF 2A(1)", "ASCOF 2A(2)"]),
        ("excess WEIGHT", &["PH14", "PH15"]),
        ("[status red] ofsted", &["CASEIKS4 Ofsted"]),
        ("no measure has these words", &[]),
    ] {
        assert_eq!(codes(shipped(), &filter(text).select(shipped_data()).rows), expected, "{text}");
    }
    let everything = Filter::default().select(shipped_data());
    assert_eq!(everything.rows, (0..32).map(MeasureIx::new).collect::<Vec<_>>());
    assert_eq!(filter("   ").select(shipped_data()), everything);
}

#[test]
fn a_filter_is_empty_when_it_keeps_everything() {
    for (text, expected) in [("", true), (" \t\u{a0} ", true), ("x", false), ("[status red]", false)] {
        assert_eq!(filter(text).is_empty(), expected, "{text:?}");
    }
}

#[test]
fn a_choice_replaces_the_others_of_its_facet() {
    let red = filter("[status green, status amber, aim minimise] x").only([Choice::Status(Status::Red)]);
    assert_eq!(red, filter("[status red, aim minimise] x"));
}

#[test]
fn offers_have_a_fixed_order() {
    let offers = filter("[status red, long deteriorating]").select(shipped_data()).offers;
    assert_eq!(offers.iter().map(|(facet, _)| *facet).collect::<Vec<_>>(), Facet::ALL);
    let listed = |at: usize| {
        let line = |offer: &super::Offer| {
            format!("{} {}{}", offer.label, offer.count, if offer.is_chosen { " chosen" } else { "" })
        };
        offers[at].1.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(listed(2), ["Green 1", "Amber 1", "Red 8 chosen", "No status 0"]);
    assert_eq!(listed(4), ["Improving 7", "Static 0", "Deteriorating 8 chosen", "No trend 1"]);
    assert_eq!(listed(5), ["Higher is better 7", "Lower is better 0", "Best within a range 1"]);
    assert_eq!(offers[0].1.len(), 4);
    assert_eq!(offers[1].1.len(), 5);
}

#[test]
fn an_outcome_without_measures_can_be_chosen() {
    let mut report = everything();
    report.outcomes[0].programmes.clear();
    let data = data_of(report);
    let columns = data.columns();
    assert!(columns.has(&choice("outcome everyones-health")));
    assert_eq!(columns.label(&choice("outcome everyones-health")), Some("Everyone’s health"));
    assert!(!columns.has(&choice("programme living-well")));
    assert_eq!(data.measure_count(), 0);
}

#[test]
fn an_outcome_is_kept_when_it_or_none_is_chosen() {
    for (text, expected) in [
        ("", true),
        ("[status red]", true),
        ("[outcome everyones-health]", true),
        ("[outcome other, outcome everyones-health]", true),
        ("[outcome other]", false),
    ] {
        assert_eq!(filter(text).keeps_outcome("Everyone’s health"), expected, "{text}");
        let report = everything();
        let kept: Vec<&str> = filter(text).outcomes(&report).map(|outcome| outcome.name.as_str()).collect();
        assert_eq!(kept.contains(&"Everyone’s health"), expected, "{text}");
    }
}

/// Shared commentary counts for every measure it is about, and no hit runs across two cells.
#[test]
fn a_search_covers_all_commentary_of_a_measure() {
    let data = data_of(everything());
    for (search, expected) in [
        ("linked", &["M1", "M2"][..]),
        ("inner", &["M1"]),
        ("by phase", &["M1"]),
        ("18.5", &["M1"]),
        ("18.5secondary", &[]),
        ("primary18.5", &[]),
        ("outerinner", &[]),
        ("chart not here", &["M1"]),
        ("comments", &["M1", "M2"]),
        ("admissions", &["M2"]),
    ] {
        assert_eq!(codes(data.report(), &filter(search).select(&data).rows), expected, "{search}");
    }
}

/// Statuses that the rules do not define come last. Blue and grey, which only some councils use, are offered if the rules define
/// them or a measure has them.
#[test]
fn statuses_have_the_order_of_the_rules() {
    for (defined, status, expected) in [
        ("red amber green", "none", "Red 0, Amber 0, Green 0, No status 1"),
        ("red", "none", "Red 0, Green 0, Amber 0, No status 1"),
        ("red amber green", "blue", "Red 0, Amber 0, Green 0, Blue 1, No status 0"),
        ("red amber green", "grey", "Red 0, Amber 0, Green 0, For information 1, No status 0"),
        ("red amber green blue grey", "green", "Red 0, Amber 0, Green 1, Acceptable 0, For information 0, No status 0"),
    ] {
        let mut odd = measure("maximise", "1", "1");
        odd.status = rating(status);
        let mut report = report(vec![odd]);
        report.rules.statuses.retain(|definition| defined.contains(definition.status.word()));
        let offers = &Filter::default().select(&data_of(report)).offers[2].1;
        let offered: Vec<String> = offers.iter().map(|offer| format!("{} {}", offer.label, offer.count)).collect();
        assert_eq!(offered.join(", "), expected, "{status} under {defined}");
    }
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let known = |facet: Facet| shipped_data().columns().choices(facet).iter().map(|known| known.choice.clone());
    let mut choices: Vec<Choice> = known(Facet::Outcome).chain(known(Facet::Programme)).collect();
    choices.extend([choice("outcome no-such-outcome"), choice("programme no-such-programme")]);
    choices.extend(Status::ALL.iter().map(|status| Choice::Status(*status)));
    choices.extend(Trend::ALL.iter().flat_map(|trend| [Choice::Short(*trend), Choice::Long(*trend)]));
    choices.extend(Aim::ALL.iter().map(|aim| Choice::Aim(*aim)));
    let search = prop_oneof![3 => Just(""), 1 => prop::sample::select(&["ofsted", "school children", "%", "zzz", "ascof 2a(1)"][..])];
    (prop::collection::btree_set(prop::sample::select(choices), 0..5), search)
        .prop_map(|(choices, search)| Filter { choices, search: search.into() })
}

/// What a filter keeps, worked out measure by measure.
fn rows_kept(filter: &Filter) -> Vec<MeasureIx> {
    let keeps = |facet: Facet, own: Choice| filter.in_facet(facet).next().is_none() || filter.choices.contains(&own);
    let keeps_place = |place: &crate::report::MeasureRef<'_>| {
        let measure = place.measure;
        let mut text = format!("{}\n{}", measure.code, measure.name);
        for (heading, blocks) in shipped_data().commentary(place.row) {
            text.push_str(&format!("\n{heading}"));
            blocks.iter().for_each(|block| block.each(&mut |words| text.push_str(&format!("\n{words}"))));
        }
        let mut folded = String::new();
        fold_into(&text, &mut folded);
        keeps(Facet::Outcome, Choice::Outcome(slug(&place.outcome.name)))
            && keeps(Facet::Programme, Choice::Programme(slug(&place.programme.name)))
            && keeps(Facet::Status, Choice::Status(measure.status()))
            && keeps(Facet::Short, Choice::Short(measure.short_trend()))
            && keeps(Facet::Long, Choice::Long(measure.long_trend()))
            && keeps(Facet::Aim, Choice::Aim(measure.aim))
            && Terms::of(&filter.search, shipped_data()).match_folded(&folded)
    };
    shipped().places().filter(keeps_place).map(|place| place.row).collect()
}

proptest! {
    #[test]
    fn a_filter_keeps_what_its_definition_says(filter in any_filter()) {
        prop_assert_eq!(filter.select(shipped_data()).rows, rows_kept(&filter));
    }

    /// The count of a choice equals the rows listed when it is the only choice in its facet; the choices in a facet together
    /// list the sum of their counts.
    #[test]
    fn every_count_is_the_number_of_rows_that_a_click_lists(filter in any_filter()) {
        let selection = filter.select(shipped_data());
        for (facet, offers) in &selection.offers {
            for offer in offers {
                let clicked = filter.clone().only([offer.choice.clone()]).select(shipped_data());
                prop_assert_eq!(offer.count, clicked.rows.len(), "{:?}", offer.choice);
                prop_assert_eq!(offer.is_chosen, filter.choices.contains(&offer.choice));
            }
            let chosen: usize = offers.iter().filter(|offer| offer.is_chosen).map(|offer| offer.count).sum();
            let all: usize = offers.iter().map(|offer| offer.count).sum();
            let expected = if filter.in_facet(*facet).next().is_some() { chosen } else { all };
            prop_assert_eq!(selection.rows.len(), expected, "{:?}", facet);
        }
    }
}

#[test]
fn a_link_to_what_needs_attention_lists_exactly_that() {
    let data = shipped_data();
    let groups = attention(data, &Filter::default().select(data).rows);
    assert_eq!(groups.len(), 3);
    for mut group in groups {
        // The list is in the order of the report, unless its reader sorts it.
        group.rows.sort();
        assert_eq!(Filter::default().only(group.choices).select(data).rows, group.rows, "{}", group.heading);
    }
}
