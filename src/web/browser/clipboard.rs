//! Knows: how formatted text gets on the clipboard.
//! Must not know: what it says.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/browser/clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyRich, catch)]
    async fn copy_rich(html: &str, text: &str) -> Result<JsValue, JsValue>;
}

/// Puts text on the clipboard, as HTML and as plain text. Whether it is there.
pub async fn copy(html: &str, text: &str) -> bool {
    copy_rich(html, text).await.is_ok_and(|done| done.is_truthy())
}
