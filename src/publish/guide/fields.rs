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
        let users: Vec<String> = types
            .iter()
            .filter(|user| definition(schema, user).is_some_and(|part| mentioned(part).contains(name)))
            .map(|user| link(user))
            .collect();
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
        let rows: Vec<Vec<String>> = words.iter().map(|(word, meaning)| vec![code(word), meaning.clone()]).collect();
        return table(&format!("The words of {}", code(name)), &["Word", "Meaning"], &rows);
    }
    if let Some(choices) = part.get("anyOf").and_then(Tree::as_array) {
        let items = choices.iter().map(|choice| format!("<li>{}: {}</li>\n", kind(choice), description(choice)));
        return format!("<p>One of these:</p>\n<ul>\n{}</ul>\n", items.collect::<String>());
    }
    let fields = fields(part);
    if !fields.is_empty() {
        let rows: Vec<Vec<String>> = fields.iter().map(|field| row(schema, name, field)).collect();
        return table(&format!("The fields of {}", code(name)), &["Field", "Type", "Needed", "Meaning"], &rows);
    }
    let examples = part.get("examples").and_then(Tree::as_array).into_iter().flatten().filter_map(Tree::as_str);
    let examples: Vec<String> = examples.map(|example| code(&format!("\"{example}\""))).collect();
    format!("<p>Written as a text, for example {}.</p>\n", examples.join(", "))
}

/// The words of a type of keywords, with their meanings; empty for any other type.
fn words(part: &Tree) -> Vec<(&str, String)> {
    let choices = part.get("oneOf").and_then(Tree::as_array).into_iter().flatten();
    choices.filter_map(|choice| Some((choice.get("const")?.as_str()?, description(choice)))).collect()
}

/// A field of a type.
struct Field<'s> {
    name: &'s str,
    part: &'s Tree,
    needed: &'static str,
    /// The description of the field, or of the alternative that it stands for.
    meaning: String,
}

/// The fields of a type in the schema's order, then those of which exactly one must be there.
fn fields(part: &Tree) -> Vec<Field<'_>> {
    fn of(part: &Tree) -> impl Iterator<Item = (&String, &Tree)> {
        part.get("properties").and_then(Tree::as_object).into_iter().flat_map(Map::iter)
    }
    let required = |name: &str| {
        let required = part.get("required").and_then(Tree::as_array);
        required.is_some_and(|required| required.iter().any(|known| known == name))
    };
    let mut fields: Vec<Field<'_>> = of(part)
        .map(|(name, field)| {
            let needed = if required(name) { "yes" } else { "no" };
            Field { name, part: field, needed, meaning: description(field) }
        })
        .collect();
    for choice in part.get("oneOf").and_then(Tree::as_array).into_iter().flatten() {
        fields.extend(of(choice).map(|(name, field)| Field {
            name,
            part: field,
            needed: "exactly one of these",
            meaning: description(choice),
        }));
    }
    fields
}

fn row(schema: &Tree, name: &str, field: &Field<'_>) -> Vec<String> {
    let mut meaning = field.meaning.clone();
    let allowed: Vec<String> = mentioned(field.part)
        .first()
        .and_then(|name| definition(schema, name))
        .map(|part| words(part).iter().map(|(word, _)| code(word)).collect())
        .unwrap_or_default();
    if !allowed.is_empty() {
        let _ = write!(meaning, " <span class=\"soft\">Words: {}.</span>", allowed.join(", "));
    }
    let anchor = format!("<code id=\"{name}.{}\">{}</code>", field.name, escaped(field.name));
    vec![anchor, kind(field.part), field.needed.to_string(), meaning]
}

/// The type of a part in words, with a link to each type of the format.
fn kind(part: &Tree) -> String {
    if let Some(address) = part.get("$ref").and_then(Tree::as_str) {
        return link(address.rsplit('/').next().unwrap_or_default());
    }
    if let Some(choices) = part.get("anyOf").and_then(Tree::as_array) {
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
