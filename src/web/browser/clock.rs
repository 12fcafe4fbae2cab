//! Knows: the browser's clock, and when it prints.
//! Must not know: what the date is used for.

use super::page::keep;
use gloo::events::EventListener;
use js_sys::{Date, Object, Reflect};

/// Today's date where the reader is: "24 November 2026".
pub fn today() -> String {
    let options = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&options, &part.into(), &form.into());
    }
    Date::new_0().to_locale_date_string("en-GB", &options).into()
}

/// Calls `printing` just before the browser prints.
pub fn before_print(printing: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        keep(EventListener::new(&window, "beforeprint", move |_| printing()));
    }
}
