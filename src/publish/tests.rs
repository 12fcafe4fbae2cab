//! The limits that the schema states are those that hold.

use super::{SHORTER, schema};
use crate::fixtures::EVERYTHING;
use crate::import;
use serde_json::Value as Tree;

/// Every text in a tree, as pointers.
fn texts(tree: &Tree, at: &str, places: &mut Vec<String>) {
    match tree {
        Tree::Object(fields) => fields.iter().for_each(|(key, value)| texts(value, &format!("{at}/{key}"), places)),
        Tree::Array(entries) => {
            entries.iter().enumerate().for_each(|(key, value)| texts(value, &format!("{at}/{key}"), places));
        }
        Tree::String(_) => places.push(at.to_string()),
        _ => {}
    }
}

/// Each text of the example, made longer: where the program says that it is too long, so does the schema, and nowhere else.
#[test]
fn texts_are_as_long_as_the_schema_says() {
    let good: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let schema = jsonschema::validator_for(schema().as_value()).unwrap();
    let mut places = Vec::new();
    texts(&good, "", &mut places);
    let mut too_long = 0;
    for length in [64, 65, 400, 401] {
        for pointer in &places {
            let mut tree = good.clone();
            *tree.pointer_mut(pointer).unwrap() = "x".repeat(length).into();
            let findings = import::report(tree.to_string().as_bytes()).err().unwrap_or_default();
            let is_too_long = findings.listed.iter().any(|finding| finding.expected.contains(" of at most "));
            let says_so = schema.iter_errors(&tree).any(|error| error.to_string().contains("is longer than"));
            // A number and a period have their own limits and are no texts at all.
            let is_text = findings.listed.iter().all(|finding| !finding.expected.starts_with("a decimal number"));
            assert!(is_too_long == says_so || !is_text, "{pointer} of {length} characters");
            too_long += usize::from(is_too_long);
        }
    }
    assert!(too_long > 30, "{too_long}");
}

#[test]
fn every_shorter_field_is_in_the_schema() {
    let schema = schema();
    for (definition, field, limit, most) in SHORTER {
        let start = if definition.is_empty() { String::new() } else { format!("/$defs/{definition}") };
        let stated = schema.as_value().pointer(&format!("{start}/properties/{field}/{limit}"));
        assert_eq!(stated, Some(&Tree::from(*most)), "{definition}.{field}");
    }
}
