//! Knows: what stands in the place of something that could not be fetched: what that is, and a way to try again.
//! Must not know: how it is fetched.

use crate::web::browser::page;
use crate::web::components::layout::button;
use crate::web::lazy::Retry;
use leptos::prelude::*;

/// What stands in the place of something that could not be fetched: what that is, and a way to try again.
pub fn could_not_be_had(what: &'static str, again: Retry) -> AnyView {
    let press = Box::new(move || {
        // The button goes; the place of the keyboard must not.
        page::focus_in_place("main");
        again();
    });
    view! {
        <div class="notice">
            <p role="status">{what}</p>
            <p>"Often the connection was cut for a moment. If it happens again, reload the page."</p>
            {button(None, press, "Try again".into_any())}
        </div>
    }
    .into_any()
}
