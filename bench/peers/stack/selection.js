// Knows: which rows filters and search leave, and how many each further choice would leave.
// Must not know: how any of it is shown.

import crossfilter from "crossfilter2";
import MiniSearch from "minisearch";
import { AIMS, TRENDS, rowsOf, slug } from "./report.js";

export const FACETS = ["outcome", "programme", "status", "short", "long", "aim"];

export class Selection {
  constructor(report) {
    this.report = report;
    this.rows = rowsOf(report);
    this.byCode = new Map(this.rows.map((row) => [row.code, row]));
    this.labels = labelsOf(report, this.rows);
    this.records = crossfilter(this.rows);
    this.dimensions = {};
    this.counts = {};
    for (const facet of FACETS) {
      this.dimensions[facet] = this.records.dimension((row) => row.choices[facet]);
      this.counts[facet] = this.dimensions[facet].group();
    }
    this.found = this.records.dimension((row) => row.id);
    this.applied = {};
  }

  /** Built when the browser is idle, or with the first search. */
  get index() {
    if (!this.built) {
      this.built = new MiniSearch({ fields: ["code", "name", "text"], idField: "id", storeFields: [] });
      this.built.addAll(
        this.rows.map(({ id, code, name, commentary }) => ({ id, code, name, text: commentary.join("\n") })),
      );
    }
    return this.built;
  }

  /** @returns {{rows: object[], counts: Object<string, Map<string, number>>}} for a state of the address */
  select(state) {
    for (const facet of FACETS) {
      const key = state[facet].join();
      if (this.applied[facet] === key) continue;
      this.applied[facet] = key;
      const chosen = new Set(state[facet]);
      if (chosen.size === 0) this.dimensions[facet].filterAll();
      else if (chosen.size === 1) this.dimensions[facet].filterExact(state[facet][0]);
      else this.dimensions[facet].filterFunction((choice) => chosen.has(choice));
    }
    const search = state.q.trim();
    if (this.applied.q !== search) {
      this.applied.q = search;
      if (search === "") this.found.filterAll();
      else {
        const hits = this.index.search(search, { prefix: true, combineWith: "AND" });
        const ids = new Set(hits.map(({ id }) => id));
        this.found.filterFunction((id) => ids.has(id));
      }
    }
    const counts = {};
    for (const facet of FACETS) counts[facet] = new Map(this.counts[facet].all().map(({ key, value }) => [key, value]));
    return { rows: this.records.allFiltered(), counts };
  }
}

/** For each facet its choices in order, with their labels. */
function labelsOf(report, rows) {
  // The three that every report has, and those that occur.
  const isUsed = ({ status }) =>
    ["green", "amber", "red"].includes(status) || rows.some((row) => row.status === status);
  const named = (names) => new Map(names.map((name) => [slug(name), name]));
  return {
    outcome: named(report.outcomes.map((one) => one.name)),
    programme: named(report.outcomes.flatMap((one) => one.programmes.map((programme) => programme.name))),
    status: new Map(report.rules.statuses.filter(isUsed).map(({ status, label }) => [status, label])),
    short: new Map(Object.entries(TRENDS)),
    long: new Map(Object.entries(TRENDS)),
    aim: new Map(Object.entries(AIMS)),
  };
}

/** How many rows have each status, and each long trend. */
export function tally(rows, facet) {
  const counts = new Map();
  for (const row of rows) counts.set(row.choices[facet], (counts.get(row.choices[facet]) ?? 0) + 1);
  return counts;
}
