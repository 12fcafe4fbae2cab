//! Knows: what the browser keeps on the device until the reader closes the tab, where it can keep anything.
//! Must not know: what is kept, or why.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The tab's storage. Browsers refuse it where the reader forbids pages to keep anything, and in some frames; then even looking for it
/// is an error.
fn storage() -> Option<JsValue> {
    let storage = Reflect::get(&web_sys::window()?.into(), &"sessionStorage".into()).ok()?;
    storage.is_object().then_some(storage)
}

/// What was kept under a name in this tab.
pub fn kept(name: &str) -> Option<String> {
    Reflect::get(&storage()?, &name.into()).ok()?.as_string()
}

/// Keeps a text under a name. Nothing happens where that is refused.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = Reflect::set(&storage, &name.into(), &text.into());
    }
}
