//! One fault at a time: the place that is edited, its new value (`null` removes the key), and the fault.

mod rules;
mod withheld;

use super::{edited, faults_in};
use crate::import;
use serde_json::{Value as Tree, json};

const MEASURE: &str = "/outcomes/0/programmes/0/measures/0";
const BLOCKS: &str = "/outcomes/0/programmes/0/measures/0/commentary/0/blocks";
const ABSENT: &str = "found nothing; expected this key, which is required";
const RISK: &str = "/outcomes/0/risks/0";

/// `/outcomes/0/name` as `$.outcomes[0].name`.
fn path(pointer: &str) -> String {
    pointer.split('/').skip(1).fold("$".to_string(), |path, step| match step.parse::<usize>() {
        Ok(position) => format!("{path}[{position}]"),
        Err(_) => format!("{path}.{step}"),
    })
}

/// The edit gives one fault, at this path.
fn check_at(pointer: &str, replacement: &Tree, at: &str, fault: &str) {
    assert_eq!(faults_in(&edited(pointer, replacement)), [format!("{at}: {fault}")], "{pointer} as {replacement}");
}

/// Each edit gives one fault, at the edited place.
fn check(start: &str, cases: &[(&str, Tree, &str)]) {
    for (end, replacement, fault) in cases {
        let pointer = format!("{start}{end}");
        check_at(&pointer, replacement, &path(&pointer), fault);
    }
}

/// Each edit gives no fault.
fn check_fine(start: &str, cases: &[(&str, Tree)]) {
    for (end, replacement) in cases {
        let found = faults_in(&edited(&format!("{start}{end}"), replacement));
        assert_eq!(found, [""; 0], "{start}{end} as {replacement}");
    }
}

#[test]
fn shapes() {
    let value = "expected an object with number (and flags), or with missing and reason";
    let blocks = "expected exactly one of paragraph, list, table, note (and also)";
    let decimal =
        "expected a decimal number as a text, such as \"75.20\": at most 15 digits, 8 of them after the point";
    check(
        "",
        &[
            ("/schema_version", json!("1"), "found the text \"1\"; expected a whole number from 0 to 4294967295"),
            ("/schema_version", json!(3), "found version 3; expected version 2, or an earlier one"),
            ("/id", Tree::Null, ABSENT),
            ("/outcomes", json!({}), "found an object; expected a list"),
            ("/council", json!([]), "found a list of 0; expected an object with name, ons_code, website"),
            ("/priority/name", json!(7), "found the number 7; expected a text"),
            ("/rules/tolerance", json!(0.05), &format!("found the number 0.05; {decimal}")),
            ("/rules/tolerance", json!("5%"), &format!("found the text \"5%\"; {decimal}")),
            (
                "/rules/tolerance_basis",
                json!(true),
                "found true; expected a tolerance basis: one of \"relative\", \"absolute\"",
            ),
        ],
    );
    check(
        MEASURE,
        &[
            ("/value/number", json!(77.7), &format!("found the number 77.7; {decimal}")),
            ("/value/number", json!("1,234"), &format!("found the text \"1,234\"; {decimal}")),
            ("/value", json!({}), &format!("found an object; {value}")),
            ("/value", json!("77.7"), &format!("found the text \"77.7\"; {value}")),
            (
                "/target",
                json!({"mid_point": "69"}),
                "found an object; expected an object with point (and yearly), with low and high (and mid_point), or with \
                 low_target and high_target",
            ),
            (
                "/aim",
                json!("Maximise"),
                "found the text \"Maximise\"; expected an aim: one of \"maximise\", \"minimise\", \"goldilocks\", \"not_stated\"",
            ),
            (
                "/status",
                json!("purple"),
                "found the text \"purple\"; expected a status: one of \"green\", \"blue\", \"amber\", \"red\", \"grey\", \
                 \"none\"",
            ),
            ("/value", Tree::Null, ABSENT),
            (
                "/reporting_period",
                json!("Q3 2023/24"),
                "found the text \"Q3 2023/24\"; expected a period such as \"2023-24-q3\", \"2023-24-to-q3\", \"fy-2022-23\", \
                 \"academic-2022-23\", \"2023-12\", \"2023-10..2023-11\" or \"2023-12-31\"",
            ),
            ("/ranks/0/position", json!(-1), "found the number -1; expected a whole number from 0 to 4294967295"),
            ("/commentary/0/blocks/0", json!({}), &format!("found none of them; {blocks}")),
            (
                "/commentary/0/blocks/0",
                json!({"paragraph": "a", "note": "b"}),
                &format!("found \"paragraph\" and \"note\"; {blocks}"),
            ),
            (
                "/commentary/0/blocks/0/paragraph",
                json!(1),
                "found the number 1; expected a text, or a list of its parts",
            ),
            (
                "/commentary/0/blocks/1/paragraph/0",
                json!({"bold": "x"}),
                "found an object; expected a text, or an object with strong, emphasis, or link and href",
            ),
        ],
    );
    let unknown = "found the unknown key \"statuss\" with the text \"red\"; expected only code, name, formerly, aim, unit, frequency, \
                   basis, reporting_period, period_note, value, target, rules, status, short_trend, long_trend, flags, \
                   history, benchmarks, ranks, related, commentary";
    check(MEASURE, &[("/statuss", json!("red"), unknown)]);
    let html = "found the unknown key \"html\" with the text \"<b>\"; expected only paragraph, list, table, note, also";
    let block = format!("{BLOCKS}/0");
    check_at(&block, &json!({ "html": "<b>" }), &format!("{}.html", path(&block)), html);
}

#[test]
fn names_and_codes() {
    check(
        "",
        &[
            ("/id", json!(""), "found nothing but white space; expected a code"),
            ("/id", json!("x".repeat(65)), "found 65 characters; expected a code of at most 64"),
            ("/council/name", json!("\u{a0} "), "found nothing but white space; expected a name"),
            ("/council/name", json!("\u{200b}\u{feff}"), "found nothing but invisible characters; expected a name"),
            (
                "/council/name",
                json!("\u{202e}\u{3164}\u{e0041}"),
                "found nothing but invisible characters; expected a name",
            ),
            (
                "/council/ons_code",
                json!("E0600009"),
                "found \"E0600009\"; expected an ONS code of nine letters and digits",
            ),
            ("/outcomes/0/name", json!("é".repeat(401)), "found 401 characters; expected a name of at most 400"),
            (
                "/outcomes/0/programmes/0/name",
                json!("a\nb"),
                r#"found "a\nb"; expected a name without control characters"#,
            ),
            ("/outcomes", json!([]), "found none; expected at least one outcome"),
            ("/publication/date", json!("2024-02"), "found February 2024; expected a day such as \"2024-02-27\""),
        ],
    );
    check(
        MEASURE,
        &[
            ("/code", json!(""), "found nothing but white space; expected a code"),
            ("/code", json!("\u{2060}"), "found nothing but invisible characters; expected a code"),
            ("/code", json!("EX\u{200b}1"), r#"found "EX\u{200b}1"; expected a code without invisible characters"#),
            ("/code", json!("EX\u{202e}1"), r#"found "EX\u{202e}1"; expected a code without invisible characters"#),
            (
                "/commentary/0/role",
                json!("Benchmarking"),
                r#"found the text "Benchmarking"; expected a role of a section: one of "benchmarks""#,
            ),
            ("/commentary/0/heading", json!(""), "found nothing but white space; expected a name"),
        ],
    );
    check_fine("", &[("/council/name", json!("é".repeat(400))), ("/id", json!("x".repeat(64)))]);
}

/// A report with unknown codes, or with codes and names that occur twice, is shown; the checks say what is wrong with them.
#[test]
fn unknown_and_repeated_codes_are_no_faults() {
    check_fine(
        "",
        &[
            ("/outcomes/0/projects/0/measures/0", json!("M9")),
            ("/outcomes/0/projects/0/measures", json!(["M1", "M1"])),
            ("/outcomes/0/programmes/0/measures/1/code", json!("M1")),
        ],
    );
    check_fine(MEASURE, &[("/related/0", json!("m2")), ("/related", json!(["M1", "M2", "M2"]))]);
    check_fine(BLOCKS, &[("/1/also/0", json!("M9"))]);
    let mut twins = edited("/id", &json!("2023-24-q3"));
    let programmes = twins.pointer_mut("/outcomes/0/programmes").unwrap().as_array_mut().unwrap();
    let mut programme = programmes[0].clone();
    programme["name"] = json!("LIVING well!");
    programmes.push(programme);
    let outcomes = twins["outcomes"].as_array_mut().unwrap();
    let mut other = outcomes[0].clone();
    other["name"] = json!("everyone's HEALTH!");
    outcomes.push(other);
    assert_eq!(faults_in(&twins), [""; 0]);
    let report = import::report(twins.to_string().as_bytes()).unwrap();
    assert_eq!(report.places().filter(|place| place.measure.code == "M2").count(), 4);
    // A code leads to the first measure that has it.
    assert_eq!(report.measure("M2").map(|place| place.row.index()), Some(1));
}

#[test]
fn links_lead_to_the_web_or_to_a_mailbox() {
    let href = format!("{BLOCKS}/1/paragraph/3/href");
    let expected = "expected an address that starts with https:// or http:// or mailto:";
    let bad = "javascript:alert(1)|JAVASCRIPT:alert(1)| javascript:alert(1)|java\nscript:alert(1)|\
               data:text/html,<script>|vbscript:x|//example.org|/path|example.org|ftp://example.org|https://|mailto:|\
               https://exa mple.org|https://example.org/\u{0}|";
    for bad in bad.split('|') {
        check(&href, &[("", json!(bad), &format!("found {bad:?}; {expected}"))]);
    }
    check_fine(&href, &[("", json!("http://example.org/a?b=c#d")), ("", json!("mailto:a@example.org"))]);
    let web = "expected an address that starts with https:// or http://";
    check(
        "",
        &[
            ("/council/website", json!("mailto:a@example.org"), &format!("found \"mailto:a@example.org\"; {web}")),
            ("/publication/link", json!("javascript:x"), &format!("found \"javascript:x\"; {web}")),
        ],
    );
}

#[test]
fn parts_of_a_measure() {
    let per = "expected the number that the rate is per, 1 or more";
    check(
        MEASURE,
        &[
            ("/name", json!(""), "found nothing but white space; expected a name"),
            ("/unit/per", json!(0), &format!("found 0; {per}")),
            ("/unit/per", Tree::Null, &format!("found nothing; {per}")),
            ("/history/0/formula", json!("1 + 1"), "found a formula; expected none: only a derived value has one"),
            ("/history/1/formula", Tree::Null, "found nothing; expected how the derived value was worked out"),
            (
                "/history/0/unit",
                json!({ "kind": "count" }),
                "found a unit; expected none, or the name of another series: the measure's own has its unit",
            ),
        ],
    );
    check_at(
        &format!("{MEASURE}/unit/kind"),
        &json!("percent"),
        &path(&format!("{MEASURE}/unit/per")),
        "found 10000; expected none: only a rate has it",
    );
    let shares = "found 0; expected 1 or more";
    check("/outcomes/0/programmes/0/measures/1/target", &[("/yearly/shares", json!(0), shares)]);
    let target = "/outcomes/0/projects/0/sub_measures/0/target";
    let shared_by_none = json!({ "point": "1", "yearly": { "total": "4", "shares": 0 } });
    check_at(target, &shared_by_none, &format!("{}.yearly.shares", path(target)), shares);
    check(
        BLOCKS,
        &[
            ("/3/table/rows/0", json!(["Primary"]), "found a row of 1; expected 2, as many as there are columns"),
            ("/3/table/rows/1", json!(["a", "b", "c"]), "found a row of 3; expected 2, as many as there are columns"),
        ],
    );
    // Doubtful, but shown: a range the wrong way round, a target that does not suit the aim, no status at all.
    check_fine(
        MEASURE,
        &[
            ("/target", json!({ "low": "73", "high": "65" })),
            ("/target", json!({ "point": "65" })),
            ("/target", Tree::Null),
            ("/status", json!("none")),
            ("/short_trend", json!("none")),
            ("/commentary", json!([])),
            ("/history", Tree::Null),
            ("/unit/of", Tree::Null),
            ("/period_note", Tree::Null),
        ],
    );
}
