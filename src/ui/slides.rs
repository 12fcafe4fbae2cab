//! Knows: TO BE WRITTEN.
//! Must not know: TO BE WRITTEN.

use super::shared::Shared;
use leptos::prelude::*;

/// TO BE WRITTEN.
#[component]
pub fn Slides() -> impl IntoView {
    let shared = Shared::get();
    view! { <main id="main" tabindex="-1"><h1 tabindex="-1">"slides"</h1><p>{move || format!("{:?}", shared.state.get())}</p></main> }
}
