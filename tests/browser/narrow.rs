//! On a phone: filters collapse, the table becomes cards, nothing scrolls sideways.

use crate::harness::facts::codes;
use crate::harness::lists::{choose, codes_now, table, until_codes};
use crate::harness::{Setup, Site, until, visit_with};
use serde_json::json;

const LIST: &str = "?quarter=2023-24-q3&view=measures";

#[test]
fn filters_collapse() {
    visit_with(&Setup::narrow(), Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        assert!(
            page.all("checkbox").iter().all(|checkbox| checkbox.name == "Descending"),
            "the filters are folded away"
        );
        page.find("summary", "Filters").click();
        choose(page, "Status", "Red");
        until_codes(page, &codes(|fact| fact.status == "red"));
        page.find("summary", "Filters (1 chosen)").click();
        until("the filters are folded away again", || !page.has("group", "Status"));
        page.find("button", "Remove Status: Red");
    });
}

#[test]
fn each_row_is_a_card_with_labelled_figures() {
    visit_with(&Setup::narrow(), Site::shipped(), |page| {
        page.open(&format!("{LIST}&q=CSC0004"));
        until_codes(page, &["CSC0004"]);
        let table = table(page);
        // Still a table to assistive technology, with every cell within the page.
        let script = "const width = window.innerWidth; const row = el.tBodies[0].rows[0]; \
                      return [...row.cells].every((cell) => { const at = cell.getBoundingClientRect(); \
                      return at.left >= 0 && at.right <= width && at.width > 0 && at.height > 0; });";
        assert_eq!(table.script(script), json!(true), "every cell is in sight");
        // Some browsers report the text before a cell, others the attribute that it comes from.
        let labels = table.script(
            "return [...el.tBodies[0].rows[0].cells].map((cell) => getComputedStyle(cell, '::before').content + cell.dataset.label) \
             .filter((label) => !label.startsWith('none'));",
        );
        let labels = labels.to_string();
        for label in ["Value", "Target", "Status", "Long trend"] {
            assert!(labels.contains(label), "{label} in {labels}");
        }
        assert_eq!(codes_now(page), ["CSC0004"]);
        table.find("link", "Number of CiC per 10,000 children").click();
        page.until_heading("CSC0004 Number of CiC per 10,000 children");
    });
}

#[test]
fn touch_targets_are_large_enough() {
    visit_with(&Setup::narrow(), Site::shipped(), |page| {
        for link in ["?quarter=2023-24-q3", LIST, "?measure=CSC0004", "?view=risks", "?view=checks"] {
            page.open(link);
            page.script("for (const one of document.querySelectorAll('main details')) one.open = true;", &[]);
            // Links within sentences may be as high as their line; everything else needs 24 px each way.
            let script = "return [...document.querySelectorAll('button, summary, select, input, nav a')].filter((el) => el.checkVisibility()) \
                          .map((el) => [el.innerText || el.name || el.type, (el.labels?.[0] ?? el).getBoundingClientRect()]) \
                          .filter(([, at]) => at.width < 24 || at.height < 24).map(([name, at]) => `${name}: ${at.width} × ${at.height}`);";
            let small = page.script(script, &[]);
            assert_eq!(small, json!([]), "{link}");
        }
    });
}
