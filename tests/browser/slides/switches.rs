//! What a presenter switches, and what a presentation switches on the device: keys of a single letter, the screen that stays on.

use super::{RED, open, position, until_at};
use crate::harness::element::starting;
use crate::harness::{Page, Site, until, until_equal, visit};
use crate::injections::with_script_first;
use serde_json::json;

const KEYS: &str = "Single-letter keys";

fn black(page: &Page) -> bool {
    page.has("button", starting("The screen is black."))
}

/// Opens the list and presents it.
fn present(page: &Page) {
    page.open(&format!("?{RED}"));
    page.until_heading("Measures");
    page.find("link", "Present").click();
    page.find("navigation", "Presentation");
}

#[test]
fn single_letter_keys_can_be_switched_off() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{RED}&as=slides"));
        let switch = page.find("checkbox", KEYS);
        assert!(switch.is_checked());
        switch.click();
        until("it is off", || !page.find("checkbox", KEYS).is_checked());
        // With the focus still on the switch, letters, digits and signs do nothing; the other keys go on working.
        page.press(&["b", ".", "f", "/", "1", "2", "ArrowRight"]);
        until_at(page, 2);
        assert!(!black(page));
        assert_eq!(page.find("combobox", "Go to").value(), "");
        assert_eq!(page.script("return document.fullscreenElement !== null;", &[]), json!(false));
        page.press(&["PageUp"]);
        until_at(page, 1);
        // The field still takes what is typed in it.
        page.find("combobox", "Go to").click();
        page.press(&["3", "Enter"]);
        until_at(page, 3);
        // It is kept for the visit.
        page.reload();
        assert!(!page.find("checkbox", KEYS).is_checked());
        page.find("button", "Blank").click();
        until("it is black", || black(page));
        page.press(&["x"]);
        assert!(black(page));
        page.press(&["Escape"]);
        until("it is not black", || !black(page));
        page.find("checkbox", KEYS).click();
        until("it is on", || page.find("checkbox", KEYS).is_checked());
        page.press(&["b"]);
        until("it is black again", || black(page));
        page.press(&["b"]);
        until("it is not black again", || !black(page));
        assert_eq!(position(page).0, 3);
    });
}

#[test]
fn the_switch_works_where_the_browser_keeps_nothing() {
    let script =
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } });";
    visit(&with_script_first(script), |page| {
        present(page);
        page.find("checkbox", KEYS).click();
        page.press(&["b", "ArrowRight"]);
        until_at(page, 2);
        assert!(!black(page));
    });
}

/// Stands in for the browser's own: a list of what was asked for, and whether it was let go.
const LOCKS: &str = "
    window.locks = [];
    const request = (kind) => {
        const lock = { kind, released: false, release() { lock.released = true; return Promise.resolve(); } };
        window.locks.push(lock);
        return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
";

#[test]
fn the_screen_stays_on_while_slides_are_shown() {
    visit(&with_script_first(LOCKS), |page| {
        let locks = || page.script("return window.locks.map((one) => `${one.kind} ${one.released}`);", &[]);
        let seen_again = || page.script("document.dispatchEvent(new Event('visibilitychange'));", &[]);
        present(page);
        until_equal("it is asked for", json!(["screen false"]), locks);
        page.press(&["ArrowRight"]);
        until_at(page, 2);
        assert_eq!(locks(), json!(["screen false"]));
        // The browser lets it go while the page is hidden.
        seen_again();
        until_equal("it is asked for again", json!(["screen true", "screen false"]), locks);
        page.press(&["Escape"]);
        page.find("navigation", "Views");
        until_equal("it is let go", json!(["screen true", "screen true"]), locks);
        seen_again();
        page.find("link", "Present").click();
        page.find("navigation", "Presentation");
        until_equal("for the new presentation alone", json!(["screen true", "screen true", "screen false"]), locks);
    });
}

#[test]
fn a_browser_that_does_not_keep_the_screen_on_does_so_in_silence() {
    for request in
        ["() => Promise.reject(new DOMException('', 'NotAllowedError'))", "() => { throw new Error('no'); }", "null"]
    {
        let script = format!("Object.defineProperty(navigator, 'wakeLock', {{ value: {{ request: {request} }} }});");
        visit(&with_script_first(&script), |page| {
            present(page);
            page.press(&["ArrowRight"]);
            until_at(page, 2);
        });
    }
}
