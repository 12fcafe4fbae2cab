//! The codec by properties and odd cases. Links as they were issued are in `tests/links`, kept forever.

use super::key::{Times, ValueKind};
use super::{Decoded, Key, Problem, decode, encode};
use crate::explore::filter::{Choice, Facet, Filter};
use crate::explore::view_state::{Column, Detail, Group, Mode, Query, SlideAt, Sort, View, ViewState};
use crate::report::words::Word;
use crate::report::{Aim, Status, Trend};
use proptest::prelude::*;

/// Text of any kind, with much of what is special in links.
fn any_text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        "%+&=#?\"'<>[](){};,/\\| .-_~20%41é€🚲\u{0}\n\u{feff}\u{202e}".chars().collect::<Vec<_>>(),
    );
    let character = prop_oneof![3 => special, 1 => any::<char>()];
    prop::collection::vec(character, 0..10).prop_map(|characters| characters.into_iter().collect())
}

fn any_choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        any_text().prop_map(Choice::Outcome),
        any_text().prop_map(Choice::Programme),
        prop::sample::select(Status::ALL).prop_map(Choice::Status),
        prop::sample::select(Trend::ALL).prop_map(Choice::Short),
        prop::sample::select(Trend::ALL).prop_map(Choice::Long),
        prop::sample::select(Aim::ALL).prop_map(Choice::Aim),
    ]
}

fn any_item() -> impl Strategy<Value = Query> {
    let detail = prop_oneof![
        Just(None),
        any_text().prop_map(|code| Some(Detail::Measure(code))),
        any_text().prop_map(|reference| Some(Detail::Risk(reference))),
    ];
    let filter = (prop::collection::btree_set(any_choice(), 0..6), any_text())
        .prop_map(|(choices, search)| Filter { choices, search });
    let sort =
        (prop::sample::select(Column::ALL), any::<bool>()).prop_map(|(column, descending)| Sort { column, descending });
    let view = prop::sample::select(View::ALL);
    let group = prop::sample::select(Group::ALL);
    (view, detail, filter, sort, group).prop_map(|(view, detail, filter, sort, group)| Query {
        view,
        detail,
        filter,
        sort,
        group,
    })
}

fn any_state() -> impl Strategy<Value = ViewState> {
    let item = any_item().prop_filter("what can be an item", |item| !matches!(item.view, View::Agenda | View::Checks));
    let agenda = prop::collection::vec(item, 0..4);
    let slide = (0..=9_999usize, 1..=9_999usize).prop_map(|(item, number)| SlideAt { item, number });
    let mode = prop::sample::select(Mode::ALL);
    (prop::option::of(any_text()), prop::option::of(any_text()), any_item(), agenda, mode, slide, any::<bool>())
        .prop_map(|(quarter, data, shown, agenda, mode, slide, embed)| ViewState {
            quarter,
            data,
            shown,
            agenda,
            mode,
            slide,
            embed,
        })
}

fn is_plain(query: &str) -> bool {
    query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.=&%".contains(&byte))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_link_opens_the_view_that_it_was_made_from(state in any_state()) {
        let query = encode(&state);
        prop_assert!(is_plain(&query), "{}", query);
        prop_assert_eq!(decode(&query), Decoded { state: state.clone(), problems: Vec::new() });
        // With the question mark too, as the browser gives it.
        prop_assert_eq!(decode(&format!("?{query}")).state, state);
    }

    #[test]
    fn equal_views_have_equal_links(state in any_state(), other in any_state()) {
        prop_assert_eq!(state == other, encode(&state) == encode(&other));
    }

    /// Whatever stands in the address bar is read without panic, and the link that is written of it opens the same view.
    #[test]
    fn any_query_becomes_one_canonical_link(query in "(\\PC|%[0-9a-fA-F]{2}){0,20}|((view|q|sort|measure|status|outcome|group)=(\\PC|%[0-9A-F]{2}|red|-code|risks){0,3}&?){0,6}") {
        let state = decode(&query).state;
        let canonical = encode(&state);
        let again = decode(&canonical);
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
        prop_assert_eq!(&again.state, &state);
        prop_assert_eq!(encode(&again.state), canonical);
    }

    /// The keys may stand in any order: the view is the same.
    #[test]
    fn the_order_of_the_keys_does_not_matter(state in any_state()) {
        let query = encode(&state);
        let turned: Vec<&str> = query.split('&').rev().collect();
        prop_assert_eq!(decode(&turned.join("&")), Decoded { state, problems: Vec::new() });
    }
}

/// What is read of a query, as the canonical link and the problems.
fn check(query: &str, canonical: &str, problems: &[Problem]) {
    let decoded = decode(query);
    assert_eq!((encode(&decoded.state).as_str(), decoded.problems.as_slice()), (canonical, problems), "{query}");
}

#[test]
fn odd_queries() {
    let again = |key, value: &str| Problem::Again { key, value: value.into() };
    let not_text = |part: &str| Problem::NotText { part: part.into() };
    for (query, canonical, problems) in [
        ("", "", vec![]),
        ("?", "", vec![]),
        ("&&&", "", vec![]),
        ("q=100%", "q=100%25", vec![]),
        ("q=100%&status=red", "status=red&q=100%25", vec![]),
        ("q=%4", "q=%254", vec![]),
        ("q=%zz", "q=%25zz", vec![]),
        ("q=%%41", "q=%25A", vec![]),
        ("q=a+b", "q=a%20b", vec![]),
        ("q=a%2Bb", "q=a%2Bb", vec![]),
        ("q=a=b", "q=a%3Db", vec![]),
        ("q", "", vec![]),
        ("q=", "", vec![]),
        ("q=%E2%82%AC", "q=%E2%82%AC", vec![]),
        ("q=%e2%82%ac", "q=%E2%82%AC", vec![]),
        ("q=€", "q=%E2%82%AC", vec![]),
        ("%71=x", "q=x", vec![]),
        ("q=%FF", "", vec![not_text("q=%FF")]),
        ("q=a%00b", "q=a%00b", vec![]),
        // A key that takes one value: the first stands; the same again is no problem.
        ("q=a&q=a", "q=a", vec![]),
        ("q=a&q=b", "q=a", vec![again(Key::Search, "b")]),
        ("quarter=x&quarter=y&quarter=x", "quarter=x", vec![again(Key::Quarter, "y")]),
        ("measure=A&measure=A", "measure=A", vec![]),
        ("measure=A&risk=A", "measure=A", vec![again(Key::Risk, "A")]),
        ("risk=R&measure=A&risk=S", "risk=R", vec![again(Key::Measure, "A"), again(Key::Risk, "S")]),
        ("sort=code&sort=-code", "sort=code", vec![again(Key::Sort, "-code")]),
        // The default may be written out; it is not written back.
        ("view=overview&sort=report&group=none", "", vec![]),
        ("sort=-report", "sort=-report", vec![]),
        // Repeated choices are one, in a fixed order.
        ("status=red&status=amber&status=red", "status=amber&status=red", vec![]),
        ("measure=", "measure=", vec![]),
        // What others add on the way asks for nothing.
        ("utm_source=x&fbclid=1&gclid=2&msclkid=3&mc_cid=4&mc_eid=5&status=red", "status=red", vec![]),
    ] {
        check(query, canonical, &problems);
    }
}

#[test]
fn what_cannot_be_understood_is_named_and_the_rest_applies() {
    for (key, value) in [
        (Key::View, "charts"),
        (Key::Status, "banana"),
        (Key::Status, "Red"),
        (Key::Status, ""),
        (Key::Short, "up"),
        (Key::Long, "down"),
        (Key::Aim, "max"),
        (Key::Sort, "--code"),
        (Key::Group, "aim"),
        (Key::Mode, "film"),
        (Key::Item, "0"),
        (Key::Slide, "01"),
        (Key::Slide, "10000"),
        (Key::Embed, "yes"),
    ] {
        let problem = Problem::UnknownValue { key, value: value.into() };
        check(&format!("{}={value}&q=x", key.word()), "q=x", &[problem]);
    }
    let unknown = |key: &str, value: &str| Problem::UnknownKey { key: key.into(), value: value.into() };
    check("Status=red&q=x", "q=x", &[unknown("Status", "red")]);
    check("=red", "", &[unknown("", "red")]);
    check("utm=1", "", &[unknown("utm", "1")]);
}

#[test]
fn an_item_of_an_agenda_has_only_what_makes_a_view() {
    for key in Key::ALL {
        let value = if *key == Key::View { "risks" } else { "1" };
        let mut problems = decode(&format!("agenda={}%3D{value}", key.word())).problems;
        let is_unknown = matches!(problems.pop(), Some(Problem::InAgenda(problem)) if matches!(*problem, Problem::UnknownKey { .. }));
        let makes_a_view = [
            Key::View,
            Key::Measure,
            Key::Risk,
            Key::Outcome,
            Key::Programme,
            Key::Status,
            Key::Short,
            Key::Long,
            Key::Aim,
            Key::Search,
            Key::Sort,
            Key::Group,
        ];
        assert_eq!(!is_unknown, makes_a_view.contains(key), "{key:?}");
    }
}

/// Each key has a notice for what may go wrong with it.
#[test]
fn every_key_has_a_name_and_says_what_is_shown_instead() {
    for key in Key::ALL {
        let entry = key.entry();
        assert!(!entry.name.is_empty(), "{key:?}");
        assert_eq!(entry.instead.is_empty(), entry.takes == ValueKind::Text, "{key:?}");
    }
    for facet in Facet::ALL {
        assert_eq!(Key::of(facet).entry().times, Times::Many, "{facet:?}");
    }
}
