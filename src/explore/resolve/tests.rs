//! What a reader is told about a link that cannot be followed in full.

use super::{Notice, open, resolve};
use crate::assess::unpublished::dataset;
use crate::explore::address::{decode, encode};
use crate::explore::view_state::ViewState;
use crate::fixtures::{cases, data_of, period, shipped, shipped_data, state_of};
use crate::publish;
use crate::report::{Dataset, Entry, Source};

fn words(notices: &[Notice]) -> Vec<String> {
    notices.iter().map(Notice::to_string).collect()
}

/// Checks what the shipped quarter keeps of a link, and the notices.
fn check(query: &str, kept: &str, expected: &[&str]) {
    let (state, notices) = resolve(&state_of(query), shipped_data());
    assert_eq!(encode(&state), kept, "{query}");
    assert_eq!(words(&notices), expected, "{query}");
}

#[test]
fn parts_that_the_quarter_does_not_have_are_named_and_the_rest_applies() {
    for (query, kept, notices) in [
        ("", "", &[][..]),
        // A choice that no measure has is still a choice.
        ("status=none&long=none&aim=goldilocks", "status=none&long=none&aim=goldilocks", &[]),
        ("measure=ASCOF%201C%282i%29&view=risks", "view=risks&measure=ASCOF%201C%282i%29", &[]),
        (
            "outcome=no-such&status=red",
            "status=red",
            &["This quarter has no outcome “no-such”. What you see is not filtered by it."],
        ),
        (
            "programme=a&programme=b",
            "",
            &[
                "This quarter has no programme “a”. What you see is not filtered by it.",
                "This quarter has no programme “b”. What you see is not filtered by it.",
            ],
        ),
        ("measure=PH99&q=x", "q=x", &["This quarter has no measure with the code “PH99”."]),
        // The number of the slide would count the slides of something else.
        ("measure=PH99&as=slides&slide=2", "as=slides", &["This quarter has no measure with the code “PH99”."]),
        ("risk=SR99", "", &["This quarter has no risk with the reference “SR99”."]),
        ("risk=PH13", "", &["This quarter has no risk with the reference “PH13”."]),
    ] {
        check(query, kept, notices);
    }
    for (_, risk) in shipped().risks() {
        let query = format!("risk={}", risk.reference);
        check(&query, &query, &[]);
    }
}

#[test]
fn each_problem_is_explained() {
    let text = "
        colour=red
            The link asks for “colour=red”, which this page does not know. What you see is not filtered by it.
        status=rde
            The link asks for the status “rde”. It can only be “green”, “blue”, “amber”, “red”, “grey” or “none”. What
            you see is not filtered by it.
        short=up
            The link asks for the short trend “up”. It can only be “improving”, “static”, “deteriorating” or “none”.
            What you see is not filtered by it.
        view=charts
            The link asks for the view “charts”. It can only be “overview”, “measures”, “risks”, “projects”, “changes”, “checks” or
            “agenda”. The overview is shown instead.
        sort=size
            The link asks for the order “size”. It can only be “report”, “code”, “name”, “value”, “target”, “variance”,
            “status”, “short”, “long”, “aim” or “period”. The list is shown in its usual order.
        group=aim
            The link asks for the grouping “aim”. It can only be “outcome”, “programme”, “status” or “none”. The list is
            shown in its usual order.
        as=film
            The link asks for the format “film”. It can only be “page”, “slides” or “pack”. The explorer page is shown
            instead.
        embed=yes
            The link asks for the embed setting “yes”. It can only be “1”. The whole page is shown.
        slide=0
            The link asks for the slide “0”, which is not a number from 1 to 9999. The first is shown instead.
        q=a&q=x
            The link names more than one search; “x” is not used.
        data=a&data=x
            The link names more than one fingerprint of the data; “x” is not used.
        measure=A&risk=SR1
            The link opens more than one measure or risk; “SR1” is not opened.
        q=%FF
            A part of the link, “q=%FF”, cannot be read and is not used.
        agenda=long%3Dup
            In the agenda, an item asks for the long trend “up”, which is not understood. The item is left out.
        agenda=q%3Da%26q%3Db
            In the agenda, an item asks for another search, “b”, which is not understood. The item is left out.
        agenda=slide%3D2
            In the agenda, an item asks for “slide=2”, which is not understood. The item is left out.
    ";
    for (query, expected) in cases(text) {
        let notices: Vec<Notice> = decode(query).problems.into_iter().map(Notice::NotUnderstood).collect();
        assert_eq!(words(&notices), [expected], "{query}");
    }
}

/// The first measure with the code is shown, and an agenda item with the code stays.
#[test]
fn a_notice_names_a_code_that_several_measures_have() {
    let mut report = shipped().clone();
    let first = report.outcomes[0].programmes[0].measures[0].clone();
    let code = first.code.clone();
    report.outcomes[0].programmes[0].measures.push(first);
    let data = data_of(report);
    let notices = |query: &str| words(&resolve(&state_of(query), &data).1);
    let several = format!("2 measures have the code “{code}” in this file; the first of them is shown.");
    assert_eq!(notices(&format!("measure={code}")), std::slice::from_ref(&several));
    assert_eq!(notices(&format!("agenda=measure%3D{code}")), [format!("In the agenda: {several}")]);
    assert_eq!(
        notices(&format!("agenda=measure%3D{code}%26outcome%3Dgone")),
        [
            "In the agenda: This quarter has no outcome “gone”. The item is left out.".to_string(),
            format!("In the agenda: {several} The item is left out."),
        ]
    );
}

/// What only the report can tell is read as it was sent too, each without a notice.
#[test]
fn bent_links_open_what_was_sent() {
    let site = published("da3ac557");
    let canonical = |query: &str| {
        let (state, notices) = open(&decode(query), &site);
        assert_eq!(notices, [], "{query}");
        encode(&ViewState { quarter: None, data: None, ..state })
    };
    for (query, expected) in [
        ("measure=PH14.", "measure=PH14"),
        ("measure=ph14", "measure=PH14"),
        ("risk=sr09b", "risk=SR09B"),
        ("measure=ASCOF%25201C%25282i%2529", "measure=ASCOF%201C%282i%29"),
        ("measure=EDU3(b)", "measure=EDU3%28b%29"),
        ("measure=EDU3(b)).", "measure=EDU3%28b%29"),
        ("outcome=Resilient%20families.", "outcome=resilient-families"),
        (
            "outcome=resilient-families,healthy-and-active-communities",
            "outcome=healthy-and-active-communities&outcome=resilient-families",
        ),
        ("quarter=2023-24-Q3.&view=risks", "view=risks"),
        ("quarter=2023-24-q3&data=da3ac557)&view=risks", "view=risks"),
        (
            "agenda=measure%3Dph14%29%2Cview%3Drisks&as=slides&item=2&slide=2",
            "agenda=measure%3DPH14%2Cview%3Drisks&as=slides&item=2&slide=2",
        ),
        ("measure=ph14&as=slides&slide=2", "measure=PH14&as=slides&slide=2"),
    ] {
        assert_eq!(canonical(query), expected, "{query}");
    }
    // What fits two measures is nobody's.
    let mut twice = shipped().clone();
    twice.outcomes[0].programmes[0].measures[0].code = "ph14".into();
    let data = data_of(twice);
    assert_eq!(words(&open(&decode("measure=Ph14"), &data).1), ["This quarter has no measure with the code “Ph14”."]);
    assert_eq!(open(&decode("measure=ph14"), &data).1, []);
}

#[test]
fn an_address_asks_for_a_quarter_or_the_newest() {
    let newest = publish::entry("export.json", EXPORT).unwrap();
    let older = Entry { id: "2023-24-q2".into(), period: period("2023-24-q2"), ..newest.clone() };
    let catalogue = publish::catalogue(vec![older, newest], None);
    for (query, expected) in [
        ("", "2023-24-q3"),
        ("quarter=2023-24-q2", "2023-24-q2"),
        ("quarter=2023-24-Q2.", "2023-24-q2"),
        ("quarter=2031-32-q1", "2023-24-q3"),
    ] {
        assert_eq!(super::entry(&decode(query).state, &catalogue).unwrap().id, expected, "{query}");
    }
}

/// The shipped quarter as published by the site.
fn published(fingerprint: &str) -> Dataset {
    let mut entry = publish::entry("export.json", EXPORT).unwrap();
    entry.sha256.replace_range(..8, fingerprint);
    entry.same_figures_as = vec!["1".repeat(64), "2".repeat(64)];
    dataset(shipped().clone(), Source::Published(Box::new(entry)))
}

const EXPORT: &[u8] = include_bytes!("../../../public/data/medway-people-2023-24-q3.json");

#[test]
fn a_notice_says_that_a_link_is_to_another_quarter_or_to_older_data() {
    let (site, file) = (published("da3ac557"), data_of(shipped().clone()));
    let shown = shipped().period;
    let no_quarter = |id: &str| vec![Notice::NoQuarter { id: id.into(), shown }];
    for (data, query, expected) in [
        (&site, "", vec![]),
        (&site, "quarter=2023-24-q3&data=00000000", vec![Notice::Updated]),
        (&site, "data=00000000", vec![Notice::Updated]),
        (&site, "data=xyz", vec![Notice::Updated]),
        (&site, "quarter=2023-24-q3&data=da3ac557", vec![]),
        (&site, "quarter=2023-24-q3", vec![]),
        // Earlier issues with the same figures.
        (&site, "data=11111111", vec![]),
        (&site, "quarter=2023-24-q3&data=22222222", vec![]),
        (&site, "data=33333333", vec![Notice::Updated]),
        (&site, "data=1111", vec![Notice::Updated]),
        // The data of another quarter always differs.
        (&site, "quarter=2023-24-q2&data=00000000", no_quarter("2023-24-q2")),
        (&site, "quarter=local-file", vec![Notice::FileGone { shown }]),
        (&file, "quarter=local-file&data=00000000", vec![]),
        (&file, "data=00000000", vec![]),
    ] {
        let (state, notices) = open(&decode(query), data);
        assert_eq!(notices, expected, "{query}");
        assert_eq!((state.quarter.as_deref(), state.data), (Some(data.id()), data.fingerprint()), "{query}");
    }
    assert_eq!(
        words(&no_quarter("2031-32-q1")),
        ["This site has no quarter “2031-32-q1”. Shown instead: Quarter 3 2023/24."]
    );
    assert_eq!(
        words(&[Notice::Updated, Notice::FileGone { shown }]),
        [
            "The figures were updated after this link was made. You see them as they are now.",
            "This link was to a file that somebody opened from their own device. A link cannot carry such a file; open it again \
             to see it. Shown instead: the published report for Quarter 3 2023/24.",
        ]
    );
}

/// First the quarter, then what is not understood, then what the quarter does not have.
#[test]
fn notices_have_a_fixed_order() {
    let (_, notices) = open(&decode("measure=X&colour=red&quarter=q&outcome=y"), shipped_data());
    let is_in_order = matches!(
        notices.as_slice(),
        [Notice::NoQuarter { .. }, Notice::NotUnderstood(_), Notice::NoChoice(_), Notice::NoDetail(_)]
    );
    assert!(is_in_order, "{notices:?}");
}
