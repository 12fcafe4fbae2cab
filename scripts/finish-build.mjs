// Trunk runs this after its own steps, on the folder that will become dist/ (see Trunk.toml).
// It cuts the program into parts, bundles the scripts and the style sheets, names every file after its content and completes
// the pages. Whatever names a script, a style sheet or a part of the program also says what is in it (subresource integrity), so
// that a browser uses the file only as it was built. The service worker gets the list of these files.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { drawPages } from "./draw-pages.mjs";
import { INLINE_SCRIPT, POLICY } from "./policy.mjs";
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
const parts = new Map();
for (const [name, bytes] of program.parts) {
  // "chunk_7" holds what several parts need but the program itself does not.
  const file = hashed(name.replace("split_", "part-").replace("chunk_", "part-shared-"), "wasm", bytes);
  parts.set(name, { file, integrity: integrityOf(bytes) });
  await writeFile(join(staging, file), bytes);
}

/** The script that fetches the parts, by their current names and in a way that works on any host. */
async function partLoader() {
  let script = await readFile(program.loader, "utf8");
  for (const [name, { file, integrity }] of parts) {
    const words = [`./${file}`, integrity].map((word) => JSON.stringify(word));
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
    build.onLoad({ filter: /__wasm_split\.js$/ }, async () => ({ contents: await partLoader(), loader: "js" }));
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

/** Replaces the source files that a page names with the addresses of built files, and adds what must be in those. */
function point(name, page, files) {
  return Object.entries(files).reduce((text, [source, { file, integrity }]) => {
    if (!text.includes(`="${source}"`)) throw new Error(`${name} does not name ${source}`);
    const stated = (attribute) => (integrity ? ` ${attribute}="${integrity}"` : "");
    return text
      .replaceAll(`content="${source}"`, `content="./${file}"${stated("data-integrity")}`)
      .replaceAll(`="${source}"`, `="./${file}"${stated("integrity")}`);
  }, page);
}

const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Gives readers without scripts the reports of the catalogue as plain links. */
async function withReports(page) {
  const { quarters } = JSON.parse(await readFile(join(staging, "data/catalogue.json"), "utf8"));
  const links = quarters.map(({ title, file, council }) => {
    const website = council.website ? `<a href="${escaped(council.website)}">${escaped(council.name)}</a>` : escaped(council.name);
    return `<li>${website}: <a href="data/${escaped(file)}">${escaped(title)}</a></li>`;
  });
  if (!page.includes("<!-- reports -->")) throw new Error("index.html has no place for the links to the reports");
  return page.replaceAll("<!-- reports -->", () => links.join("\n"));
}

/** Puts words in the one place that a page has for them. */
function fill(page, place, words) {
  if (page.split(place).length !== 2) throw new Error(`A page must have ${place} exactly once`);
  return page.replace(place, () => words);
}

/** Said at the head of the first screen to readers who have no more than that. */
const WITHOUT_SCRIPTS = `<noscript><p class="notice">Search, filters and charts need JavaScript, because your own device works everything
out: nothing is sent to a server. JavaScript is switched off in your browser, or blocked on this site. Here is the newest quarter as it was
published; <a href="report.html">every figure with all commentary</a> is on a page of its own.</p></noscript>`;

/** index.html with what its program draws first, and with every measure for readers without scripts. */
function withFirstScreen(page) {
  const main = '<main id="main" tabindex="-1">';
  page = fill(page, "<!-- first screen -->", fill(drawn.firstScreen, main, main + WITHOUT_SCRIPTS));
  page = fill(page, "<!-- measures -->", drawn.measures);
  page = fill(page, 'data-first-screen=""', `data-first-screen="${escaped(drawn.parts.join("&"))}"`);
  page = fill(page, '<script src="src/asked-for.js"></script>', `<script>${INLINE_SCRIPT}</script>`);
  return fill(page, "<title>Quarterlight</title>", `<title>${escaped(drawn.title)}</title>`);
}

/** report.html with the whole quarter. */
function withReport(page) {
  page = fill(page, "<!-- report -->", drawn.report);
  return fill(page, "<title>Quarterlight</title>", `<title>${escaped(drawn.reportTitle)}</title>`);
}

/** A page without the one script that may stand in it, since the policy states its digest. */
const withoutInlineScript = (page) => page.replace(`<script>${INLINE_SCRIPT}</script>`, "");

/** Completes a page with the addresses of built files and the policy; checks that it follows the policy and names only files that exist. */
async function finish(name, files, complete = (page) => page) {
  let page = await complete(point(name, await readFile(join(staging, name), "utf8"), files));
  // Removes Trunk's instructions and the notes for developers.
  page = page
    .replace(/<link data-trunk[^>]*>/g, "")
    .replace(/<!--[^]*?-->/g, "")
    .replace(/\n(?:[ \t]*\n)+/g, "\n");

  if (release) {
    // First in the head, since the policy only applies to what comes after it. `trunk serve` puts an inline script
    // into its debug builds to reload the page, so those have no policy.
    const charset = '<meta charset="utf-8">';
    if (page.split(charset).length !== 2) throw new Error(`${name} must have ${charset} exactly once`);
    page = page.replace(charset, `${charset}\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`);

    for (const [what, pattern] of [
      ["an inline script", /<script(?![^>]*\ssrc=)[^>]*>/i],
      ["an inline style sheet", /<style[\s>]/i],
      ["a style attribute", /<[^>]+\sstyle=/i],
      ["an event handler attribute", /<[^>]+\son[a-z]+=/i],
    ]) {
      const found = pattern.exec(withoutInlineScript(page));
      if (found) throw new Error(`${name} has ${what}, which its content security policy forbids: ${found[0]}`);
    }
  }
  await writeFile(join(staging, name), page);

  // Everything that the page names must be in the folder.
  for (const [, address] of page.matchAll(/(?:href|src|content)="\.\/([^"?#]+)/g)) {
    if (!existsSync(join(staging, address))) {
      throw new Error(`${name} names ./${address}, which is not in ${relative(root, staging)}`);
    }
  }
  const bare = /<(?:script|link rel="(?:stylesheet|modulepreload)")(?![^>]*\sintegrity=)[^>]*>/.exec(withoutInlineScript(page));
  if (bare) throw new Error(`${name} does not say what must be in the file that this names: ${bare[0]}`);
}

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

await writeWorker();
await finish(
  "index.html",
  {
    // Without: Chromium ignores it for what is preloaded for fetch, and complains. src/boot.js has it.
    "quarterlight_bg.wasm": { file: wasm.file },
    "src/boot.js": boot,
    "src/start.js": start,
    "src/web/browser/charts.js": charts,
    "style/main.css": style,
    "style/later.css": later,
    "style/noscript.css": noscript,
  },
  async (page) => withFirstScreen(await withReports(page)),
);
await finish("report.html", { "../style/main.css": style, "../style/later.css": later }, withReport);
for (const name of ["makers.html", "accessibility.html"]) {
  await finish(name, { "../style/main.css": style, "../style/makers.css": makers });
}
