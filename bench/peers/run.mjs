// Knows: which pieces are to be measured, and where samples and results are kept between them.
// Must not know: how any of them is measured.
// usage: node bench/peers/run.mjs [--dist dist] [--runs 15] [--only loading,memory] [--measures 32,1000] [--into target/bench] [--results FILE] [--core FILE]

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Reader } from "./run/browser.mjs";
import { writeReport } from "./run/report.mjs";
import { Sites, TASKS } from "./run/tasks.mjs";

const root = resolve(import.meta.dirname, "../..");
const text = (value) => ({ type: "string", default: value });
const { values: asked } = parseArgs({
  options: {
    dist: text("dist"),
    runs: text("15"),
    only: text(Object.keys(TASKS).join()),
    measures: text("32,1000,5000,10000"),
    into: text("target/bench"),
    results: text("bench/RESULTS.md"),
    core: text("target/bench/core.txt"),
  },
});
const runs = Number(asked.runs);
const lengths = asked.measures.split(",").map(Number);
const into = resolve(root, asked.into);
const kept = join(into, "samples.json");
const json = async (file) => JSON.parse(await readFile(file, "utf8").catch(() => "{}"));

/** The samples of earlier pieces stay; those of a piece that is measured anew give way. */
const samples = await json(kept);
const fresh = new Set();
const add = (id, subject, some) => {
  if (!fresh.has(`${id} ${subject}`)) (samples[id] ??= {})[subject] = [];
  fresh.add(`${id} ${subject}`);
  samples[id][subject].push(...some);
};

/** A run that fails is told, and the others go on. */
const attempt = async (work, subject) => {
  try {
    for (const [id, some] of Object.entries(await work())) add(id, subject, [some].flat());
  } catch ({ message }) {
    say(`  FAILED: ${subject}: ${message}`);
    (samples.failures ??= []).push(`${subject}: ${message}`);
  }
};

const say = (words) => console.log(words);
const fail = (words) => {
  throw new Error(words);
};
const put = (id, all) => (samples[id] = all);

await mkdir(into, { recursive: true });
const sites = new Sites(resolve(root, asked.dist), into);
try {
  for (const name of asked.only.split(",")) {
    if (!TASKS[name]) fail(`There is no piece called ${name}; there are ${Object.keys(TASKS).join(", ")}.`);
    const begun = Date.now();
    say(`${name} ...`);
    await TASKS[name]({ sites, runs, lengths, add, attempt, say, fail, put });
    await writeFile(kept, JSON.stringify(samples));
    say(`${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }
} finally {
  await sites.stop();
}

// What cargo's bench has printed: the time of a filter is in the fourth column.
const core = /^\s*100000\s+(?:\S+\s+){2}(\d[\d.]*)(ns|µs|ms)/m.exec(
  await readFile(resolve(root, asked.core), "utf8").catch(() => ""),
);
if (core) (samples["core-filter"] ??= {}).quarterlight = [Number(core[1]) * { ns: 1e-6, µs: 1e-3, ms: 1 }[core[2]]];

const reasons = await json(join(import.meta.dirname, "reasons.json"));
const results = resolve(root, asked.results);
await mkdir(dirname(results), { recursive: true });
await writeFile(results, writeReport(await about(), samples, reasons));
say(`The results are in ${asked.results}.`);

async function about() {
  const reader = await Reader.start();
  const browser = await reader.browser.version();
  await reader.close();
  const { dependencies } = await json(join(import.meta.dirname, "package.json"));
  const names = [
    "react",
    "@tanstack/react-table",
    "@tanstack/react-virtual",
    "crossfilter2",
    "minisearch",
    "@leeoniya/ufuzzy",
    "ag-grid-community",
    "echarts",
  ];
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
    versions: [browser, `Node ${process.version}`, ...names.map((name) => `${name} ${dependencies[name]}`)].join(", "),
    runs,
  };
}
