//! What a browser can, and then does not: it refuses, throws, or lacks what the page asks of it.

use super::{RED, SHOWS_RED, browsers_complain, with_script_first, withstood};
use crate::harness::element::{ANY, starting};
use crate::harness::lists::search;
use crate::harness::{Page, Site, until, visit};
use serde_json::json;

/// Each way to be without something: not there at all, refused later, refused at once.
const REFUSALS: [(&str, &str); 3] = [
    ("missing", "undefined"),
    ("refused", "() => Promise.reject(new DOMException('refused by the test', 'NotAllowedError'))"),
    ("broken", "() => { throw new Error('refused by the test'); }"),
];

/// Puts a value in the place of something that a browser offers.
fn replace(page: &Page, of: &str, name: &str, value: &str) {
    page.script(&format!("Object.defineProperty({of}, '{name}', {{ configurable: true, value: {value} }});"), &[]);
}

#[test]
fn the_clipboard() {
    for (how, value) in REFUSALS {
        visit(Site::shipped(), |page| {
            page.open(RED);
            let clipboard =
                if how == "missing" { value.to_string() } else { format!("{{ writeText: {value}, write: {value} }}") };
            replace(page, "navigator", "clipboard", &clipboard);
            let dialog = crate::share::open(page);
            dialog.find("button", "Copy link").click();
            page.until_status(
                "The browser does not let this page copy. The whole field is selected: copy it from there.",
            );
            assert!(dialog.find("textbox", "The link").has_focus());
            page.press(&["Escape"]);
            page.until_gone("dialog", ANY);
            page.until_status(SHOWS_RED);
            withstood(&format!("clipboard {how}"));
        });
    }
}

#[test]
fn the_full_screen() {
    for (how, value) in REFUSALS {
        visit(Site::shipped(), |page| {
            // Firefox holds promises of its driver's scripts for others than the page's.
            page.may_complain("refused by the test");
            page.open(RED);
            replace(page, "Element.prototype", "requestFullscreen", value);
            replace(
                page,
                "Document.prototype",
                "fullscreenEnabled",
                if how == "missing" { "undefined" } else { "true" },
            );
            page.find("link", "Present").click();
            page.until_heading("Red measures");
            page.press(&["f"]);
            page.press(&["ArrowRight"]);
            page.until_text("2 of ");
            page.press(&["Escape"]);
            page.find("navigation", "Views");
            withstood(&format!("full screen {how}"));
        });
    }
}

#[test]
fn the_wake_lock() {
    for (how, value) in REFUSALS {
        visit(Site::shipped(), |page| {
            page.may_complain("refused by the test");
            page.open(RED);
            replace(
                page,
                "navigator",
                "wakeLock",
                &if how == "missing" { value.to_string() } else { format!("{{ request: {value} }}") },
            );
            page.find("link", "Present").click();
            page.until_heading("Red measures");
            page.press(&["ArrowRight"]);
            page.until_text("2 of ");
            withstood(&format!("wake lock {how}"));
        });
    }
}

#[test]
fn downloads() {
    visit(Site::shipped(), |page| {
        page.open(RED);
        replace(page, "URL", "createObjectURL", "() => { throw new Error('refused by the test'); }");
        page.may_complain("refused by the test");
        page.find("button", "Download").click();
        let dialog = page.find("dialog", "Download");
        dialog.all("button").into_iter().find(|button| button.name.contains("CSV")).unwrap().click();
        page.until_status("The browser does not let this page save a file.");
        assert!(dialog.find("textbox", "The text, to copy from here:").value().contains("CSC0004"));
        page.press(&["Escape"]);
        page.until_gone("dialog", ANY);
        page.until_status(SHOWS_RED);
        page.find("navigation", "Views").find("link", starting("Checks")).click();
        page.until_heading("Checks");
        page.find("button", "Download the findings (CSV)").click();
        page.until_status("The browser does not let this page save a file.");
        assert!(page.find("textbox", "The text, to copy from here:").value().contains("CSC0004"));
        page.open("?quarter=2023-24-q3&view=measures&measure=CSC0004");
        replace(page, "URL", "createObjectURL", "() => { throw new Error('refused by the test'); }");
        page.find("button", "Download").click();
        page.find("dialog", "Download").find("button", "Chart (SVG)").click();
        page.until_status("The browser does not let this page save a file.");
        assert!(page.find("textbox", "The text, to copy from here:").value().starts_with("<svg"));
        withstood("downloads broken");
    });
}

/// All that keeps something on a reader's device throws, as it does where a browser is told to keep nothing.
#[test]
fn storage() {
    let site = with_script_first(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, \
         { configurable: true, get() { throw new DOMException('refused by the test', 'SecurityError'); } }); \
         Object.defineProperty(document, 'cookie', { get() { throw new DOMException('refused by the test', 'SecurityError'); } });",
    );
    visit(&site, |page| {
        page.open(RED);
        page.until_status(SHOWS_RED);
        search(page, "school");
        until("fewer measures", || !page.text().contains(SHOWS_RED));
        page.find("navigation", "Views").find("link", starting("Checks")).click();
        page.until_heading("Checks");
        page.reload();
        page.until_heading("Checks");
        withstood("storage broken");
    });
}

/// A page that was not sent over https has no digests and no clipboard.
#[test]
fn an_insecure_page() {
    let site = with_script_first(
        "Object.defineProperty(window, 'crypto', { value: { } }); Object.defineProperty(navigator, 'clipboard', { value: undefined }); \
         Object.defineProperty(window, 'isSecureContext', { value: false });",
    );
    visit(&site, |page| {
        page.open(RED);
        page.until_status(SHOWS_RED);
        withstood("no https");
    });
}

/// What extensions insert, and their errors.
#[test]
fn an_extension_that_fails() {
    visit(Site::shipped(), |page| {
        browsers_complain(page);
        page.open(RED);
        page.script("setTimeout(() => { throw new Error('in an extension'); });", &[]);
        page.may_complain("in an extension");
        page.script(
            "document.body.append(Object.assign(document.createElement('div'), { textContent: 'An extension' }));",
            &[],
        );
        page.find("navigation", "Views").find("link", "Risks").click();
        page.until_heading("Strategic risks");
        assert_eq!(
            page.script("return document.querySelectorAll('[data-failure]:not([hidden])').length;", &[]),
            json!(0)
        );
        withstood("an extension that fails");
    });
}
