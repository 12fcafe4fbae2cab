//! Files that are not reports: each is explained, and the page still works.

use super::{BACK, CHECKS, NO_REPORT, NOT_YET, drop_one, example, go, main, small_with, until_open, with_wrong_status};
use crate::checks::unfold;
use crate::failures::{assert_lists, bad};
use crate::harness::element::starting;
use crate::harness::files::{Folder, Held, cells, choose, downloaded, field, keep_downloads};
use crate::harness::process::project;
use crate::harness::site::{CATALOGUE, dist};
use crate::harness::{Page, Site, until, until_equal, visit};
use serde_json::json;
use std::fs;

/// Waits for the page about a refused file, and checks what every such page has.
pub(super) fn until_refused(page: &Page, heading: &str, file: &str, found: &str) {
    page.until_text(&format!("The file: {file}"));
    page.until_heading(heading);
    assert_eq!(page.title(), format!("{heading} – Quarterlight"));
    page.until_query("quarter=local-file&view=checks");
    let said = crate::failures::faults(page).join("\n");
    assert!(said.contains(&format!("Found: {found}")), "{file}: {said}");
    let text = main(page).text();
    assert!(text.contains("nothing was uploaded"), "{text}");
    assert_eq!(main(page).names("link"), [BACK, "How an export is made"]);
    field(page);
}

#[test]
fn each_file_that_is_not_a_report_is_explained_and_the_page_still_works() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        let bad = |name: &str| fs::read(project().join(format!("tests/exports/bad/{name}.json"))).unwrap();
        let workbook = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0b\xee\x9dh^\x01\0\0\x90\x04\0\0\x13\0[Content_Types].xml";
        let files: [(&str, Vec<u8>, &str); 9] = [
            ("nothing.json", Vec::new(), "an empty file"),
            ("blank.json", bad("white-space"), "an empty file"),
            ("picture.json", bad("picture"), "a picture (PNG)"),
            ("figures.xlsx", workbook.to_vec(), "a file that is damaged or cut short"),
            ("latin.json", bad("latin-1"), "bytes that are not UTF-8 text, from byte "),
            ("wide.json", bad("utf-16"), "text in UTF-16"),
            ("catalogue.json", fs::read(dist().join(CATALOGUE)).unwrap(), ""),
            ("page.html", bad("web-page"), ""),
            ("cut.json", bad("truncated"), ""),
        ];
        page.open(CHECKS);
        for (name, bytes, found) in &files {
            choose(page, &folder.put(name, bytes));
            // Other JSON has faults in its parts, like a faulty report.
            until_refused(page, if *name == "catalogue.json" { NOT_YET } else { NO_REPORT }, name, found);
        }
        until_equal("the focus", NO_REPORT.to_string(), || page.focused().1);
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        // With dropping, too, and with the published report one click away.
        drop_one(page, "again.json", b"");
        until_refused(page, NO_REPORT, "again.json", "an empty file");
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn every_fault_of_an_invalid_file_is_listed() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        for (name, at_least) in [("many-faults-of-shape", 5), ("many-faults-of-sense", 5), ("keys-misspelt", 2)] {
            let (_, expected) = bad(name);
            assert!(expected.len() >= at_least);
            choose(page, &project().join(format!("tests/exports/bad/{name}.json")));
            until_refused(page, NOT_YET, &format!("{name}.json"), "");
            assert_lists(page, &expected);
        }
        // Corrected and chosen again under the same name.
        let folder = Folder::new();
        let file = folder.put("mine.json", b"{");
        choose(page, &file);
        until_refused(page, NO_REPORT, "mine.json", "");
        folder.put("mine.json", &with_wrong_status());
        choose(page, &file);
        until_open(page, "mine.json");
    });
}

const LIMIT: u64 = 256 * 1024 * 1024;

#[test]
fn a_file_that_is_too_large() {
    visit(Site::shipped(), |page| {
        let folder = Folder::new();
        let mibibytes_257 = 257 * 1024 * 1024;
        let file = folder.put_hollow("huge.json", mibibytes_257);
        let found = format!("$: found {mibibytes_257} bytes; expected at most {LIMIT} bytes");
        page.open(CHECKS);
        choose(page, &file);
        until_refused(page, "This file is too large", "huge.json", "269484032 bytes");
        assert_lists(page, std::slice::from_ref(&found));
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
        Held { zeros: Some(mibibytes_257), ..Held::default() }.drop_on(&main(page));
        until_refused(page, "This file is too large", "zeros.json", "269484032 bytes");
        assert_lists(page, &[found]);
        choose(page, &example("small"));
        until_open(page, "example-small.json");
    });
}

/// While a long file is being read, the reader opens another.
#[test]
fn the_file_that_was_opened_last_is_shown() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        page.until_heading("Checks");
        // The first file is read when the test allows it.
        let script = "const read = Blob.prototype.arrayBuffer; \
                      Blob.prototype.arrayBuffer = function () { \
                        Blob.prototype.arrayBuffer = read; \
                        return new Promise((done) => { window.readOn = () => read.call(this).then(done); }); \
                      };";
        page.script(script, &[]);
        let (long, short) = (fs::read(example("two-tolerances")).unwrap(), fs::read(example("small")).unwrap());
        drop_one(page, "long.json", &long);
        page.until_status("Reading long.json: 0%");
        Held { files: &[("short.json", &short)], ..Held::default() }.drop_on(&page.root());
        until_open(page, "short.json");
        let script = "const done = arguments[arguments.length - 1]; \
                      readOn().then(() => requestAnimationFrame(() => requestAnimationFrame(done)));";
        page.script_async(script, &[]);
        until_open(page, "short.json");
        page.until_text("Libraries, Quarter 3 2024/25");
    });
}

#[test]
fn names_and_contents_with_markup_stay_text() {
    visit(Site::shipped(), |page| {
        let image = "<img src=x onerror=\"window.hacked=1\">";
        let bold = "<b id=bold>&amp;bold&lt;</b>";
        let clean = || {
            let script = "return [document.querySelectorAll('#app img, #app script, #app b, #bold').length, window.hacked ?? null];";
            assert_eq!(page.script(script, &[]), json!([0, null]), "markup at {}", page.address());
        };
        let bytes = small_with(|report| {
            report["council"]["name"] = json!(format!("Council {bold}"));
            report["outcomes"][0]["name"] = json!(format!("Outcome {image}"));
            let programme = &mut report["outcomes"][0]["programmes"][0];
            programme["name"] = json!(format!("=Programme {image}"));
            // A summary that differs from the measures, so that there is a finding about the programme.
            programme["published_summary"][1] = json!("3 measures met their target [L1; L2; L3]");
            programme["measures"][0]["name"] = json!(format!("Measure {image}"));
            programme["measures"][0]["code"] = json!(format!("<i>{}", "L1"));
            programme["measures"][0]["status"] = json!("amber");
            report["rules"]["statuses"][1]["label"] = json!(format!("Amber {bold}"));
        });
        let name = format!("../..\\{image}.json");
        page.open(CHECKS);
        drop_one(page, &name, &bytes);
        // Browsers replace a slash in a name in their own way.
        until("the file is open", || {
            page.text().contains(&format!("{image}.json")) && page.has("region", "Local file")
        });
        page.until_heading("Checks");
        page.find("summary", starting("Status differs from the rule (1)"));
        unfold(&main(page));
        page.until_text(&format!("Measure {image}"));
        page.until_text(&format!("=Programme {image}"));
        page.until_text(&format!("Council {bold}"));
        assert!(page.title().contains(bold), "{}", page.title());
        clean();
        let folder = Folder::new();
        if keep_downloads(page, &folder) {
            page.find("button", "Download the findings (CSV)").click();
            let table = cells(&downloaded(&folder).1);
            assert!(table[1..].iter().all(|row| row[9].contains(&format!("{image}.json"))), "{table:?}");
            let cells = || table.iter().flatten();
            assert!(cells().any(|cell| *cell == format!("'=Programme {image}")), "{table:?}");
            assert!(cells().all(|cell| !cell.starts_with('=')), "no cell is a formula: {table:?}");
        }
        for view in ["Overview", "Measures"] {
            go(page, view);
            if view == "Overview" {
                page.find("summary", "As a table, with programmes").click();
            }
            page.until_text(&format!("=Programme {image}"));
            clean();
        }
        drop_one(page, &name, json!({ bold: image }).to_string().as_bytes());
        page.until_heading(NOT_YET);
        page.until_text(bold);
        clean();
    });
}
