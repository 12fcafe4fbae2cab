//! The button that copies the link.

use crate::harness::lists::{search, until_codes};
use crate::harness::{Page, Site, until_equal, visit};
use serde_json::json;

/// Lets pages of this browser use the clipboard, or not. False where a driver cannot say.
pub fn clipboard(page: &Page, state: &str) -> bool {
    let mut all = true;
    for name in ["clipboard-write", "clipboard-read"] {
        let asked = page.post("permissions", json!({ "descriptor": { "name": name }, "state": state }));
        all &= asked.is_ok();
    }
    all
}

/// What is on the clipboard.
pub fn copied(page: &Page) -> String {
    let script = "const done = arguments[arguments.length - 1]; \
                  navigator.clipboard.readText().then(done, (error) => done(`error: ${error}`));";
    page.script_async(script, &[]).as_str().unwrap_or_default().to_string()
}

/// Puts a text on the clipboard.
pub fn put_on_clipboard(page: &Page, text: &str) {
    // A tab that nobody has clicked in yet may not.
    page.chromium("Page.bringToFront", json!({}));
    let script = "const [text, done] = arguments; \
                  navigator.clipboard.writeText(text).then(() => done(''), (error) => done(`error: ${error}`));";
    assert_eq!(page.script_async(script, &[json!(text)]), json!(""));
    until_equal("what is on the clipboard", text.to_string(), || copied(page));
}

#[test]
fn it_copies_the_address_and_says_what_it_shows() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&long=deteriorating");
        if !clipboard(page, "granted") {
            return;
        }
        page.find("button", "Copy link").click();
        page.until_status(
            "Link copied. It shows: Red measures that are deteriorating long term – People, Quarter 3 2023/24",
        );
        assert_eq!(copied(page), page.address());
        // What was said of one link is not said of the next.
        search(page, "100% [a+b] & \"#\"");
        until_equal("the words are gone", false, || page.text().contains("Link copied"));
        page.find("button", "Copy link").click();
        until_equal("the copied link", page.address(), || copied(page));
        let link = copied(page);
        assert!(link.ends_with("&q=100%25%20%5Ba%2Bb%5D%20%26%20%22%23%22"), "{link}");
        page.open("?quarter=2023-24-q3");
        page.open(link.split_once('?').map(|(_, query)| format!("?{query}")).unwrap().as_str());
        let field = page.find("searchbox", "Search code, name and commentary");
        until_equal("what stands in the field", "100% [a+b] & \"#\"".to_string(), || field.value());
        page.open("?quarter=2023-24-q3&measure=CSC0004");
        page.find("button", "Copy link").click();
        page.until_status(
            "Link copied. It shows: CSC0004: Number of CiC per 10,000 children – People, Quarter 3 2023/24",
        );
        clipboard(page, "prompt");
    });
}

#[test]
fn where_the_clipboard_is_closed_the_link_is_there_to_be_copied_by_hand() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures&status=red&long=deteriorating");
        if !clipboard(page, "denied") {
            return;
        }
        page.find("button", "Copy link").click();
        let field = page.find("textbox", crate::harness::element::starting("The browser does not let this page copy"));
        assert_eq!(field.value(), page.address());
        let eight = ["PH23", "CSC0004", "ILAC5", "ASCOF 1C(2i)", "CASEIKS4 Ofsted", "SE KS2", "SE KS2Mnt", "SEKS4A8"];
        until_codes(page, &eight);
        clipboard(page, "prompt");
    });
}
