// The page's only Trusted Types policy (the content security policy names it): what may be parsed as HTML, or run.
// The build puts the call of `ownMarkup` into wasm-bindgen's script, where that happens in one place: Leptos parses the markup that
// stands in the program itself, and clones it. Text from a report never gets there: it becomes text nodes.

const policy = globalThis.trustedTypes?.createPolicy("quarterlight", {
  createHTML: (markup) => markup,
  createScriptURL: (address) => address,
});

/** Markup that stands in the program. */
export const ownMarkup = (markup) => policy?.createHTML(markup) ?? markup;

/** The address of the page's service worker (src/offline.js), which stands in the program too. */
export const ownScript = (address) => policy?.createScriptURL(address) ?? address;
