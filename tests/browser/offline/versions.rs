//! A newer version of the page while the old one is kept or open; and the end of offline use.

use super::{OVERVIEW, kept, notice, program_files, until_kept, visit_keeping};
use crate::harness::axe::{Rules, look};
use crate::harness::element::starting;
use crate::harness::process::project;
use crate::harness::site::{dist, publish_newer};
use crate::harness::{Page, Site, until, until_equal};
use serde_json::{Value, json};
use std::fs;
use std::time::{Duration, Instant};

/// What only the newer version says, in its footer.
const NEWER: &str = "A second version of this web page";
/// What only the one after that says.
const NEWEST: &str = "A third version of this web page";
const CHOICE: &str = "A newer version of this page is available.";
const RED: &str = "quarter=2023-24-q3&view=measures&status=red";

/// Opens the page in another tab, which finds the newer version, and goes back to the first.
fn open_another_tab(page: &Page) -> [Value; 2] {
    let here = page.get("window").unwrap();
    let tab = page.post("window/new", json!({ "type": "tab" })).unwrap()["handle"].clone();
    page.post("window", json!({ "handle": tab })).unwrap();
    page.open("?quarter=2023-24-q3");
    page.until_text(NEWER);
    page.post("window", json!({ "handle": here })).unwrap();
    [here, tab]
}

/// Waits until the page, which its reader looks at now and then, says this.
fn until_told(page: &Page, words: &str) {
    let mut looked: Option<Instant> = None;
    until(words, || {
        if looked.is_none_or(|looked| looked.elapsed() > Duration::from_secs(2)) {
            // A browser tells a page that its reader has come back to it; a driver does not.
            page.script("document.dispatchEvent(new Event('visibilitychange'));", &[]);
            looked = Some(Instant::now());
        }
        page.text().contains(words)
    });
}

/// Closes that tab again, and stays in the first.
fn close_other_tab(page: &Page, here: Value, tab: Value) {
    page.post("window", json!({ "handle": tab })).unwrap();
    page.close_tab();
    page.post("window", json!({ "handle": here })).unwrap();
}

#[test]
fn the_site_comes_first() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        publish_newer(site.folder());
        // The very next visit has it, and no choice is left to offer.
        page.open("?quarter=2023-24-q3");
        page.until_text(NEWER);
        until_kept(page, &site, site.folder());
        assert!(!page.text().contains(CHOICE));
        // Nobody has the old version open, so its files go.
        let old: Vec<String> =
            program_files(&dist()).into_iter().filter(|name| !site.folder().join(name).exists()).collect();
        assert!(old.len() > 3, "{old:?}");
        until("the old files are gone", || {
            kept(page).iter().all(|(address, _)| !old.iter().any(|name| address.ends_with(name)))
        });
        site.go_away();
        page.open("?quarter=2023-24-q3&view=checks");
        page.until_heading("Checks");
        page.until_text(NEWER);
        notice(page);
    });
}

#[test]
fn a_reader_of_the_old_version_may_go_on_or_load_the_new_one() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        publish_newer(site.folder());
        let [here, tab] = open_another_tab(page);
        until_told(page, CHOICE);
        assert!(!page.text().contains(NEWER), "nothing is loaded unasked");
        page.find("button", "Later").click();
        page.until_gone("button", "Later");
        assert!(!page.text().contains(CHOICE));
        // The parts of the old version are gone from the site, but not from the browser.
        for (view, heading) in [("Measures", "Measures"), ("Checks", "Checks"), ("Agenda", "Agenda")] {
            page.find("navigation", "Views").find("link", starting(view)).click();
            page.until_heading(heading);
        }
        page.find("button", "Share").click();
        page.find("dialog", "Share this view");
        page.press(&["Escape"]);
        page.find("navigation", "Views").find("link", starting("Overview")).click();
        page.until_heading(OVERVIEW);
        assert!(!page.text().contains(CHOICE) && !page.text().contains(NEWER));
        close_other_tab(page, here, tab);
    });
}

#[test]
fn a_reader_who_put_one_version_off_is_told_of_the_next() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        publish_newer(site.folder());
        let [here, tab] = open_another_tab(page);
        until_told(page, CHOICE);
        page.find("button", "Later").click();
        page.until_gone("button", "Later");
        publish_newer(site.folder());
        page.post("window", json!({ "handle": tab })).unwrap();
        page.open("?quarter=2023-24-q3");
        page.until_text(NEWEST);
        page.post("window", json!({ "handle": here })).unwrap();
        until_told(page, CHOICE);
        close_other_tab(page, here, tab);
    });
}

#[test]
fn the_new_version_shows_the_same_view() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        page.open(&format!("?{RED}"));
        publish_newer(site.folder());
        let [here, tab] = open_another_tab(page);
        until_told(page, CHOICE);
        page.tab_to("button", "Load it");
        page.press(&["Enter"]);
        page.until_text(NEWER);
        page.until_status("Showing 16 of 32 measures");
        page.until_query(RED);
        assert!(!page.text().contains(CHOICE));
        close_other_tab(page, here, tab);
    });
}

#[test]
fn with_a_file_of_their_own_readers_are_told_that_it_closes() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        let example = fs::read(dist().join("examples/example-small.json")).unwrap();
        crate::own_file::drop_one(page, "small.json", &example);
        page.until_heading("Checks");
        publish_newer(site.folder());
        let [here, tab] = open_another_tab(page);
        until_told(page, &format!("{CHOICE} Loading it will close your file; open it again afterwards."));
        page.find("region", "Local file");
        for width in [1280, 320] {
            page.resize(width, 640);
            // What the choice covers cannot be judged; without it, it is looked at elsewhere.
            assert_eq!(look(page, Rules::All, &[]).violations, Vec::<String>::new(), "{width}");
        }
        close_other_tab(page, here, tab);
    });
}

#[test]
fn a_host_can_take_it_away() {
    let site = Site::doctored(|_| {});
    visit_keeping(&site, |page| {
        until_kept(page, &site, site.folder());
        // Something of another page on the same host.
        let script = "const done = arguments[arguments.length - 1]; \
                      caches.open('another page').then(() => done(null), done);";
        page.script_async(script, &[]);
        fs::copy(project().join("hosting/worker-off.js"), site.folder().join("worker.js")).unwrap();
        page.open("?quarter=2023-24-q3&view=checks");
        page.until_heading("Checks");
        let script = "const done = arguments[arguments.length - 1]; \
                      Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])\
                      .then(([all, names]) => done([all.length, ...names]), (error) => done(String(error)));";
        until_equal("what is left", json!([0, "another page"]), || page.script_async(script, &[]));
        for (link, heading) in
            [("?quarter=2023-24-q3&view=risks", "Strategic risks"), ("?quarter=2023-24-q3", OVERVIEW)]
        {
            page.open(link);
            page.until_heading(heading);
        }
        until_equal("what is left", json!([0, "another page"]), || page.script_async(script, &[]));
    });
}
