// Knows: what the pages must agree on before any of them is timed: rows, counts and searches.
// Must not know: how long anything takes.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Reader, pause } from "./browser.mjs";
import { TYPED } from "./interaction.mjs";
import * as find from "./pages.mjs";

/** What both are asked. With a search, only words for which both kinds of search mean the same. */
const QUESTIONS = [
  "",
  "&status=red",
  "&status=green&status=amber",
  "&outcome=resilient-families",
  "&outcome=resilient-families&status=red",
  "&programme=high-quality-education-provision-for-all&long=deteriorating",
  "&short=improving&aim=minimise",
  "&status=amber&long=static",
  ...["school", "ofsted", "care", "dementia", "PH23", "breastfeeding", "young people", "zebra"].map(
    (word) => `&q=${encodeURIComponent(word)}`,
  ),
  "&q=school&status=red",
];
/**
 * Words that the two searches take differently, which is no fault of either: MiniSearch finds words that begin with the letters, and
 * Quarterlight letters anywhere in the text, and other forms of a word.
 */
const DIFFERENT = ["s", "inspection", "ment", "23"];

/** Asks both for the same. @returns {Promise<{differences: string[], notes: string[]}>} */
export async function compare(quarterlight, stack) {
  const differences = [];
  const notes = [];
  const of = async (site) => {
    // So high that every row of the list is in the window, and so drawn.
    const reader = await Reader.start(site, { height: 4_000 });
    const answers = [];
    await reader.open(site.address);
    const counts = await reader.until("The overview", find.statusCounts);
    answers.push({ question: "overview", words: "", codes: "", counts, found: 0 });
    for (const question of [...QUESTIONS, ...DIFFERENT.map((word) => `&q=${word}`)]) {
      await reader.open(`${site.address}?view=measures${question}`);
      await reader.until(
        "The list",
        "document.querySelector('#app .showing')?.textContent.startsWith('Showing') && document.readyState === 'complete'",
      );
      await pause(150);
      const { words } = await reader.page.evaluate(find.listNow);
      const codes = await reader.page.evaluate(find.listCodes);
      const counts = await reader.page.evaluate(find.facetCounts);
      answers.push({ question, words, codes: codes.join(", "), counts: counts.join("\n"), found: codes.length });
    }
    await reader.close();
    return answers;
  };
  const [ours, theirs] = [await of(quarterlight), await of(stack)];
  for (const [at, one] of ours.entries()) {
    const other = theirs[at];
    const different = at - 1 - QUESTIONS.length;
    if (different >= 0) {
      if (one.codes !== other.codes)
        notes.push(`“${DIFFERENT[different]}”: Quarterlight finds ${one.found}, MiniSearch ${other.found}`);
      continue;
    }
    for (const what of ["words", "codes", "counts"]) {
      if (one[what] === other[what]) continue;
      const isOther = (_, line) => one[what].split("\n")[line] !== other[what].split("\n")[line];
      const told = (answer) => answer[what].split("\n").filter(isOther).join(" ");
      differences.push(
        `${one.question || "(all)"}: ${what}\n  Quarterlight: ${told(one)}\n  Stack:        ${told(other)}`,
      );
    }
  }
  return { differences, notes };
}

/**
 * What a site's list must show at each step that is timed. The rows come from the export, and so do their counts; what each key finds
 * is the page's own, read before anything is timed.
 */
export async function expect(site) {
  const { quarters } = JSON.parse(await readFile(join(site.folder, "data/catalogue.json"), "utf8"));
  const report = JSON.parse(await readFile(join(site.folder, "data", quarters[0].file), "utf8"));
  const measures = report.outcomes.flatMap((outcome) => outcome.programmes.flatMap((programme) => programme.measures));
  const showing = (some) => ({ words: `Showing ${some.length} of ${measures.length} measures`, code: some[0].code });
  const expected = {
    all: showing(measures),
    red: showing(measures.filter(({ status }) => status === "red")),
    measure: measures.find(hasChart),
    keys: [],
  };
  return expected;
}

/** Whether both pages draw a line of it: from at least two numbers of its own. */
function hasChart({ value, history = [] }) {
  return !value.missing && history.some((one) => one.period && !one.series && !one.value.missing);
}

/** Adds what the list shows after each key. */
export async function readKeys(site, expected) {
  const reader = await Reader.start(site);
  for (const [at] of [...TYPED].entries()) {
    await reader.open(`${site.address}?view=measures&q=${TYPED.slice(0, at + 1)}`);
    await reader.until("The list", "document.querySelector('#app .showing')?.textContent.startsWith('Showing')");
    await pause(300);
    expected.keys.push(await reader.page.evaluate(find.listNow));
  }
  await reader.close();
}
