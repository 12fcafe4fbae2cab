// Fetches the chart library, once, at the address that the build wrote into the page (see charts.js).
// Rust imports `loadCharts` through wasm-bindgen; the build bundles this file into the start-up module.

let library;
let failures = 0;

/**
 * Compares it with what the build said is in it, and leaves it in the browser's cache for the import, which compares nothing. An element
 * of the page would do both at once, but not in every browser: Safari's engine runs a module that is not what its element says.
 */
async function compared(href, integrity) {
  const answer = await fetch(href, { integrity });
  if (!answer.ok) throw new Error(`${href} could not be fetched`);
  await answer.arrayBuffer();
}

/** @returns {Promise<{mount: Function}>} the module charts.js; a failed fetch is tried again at the next call */
export function loadCharts() {
  if (!library) {
    const { content, dataset } = document.querySelector('meta[name="quarterlight-charts"]');
    // Some browsers never ask again for a module that could not be fetched, so its next address differs.
    const address = new URL(failures ? `${content}?${failures}` : content, document.baseURI).href;
    library = compared(address, dataset.integrity).then(() => import(address));
    library.catch(() => {
      library = undefined;
      failures += 1;
    });
  }
  return library;
}
