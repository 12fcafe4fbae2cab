//! A large file of the reader's own: read while the page answers, given up, and explored like any other.

use crate::harness::files::{Folder, choose as choose_file};
use crate::harness::lists::{choose, search};
use crate::harness::process::project;
use crate::harness::{Page, Site, until, visit};
use serde_json::{Value, json};
use std::fs;

const CHECKS: &str = "?quarter=2023-24-q3&view=checks";

/// The shipped quarter with copies of its measures in its first programme, COPY32 and so on, until there are so many; and how many of
/// all are red.
fn export(count: usize) -> (Vec<u8>, usize) {
    let shipped = fs::read(project().join("public/data/medway-people-2023-24-q3.json")).unwrap();
    let mut report: Value = serde_json::from_slice(&shipped).unwrap();
    let outcomes = report["outcomes"].as_array().unwrap().iter();
    let programmes = outcomes.flat_map(|outcome| outcome["programmes"].as_array().unwrap());
    let mut templates: Vec<Value> =
        programmes.flat_map(|programme| programme["measures"].as_array().unwrap()).cloned().collect();
    let red = |measure: &Value| usize::from(measure["status"] == "red");
    let mut reds = templates.iter().map(red).sum();
    let shipped = templates.len();
    for template in &mut templates {
        template["related"] = json!([]);
        for section in template["commentary"].as_array_mut().into_iter().flatten() {
            for block in section["blocks"].as_array_mut().unwrap() {
                block.as_object_mut().unwrap().remove("also");
            }
        }
    }
    let list = report["outcomes"][0]["programmes"][0]["measures"].as_array_mut().unwrap();
    list.push(json!("copies"));
    let mut copies = String::new();
    for number in shipped..count {
        let template = &mut templates[number % shipped];
        template["code"] = json!(format!("COPY{number}"));
        reds += red(template);
        copies.push_str(if copies.is_empty() { "" } else { ",\n" });
        copies.push_str(&template.to_string());
    }
    (report.to_string().replacen("\"copies\"", &copies, 1).into_bytes(), reds)
}

/// Has the page note the longest time in which it did nothing else.
const NOTE: &str = "window.longest = 0; let last = performance.now(); \
                    const look = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; \
                    window.looking = setTimeout(look, 0); }; look();";

/// From here on a file comes slowly, as from a drive of the council's network: long enough to see how far it is.
const SLOWLY: &str = "const read = Blob.prototype.arrayBuffer; \
                      Blob.prototype.arrayBuffer = function () { \
                      return new Promise((later) => setTimeout(later, 150)).then(() => read.call(this)); };";

fn open_and_explore(count: usize) {
    let (bytes, red) = export(count);
    let folder = Folder::new();
    let file = folder.put("large.json", &bytes);
    let kib = bytes.len() / 1024;
    drop(bytes);
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        page.until_heading("Checks");
        page.script(SLOWLY, &[]);
        choose_file(page, &file);
        page.until_text("Reading large.json: ");
        page.find("progressbar", crate::harness::element::starting("Reading large.json: "));
        page.find("button", "Cancel").click();
        page.until_gone("button", "Cancel");
        page.until_query(CHECKS.trim_start_matches('?'));
        assert!(!page.text().contains("Reading large.json"));

        choose_file(page, &file);
        page.script(NOTE, &[]);
        for status in ["Reading large.json: 25%", "Reading large.json: 50%", "Reading large.json: 75%"] {
            page.until_status(status);
        }
        page.until_query("quarter=local-file&view=checks");
        let longest = page.script("clearTimeout(window.looking); return Math.round(window.longest);", &[]);
        println!(
            "{count} measures, {kib} KiB: until they are shown, the page did nothing else for {longest} ms at most"
        );

        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status(&format!("Showing {count} of {count} measures"));
        choose(page, "Status", "Red");
        page.until_status(&format!("Showing {red} of {count} measures"));
        choose(page, "Status", "Red");
        search(page, &format!("COPY{}", count - 1));
        page.until_status(&format!("Showing 1 of {count} measures"));
        search(page, "");
        page.until_status(&format!("Showing {count} of {count} measures"));
        scroll_to_end(page);
    });
}

fn scroll_to_end(page: &Page) {
    until("the last row is drawn", || {
        page.script("window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });", &[]);
        // Not by role: halfway through such a scroll Chromium may take minutes to say that of a table.
        let script = "const last = [...document.querySelectorAll('[role=table] tbody')].at(-1); \
                      return !last.querySelector('.room:last-child') && last.querySelectorAll('[data-row]').length > 0;";
        page.script(script, &[]) == json!(true)
    });
    let drawn = page.script("return document.querySelectorAll('[data-row]').length;", &[]).as_u64().unwrap();
    assert!((5..150).contains(&drawn), "{drawn} rows are drawn");
}

#[test]
#[ignore = "beside other browsers it takes minutes: asked for roles, Chromium stops at so long a list, why is not known yet; scripts/test --all runs it"]
fn twenty_thousand_measures() {
    open_and_explore(20_000);
}

#[test]
#[ignore = "takes more than a minute; scripts/test --all runs it"]
fn a_hundred_thousand_measures() {
    // One list may have no more.
    open_and_explore(100_000);
}
