// Knows: how samples become the tables of RESULTS.md, and whether a goal is met.
// Must not know: how anything was measured.

import { ROWS } from "./goals.mjs";
import { median, p95 } from "./statistics.mjs";

const SCALE = { ms: 1, kB: 1e-3, MB: 1e-6, "": 1 };

function write(number, unit) {
  const scaled = number * SCALE[unit];
  const digits = unit !== "" && scaled < 10 ? 1 : 0;
  const text = scaled.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return unit ? `${text} ${unit}` : text;
}

const cell = (samples, unit) =>
  samples?.length ? `${write(median(samples), unit)} (${write(p95(samples), unit)})` : "–";

/** What a row comes to: its ratios, its goals in words, and whether each is met; nothing without samples. */
export function judge(row, { quarterlight, stack, limit } = {}) {
  if (!quarterlight?.length) return null;
  const ours = median(quarterlight);
  const ratio = stack?.length ? ours / median(stack) : null;
  const ofLimit = limit?.length ? ours / median(limit) : null;
  const checks = [
    [row.atMost && ratio !== null, `≤ ${row.atMost}`, ratio <= row.atMost],
    [row.ofLimit && ofLimit !== null, `≤ ${row.ofLimit} × Limit`, ofLimit <= row.ofLimit],
    [row.most, `≤ ${row.most}`, ours <= row.most],
  ].filter(([is]) => is);
  const isMet = checks.length ? checks.every(([, , met]) => met) : null;
  return { ratio, ofLimit, goal: checks.map(([, words]) => words).join(", "), isMet };
}

const table = (heads, rows) =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/**
 * @param {object} about the machine, the versions, the date and how many runs
 * @param {Object<string, Object<string, number[]>>} samples by id and subject
 * @param {object} reasons by id: why a goal is missed, and what to try next; kept by hand
 */
export function writeReport(about, samples, reasons) {
  const measured = ROWS.map((row) => ({ row, of: samples[row.id], verdict: judge(row, samples[row.id]) })).filter(
    ({ verdict }) => verdict,
  );
  const rows = measured.map(({ row, of, verdict }) => {
    const ratio = verdict.ratio === null ? "–" : verdict.ratio.toFixed(2);
    const ofLimit = verdict.ofLimit === null ? "" : verdict.ofLimit.toFixed(2);
    const met = { true: "met", false: "**missed**", null: "" }[verdict.isMet];
    return [
      row.what,
      cell(of.quarterlight, row.unit),
      cell(of.stack, row.unit),
      ratio,
      cell(of.limit, row.unit),
      ofLimit,
      verdict.goal,
      met,
    ];
  });
  const missed = measured.filter(({ verdict }) => verdict.isMet === false);
  const why = missed.map(({ row }) => {
    const { reason = "not looked into yet", next = "–" } = reasons[row.id] ?? {};
    return [row.what, reason, next];
  });
  const goals = measured.filter(({ verdict }) => verdict.isMet !== null).length;
  const heads = ["what", "Quarterlight", "Stack", "ratio", "Limit", "of Limit", "goal", ""];
  return [
    "# Results",
    "",
    "Written by `scripts/bench`. Medians of all runs, with the 95th percentile in brackets. What is compared, and how: [peers/README.md](peers/README.md).",
    "",
    `- Date: ${about.date}`,
    `- Machine: ${about.machine}`,
    `- Versions: ${about.versions}`,
    `- Runs: ${about.runs}, interleaved`,
    "- Slow: a CPU 4 times slower, 1.6 Mbit/s, 150 ms. All in headless Chromium, each visit with an empty profile.",
    "",
    `${goals - missed.length} of ${goals} goals are met.`,
    ...(samples.failures ?? []).map((words) => `\nA run failed and is not in the table: ${words}`),
    "",
    table(heads, rows),
    "",
    ...(missed.length ? ["## Goals that are missed", "", table(["what", "why", "next idea"], why), ""] : []),
    ...noteSection(samples),
    ...librarySection(samples),
    ...gridSection(samples),
    ...largestSection(samples),
    ...profileSection(samples.profile),
  ].join("\n");
}

function noteSection({ notes }) {
  if (!notes?.length) return [];
  return [
    "## Searches that differ by design",
    "",
    "MiniSearch finds words that begin with the letters; Quarterlight finds letters anywhere in the text, and other forms of a word.",
    "",
    ...notes.map((words) => `- ${words}`),
    "",
  ];
}

function librarySection(samples) {
  const sizes = Object.keys(samples).filter((id) => id.startsWith("libraries-"));
  if (!sizes.length) return [];
  const names = Object.keys(samples[sizes[0]]);
  const rows = names.map((name) => [name, ...sizes.map((size) => cell(samples[size][name], "ms"))]);
  return [
    "## The libraries by themselves",
    "",
    "In the browser, without a page to draw; the search is for “school”, after the first run. The core of Quarterlight cannot be called",
    "from outside of its page: what its search takes there, with all that is drawn, is “key to paint” above.",
    "",
    table(["", ...sizes.map((size) => Number(size.slice(10)).toLocaleString("en-GB"))], rows),
    "",
  ];
}

function gridSection({ grid, "key-10000": keys }) {
  if (!grid) return [];
  const rows = [["AG Grid’s quick filter", cell(grid.keys, "ms")]];
  if (keys) rows.push(["Quarterlight", cell(keys.quarterlight, "ms")], ["Stack", cell(keys.stack, "ms")]);
  return ["## A key in a search at 10,000 measures, to paint", "", table(["", "taken"], rows), ""];
}

function largestSection({ largest }) {
  if (!largest) return [];
  const rows = Object.entries(largest).map(([subject, { load, filter, memory, failure }]) => [
    subject,
    failure ?? write(load, "ms"),
    filter ? write(filter, "ms") : failure ? "–" : "not seen to be answered",
    memory ? write(memory, "MB") : "–",
  ]);
  return [
    "## 100,000 measures",
    "",
    "Once, without commentary. From the address of the list to its first rows, then the filter of red measures.",
    "",
    table(["", "list is there", "status filter to paint", "memory"], rows),
    "",
  ];
}

function profileSection(profile) {
  if (!profile) return [];
  const steps = Object.entries(profile).flatMap(([step, { whole, categories, functions }]) => [
    `### ${step}`,
    "",
    `${write(whole, "ms")} of work on the main thread: ${categories.map(([name, time]) => `${name} ${write(time, "ms")}`).join(", ")}.`,
    "",
    table(
      ["function", "itself"],
      functions.map(([name, time]) => [`\`${name}\``, write(time, "ms")]),
    ),
    "",
  ]);
  return [
    "## Profile of the three costliest steps",
    "",
    "Of Quarterlight, once, on the fast connection. A release build keeps no names of wasm functions but numbers.",
    "",
    ...steps,
  ];
}
