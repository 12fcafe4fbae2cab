// Fetches the program, and the parts that are fetched when needed, and starts those. The build puts the calls for the parts into the
// script that loads them.

/**
 * @param {string} file the file, in the same folder as this script
 * @param {string} integrity what must be in it; with anything else in it, it is as if it could not be fetched
 * @returns {Promise<Response>} the response
 */
export function fetchPart(file, integrity) {
  const attempt = (cache) => fetch(new URL(file, import.meta.url), { integrity, cache });
  // A file that arrived damaged would come damaged out of the browser's cache, too.
  return attempt("default").catch(() => attempt("reload"));
}

/**
 * @param {Promise<Response>} answer the response with the part's file
 * @param {WebAssembly.Imports} imports what the part needs from the program
 */
export async function startPart(answer, imports) {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.url}: answer ${response.status}`);
  // Not streamed: compiling while reading needs a content type that not every host sends.
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
