//! Knows: what every page of the reader’s own file says about it, the hint while a file is dragged, and the way back.
//! Must not know: how a file is opened.

use crate::explore::describe::NOT_PUBLISHED;
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::components::links::to_published;
use crate::web::context::Context;
use crate::web::local_file::LocalFile;
use leptos::prelude::*;

/// The hint shown while a file is dragged over the page.
#[component]
pub fn DropHint(local: LocalFile) -> impl IntoView {
    anew(move || {
        let words = "Drop the file to open it here. It stays on your device; nothing is uploaded.";
        local.hovers.get().then(|| view! { <p class="drop-hint" role="status">{words}</p> }).into_any()
    })
}

/// Says, on screen and on paper, that the reader's own file is not published.
#[component]
pub fn Banner() -> impl IntoView {
    let data = Context::get().data();
    let Some(file) = data.local_file() else { return ().into_any() };
    let local = use_context::<LocalFile>().filter(|local| untrack(|| local.is_made_here()));
    let made_here = local.map(|local| {
        let back = button(None, Box::new(move || local.back_to_foreign()), "Back to your file".into_any());
        view! { <p>"The report was made here from that file; it is not saved yet. " {back}</p> }
    });
    view! {
        <div class="banner" role="region" aria-label="Local file">
            <p>
                <strong>{NOT_PUBLISHED}</strong> ": " <code>{file.to_string()}</code>
                ". It was read on this device and not uploaded; no link can show it to others."
            </p>
            {made_here}
            <p class="on">{to_published()}</p>
        </div>
    }
    .into_any()
}
