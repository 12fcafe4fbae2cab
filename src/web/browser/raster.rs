//! Knows: how the browser turns an SVG into a PNG.
//! Must not know: what the picture shows.

use wasm_bindgen::prelude::*;
use web_sys::Blob;

#[wasm_bindgen(module = "/src/web/browser/raster.js")]
extern "C" {
    #[wasm_bindgen(js_name = png, catch)]
    async fn make_png(svg: &str, width: u32, height: u32, scale: u32) -> Result<JsValue, JsValue>;
}

/// A PNG of an SVG document. Sizes are in CSS pixels of `scale` pixels each. None if the browser cannot make it.
pub async fn png(svg: &str, width: u32, height: u32, scale: u32) -> Option<Blob> {
    make_png(svg, width, height, scale).await.ok()?.dyn_into().ok()
}
