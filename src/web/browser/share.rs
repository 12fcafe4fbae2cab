//! Knows: how text leaves the page: by the clipboard, by the system's share sheet, or selected in a field to copy by hand.
//! Must not know: what is shared.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

#[wasm_bindgen(module = "/src/web/browser/share.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyRich, catch)]
    async fn copy_rich(html: &str, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = copyPlain, catch)]
    async fn copy_plain(text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = openShareSheet, catch)]
    async fn open_share_sheet(title: &str, text: &str, url: &str) -> Result<JsValue, JsValue>;
}

/// Puts text on the clipboard, as HTML and as plain text. Returns whether that worked.
pub async fn copy_formatted(html: &str, text: &str) -> bool {
    copy_rich(html, text).await.is_ok_and(|done| done.is_truthy())
}

/// Puts plain text on the clipboard. Returns whether that worked.
pub async fn copy(text: &str) -> bool {
    copy_plain(text).await.is_ok()
}

/// Whether the browser can open the system's share sheet.
pub fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator
        .and_then(|navigator| Reflect::get(&navigator, &"share".into()).ok())
        .is_some_and(|share| share.is_function())
}

/// Opens the system's share sheet. False if it cannot be opened; closing it without sharing is not a failure.
pub async fn share(title: &str, text: &str, link: &str) -> bool {
    match open_share_sheet(title, text, link).await {
        Ok(_) => true,
        Err(error) => Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

/// Selects all text in the field that an event came from.
pub fn select_all(event: &web_sys::Event) {
    let Some(field) = event.target() else { return };
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.select();
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.select();
    }
}
