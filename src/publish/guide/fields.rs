//! Knows: how the format is described field by field, from its JSON Schema.
//! Must not know: the types that the schema was generated from.

use super::html::{code, described, table};
use crate::encode::markup::escaped;
use crate::import::limits::{MAX_ENTRIES, MAX_TEXT};
use crate::publish::has_type;
use serde_json::{Map, Value as Tree};
use std::fmt::Write;

/// The name of the root type, which the schema does not give.
const ROOT: &str = "Report";

/// The types of a schema, in the order in which they are first mentioned from the top down.
pub fn types(schema: &Tree) -> Vec<&str> {
    let mut found = vec![ROOT];
    follow(schema, schema, &mut found);
    found
}

fn follow<'s>(schema: &'s Tree, part: &'s Tree, found: &mut Vec<&'s str>) {
    for name in mentioned(part) {
        if !found.contains(&name) {
            found.push(name);
            if let Some(part) = definition(schema, name) {
                follow(schema, part, found);
            }
        }
    }
}

/// The types that a part of a schema mentions, not counting the definitions inside it.
fn mentioned(part: &Tree) -> Vec<&str> {
    match part {
        Tree::Object(fields) => fields
            .iter()
            .filter(|(key, _)| *key != "$defs")
            .flat_map(|(key, value)| match value {
                Tree::String(address) if key == "$ref" => address.rsplit('/').take(1).collect(),
                value => mentioned(value),
            })
            .collect(),
        Tree::Array(entries) => entries.iter().flat_map(mentioned).collect(),
        _ => Vec::new(),
    }
}

fn definition<'s>(schema: &'s Tree, name: &str) -> Option<&'s Tree> {
    if name == ROOT { Some(schema) } else { schema.get("$defs")?.get(name) }
}

/// A section for each type.
pub fn sections(schema: &Tree) -> String {
    let types = types(schema);
    let mut html = String::new();
    for name in &types {
        let Some(part) = definition(schema, name) else { continue };
        let _ = write!(html, "<h3 id=\"type-{name}\">{}</h3>\n<p>{}</p>\n", code(name), description(part));
        let uses = |user: &&&str| definition(schema, user).is_some_and(|part| mentioned(part).contains(name));
        let users: Vec<String> = types.iter().filter(uses).map(|user| link(user)).collect();
        if !users.is_empty() {
            let _ = writeln!(html, "<p class=\"soft\">Used in {}.</p>", users.join(", "));
        }
        html.push_str(&body(schema, name, part));
    }
    html
}

/// What a type consists of: words, alternatives, fields, or a text of a certain form.
fn body(schema: &Tree, name: &str, part: &Tree) -> String {
    let words = words(part);
    if !words.is_empty() {
        let rows = words.into_iter().map(|(word, meaning)| [code(word), meaning]);
        return table(&format!("The words of {}", code(name)), &["Word", "Meaning"], rows);
    }
    let choices = list(part, "anyOf");
    if !choices.is_empty() {
        let items = choices.iter().map(|choice| format!("<li>{}: {}</li>\n", kind(choice), description(choice)));
        return format!("<p>One of these:</p>\n<ul>\n{}</ul>\n", items.collect::<String>());
    }
    let fields = fields(schema, name, part);
    if !fields.is_empty() {
        return table(&format!("The fields of {}", code(name)), &["Field", "Type", "Needed", "Meaning"], fields);
    }
    let examples = list(part, "examples").iter().filter_map(Tree::as_str);
    let examples: Vec<String> = examples.map(|example| code(&format!("\"{example}\""))).collect();
    format!("<p>Written as a text, for example {}.</p>\n", examples.join(", "))
}

/// The words of a type of keywords, with their meanings; empty for any other type.
fn words(part: &Tree) -> Vec<(&str, String)> {
    let word = |choice| Some((Tree::get(choice, "const")?.as_str()?, description(choice)));
    list(part, "oneOf").iter().filter_map(word).collect()
}

/// The list under a key of a schema; empty if there is none.
fn list<'s>(part: &'s Tree, key: &str) -> &'s [Tree] {
    part.get(key).and_then(Tree::as_array).map_or(&[], Vec::as_slice)
}

/// A row for each field of a type in the schema's order, then for those of which exactly one must be there.
fn fields(schema: &Tree, name: &str, part: &Tree) -> Vec<[String; 4]> {
    fn of(part: &Tree) -> impl Iterator<Item = (&String, &Tree)> {
        part.get("properties").and_then(Tree::as_object).into_iter().flat_map(Map::iter)
    }
    let row = |field: &str, part: &Tree, needed: &str, mut meaning: String| {
        let keywords = mentioned(part).first().and_then(|name| definition(schema, name)).map(words).unwrap_or_default();
        if !keywords.is_empty() {
            let keywords: Vec<String> = keywords.iter().map(|(word, _)| code(word)).collect();
            let _ = write!(meaning, " <span class=\"soft\">Words: {}.</span>", keywords.join(", "));
        }
        let anchor = format!("<code id=\"{name}.{field}\">{}</code>", escaped(field));
        [anchor, kind(part), needed.to_string(), meaning]
    };
    let is_required = |name: &str| list(part, "required").iter().any(|known| known == name);
    let mut rows: Vec<[String; 4]> = of(part)
        .map(|(field, part)| row(field, part, if is_required(field) { "yes" } else { "no" }, description(part)))
        .collect();
    for choice in list(part, "oneOf") {
        // The alternative has the description, not the field in it.
        rows.extend(of(choice).map(|(field, part)| row(field, part, "exactly one of these", description(choice))));
    }
    rows
}

/// The type of a part in words, with a link to each type of the format.
fn kind(part: &Tree) -> String {
    if let Some(address) = part.get("$ref").and_then(Tree::as_str) {
        return link(address.rsplit('/').next().unwrap_or_default());
    }
    let choices = list(part, "anyOf");
    if !choices.is_empty() {
        let choices = choices.iter().filter(|choice| choice.get("type").is_none_or(|one| one != "null"));
        return choices.map(kind).collect::<Vec<_>>().join(" or ");
    }
    let most = |limit: &str, usual: usize| {
        let most = part.get(limit).and_then(Tree::as_u64).and_then(|most| usize::try_from(most).ok());
        most.filter(|most| *most < usual)
    };
    if has_type(part, "string") {
        most("maxLength", MAX_TEXT).map_or("text".into(), |most| format!("text of at most {most} characters"))
    } else if has_type(part, "array") {
        let items = part.get("items").map_or(String::new(), kind);
        most("maxItems", MAX_ENTRIES)
            .map_or(format!("list of {items}"), |most| format!("list of at most {most} {items}"))
    } else if has_type(part, "integer") {
        "whole number".into()
    } else if has_type(part, "boolean") {
        "true or false".into()
    } else {
        // The schema has no other types today; for a new one its JSON is better than nothing.
        code(&part.to_string())
    }
}

fn link(name: &str) -> String {
    format!("<a href=\"#type-{name}\">{name}</a>")
}

fn description(part: &Tree) -> String {
    described(part.get("description").and_then(Tree::as_str).unwrap_or_default())
}
