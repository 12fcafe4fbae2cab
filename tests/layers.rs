//! What each part of the program may use, as ARCHITECTURE.md says it, held for all files of `src`, those of the page included.
//!
//! The files are read with `syn`, so that no form of import and no path in the middle of the code or of a `view!` is overlooked.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

#[path = "layers/graph.rs"]
mod graph;
#[path = "layers/planted.rs"]
mod planted;
#[path = "layers/rules.rs"]
mod rules;
#[path = "layers/source.rs"]
mod source;

use rules::House;
use std::fs;
use std::path::Path;

/// Each floor with the floors above it that it uses. A row that allows more than is used fails as well.
const FLOORS: &[(&str, &[&str])] = &[
    ("slug", &[]),
    ("fold", &[]),
    ("report", &["slug", "fold"]),
    ("search", &["fold"]),
    ("format", &["report"]),
    ("trend", &["report", "format"]),
    ("rules", &["report", "format", "trend"]),
    ("summary", &["report", "slug"]),
    ("import", &["report"]),
    ("filter", &["report", "slug", "search"]),
    ("excerpt", &["report", "search"]),
    ("csv", &["report"]),
    ("checks", &["report", "slug", "format", "trend", "rules", "summary", "import", "filter", "csv"]),
    ("view_state", &["report", "filter"]),
    ("view_needs", &["view_state"]),
    ("address", &["report", "view_state"]),
    ("listing", &["report", "rules", "filter", "view_state"]),
    ("describe", &["report", "search", "format", "filter", "view_state"]),
    ("resolve", &["report", "view_state", "address"]),
    ("meeting", &["report", "filter", "view_state", "listing", "describe"]),
    ("deck", &["report", "format", "trend", "summary", "view_state", "describe", "meeting"]),
    ("pack", &["report", "format"]),
    ("chart_options", &["report", "format", "trend"]),
    ("markup", &[]),
    ("sharing", &["format", "view_state", "address", "markup"]),
    (
        "hand_over",
        &[
            "report",
            "slug",
            "format",
            "trend",
            "rules",
            "summary",
            "import",
            "csv",
            "view_state",
            "address",
            "describe",
            "meeting",
            "chart_options",
            "markup",
        ],
    ),
    ("publish", &["report", "format", "trend", "rules", "import", "checks"]),
    ("web/browser", &[]),
    ("web/lazy", &[]),
    ("web/doors", &["web/lazy"]),
    ("web/navigator", &["web/browser"]),
    ("web/failure", &["web/browser"]),
    ("web/local_file", &["web/browser", "web/navigator", "web/failure"]),
    ("web/context", &["web/browser", "web/doors", "web/navigator"]),
    ("web/components", &["web/browser", "web/lazy", "web/doors", "web/local_file", "web/context"]),
    ("web/pages", &["web/browser", "web/context", "web/components"]),
    ("web/output", &["web/browser", "web/doors", "web/context", "web/components"]),
    ("web/chunks", &["web/browser", "web/lazy", "web/doors", "web/components", "web/pages", "web/output"]),
    (
        "web/shell",
        &[
            "web/browser",
            "web/doors",
            "web/navigator",
            "web/failure",
            "web/local_file",
            "web/context",
            "web/components",
            "web/pages",
            "web/output",
            "web/chunks",
        ],
    ),
    (
        "web",
        &[
            "report",
            "slug",
            "search",
            "format",
            "trend",
            "rules",
            "summary",
            "import",
            "filter",
            "excerpt",
            "checks",
            "view_state",
            "view_needs",
            "address",
            "listing",
            "describe",
            "resolve",
            "meeting",
            "deck",
            "pack",
            "chart_options",
            "sharing",
            "hand_over",
        ],
    ),
];

/// The floors that know the browser.
const BROWSER: &[&str] = &["web"];

/// Circles of files that are still there: to be cut, never to be added to.
const KNOWN_CIRCLES: &[&[&str]] =
    &[&["address"], &["chart_options"], &["import/sense"], &["publish/spreadsheet"], &["report"]];

/// Files that still tell things apart by their place in memory: to be cured, never to be added to.
const KNOWN_POINTERS: &[&str] = &[];

/// All Rust files in a folder: path from `src`, and text.
fn read(folder: &Path, before: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{before}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files);
        } else if name.ends_with(".rs") {
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_house_is_in_order() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    assert!(files.len() > 100, "{} files", files.len());
    let house =
        House { floors: FLOORS, browser: BROWSER, known_circles: KNOWN_CIRCLES, known_pointers: KNOWN_POINTERS };
    let violations = house.violations(&files);
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
}

/// One place writes the address and the history, so that each way of going on does the same to them.
#[test]
fn the_navigator_alone_writes_the_history() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    for (path, code) in files.iter().filter(|(path, _)| path != "web/navigator.rs") {
        for word in ["history::push", "history::replace", "scroll_to_top()"] {
            let is_where_it_is_written = path == "web/browser/page.rs" && word == "scroll_to_top()";
            assert!(is_where_it_is_written || !code.contains(word), "{path} mentions {word}");
        }
    }
}
