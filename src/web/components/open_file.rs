//! Knows: the button with which a reader opens a file of their own.
//! Must not know: what becomes of the file.

use crate::web::browser::files;
use leptos::prelude::*;
use web_sys::File;

/// Opens the files that a reader chose; provided to the whole page.
#[derive(Clone, Copy)]
pub struct FileOpener {
    open: Callback<Vec<File>>,
}

impl FileOpener {
    /// What opens files.
    pub fn new(open: impl Fn(Vec<File>) + Send + Sync + 'static) -> Self {
        Self { open: Callback::new(open) }
    }
}

/// A button that opens a file. It is a field of its own kind, so that it works by key and with a screen reader as any other.
#[component]
pub fn OpenFile() -> impl IntoView {
    let Some(opener) = use_context::<FileOpener>() else { return ().into_any() };
    view! {
        <label class="open-file">
            "Open a file of your own"
            <input
                type="file"
                accept=".json,application/json"
                on:change=move |event| opener.open.run(files::chosen(&event))
            />
        </label>
    }
    .into_any()
}
