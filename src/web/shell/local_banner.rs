//! Knows: what says on every page that a file is the reader's own, how it is dropped, and the way back from it.
//! Must not know: how a file is opened.

use crate::explore::describe::NOT_PUBLISHED;
use crate::explore::view_state::ViewState;
use crate::report::Source;
use crate::web::context::{Context, href};
use crate::web::local_file::LocalFile;
use leptos::prelude::*;

/// What is shown over the page while a file is held over it.
#[component]
pub fn DropHint(local: LocalFile) -> impl IntoView {
    move || {
        let words = "Let go to open the file here. It stays on your device; nothing is uploaded.";
        local.hovers.get().then(|| view! { <p class="drop-hint" role="status">{words}</p> }).into_any()
    }
}

/// On every page of a file of the reader's own, on screen and on paper: that it is not published.
#[component]
pub fn Banner() -> impl IntoView {
    let data = Context::get().data();
    let Source::Local { file } = data.source() else { return ().into_any() };
    view! {
        <div class="banner" role="region" aria-label="Local file">
            <p>
                <strong>{NOT_PUBLISHED}</strong> ": " <code>{file.clone()}</code>
                ". It was read on this device and not uploaded; a link cannot lead others to it."
            </p>
            <p class="on">{to_published()}</p>
        </div>
    }
    .into_any()
}

/// The way back to the published report, with the agenda that was put together from it.
pub fn to_published() -> AnyView {
    let agenda = use_context::<LocalFile>().map(|local| local.agenda.get_value()).unwrap_or_default();
    let to = href(&ViewState { agenda, ..ViewState::default() });
    view! { <a href=to>"Back to the published report"</a> }.into_any()
}
