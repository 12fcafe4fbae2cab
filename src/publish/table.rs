//! Knows: what a site publishes beside each export for spreadsheets and statistical programs: its measures as CSV, and what the columns
//! of that mean (CSVW, the W3C's "Metadata Vocabulary for Tabular Data").
//! Must not know: how a row is made, or where files are written.

use super::quarters::earlier;
use crate::assess::unpublished::dataset;
use crate::compare::join;
use crate::encode::csv;
use crate::explore::view_state::{Query, View, ViewState};
use crate::output::download::{Cells, Column, DownloadSet, MEASURES, measures_csv};
use crate::report::{Entry, Report, Source};
use serde_json::{Map, Value as Tree, json};
use std::collections::HashSet;

/// What every name of a description ends with: programs look there for that of the file before it.
const DESCRIPTION_ENDING: &str = "-metadata.json";

/// Where the explorer is, from the folder of exports.
const EXPLORER: &str = "../";

/// The name of the table of an export.
pub fn name(export: &str) -> String {
    format!("{}.csv", export.trim_end_matches(".json"))
}

/// The name of the description of a table.
pub fn description_name(table: &str) -> String {
    format!("{table}{DESCRIPTION_ENDING}")
}

/// Whether a file is a description, by its name.
pub fn is_description(name: &str) -> bool {
    name.ends_with(&format!(".csv{DESCRIPTION_ENDING}"))
}

/// All measures of a report, as a reader downloads them; `all` are the reports of the site. Nothing here knows where the site will be,
/// so links are relative to this file.
pub fn table(entry: &Entry, report: &Report, all: &[&Report]) -> String {
    // What is worked out where nothing is published rests on earlier reports too, as on the page.
    let mut joined = report.clone();
    join::join(&mut joined, &earlier(report, all));
    let data = dataset(joined, Source::Published(Box::new(entry.clone())));
    let view = ViewState::of(Query::of_view(View::Measures));
    let state = ViewState { quarter: Some(data.id().to_string()), data: data.fingerprint(), ..view };
    csv::file(&measures_csv(&DownloadSet::of(&state, &data, EXPLORER)))
}

/// The description of that table; `file` is its name.
pub fn description(report: &Report, file: &str) -> Tree {
    let Report { council, priority, period, publication, .. } = report;
    let mut publisher = json!({ "schema:name": council.name });
    let mut description = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "url": file,
        "dc:title": format!("{}: {}, {period}, performance measures", council.name, priority.name),
        "dc:description": ABOUT,
    });
    add(&mut publisher, "schema:url", council.website.as_deref().map(address));
    add(&mut description, "dc:publisher", Some(publisher));
    add(
        &mut description,
        "dc:license",
        Some(&publication.licence).filter(|text| !text.is_empty()).map(|text| json!(text)),
    );
    add(
        &mut description,
        "dc:issued",
        publication.date.map(|day| json!({ "@value": day.word(), "@type": "xsd:date" })),
    );
    // The address may be of a page about the document, so it does not stand for the document itself.
    let mut source = json!({ "dc:title": publication.title });
    add(&mut source, "schema:url", publication.link.as_deref().map(address));
    add(&mut description, "dc:source", Some(source));
    add(&mut description, "tableSchema", Some(columns(report)));
    description
}

/// What is said of every table.
const ABOUT: &str = "One row for each measure of the report. Text that a spreadsheet would take for a formula has an apostrophe in \
                     front. Addresses are relative to that of this table.";

fn address(of: &str) -> Tree {
    json!({ "@id": of })
}

/// Adds what is known.
fn add(to: &mut Tree, key: &str, value: Option<Tree>) {
    if let (Tree::Object(to), Some(value)) = (to, value) {
        to.insert(key.to_string(), value);
    }
}

fn columns(report: &Report) -> Tree {
    let all: Vec<Tree> = MEASURES.iter().flat_map(|group| group.iter()).map(column).collect();
    let mut schema = json!({ "columns": all });
    // A report may have a code twice: then nothing tells two rows apart.
    let mut codes = HashSet::new();
    let are_unique = report.places().all(|place| codes.insert(&place.measure.code));
    add(&mut schema, "primaryKey", are_unique.then(|| json!("code")));
    schema
}

fn column(column: &Column) -> Tree {
    let Column { name, cells, is_always_there, about } = column;
    let mut described = Map::new();
    described.insert("name".into(), json!(name));
    described.insert("titles".into(), json!(name));
    described.insert("dc:description".into(), json!(about));
    described.insert("datatype".into(), datatype(cells));
    if let Cells::Words(_) = cells {
        described.insert("separator".into(), json!(" "));
    }
    if *is_always_there {
        described.insert("required".into(), json!(true));
    } else {
        described.insert("null".into(), json!(""));
    }
    Tree::Object(described)
}

fn datatype(cells: &Cells) -> Tree {
    match cells {
        Cells::Text => json!("string"),
        // For texts, a format is a regular expression.
        Cells::Word(words) | Cells::Words(words) => json!({ "base": "string", "format": words.join("|") }),
        Cells::Number => json!("decimal"),
        Cells::Whole => json!("integer"),
        Cells::Link => json!("anyURI"),
    }
}
