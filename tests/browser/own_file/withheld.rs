//! A suppressed number reaches no output.

use super::refused::until_refused;
use super::{CHECKS, NOT_YET, drop_one, go, main, small_with, until_open};
use crate::checks::{findings, unfold};
use crate::harness::clipboard::{clipboard, copied, put_on_clipboard};
use crate::harness::element::starting;
use crate::harness::files::{Folder, downloaded, keep_downloads};
use crate::harness::lists::rows;
use crate::harness::{Element, Page, Site, lists, until_equal, visit};
use serde_json::json;

/// The number that the export below suppresses, and that its other figures reveal: 18.9119 − 5.2 − 6.4.
const WITHHELD: &str = "7.3119";

/// A rate whose third quarter is suppressed, but not the year to then and the two quarters before.
fn with_withheld() -> Vec<u8> {
    small_with(|report| {
        let measure = &mut report["outcomes"][0]["programmes"][0]["measures"][2];
        measure["unit"] = json!({ "kind": "rate", "of": "children", "per": 1000 });
        measure["target"] = json!({ "point": "9" });
        measure["history"] = json!([
            { "period": "2024-25-q1", "value": { "number": "5.2" }, "provenance": "published_table" },
            { "period": "2024-25-q2", "value": { "number": "6.4" }, "provenance": "published_table" },
            { "period": "2024-25-to-q3", "value": { "number": "18.9119" }, "provenance": "published_table" },
        ]);
        measure["benchmarks"] = json!([{ "name": "Neighbours", "group": "statistical_neighbours", "period": "2024-25-q3", "value": { "number": "6.8" } }]);
    })
}

/// Everything that the page holds now: all text, that of drawings included, and every attribute but the paths of drawings.
fn everything(page: &Page) -> String {
    let script = "const parts = [document.title, location.href, document.documentElement.textContent];
        for (const el of document.querySelectorAll('*')) {
          for (const { name, value } of el.attributes) if (!['d', 'points', 'transform', 'viewBox'].includes(name)) parts.push(value);
          if (el.value !== undefined) parts.push(String(el.value));
        }
        return parts.join('\\n');";
    page.script(script, &[]).as_str().unwrap().to_string()
}

/// The places in a text with the suppressed number in any form: with fewer digits, as a percentage, with a comma.
fn leaks(text: &str) -> Vec<String> {
    let is_digit = |one: Option<char>| one.is_some_and(|one| one.is_ascii_digit());
    let mut found = Vec::new();
    for form in ["7.31", "7,31", "7·31", "731.19", "7.3"] {
        for (at, _) in text.match_indices(form) {
            let before: String = text[..at].chars().rev().take(60).collect();
            let after: String = text[at + form.len()..].chars().take(8).collect();
            // With all its digits it cannot be part of another number by chance.
            let is_all = form.len() == 4 && after.starts_with("19");
            let is_another =
                is_digit(before.chars().next()) || before.starts_with('.') || is_digit(after.chars().next());
            if is_all || !is_another {
                found.push(format!("{}{form}{after}", before.chars().rev().collect::<String>()));
            }
        }
    }
    found
}

#[test]
fn a_suppressed_value_reaches_no_output() {
    for text in ["7.3119", "x7.3119%", "17.3119", "7,3119", "(7.31)", "7.3%", "731.19", "7·31"] {
        assert_ne!(leaks(text), Vec::<String>::new(), "the search below finds {text}");
    }
    assert!(leaks("17.31 and 7.318 and 97.3% and 7.35").is_empty());
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        drop_one(page, "withheld.json", &with_withheld());
        until_open(page, "withheld.json");
        let searched = |what: &str| {
            page.script("for (const one of document.querySelectorAll('details')) one.open = true;", &[]);
            let text = everything(page);
            assert!(text.contains("withheld"), "{what} is a page of this file");
            let found = leaks(&text);
            assert!(found.is_empty(), "{what}: {found:#?}");
        };
        // The checks say that it can be worked out, but not what it is.
        page.find("summary", starting("A withheld value can be worked out ("));
        unfold(&main(page));
        let working = findings(&main(page)).iter().map(Element::text).collect::<Vec<_>>().join("\n");
        assert!(working.contains("a withheld value for Quarter 3 2024/25") && !working.contains("18.9119"));
        searched("the checks");
        let folder = Folder::new();
        if keep_downloads(page, &folder) {
            page.find("button", "Download the findings (CSV)").click();
            let text = downloaded(&folder).1;
            assert!(text.contains("recoverable"), "{text}");
            assert!(leaks(&text).is_empty(), "{text}");
        }
        let name = "Children hurt in accidents in libraries";
        findings(&main(page))[0].find("link", format!("L3 {name}")).click();
        page.until_heading(&format!("{name} L3"));
        crate::measure::until_chart(page);
        page.find("heading", starting("Checks ("));
        let history = rows(&page.find("table", "Figures over time"));
        assert!(history.iter().any(|row| row[2].starts_with("18.9119")), "the figures that give it away: {history:?}");
        searched("the measure with its chart");
        for view in ["Overview", "Measures", "Risks", "Projects"] {
            go(page, view);
            until_equal("the view", Some("page".to_string()), || {
                page.find("navigation", "Views").find("link", starting(view)).attribute("aria-current")
            });
            searched(view);
        }
        go(page, "Measures");
        lists::search(page, WITHHELD);
        page.until_status("Showing 0 of 3 measures");
        lists::search(page, "");
        page.until_status("Showing 3 of 3 measures");
        for order in ["From target", "Value"] {
            let button = page.all_in(None, "button", order.into());
            if let [button] = button.as_slice() {
                button.click();
                searched(order);
            }
        }
        if clipboard(page, "granted") {
            put_on_clipboard(page, "before");
            crate::share::open(page);
            searched("sharing");
            page.press(&["Escape"]);
            page.until_gone("dialog", "Share this view");
            assert_eq!(copied(page), "before");
            clipboard(page, "prompt");
        }
        if page.shown_on("print") {
            assert!(leaks(&page.text()).is_empty());
        }
    });
}

#[test]
fn a_suppressed_number_left_in_a_file_is_not_repeated() {
    visit(Site::shipped(), |page| {
        page.open(CHECKS);
        let bytes = small_with(|report| {
            let value = &mut report["outcomes"][0]["programmes"][0]["measures"][2]["value"];
            value["number"] = json!(WITHHELD);
            value["was"] = json!("7.31%");
        });
        drop_one(page, "left-in.json", &bytes);
        until_refused(page, NOT_YET, "left-in.json", "");
        // The measure is named by its code and name.
        page.until_text("L3 ");
        page.until_text("$.outcomes[0].programmes[0].measures[2].value.number");
        let found = leaks(&everything(page));
        assert!(found.is_empty(), "{found:#?}");
    });
}
