//! Knows: what a reader sees after a panic.
//! Must not know: why the program stopped; this must work when nothing else does.

use super::page::document;
use wasm_bindgen::JsValue;

/// Writes a line to the browser's log, for whoever looks after the site.
pub fn log(what: &str) {
    web_sys::console::error_1(&JsValue::from_str(what));
}

/// Makes a panic show the section of `index.html` for it, instead of leaving a page that no longer responds.
pub fn leave_a_readable_page() {
    std::panic::set_hook(Box::new(|info| {
        log(&info.to_string());
        let Some(document) = document() else { return };
        // Of several <main> elements, one alone may be without this attribute.
        for shown in ["#first-screen", "#first-screen main", "#app", "#app main"] {
            if let Ok(Some(element)) = document.query_selector(shown) {
                let _ = element.set_attribute("hidden", "");
            }
        }
        if let Some(stopped) = document.get_element_by_id("program-stopped") {
            let _ = stopped.remove_attribute("hidden");
        }
    }));
}
