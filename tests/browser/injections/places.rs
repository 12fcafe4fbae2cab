//! Where the page is opened: in a private window, in a frame that allows little, as a file on a disk.

use super::{RED, SHOWS_RED, browsers_complain, withstood};
use crate::embed::other_site;
use crate::harness::evidence::goes_without;
use crate::harness::lists::search;
use crate::harness::site::dist;
use crate::harness::{Kind, Setup, Site, kind, until, visit, visit_with};
use serde_json::json;

#[test]
fn in_a_private_window() {
    visit_with(&Setup { private: true, ..Setup::default() }, Site::shipped(), |page| {
        page.may_complain("favicon.ico");
        page.open(RED);
        page.until_status(SHOWS_RED);
        search(page, "school");
        until("fewer measures", || !page.text().contains(SHOWS_RED));
        page.reload();
        until("fewer measures", || !page.text().contains(SHOWS_RED));
        withstood("a private window");
    });
}

/// A frame with scripts and nothing else: no origin, so the program may not be fetched, and no way to say so but what is in the page.
#[test]
fn in_a_frame_that_allows_only_scripts() {
    visit(Site::shipped(), |page| {
        browsers_complain(page);
        page.may_complain("sandbox");
        page.may_complain("CORS");
        page.may_complain("origin 'null'");
        page.may_complain("Cross-Origin");
        let address = format!("{}{RED}", Site::shipped().address);
        let frame = format!(
            "<iframe title=\"Report\" sandbox=\"allow-scripts\" src=\"{address}\" width=900 height=600></iframe>"
        );
        page.post("url", json!({ "url": other_site(format!("<!doctype html><title>A council</title>{frame}")) }))
            .unwrap();
        let frame = page.script("return document.querySelector('iframe');", &[]);
        page.post("frame", json!({ "id": frame })).unwrap();
        page.until_text("more than the frame allows");
        // In such a frame, drivers do not tell what a browser calls things.
        let link = |name: &str| page.all_in(None, "link", name.into()).remove(0);
        let tab = link("open it in a tab of its own");
        // By itself, a link without an address of its own leads to where it stands.
        assert_eq!(tab.script("return el.href;"), json!(address));
        assert_eq!(tab.attribute("target").as_deref(), Some("_blank"));
        link("the list of reports and their data files");
        withstood("a frame that allows only scripts");
    });
}

/// With its origin, and a frame to itself, it works.
#[test]
fn in_a_frame_that_allows_scripts_and_its_origin() {
    visit(Site::shipped(), |page| {
        page.may_complain("sandbox");
        let address = format!("{}{RED}&embed=1", Site::shipped().address);
        let words = "sandbox=\"allow-scripts allow-same-origin\"";
        let frame = format!("<iframe title=\"Report\" {words} src=\"{address}\" width=900 height=600></iframe>");
        page.post("url", json!({ "url": other_site(format!("<!doctype html><title>A council</title>{frame}")) }))
            .unwrap();
        let frame = page.script("return document.querySelector('iframe');", &[]);
        page.post("frame", json!({ "id": frame })).unwrap();
        page.until_heading("Measures");
        withstood("a frame that allows scripts and its origin");
    });
}

#[test]
fn as_a_file() {
    if kind() == Kind::WebKit {
        goes_without("pages opened as files");
        return;
    }
    visit(Site::shipped(), |page| {
        browsers_complain(page);
        page.may_complain("CORS");
        page.may_complain("file:");
        let address = format!("file://{}/index.html", dist().display());
        page.post("url", json!({ "url": address })).unwrap();
        page.until_text("A page opened as a file needs a web server");
        let list = page.find("link", "the list of reports and their data files");
        list.click();
        until("the list of reports", || page.address().ends_with("/data/catalogue.json"));
        withstood("opened as a file");
    });
}
