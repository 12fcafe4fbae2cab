//! Sheets as people save them: each in `sheets`, beside what becomes of it: what there is to look over, then what has to be
//! settled, or how the export differs from that of `public/examples/measures.csv`. To add a sheet, put it there, run with
//! `REWRITE=1`, and read its `.expected` file.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

#[path = "sheets/rows.rs"]
mod rows;

use quarterlight::convert::account::account;
use quarterlight::convert::answers::Field;
use quarterlight::convert::conversion::Conversion;
use quarterlight::convert::form::Form;
use quarterlight::convert::unattended::{Beside, convert};
use quarterlight::convert::workbook;
use quarterlight::import;
use quarterlight::report::Period;
use serde_json::Value as Tree;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const REPORT: &str = include_str!("../public/examples/report.json");
const SHEET: &str = include_str!("../public/examples/measures.csv");

/// Every value that has no parts, by its JSON pointer.
fn leaves(tree: &Tree, at: &str, found: &mut BTreeMap<String, String>) {
    match tree {
        Tree::Object(fields) => fields.iter().for_each(|(key, part)| leaves(part, &format!("{at}/{key}"), found)),
        Tree::Array(entries) => {
            entries.iter().enumerate().for_each(|(key, part)| leaves(part, &format!("{at}/{key}"), found));
        }
        leaf => drop(found.insert(at.to_string(), leaf.to_string())),
    }
}

fn leaves_of(export: &Tree) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    leaves(export, "", &mut found);
    found
}

/// What becomes of a sheet: its export, or what has to be settled first; and what there is to look over.
fn made(name: &str, bytes: &[u8]) -> (Result<String, Vec<String>>, Vec<String>) {
    let workbook = match workbook::read(name, bytes) {
        Ok(workbook) => workbook,
        Err(fault) => return (Err(vec![format!("found {}; expected {}", fault.found, fault.expected)]), Vec::new()),
    };
    let beside = Beside { last: None, form: Some(Form::read(REPORT.as_bytes()).unwrap()) };
    let draft = convert(&workbook, &beside).unwrap();
    let export = draft.export().map_err(|questions| questions.iter().map(ToString::to_string).collect());
    (export, workbook.remarks.iter().cloned().chain(account(&draft)).collect())
}

/// The export of a sheet that has nothing wrong.
fn export(bytes: &[u8]) -> Tree {
    let mut tree: Tree = serde_json::from_str(&made("measures.csv", bytes).0.unwrap()).unwrap();
    // How the sheet was read has its name and headings.
    tree.as_object_mut().unwrap().remove("conversion");
    tree
}

/// What becomes of a sheet, one thing a line.
fn outcome(bytes: &[u8]) -> String {
    let (made, mut lines) = made("measures.csv", bytes);
    match made {
        Err(questions) => lines.extend(questions),
        Ok(_) => {
            let (before, after) = (leaves_of(&export(SHEET.as_bytes())), leaves_of(&export(bytes)));
            let places: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            let differing: Vec<&&String> =
                places.iter().filter(|place| before.get(**place) != after.get(**place)).collect();
            lines.push(format!("an export like that of measures.csv, but for {} values", differing.len()));
            let of =
                |from: &BTreeMap<String, String>, place: &str| from.get(place).cloned().unwrap_or("nothing".into());
            lines.extend(
                differing.iter().map(|place| format!("{place}: {} for {}", of(&after, place), of(&before, place))),
            );
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn sheets_as_people_save_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    assert!(files.len() >= 30, "{} sheets", files.len());
    for file in files {
        let expected = file.with_extension("expected");
        let found = outcome(&fs::read(&file).unwrap());
        if std::env::var_os("REWRITE").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        assert_eq!(found, fs::read_to_string(&expected).unwrap_or_default(), "{}", file.display());
    }
}

/// What differs only in the way it was saved gives the same export, to the last digit.
#[test]
fn the_way_of_saving_changes_nothing() {
    let expected = export(SHEET.as_bytes());
    let with = |end: &str| SHEET.replace('\n', end);
    let utf_16 = |units: &str, bytes: fn(u16) -> [u8; 2]| {
        format!("\u{feff}{units}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let quoted_with = |separator: char| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(SHEET.as_bytes());
        let row = |row: csv::StringRecord| {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            cells.join(&separator.to_string())
        };
        reader.records().map(|record| row(record.unwrap())).collect::<Vec<_>>().join("\n")
    };
    for (what, bytes) in [
        ("a byte order mark", format!("\u{feff}{SHEET}").into_bytes()),
        ("line ends of Windows", with("\r\n").into_bytes()),
        ("line ends of old Macs", with("\r").into_bytes()),
        ("UTF-16", utf_16(SHEET, u16::to_le_bytes)),
        ("UTF-16 the other way round", utf_16(SHEET, u16::to_be_bytes)),
        ("quotes around all", quoted_with(',').into_bytes()),
        ("semicolons", quoted_with(';').into_bytes()),
        ("tabs", quoted_with('\t').into_bytes()),
        ("a line that names the separator", format!("sep=;\n{}", quoted_with(';')).into_bytes()),
    ] {
        assert_eq!(export(&bytes), expected, "{what}");
    }
}

/// The same sheet a quarter later, with nothing but the last export beside it: the period is that of its rows, and what was the
/// value is history.
#[test]
fn the_next_quarter_needs_the_last_export_alone() {
    let last = made("measures.csv", SHEET.as_bytes()).0.unwrap();
    let next = SHEET.replace(",2024-25-q2,", ",2024-25-q3,").replace(",47.50,", ",48.10,");
    let beside = Beside { last: Some(import::report(last.as_bytes()).unwrap()), form: None };
    let draft = convert(&workbook::read("measures.csv", next.as_bytes()).unwrap(), &beside).unwrap();
    let report = import::report(draft.export().unwrap().as_bytes()).unwrap();
    let measure = report.measure("EX1").unwrap().measure;
    assert_eq!((report.id.as_str(), report.period.word().as_str()), ("2024-25-q3", "2024-25-q3"));
    assert_eq!(measure.value.number().unwrap().to_string(), "48.10");
    let before = measure.history.last().unwrap();
    assert_eq!(
        (before.period, before.value.number().unwrap().to_string()),
        (Period::parse("2024-25-q2"), "47.50".into())
    );
    assert_eq!((draft.changes, draft.guesses), (Vec::new(), Vec::new()));
}

/// A file without measures is told as such.
#[test]
fn a_file_without_measures() {
    let found = made("list.csv", b"Name,Telephone\nOne,1\nTwo,2\n").0.unwrap_err();
    assert!(found[0].starts_with("the file: found no table of measures"), "{found:?}");
}

/// The page and the command make the same bytes of the same file and answers, for a first quarter and for the next one.
#[test]
fn the_page_and_the_command_make_the_same_bytes() {
    let answered = |conversion: &mut Conversion, title: &str| {
        for (field, text) in [
            (Field::Council, "Sandybourne Borough Council (made up)"),
            (Field::OnsCode, "E07000999"),
            (Field::Priority, "Place"),
            (Field::Document, title),
            (Field::Published, "2024-11-12"),
            (Field::Licence, "Open Government Licence v3.0"),
            (Field::Outcome, "Place"),
        ] {
            conversion.answers.set(field, text.to_string());
        }
        conversion.draft().export().unwrap()
    };
    let command = |bytes: &[u8], like: Option<&str>, report: &str| {
        let last = like.map(|like| import::report(like.as_bytes()).unwrap());
        let beside = Beside { last, form: Some(Form::read(report.as_bytes()).unwrap()) };
        convert(&workbook::read("measures.csv", bytes).unwrap(), &beside).unwrap().export().unwrap()
    };
    let mut page = Conversion::open("measures.csv".into(), workbook::read("measures.csv", SHEET.as_bytes()).unwrap());
    let first = answered(&mut page, "Quarter 2");
    assert_eq!(command(SHEET.as_bytes(), None, &first), first);
    let next = SHEET.replace(",2024-25-q2,", ",2024-25-q3,").replace(",47.50,", ",48.10,");
    let mut page = Conversion::open("measures.csv".into(), workbook::read("measures.csv", next.as_bytes()).unwrap());
    page.follow(import::report(first.as_bytes()).unwrap());
    let second = answered(&mut page, "Quarter 3");
    assert_eq!(command(next.as_bytes(), Some(&first), &second), second);
}
