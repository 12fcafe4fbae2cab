//! Knows: how the site's files are fetched, and their digest.
//! Must not know: what is in them.

use js_sys::{Promise, Uint8Array};
use leptos::prelude::window;
use std::fmt::Write;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file could not be fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// The site answered, but not with the file.
    Status {
        /// The HTTP status, e.g. 404.
        status: u16,
    },
    /// No answer: no connection, or the site is down.
    NoAnswer {
        /// The browser's message.
        reason: String,
    },
}

/// A file of the site.
pub struct Fetched {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// When it was fetched, if it comes from what the device has kept (src/worker.js), as the service worker states it.
    pub kept_on: Option<String>,
}

/// A file that has been asked for, so that several can be on their way at once.
pub struct Asked(Promise);

/// Asks for a file, by an address relative to the page.
pub fn ask(address: &str) -> Asked {
    Asked(window().fetch_with_str(address))
}

/// Fetches a file, by an address relative to the page.
pub async fn file(address: &str) -> Result<Fetched, FetchError> {
    ask(address).file().await
}

impl Asked {
    /// The file, once it is here.
    pub async fn file(self) -> Result<Fetched, FetchError> {
        let response: Response = settled(self.0).await?.unchecked_into();
        if !response.ok() {
            return Err(FetchError::Status { status: response.status() });
        }
        let kept_on = response.headers().get("X-Kept-On").ok().flatten();
        let body = response.array_buffer().map_err(no_answer)?;
        Ok(Fetched { bytes: Uint8Array::new(&settled(body).await?).to_vec(), kept_on })
    }
}

async fn settled(promise: Promise) -> Result<JsValue, FetchError> {
    JsFuture::from(promise).await.map_err(no_answer)
}

fn no_answer(error: JsValue) -> FetchError {
    FetchError::NoAnswer { reason: String::from(error.unchecked_into::<js_sys::Error>().to_string()) }
}

/// The SHA-256 of some bytes in hexadecimal digits. None if the browser does not offer it, as on insecure pages.
pub async fn sha256(bytes: &[u8]) -> Option<String> {
    let crypto = js_sys::Reflect::get(&web_sys::window()?.into(), &JsValue::from_str("crypto")).ok()?;
    let subtle = js_sys::Reflect::get(&crypto, &JsValue::from_str("subtle")).ok()?;
    let subtle = subtle.dyn_into::<web_sys::SubtleCrypto>().ok()?;
    let digest = subtle.digest_with_str_and_js_u8_array("SHA-256", &Uint8Array::from(bytes)).ok()?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await.ok()?);
    let mut text = String::new();
    for byte in digest.to_vec() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    Some(text)
}
