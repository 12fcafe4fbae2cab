//! Knows: the document: title, focus, scrolling, style, media queries, print, today’s date, and how long listeners last.
//! Must not know: what the page shows.

use super::tasks;
use crate::never::OrNever;
use crate::report::period::MONTHS;
use gloo::events::EventListener;
use js_sys::{Date, Reflect};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// The document, if there is one.
pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// The element with this id.
pub fn element_by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The height of the window in CSS pixels.
pub fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// Keeps a listener until the part of the page that asked for it goes.
pub fn keep(listener: EventListener) {
    let listener = SendWrapper::new(listener);
    on_cleanup(move || drop(listener));
}

/// Says that the program is about to read the address, so that what the page showed until now (src/first-screen.js) may change it.
pub fn say_begins() {
    say("quarterlight-begins");
}

/// Says that a view is drawn, or what went wrong: what the page showed before the program was there gives way.
pub fn say_drawn() {
    say("quarterlight-drawn");
}

fn say(what: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(what)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Sets the title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading, without scrolling, so that a screen reader announces the view.
pub fn focus_heading() {
    let heading = document().and_then(|document| document.query_selector("#main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        focus_without_scrolling(&heading);
    }
}

/// Moves the focus to the heading of what is about to be drawn. Some browsers draw it frames later, and the focus is lost with what was there.
pub fn focus_heading_when_drawn() {
    const FRAMES: u8 = 5;
    fn look(frames: u8) {
        request_animation_frame(move || {
            if frames == FRAMES {
                focus_heading()
            } else {
                focus_heading_if_lost()
            }
            if frames > 0 {
                look(frames - 1);
            }
        });
    }
    look(FRAMES);
}

/// Moves the focus to the heading if what had it is gone.
pub fn focus_heading_if_lost() {
    if active().is_none_or(|active| active.tag_name() == "BODY") {
        focus_heading();
    }
}

/// What has the focus in the main content gives it up, since it is about to go. If the browser has to take it back, it first works out
/// the style of all that is on the page, what goes and what comes. What the page shows before the program does keeps the focus
/// (src/first-screen.js).
pub fn leave_main() {
    if let Some(active) = active().filter(is_in_main) {
        // Links in a picture can do this too.
        let _ = active.unchecked_into::<HtmlElement>().blur();
    }
}

/// The elements in another one that fit a selector.
pub fn all_in(element: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(found) = element.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

fn is_in_window(element: &web_sys::Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.width() > 0.0 && place.bottom() > 0.0 && place.top() < window_height()
}

fn is_in_main(element: &web_sys::Element) -> bool {
    element.closest("#app main").is_ok_and(|main| main.is_some())
}

/// The element that has the focus.
pub fn active() -> Option<web_sys::Element> {
    document()?.active_element()
}

/// Moves the focus to an element without scrolling.
pub fn focus_without_scrolling(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the focus to the last link to this address in the main content (a summary above may link to it too), unfolded ones first
/// and, if `unfolds`, folded ones too; if `came_back`, one in the window before all others. Returns whether there is such a link.
pub fn focus_link(href: &str, unfolds: bool, came_back: bool) -> bool {
    let Some(document) = document() else { return false };
    // Addresses of this page are percent-encoded, so no quote can end the selector.
    let Ok(links) = document.query_selector_all(&format!("#main a[href=\"{href}\"]")) else { return false };
    let links = (0..links.length()).rev().filter_map(|at| links.get(at)?.dyn_into::<HtmlElement>().ok());
    let links: Vec<HtmlElement> = links.collect();
    let has_focus = |link: &HtmlElement| {
        focus_without_scrolling(link);
        active().is_some_and(|active| active == **link)
    };
    // If all of them are folded away, the last is unfolded.
    let unfolded = |link: &HtmlElement| {
        let folded = link.closest("details:not([open])").ok().flatten();
        folded.is_some_and(|folded| folded.set_attribute("open", "").is_ok()) && has_focus(link)
    };
    links.iter().any(|link| came_back && is_in_window(link) && has_focus(link))
        || links.iter().any(has_focus)
        || links.iter().any(|link| unfolds && unfolded(link))
}

/// Scrolls to what has the focus in the main content, if the page is at its top.
pub fn scroll_to_focus() {
    let is_scrolled = web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default() >= 1.0;
    if let Some(active) = active().filter(|active| !is_scrolled && is_in_main(active)) {
        active.scroll_into_view_with_bool(false);
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = element_by_id(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id without scrolling.
pub fn focus_in_place(id: &str) {
    if let Some(element) = element_by_id(id) {
        focus_without_scrolling(&element);
    }
}

/// Whether elements with `popover` open and close by themselves, without script.
pub fn has_popovers() -> bool {
    root().is_some_and(|root| Reflect::has(&root, &"popover".into()).unwrap_or_default())
}

/// Opens the folded part of the page whose summary has this id, and moves the focus to the summary.
pub fn unfold(id: &str) {
    let summary = element_by_id(id);
    if let Some(folded) = summary.as_ref().and_then(|summary| summary.parent_element()) {
        let _ = folded.set_attribute("open", "");
    }
    focus(id);
}

/// Runs `work` when the browser is idle.
pub fn when_idle(work: impl Fn() + Clone + 'static) {
    if request_idle_callback_with_handle(work.clone()).is_err() {
        // Not every browser can tell when that is.
        set_timeout(work, std::time::Duration::from_millis(200));
    }
}

/// Runs `work` when what is drawn now has been painted.
pub fn when_painted(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, std::time::Duration::ZERO));
}

/// So many frames a browser may take, after Back or Forward, to go to its place in the page.
pub const RETURN: u8 = 10;

/// Calls `work` after so many frames; at once after none.
pub fn after_frames(frames: u8, work: impl FnOnce() + 'static) {
    match frames.checked_sub(1) {
        Some(left) => request_animation_frame(move || after_frames(left, work)),
        None => work(),
    }
}

/// Prints the page, like the browser's own menu.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Calls `printing` just before the browser prints. What that changes is on paper too: it is drawn before this event ends.
pub fn before_print(printing: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        keep(EventListener::new(&window, "beforeprint", move |_| {
            printing();
            tasks::do_now();
        }));
    }
}

/// Today's date where the reader is: "24 November 2026".
pub fn today() -> String {
    in_words(&Date::new_0())
}

/// A moment where the reader is, from its ISO form: "28 November 2026 at 14:05".
pub fn day_and_time(iso: &str) -> String {
    let moment = Date::new(&iso.into());
    format!("{} at {:02}:{:02}", in_words(&moment), moment.get_hours(), moment.get_minutes())
}

/// Not by the browser, which for its first date loads all it knows of languages: a phone takes a fifth of a second for that.
fn in_words(day: &Date) -> String {
    let month = MONTHS.get(day.get_month() as usize).copied().or_never("a month beyond 12", "?");
    format!("{} {month} {}", day.get_date(), day.get_full_year())
}

/// Calls `done` when the browser has printed, or the reader has decided not to.
pub fn after_print(done: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        keep(EventListener::new(&window, "afterprint", move |_| done()));
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

/// Whether a media query holds, as a signal.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    let (holds, set) = signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let target = list.clone();
        keep(EventListener::new(&target, "change", move |_| {
            set.try_set(list.matches());
        }));
    }
    holds
}

/// Sets a custom property of the page's style.
pub fn set_style_value(property: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.style().set_property(property, value);
    }
}

/// The value of a property of the page's style, e.g. `--ink`; empty if it has none.
pub fn style_value(property: &str) -> String {
    root().map(|root| style_value_of(&root, property)).unwrap_or_default()
}

/// The value of a property of an element's style; empty if it has none.
pub fn style_value_of(element: &web_sys::Element, property: &str) -> String {
    web_sys::window()
        .and_then(|window| window.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value(property).ok())
        .map(|value| value.trim().to_string())
        .unwrap_or_default()
}

/// Whether a key belongs to the focused element (a field or an area that scrolls) or to the browser, not to the view.
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

/// The size of the page's text in CSS pixels, as the reader set it.
pub fn text_size() -> f64 {
    let size = js_sys::parse_float(&style_value("font-size"));
    if size.is_finite() { size } else { 16.0 }
}

const LATER: &str = "link[data-later]";

/// Fetches the style sheet for dialogs, agenda, slides and paper, unless it is already there. False if that fails.
pub async fn later_style() -> bool {
    let Some(document) = document() else { return false };
    if document.query_selector(LATER).ok().flatten().is_some() {
        return true;
    }
    let meta = document.query_selector("meta[name=quarterlight-later-style]").ok().flatten();
    let link = document.create_element("link").ok();
    let (Some(meta), Some(link), Some(head)) = (meta, link, document.head()) else { return false };
    let stated = |name| meta.get_attribute(name).unwrap_or_default();
    let (mut address, integrity) = (stated("content"), stated("data-integrity"));
    // Some browsers keep a file that arrived damaged, so its next address differs.
    let failures = STYLE_FAILURES.load(Ordering::Relaxed);
    if failures > 0 {
        address = format!("{address}?{failures}");
    }
    // With anything else in it, the file is as if it could not be fetched.
    for (name, value) in
        [("rel", "stylesheet"), ("href", address.as_str()), ("integrity", integrity.as_str()), ("data-later", "")]
    {
        let _ = link.set_attribute(name, value);
    }
    let settled = js_sys::Promise::new(&mut |loaded, failed| {
        let _ = link.add_event_listener_with_callback("load", &loaded);
        let _ = link.add_event_listener_with_callback("error", &failed);
    });
    // After the other style sheets, so that its rules for paper win.
    let _ = head.append_child(&link);
    let is_here = JsFuture::from(settled).await.is_ok();
    if !is_here {
        STYLE_FAILURES.store(failures + 1, Ordering::Relaxed);
        link.remove();
    }
    is_here
}

/// How often the later style could not be fetched.
static STYLE_FAILURES: AtomicU32 = AtomicU32::new(0);
