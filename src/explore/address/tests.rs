//! Properties and odd cases of the codec. Links that were issued are kept for ever in `tests/links`.

use super::key::{Times, ValueKind};
use super::{Decoded, Key, Problem, decode, encode};
use crate::explore::filter::{Choice, Facet, Filter};
use crate::explore::view_state::{
    Column, Columns, Detail, Group, ListColumn, Mode, Query, SlideAt, Sort, View, ViewState,
};
use crate::report::{Aim, Keyword, Status, Trend};
use proptest::prelude::*;

/// Any text, with many characters that are special in links.
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
    let columns = prop_oneof![
        Just(Columns::default()),
        prop::collection::vec(prop::sample::select(ListColumn::ALL), 0..8).prop_map(Columns::of),
    ];
    let view = (prop::sample::select(View::ALL), prop::option::of(any_text()));
    (view, detail, filter, sort, prop::sample::select(Group::ALL), columns).prop_map(
        |((view, from), detail, filter, sort, group, columns)| Query {
            view,
            from,
            detail,
            filter,
            sort,
            group,
            columns,
        },
    )
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
        // Also with the question mark, as the browser gives it.
        prop_assert_eq!(decode(&format!("?{query}")).state, state);
    }

    #[test]
    fn equal_views_have_equal_links(state in any_state(), other in any_state()) {
        prop_assert_eq!(state == other, encode(&state) == encode(&other));
    }

    /// Anything in the address bar can be read, and the link written from it opens the same view.
    #[test]
    fn any_query_becomes_one_canonical_link(query in "(\\PC|%[0-9a-fA-F]{2}){0,20}|((view|q|sort|measure|status|outcome|group)=(\\PC|%[0-9A-F]{2}|red|-code|risks){0,3}&?){0,6}") {
        let state = decode(&query).state;
        let canonical = encode(&state);
        let again = decode(&canonical);
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
        prop_assert_eq!(&again.state, &state);
        prop_assert_eq!(encode(&again.state), canonical);
    }

    #[test]
    fn the_order_of_the_keys_does_not_matter(state in any_state()) {
        let query = encode(&state);
        let turned: Vec<&str> = query.split('&').rev().collect();
        prop_assert_eq!(decode(&turned.join("&")), Decoded { state, problems: Vec::new() });
    }
}

/// Checks the canonical link and the problems of a query.
fn check(query: &str, canonical: &str, problems: &[Problem]) {
    let decoded = decode(query);
    assert_eq!((encode(&decoded.state).as_str(), decoded.problems.as_slice()), (canonical, problems), "{query}");
}

#[test]
fn odd_queries() {
    let repeated = |key, value: &str| Problem::Repeated { key, value: value.into() };
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
        // A key that takes one value keeps the first; the same value again is no problem.
        ("q=a&q=a", "q=a", vec![]),
        ("q=a&q=b", "q=a", vec![repeated(Key::Search, "b")]),
        ("quarter=x&quarter=y&quarter=x", "quarter=x", vec![repeated(Key::Quarter, "y")]),
        ("measure=A&measure=A", "measure=A", vec![]),
        ("measure=A&risk=A", "measure=A", vec![repeated(Key::Risk, "A")]),
        ("risk=R&measure=A&risk=S", "risk=R", vec![repeated(Key::Measure, "A"), repeated(Key::Risk, "S")]),
        ("sort=code&sort=-code", "sort=code", vec![repeated(Key::Sort, "-code")]),
        // A default is accepted, but not written.
        ("view=overview&sort=report&group=none", "", vec![]),
        ("sort=-report", "sort=-report", vec![]),
        // Repeated choices count once, in a fixed order.
        ("status=red&status=amber&status=red", "status=amber&status=red", vec![]),
        ("measure=", "measure=", vec![]),
        // Tracking keys are ignored.
        ("utm_source=x&fbclid=1&gclid=2&msclkid=3&mc_cid=4&mc_eid=5&status=red", "status=red", vec![]),
    ] {
        check(query, canonical, &problems);
    }
}

/// What mail, chat and forms leave in a link: it opens the view that was sent, without a word.
#[test]
fn bent_links_open_what_was_sent() {
    for (query, canonical) in [
        ("view=measures&status=red.", "view=measures&status=red"),
        ("status=red)", "status=red"),
        ("status=red%3E", "status=red"),
        ("status=red,", "status=red"),
        ("status=red%20", "status=red"),
        ("status=red%0A", "status=red"),
        ("long=deteriorating%E2%80%9D", "long=deteriorating"),
        ("Status=RED&VIEW=Measures", "view=measures&status=red"),
        ("view=measures&amp;status=red&amp;amp;long=static", "view=measures&status=red&long=static"),
        ("view=measures&#38;status=red", "view=measures&status=red"),
        ("status=red&gt;", "status=red"),
        ("status=red,amber", "status=amber&status=red"),
        ("status=red%252Camber", "status=amber&status=red"),
        ("sort=-Code.", "sort=-code"),
        ("group=outcome%3B", "group=outcome"),
        ("as=slides&item=2.&slide=3)", "as=slides&item=2&slide=3"),
        ("embed=1.", "embed=1"),
        ("agenda=status%253Dred%252Cview%253Drisks", "agenda=status%3Dred%2Cview%3Drisks"),
        ("agenda=status%3Dred.%2Cview%3DRisks%29", "agenda=status%3Dred%2Cview%3Drisks"),
        // What may be meant is never changed.
        ("q=what?", "q=what%3F"),
        ("q=100%25", "q=100%25"),
        ("measure=EDU3(b)", "measure=EDU3%28b%29"),
    ] {
        check(query, canonical, &[]);
    }
}

/// An address that would keep a browser busy.
#[test]
fn what_is_read_of_an_address_has_a_limit() {
    let long = |bytes: usize| format!("q={}", "a".repeat(bytes - 2));
    assert_eq!(decode(&long(32_768)).problems, []);
    let too_long = decode(&long(1_000_000));
    assert_eq!((encode(&too_long.state).as_str(), too_long.problems.len()), ("", 1));
    let words = "The link has 1,000,000 characters, more than this page reads. None of it is used.";
    assert_eq!(too_long.problems[0].to_string(), words);

    let many = decode(&"x=1&".repeat(8_000));
    assert_eq!(many.problems.len(), 21);
    assert_eq!(many.problems[20].to_string(), "Not understood either: 7,980 more parts of the link.");
    let one_more = decode(&"x=1&".repeat(21)).problems;
    assert_eq!(one_more[20].to_string(), "Not understood either: 1 more part of the link.");
    assert_eq!(decode(&"x=1&".repeat(20)).problems.len(), 20);
    // An agenda as long as it may be.
    assert_eq!(decode(&format!("agenda={}", "view%3Drisks%2C".repeat(2_000))).state.agenda.len(), 2_000);
}

#[test]
fn invalid_parts_are_named_and_the_rest_applies() {
    for (key, value) in [
        (Key::View, "charts"),
        (Key::Status, "banana"),
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
    check("state=red&q=x", "q=x", &[unknown("state", "red")]);
    check("=red", "", &[unknown("", "red")]);
    check("utm=1", "", &[unknown("utm", "1")]);
}

#[test]
fn an_agenda_item_has_only_the_keys_of_a_view() {
    for key in Key::ALL {
        let value = if *key == Key::View { "risks" } else { "1" };
        let mut problems = decode(&format!("agenda={}%3D{value}", key.word())).problems;
        let is_unknown = matches!(problems.pop(), Some(Problem::InAgenda(problem)) if matches!(*problem, Problem::UnknownKey { .. }));
        let is_of_a_view = "view from measure risk outcome programme status short long aim q sort group columns"
            .split(' ')
            .any(|word| word == key.word());
        assert_eq!(!is_unknown, is_of_a_view, "{key:?}");
    }
}

/// The second item cannot be understood; a link to a slide of the third is one of the second that is left.
#[test]
fn a_slide_keeps_its_item_when_another_is_left_out() {
    for (item, expected) in [(0, 0), (1, 1), (2, 0), (3, 2)] {
        let query =
            format!("view=agenda&agenda=view%3Drisks%2Cstatus%3Dbanana%2Cview%3Dprojects&as=slides&item={item}");
        assert_eq!(decode(&query).state.slide.item, expected, "{item}");
    }
}

#[test]
fn every_key_has_a_name_and_says_what_is_shown_instead() {
    for key in Key::ALL {
        let rule = key.rule();
        assert!(!rule.name.is_empty(), "{key:?}");
        assert_eq!(rule.fallback.is_empty(), rule.takes == ValueKind::Text, "{key:?}");
    }
    for facet in Facet::ALL {
        assert_eq!(Key::of(facet).rule().times, Times::Many, "{facet:?}");
    }
}
