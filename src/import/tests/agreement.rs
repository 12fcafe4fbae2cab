//! The generated schema and the hand-written reader agree on which files have the shape of an export.

use super::lines;
use crate::fixtures::{EVERYTHING, pointers};
use crate::import::Reading;
use crate::publish;
use crate::report::Report;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value as Tree, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(publish::schema().as_value()).expect("the schema is one"));

/// Checks that both give the same verdict, and returns it. Only the reader sees that a period such as 30 February does not
/// exist.
fn check(tree: &Tree) -> bool {
    let mut reading = Reading::default();
    reading.take(tree.to_string().as_bytes());
    let faults = reading.shape::<Report>().err().unwrap_or_default();
    let only_periods = faults.listed.iter().all(|fault| fault.expected.starts_with("a period"));
    let accepts = SCHEMA.is_valid(tree);
    if accepts != faults.is_empty() && !(accepts && only_periods) {
        let errors: Vec<String> = SCHEMA.iter_errors(tree).map(|error| error.to_string()).collect();
        panic!("schema: {errors:?}\nreader: {:?}\n{tree}", lines(&faults));
    }
    accepts
}

#[test]
fn both_accept_good_exports() {
    for text in [EVERYTHING, include_str!("../../../public/data/medway-people-2023-24-q3.json")] {
        assert!(check(&serde_json::from_str(text).unwrap()));
    }
}

/// A key that the example lacked would not be compared.
#[test]
fn the_example_has_every_key_that_an_export_can_have() {
    fn keys<'t>(
        tree: &'t Tree,
        wanted: &dyn Fn(&[&str]) -> bool,
        at: &mut Vec<&'t str>,
        found: &mut BTreeSet<&'t str>,
    ) {
        match tree {
            Tree::Object(fields) => {
                for (key, value) in fields {
                    if wanted(at) {
                        found.insert(key);
                    }
                    at.push(key);
                    keys(value, wanted, at, found);
                    at.pop();
                }
            }
            Tree::Array(entries) => entries.iter().for_each(|entry| keys(entry, wanted, at, found)),
            _ => {}
        }
    }
    let (schema, example) = (publish::schema(), serde_json::from_str(EVERYTHING).unwrap());
    let (mut known, mut used) = (BTreeSet::new(), BTreeSet::new());
    keys(schema.as_value(), &|at| at.last() == Some(&"properties"), &mut Vec::new(), &mut known);
    keys(&example, &|_| true, &mut Vec::new(), &mut used);
    assert_eq!(known.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert!(known.len() > 90, "{}", known.len());
}

/// What one place can be turned into: other types, near misses, words of other enums, parts of other records.
fn replacements() -> Vec<Tree> {
    let shapes = json!([
        null, true, 0, 1, 1.0, 1.5, -1, 4_294_967_295u32, 4_294_967_296u64, [], [""], [[]], {},
        { "number": "1" }, { "number": "1", "missing": "suppressed" },
        { "missing": "suppressed" }, { "missing": "suppressed", "reason": "few" },
        { "point": "1" }, { "point": "1", "low": "1" }, { "point": "1", "low_target": "1" }, { "point": "1", "amber": "2" },
        { "low": "1" }, { "low": "1", "high": "2" }, { "low": "1", "high_target": "2" },
        { "low_target": "1" }, { "low_target": "1", "high_target": "2" },
        { "tolerance": "1" }, { "status": "blue", "at_low_target": "red" },
        { "improving": "amber", "static": "red", "deteriorating": "red" }, { "kind": "rate", "per": 10 },
        { "paragraph": "x" }, { "paragraph": "x", "note": "x" }, { "paragraph": "x", "odd": "x" }, { "also": [] },
        { "strong": "x" }, { "strong": "x", "emphasis": "x" }, { "link": "x" }, { "href": "x" }, { "text": "x" }
    ]);
    let texts = "|x|75.20|-0|-0.0|-0.5|007|1e3|1,000|+1|1.|.5|0.00000001|0.000000001|999999999999999|1234567890123456|\
                 -123456789012345|-1234567890123456|12345678.12345678|1234567.12345678|red|blue|grey|purple|improving|\
                 none|previous_period|same_period_last_year|last_year|maximise|Maximise|percent|national|quoted|live|\
                 down|amber|relative|2023-24-q3|2023-24-q5|2023-24-to-q4|fy-2022-23|academic-2022-23|2023-12|2023-13|\
                 2023-10..2023-11|2023-12-31|2023-12-32|1800-01|javascript:x";
    let mut replacements = shapes.as_array().unwrap().clone();
    replacements.extend(texts.split('|').map(Tree::from));
    replacements
}

/// Each place of the small export with a quarter of the replacements (the property below tries the rest over time), and
/// with its key omitted or misspelt.
#[test]
fn both_refuse_the_same_edits() {
    let good: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let replacements = replacements();
    let (mut accepted, mut refused) = (0, 0);
    let mut count = |tree: &Tree| *(if check(tree) { &mut accepted } else { &mut refused }) += 1;
    for (position, pointer) in pointers(&good).into_iter().enumerate() {
        for replacement in replacements.iter().skip(position % 4).step_by(4) {
            let mut tree = good.clone();
            *tree.pointer_mut(&pointer).unwrap() = replacement.clone();
            count(&tree);
        }
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let mut tree = good.clone();
        if let Some(fields) = tree.pointer_mut(parent).unwrap().as_object_mut() {
            let value = fields.remove(key).unwrap();
            count(&tree);
            tree.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(format!("{key}s"), value);
            count(&tree);
        }
    }
    assert!(accepted > 500 && refused > 3_000, "{accepted} accepted, {refused} refused");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Several edits at once, one of which may lie inside another's replacement.
    #[test]
    fn both_refuse_the_same_files(edits in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(replacements())), 2..5)) {
        let mut tree: Tree = serde_json::from_str(EVERYTHING).unwrap();
        for (at, replacement) in edits {
            let pointers = pointers(&tree);
            *tree.pointer_mut(&pointers[at.index(pointers.len())]).unwrap() = replacement;
        }
        check(&tree);
    }
}
