//! A file that is dropped anywhere on the page.

use super::{BACK, banner, drop_one, example, go, main, until_open};
use crate::failures::assert_lists;
use crate::harness::element::ANY;
use crate::harness::files::{Held, choose};
use crate::harness::site::{CATALOGUE, QUARTER, dist};
use crate::harness::{Site, until, until_equal, visit};
use serde_json::json;
use std::fs;

#[test]
fn it_can_be_dropped_anywhere() {
    visit(Site::shipped(), |page| {
        let bytes = fs::read(example("small")).unwrap();
        page.open("?quarter=2023-24-q3&measure=CSC0004");
        crate::measure::until_chart(page);
        let chart = page.find("figure", "Trend chart").find("img", ANY);
        Held { files: &[("over-a-chart.json", &bytes)], ..Held::default() }.drop_on(&chart);
        until_open(page, "over-a-chart.json");
        go(page, "Overview");
        page.until_heading("Libraries, Quarter 3 2024/25");
        let other = fs::read(example("amber-values")).unwrap();
        let footer = page.find("contentinfo", "");
        Held { files: &[("over-the-footer.json", &other)], ..Held::default() }.drop_on(&footer);
        until_open(page, "over-the-footer.json");
        go(page, "Measures");
        page.until_status("Showing 14 of 14 measures");
    });
}

/// With the browser's own drag and drop of a local file.
#[test]
fn the_browser_itself_drops_it() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
        let file = example("direction-of-travel");
        for kind in ["dragEnter", "dragOver", "drop"] {
            let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
            let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
            if page.chromium("Input.dispatchDragEvent", event).is_none() {
                return;
            }
        }
        until_open(page, "example-direction-of-travel.json");
    });
}

#[test]
fn while_something_is_dragged_over_the_page() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
        let hint = "Drop the file to open it here. It stays on your device; nothing is uploaded.";
        let main = main(page);
        let bytes = fs::read(example("small")).unwrap();
        let file = Held { files: &[("a.json", &bytes)], ..Held::default() };
        assert_eq!(file.drag(&main, &["dragenter", "dragover"]), [true, true]);
        page.until_status(hint);
        assert_eq!(file.drag(&main, &["dragleave"]), [true]);
        until("the hint is gone", || !page.text().contains(hint));
        // Text is left to the browser.
        let text = Held { text: Some("not a file"), ..Held::default() };
        assert_eq!(text.drop_on(&main), [false; 3]);
        assert!(!page.text().contains(hint));
        page.until_query("quarter=2023-24-q3");
        file.drag(&main, &["dragenter", "dragover"]);
        page.until_status(hint);
        file.drag(&main, &["drop"]);
        until_open(page, "a.json");
        assert!(!page.text().contains(hint));
    });
}

#[test]
fn two_files_at_once_are_not_opened() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=risks");
        page.until_heading("Strategic risks");
        let bytes = fs::read(example("small")).unwrap();
        let files: [(&str, &[u8]); 2] = [("one.json", &bytes), ("two.json", &bytes)];
        Held { files: &files, ..Held::default() }.drop_on(&main(page));
        page.until_heading("These are several files");
        until_equal("the focus", "These are several files".to_string(), || page.focused().1);
        assert_lists(page, &["$: found 2 files; expected one file at a time".to_string()]);
        page.until_text("The file: one.json, two.json");
        page.back();
        page.until_heading("Strategic risks");
        page.until_query("quarter=2023-24-q3&view=risks");
    });
}

#[test]
fn when_the_published_report_cannot_be_loaded() {
    let site = Site::doctored(|folder| fs::remove_file(folder.join(QUARTER)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        page.open("?quarter=2023-24-q3");
        page.until_heading("The report’s data could not be fetched");
        let bytes = fs::read(example("small")).unwrap();
        drop_one(page, "dropped.json", &bytes);
        until_open(page, "dropped.json");
        banner(page, "dropped.json").find("link", BACK).click();
        page.until_heading("The report’s data could not be fetched");
        choose(page, &example("two-tolerances"));
        until_open(page, "example-two-tolerances.json");
        // Once the site is repaired, one click tries again.
        fs::copy(dist().join(QUARTER), site.folder().join(QUARTER)).unwrap();
        page.find("link", BACK).click();
        page.until_heading("The report’s data could not be fetched");
        page.find("link", "Try again").click();
        page.until_heading("People, Quarter 3 2023/24");
    });
}

#[test]
fn when_not_even_the_list_of_reports_can_be_loaded() {
    let site = Site::doctored(|folder| fs::remove_file(folder.join(CATALOGUE)).unwrap());
    visit(&site, |page| {
        page.may_complain("404");
        page.open("");
        page.until_heading("The report’s data could not be fetched");
        choose(page, &example("small"));
        until_open(page, "example-small.json");
        go(page, "Measures");
        page.until_status("Showing 3 of 3 measures");
    });
}
