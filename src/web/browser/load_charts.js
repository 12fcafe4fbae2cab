// Fetches the chart library, once, at the address that the build wrote into the page (see charts.js).
// Rust imports `loadCharts` through wasm-bindgen; the build bundles this file into the start-up module.

let library;
let failures = 0;

/** Has it fetched by an element, since only that compares it with what the build said is in it; older browsers know no such element. */
function fetched(href, integrity) {
  const link = document.createElement("link");
  if (!link.relList.supports("modulepreload")) return Promise.resolve();
  return new Promise((resolve, reject) => {
    Object.assign(link, { rel: "modulepreload", href, integrity });
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${href} could not be fetched`));
    document.head.append(link);
  }).finally(() => link.remove());
}

/** @returns {Promise<{mount: Function}>} the module charts.js; a failed fetch is tried again at the next call */
export function loadCharts() {
  if (!library) {
    const { content, dataset } = document.querySelector('meta[name="quarterlight-charts"]');
    // Some browsers never ask again for a module that could not be fetched, so its next address differs.
    const address = new URL(failures ? `${content}?${failures}` : content, document.baseURI).href;
    library = fetched(address, dataset.integrity).then(() => import(address));
    library.catch(() => {
      library = undefined;
      failures += 1;
    });
  }
  return library;
}
