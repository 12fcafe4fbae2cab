//! Knows: the binding to the chart library, which is fetched with the first chart, and how an SVG becomes a PNG.
//! Must not know: what a chart or picture shows; options are passed on as JSON.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/browser/load_charts.js")]
extern "C" {
    #[wasm_bindgen(js_name = loadCharts, catch)]
    async fn load_charts() -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The module `charts.js`.
    type Library;
    #[wasm_bindgen(method, catch)]
    fn mount(this: &Library, element: &web_sys::HtmlElement, options: &str) -> Result<Mounted, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn picture(this: &Library, options: &str, width: f64, height: f64) -> Result<String, JsValue>;

    /// A chart on the page.
    type Mounted;
    #[wasm_bindgen(method)]
    fn set(this: &Mounted, options: &str);
    #[wasm_bindgen(method)]
    fn dispose(this: &Mounted);
}

async fn library() -> Option<Library> {
    Some(load_charts().await.ok()?.unchecked_into())
}

/// Draws a chart as an SVG document; sizes are in CSS pixels. None if the library cannot be fetched.
pub async fn picture(options: &str, width: f64, height: f64) -> Option<String> {
    library().await?.picture(options, width, height).ok()
}

/// A chart in an element. It follows the element's size, and is removed when dropped.
pub struct Chart(Mounted);

impl Chart {
    /// Draws a chart. None if the library cannot be fetched.
    pub async fn draw(element: &web_sys::HtmlElement, options: &str) -> Option<Self> {
        library().await?.mount(element, options).ok().map(Self)
    }

    /// Replaces all options.
    pub fn set(&self, options: &str) {
        self.0.set(options);
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        self.0.dispose();
    }
}

#[wasm_bindgen(module = "/src/web/browser/raster.js")]
extern "C" {
    #[wasm_bindgen(js_name = png, catch)]
    async fn make_png(svg: &str, width: u32, height: u32, scale: u32) -> Result<JsValue, JsValue>;
}

/// A PNG of an SVG document. Sizes are in CSS pixels of `scale` pixels each. None if the browser cannot make it.
pub async fn png(svg: &str, width: u32, height: u32, scale: u32) -> Option<web_sys::Blob> {
    make_png(svg, width, height, scale).await.ok()?.dyn_into().ok()
}
