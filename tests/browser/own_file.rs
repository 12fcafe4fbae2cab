//! The reader's own file: opened in every view, never mistaken for a published report, never sent anywhere.

pub mod device;
mod dropped;
mod refused;
mod views;
mod withheld;
mod worked_out;

use crate::harness::element::{ANY, starting};
use crate::harness::files::{Held, choose};
use crate::harness::process::project;
use crate::harness::{Element, Page, until};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const CHECKS: &str = "?quarter=2023-24-q3&view=checks";
const NOT_PUBLISHED: &str = "Local file, not published";
const BACK: &str = "Back to the published report";
const NO_REPORT: &str = "This file is not a report";
const NOT_YET: &str = "This report cannot be shown yet";

fn example(name: &str) -> PathBuf {
    project().join(format!("public/examples/example-{name}.json"))
}

/// An example as JSON.
fn example_json(name: &str) -> Value {
    serde_json::from_slice(&fs::read(example(name)).unwrap()).unwrap()
}

/// The smallest example with a change.
fn small_with(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut report = example_json("small");
    change(&mut report);
    serde_json::to_vec(&report).unwrap()
}

/// The smallest example with a status that differs from its rules.
fn with_wrong_status() -> Vec<u8> {
    small_with(|report| report["outcomes"][0]["programmes"][0]["measures"][0]["status"] = json!("amber"))
}

fn main(page: &Page) -> Element<'_> {
    page.find("main", ANY)
}

/// The banner on every page of such a file.
fn banner<'p>(page: &'p Page, file: &str) -> Element<'p> {
    let banner = page.find("region", "Local file");
    let text = banner.text();
    assert!(text.starts_with(&format!("{NOT_PUBLISHED}: {file}")) && text.contains("not uploaded"), "{text}");
    assert!(page.title().starts_with(&format!("{NOT_PUBLISHED} – ")), "{}", page.title());
    banner
}

/// Waits until a file of this name is open in the checks.
fn until_open(page: &Page, file: &str) {
    until(&format!("{file} is open"), || {
        page.all_in(None, "region", "Local file".into()).iter().any(|one| one.seen.contains(&format!(": {file}")))
    });
    page.until_heading("Checks");
    page.until_query("quarter=local-file&view=checks");
    banner(page, file);
}

/// Opens a file with the field in the checks.
fn open_in_field(page: &Page, file: &std::path::Path) {
    page.open(CHECKS);
    choose(page, file);
    until_open(page, &file.file_name().unwrap().to_string_lossy());
}

fn go(page: &Page, view: &str) {
    page.find("navigation", "Views").find("link", starting(view)).click();
}

/// Drops a file on the page.
pub fn drop_one(page: &Page, name: &str, bytes: &[u8]) {
    let seen_to = Held { files: &[(name, bytes)], ..Held::default() }.drop_on(&main(page));
    assert_eq!(seen_to, [true; 3], "the browser must not open the file itself");
}
