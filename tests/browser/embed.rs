//! A single view in a frame on another site's page.

use crate::harness::element::{ANY, starting};
use crate::harness::lists::{codes_now, until_codes};
use crate::harness::page::without_fingerprint;
use crate::harness::{Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

const VIEW: &str = "quarter=2023-24-q3&view=measures&outcome=resilient-families";
const CODES: [&str; 12] =
    ["A10", "CSC0004", "CSC0006", "ILAC1", "ILAC2", "ILAC3", "ILAC4", "ILAC5", "ILAC6", "ILAC7", "N23", "PH16"];

/// The address of another site with one page.
pub fn other_site(html: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close";
            let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{html}", html.len());
        }
    });
    address
}

/// Opens a page of another site with this HTML in it, and switches to its frame.
fn into_frame(page: &Page, html: &str) {
    let address = other_site(format!(
        "<!doctype html><html lang=\"en-GB\"><title>A council</title><h1>A council</h1><a href=\"#\">Before</a>{html}</html>"
    ));
    page.post("url", json!({ "url": address })).unwrap();
    let frame = page.script("return document.querySelector('iframe');", &[]);
    page.post("frame", json!({ "id": frame })).unwrap();
    page.until_ready();
}

fn query_of_frame(page: &Page) -> String {
    let query = page.script("return location.search.slice(1);", &[]);
    without_fingerprint(query.as_str().unwrap())
}

/// Checks that there is a view without anything that surrounds it in the explorer.
fn is_alone(page: &Page) {
    for (role, name) in
        [("banner", ""), ("navigation", "Views"), ("group", "This view"), ("search", ""), ("contentinfo", "")]
    {
        let all = if name.is_empty() { page.all(role) } else { page.all_in(None, role, name.into()) };
        // The line with the source is the footer of the frame.
        let other = all.iter().filter(|one| !(role == "contentinfo" && one.seen.contains("Open the full view")));
        assert_eq!(other.count(), 0, "{role} {name}");
    }
    let heads = "return [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).length;";
    until_equal("the main headings", json!(1), || page.script(heads, &[]));
    assert!(page.all("button").iter().all(|one| !one.name.starts_with("Remove ") && one.name != "Clear all"));
    assert!(!page.has("region", "Selected filters"));
}

#[test]
fn in_a_page_of_another_site() {
    for setup in [Setup::default(), Setup::narrow()] {
        visit_with(&setup, Site::shipped(), |page| {
            page.open(&format!("?{VIEW}"));
            let dialog = crate::share::open(page);
            dialog.find("summary", "Embed").click();
            let html = dialog.find("textbox", "HTML for your page").value();
            assert!(
                html.contains("title=\"All measures, in Resilient families – People, Quarter 3 2023/24\""),
                "{html}"
            );
            into_frame(page, &html);
            page.until_heading("Measures");
            until_codes(page, &CODES);
            is_alone(page);
            assert_eq!(query_of_frame(page), format!("{VIEW}&embed=1"));
            assert_eq!(page.find("alert", "").text(), "");
            page.until_text("All measures, in Resilient families – Medway Council, People, Quarter 3 2023/24.");
            let full = page.find("link", "Open the full view in a new tab");
            assert_eq!(full.attribute("target").as_deref(), Some("_blank"));
            assert_eq!(full.attribute("rel").as_deref(), Some("noopener"));
            let to = full.script("return el.href;");
            assert_eq!(without_fingerprint(to.as_str().unwrap()), format!("{}?{VIEW}", Site::shipped().address));
        });
    }
}

#[test]
fn by_keyboard_alone() {
    visit(Site::shipped(), |page| {
        let html =
            format!("<iframe src=\"{}?{VIEW}&amp;embed=1\" width=900 height=600></iframe>", Site::shipped().address);
        into_frame(page, &html);
        until_codes(page, &CODES);
        page.post("frame", json!({ "id": Value::Null })).unwrap();
        page.tab_to("link", "Before");
        let frame = page.script("return document.querySelector('iframe');", &[]);
        page.press(&["Tab"]);
        page.post("frame", json!({ "id": frame })).unwrap();
        // Its rows are sorted ...
        page.tab_to("checkbox", "Descending");
        page.press(&["Space"]);
        until_equal("the address", format!("{VIEW}&sort=-report&embed=1"), || query_of_frame(page));
        let mut turned = CODES;
        turned.reverse();
        until_equal("the codes", turned.to_vec(), || codes_now(page));
        // ... and a measure is opened and left, all in the frame.
        page.tab_to("link", "Number of CiC per 10,000 children");
        page.press(&["Enter"]);
        page.until_heading("Number of CiC per 10,000 children CSC0004");
        is_alone(page);
        assert_eq!(
            query_of_frame(page),
            "quarter=2023-24-q3&view=measures&measure=CSC0004&outcome=resilient-families&sort=-report&embed=1"
        );
        page.press(&["Escape"]);
        page.until_heading("Measures");
        page.tab_to("link", "Open the full view in a new tab");
        page.press(&["Enter"]);
        until("a new tab", || page.get("window/handles").unwrap().as_array().is_some_and(|tabs| tabs.len() == 2));
        let here = page.get("window").unwrap();
        let tabs = page.get("window/handles").unwrap();
        let new = tabs.as_array().unwrap().iter().find(|tab| **tab != here).unwrap();
        page.post("window", json!({ "handle": new })).unwrap();
        page.until_ready();
        page.until_query(&format!("{VIEW}&sort=-report"));
        page.find("navigation", "Views");
        page.close_tab();
        page.post("window", json!({ "handle": here })).unwrap();
    });
}

#[test]
fn every_view_states_its_filters() {
    visit(Site::shipped(), |page| {
        for (view, words) in [
            ("status=red", "Overview of red measures – Medway Council, People, Quarter 3 2023/24."),
            ("view=measures&status=red", "Red measures – Medway Council, People, Quarter 3 2023/24."),
            ("view=risks&outcome=resilient-families", "Strategic risks in Resilient families – Medway Council"),
            ("view=projects&outcome=resilient-families", "Projects in Resilient families – Medway Council"),
            ("risk=SR39", "Risk SR39: "),
        ] {
            page.open(&format!("?quarter=2023-24-q3&{view}&embed=1"));
            page.until_text(words);
            is_alone(page);
            page.until_query(&format!("quarter=2023-24-q3&{view}&embed=1"));
        }
        // A number links to its measures in the frame, too.
        page.open("?quarter=2023-24-q3&embed=1");
        page.find("link", starting("16 Red measures")).click();
        page.until_query("quarter=2023-24-q3&view=measures&status=red&embed=1");
        is_alone(page);
        page.back();
        page.until_query("quarter=2023-24-q3&embed=1");
        page.reload();
        page.until_query("quarter=2023-24-q3&embed=1");
        is_alone(page);
        assert!(!page.has("dialog", ANY));
    });
}
