//! The page is complete, well formed, and the committed one.

use super::html::{code, described};
use super::{fields, page, sets};
use crate::encode::markup::escaped;
use crate::publish::schema;
use serde_json::Value as Tree;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static PAGE: LazyLock<String> = LazyLock::new(|| page().unwrap());

#[test]
fn it_is_the_committed_page() {
    assert!(*PAGE == include_str!("../../../public/makers.html"), "it is stale: run `cargo run --bin publish`");
}

#[test]
fn text_is_escaped() {
    assert_eq!(escaped("<&\">"), "&lt;&amp;&quot;&gt;");
    assert_eq!(code("<&\">"), "<code>&lt;&amp;&quot;&gt;</code>");
    assert_eq!(
        described("a < `b & c`, see [`Status`](super::Status)."),
        "a &lt; <code>b &amp; c</code>, see <code>Status</code>."
    );
}

/// The contents of each tag, start and end tags alike, in order.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split_once('"')).map(|(value, _)| value)
}

#[test]
fn every_element_ends_where_it_should() {
    let mut open = Vec::new();
    for tag in tags(&PAGE) {
        let name = tag.split_ascii_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if matches!(name, "!doctype" | "meta" | "link" | "br" | "img") => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, [""; 0]);
}

#[test]
fn links_lead_somewhere_and_ids_are_unique() {
    let mut ids = BTreeSet::new();
    for id in tags(&PAGE).iter().filter_map(|tag| attribute(tag, "id")) {
        assert!(ids.insert(id), "{id} twice");
    }
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    for link in tags(&PAGE).iter().filter_map(|tag| attribute(tag, "href").or(attribute(tag, "src"))) {
        match link.strip_prefix('#') {
            Some(id) => assert!(ids.contains(id), "{link}"),
            None if link == "./" || link.starts_with("./?") || link.starts_with("https://") => {}
            None => assert!(public.join(link).exists(), "{link}"),
        }
    }
}

#[test]
fn headings_are_in_order_and_tables_have_captions() {
    let (mut last, mut firsts) = (0, 0);
    for tag in tags(&PAGE) {
        let name = tag.split_ascii_whitespace().next().unwrap();
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
            assert!(level <= last + 1, "h{level} after h{last}");
            firsts += u8::from(level == 1);
            last = level;
        }
        assert!(attribute(tag, "style").is_none() && !matches!(name, "script" | "style"), "{tag}");
        assert!(
            !tag.split_ascii_whitespace().skip(1).any(|part| part.starts_with("on") && part.contains('=')),
            "{tag}"
        );
        assert!(name != "img" || attribute(tag, "alt").is_some_and(|words| words.len() > 20), "{tag}");
        assert_eq!(name == "th", attribute(tag, "scope").is_some(), "{tag}");
    }
    assert_eq!(firsts, 1);
    assert_eq!(PAGE.matches("<table").count(), PAGE.matches("<caption>").count());
    assert!(PAGE.matches("<table").count() > 50);
}

/// Every property that a part of the schema has, those of its alternatives included.
fn properties<'s>(part: &'s Tree, found: &mut Vec<&'s str>) {
    match part {
        Tree::Object(parts) => {
            for (key, part) in parts.iter().filter(|(key, _)| *key != "$defs") {
                if let (true, Some(fields)) = (key == "properties", part.as_object()) {
                    found.extend(fields.keys().map(String::as_str));
                    fields.values().for_each(|field| properties(field, found));
                } else {
                    properties(part, found);
                }
            }
        }
        Tree::Array(parts) => parts.iter().for_each(|part| properties(part, found)),
        _ => {}
    }
}

#[test]
fn every_field_and_word_of_the_schema_is_under_its_type() {
    let schema = schema();
    let schema = schema.as_value();
    let mut definitions: Vec<(&str, &Tree)> = vec![("Report", schema)];
    definitions.extend(schema["$defs"].as_object().unwrap().iter().map(|(name, part)| (name.as_str(), part)));
    assert_eq!(fields::types(schema).len(), definitions.len());
    let mut checked = 0;
    for (name, part) in definitions {
        let (_, rest) = PAGE.split_once(&format!("<h3 id=\"type-{name}\">")).unwrap_or_else(|| panic!("no {name}"));
        let section = rest.split("<h3").next().unwrap();
        let mut fields = Vec::new();
        properties(part, &mut fields);
        for field in fields {
            let heading = format!("role=\"rowheader\"><code id=\"{name}.{field}\">{field}</code></th>");
            assert!(section.contains(&heading), "{name}.{field}");
            checked += 1;
        }
        let choices = part.get("oneOf").and_then(Tree::as_array).into_iter().flatten();
        for word in choices.filter_map(|choice| choice.get("const")) {
            assert!(section.contains(&format!("<code>{}</code></th>", word.as_str().unwrap())), "{name}: {word}");
            checked += 1;
        }
        assert!(section.contains(&described(part["description"].as_str().unwrap())), "{name}");
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn worked_examples_show_every_status_and_trend() {
    for result in ["Green", "Blue", "Amber", "Red", "For information", "none to be worked out"] {
        assert!(PAGE.contains(&format!("data-label=\"Status\">{result}</td>")), "{result}");
    }
    for result in ["improving", "static", "deteriorating", "none to be worked out"] {
        assert!(PAGE.contains(&format!("data-label=\"Trend\">{result}</td>")), "{result}");
    }
    let sentence = "75.20% is 4.8 percentage points below the 80.00% target. That is more than the 5% margin allowed (4 percentage \
                    points), so it is red.";
    assert!(PAGE.contains(sentence));
    assert_eq!(
        sets::SETS.iter().map(|set| set.examples.len()).sum::<usize>(),
        PAGE.matches("What the page says\">").count()
    );
}
