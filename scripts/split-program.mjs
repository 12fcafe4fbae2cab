// Cuts the program that cargo compiled into the one that every reader needs and the parts that are fetched later
// (src/web/chunks.rs says which), wraps it for the browser and makes all of it small. A step of scripts/finish-build.mjs.

import { execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const NAME = "quarterlight";
// A part with fewer bytes has nothing in it but its split function.
const EMPTY = 2_000;

// The wasm features that the program may need, all in browsers since 2021. wasm-opt refuses a program that needs more.
const FEATURES = [
  "bulk-memory",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);
// Each was measured: with all of them the first view is 1 kB smaller than with -Oz alone. No address below 1,024 is ever used, since
// the memory starts with the end of the stack.
const PASSES = ["--flatten", "--rereloop", "--low-memory-unused", "-Oz", "--gufa-optimizing", "-Oz"];

/**
 * @param {string} root the repository's folder
 * @param {boolean} release whether this is a release build
 * @returns {Promise<{glue: string, program: Buffer, loader: string, parts: Map<string, Buffer>}>} the script that wraps the
 *   program; the program; the script that it imports to fetch parts; the parts, by the names used in that script
 */
export async function splitProgram(root, release) {
  const tool = (name, ...words) => {
    try {
      execFileSync(name, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    } catch (error) {
      throw new Error(`${name} failed. ${error.stderr ?? error.message}`);
    }
  };
  const metadata = execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps", "--offline"], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  const target = JSON.parse(metadata).target_directory;
  const profile = release ? "release" : "debug";
  const folder = join(target, "wasm-split", profile);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  // First, since it needs the linker's notes, which wasm-bindgen drops.
  tool("wasm-split-cli", join(target, "wasm32-unknown-unknown", profile, `${NAME}.wasm`), folder, "--out-name", NAME);
  const parts = (await readdir(folder)).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file)).sort();
  // The parts share the program's table of functions, which wasm-bindgen would hide.
  const words = ["--target=web", "--keep-lld-exports", "--no-typescript", `--out-name=${NAME}`, `--out-dir=${folder}`];
  tool("wasm-bindgen", ...words, join(folder, `${NAME}.wasm`));

  const small = async (file) => {
    const path = join(folder, file);
    if (release) tool("wasm-opt", path, "-o", path, ...FEATURES, ...PASSES);
    return readFile(path);
  };
  const contents = new Map();
  for (const file of parts) {
    const bytes = await small(file);
    // What is named outside its part stays in the program, which nobody would notice but the readers who wait longer.
    if (file.startsWith("split_") && bytes.length < EMPTY) throw new Error(`${file} is empty: who else names what is in it?`);
    contents.set(file.replace(/\.wasm$/, ""), bytes);
  }
  return {
    glue: join(folder, `${NAME}.js`),
    program: await small(`${NAME}_bg.wasm`),
    loader: join(folder, "__wasm_split.js"),
    parts: contents,
  };
}
