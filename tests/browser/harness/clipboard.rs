//! The clipboard of the browser.

use super::page::{Page, without};
use super::wait::until_equal;
use serde_json::json;

/// Allows or denies pages the clipboard. False when the driver cannot.
pub fn clipboard(page: &Page, state: &str) -> bool {
    let mut all = true;
    for name in ["clipboard-write", "clipboard-read"] {
        let asked = page.post("permissions", json!({ "descriptor": { "name": name }, "state": state }));
        all &= asked.is_ok();
    }
    all || without("permissions for the clipboard")
}

/// The text on the clipboard.
pub fn copied(page: &Page) -> String {
    let script = "const done = arguments[arguments.length - 1]; \
                  navigator.clipboard.readText().then(done, (error) => done(`error: ${error}`));";
    page.script_async(script, &[]).as_str().unwrap_or_default().to_string()
}

/// Puts a text on the clipboard.
pub fn put_on_clipboard(page: &Page, text: &str) {
    // A tab may only do so once it has been clicked in.
    page.chromium("Page.bringToFront", json!({}));
    let script = "const [text, done] = arguments; \
                  navigator.clipboard.writeText(text).then(() => done(''), (error) => done(`error: ${error}`));";
    assert_eq!(page.script_async(script, &[json!(text)]), json!(""));
    until_equal("what is on the clipboard", text.to_string(), || copied(page));
}
