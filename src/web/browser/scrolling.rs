//! Knows: how far the page is scrolled over a table, and how high its rows are.
//! Must not know: what is in the table.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Calls `look` once for each frame in which anything scrolls or the window changes its size, until the part of the page that asked
/// for it goes.
pub fn on_scroll(look: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let look = Rc::new(look);
    let is_waiting = Rc::new(Cell::new(false));
    for kind in ["scroll", "resize"] {
        let (look, is_waiting) = (Rc::clone(&look), Rc::clone(&is_waiting));
        // Also what scrolls by itself within the page.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        super::page::keep(EventListener::new_with_options(&window, kind, options, move |_| {
            if !is_waiting.replace(true) {
                let (look, is_waiting) = (Rc::clone(&look), Rc::clone(&is_waiting));
                request_animation_frame(move || {
                    is_waiting.set(false);
                    look();
                });
            }
        }));
    }
}

/// From where to where the rows of a table are in the window, in CSS pixels from the foot of its head. None if it has no rows.
pub fn in_window(table: &Element) -> Option<(f64, f64)> {
    let height = super::page::window_height();
    let head = table.query_selector("thead").ok().flatten()?.get_bounding_client_rect().height();
    let top = -(table.get_bounding_client_rect().top() + head);
    Some((top, top + height))
}

/// What a reader looks at and has the focus on, while something changes around it.
pub struct Held {
    /// The first element in the window, and how far from its top it is, in CSS pixels.
    first: Option<(Element, f64)>,
    focus: Option<Element>,
}

impl Held {
    /// What is held now of the elements that have this attribute.
    pub fn of(within: &Element, attribute: &str) -> Self {
        let focus = super::page::active().filter(|active| within.contains(Some(active)));
        Self { first: first_in_window(within, attribute), focus }
    }

    /// Scrolls so that it is where it was, and gives it back the focus, which an element loses when it is put in another place.
    pub fn restore(self) {
        if let Some((first, top)) = self.first.filter(|(first, _)| first.is_connected()) {
            hold(&first, top);
        }
        let is_lost = super::page::active().is_none_or(|active| active.tag_name() == "BODY");
        if let Some(element) = self.focus.filter(|focus| is_lost && focus.is_connected()) {
            super::page::focus_without_scrolling(element.unchecked_ref());
        }
    }
}

fn first_in_window(within: &Element, attribute: &str) -> Option<(Element, f64)> {
    super::page::all_in(within, &format!("[{attribute}]")).into_iter().find_map(|element| {
        let place = element.get_bounding_client_rect();
        (place.bottom() > 0.0).then(|| (element, place.top()))
    })
}

/// Scrolls so that an element is as far from the top of the window as it was.
fn hold(element: &Element, top: f64) {
    let moved = element.get_bounding_client_rect().top() - top;
    if moved.abs() < 0.5 {
        return;
    }
    let scroller = element.closest("[data-scrolls]").ok().flatten();
    // Where it does not scroll by itself, Firefox may count it as higher than its place all the same.
    let scrolls = |scroller: &Element| super::page::style_value_of(scroller, "overflow-y") != "visible";
    match (scroller.filter(scrolls), web_sys::window()) {
        (Some(scroller), _) => scroller.set_scroll_top(scroller.scroll_top() + moved.round() as i32),
        (None, Some(window)) => window.scroll_by_with_x_and_y(0.0, moved),
        (None, None) => {}
    }
}

/// The width of the window in CSS pixels.
pub fn window_width() -> f64 {
    web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()).unwrap_or_default()
}

/// The heights of the elements that have an attribute with a number, by that number, in CSS pixels.
pub fn heights(within: &Element, attribute: &str) -> Vec<(usize, f64)> {
    super::page::all_in(within, &format!("[{attribute}]"))
        .into_iter()
        .filter_map(|element| {
            Some((element.get_attribute(attribute)?.parse().ok()?, element.get_bounding_client_rect().height()))
        })
        .collect()
}
