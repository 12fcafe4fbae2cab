//! Knows: how a reader learns that the site has a newer version of the page, and chooses when to load it.
//! Must not know: how that is found out.

use crate::web::browser::{offline, page};
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::components::notices::closes_file;
use leptos::prelude::*;

/// Whether the site has a newer version that the reader has not put off.
#[derive(Clone, Copy)]
pub struct NewerVersion(RwSignal<bool>);

impl NewerVersion {
    /// Listens for newer versions.
    pub fn start() -> Self {
        let is_here = RwSignal::new(false);
        offline::on_newer_version(move || is_here.set(true));
        Self(is_here)
    }
}

/// The choice. It never loads anything by itself: the reader may be in the middle of something.
#[component]
pub fn NewerVersionChoice() -> impl IntoView {
    let Some(NewerVersion(is_here)) = use_context() else { return ().into_any() };
    let closes = closes_file();
    let choice = move || {
        let later = Box::new(move || {
            // The button goes, so the focus moves on before it is lost.
            page::focus_in_place("main");
            is_here.set(false);
        });
        view! {
            <div class="notice">
                <p>
                    "A newer version of this page is available. "
                    {closes}
                </p>
                <p class="choices">
                    {button(None, Box::new(offline::load_again), "Load it".into_any())}
                    {button(None, later, "Later".into_any())}
                </p>
            </div>
        }
    };
    // The region is always present, so that screen readers announce what appears in it.
    view! { <div role="status" class="newer-version">{anew(move || is_here.get().then(choice).into_any())}</div> }
        .into_any()
}
