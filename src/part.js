// Fetches the program, and the parts that are fetched when needed, and starts those. The build puts the calls for the parts into the
// script that loads them, and several parts into one file (scripts/pack-parts.mjs).

/**
 * @param {string} file the file, in the same folder as this script
 * @param {string} integrity what must be in it; with anything else in it, it is as if it could not be fetched
 * @returns {Promise<Response>} the response
 */
export function fetchFile(file, integrity) {
  const attempt = (cache) => fetch(new URL(file, import.meta.url), { integrity, cache });
  // A file that arrived damaged would come damaged out of the browser's cache, too.
  return attempt("default").catch(() => attempt("reload"));
}

/** What is in the files that are here or on their way, by their names: modules without code, with the parts in their custom sections. */
const files = new Map();

async function read(file, integrity) {
  const response = await fetchFile(file, integrity);
  if (!response.ok) throw new Error(`${response.url}: answer ${response.status}`);
  // Not streamed: compiling while reading needs a content type that not every host sends.
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {string} name a part of the program
 * @param {string} file the file that has it, perhaps among others
 * @param {string} integrity what must be in the file
 * @returns {Promise<ArrayBuffer>} the part's module
 */
export async function fetchPart(name, file, integrity) {
  if (!files.has(file)) {
    const parts = read(file, integrity);
    // The next attempt asks the site again.
    parts.catch(() => files.delete(file));
    files.set(file, parts);
  }
  const [part] = WebAssembly.Module.customSections(await files.get(file), name);
  return part;
}

/**
 * @param {Promise<ArrayBuffer>} part the part's module
 * @param {WebAssembly.Imports} imports what the part needs from the program
 */
export const startPart = async (part, imports) => WebAssembly.instantiate(await part, imports);
