//! Knows: how the core's results are laid out on the page, with Leptos.
//! Must not know: any rule; what a figure is or means is worked out in the core.

pub mod browser;
mod chunks;
mod components;
mod context;
mod output;
mod pages;
mod shell;

use crate::web::browser::page;

/// Puts the explorer on the page.
pub fn start() {
    if let Some(app) = page::document().and_then(|document| document.get_element_by_id("app")) {
        use wasm_bindgen::JsCast;
        if let Ok(app) = app.dyn_into::<web_sys::HtmlElement>() {
            leptos::mount::mount_to(app, shell::app::Loading).forget();
        }
    }
}
