//! The corpus of `convert`: workbooks and Word documents (`word-…`) in the layouts that councils use, each a text in `convert` (the
//! notation is explained in `notation.rs`), beside the export that is made of it (`.json`) and what a person is told (`.told`): what is
//! asked, guessed and left out before any decision, and what has changed. All figures are made up. `REWRITE=1 cargo test --test convert
//! layouts` writes the expected files; read them before you commit them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what cannot be"
)]

#[path = "convert/document.rs"]
mod document;
#[path = "convert/excel.rs"]
mod excel;
#[path = "convert/notation.rs"]
mod notation;
#[path = "workbooks/package.rs"]
mod package;
#[path = "convert/properties.rs"]
mod properties;
#[path = "convert/shipped.rs"]
mod shipped;

use notation::Case;
use quarterlight::convert::account::account;
use quarterlight::convert::draft::{Draft, Fate, apply};
use quarterlight::convert::headings::Role;
use quarterlight::convert::mapping::{Agreed, Answer, Attribute, Label, LabelKind, Mapping, Meaning};
use quarterlight::convert::periods;
use quarterlight::import;
use quarterlight::report::{Keyword, Report};
use serde_json::Value as Tree;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convert")
}

/// The names of all cases. Those that follow another come after it.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let mut names: Vec<String> = files
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .map(|file| file.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort_by_key(|name| (case(name).last.is_some(), name.clone()));
    names
}

fn case(name: &str) -> Case {
    notation::read(&fs::read_to_string(folder().join(format!("{name}.txt"))).unwrap())
}

/// The export of the quarter before, and the mapping that it keeps.
fn last(case: &Case) -> (Option<Report>, Option<Mapping>) {
    let Some(name) = &case.last else { return (None, None) };
    let text = fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
    let tree: Tree = serde_json::from_str(&text).unwrap();
    let mapping = tree.get("conversion").and_then(Tree::as_str).and_then(Mapping::from_json);
    (Some(import::report(text.as_bytes()).unwrap()), mapping)
}

/// The mapping with a person's decisions.
fn decide(mut mapping: Mapping, decisions: &[String]) -> Mapping {
    for decision in decisions {
        let (what, word) = decision.split_once(" = ").unwrap_or((decision, ""));
        if let Some(place) = what.strip_prefix("column ") {
            let (sheet, cell) = place.split_once('!').unwrap();
            let column = cell.trim_end_matches(|one: char| one.is_ascii_digit());
            let (role, period) = word.split_once(' ').unwrap_or((word, ""));
            let tables = mapping.tables.iter_mut().filter(|table| table.sheet == sheet);
            let named = |name: &str| name == column || (column.is_empty() && name == cell);
            let one = tables.flat_map(|table| &mut table.columns).find(|one| named(&one.column)).expect(decision);
            one.role = Some(Role::from_word(role).expect(decision));
            one.period = if period.is_empty() { one.period } else { periods::parse(period) };
            one.guess.clear();
        } else if let Some(label) = what.strip_prefix("label ") {
            let (kind, text) = label.split_once(' ').unwrap();
            let kind = LabelKind::from_word(kind).unwrap();
            let meaning = Meaning::of(kind, word);
            mapping.labels.retain(|known| !(known.kind == kind && known.text == text));
            mapping.labels.push(Label { kind, text: text.into(), meaning, guess: String::new() });
        } else if let Some(found) = what.strip_prefix("answer ") {
            mapping.answers.push(Answer { found: found.into(), read_as: word.into() });
        } else if let Some(agreed) = what.strip_prefix("agreed ") {
            let (measure, about) = agreed.rsplit_once(' ').unwrap_or(("", agreed));
            let about = Attribute::from_word(about).expect(decision);
            mapping.agreed.push(Agreed { measure: measure.into(), about, word: word.into() });
        } else if let Some(place) = what.strip_prefix("commas ") {
            let (sheet, cell) = place.split_once('!').unwrap();
            let table = mapping.tables.iter_mut().find(|table| table.sheet == sheet && table.cell == cell);
            table.expect(decision).has_decimal_commas = Some(word == "decimals");
        } else if let Some(place) = what.strip_prefix("leave out ") {
            let (sheet, cell) = place.split_once('!').unwrap();
            let table = mapping.tables.iter_mut().find(|table| table.sheet == sheet && table.cell == cell);
            table.expect(decision).is_left_out = true;
        } else {
            assert_eq!(decision, "read hidden", "a decision");
            mapping.reads_hidden = true;
            mapping.tables.iter_mut().for_each(|table| table.is_left_out = false);
        }
    }
    mapping
}

/// A case before any decision, and after those of the case.
fn drafts(case: &Case) -> (Mapping, Draft, Draft) {
    let (last, kept) = last(case);
    let guess = Mapping::guess(&case.workbook, last.as_ref(), kept.as_ref());
    let mut form = case.form.clone();
    if let Some(last) = &last {
        form.glossary.clone_from(&last.glossary);
    }
    let unaided = apply(&case.workbook, &guess, &form, last.as_ref());
    let mapping = decide(guess, &case.decisions);
    let decided = apply(&case.workbook, &mapping, &form, last.as_ref());
    (mapping, unaided, decided)
}

/// What a person is told about a case.
fn told(unaided: &Draft, decided: &Draft) -> String {
    let mut text = String::new();
    let (placed, unclear) = (unaided.ledger.placed(), unaided.ledger.not_understood());
    writeln!(text, "{placed} cells placed unaided, {unclear} not understood").unwrap();
    for question in unaided.questions() {
        writeln!(text, "asked: {question}").unwrap();
    }
    let told = account(unaided).into_iter().filter(|line| line.starts_with("guessed: "));
    let changed = account(decided).into_iter().filter(|line| !line.starts_with("guessed: "));
    told.chain(changed).for_each(|line| writeln!(text, "{line}").unwrap());
    text
}

fn compare(name: &str, extension: &str, found: &str) {
    let file = folder().join(format!("{name}.{extension}"));
    if std::env::var_os("REWRITE").is_some() {
        fs::write(&file, found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(&file).unwrap_or_default(), "{}", file.display());
}

/// Every case: the export is as expected, all cells are placed after the decisions, and of all cells at least 95% before.
#[test]
fn layouts_that_councils_use() {
    let names = names();
    let documents = names.iter().filter(|name| name.starts_with("word-")).count();
    assert!(names.len() - documents >= 25 && documents >= 8, "{} cases, {documents} of them documents", names.len());
    let (mut placed, mut unclear) = (0, 0);
    for name in &names {
        let case = case(name);
        let (_, unaided, decided) = drafts(&case);
        (placed, unclear) = (placed + unaided.ledger.placed(), unclear + unaided.ledger.not_understood());
        // A document has no stored numbers and no formats, and is read unaided all the same.
        let is_unaided =
            unaided.ledger.placed() * 100 >= (unaided.ledger.placed() + unaided.ledger.not_understood()) * 95;
        assert!(is_unaided || !name.starts_with("word-"), "{name}");
        compare(name, "told", &told(&unaided, &decided));
        let export = decided.export().unwrap_or_else(|questions| {
            let lines: Vec<String> = questions.iter().map(ToString::to_string).collect();
            panic!("{name}:\n{}", lines.join("\n"))
        });
        compare(name, "json", &export);
        assert_eq!(decided.ledger.not_understood(), 0, "{name}");
        // The same for the same input.
        assert_eq!(drafts(&case).2.export().unwrap(), export, "{name}");
    }
    let share = placed * 1000 / (placed + unclear);
    assert!(share >= 950, "{share} of 1000 cells are placed unaided: {placed} of {}", placed + unclear);
}

/// The numbers of an export, wherever they are.
fn numbers(tree: &Tree, found: &mut Vec<String>) {
    const KEYS: [&str; 8] = ["number", "point", "low", "high", "mid_point", "low_target", "high_target", "amber"];
    match tree {
        Tree::Object(fields) => {
            for (key, part) in fields {
                match part {
                    Tree::String(text) if KEYS.contains(&key.as_str()) => found.push(text.clone()),
                    part => numbers(part, found),
                }
            }
        }
        Tree::Array(entries) => entries.iter().for_each(|entry| numbers(entry, found)),
        _ => {}
    }
}

/// Every number of an export stands in the workbook as it is shown there, or in the last export, or in a person's answer.
#[test]
fn no_digit_is_altered() {
    for name in names() {
        let case = case(&name);
        let export: Tree = serde_json::from_str(&drafts(&case).2.export().unwrap()).unwrap();
        let plain = |text: &str| text.replace(',', "").replace('−', "-");
        let rows = case.workbook.sheets.iter().flat_map(|sheet| &sheet.rows);
        let mut shown: Vec<String> = rows.flat_map(|row| &row.cells).map(|cell| plain(&cell.shown)).collect();
        if case.decisions.iter().any(|decision| decision.ends_with(" = decimals")) {
            let rows = case.workbook.sheets.iter().flat_map(|sheet| &sheet.rows);
            shown.extend(rows.flat_map(|row| &row.cells).map(|cell| cell.shown.replace('.', "").replace(',', ".")));
        }
        shown.extend(case.decisions.iter().map(|decision| plain(decision)));
        if let Some(last) = &case.last {
            let last: Tree =
                serde_json::from_str(&fs::read_to_string(folder().join(format!("{last}.json"))).unwrap()).unwrap();
            numbers(&last, &mut shown);
        }
        let mut found = Vec::new();
        numbers(&export["outcomes"], &mut found);
        assert!(!found.is_empty(), "{name}");
        for number in found {
            let digits = number.trim_start_matches('-');
            // Whole runs of digits only: 5 does not stand in 15.
            let has = |text: &String| {
                let runs = text.split(|one: char| !(one.is_ascii_digit() || one == '.'));
                runs.map(|run| run.trim_matches('.')).any(|run| run == digits)
            };
            assert!(shown.iter().any(has), "{name}: {number}");
        }
    }
}

/// A mapping survives being kept in an export, and decides the same again.
#[test]
fn a_mapping_is_kept_in_the_export() {
    for name in names() {
        let case = case(&name);
        let (mapping, _, decided) = drafts(&case);
        let export: Tree = serde_json::from_str(&decided.export().unwrap()).unwrap();
        let kept = Mapping::from_json(export["conversion"].as_str().unwrap()).unwrap();
        let withheld = mapping.answers.iter().any(|answer| answer.read_as == "[c]");
        let is_of_one_report = mapping.agreed.iter().any(|agreed| agreed.about.is_of_one_report());
        assert!(kept == mapping || withheld || is_of_one_report, "{name}");
        assert!(!kept.to_json().contains('\n'), "{name}");
    }
}

/// A form that says nothing wrong is never a fault; what a form says wrong has its place in the export.
#[test]
fn a_fault_of_the_form_is_told() {
    let mut case = case("district-45");
    case.form.council.ons_code = "E07".into();
    let questions = drafts(&case).2.export().unwrap_err();
    assert_eq!(questions.len(), 1);
    assert_eq!(
        questions[0].to_string(),
        "$.council.ons_code: found \"E07\"; expected an ONS code of nine letters and digits"
    );
}

/// What becomes of each cell, as a count: for reading while a layout is added.
#[test]
fn every_cell_has_a_fate() {
    for name in names() {
        let case = case(&name);
        let (.., decided) = drafts(&case);
        let cells = case.workbook.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
        let filled = cells.filter(|cell| !cell.shown.trim().is_empty()).count();
        assert_eq!(decided.ledger.cells().count(), filled, "{name}");
        let outside = decided.ledger.cells().filter(|(_, fate)| **fate == Fate::Outside).count();
        assert!(outside * 2 <= filled, "{name}: {outside} of {filled} cells are in no table");
    }
}
