//! What a reader is told of a link that cannot be honoured in full.

use super::{explain, no_such_quarter, resolve, updated};
use crate::address::{Problem, decode, encode};
use crate::example::{shipped, shipped_data};

/// What is kept of a link in the shipped quarter, and the notices.
fn check(query: &str, kept: &str, notices: &[&str]) {
    let decoded = decode(query);
    assert_eq!(decoded.problems, [], "{query}");
    let (state, told) = resolve(&decoded.state, shipped_data());
    let told: Vec<&str> = told.iter().map(|notice| notice.text.as_str()).collect();
    assert_eq!((encode(&state).as_str(), told.as_slice()), (kept, notices), "{query}");
}

#[test]
fn what_a_quarter_does_not_have_is_named_and_the_rest_applies() {
    for (query, kept, notices) in [
        ("", "", &[][..]),
        // A choice that no measure has is still a choice.
        ("status=none&long=none&aim=goldilocks", "status=none&long=none&aim=goldilocks", &[]),
        ("measure=ASCOF%201C%282i%29&view=risks", "view=risks&measure=ASCOF%201C%282i%29", &[]),
        (
            "outcome=no-such&status=red",
            "status=red",
            &["This quarter has no outcome “no-such”. What you see is not narrowed by it."],
        ),
        (
            "programme=a&programme=b",
            "",
            &[
                "This quarter has no programme “a”. What you see is not narrowed by it.",
                "This quarter has no programme “b”. What you see is not narrowed by it.",
            ],
        ),
        ("measure=PH99&q=x", "q=x", &["This quarter has no measure with the code “PH99”."]),
        // The second slide of what is not there would be the second of something else.
        ("measure=PH99&as=slides&slide=2", "as=slides", &["This quarter has no measure with the code “PH99”."]),
        // Codes are spelt as the report spells them.
        ("measure=ph13", "", &["This quarter has no measure with the code “ph13”."]),
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
fn parts_that_cannot_be_understood_in_words() {
    for (problem, expected) in [
        (
            Problem::UnknownKey { key: "colour".into(), value: "red".into() },
            "The link asks for “colour=red”, which this page does not know. What you see is not narrowed by it.",
        ),
        (
            Problem::UnknownWord { key: "status", value: "rde".into(), allowed: vec!["green", "amber", "red"] },
            "The link asks for the status “rde”. There is only “green”, “amber” and “red”. What you see is not narrowed by it.",
        ),
        (
            Problem::UnknownWord { key: "view", value: "charts".into(), allowed: vec!["overview"] },
            "The link asks for the view “charts”. There is only “overview”. The overview is shown instead.",
        ),
        (
            Problem::UnknownWord { key: "sort", value: "size".into(), allowed: vec!["code", "name"] },
            "The link asks for the order “size”. There is only “code” and “name”. The list is shown in its usual order.",
        ),
        (
            Problem::Again { key: "short", value: "x".into() },
            "The link names more than one short trend; “x” is not used.",
        ),
        (Problem::Again { key: "q", value: "x".into() }, "The link names more than one search; “x” is not used."),
        (
            Problem::Again { key: "risk", value: "SR1".into() },
            "The link opens more than one measure or risk; “SR1” is not opened.",
        ),
        (Problem::NotText { part: "q=%FF".into() }, "A part of the link, “q=%FF”, cannot be read and is not used."),
    ] {
        let told: Vec<String> = explain(&[problem]).into_iter().map(|notice| notice.text).collect();
        assert_eq!(told, [expected]);
    }
    assert_eq!(
        no_such_quarter("2031-32-q1", shipped()).text,
        "This site has no quarter “2031-32-q1”. Shown instead: Quarter 3 2023/24."
    );
}

#[test]
fn a_link_made_from_other_data_of_the_same_quarter_is_told_of() {
    let told =
        |query: &str, fingerprint: Option<&str>| updated(&decode(query).state, "2023-24-q3", fingerprint).is_some();
    for (query, fingerprint, expected) in [
        ("quarter=2023-24-q3&data=00000000", Some("da3ac557"), true),
        ("data=00000000", Some("da3ac557"), true),
        ("data=xyz", Some("da3ac557"), true),
        ("quarter=2023-24-q3&data=da3ac557", Some("da3ac557"), false),
        ("quarter=2023-24-q3", Some("da3ac557"), false),
        // Another quarter has other data; a notice of its own says that it is not shown.
        ("quarter=2023-24-q2&data=00000000", Some("da3ac557"), false),
        ("data=00000000", None, false),
    ] {
        assert_eq!(told(query, fingerprint), expected, "{query} {fingerprint:?}");
    }
}
