//! Knows: files that a reader chooses, drops or downloads.
//! Must not know: what is in them.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, File, FileList, HtmlAnchorElement, HtmlInputElement, Url,
};

/// The bytes of a part of a file, or the browser's message if it cannot be read. Nothing leaves the device.
pub async fn bytes(file: &File, from: u64, to: u64) -> Result<Vec<u8>, String> {
    let part = file.slice_with_f64_and_f64(from as f64, to as f64);
    let buffer = async { JsFuture::from(part?.array_buffer()).await };
    match buffer.await {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(error) => Err(String::from(error.unchecked_into::<js_sys::Error>().to_string())),
    }
}

/// The files chosen in a field. The field is emptied, so that the same file can be chosen again after it was corrected.
pub fn chosen(event: &web_sys::Event) -> Vec<File> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let files = listed(field.as_ref().and_then(HtmlInputElement::files));
    if let Some(field) = field {
        field.set_value("");
    }
    files
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default()
}

/// Calls `hovers` with whether files are being dragged over the page, and `dropped` with files that are dropped.
/// Anything else that is dragged is left to the browser.
pub fn on_drop(hovers: impl Fn(bool) + Clone + 'static, dropped: impl Fn(Vec<File>) + Clone + 'static) {
    let Some(document) = super::page::document() else { return };
    for kind in ["dragenter", "dragover", "dragleave", "drop"] {
        let (hovers, dropped) = (hovers.clone(), dropped.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, kind, options, move |event| {
            let Some(drag) = event.dyn_ref::<DragEvent>() else { return };
            let Some(data) = drag.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0)) else {
                return;
            };
            event.prevent_default();
            match kind {
                "drop" => {
                    hovers(false);
                    dropped(listed(data.files()));
                }
                // Only when leaving the window, not when moving from one element to the next.
                "dragleave" if drag.related_target().is_none() => hovers(false),
                "dragleave" => {}
                _ => hovers(true),
            }
        })
        .forget();
    }
}

/// Calls `pasted` with a table that is pasted on the page, as HTML if the clipboard has that, and as text. What is pasted into a field,
/// and what is no table, is left to the browser.
pub fn on_paste(pasted: impl Fn(Option<String>, String) + 'static) {
    let Some(document) = super::page::document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "paste", options, move |event| {
        let Some(paste) = event.dyn_ref::<ClipboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_field = target.is_some_and(|target| target.closest("input, textarea, select").ok().flatten().is_some());
        let Some(data) = paste.clipboard_data().filter(|_| !is_field) else { return };
        let html = data.get_data("text/html").ok().filter(|html| html.contains("<table"));
        let text = data.get_data("text/plain").unwrap_or_default();
        if html.is_some() || text.contains('\t') {
            event.prevent_default();
            pasted(html, text);
        }
    })
    .forget();
}

/// Said when the browser refuses a download.
pub const REFUSED: &str = "The browser does not let this page save a file.";

/// Downloads a file of text made on the page. `kind` is its media type. False if the browser refuses.
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options).is_ok_and(|blob| save_blob(name, &blob))
}

/// Downloads a file of bytes made on the page. `kind` is its media type. False if the browser refuses.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).is_ok_and(|blob| save_blob(name, &blob))
}

/// Downloads a file made on the page. False if the browser refuses.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    let address = Url::create_object_url_with_blob(blob);
    let link = super::page::document().and_then(|document| document.create_element("a").ok());
    let link = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Ok(address), Some(link)) = (address, link) else { return false };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // By then the browser has started the download.
    leptos::prelude::set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(60),
    );
    true
}
