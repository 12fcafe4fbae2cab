//! Knows: the browser's clock.
//! Must not know: what a day is wanted for.

use js_sys::{Date, Object, Reflect};

/// Today where the reader is, in words: "24 November 2026".
pub fn today() -> String {
    let how = Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = Reflect::set(&how, &part.into(), &form.into());
    }
    Date::new_0().to_locale_date_string("en-GB", &how).into()
}
