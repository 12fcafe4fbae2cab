//! Knows: what the page and the script that has it kept for offline use (src/offline.js) tell each other.
//! Must not know: what is kept, or how.

use gloo::events::EventListener;
use web_sys::Event;

/// Says that a view is shown and the browser idle: now the page may be kept.
pub fn may_keep() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("quarterlight-idle")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls `tell` when the site has a newer version of the page. Lasts as long as the page.
pub fn on_newer_version(tell: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "quarterlight-newer", move |_| tell()).forget();
    }
}

/// Loads the page again, at the same address.
pub fn load_again() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
