//! x
use crate::harness::files::{Folder, Held, choose, downloaded, field, keep_downloads};
use crate::harness::process::project;
use crate::harness::{Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::json;
use std::fs;

fn shot(page: &Page, name: &str) {
    let h = page.script("return document.documentElement.scrollHeight;", &[]).as_u64().unwrap();
    let _ = h;
    let data = page.chromium("Page.captureScreenshot", json!({"captureBeyondViewport": true, "format":"png"})).unwrap();
    fs::write(format!("/tmp/shots/{name}.b64"), data["data"].as_str().unwrap()).unwrap();
}

#[test]
fn explore() {
    for (setup, w) in [(Setup::default(), "wide"), (Setup::narrow(), "narrow")] {
    visit_with(&setup, Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=checks");
        page.until_heading("Checks");
        let json = page.script("return document.querySelector('input[type=file]');", &[]);
        for what in ["computedrole", "computedlabel"] {
            let id = json.as_object().unwrap().values().next().unwrap().as_str().unwrap();
            println!("{what}: {:?}", page.get(&format!("element/{id}/{what}")));
        }
        for s in ["light", "dark"] { page.colours(s); shot(page, &format!("checks-{w}-{s}")); }
        page.colours("light");
        let json = page.script("return document.querySelector('input[type=file]');", &[]);
        let id = json.as_object().unwrap().values().next().unwrap().as_str().unwrap();
        let f = project().join("public/examples/example-low-and-high-targets.json");
        page.post(&format!("element/{id}/value"), json!({"text": f.to_str().unwrap()})).unwrap();
        page.until_text("Local file, not published");
        page.until_heading("Checks");
        println!("title {} query {} focus {:?}", page.title(), page.query(), page.focused());
        for s in ["light", "dark"] { page.colours(s); shot(page, &format!("local-{w}-{s}")); }
        page.colours("light");
        let main = page.find("main", crate::harness::element::ANY);
        Held { files: &[("a.json", b"{}")], ..Held::default() }.drag(&main, &["dragenter", "dragover"]);
        page.until_text("Let go to open");
        for s in ["light", "dark"] { page.colours(s); shot(page, &format!("hint-{w}-{s}")); }
        page.colours("light");
        let d = Held { files: &[("a.json", b"{\"schema_version\": 1}")], ..Held::default() }.drop_on(&main);
        println!("{d:?}");
        page.until_heading("This file is not a report");
        println!("title {} query {} focus {:?}", page.title(), page.query(), page.focused());
        for s in ["light", "dark"] { page.colours(s); shot(page, &format!("failure-{w}-{s}")); }
    });
    }
}
