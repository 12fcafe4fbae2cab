// The page's only Trusted Types policy (the content security policy names it): what may be parsed as HTML, or run.
// The build puts the call of `ownMarkup` into wasm-bindgen's script, where that happens in one place: Leptos parses the markup that
// stands in the program itself, and clones it. Text from a report never gets there: it becomes text nodes.

/** The address of the page's service worker (src/worker.js). */
const WORKER = new URL("worker.js", import.meta.url).href;

const policy = globalThis.trustedTypes?.createPolicy("quarterlight", {
  createHTML: (markup) => markup,
  createScriptURL(address) {
    if (address === WORKER) return address;
    throw new TypeError(`${address} is no script of this page`);
  },
});

/** Markup that stands in the program. */
export const ownMarkup = (markup) => policy?.createHTML(markup) ?? markup;

/** The address of the service worker, as a browser takes it. */
export const workerAddress = () => policy?.createScriptURL(WORKER) ?? WORKER;
