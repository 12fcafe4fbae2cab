//! A whole export with one thing wrong, everywhere and in every way: each is refused or read, and soon.

use super::through::{self, EVERYTHING};
use quarterlight::import;
use serde_json::{Value as Tree, json};

/// Stands in a tree for text that is no JSON value, until it is written.
const MARK: &str = "\u{1}";

/// The JSON pointers of every value inside a tree, at any depth.
pub fn pointers(tree: &Tree) -> Vec<String> {
    let parts: Vec<(String, &Tree)> = match tree {
        Tree::Object(fields) => fields.iter().map(|(key, part)| (key.clone(), part)).collect(),
        Tree::Array(entries) => entries.iter().enumerate().map(|(at, part)| (at.to_string(), part)).collect(),
        _ => Vec::new(),
    };
    let below = |(key, part): (String, &Tree)| {
        let inside = pointers(part);
        let own = std::iter::once(format!("/{key}"));
        own.chain(inside.into_iter().map(move |below| format!("/{key}{below}"))).collect::<Vec<_>>()
    };
    parts.into_iter().flat_map(below).collect()
}

/// The text of a tree before and after the value at a pointer.
fn around(tree: &Tree, pointer: &str) -> (String, String) {
    let mut changed = tree.clone();
    *changed.pointer_mut(pointer).unwrap() = MARK.into();
    let text = changed.to_string();
    let (before, after) = text.split_once("\"\\u0001\"").unwrap();
    (before.to_string(), after.to_string())
}

/// The text of a tree without the value at a pointer.
fn without(tree: &Tree, pointer: &str) -> String {
    let mut changed = tree.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Tree::Object(fields) => drop(fields.shift_remove(key).unwrap()),
        Tree::Array(entries) => drop(entries.remove(key.parse().unwrap())),
        _ => unreachable!("only objects and lists have parts"),
    }
    changed.to_string()
}

#[test]
fn every_field_of_an_export_replaced_removed_and_doubled() {
    let tree: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let long = json!("a".repeat(20_001)).to_string();
    let wide = json!("\u{202e}é🚲\u{0}".repeat(100)).to_string();
    let list = json!(vec![Tree::Null; 300]).to_string();
    let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
    let replacements = [
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e308",
        "1e999999999",
        "18446744073709551616",
        "4294967296",
        "\"\"",
        "\" \"",
        "\"-1\"",
        "\"999999999999999\"",
        "\"1e9\"",
        "[]",
        "{}",
        "[null]",
        "{\"a\":null}",
        &long,
        &wide,
        &list,
        &deep,
    ];
    let fields = pointers(&tree);
    assert!(fields.len() > 300);
    let (mut tried, mut refused) = (0, 0);
    let mut try_one = |text: &str, pointer: &str| {
        tried += 1;
        let is_refused = through::timed(pointer, || through::report(text.as_bytes())).is_err();
        refused += usize::from(is_refused);
        is_refused
    };
    for pointer in &fields {
        let (before, after) = around(&tree, pointer);
        for replacement in replacements {
            try_one(&format!("{before}{replacement}{after}"), pointer);
        }
        try_one(&without(&tree, pointer), pointer);
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        if tree.pointer(parent).unwrap().is_object() {
            let value = tree.pointer(pointer).unwrap();
            let doubled = format!("{before}{value},{}:{value}{after}", json!(key));
            assert!(try_one(&doubled, pointer), "{pointer} twice");
        }
    }
    assert!(refused > tried / 2 && refused < tried);
    through::tell(&format!("mutants of {} fields: {tried} exports, {refused} refused", fields.len()));
}

#[test]
fn the_shipped_file_cut_short() {
    let shipped = include_bytes!("../../public/data/medway-people-2023-24-q3.json");
    let catalogue = include_bytes!("../../public/data/catalogue.json");
    assert!(import::report(shipped).is_ok() && import::catalogue(catalogue).is_ok());
    for part in 0..200 {
        let cut = &shipped[..shipped.len() * part / 200];
        assert!(through::timed(part, || through::report(cut)).is_err(), "{part}/200 of the shipped quarter is read");
        let cut = &catalogue[..catalogue.len() * part / 200];
        assert!(through::timed(part, || import::catalogue(cut)).is_err(), "{part}/200 of the catalogue is read");
    }
    through::tell("the shipped quarter and the catalogue cut at each of 200 places: all refused");
}
