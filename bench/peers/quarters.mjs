// Opens what changed on a site of 40 quarters of 500 measures, and says what is fetched for it and how long the page takes.
// usage: node bench/peers/quarters.mjs [--dist dist] [--quarters 40] [--measures 500] [--runs 5]
// The made-up council's latest quarter is copied: measures with codes of their own, figures by a fixed seed. `publish` does the rest.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { Reader } from "./run/browser.mjs";
import { Site } from "./run/serve.mjs";

const options = { dist: "dist", quarters: "40", measures: "500", runs: "5" };
for (let at = 2; at < process.argv.length; at += 2) options[process.argv[at].slice(2)] = process.argv[at + 1];
const [QUARTERS, MEASURES, RUNS] = [options.quarters, options.measures, options.runs].map(Number);
const ROOT = new URL("../..", import.meta.url).pathname;
const SITE = join(ROOT, "target/bench/quarters");
const LATEST = { year: 2024, quarter: 3 };

let seed = 20241231;
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

/** The id of the quarter that is so many before the latest. */
function period(before) {
  const index = LATEST.year * 4 + LATEST.quarter - 1 - before;
  const year = Math.floor(index / 4);
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}-q${(index % 4) + 1}`;
}

/** A quarter of as many measures, whose figures are all given, and none of an earlier period. */
function quarter(source, before) {
  const report = structuredClone(source);
  Object.assign(report, { id: period(before), period: period(before), corrections: [], ended_measures: [] });
  const programmes = report.outcomes.flatMap((outcome) => outcome.programmes);
  const originals = programmes.map((programme) => programme.measures);
  programmes.forEach((programme) => (programme.measures = []));
  for (let made = 0; made < MEASURES; ) {
    for (const [at, measures] of originals.entries()) {
      for (const measure of measures) {
        if (made === MEASURES) break;
        const copy = structuredClone(measure);
        copy.code = `${measure.code}.${made}`;
        copy.reporting_period = period(before);
        copy.value = { number: (40 + 60 * random()).toFixed(1) };
        copy.status = ["green", "green", "green", "amber", "red"][Math.floor(5 * random())];
        for (const key of ["history", "formerly", "related", "period_note", "benchmarks", "ranks"]) delete copy[key];
        programmes[at].measures.push(copy);
        made += 1;
      }
    }
  }
  for (const programme of programmes) delete programme.published_summary;
  return report;
}

rmSync(SITE, { recursive: true, force: true });
cpSync(join(ROOT, options.dist), SITE, { recursive: true });
const data = join(SITE, "data");
rmSync(data, { recursive: true });
mkdirSync(data);
const source = JSON.parse(readFileSync(join(ROOT, `public/examples/quarters/fairhaven-${period(0)}.json`), "utf8"));
for (let before = 0; before < QUARTERS; before += 1) {
  writeFileSync(join(data, `bench-${period(before)}.json`), JSON.stringify(quarter(source, before)));
}
execFileSync("cargo", ["run", "--quiet", "--locked", "--bin", "publish", "--", data], { cwd: ROOT, stdio: "inherit" });
const figures = join(data, `bench-${period(1)}.figures.json`);
console.log(
  `${QUARTERS} quarters of ${MEASURES} measures; the figures of one: ${statSync(figures).size} bytes, ` +
    `${brotliCompressSync(readFileSync(figures)).length} in brotli`,
);

const site = await Site.start(SITE);
await site.warm();
const rows = [];
for (let run = 0; run < RUNS; run += 1) {
  const reader = await Reader.start();
  await reader.page.goto(`${site.address}?quarter=${period(0)}`, { waitUntil: "networkidle0" });
  rows.push(await reader.page.evaluate(openChanges));
  if (reader.failures.length > 0) throw new Error(reader.failures.join("\n"));
  await reader.browser.close();
}
await site.stop();
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
for (const key of Object.keys(rows[0])) {
  const values = rows.map((row) => row[key]);
  console.log(`${key}: median ${median(values).toFixed(1)}, from ${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`);
}

/** On the page: follows the link to the changes twice, at first fetching what they need, and times both until they are painted. */
async function openChanges() {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  const longest = () => Math.max(0, ...tasks.splice(0).map((task) => task.duration));
  const follow = async (words, is) => {
    const links = [...document.querySelectorAll("nav[aria-label=Views] a")];
    const begun = performance.now();
    links.find((one) => one.textContent.trim().startsWith(words)).click();
    while (!is()) await painted();
    await painted();
    const time = performance.now() - begun;
    await wait(500);
    return time;
  };
  const isOpen = () => document.querySelector("#counts") !== null;
  // The checks and what is kept for later are not what is timed.
  await wait(3000);
  longest();
  const known = performance.getEntriesByType("resource").length;
  const result = { "what changed, for the first time, ms": await follow("Changes", isOpen) };
  result["longest task of that, ms (0: none is over 50)"] = longest();
  const fetched = performance.getEntriesByType("resource").slice(known);
  result["fetched for that, bytes"] = fetched.reduce((sum, one) => sum + one.encodedBodySize, 0);
  await follow("Overview", () => !isOpen());
  longest();
  result["what changed, again, ms"] = await follow("Changes", isOpen);
  result["longest task of that again, ms (0: none is over 50)"] = longest();
  result["changes listed"] = document.querySelectorAll(".changes > li").length;
  return result;
}
