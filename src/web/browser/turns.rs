//! Knows: how long work may keep the page from drawing and answering, and how it waits for both.
//! Must not know: what the work is.

use super::page::document;
use crate::turns::Turns;
use js_sys::{Date, Promise};
use std::cell::Cell;
use std::pin::Pin;
use wasm_bindgen_futures::JsFuture;

/// How long a turn lasts, in milliseconds: about a frame.
const TURN: f64 = 16.0;

/// While nobody sees the page, browsers let it go on once a second at most.
const HIDDEN_TURN: f64 = 500.0;

/// Turns between which the page draws and answers.
pub struct PageTurns {
    end: Cell<f64>,
    is_wanted: Box<dyn Fn() -> bool>,
}

impl PageTurns {
    /// Turns as long as the work is wanted.
    pub fn new(is_wanted: impl Fn() -> bool + 'static) -> Self {
        Self { end: Cell::new(Date::now() + TURN), is_wanted: Box::new(is_wanted) }
    }

    /// None if the work is not wanted any longer, as after waiting for something else than a turn.
    pub fn go_on(&self) -> Option<()> {
        (self.is_wanted)().then_some(())
    }
}

impl Turns for PageTurns {
    fn is_over(&self) -> bool {
        Date::now() >= self.end.get()
    }

    fn next(&self) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        Box::pin(async {
            let waited = Promise::new(&mut |done, _| {
                let _ = web_sys::window().map(|window| window.set_timeout_with_callback(&done));
            });
            let _ = JsFuture::from(waited).await;
            let is_hidden = document().is_some_and(|document| document.hidden());
            self.end.set(Date::now() + if is_hidden { HIDDEN_TURN } else { TURN });
            (self.is_wanted)()
        })
    }
}
