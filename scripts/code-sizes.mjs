// Prints whose code the program is made of: the bytes of its functions by crate, and the largest functions.
// usage: node scripts/code-sizes.mjs [program.wasm] (without: as the last build compiled it, with parts and before it is made small)

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const SHOWN = 30;

/** Where cargo puts the program. */
function compiled() {
  const words = ["metadata", "--format-version=1", "--no-deps", "--offline"];
  const metadata = execFileSync("cargo", words, { cwd: root, maxBuffer: 2 ** 26 });
  return join(JSON.parse(metadata).target_directory, "wasm32-unknown-unknown/release/quarterlight.wasm");
}

/** Reads a module's sections as the binary format of WebAssembly has them. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  /** A whole number, seven bits a byte, the lowest first. */
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}

const SECTION = { names: 0, imports: 2, code: 10, functionNames: 1 };
const FUNCTION = 0;

/** The bytes of each function's code, by its number. */
function codeSizes(reader) {
  return Array.from({ length: reader.number() }, () => {
    const size = reader.number();
    reader.at += size;
    return size;
  });
}

/** How many functions are imported; their numbers come first. */
function importCount(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.bytes[reader.at++];
    if (kind === FUNCTION) {
      functions += 1;
      reader.number();
    } else if (kind === 3) {
      reader.at += 2;
    } else {
      // A table has a type before its limits.
      if (kind === 1) reader.at += 1;
      const hasMost = reader.number() & 1;
      reader.number();
      if (hasMost) reader.number();
    }
  }
  return functions;
}

/** The functions' names, by number. */
function functionNames(reader, end) {
  const names = new Map();
  if (reader.text() !== "name") return names;
  while (reader.at < end) {
    const kind = reader.bytes[reader.at++];
    const after = reader.number() + reader.at;
    if (kind === SECTION.functionNames) {
      for (let left = reader.number(); left > 0; left -= 1) names.set(reader.number(), reader.text());
    }
    reader.at = after;
  }
  return names;
}

/** Every function with its name and the bytes of its code. */
function functions(bytes) {
  const reader = new Reader(bytes);
  let [imports, sizes, names] = [0, [], new Map()];
  for (reader.at = 8; reader.at < bytes.length; ) {
    const section = reader.bytes[reader.at++];
    const end = reader.number() + reader.at;
    if (section === SECTION.imports) imports = importCount(reader);
    if (section === SECTION.code) sizes = codeSizes(reader);
    if (section === SECTION.names) {
      const found = functionNames(reader, end);
      if (found.size > 0) names = found;
    }
    reader.at = end;
  }
  return sizes.map((size, number) => ({ name: names.get(number + imports) ?? "?", size }));
}

/** A name as Rust writes it; the compiler's own form has lengths and escapes (`_ZN4core3fmt…E`). */
function demangled(name) {
  const escapes = { LT: "<", GT: ">", RF: "&", BP: "*", C: ",", LP: "(", RP: ")", u20: " ", u27: "'", u5b: "[", u5d: "]", u7b: "{", u7d: "}" };
  const words = [];
  for (let rest = name.replace(/^_ZN/, ""); ; ) {
    const [length] = /^\d+/.exec(rest) ?? [];
    if (!length) break;
    words.push(rest.slice(length.length, length.length + Number(length)));
    rest = rest.slice(length.length + Number(length));
  }
  if (words.length === 0) return name;
  const path = words.filter((word) => !/^h[0-9a-f]{16}$/.test(word)).join("::");
  return path.replace(/\$(\w+?)\$/g, (whole, code) => escapes[code] ?? whole).replaceAll("..", "::").replace(/_</g, "<");
}

/** The crate that a function is from: of code for a type, the type's. */
const crateOf = (name) => /^[<&*([ ]*(?:mut |dyn |const )?(\w+)/.exec(name)?.[1] ?? "?";

function print(title, rows) {
  const total = rows.reduce((sum, [, size]) => sum + size, 0);
  console.log(`\n${title} (${(total / 1000).toFixed(1)} kB in ${rows.length})`);
  for (const [name, size] of rows.sort((a, b) => b[1] - a[1]).slice(0, SHOWN)) {
    console.log(`${(size / 1000).toFixed(1).padStart(9)} kB  ${((size / total) * 100).toFixed(1).padStart(5)} %  ${name.slice(0, 150)}`);
  }
}

const path = resolve(process.argv[2] ?? compiled());
if (!existsSync(path)) {
  console.log("There is no program yet: run scripts/build.");
} else {
  const all = functions(readFileSync(path)).map(({ name, size }) => [demangled(name), size]);
  const crates = new Map();
  for (const [name, size] of all) crates.set(crateOf(name), (crates.get(crateOf(name)) ?? 0) + size);
  print("Crates", [...crates]);
  print("Functions", all);
}
