//! Knows: how the page for people who make exports is put together from its parts.
//! Must not know: the format or the rules, which come from the schema and the program itself.

mod columns;
mod examples;
mod fields;
mod html;
mod sets;
mod words;

use crate::encode::markup::escaped;
use html::code;

/// The page with a placeholder, a comment, for each part that is generated.
const PAGE: &str = include_str!("page.html");

/// The page, as HTML. Fails if an example cannot be read, or if the placeholders do not match the generated parts.
pub fn page() -> Result<String, String> {
    let schema = super::schema();
    let schema = schema.as_value();
    let mut rules = String::new();
    for set in sets::SETS {
        rules.push_str(&examples::section(set)?);
    }
    let entry = |id: &str, text: &str| format!("<li><a href=\"#{id}\">{text}</a></li>\n");
    let sets = sets::SETS.iter().map(|set| entry(set.id, &escaped(set.title)));
    let types = fields::types(schema).into_iter().map(|name| entry(&format!("type-{name}"), &code(name)));
    let mut page = PAGE.to_string();
    for (place, part) in [
        ("list of rules", sets.collect::<String>()),
        ("list of types", types.collect()),
        ("kinds of findings", words::kinds()),
        ("columns", words::columns()),
        ("rules", rules),
        ("periods", words::periods()),
        ("shorthand", words::shorthand()),
        ("measure flags", words::measure_flags()),
        ("limits", words::limits()),
        ("fields", fields::sections(schema)),
    ] {
        let comment = format!("<!-- {place} -->\n");
        if page.matches(&comment).count() != 1 {
            return Err(format!("the page must have one placeholder for {place}"));
        }
        page = page.replace(&comment, &part);
    }
    match page.split_once("<!--") {
        None => Ok(page),
        Some((_, rest)) => {
            Err(format!("nothing is generated for{}", rest.split("-->").next().unwrap_or_default().trim_end()))
        }
    }
}

#[cfg(test)]
mod tests;
