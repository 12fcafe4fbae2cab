// Trunk runs this after its own steps, on the folder that will become dist/ (see Trunk.toml).
// It cuts the program into parts, bundles the scripts and the style sheets, names every file after its content and compresses it, and has the
// pages completed. Whatever names a script, a style sheet or a part of the program also says what is in it (subresource integrity), so
// that a browser uses the file only as it was built. The service worker gets the list of these files.

import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import * as esbuild from "esbuild";
import { completePages } from "./complete-pages.mjs";
import { drawPages } from "./draw-pages.mjs";
import { packParts } from "./pack-parts.mjs";
import { splitProgram } from "./split-program.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) {
  throw new Error("scripts/finish-build.mjs is a step of the build: run `trunk build --release`, or scripts/build.");
}
const release = process.env.TRUNK_PROFILE !== "debug";

// The oldest that the page promises to work in: README.md says the same, and a test compares them.
const BROWSERS = ["chrome97", "edge97", "firefox102", "safari16"];

const shared = {
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  minify: release,
  outdir: staging,
  write: false,
};

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);
const hashed = (name, extension, bytes) => `${name}-${hashOf(bytes)}.${extension}`;
/** What a browser compares a file with before it uses it. SHA-256 is the shortest that browsers know; each costs some 40 bytes. */
const integrityOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** Bundles one source file; returns the name of the result in the build's folder. */
async function bundle(source, name, extension, options) {
  const result = await esbuild.build({ ...shared, ...options, entryPoints: [source] });
  if (result.outputFiles.length !== 1) {
    throw new Error(`${source}: expected one file, got ${result.outputFiles.map((file) => file.path).join(", ")}`);
  }
  const bytes = result.outputFiles[0].contents;
  const file = hashed(name, extension, bytes);
  await writeFile(join(staging, file), bytes);
  return { file, integrity: integrityOf(bytes), inputs: Object.keys(result.metafile.inputs) };
}

/** The licence texts of the npm packages in a bundle: each licence requires that its text is included. */
async function licences(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const match = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/.exec(input.replaceAll("\\", "/"));
    if (match) packages.set(match[1], join(root, match[0]));
  }
  const parts = [];
  for (const [name, folder] of [...packages].sort()) {
    const names = await readdir(folder);
    if (names.includes("licenses")) {
      names.push(...(await readdir(join(folder, "licenses"))).map((file) => `licenses/${file}`));
    }
    for (const file of names.filter((file) => /^(licenses\/.|licen[cs]e(\W|$)|notice(\W|$))/i.test(file)).sort()) {
      parts.push(`${name}: ${file}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`);
    }
  }
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

const program = await splitProgram(root, release);
const wasm = { file: hashed("quarterlight", "wasm", program.program), integrity: integrityOf(program.program) };
await writeFile(join(staging, wasm.file), program.program);
const loader = await readFile(program.loader, "utf8");
/** The file of each part. */
const parts = new Map();
for (const [name, { names, bytes }] of packParts(loader, program.parts)) {
  const file = { file: hashed(name, "wasm", bytes), integrity: integrityOf(bytes) };
  await writeFile(join(staging, file.file), bytes);
  for (const part of names) parts.set(part, file);
}

/** The script that fetches the parts, by their current names and in a way that works on any host. */
function partLoader() {
  let script = loader;
  for (const [name, { file, integrity }] of parts) {
    const words = [name, `./${file}`, integrity].map((word) => JSON.stringify(word));
    script = script.replace(`fetch(new URL("./${name}.wasm", import.meta.url))`, `fetchPart(${words.join(", ")})`);
  }
  script = script.replaceAll("WebAssembly.instantiateStreaming(", "startPart(");
  const calls = (name) => script.split(`${name}(`).length - 1;
  if (calls("fetchPart") !== parts.size || calls("startPart") !== parts.size || calls("fetch") !== 0) {
    throw new Error("The script that wasm-split-cli wrote does not fetch the parts in the way that this build knows.");
  }
  return `import { fetchPart, startPart } from "${join(root, "src/part.js").replaceAll("\\", "/")}";\n${script}`;
}

/** wasm-bindgen's script, in which only the program's own markup is parsed as HTML (src/trusted.js). */
async function ownMarkupOnly(path) {
  const script = await readFile(path, "utf8");
  const parts = script.split(/\.innerHTML = (.*);\n/);
  if (parts.length !== 3) throw new Error(`wasm-bindgen's script parses HTML in ${(parts.length - 1) / 2} places, not in one`);
  const [before, markup, after] = parts;
  const trusted = join(root, "src/trusted.js").replaceAll("\\", "/");
  return `import { ownMarkup } from "${trusted}";\n${before}.innerHTML = ownMarkup(${markup});\n${after}`;
}

/** The chart library empties its elements with an empty text to parse, which Trusted Types forbid. */
const emptied = {
  name: "emptied",
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/](echarts|zrender)[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/\.innerHTML = (''|null)/g, ".replaceChildren()"),
      loader: "js",
    }));
  },
};

/** The module that wasm-bindgen wrote, under the name that src/boot.js imports it by, and the loader of the parts. */
const glue = {
  name: "glue",
  setup(build) {
    build.onResolve({ filter: /^wasm-bindgen-glue$/ }, () => ({ path: program.glue }));
    build.onLoad({ filter: /[\\/]quarterlight\.js$/ }, async ({ path }) => ({ contents: await ownMarkupOnly(path), loader: "js" }));
    build.onLoad({ filter: /__wasm_split\.js$/ }, async () => ({ contents: partLoader(), loader: "js" }));
  },
};

const starts = {
  plugins: [glue],
  // wasm-bindgen imports the loader once for each part, always under the same name.
  logOverride: { "duplicate-object-key": "silent" },
};
const named = { WASM_FILE: JSON.stringify(`./${wasm.file}`), WASM_INTEGRITY: JSON.stringify(wasm.integrity) };

/** What the program draws for readers who do not have it yet, or cannot run it. */
async function drawWithoutBrowser() {
  const { outputFiles } = await esbuild.build({
    ...shared,
    ...starts,
    entryPoints: ["src/boot.js"],
    format: "iife",
    define: { ...named, "import.meta.url": "document.baseURI" },
  });
  return drawPages(staging, await readFile(join(staging, "index.html"), "utf8"), outputFiles[0].text);
}
const drawn = await drawWithoutBrowser();

const [boot, start, charts, style, later, noscript, makers] = await Promise.all([
  bundle("src/boot.js", "quarterlight", "js", { ...starts, format: "esm", target: BROWSERS, define: named }),
  // Plain old JavaScript: it detects browsers too old for the rest.
  bundle("src/start.js", "start", "js", { format: "iife", target: "es5" }),
  bundle("src/web/browser/charts.js", "charts", "js", { format: "esm", target: BROWSERS, plugins: [emptied] }),
  bundle("style/main.css", "main", "css", { target: BROWSERS, footer: { css: drawn.rules } }),
  bundle("style/later.css", "later", "css", { target: BROWSERS }),
  bundle("style/noscript.css", "noscript", "css", {}),
  bundle("style/makers.css", "makers", "css", { target: BROWSERS }),
]);
await writeFile(join(staging, "licences.txt"), await licences(charts.inputs));

// Trunk's own bindings for the whole program, which are not used.
await rm(join(staging, "quarterlight_bg.wasm"));
await rm(join(staging, "quarterlight.js"));
await rm(join(staging, "snippets"), { recursive: true, force: true });

/** The service worker, under a name that stays: browsers look there for the next version. It has the names of all files that never change. */
async function writeWorker() {
  const files = (await readdir(staging)).filter((name) => /-[0-9a-f]{12}\.(css|js|wasm)$/.test(name)).sort();
  await esbuild.build({
    ...shared,
    entryPoints: ["src/worker.js"],
    format: "iife",
    target: BROWSERS,
    banner: { js: `// Quarterlight, version ${hashOf(files.join("\n"))}` },
    define: { PROGRAM_FILES: JSON.stringify(files) },
    outdir: undefined,
    outfile: join(staging, "worker.js"),
    write: true,
  });
}

/**
 * The files that are named after their content, compressed as well as can be, beside them: scripts/serve.mjs and the samples in hosting/ send
 * these. No others: what may be replaced without a build, such as a quarter's data, must never be sent as it was before.
 */
async function writeCompressed() {
  if (!release) return;
  const names = (await readdir(staging)).filter((name) => /-[0-9a-f]{12}\.(css|js|wasm)$/.test(name));
  const write = async (name) => {
    const bytes = await readFile(join(staging, name));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(staging, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
    await writeFile(join(staging, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  };
  await Promise.all(names.map(write));
}

await writeWorker();
const list = parts.get("split_list");
await completePages(staging, release, drawn, { wasm, list, boot, start, charts, style, later, noscript, makers });
await writeCompressed();
