//! Faults from editing a good export, one edit at a time; whole bad files are in `tests/exports`.

mod agreement;
mod edits;
mod slices;

use super::fault::{Faults, Path, quoted};
use super::limits::{MAX_BYTES, MAX_CONVERSION, MAX_DEPTH, MAX_FAULTS, MAX_TEXT};
use super::{catalogue, report};
use crate::fixtures::{EVERYTHING, period};
use crate::report::{Aim, Basis, Frequency, Rating, Unit, UnitKind};
use proptest::prelude::*;
use serde_json::{Value as Tree, json};

/// The good export with the value at one place replaced: a new key is added to its object, `null` removes one.
fn edited(pointer: &str, replacement: &Tree) -> Tree {
    let mut tree: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match tree.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}")) {
        Tree::Object(fields) if replacement.is_null() => {
            fields.remove(key).unwrap_or_else(|| panic!("there is no {pointer}"));
        }
        Tree::Object(fields) => {
            fields.insert(key.to_string(), replacement.clone());
        }
        Tree::Array(entries) => entries[key.parse::<usize>().unwrap()] = replacement.clone(),
        _ => panic!("{parent} has no parts"),
    }
    tree
}

fn lines(faults: &Faults) -> Vec<String> {
    faults.listed.iter().map(ToString::to_string).collect()
}

fn faults_in(tree: &Tree) -> Vec<String> {
    lines(&report(tree.to_string().as_bytes()).err().unwrap_or_default())
}

#[test]
fn a_report_written_and_read_back_is_the_same() {
    for bytes in [EVERYTHING.as_bytes(), include_bytes!("../../public/data/medway-people-2023-24-q3.json")] {
        let read = report(bytes).unwrap();
        assert_eq!(report(&serde_json::to_vec(&read).unwrap()), Ok(read));
    }
}

/// A measure needs a code, a name, a value and its programme; what else it has is stated, or has the default that the schema tells.
#[test]
fn what_a_measure_may_leave_out() {
    let read = report(include_bytes!("../../tests/exports/good/four-things.json")).unwrap();
    let measure = read.measure("00123").unwrap().measure;
    assert_eq!((measure.aim, &measure.unit), (Aim::NotStated, &Unit { kind: UnitKind::Number, per: None, of: None }));
    assert_eq!((measure.frequency(), measure.basis()), (Frequency::Quarterly, Basis::InPeriod));
    assert_eq!(measure.reporting_period(), read.period);
    assert_eq!(
        (measure.status, measure.short_trend, measure.long_trend),
        (Rating::Unknown, Rating::Unknown, Rating::Unknown)
    );
    // Each of the others is required.
    for key in ["code", "name", "value"] {
        let mut tree: Tree = serde_json::from_str(EVERYTHING).unwrap();
        tree.pointer_mut("/outcomes/0/programmes/0/measures/0").unwrap().as_object_mut().unwrap().remove(key);
        let expected = format!(
            "$.outcomes[0].programmes[0].measures[0].{key}: found nothing; expected this key, which is required"
        );
        assert_eq!(faults_in(&tree), [expected]);
    }
    // The period of the report counts wherever it stands in the file.
    let text = serde_json::to_string(&read).unwrap();
    let late = text.replacen("\"period\":\"2023-24-q3\",", "", 1);
    let late = format!("{},\"period\":\"2024-25-q1\"}}", late.strip_suffix('}').unwrap());
    let late = late.replace("\"reporting_period\":\"2023-24-q3\",", "");
    let late = report(late.as_bytes()).unwrap();
    assert_eq!(late.measure("00123").unwrap().measure.reporting_period(), period("2024-25-q1"));
}

/// The record of a conversion may be longer than any other text, and is kept as it is.
#[test]
fn the_record_of_a_conversion_is_kept() {
    for (length, expected) in [
        (MAX_CONVERSION, &[][..]),
        (MAX_CONVERSION + 1, &["$.conversion: found a text of 200001 characters; expected at most 200000"]),
    ] {
        let text = "é".repeat(length);
        let tree = edited("/conversion", &json!(text));
        assert_eq!(faults_in(&tree), expected);
        if expected.is_empty() {
            assert_eq!(report(tree.to_string().as_bytes()).unwrap().conversion, Some(text));
        }
    }
}

#[test]
fn sizes_are_bounded() {
    let whole = |found: String, expected: &str| Err(Faults::whole_file(found, expected));
    assert_eq!(
        report(&vec![b' '; MAX_BYTES + 1]),
        whole(format!("{} bytes", MAX_BYTES + 1), "at most 268435456 bytes")
    );
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let expected = "a data file of Quarterlight: JSON, with at most 32 lists and objects inside each other";
    let deepest = report(nested(MAX_DEPTH).as_bytes()).unwrap_err().listed;
    assert!(deepest.len() == 1 && deepest[0].found.starts_with("a list of 1"), "{deepest:?}");
    let too_deep = "a fault in line 1, column 34: too many lists and objects inside each other";
    assert_eq!(report(nested(MAX_DEPTH + 1).as_bytes()), whole(too_deep.into(), expected));
    // Far deeper still: it stops before the stack overflows.
    assert_eq!(report("{\"a\":".repeat(200_000).as_bytes()).unwrap_err().count(), 1);
    let meaning = "/glossary/0/meaning";
    for (pointer, value, expected) in [
        (meaning, json!("é".repeat(MAX_TEXT)), &[][..]),
        (
            meaning,
            json!("é".repeat(MAX_TEXT + 1)),
            &["$.glossary[0].meaning: found a text of 20001 characters; expected at most 20000"],
        ),
        (
            "/glossary",
            json!(vec![0; 100_001]),
            &["$.glossary: found a list of 100001; expected at most 100000 entries"],
        ),
    ] {
        assert_eq!(faults_in(&edited(pointer, &value)), expected);
    }
}

#[test]
fn faults_beyond_those_listed_are_counted() {
    let faults = report(edited("/glossary", &json!(vec![0; 1_500])).to_string().as_bytes()).unwrap_err();
    assert_eq!((faults.listed.len(), faults.more, faults.count()), (MAX_FAULTS, 500, 1_500));
    assert!(!faults.is_empty());
}

/// A hostile file cannot make its faults longer than itself.
#[test]
fn faults_are_short_whatever_is_in_the_file() {
    let long = "k".repeat(100_000);
    let tree = edited("/glossary", &json!([{ long.clone(): { long.clone(): ["x".repeat(MAX_TEXT + 1)] } }, long]));
    let levels: Vec<Tree> = (0..2000).map(|rank| json!({ "code": format!("{rank}"), "rank": rank })).collect();
    for tree in [tree, edited("/risk_matrix/likelihood", &json!(levels))] {
        for line in faults_in(&tree) {
            assert!(line.len() < 400, "{} bytes: {line:.400}", line.len());
        }
    }
    assert_eq!(quoted(&"é".repeat(61)), format!("\"{}…\"", "é".repeat(60)));
    assert_eq!(quoted("a\"\n"), r#""a\"\n""#);
    let root = Path::Root;
    assert_eq!(root.key("a b").entry(3).key("").key("c_1").to_string(), r#"$["a b"][3][""].c_1"#);
}

#[test]
fn catalogues() {
    let good = json!({ "schema_version": 1, "quarters": [{
        "id": "2023-24-q3", "title": "People", "council": { "name": "Example", "ons_code": "E06000099" },
        "priority": { "name": "People" }, "period": "2023-24-q3", "file": "people-2023_24.json",
        "published": "2024-02-27", "bytes": 159746, "sha256": "0123456789abcdef".repeat(4),
    }] });
    let faults = |tree: &Tree| lines(&catalogue(tree.to_string().as_bytes()).err().unwrap_or_default());
    let with = |key: &str, value: Tree| {
        let mut tree = good.clone();
        tree["quarters"][0][key] = value;
        tree
    };
    assert_eq!(faults(&with("title", json!("Another title"))), [""; 0]);
    let check = |key: &str, value: Tree, fault: &str| {
        assert_eq!(faults(&with(key, value)), [format!("$.quarters[0].{key}: found {fault}")]);
    };
    check("id", json!(" "), "\" \"; expected a unique id");
    check("bytes", json!(-1), "the number -1; expected a whole number from 0 to 4294967295");
    check("bytes", json!(300_000_000), "300000000; expected at most 268435456");
    check("published", json!("2024-02"), "February 2024; expected a day such as \"2024-02-27\"");
    let files = r"../secret.json|a/b.json|a\b.json|https://example.org/x.json|.json|.hidden.json|x.txt||é.json|x.json?y|%2e.json";
    for file in files.split('|') {
        check("file", json!(file), &format!("{}; expected a plain file name that ends in .json", quoted(file)));
    }
    for sha256 in ["", "0123", &"0123456789ABCDEF".repeat(4), &"g".repeat(64), &"0".repeat(65)] {
        check("sha256", json!(sha256), &format!("{}; expected 64 hexadecimal digits in lower case", quoted(sha256)));
    }
    assert_eq!(faults(&with("same_figures_as", json!(["0".repeat(64), "f".repeat(64)]))), [""; 0]);
    let earlier = r#"$.quarters[0].same_figures_as[1]: found "abc"; expected 64 hexadecimal digits in lower case"#;
    assert_eq!(faults(&with("same_figures_as", json!(["0".repeat(64), "abc"]))), [earlier]);
    let mut twice = good.clone();
    twice["quarters"].as_array_mut().unwrap().push(good["quarters"][0].clone());
    assert_eq!(faults(&twice), [r#"$.quarters[1].id: found "2023-24-q3"; expected a unique id"#]);
    let version = "$.schema_version: found version 2; expected version 1";
    let none = "$.quarters: found none; expected at least one quarter";
    assert_eq!(faults(&json!({ "schema_version": 2, "quarters": [] })), [version, none]);
    let read = catalogue(good.to_string().as_bytes()).unwrap();
    assert_eq!(read.find(None), read.quarters.first());
    assert_eq!(read.find(Some("2023-24-q3")), read.quarters.first());
    assert_eq!(read.find(Some("2023-24-q4")), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(report(&bytes).is_err());
        prop_assert!(catalogue(&bytes).is_err());
    }

    #[test]
    fn text_that_looks_like_json_never_panics(text in r#"[\[\]{}:,"0-9a-z .\\e+-]{0,60}"#) {
        prop_assert!(report(text.as_bytes()).is_err());
    }

    /// A good file with bytes overwritten, removed or added is either read or refused with faults.
    #[test]
    fn a_damaged_file_never_panics(cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6, prop::collection::vec(any::<u8>(), 0..4)), 1..4)) {
        let mut bytes = EVERYTHING.as_bytes().to_vec();
        for (at, length, instead) in cuts {
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, instead);
        }
        if let Err(faults) = report(&bytes) {
            prop_assert!(!faults.is_empty());
        }
    }
}
