//! Nothing leaves the device.

use super::refused::until_refused;
use super::{BACK, CHECKS, NOT_YET, drop_one, example, go, until_open};
use crate::checks::until_counted;
use crate::harness::element::starting;
use crate::harness::files::choose;
use crate::harness::lists::table;
use crate::harness::site::{CATALOGUE, export, sha256};
use crate::harness::{Page, Site, until_equal, visit};
use serde_json::{Value, json};
use std::fs;

const BASE: &str = "/reports/people/";

/// Checks that since the last call nothing was sent, and nothing requested but parts of the page itself.
pub fn assert_nothing_left(page: &Page, base: &str, after: &str) {
    for request in page.requests() {
        let is_part = request.address.strip_prefix(base).is_some_and(|path| {
            !path.contains(['?', '/']) && [".js", ".wasm", ".css"].iter().any(|end| path.ends_with(end))
        });
        assert!(is_part && request.method == "GET" && request.sent == "0", "{request:?} after {after}");
    }
}

#[test]
fn nothing_is_sent_and_nothing_is_stored() {
    let site = Site::under(BASE);
    visit(&site, |page| {
        page.open(CHECKS);
        until_counted(page, 9);
        assert!(page.requests().iter().any(|request| request.address.ends_with(".wasm")), "requests are written down");
        choose(page, &example("two-tolerances"));
        until_open(page, "example-two-tolerances.json");
        assert_nothing_left(page, BASE, "opening a file");
        for view in ["Overview", "Measures", "Risks", "Projects", "Checks"] {
            go(page, view);
            until_equal("the view", Some("page".to_string()), || {
                page.find("navigation", "Views").find("link", starting(view)).attribute("aria-current")
            });
        }
        crate::share::open(page);
        page.press(&["Escape"]);
        page.until_gone("dialog", "Share this view");
        page.find("button", "Download the findings (CSV)").click();
        assert_nothing_left(page, BASE, "looking at it");
        go(page, "Measures");
        page.until_status("Showing 12 of 12 measures");
        table(page).all("link").remove(0).click();
        crate::measure::until_chart(page);
        assert_nothing_left(page, BASE, "its chart");
        choose_bad(page);
        assert_nothing_left(page, BASE, "a file that is no report");
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
        assert_nothing_left(page, BASE, "the way back");
        let script = "const done = arguments[arguments.length - 1]; \
                      Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker?.getRegistrations() ?? []])\
                      .then((all) => done([document.cookie, localStorage.length, sessionStorage.length, ...all.map((one) => one.length)]), \
                      (error) => done(String(error)));";
        assert_eq!(page.script_async(script, &[]), json!(["", 0, 0, 0, 0, 0]));
    });
}

pub(super) fn choose_bad(page: &Page) {
    drop_one(page, "bad.json", b"{}");
    until_refused(page, NOT_YET, "bad.json", "");
}

/// A site with an older quarter beside the shipped one.
fn two_quarters() -> Site {
    Site::doctored(|folder| {
        let mut older = export();
        older["id"] = json!("2023-24-q2");
        older["period"] = json!("2023-24-q2");
        let bytes = serde_json::to_vec(&older).unwrap();
        fs::write(folder.join("data/older.json"), &bytes).unwrap();
        let mut catalogue: Value = serde_json::from_slice(&fs::read(folder.join(CATALOGUE)).unwrap()).unwrap();
        let mut entry = catalogue["quarters"][0].clone();
        entry["id"] = json!("2023-24-q2");
        entry["period"] = json!("2023-24-q2");
        entry["file"] = json!("older.json");
        entry["title"] = json!("An older quarter");
        entry["bytes"] = json!(bytes.len());
        entry["sha256"] = json!(sha256(&bytes));
        catalogue["quarters"].as_array_mut().unwrap().push(entry);
        fs::write(folder.join(CATALOGUE), serde_json::to_vec(&catalogue).unwrap()).unwrap();
    })
}

#[test]
fn another_quarter_is_not_fetched_for_it() {
    let site = two_quarters();
    visit(&site, |page| {
        page.open("?quarter=2023-24-q2&view=checks");
        page.until_query("quarter=2023-24-q2&view=checks");
        page.find("summary", "Other quarters");
        assert!(page.requests().iter().any(|request| request.address.contains("older.json")));
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        assert!(!page.has("summary", "Other quarters"), "a file of the reader's own has none");
        page.back();
        page.until_query("quarter=2023-24-q2&view=checks");
        page.find("summary", "Other quarters");
        assert_nothing_left(page, "/", "opening a file and going back");
        page.forward();
        until_open(page, "example-small.json");
        page.find("link", BACK).click();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
    });
}
