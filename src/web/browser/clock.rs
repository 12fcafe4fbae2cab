//! Knows: the browser's clock, and when it prints.
//! Must not know: what a day is wanted for.

use gloo::events::EventListener;
use js_sys::{Date, Object, Reflect};

/// Today where the reader is, in words: "24 November 2026".
pub fn today() -> String {
    let how = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&how, &part.into(), &form.into());
    }
    Date::new_0().to_locale_date_string("en-GB", &how).into()
}

/// Calls `printing` just before the browser prints.
pub fn before_print(printing: impl Fn() + 'static) -> Option<EventListener> {
    web_sys::window().map(|window| EventListener::new(&window, "beforeprint", move |_| printing()))
}
