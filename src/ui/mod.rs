//! Knows: how the core's results are laid out on the page, with Leptos.
//! Must not know: any rule; what a figure is or means is worked out in the core.

mod actions;
mod agenda;
mod attention;
mod chart;
mod checks;
mod commentary;
mod dialog;
mod embed;
mod explorer;
mod facets;
mod failure;
mod figures;
mod frame;
mod hand_over;
mod loading;
mod local_file;
mod marks;
mod measure;
mod measures;
mod navigator;
mod overview;
mod pack;
mod parts;
mod picture;
mod pieces;
mod print_head;
mod projects;
mod qr;
mod risk;
mod risks;
mod share;
mod shared;
mod slides;

use crate::browser::page;

/// Puts the explorer on the page.
pub fn start() {
    if let Some(app) = page::document().and_then(|document| document.get_element_by_id("app")) {
        use wasm_bindgen::JsCast;
        if let Ok(app) = app.dyn_into::<web_sys::HtmlElement>() {
            leptos::mount::mount_to(app, loading::Loading).forget();
        }
    }
}
