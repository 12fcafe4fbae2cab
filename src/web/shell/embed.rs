//! Knows: what surrounds a view in a frame on another page: its source and the link to the full view.
//! Must not know: what is in the view.

use crate::explore::describe;
use crate::explore::view_state::ViewState;
use crate::web::components::notices::Notices;
use crate::web::context::{Context, href};
use leptos::prelude::*;

/// A view without header and filters.
#[component]
pub fn Embedded(children: Children) -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let what = {
        let data = data.clone();
        move || context.state.with(|state| describe::shown(state, &data))
    };
    let full = move || context.state.with(|state| href(&ViewState { embed: false, ..state.to_share() }));
    view! {
        <main id="main" class="embedded" tabindex="-1">
            <Notices/>
            {children()}
        </main>
        <footer class="embedded-source">
            <p>
                // In a frame this is where the chosen filters are named.
                {what} " – " {data.report().council.name.clone()} ", " {describe::quarter(data.report())} ". "
                <a href=full target="_blank" rel="noopener">"Open the full view in a new tab"</a>
            </p>
        </footer>
    }
}
