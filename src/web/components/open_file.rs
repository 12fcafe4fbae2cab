//! Knows: the button that opens a file of the reader’s own.
//! Must not know: what happens to the file.

use crate::web::browser::files;
use crate::web::local_file::LocalFile;
use leptos::prelude::*;

/// A button that opens a file: a real file field, so that it works by key and with screen readers.
#[component]
pub fn OpenFile() -> impl IntoView {
    let Some(local) = use_context::<LocalFile>() else { return ().into_any() };
    // Its name is that text alone: a label around a field would lend it the browser’s own words inside the field as well.
    view! {
        <label class="open-file">
            <span id="open-file-label">"Open a file of your own"</span>
            <input
                type="file"
                aria-labelledby="open-file-label"
                accept=".json,application/json,.xlsx,.xlsm,.ods,.csv,.tsv,.txt,.docx"
                on:change=move |event| local.open(files::chosen(&event))
            />
        </label>
    }
    .into_any()
}
