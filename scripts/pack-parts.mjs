// Puts the parts of the program into few files: one for each part that src/web/chunks.rs names, and one for what several of these have in
// common, so that a view asks for two or three files instead of a dozen small ones. Each file is a WebAssembly module without code of its own,
// so that every host sends it as one; the parts are in its custom sections, from where src/part.js takes them.

import { written, writtenText } from "./short-names.mjs";

/** The part that every reader needs at the first filter: what it has in common with others is in its file. */
const FIRST = "split_list";

/**
 * @param {string} loader the script that wasm-split-cli wrote, which says what each part needs
 * @param {Map<string, Buffer>} parts the modules, by the names used in it
 * @returns {Map<string, {names: string[], bytes: Buffer}>} the files, by what to call them, with the parts that are in them
 */
export function packParts(loader, parts) {
  const files = new Map();
  const put = (file, name) => files.set(file, [...(files.get(file) ?? []), name]);
  const withFirst = needed(loader, FIRST);
  for (const name of parts.keys()) {
    if (name.startsWith("split_")) put(name.replace("split_", "part-"), name);
    else put(withFirst.has(name) ? FIRST.replace("split_", "part-") : "part-shared", name);
  }
  return new Map([...files].map(([file, names]) => [file, { names, bytes: packed(names.map((name) => [name, parts.get(name)])) }]));
}

/** The parts that another needs to be there first. */
function needed(loader, name) {
  const [, parts] = new RegExp(`\\./${name}\\.wasm[^]*?\\n, \\[([^\\]]*)\\]`).exec(loader) ?? [];
  if (parts === undefined) throw new Error(`The script that wasm-split-cli wrote does not say what ${name} needs.`);
  return new Set(parts.split(",").map((part) => part.trim().replace("__chunk_", "chunk_")));
}

/** A module with nothing in it but custom sections. */
function packed(sections) {
  const head = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return Buffer.concat([
    head,
    ...sections.map(([name, bytes]) => {
      const called = writtenText(name);
      return Buffer.concat([Buffer.from([0]), written(called.length + bytes.length), called, bytes]);
    }),
  ]);
}
