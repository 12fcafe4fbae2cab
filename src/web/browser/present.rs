//! Knows: what a presentation needs from the browser: full screen, text shrunk to fit, swipes.
//! Must not know: what is presented.

use super::page::{document, keep};
use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, PointerEvent};

/// Whether the browser offers full screen.
pub fn has_full_screen() -> bool {
    // Browsers on phones may lack the property.
    document().is_some_and(|document| Reflect::get(&document, &"fullscreenEnabled".into()).is_ok_and(|has| has == true))
}

/// Whether the page fills the screen.
pub fn is_full_screen() -> bool {
    has_full_screen() && document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Enters full screen, if the browser lets it.
pub fn enter_full_screen() {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let enter = Reflect::get(&root, &"requestFullscreen".into()).and_then(JsCast::dyn_into::<Function>);
    // Older browsers give no promise.
    if let Ok(promise) = enter.and_then(|enter| enter.call0(&root)).and_then(JsCast::dyn_into::<Promise>) {
        // Refused, it stays in its window.
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Leaves full screen.
pub fn leave_full_screen() {
    if let Some(document) = document().filter(|_| is_full_screen()) {
        document.exit_fullscreen();
    }
}

/// Calls `changed` when the page enters or leaves full screen.
pub fn on_full_screen(changed: impl Fn() + 'static) {
    if let Some(document) = document() {
        keep(EventListener::new(&document, "fullscreenchange", move |_| changed()));
    }
}

/// The text sizes to try, in fortieths of the full size. The style sheet divides by forty.
const STEPS: std::ops::RangeInclusive<u8> = 24..=40;

/// Sets `--fit` of an element to the largest step at which its content fits, or to the smallest, where it scrolls.
pub fn fit(element: &HtmlElement) {
    for step in STEPS.rev() {
        set_fit(element, step);
        let high = element.scroll_height() > element.client_height();
        if !high && element.scroll_width() <= element.client_width() {
            return;
        }
    }
}

/// Sets `--fit` of an element back to full size, where content may scroll.
pub fn do_not_fit(element: &HtmlElement) {
    set_fit(element, *STEPS.end());
}

fn set_fit(element: &HtmlElement, step: u8) {
    let _ = element.style().set_property("--fit", &step.to_string());
}

/// Whether an element can be scrolled further up or down.
pub fn can_scroll(element: &HtmlElement, down: bool) -> bool {
    match down {
        true => element.scroll_top() + element.client_height() + 1 < element.scroll_height(),
        false => element.scroll_top() > 0,
    }
}

/// Where a finger touched the screen.
#[derive(Debug, Clone, Copy)]
pub struct Touch {
    id: i32,
    x: i32,
    y: i32,
}

/// The shortest swipe, in CSS pixels.
const SWIPE: i32 = 48;

impl Touch {
    /// The start of a touch; none for a mouse or a second finger.
    pub fn begin(event: &PointerEvent) -> Option<Self> {
        let is_finger = event.pointer_type() == "touch" && event.is_primary();
        is_finger.then(|| Self { id: event.pointer_id(), x: event.client_x(), y: event.client_y() })
    }

    /// For a swipe, whether it went to the left; none if the finger did not move sideways far enough.
    pub fn swiped_left(self, event: &PointerEvent) -> Option<bool> {
        let (along, across) = (event.client_x() - self.x, event.client_y() - self.y);
        let is_swipe = event.pointer_id() == self.id && along.abs() >= SWIPE && along.abs() > 2 * across.abs();
        is_swipe.then_some(along < 0)
    }
}
