//! Knows: how text, plain or formatted, is put on the clipboard.
//! Must not know: what the text says.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/web/browser/clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyRich, catch)]
    async fn copy_rich(html: &str, text: &str) -> Result<JsValue, JsValue>;
}

/// Puts text on the clipboard, as HTML and as plain text. Returns whether that worked.
pub async fn copy_formatted(html: &str, text: &str) -> bool {
    copy_rich(html, text).await.is_ok_and(|done| done.is_truthy())
}

/// Puts plain text on the clipboard. Returns whether that worked.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent if the page is not served securely.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
