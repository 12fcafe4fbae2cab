//! Knows: the notice for something that could not be fetched, with a way to try again.
//! Must not know: how it is fetched.

use crate::web::browser::page;
use crate::web::components::layout::button;
use crate::web::lazy::Retry;
use leptos::prelude::*;

/// A notice of what could not be fetched, with a button to try again.
pub fn retry_notice(what: &'static str, again: Retry) -> AnyView {
    let press = Box::new(move || {
        // The button goes, so the focus moves on before it is lost.
        page::focus_in_place("main");
        again();
    });
    view! {
        <div class="notice">
            <p role="status">{what}</p>
            <p>"The connection may have dropped for a moment. If it happens again, reload the page."</p>
            {button(None, press, "Try again".into_any())}
        </div>
    }
    .into_any()
}
