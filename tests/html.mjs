// Checks HTML files by the rules of the HTML standard (html-validate, with the settings in .htmlvalidate.mjs), and prints each fault
// with its rule and place. Exits with 1 if there is any, or nothing to check.
// usage: node tests/html.mjs FOLDER [--rendered]
// --rendered: the files were saved from a browser while the page ran in it, so what they have for readers without scripts does not count.

import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import config from "../.htmlvalidate.mjs";

const words = process.argv.slice(2);
const rendered = words.includes("--rendered");
const [folder] = words.filter((word) => !word.startsWith("--"));
if (!folder) {
  console.error("usage: node tests/html.mjs FOLDER [--rendered]");
  process.exit(1);
}

/** A page as those readers get it that this run is about. The lines keep their numbers. */
const asRead = (html) =>
  rendered ? html.replace(/<noscript>[^]*?<\/noscript>/g, (text) => text.replace(/[^\n]/g, "")) : html;

/** Roles that the rule about native elements and roles need not report, since a table has them for a reason. */
const OF_A_TABLE = /^Redundant role "(table|rowgroup|row|columnheader|rowheader|cell)"/;

/** Whether a message is about a fault. The rest cannot be told apart by settings. */
function isFault({ ruleId, message, selector }) {
  // On narrow pages a table is shown as cards, by styles that make browsers forget that it is a table: its roles are written out.
  if (ruleId === "no-redundant-role") return !OF_A_TABLE.test(message);
  // Of several <main> elements one is shown, and the others are hidden: "no-multiple-main" sees to that.
  if (ruleId === "unique-landmark") return !/(^|[ >])main$|^#(main|no-wasm|wasm-forbidden|load-failed|program-stopped)$/.test(selector ?? "");
  return true;
}

const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
if (files.length === 0) {
  console.error(`There is no HTML file in ${folder}.`);
  process.exit(1);
}

const validator = new HtmlValidate(new StaticConfigLoader(config));
let faults = 0;
for (const name of files) {
  const path = join(folder, name);
  const { results } = await validator.validateString(asRead(await readFile(path, "utf8")), resolve(path));
  for (const { messages } of results) {
    for (const fault of messages.filter(isFault)) {
      faults += 1;
      console.error(`${relative(".", path)}:${fault.line}:${fault.column}: ${fault.ruleId}: ${fault.message} (${fault.selector ?? "page"})`);
    }
  }
}
if (faults > 0) {
  console.error(`${faults} faults in ${files.length} files.`);
  process.exit(1);
}
console.log(`${files.length} files, no fault.`);
