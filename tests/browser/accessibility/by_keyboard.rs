//! Every task in the list, a measure and a dialog with the keyboard alone. Other views have theirs beside their other tests.

use crate::harness::element::ANY;
use crate::harness::lists::{codes_now, until_codes};
use crate::harness::{Page, Setup, Site, until, until_equal, visit, visit_with};
use serde_json::json;

fn until_focus(page: &Page, role: &str, name: &str) {
    until_equal("the focus", (role.to_string(), name.to_string()), || page.focused());
}

#[test]
fn from_the_list_to_a_measure_and_back() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3");
        // The first stop leads past the header.
        page.press(&["Tab"]);
        until_focus(page, "link", "Skip to the content");
        page.press(&["Enter"]);
        until_equal("the content has the focus", "main".to_string(), || page.focused().0);
        page.tab_to("link", "Measures");
        page.press(&["Enter"]);
        page.until_heading("Measures");
        until_focus(page, "heading", "Measures");
        // A filter is chosen, and the focus stays at it.
        page.tab_to("checkbox", "Red ");
        page.press(&["Space"]);
        page.until_status("Showing 16 of 32 measures");
        until("the focus stays", || page.focused().1.starts_with("Red "));
        // The rows are sorted by their heads, and by the list of orders.
        page.tab_to("button", "Code");
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=measures&status=red&sort=code");
        until_focus(page, "button", "Code");
        page.press(&["Enter"]);
        page.until_query("quarter=2023-24-q3&view=measures&status=red&sort=-code");
        // A search.
        page.tab_to("searchbox", "Search the report");
        page.press(&["i", "l", "a", "c"]);
        page.until_query("quarter=2023-24-q3&view=measures&status=red&q=ilac&sort=-code");
        let codes = codes_now(page);
        assert!(codes.len() > 1 && codes.iter().all(|code| code.starts_with("ILAC")), "{codes:?}");
        // A measure is opened, and the way goes on to its neighbour and back.
        let first = page.find("table", "Measures of the selection").all("link").remove(0).name;
        page.tab_to("link", &first);
        page.press(&["Enter"]);
        page.until_heading(&format!("{first} {}", codes[0]));
        until("the heading has the focus", || page.focused().0 == "heading");
        page.tab_to("link", &format!("Next: {}", codes[1]));
        page.press(&["Enter"]);
        until("the neighbour is there", || page.has("link", format!("Previous: {}", codes[0])));
        page.tab_to("link", &format!("Previous: {}", codes[0]));
        page.press(&["Enter"]);
        page.until_heading(&format!("{first} {}", codes[0]));
        page.press(&["Escape"]);
        page.until_heading("Measures");
        until_focus(page, "link", &first);
        // The search goes, then all of the filter; the focus is not lost.
        page.tab_to("button", "Remove Search: ilac");
        page.press(&["Enter"]);
        page.until_status("Showing 16 of 32 measures");
        until("the content has the focus", || page.focused().0 == "main");
        page.tab_to("button", "Clear all");
        page.press(&["Enter"]);
        page.until_status("Showing 32 of 32 measures");
        until("the content has the focus", || page.focused().0 == "main");
    });
}

#[test]
fn the_filters_of_a_phone() {
    visit_with(&Setup::narrow(), Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures");
        page.press(&["Tab"]);
        until_focus(page, "link", "Skip to the content");
        page.press(&["Enter", "Tab"]);
        until_focus(page, "button", "Filters");
        assert!(!page.has("group", "Status"));
        page.press(&["Enter"]);
        until_focus(page, "heading", "Filters");
        page.find("group", "Status");
        page.tab_to("checkbox", "Amber ");
        page.press(&["Space"]);
        page.find("button", "Show 3 measures");
        page.press(&["Escape"]);
        page.until_gone("dialog", ANY);
        until_focus(page, "button", "Filters (1)");
        until_codes(page, &crate::harness::facts::codes(|fact| fact.status == "amber"));
    });
}

#[test]
fn dialogs_open_and_close_and_return_the_focus() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&nothing=1");
        page.tab_to("button", "Dismiss");
        page.press(&["Enter"]);
        page.until_gone("button", "Dismiss");
        until("the content has the focus", || page.focused().0 == "main");
        for (button, title) in [("Share", "Share this view"), ("Download", "Download")] {
            for close in [&["Escape"][..], &["Tab", "Enter"]] {
                page.tab_to("button", button);
                page.press(&["Enter"]);
                page.find("dialog", title);
                until_focus(page, "heading", title);
                // The first stop is the button that closes it.
                page.press(close);
                page.until_gone("dialog", ANY);
                // A reader is not as fast as the browser's own notice that it is closed.
                let dialogs = "return document.querySelectorAll('dialog').length;";
                until_equal("dialogs", json!(0), || page.script(dialogs, &[]));
                until_focus(page, "button", button);
            }
        }
    });
}

#[test]
fn a_file_of_ones_own() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=checks");
        crate::checks::until_counted(page, 9);
        page.tab_to("button", "Open a file of your own");
        // A real field: keys open the system's own dialog, which no test can see.
        assert_eq!(page.script("return document.activeElement.type;", &[]), json!("file"));
    });
}
