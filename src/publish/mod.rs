//! Knows: how the JSON Schema, the catalogue, the page for makers and what is published beside an export are made.
//! Must not know: the browser; it is compiled natively only.

pub mod feed;
pub mod guide;
pub mod pictures;
pub mod quarters;
pub mod table;

use crate::import::limits::{MAX_CODE, MAX_CONVERSION, MAX_ENTRIES, MAX_HISTORY, MAX_LEVELS, MAX_NAME, MAX_TEXT};
use crate::import::{self, Faults};
use crate::report::{CATALOGUE_VERSION, Catalogue, Entry, FiguresFile, Report};
use schemars::transform::RecursiveTransform;
use schemars::{Schema, generate::SchemaSettings};
use serde_json::Value as Tree;
use sha2::{Digest, Sha256};

/// The report without outcomes that makers start from.
pub const TEMPLATE: &str = include_str!("../../public/examples/report.json");

/// The fields with a limit of their own in place of that of texts or lists in general: type, field, limit, most.
const LIMITS: &[(&str, &str, &str, usize)] = &[
    ("", "id", "maxLength", MAX_CODE),
    ("", "conversion", "maxLength", MAX_CONVERSION),
    ("Measure", "code", "maxLength", MAX_CODE),
    ("EndedMeasure", "code", "maxLength", MAX_CODE),
    ("EndedMeasure", "name", "maxLength", MAX_NAME),
    ("Risk", "reference", "maxLength", MAX_CODE),
    ("Level", "code", "maxLength", MAX_CODE),
    ("Council", "name", "maxLength", MAX_NAME),
    ("Priority", "name", "maxLength", MAX_NAME),
    ("Publication", "title", "maxLength", MAX_NAME),
    ("StatusDefinition", "label", "maxLength", MAX_NAME),
    ("Outcome", "name", "maxLength", MAX_NAME),
    ("Programme", "name", "maxLength", MAX_NAME),
    ("Measure", "name", "maxLength", MAX_NAME),
    ("Project", "name", "maxLength", MAX_NAME),
    ("SubMeasure", "name", "maxLength", MAX_NAME),
    ("Risk", "title", "maxLength", MAX_NAME),
    ("Section", "heading", "maxLength", MAX_NAME),
    ("Measure", "history", "maxItems", MAX_HISTORY),
    ("RiskMatrix", "likelihood", "maxItems", MAX_LEVELS),
    ("RiskMatrix", "impact", "maxItems", MAX_LEVELS),
];

/// The JSON Schema of exports, made from the types of `report`.
pub fn schema() -> Schema {
    let limits = |schema: &mut Schema| {
        let is_text = has_type(schema.as_value(), "string");
        if is_text && schema.get("maxLength").is_none() && schema.get("const").is_none() {
            schema.insert("maxLength".into(), MAX_TEXT.into());
        }
        if has_type(schema.as_value(), "array") {
            schema.insert("maxItems".into(), MAX_ENTRIES.into());
        }
        if schema.get("format").is_some_and(|format| format == "uint32") {
            schema.insert("maximum".into(), u32::MAX.into());
        }
    };
    let mut schema = SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(limits))
        .into_generator()
        .into_root_schema_for::<Report>();
    schema.insert("title".into(), "A council's quarterly performance report".into());
    for (definition, field, limit, most) in LIMITS {
        let start = if definition.is_empty() { String::new() } else { format!("/$defs/{definition}") };
        if let Some(Tree::Object(field)) = schema.pointer_mut(&format!("{start}/properties/{field}")) {
            field.insert((*limit).to_string(), (*most).into());
        }
    }
    schema
}

/// Whether a part of a schema allows this JSON type.
fn has_type(part: &Tree, wanted: &str) -> bool {
    match part.get("type") {
        Some(Tree::String(one)) => one == wanted,
        Some(Tree::Array(several)) => several.iter().any(|one| one == wanted),
        _ => false,
    }
}

/// Whether a file in the folders of data and examples is an export, by its name.
pub fn is_export(name: &str) -> bool {
    let is_made = name.ends_with(".figures.json") || table::is_description(name);
    name.ends_with(".json") && !is_made && !matches!(name, "catalogue.json" | "report.json")
}

/// The catalogue entry of an export.
pub fn entry(file: &str, bytes: &[u8]) -> Result<Entry, Faults> {
    let report = import::report(bytes)?;
    Ok(Entry {
        title: format!("{}, {}", report.priority.name, report.period),
        id: report.id,
        council: report.council,
        priority: report.priority,
        period: report.period,
        file: file.to_string(),
        published: report.publication.date,
        bytes: length(bytes)?,
        sha256: sha256(bytes),
        same_figures_as: Vec::new(),
        figures: None,
    })
}

/// What the catalogue says of a file of figures.
pub fn figures_file(file: &str, bytes: &[u8]) -> Result<FiguresFile, Faults> {
    Ok(FiguresFile { file: file.to_string(), bytes: length(bytes)?, sha256: sha256(bytes) })
}

fn length(bytes: &[u8]) -> Result<u32, Faults> {
    u32::try_from(bytes.len()).map_err(|_| Faults::too_large(bytes.len() as u64))
}

fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The catalogue of these quarters, newest first. What was written by hand into the one `before` is kept for an export that is
/// still the same: whoever publishes a new issue has to say anew whether its figures are the same.
pub fn catalogue(mut quarters: Vec<Entry>, before: Option<&Catalogue>) -> Catalogue {
    for entry in &mut quarters {
        let known = before.and_then(|before| before.find(Some(&entry.id)));
        if let Some(known) = known.filter(|known| known.sha256 == entry.sha256) {
            entry.same_figures_as.clone_from(&known.same_figures_as);
        }
    }
    quarters.sort_by(|a, b| b.period.order().cmp(&a.period.order()).then_with(|| a.id.cmp(&b.id)));
    Catalogue { schema_version: CATALOGUE_VERSION, quarters }
}

#[cfg(test)]
mod tests;
