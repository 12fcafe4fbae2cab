//! Faults put in on purpose, on the way to the page and around it. After each there is a page that can be read, with a next step; after
//! the cause has gone, that step leads to what was asked for.

mod files;
mod places;
mod powers;
mod times;

use crate::harness::evidence::evidence;
use crate::harness::{Page, Site, until};
use serde_json::json;
use std::fs;

/// The list of red measures.
const RED: &str = "?quarter=2023-24-q3&view=measures&status=red";
/// What it says above the list.
const SHOWS_RED: &str = "Showing 16 of 32 measures";

/// Writes a fault down for the table of evidence.
fn withstood(fault: &str) {
    evidence("injection", fault);
}

/// What browsers say on their own of files that do not come, or are not what they should be.
fn browsers_complain(page: &Page) {
    for words in [
        "404",
        "403",
        "500",
        "ERR_",
        "Failed to",
        "failed",
        "integrity",
        "MIME",
        "Uncaught",
        "WebAssembly",
        "NetworkError",
        "TypeError",
        "AbortError",
        "CompileError",
        "magic",
        "blocked",
        "disallowed",
        "Script error",
        "Loading module",
        "Fetch API",
    ] {
        page.may_complain(words);
    }
}

/// A copy of the page in which this script runs before anything else, as one of the page's own.
pub fn with_script_first(script: &str) -> Site {
    Site::doctored(|folder| {
        fs::write(folder.join("first.js"), script).unwrap();
        let file = folder.join("index.html");
        let page = fs::read_to_string(&file).unwrap();
        let changed = page.replacen("<script ", "<script src=\"first.js\"></script>\n<script ", 1);
        assert_ne!(changed, page);
        fs::write(file, changed).unwrap();
    })
}

/// Shows at once what the page says after some seconds without anything.
fn hurry(page: &Page) {
    let script = "const late = document.getAnimations().filter((one) => one.animationName === 'late'); \
                  for (const one of late) one.finish(); return late.length > 0;";
    until("words that wait for their time", || page.script(script, &[]) == json!(true));
}
