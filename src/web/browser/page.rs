//! Knows: the document: its title, focus, scrolling, the width of the window, the clipboard, downloads of nothing.
//! Must not know: what is in it.

use gloo::events::EventListener;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The document, when there is one.
pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading, so that a screen reader says where it is. Does not scroll.
pub fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("#main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus_without_scrolling(&heading);
    }
}

fn focus_without_scrolling(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to the last link in the content that leads to an address and is not folded away (before it a summary may
/// name the same), and brings it into view where the page is at its top. Whether there is one.
pub fn focus_link(href: &str) -> bool {
    let Some(document) = document() else { return false };
    // An address of this page is percent-encoded, so that no quote can end the selector.
    let Ok(links) = document.query_selector_all(&format!("#main a[href=\"{href}\"]")) else { return false };
    let links = (0..links.length()).rev().filter_map(|at| links.get(at)?.dyn_into::<web_sys::HtmlElement>().ok());
    let focused = links.into_iter().find(|link| {
        focus_without_scrolling(link);
        document.active_element().is_some_and(|active| active == **link)
    });
    let Some(link) = focused else { return false };
    // Back and Forward have their own place, which the browser remembers.
    if web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default() < 1.0 {
        link.scroll_into_view_with_bool(false);
    }
    true
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same without scrolling.
pub fn focus_in_place(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus_without_scrolling(&element);
    }
}

/// Does something once the browser has nothing more urgent to do.
pub fn when_idle(work: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(work.clone()).is_err() {
        // Not every browser says when that is.
        set_timeout(work, std::time::Duration::from_millis(200));
    }
}

/// Prints the page, as the browser's own menu does.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether a media query holds now.
pub fn matches(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Whether a media query holds, followed as it changes. For the lifetime of the part that asks.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    let (holds, set) = signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let target = list.clone();
        let listener = EventListener::new(&target, "change", move |_| {
            set.try_set(list.matches());
        });
        let listener = StoredValue::new(SendWrapper::new(listener));
        on_cleanup(move || listener.dispose());
    }
    holds
}

/// Sets a custom property of the page's style.
pub fn set_style_value(property: &str, value: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = root.style().set_property(property, value);
    }
}

/// The value of a custom property of the page's style, e.g. `--ink`.
pub fn style_value(property: &str) -> String {
    let root = document().and_then(|document| document.document_element());
    root.map(|root| style_value_of(&root, property)).unwrap_or_default()
}

/// The same where an element stands, which may have a style of its own.
pub fn style_value_of(element: &web_sys::Element, property: &str) -> String {
    web_sys::window()
        .and_then(|window| window.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value(property).ok())
        .map(|value| value.trim().to_string())
        .unwrap_or_default()
}

/// Whether a key event is meant for the element that has the focus: a field to type in, or an area that scrolls.
pub fn is_taken(event: &web_sys::KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    modified
        || event.default_prevented()
        || target.is_some_and(|target| {
            matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
                || target.has_attribute("data-scrolls")
        })
}

/// Puts text on the clipboard.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent where the page is not served securely.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// The size of the page's text in CSS pixels, as the reader set it.
pub fn text_size() -> f64 {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| web_sys::window()?.get_computed_style(&root).ok().flatten())
        .and_then(|style| style.get_property_value("font-size").ok())
        .map(|size| js_sys::parse_float(&size))
        .filter(|size| size.is_finite())
        .unwrap_or(16.0)
}

const LATER: &str = "link[data-later]";

/// Fetches the style of what only a meeting needs, where that was not done yet. False when it could not be had.
pub async fn later_style() -> bool {
    let Some(document) = document() else { return false };
    if document.query_selector(LATER).ok().flatten().is_some() {
        return true;
    }
    let address = document.query_selector("meta[name=quarterlight-later-style]").ok().flatten();
    let address = address.and_then(|meta| meta.get_attribute("content"));
    let link = document.create_element("link").ok();
    let (Some(address), Some(link), Some(head)) = (address, link, document.head()) else { return false };
    for (name, value) in [("rel", "stylesheet"), ("href", address.as_str()), ("data-later", "")] {
        let _ = link.set_attribute(name, value);
    }
    let settled = js_sys::Promise::new(&mut |loaded, failed| {
        let _ = link.add_event_listener_with_callback("load", &loaded);
        let _ = link.add_event_listener_with_callback("error", &failed);
    });
    // After the other style sheets, so that what it says of paper stands.
    let _ = head.append_child(&link);
    let is_here = JsFuture::from(settled).await.is_ok();
    if !is_here {
        link.remove();
    }
    is_here
}
