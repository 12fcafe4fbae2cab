//! What happens while the page is open: the network goes, the site is published anew, readers go away and come back.

use super::{RED, SHOWS_RED, browsers_complain, with_script_first, withstood};
use crate::harness::element::{ANY, starting};
use crate::harness::faulty::{Fault, Faulty};
use crate::harness::site::{dist, file_named};
use crate::harness::{Page, Site, until, visit};
use serde_json::json;
use std::fs;

#[test]
fn the_network_goes_in_the_middle() {
    let host = Faulty::shipped();
    visit(&host.site, |page| {
        browsers_complain(page);
        page.open("?quarter=2023-24-q3");
        crate::parts::until_findings_are_counted(page);
        host.breaks("*", Fault::NoAnswer);
        // What is there works on.
        page.find("link", "16 Red measures").click();
        page.until_status(SHOWS_RED);
        page.find("navigation", "Views").find("link", starting("Checks")).click();
        page.until_heading("Checks");
        // What is not there says so.
        page.find("navigation", "Views").find("link", "Measures").click();
        page.until_status(SHOWS_RED);
        page.find("button", "Share").click();
        page.until_status("This could not be loaded.");
        page.find("button", "Close").click();
        host.mend();
        page.find("button", "Share").click();
        page.until_gone("status", "Loading…");
        page.find("textbox", "The link");
        withstood("the network goes in the middle");
    });
}

/// Files of the old version are gone when an open page asks for its next part; the page itself names new ones.
#[test]
fn a_new_version_is_published_while_the_page_is_open() {
    let site = Site::doctored(|_| {});
    let part = file_named(&dist(), "part-meeting-", ".wasm").file_name().unwrap().to_owned();
    let (old, kept) = (site.folder().join(&part), site.folder().join("kept.wasm"));
    visit(&site, |page| {
        browsers_complain(page);
        page.open(RED);
        page.until_status(SHOWS_RED);
        fs::rename(&old, &kept).unwrap();
        page.find("link", "Present").click();
        page.until_status("This view could not be loaded.");
        page.until_text("there may be a newer version");
        fs::rename(&kept, &old).unwrap();
        page.find("link", "reload the page").click();
        page.find("navigation", "Presentation");
        page.until_heading("Red measures");
        withstood("a new version while the page is open");
    });
}

#[test]
fn back_into_the_page_from_another_one() {
    visit(Site::shipped(), |page| {
        page.may_complain("favicon.ico");
        page.open("?quarter=2023-24-q3");
        page.find("link", "16 Red measures").click();
        page.until_status(SHOWS_RED);
        page.go("makers.html");
        page.until_ready();
        page.back();
        page.until_status(SHOWS_RED);
        page.until_query(&RED[1..]);
        // And it is alive.
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        page.back();
        page.until_status(SHOWS_RED);
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
        withstood("back into the page");
    });
}

#[test]
fn two_tabs() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        page.until_status(SHOWS_RED);
        let first = page.get("window").unwrap();
        let second = page.post("window/new", json!({ "type": "tab" })).unwrap()["handle"].clone();
        let to = |tab: &serde_json::Value| drop(page.post("window", json!({ "handle": tab })).unwrap());
        to(&second);
        page.open("?quarter=2023-24-q3&view=measures&status=amber");
        page.until_status("Showing 3 of 32 measures");
        to(&first);
        page.until_status(SHOWS_RED);
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        to(&second);
        page.until_status("Showing 3 of 32 measures");
        page.until_query("quarter=2023-24-q3&view=measures&status=amber");
        page.close_tab();
        to(&first);
        page.until_heading("Strategic risks");
        page.until_query("quarter=2023-24-q3&view=risks&status=red");
        withstood("two tabs");
    });
}

/// Breaks what the page is built with, wherever the address asks for the list of measures: as a link that the program cannot bear.
fn unbearable() -> Site {
    with_script_first(
        "const broken = (name, of) => { const whole = of.prototype[name]; of.prototype[name] = function (...all) { \
           if (/view=measures/.test(location.search)) throw new Error('broken by the test'); return whole.apply(this, all); }; }; \
         for (const name of ['insertBefore', 'appendChild']) broken(name, Node); \
         for (const name of ['append', 'before', 'after', 'replaceWith']) broken(name, Element);",
    )
}

fn panics_are_expected(page: &Page) {
    browsers_complain(page);
    for words in ["panicked", "unreachable", "RuntimeError", "broken by the test"] {
        page.may_complain(words);
    }
}

#[test]
fn a_link_that_the_program_cannot_bear() {
    visit(&unbearable(), |page| {
        panics_are_expected(page);
        page.go(RED);
        page.until_heading("The page has stopped working");
        page.loads_anew(|| page.find("main", ANY).find("link", "Reload this view").click());
        page.until_heading("The page has stopped working");
        page.find("main", ANY).find("link", "Start without this link’s settings").click();
        page.until_heading("People, Quarter 3 2023/24");
        page.until_query("quarter=2023-24-q3");
        withstood("a link that stops the program at once");
    });
}

/// Back leads out of a view that stops the program.
#[test]
fn back_after_the_program_has_stopped() {
    visit(&unbearable(), |page| {
        panics_are_expected(page);
        page.open("?quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
        page.find("link", "16 Red measures").click();
        page.until_heading("The page has stopped working");
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
        until("it is alive", || page.has("link", "16 Red measures"));
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        withstood("back after the program has stopped");
    });
}
