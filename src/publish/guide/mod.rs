//! Knows: the page for people who make exports: its parts, and where each stands in the page.
//! Must not know: what the format is, or what the rules are: the schema and the program say so themselves.

mod examples;
mod fields;
mod html;
mod sets;
mod words;

use html::{code, escape};
use std::fmt::Write;

/// The page with a place for each part that is made here.
const PAGE: &str = include_str!("page.html");

/// The page, as HTML. An error tells what is wrong with this module's own examples or page.
pub fn page() -> Result<String, String> {
    let schema = super::schema();
    let schema = schema.as_value();
    let mut rules = String::new();
    for set in sets::SETS {
        rules.push_str(&examples::section(set)?);
    }
    let entry = |id: &str, text: &str| format!("<li><a href=\"#{id}\">{text}</a></li>\n");
    let sets = sets::SETS.iter().map(|set| entry(set.id, &escape(set.title)));
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
            return Err(format!("the page must have one place for {place}"));
        }
        page = page.replace(&comment, &part);
    }
    let mut left = String::new();
    for place in page.split("<!--").skip(1) {
        let _ = write!(left, " {}", place.split("-->").next().unwrap_or_default().trim());
    }
    if left.is_empty() { Ok(page) } else { Err(format!("nothing is made for:{left}")) }
}

#[cfg(test)]
mod tests;
