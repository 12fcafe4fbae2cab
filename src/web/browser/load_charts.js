// Fetches the chart library, once, at the address that the build wrote into the page (see charts.js).
// Rust imports `loadCharts` through wasm-bindgen; the build bundles this file into the start-up module.

let library;

/** @returns {Promise<{mount: Function}>} the module charts.js; a failed fetch is tried again at the next call */
export function loadCharts() {
  if (!library) {
    const address = document.querySelector('meta[name="quarterlight-charts"]').content;
    library = import(new URL(address, document.baseURI).href);
    library.catch(() => {
      library = undefined;
    });
  }
  return library;
}
