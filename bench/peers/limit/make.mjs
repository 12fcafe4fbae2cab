// Knows: how the first screen becomes static HTML: what is in the built page, without any program.
// Must not know: what is on it.

import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Elements that belong to the program, or stand in for it. */
const PROGRAM = [
  /<script\b[^>]*>.*?<\/script>\s*/gs,
  / data-(?:program|newest|also|first-screen)="[^"]*"/g,
  /<noscript>.*?<\/noscript>\s*/gs,
  /<meta name="quarterlight-[^>]*>\s*/g,
  /<main id="[^"]*" class="failure".*?<\/main>\s*/gs,
  /<p (?:id="loading"|id="late"|class="late)[^>]*>.*?<\/p>\s*/gs,
];

/**
 * Makes the Limit: no page with these words, figures and style can be there sooner.
 * @param {string} dist the built page
 * @param {string} folder where it goes
 */
export async function makeLimit(dist, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(dist, "icons"), join(folder, "icons"), { recursive: true });
  const page = await readFile(join(dist, "index.html"), "utf8");
  const bare = PROGRAM.reduce((left, pattern) => left.replace(pattern, ""), page)
    // A script sets this class for the address of the first screen.
    .replace(/<html\b/, '<html class="at-first-screen"');
  if (/<script|preload|\.wasm/.test(bare)) throw new Error("The Limit still has something of the program.");
  if (!bare.includes('class="figures"')) throw new Error("The Limit has no first screen.");
  await writeFile(join(folder, "index.html"), bare);
  // With the compressed copies beside them.
  for (const name of await readdir(dist)) {
    const [style] = /^.*\.css/.exec(name) ?? [];
    if (style && bare.includes(style)) await cp(join(dist, name), join(folder, name));
  }
}
