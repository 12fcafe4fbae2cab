//! Knows: what every page of the reader’s own file says about it, the hint while a file is dragged, and the way back.
//! Must not know: how a file is opened.

use crate::explore::describe::NOT_PUBLISHED;
use crate::explore::view_state::ViewState;
use crate::web::changing::anew;
use crate::web::context::{Context, href};
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
    view! {
        <div class="banner" role="region" aria-label="Local file">
            <p>
                <strong>{NOT_PUBLISHED}</strong> ": " <code>{file.to_string()}</code>
                ". It was read on this device and not uploaded; no link can show it to others."
            </p>
            <p class="on">{to_published()}</p>
        </div>
    }
    .into_any()
}

/// The link back to the published report, with its agenda.
pub fn to_published() -> AnyView {
    let agenda = use_context::<LocalFile>().map(|local| local.agenda.get_value()).unwrap_or_default();
    let to = href(&ViewState { agenda, ..ViewState::default() });
    view! { <a href=to>"Back to the published report"</a> }.into_any()
}
