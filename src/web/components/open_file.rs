//! Knows: the button with which a reader opens a file of their own.
//! Must not know: what becomes of the file.

use crate::web::browser::files;
use crate::web::local_file::LocalFile;
use leptos::prelude::*;

/// A button that opens a file. It is a field of its own kind, so that it works by key and with a screen reader as any other.
#[component]
pub fn OpenFile() -> impl IntoView {
    let Some(local) = use_context::<LocalFile>() else { return ().into_any() };
    view! {
        <label class="open-file">
            "Open a file of your own"
            <input
                type="file"
                accept=".json,application/json"
                on:change=move |event| local.open(files::chosen(&event))
            />
        </label>
    }
    .into_any()
}
