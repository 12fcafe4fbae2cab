//! What a site publishes of its measures as tables: the same as the download, and just as its description says.

use super::*;
use quarterlight::compare::join;
use quarterlight::encode;
use quarterlight::publish::table;
use quarterlight::report::{Entry, Report};
use std::fs;
use std::path::{Path, PathBuf};

const FOLDERS: [&str; 2] = ["public/data", "public/examples/quarters"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The quarters of a site, as its catalogue has them.
fn quarters(folder: &Path) -> Vec<(Entry, Report)> {
    let catalogue = import::catalogue(&fs::read(folder.join("catalogue.json")).unwrap()).unwrap();
    let report = |entry: &Entry| import::report(&fs::read(folder.join(&entry.file)).unwrap()).unwrap();
    catalogue.quarters.iter().map(|entry| (entry.clone(), report(entry))).collect()
}

/// `cargo run --bin publish` writes them; this fails when that was forgotten.
#[test]
fn the_tables_and_their_descriptions_are_up_to_date() {
    let mut count = 0;
    for folder in FOLDERS.map(folder) {
        let quarters = quarters(&folder);
        let all: Vec<&Report> = quarters.iter().map(|(_, report)| report).collect();
        for (entry, report) in &quarters {
            let name = table::name(&entry.file);
            let written = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
            let is_same = written(&name) == table::table(entry, report, &all);
            assert!(is_same, "{name} is stale: run `cargo run --bin publish`");
            let described = serde_json::to_string_pretty(&table::description(report, &name)).unwrap() + "\n";
            let name = table::description_name(&name);
            assert!(written(&name) == described, "{name} is stale: run `cargo run --bin publish`");
            assert!(!publish::is_export(&name) && publish::is_export(&entry.file));
            count += 1;
        }
    }
    assert_eq!(count, 7);
}

/// Whoever downloads all measures on the page has the published file, but for where the links begin.
#[test]
fn a_published_table_is_the_download_of_all_measures() {
    for folder in FOLDERS.map(folder) {
        for (entry, mut report) in quarters(&folder) {
            let published = fs::read_to_string(folder.join(table::name(&entry.file))).unwrap();
            // As the page opens a quarter.
            let figures = fs::read(folder.join(&entry.figures.as_ref().unwrap().file)).unwrap();
            join::adopt(&mut report, import::report(&figures).unwrap());
            let digest: String = entry.sha256.chars().take(8).collect();
            let query = format!("quarter={}&data={digest}&view=measures", entry.id);
            let of = dataset(report, Source::Published(Box::new(entry)));
            let downloaded = encode::csv::file(&measures_csv(&set(&of, &query)));
            assert!(downloaded.contains(ADDRESS));
            assert!(downloaded.replace(ADDRESS, "../") == published, "{query}");
        }
    }
}

/// What is wrong with the rows of a table by its description, in words. Written from the vocabulary of CSVW, not from the program.
fn faults(csv: &str, description: &Json) -> Vec<String> {
    let columns = description["tableSchema"]["columns"].as_array().unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    let mut records = reader.records().map(|record| record.unwrap());
    let header: Vec<String> = records.next().unwrap().iter().map(str::to_string).collect();
    let titles: Vec<&str> = columns.iter().map(|column| column["titles"].as_str().unwrap()).collect();
    if header != titles {
        return vec![format!("the first row is {header:?}")];
    }
    let mut faults = Vec::new();
    let mut keys = HashSet::new();
    for record in records {
        if record.len() != columns.len() {
            faults.push(format!("{} cells", record.len()));
        }
        for (column, cell) in columns.iter().zip(&record) {
            if !fits(column, cell) {
                faults.push(format!("{}: {cell}", column["name"]));
            }
            if description["tableSchema"]["primaryKey"] == column["name"] && !keys.insert(cell.to_string()) {
                faults.push(format!("{} twice: {cell}", column["name"]));
            }
        }
    }
    faults
}

fn fits(column: &Json, cell: &str) -> bool {
    if column.get("null").is_some_and(|null| null == cell) {
        return true;
    }
    let datatype = &column["datatype"];
    let cells: Vec<&str> = match column.get("separator") {
        Some(separator) => cell.split(separator.as_str().unwrap()).collect(),
        None => vec![cell],
    };
    let words: Option<Vec<&str>> = datatype["format"].as_str().map(|words| words.split('|').collect());
    cells.iter().all(|cell| match datatype["base"].as_str().or(datatype.as_str()).unwrap() {
        "string" => !cell.is_empty() && words.as_ref().is_none_or(|words| words.contains(cell)),
        "decimal" => Decimal::parse(cell).is_some(),
        "integer" => cell.parse::<i64>().is_ok(),
        "anyURI" => cell.starts_with("../?"),
        other => panic!("{other}"),
    })
}

#[test]
fn every_row_is_as_the_description_says() {
    for text in EXPORTS.into_iter().chain([include_str!("../../public/examples/example-worked-out.json")]) {
        let report = import::report(text.as_bytes()).unwrap();
        let entry = publish::entry("export.json", text.as_bytes()).unwrap();
        let csv = table::table(&entry, &report, &[&report]);
        let csv = csv.strip_prefix('\u{feff}').unwrap();
        let description = table::description(&report, "export.csv");
        assert_eq!(faults(csv, &description), Vec::<String>::new(), "{}", report.id);
        assert_eq!(description["url"], "export.csv");
        for column in description["tableSchema"]["columns"].as_array().unwrap() {
            assert!(column["dc:description"].as_str().unwrap().ends_with('.'), "{column}");
        }
    }
}

/// That the test above would see a fault.
#[test]
fn a_row_that_is_not_as_described_is_found() {
    let text = include_str!("../../public/examples/example-small.json");
    let report = import::report(text.as_bytes()).unwrap();
    let description = table::description(&report, "export.csv");
    let csv = table::table(&publish::entry("export.json", text.as_bytes()).unwrap(), &report, &[&report]);
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    for (from, to) in [
        (",aim,", ",aims,"),
        (",green,", ",purple,"),
        ("suppressed", "withheld"),
        ("percent", "per cent"),
        ("../?quarter", "quarter"),
        (",published", ""),
    ] {
        assert!(csv.contains(from), "{from}");
        assert_ne!(faults(&csv.replacen(from, to, 1), &description), Vec::<String>::new(), "{from}");
    }
    let twice = csv.to_string() + csv.lines().last().unwrap() + "\r\n";
    assert_eq!(faults(&twice, &description).len(), 1);
}

/// Who publishes what, on which day and under which terms is said as far as the export says it.
#[test]
fn a_description_says_where_the_figures_are_from() {
    let text = include_str!("../exports/good/everything.json");
    let mut report = import::report(text.as_bytes()).unwrap();
    let description = table::description(&report, "export.csv");
    assert_eq!(description["dc:title"], "Example Council: People, Quarter 3 2023/24, performance measures");
    assert_eq!(description["dc:publisher"]["schema:name"], "Example Council");
    assert_eq!(description["dc:issued"], json!({ "@value": "2024-02-27", "@type": "xsd:date" }));
    assert_eq!(description["dc:license"], json!(report.publication.licence));
    assert_eq!(description["dc:source"]["dc:title"], json!(report.publication.title));
    assert_eq!(description["dc:source"]["schema:url"]["@id"], json!(report.publication.link));
    assert_eq!(description["tableSchema"]["primaryKey"], "code");
    report.publication.date = None;
    report.publication.licence = String::new();
    report.publication.link = None;
    report.council.website = None;
    // Nothing tells two measures with one code apart.
    let measures = &mut report.outcomes[0].programmes[0].measures;
    measures.push(measures[0].clone());
    let description = table::description(&report, "export.csv");
    for key in ["dc:issued", "dc:license"] {
        assert_eq!(description.get(key), None);
    }
    assert_eq!(description["dc:publisher"], json!({ "schema:name": "Example Council" }));
    assert_eq!(description["tableSchema"].get("primaryKey"), None);
}
