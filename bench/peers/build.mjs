// Knows: how the peers become folders that a server can hand out: as production builds, with the figures of a built page.
// Must not know: what is measured.

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const HERE = import.meta.dirname;
const OPTIONS = {
  bundle: true,
  format: "esm",
  minify: true,
  jsx: "automatic",
  // As old as the browsers that Quarterlight is for.
  target: ["chrome97", "firefox102", "safari16"],
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  write: false,
  outdir: "/",
};

/**
 * Names files after their content, as the server expects of what never changes, and compresses them as well as can be, as the build of
 * Quarterlight does. A file that names others comes after them.
 */
async function writeNamed(folder, files) {
  const names = new Map();
  for (const { path, text } of files) {
    const inside = [...names].reduce((so, [before, now]) => so.replaceAll(`"./${before}"`, `"./${now}"`), text);
    const digest = createHash("sha256").update(inside).digest("hex").slice(0, 12);
    const name = path.slice(1).replace(/\.(js|css)$/, `-${digest}.$1`);
    names.set(path.slice(1), name);
    await writeFile(join(folder, name), inside);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(inside));
    await writeFile(join(folder, `${name}.gz`), gzipSync(inside, { level: 9 }));
  }
  return names;
}

/**
 * Builds the Stack.
 * @param {string} dist the built page, for the data and the icon
 * @param {string} folder where it goes
 */
export async function buildStack(dist, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of ["data", "icons"]) await cp(join(dist, name), join(folder, name), { recursive: true });
  // Apart: cut into parts in one go, the program would have to wait for a small file of what its parts share.
  const parts = [["charts.js"], ["main.jsx", "style.css"]].map((names) =>
    build({ ...OPTIONS, entryPoints: names.map((name) => join(HERE, "stack", name)), external: ["./charts.js"] }),
  );
  const names = await writeNamed(
    folder,
    (await Promise.all(parts)).flatMap(({ outputFiles }) => outputFiles),
  );
  await writePage(folder, join(HERE, "stack/index.html"), {
    style: names.get("style.css"),
    program: names.get("main.js"),
  });
}

/** The page names its files, and the newest quarter, so that it is fetched while the program is. */
async function writePage(folder, template, words) {
  const { quarters } = JSON.parse(await readFile(join(folder, "data/catalogue.json"), "utf8"));
  const all = { ...words, report: `data/${quarters[0].file}?${quarters[0].sha256.slice(0, 12)}` };
  const page = await readFile(template, "utf8");
  await writeFile(
    join(folder, "index.html"),
    page.replace(/\{\{(\w+)\}\}/g, (_, word) => all[word]),
  );
}

/** Builds a page of libraries on their own: "grid" has AG Grid, "search" the searches. */
export async function buildLibraries(name, dist, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(dist, "data"), join(folder, "data"), { recursive: true });
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [join(HERE, name, "main.js")] });
  const names = await writeNamed(folder, outputFiles);
  await writePage(folder, join(HERE, name, "index.html"), { program: names.get("main.js") });
}
