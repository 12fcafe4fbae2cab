//! Knows: the address bar, the history, and clicks on links inside the page.
//! Must not know: what an address means.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};

/// The query string in the address bar, with its `?` if there is one.
pub fn query() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The page's full address with this query.
pub fn address(query: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let origin = location.as_ref().and_then(|location| location.origin().ok()).unwrap_or_default();
    let path = location.and_then(|location| location.pathname().ok()).unwrap_or_default();
    format!("{origin}{path}{}", with_mark(query))
}

/// Adds a step to the history, unless the address is already this one.
pub fn push(query: &str) {
    let here = self::query();
    if let Some(history) = history().filter(|_| here.strip_prefix('?').unwrap_or_default() != query) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&with_mark(query)));
    }
}

/// Changes the address without adding a step.
pub fn replace(query: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&with_mark(query)));
    }
}

/// A query as a relative address. The `?` is needed: an empty address would keep the old query.
fn with_mark(query: &str) -> String {
    format!("?{query}")
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}

/// Calls `moved` when the reader goes back or forward. Lasts as long as the page.
pub fn on_back_or_forward(moved: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "popstate", move |_| moved()).forget();
    }
}

/// The same, until the part of the page that asked for it goes.
pub fn on_step_until_cleanup(moved: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        super::page::keep(EventListener::new(&window, "popstate", move |_| moved()));
    }
}

/// Calls `follow` with the query of each link within the page (`href` starts with `?`) that is clicked. Clicks that
/// open a new tab or download are left to the browser. Lasts as long as the page.
pub fn on_link(follow: impl Fn(&str) + 'static) {
    let Some(document) = super::page::document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(event) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
            && !event.default_prevented();
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten());
        // So are links with a target.
        let href = link.filter(|link| !link.has_attribute("target")).and_then(|link| link.get_attribute("href"));
        if let Some(query) = href.as_deref().and_then(|href| href.strip_prefix('?')).filter(|_| plain) {
            event.prevent_default();
            follow(query);
        }
    })
    .forget();
}

/// Calls `pressed` for every key pressed on the page, until the part of the page that asked for it goes.
pub fn on_key(pressed: impl Fn(&web_sys::KeyboardEvent) + 'static) {
    let Some(document) = super::page::document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    super::page::keep(EventListener::new_with_options(&document, "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
            pressed(event);
        }
    }));
}
