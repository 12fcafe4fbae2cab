//! On a phone: filters are a sheet, the table becomes cards, nothing scrolls sideways.

use crate::accessibility::{check, too_wide, unfold};
use crate::harness::element::ANY;
use crate::harness::facts::codes;
use crate::harness::lists::{choose, codes_now, option, table, until_codes};
use crate::harness::{Setup, Site, until, until_equal, visit_with};
use serde_json::{Value, json};

const LIST: &str = "?quarter=2023-24-q3&view=measures";

#[test]
fn filters_are_a_sheet() {
    visit_with(&Setup::narrow(), Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        let others = page.names("checkbox").into_iter().filter(|name| name != "Descending");
        assert_eq!(others.count(), 0, "the filters are put away");
        page.find("button", "Filters").click();
        let sheet = page.find("dialog", "Filters");
        choose(page, "Status", "Red");
        sheet.find("button", "Show 16 measures");
        choose(page, "Long trend", "Improving");
        let mut faults = Vec::new();
        check(page, "the filters as a sheet", &mut faults);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        let found = codes(|fact| fact.status == "red" && fact.long == "improving");
        sheet.find("button", format!("Show {} measures", found.len())).click();
        page.until_gone("dialog", ANY);
        until_codes(page, &found);
        // The list is in view.
        let top =
            page.find("main", ANY).script("return document.getElementById('results').getBoundingClientRect().top;");
        assert!((0.0..640.0).contains(&top.as_f64().unwrap().round()), "{top}");
        page.find("button", "Remove Status: Red");
        page.find("button", "Filters (2)");
    });
}

#[test]
fn the_sheet_closes_by_key_by_button_and_by_back() {
    visit_with(&Setup::narrow(), Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        page.find("link", "Measures").click();
        page.until_heading("Measures");
        for close in ["Escape", "Close"] {
            page.find("button", "Filters").click();
            page.find("dialog", "Filters");
            until_equal("the focus", ("heading".to_string(), "Filters".to_string()), || page.focused());
            match close {
                "Close" => page.find("button", "Close").click(),
                key => page.press(&[key]),
            }
            page.until_gone("dialog", ANY);
            until_equal("the focus", ("button".to_string(), "Filters".to_string()), || page.focused());
        }
        // Back takes back the last choice, and shows what that leaves.
        page.find("button", "Filters").click();
        choose(page, "Status", "Red");
        choose(page, "Aim", "Lower is better");
        page.back();
        page.until_gone("dialog", ANY);
        page.until_query("quarter=2023-24-q3&view=measures&status=red");
        page.until_status("Showing 16 of 32 measures");
        page.find("button", "Filters (1)").click();
        assert!(option(page, "Status", "Red").is_checked() && !option(page, "Aim", "Lower is better").is_checked());
        page.back();
        page.until_gone("dialog", ANY);
        page.until_query("quarter=2023-24-q3&view=measures");
        // Nor does it come with another view.
        page.find("button", "Filters").click();
        page.back();
        page.until_heading("People, Quarter 3 2023/24");
        assert!(!page.has("dialog", ANY));
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
        page.until_heading("Number of CiC per 10,000 children CSC0004");
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

/// A word that a browser breaks nowhere of its own accord.
const ADDRESS: &str = "https://www.example.gov.uk/performance/2023-24/quarter-3";
const CODE: &str = "PERFORMANCEANDRISKSBYOUTCOMEANDPROGRAMME";

/// Adds a long word to every text of an export that has a place for one, and to every code.
fn lengthen(part: &mut Value, key: &str) {
    match part {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, part)| lengthen(part, key)),
        Value::Array(items) => items.iter_mut().for_each(|part| lengthen(part, key)),
        Value::String(text) => match key {
            "code" | "reference" | "measures" | "also" | "related" | "likelihood" | "impact" => text.push_str(CODE),
            "name" | "label" | "meaning" | "term" | "title" | "licence" | "commentary_note" | "heading"
            | "paragraph" | "text" | "note" | "caption" | "columns" | "rows" | "strong" | "emphasis" | "definition"
            | "owner" | "portfolio" | "council_plan" | "statement" | "reason" | "formula" | "period_note"
            | "series" | "published_summary" => {
                text.push(' ');
                text.push_str(ADDRESS);
            }
            _ => {}
        },
        _ => {}
    }
}

/// Opens each of the links on a site and checks that nothing on the page is wider than a phone.
fn nothing_scrolls_sideways(site: &Site, links: &[String]) {
    visit_with(&Setup::narrow(), site, |page| {
        let mut faults = Vec::new();
        for link in links {
            page.open(link);
            until("the view is there", || {
                !page.text().contains("Loading this view") && !page.text().contains("Checking…")
            });
            unfold(page);
            faults.extend(too_wide(page, link));
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn long_words_in_a_report_do_not_widen_the_page() {
    let site = Site::with_export(|report| {
        lengthen(report, "");
        report["priority"]["aim"] = json!(ADDRESS);
    });
    let measure = format!("measure=PH14{CODE}");
    let links = [
        "".to_string(),
        "?view=measures".to_string(),
        "?view=measures&status=red&group=status&q=performance".to_string(),
        format!("?view=measures&{measure}"),
        "?view=risks".to_string(),
        format!("?view=risks&risk=SR39{CODE}"),
        "?view=projects&q=performance".to_string(),
        "?view=checks".to_string(),
        format!("?view=agenda&agenda=view%3Drisks%2Cmeasure%3DPH14{CODE}"),
        format!("?embed=1&{measure}"),
        "?as=slides".to_string(),
        format!("?view=measures&{measure}&as=slides"),
        "?view=measures&status=red&as=pack".to_string(),
    ];
    nothing_scrolls_sideways(&site, &links);
}

#[test]
fn long_words_in_a_link_do_not_widen_the_page() {
    let word = "w".repeat(180);
    let links = [
        "?q=WORD",
        "?view=measures&q=WORD",
        "?view=measures&status=red&q=WORD&embed=1",
        "?view=risks&q=WORD",
        "?view=projects&q=WORD",
        "?view=checks&q=WORD",
        "?view=measures&q=WORD&as=slides",
        "?view=measures&q=WORD&as=pack",
        "?view=measures&outcome=WORD",
        "?view=WORD",
        "?measure=WORD",
        "?quarter=WORD",
        "?sort=WORD&WORD=1",
        "?agenda=measure%3DWORD",
    ];
    nothing_scrolls_sideways(Site::shipped(), &links.map(|link| link.replace("WORD", &word)));
}
