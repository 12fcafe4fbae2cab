// Cuts the program that cargo compiled into the one that every reader needs and the parts that are fetched later
// (src/web/chunks.rs says which), wraps it for the browser and makes all of it small. A step of scripts/finish-build.mjs.

import { execFile, execFileSync } from "node:child_process";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withShortNames } from "./short-names.mjs";

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
// Measured: with "-Oz", or more passes, a file has fewer bytes as it is, but as many compressed, and the build takes twice as long. No address
// below 1,024 is ever used, since the memory starts with the end of the stack.
const PASSES = ["--low-memory-unused", "-Os"];
// For a profile in a browser's own tools: with QUARTERLIGHT_NAMES=yes the functions keep their names, which readers never download.
if (process.env.QUARTERLIGHT_NAMES === "yes") PASSES.push("-g");

/** Whether a file is a part that src/web/chunks.rs names, and not what several of them share. */
const isNamed = (file) => file.startsWith("split_");

/**
 * @param {string} root the repository's folder
 * @param {boolean} release whether this is a release build
 * @returns {Promise<{glue: string, program: Buffer, loader: string, parts: Map<string, Buffer>}>} the script that wraps the
 *   program; the program; the script that it imports to fetch parts; the parts, by the names used in that script
 */
export async function splitProgram(root, release) {
  const tool = async (name, ...words) => {
    try {
      await promisify(execFile)(name, words, { cwd: root, maxBuffer: 2 ** 26 });
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
  await tool("wasm-split-cli", join(target, "wasm32-unknown-unknown", profile, `${NAME}.wasm`), folder, "--out-name", NAME);
  const parts = (await readdir(folder)).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file)).sort();
  // The parts share the program's table of functions, which wasm-bindgen would hide.
  const words = ["--target=web", "--keep-lld-exports", "--no-typescript", `--out-name=${NAME}`, `--out-dir=${folder}`];
  await tool("wasm-bindgen", ...words, join(folder, `${NAME}.wasm`));

  const small = async (file) => {
    const path = join(folder, file);
    if (release) await tool("wasm-opt", path, "-o", path, ...FEATURES, ...PASSES);
    return readFile(path);
  };
  // The largest first, and as many at a time as there are processors.
  const program = `${NAME}_bg.wasm`;
  const left = [program, ...parts.filter(isNamed), ...parts.filter((file) => !isNamed(file))];
  const contents = new Map();
  const work = async () => {
    for (let file = left.shift(); file; file = left.shift()) contents.set(file, await small(file));
  };
  await Promise.all(cpus().map(work));

  for (const file of parts.filter(isNamed)) {
    // What is named outside its part stays in the program, which nobody would notice but the readers who wait longer.
    if (contents.get(file).length < EMPTY) throw new Error(`${file} is empty: who else names what is in it?`);
  }
  const glue = join(folder, `${NAME}.js`);
  const short = withShortNames(await readFile(glue, "utf8"), contents.get(program));
  await writeFile(glue, short.script);
  return {
    glue,
    program: short.program,
    loader: join(folder, "__wasm_split.js"),
    parts: new Map(parts.map((file) => [file.replace(/\.wasm$/, ""), contents.get(file)])),
  };
}
