//! The limits in the schema are those that the reader enforces.

use super::{LIMITS, catalogue, entry, schema};
use crate::fixtures::{EVERYTHING, pointers};
use crate::import;
use crate::report::Entry;
use serde_json::Value as Tree;

/// Each text of the example, made longer: the schema says that it is too long where the reader does, and nowhere else.
#[test]
fn schema_and_reader_agree_on_texts_that_are_too_long() {
    let good: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let schema = jsonschema::validator_for(schema().as_value()).unwrap();
    let texts: Vec<String> =
        pointers(&good).into_iter().filter(|pointer| good.pointer(pointer).is_some_and(Tree::is_string)).collect();
    let mut too_long = 0;
    for length in [64, 65, 400, 401] {
        for pointer in &texts {
            let mut tree = good.clone();
            *tree.pointer_mut(pointer).unwrap() = "x".repeat(length).into();
            let faults = import::report(tree.to_string().as_bytes()).err().unwrap_or_default().listed;
            let is_too_long = faults.iter().any(|fault| fault.expected.contains(" of at most "));
            let in_schema = schema.iter_errors(&tree).any(|error| error.to_string().contains("is longer than"));
            // A long text in place of a decimal number is another fault: it is not a number.
            let is_text = faults.iter().all(|fault| !fault.expected.starts_with("a decimal number"));
            assert!(is_too_long == in_schema || !is_text, "{pointer} of {length} characters");
            too_long += usize::from(is_too_long);
        }
    }
    assert!(too_long > 30, "{too_long}");
}

#[test]
fn every_lower_limit_is_in_the_schema() {
    let schema = schema();
    for (definition, field, limit, most) in LIMITS {
        let start = if definition.is_empty() { String::new() } else { format!("/$defs/{definition}") };
        let stated = schema.as_value().pointer(&format!("{start}/properties/{field}/{limit}"));
        assert_eq!(stated, Some(&Tree::from(*most)), "{definition}.{field}");
    }
}

/// A new issue has the figures of an earlier one only if somebody says so of this issue.
#[test]
fn earlier_issues_with_the_same_figures_are_kept_while_the_export_is_the_same() {
    let export = include_bytes!("../../public/data/medway-people-2023-24-q3.json");
    let entry = entry("export.json", export).unwrap();
    let earlier = vec!["0".repeat(64)];
    for (sha256, expected) in [(entry.sha256.clone(), earlier.clone()), ("1".repeat(64), Vec::new())] {
        let before = catalogue(vec![Entry { sha256, same_figures_as: earlier.clone(), ..entry.clone() }], None);
        assert_eq!(catalogue(vec![entry.clone()], Some(&before)).quarters[0].same_figures_as, expected);
    }
}

/// A picture that changed is seen where the change is reviewed.
#[test]
fn the_page_of_pictures_is_as_the_program_draws_them() {
    let mut exports = Vec::new();
    for folder in ["public/data", "public/examples"] {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_string();
            if super::is_export(&name) {
                exports.push((name, std::fs::read(path).unwrap()));
            }
        }
    }
    exports.sort();
    let page = super::pictures::page(&exports).unwrap();
    let written = include_str!("../../docs/pictures.html");
    let differ = page.lines().zip(written.lines()).find(|(now, before)| now != before);
    assert!(differ.is_none() && page.len() == written.len(), "cargo run --bin publish writes another: {differ:?}");
    // Nothing of a report becomes markup, and every report has its pictures.
    assert_eq!(page.matches("<h2>").count(), 7);
    assert!(page.matches("<svg class=\"picture\"").count() > 100);
}
