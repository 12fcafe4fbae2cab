//! Missing or faulty data: each failure has a page with a way on.

use crate::harness::element::ANY;
use crate::harness::process::project;
use crate::harness::site::{CATALOGUE, QUARTER, dist, export, put_export, sha256};
use crate::harness::{Page, Site, visit};
use serde_json::json;
use std::fs;

const NOT_FETCHED: &str = "The report’s data could not be fetched";
const NOT_VALID: &str = "The report’s data is not valid";

/// Opens a link and checks what every failure page has: a heading, a title, the file, ways on.
fn open_failing(page: &Page, heading: &str, file: &str) {
    page.open("?quarter=2023-24-q3&view=measures&status=red");
    page.until_heading(heading);
    assert_eq!(page.title(), format!("{heading} – Quarterlight"));
    let main = page.find("main", ANY);
    assert!(main.text().contains(&format!("The file: {file}")), "{}", main.text());
    assert_eq!(main.names("link"), ["Try again", "Start without this link’s settings", "Open the file itself"]);
    assert!(!page.text().contains("Loading"), "{}", page.text());
}

/// The faults listed on a failure page.
pub fn faults(page: &Page) -> Vec<String> {
    let main = page.find("main", ANY);
    let items = main.texts("listitem");
    items.into_iter().filter(|text| text.contains("Found:")).map(|text| text.replace('\n', " ")).collect()
}

#[test]
fn the_data_file_is_missing() {
    let site = Site::doctored(|folder| fs::remove_file(folder.join(QUARTER)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        open_failing(page, NOT_FETCHED, QUARTER);
        page.until_text("This site does not have the file (answer 404).");
        // Once the site is repaired, trying again shows what the link asked for.
        fs::copy(dist().join(QUARTER), site.folder().join(QUARTER)).unwrap();
        page.find("link", "Try again").click();
        page.until_status("Showing 16 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
    });
}

#[test]
fn the_catalogue_is_missing() {
    let site = Site::doctored(|folder| fs::remove_file(folder.join(CATALOGUE)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        open_failing(page, NOT_FETCHED, CATALOGUE);
        fs::copy(dist().join(CATALOGUE), site.folder().join(CATALOGUE)).unwrap();
        page.find("link", "Start without this link’s settings").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
    });
}

#[test]
fn the_catalogue_is_not_valid() {
    let site = Site::doctored(|folder| {
        let wrong = json!({
            "schema_version": 2,
            "quarters": [{
                "id": "2023-24-q3", "title": "People", "council": { "name": "Medway Council" },
                "priority": { "name": "People" }, "period": "2023-24-q3", "file": "../../secret.json",
                "published": null, "bytes": 5, "sha256": "zz",
            }],
        });
        fs::write(folder.join(CATALOGUE), wrong.to_string()).unwrap();
    });
    visit(&site, |page| {
        open_failing(page, NOT_VALID, CATALOGUE);
        let found = faults(page).join("\n");
        assert!(found.contains("$.quarters[0].file") || found.contains("$.quarters[0].council.ons_code"), "{found}");
    });
}

/// A bad file of the native tests, with the faults expected of it.
pub fn bad(name: &str) -> (Vec<u8>, Vec<String>) {
    let folder = project().join("tests/exports/bad");
    let expected = fs::read_to_string(folder.join(format!("{name}.expected"))).unwrap();
    (fs::read(folder.join(format!("{name}.json"))).unwrap(), expected.lines().map(str::to_string).collect())
}

/// Puts a bad file on a site and checks that the page lists all its faults, in order.
fn assert_refused(name: &str, at_least: usize) {
    let (bytes, expected) = bad(name);
    assert!(expected.len() >= at_least);
    let site = Site::doctored(|folder| put_export(folder, &bytes));
    visit(&site, |page| {
        open_failing(page, NOT_VALID, QUARTER);
        assert_lists(page, &expected);
    });
}

/// Checks that the page lists exactly these faults, in order.
pub fn assert_lists(page: &Page, expected: &[String]) {
    page.find("heading", format!("What is wrong ({})", expected.len()));
    let found = faults(page);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        // In one line: path: found this; expected that.
        let (path, rest) = expected.split_once(": found ").unwrap();
        let (what, wanted) = rest.rsplit_once("; expected ").unwrap();
        let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = spaced(found);
        assert!(line.starts_with(&spaced(path)), "{line} should be about {path}");
        assert!(line.contains(&spaced(&format!("Found: {what}"))), "{line} should say: {what}");
        assert!(line.ends_with(&spaced(&format!("Expected: {wanted}"))), "{line} should expect: {wanted}");
    }
}

#[test]
fn all_structural_faults_are_listed() {
    assert_refused("many-faults-of-shape", 5);
}

#[test]
fn all_faults_of_meaning_are_listed() {
    assert_refused("many-faults-of-sense", 5);
}

#[test]
fn a_truncated_file() {
    assert_refused("truncated", 1);
}

#[test]
fn a_host_that_responds_with_a_web_page() {
    assert_refused("web-page", 1);
}

#[test]
fn the_file_is_not_the_one_in_the_catalogue() {
    let mut report = export();
    report["outcomes"][0]["programmes"][0]["measures"][0]["value"]["number"] = json!("1000000");
    let bytes = serde_json::to_vec(&report).unwrap();
    let site = Site::doctored(|folder| fs::write(folder.join(QUARTER), &bytes).unwrap());
    visit(&site, |page| {
        open_failing(page, "The report’s data does not match", QUARTER);
        let found = faults(page);
        assert_eq!(found.len(), 1, "{found:?}");
        let shipped = fs::read(dist().join(QUARTER)).unwrap();
        assert!(found[0].contains(&sha256(&bytes)) && found[0].contains(&sha256(&shipped)), "{found:?}");
        assert!(!page.text().contains("1000000"), "nothing of it is shown");
    });
}
