//! Knows: what a presentation needs of the browser: the full screen, text that fits, swipes, keys that are somebody else's.
//! Must not know: what is presented.

use super::page::document;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, PointerEvent};

/// Whether there is a full screen to be had.
pub fn has_full_screen() -> bool {
    // Phones do not know the question.
    document().is_some_and(|document| {
        js_sys::Reflect::get(&document, &"fullscreenEnabled".into()).is_ok_and(|has| has == true)
    })
}

/// Whether the page has the whole screen.
pub fn is_full_screen() -> bool {
    has_full_screen() && document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Takes the whole screen.
pub fn enter_full_screen() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.request_fullscreen();
    }
}

/// Gives it back.
pub fn leave_full_screen() {
    if let Some(document) = document().filter(|_| is_full_screen()) {
        document.exit_fullscreen();
    }
}

/// Calls `changed` when the page takes the whole screen or gives it back.
pub fn on_full_screen(changed: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(&document, "fullscreenchange", move |_| changed()))
}

/// The sizes, in fortieths of the whole, that text is given where it does not fit, from the largest. The style divides by as many.
const STEPS: std::ops::RangeInclusive<u8> = 24..=40;

/// Sets `--fit` of an element to the largest size at which its content does not overflow it; where the smallest is not enough, it
/// scrolls.
pub fn fit(element: &HtmlElement) {
    for step in STEPS.rev() {
        set_fit(element, step);
        let high = element.scroll_height() > element.client_height();
        if !high && element.scroll_width() <= element.client_width() {
            return;
        }
    }
}

/// Sets `--fit` back, where content may scroll.
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

/// What has the keys: what a key is pressed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Nothing in particular.
    Free,
    /// A field to type in.
    Field,
    /// A button or link, which Enter and Space belong to.
    Button,
    /// An area that scrolls, which the arrows belong to.
    Scrolls,
}

/// What a key was pressed on.
pub fn pressed_on(event: &KeyboardEvent) -> Keys {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return Keys::Free };
    match target.tag_name().as_str() {
        "INPUT" => Keys::Field,
        "BUTTON" | "A" => Keys::Button,
        _ if target.has_attribute("data-scrolls") => Keys::Scrolls,
        _ => Keys::Free,
    }
}

/// Begins to type in a field, with what was typed already.
pub fn type_into(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let _ = field.focus();
}

/// A finger on the screen, until it is lifted.
#[derive(Debug, Clone, Copy)]
pub struct Touch {
    id: i32,
    x: i32,
    y: i32,
}

/// How far a finger must go for a swipe, in CSS pixels.
const FAR: i32 = 48;

impl Touch {
    /// The finger that touches the screen; none where it is a mouse or a second finger.
    pub fn begins(event: &PointerEvent) -> Option<Self> {
        let is_finger = event.pointer_type() == "touch" && event.is_primary();
        is_finger.then(|| Self { id: event.pointer_id(), x: event.client_x(), y: event.client_y() })
    }

    /// Whether it went sideways, and then whether to the left.
    pub fn ends(self, event: &PointerEvent) -> Option<bool> {
        let (along, across) = (event.client_x() - self.x, event.client_y() - self.y);
        let is_swipe = event.pointer_id() == self.id && along.abs() >= FAR && along.abs() > 2 * across.abs();
        is_swipe.then_some(along < 0)
    }
}
