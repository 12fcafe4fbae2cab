// Makes docs/EVIDENCE.md of what a whole run of scripts/test printed, with all engines.
// usage: node scripts/evidence.mjs FOLDER   (one file for each part of the run, named after it)

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = process.argv[2];
const ENGINES = ["Chromium", "Firefox", "WebKit"];

const texts = new Map();
for (const name of await readdir(folder)) texts.set(name.replace(/\.log$/, ""), await readFile(join(folder, name), "utf8"));

/** The tests that a runner of cargo counted in a part of the run. */
function counted(part) {
  const results = [...(texts.get(part) ?? "").matchAll(/test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/g)];
  const sum = (at) => results.reduce((total, result) => total + Number(result[at]), 0);
  return results.length ? { passed: sum(1), failed: sum(2), ignored: sum(3) } : undefined;
}

/** What the tests of an engine saw of something: each line's own words. */
function seen(what, engine) {
  const start = `evidence: ${what} | ${engine} | `;
  const lines = (texts.get(`Tests in ${engine}`) ?? "").split("\n").map((line) => line.replace(/^.*?(?=evidence: )/, ""));
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (heads, rows) => [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");

/** The sum of the numbers in front of a word, over all lines. */
const sum = (lines, word) =>
  lines.reduce((total, line) => total + Number(new RegExp(`(\\d[\\d,]*) ${word}`).exec(line)?.[1].replaceAll(",", "") ?? 0), 0);

const missing = ENGINES.filter((engine) => !counted(`Tests in ${engine}`));
if (missing.length) {
  console.error(`docs/EVIDENCE.md stays as it is: this run had no tests in ${missing.join(" and ")}.`);
  process.exit(1);
}

const perEngine = (cell) => ENGINES.map(cell);
const inBrowsers = table(
  ["in browsers", ...ENGINES],
  [
    ["scenarios that passed", ...perEngine((engine) => counted(`Tests in ${engine}`).passed)],
    ["scenarios that failed", ...perEngine((engine) => counted(`Tests in ${engine}`).failed)],
    ["axe-core: states looked at", ...perEngine((engine) => sum(seen("axe", engine), "states"))],
    ["axe-core: violations", ...perEngine((engine) => sum(seen("axe", engine), "violations"))],
    ["axe-core: undecided, each with a verdict", ...perEngine((engine) => sum(seen("axe", engine), "incomplete"))],
    ["faults put in, each with a way on", ...perEngine((engine) => new Set(seen("injection", engine)).size)],
    [
      "complaints in the console that no scenario expects, breaches of the policy among them",
      ...perEngine((engine) => (engine === "WebKit" ? "its driver has no log" : counted(`Tests in ${engine}`).failed ? "see the run" : 0)),
    ],
    ["requests to other sites", ...perEngine((engine) => (counted(`Tests in ${engine}`).failed ? "see the run" : 0))],
  ],
);

const without = ENGINES.flatMap((engine) => {
  const things = new Map();
  for (const line of seen("goes without", engine)) {
    const [what, scenario] = line.split(" | ");
    things.set(what, (things.get(what) ?? new Set()).add(scenario));
  }
  return [...things].map(([what, scenarios]) => [engine, what, scenarios.size]);
});

const native = counted("Tests");
const hostile = (texts.get("Hostile inputs") ?? "").split("\n").filter((line) => line.startsWith("hostile: "));
const html = ENGINES.flatMap((engine) => seen("html-validate", engine).map((line) => `in ${engine}: ${line}`));

const page = `# Evidence

What \`scripts/test --all\` saw when it was last run, each engine by itself. It writes this page; nobody else does.

${inBrowsers}

A scenario fails by itself if a page complains in the console, breaks the content security policy or asks another site for
anything, so a count of 0 in the last two rows stands for all scenarios.

${without.length ? `Some scenarios go without what an engine, or the program that drives it, does not have, and check the rest:\n\n${table(["engine", "without", "scenarios"], without)}` : ""}

## Without a browser

- Tests of the core: ${native ? `${native.passed} passed, ${native.failed} failed` : "not run"}.
${hostile.map((line) => `- Hostile inputs: ${line.slice("hostile: ".length)}`).join("\n")}
${html.map((line) => `- html-validate on the pages as a browser has them, ${line}.`).join("\n")}
`;
await mkdir(join(root, "docs"), { recursive: true });
await writeFile(join(root, "docs/EVIDENCE.md"), page.replace(/\n{3,}/g, "\n\n"));
console.log("docs/EVIDENCE.md is written.");
