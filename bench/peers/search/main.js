// Knows: how long the libraries take by themselves, without a page to draw: MiniSearch, uFuzzy, and crossfilter2 with its counts.
// Must not know: what they are compared with.

import uFuzzy from "@leeoniya/ufuzzy";
import { Selection } from "../stack/selection.js";

const report = await (await fetch(document.querySelector("link[data-report]").href)).json();
const NOTHING = { q: "", outcome: [], programme: [], status: [], short: [], long: [], aim: [] };

function time(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** @returns milliseconds by name, one sample each: `runs` are for the caller to repeat */
window.measureLibraries = (word) => {
  let selection;
  const samples = { "crossfilter2, begin": time(() => (selection = new Selection(report))) };
  samples["crossfilter2, filter and counts"] = time(() => selection.select({ ...NOTHING, status: ["red"] }));
  selection.select(NOTHING);
  samples["MiniSearch, begin"] = time(() => selection.index);
  samples["MiniSearch, search"] = time(() => selection.index.search(word, { prefix: true, combineWith: "AND" }));
  const texts = selection.rows.map(({ code, name, commentary }) => [code, name, ...commentary].join("\n"));
  const fuzzy = new uFuzzy();
  samples["uFuzzy, search"] = time(() => fuzzy.search(texts, word, 0, 1_000));
  return samples;
};
