// Fetches the chart library, once, at the address that the build wrote into the page (see charts.js).
// Rust imports `loadCharts` through wasm-bindgen; the build bundles this file into the start-up module.

let library;

/** Fetches it as an element does, since only that compares it with what the build said is in it. */
function fetched(src, integrity) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src, integrity });
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${src} could not be fetched`));
    document.head.append(script);
  });
}

/** @returns {Promise<{mount: Function}>} the module charts.js; a failed fetch is tried again at the next call */
export function loadCharts() {
  if (!library) {
    const { content, dataset } = document.querySelector('meta[name="quarterlight-charts"]');
    const address = new URL(content, document.baseURI).href;
    library = fetched(address, dataset.integrity).then(() => import(address));
    library.catch(() => {
      library = undefined;
    });
  }
  return library;
}
