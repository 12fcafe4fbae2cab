// Makes a newer version of the built page in a folder: every part of the program has changed, one of its sentences too, and so have the
// names that follow from that, wherever they are.
// usage: node publish-newer.mjs FOLDER

import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
/** What the page says in its footer, version by version: of one length, or the program would no longer find its words. */
const SAYS = ["Use Quarterlight for your council", "A second version of this web page", "A third version of this web page "];
const files = await readdir(folder);
const digest = (bytes, form) => createHash("sha256").update(bytes).digest(form);

/** The words that name the old files, and those that name the new ones. */
const changes = [];

async function change(name, edit) {
  const before = await readFile(join(folder, name));
  const after = edit(before);
  if (before.equals(after)) throw new Error(`${name} is as before`);
  const newName = name.replace(/-[0-9a-f]{12}\./, `-${digest(after, "hex").slice(0, 12)}.`);
  await writeFile(join(folder, newName), after);
  if (newName !== name) await rm(join(folder, name));
  changes.push([name, newName], [digest(before, "base64"), digest(after, "base64")]);
}

const renamed = (bytes) => Buffer.from(changes.reduce((text, [from, to]) => text.replaceAll(from, to), bytes.toString()));

function reworded(bytes) {
  const now = SAYS.findIndex((words) => bytes.includes(words));
  if (now < 0 || now + 1 >= SAYS.length) throw new Error(`the program says none of: ${SAYS.slice(0, -1).join("; ")}`);
  const copy = Buffer.from(bytes);
  copy.write(SAYS[now + 1], bytes.indexOf(SAYS[now]));
  return copy;
}

const built = (start, end) => files.filter((name) => name.startsWith(start) && name.endsWith(end));
// A section that no program reads.
for (const name of built("part-", ".wasm")) await change(name, (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 97])]));
for (const name of built("quarterlight-", ".wasm")) await change(name, reworded);
for (const name of built("quarterlight-", ".js")) await change(name, renamed);
for (const name of ["index.html", "worker.js"]) await change(name, renamed);
