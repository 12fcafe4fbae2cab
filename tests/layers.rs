//! Checks all files of `src`, those of the page included, against the rules of ARCHITECTURE.md on what each part may use.
//!
//! The files are read with `syn`, so that no form of import and no path within code or a `view!` is overlooked.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at what cannot be")]

#[path = "layers/graph.rs"]
mod graph;
#[path = "layers/planted.rs"]
mod planted;
#[path = "layers/rules.rs"]
mod rules;
#[path = "layers/source.rs"]
mod source;

use rules::Rules;
use std::fs;
use std::path::Path;

/// Each floor with the floors that it uses. A row that allows more than is used fails as well.
///
/// A floor inside another (`web/pages`) lists only its neighbours there; the row of the whole (`web`) lists what they use of
/// the core, and comes below them.
const FLOORS: &[(&str, &[&str])] = &[
    ("never", &[]),
    ("turns", &[]),
    // Text for machines comes before reports, whose columns need slugs and folded text.
    ("encode", &[]),
    ("report", &["never", "turns", "encode"]),
    ("wording", &["report"]),
    ("import", &["never", "turns", "encode", "report"]),
    ("convert", &["encode", "report", "wording", "import"]),
    ("assess", &["never", "encode", "report", "wording"]),
    ("explore", &["encode", "report", "wording", "assess"]),
    ("checks", &["never", "turns", "encode", "report", "wording", "import", "assess", "explore"]),
    ("compare", &["encode", "report", "wording", "assess", "explore"]),
    ("chart", &["report", "wording", "assess"]),
    ("picture", &["never", "encode", "report", "wording", "assess"]),
    ("output", &["never", "encode", "report", "wording", "import", "assess", "explore", "compare", "chart"]),
    (
        "publish",
        &["encode", "report", "wording", "import", "assess", "explore", "compare", "checks", "picture", "output"],
    ),
    ("web/browser", &[]),
    ("web/changing", &[]),
    ("web/lazy", &["web/changing"]),
    ("web/kept", &["web/browser"]),
    ("web/navigator", &["web/browser"]),
    ("web/failure", &["web/browser"]),
    ("web/local_file", &["web/browser", "web/navigator", "web/failure"]),
    ("web/quarters", &["web/browser", "web/failure"]),
    ("web/doors", &["web/lazy", "web/local_file"]),
    ("web/context", &["web/browser", "web/doors", "web/navigator"]),
    (
        "web/components",
        &["web/browser", "web/changing", "web/lazy", "web/quarters", "web/doors", "web/local_file", "web/context"],
    ),
    (
        "web/pages",
        &[
            "web/browser",
            "web/changing",
            "web/local_file",
            "web/quarters",
            "web/doors",
            "web/components",
            "web/context",
        ],
    ),
    ("web/output", &["web/browser", "web/changing", "web/doors", "web/components", "web/context"]),
    ("web/convert", &["web/browser", "web/changing", "web/failure", "web/local_file", "web/components"]),
    (
        "web/chunks",
        &["web/browser", "web/lazy", "web/doors", "web/components", "web/pages", "web/output", "web/convert"],
    ),
    (
        "web/shell",
        &[
            "web/browser",
            "web/changing",
            "web/kept",
            "web/lazy",
            "web/doors",
            "web/navigator",
            "web/failure",
            "web/local_file",
            "web/quarters",
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
            "never", "turns", "encode", "report", "wording", "import", "convert", "assess", "explore", "compare",
            "checks", "chart", "picture", "output",
        ],
    ),
];

/// The floors that know the browser.
const BROWSER: &[&str] = &["web"];

const KNOWN_CIRCLES: &[&[&str]] = &[];

const KNOWN_POINTERS: &[&str] = &[];

/// All Rust files in a folder: path within `src`, and text.
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
fn the_crate_follows_its_rules() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    assert!(files.len() > 100, "{} files", files.len());
    assert!(files.iter().filter(|(path, _)| path.starts_with("web/pages/")).count() > 5, "pages are found");
    let rules =
        Rules { floors: FLOORS, browser: BROWSER, known_circles: KNOWN_CIRCLES, known_pointers: KNOWN_POINTERS };
    let violations = rules.violations(&files);
    assert!(violations.is_empty(), "{} violations:\n{}", violations.len(), violations.join("\n"));
}

/// One place writes the address and the history, so that every action treats them alike.
#[test]
fn the_navigator_alone_writes_the_history() {
    let mut files = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    for (path, code) in files.iter().filter(|(path, _)| !path.ends_with("navigator.rs")) {
        for word in ["history::push", "history::replace", "scroll_to_top()"] {
            let is_where_it_is_written = path.ends_with("browser/page.rs") && word == "scroll_to_top()";
            assert!(is_where_it_is_written || !code.contains(word), "{path} mentions {word}");
        }
    }
}
