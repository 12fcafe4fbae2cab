// Knows: what a reader does in the list and around it, and how long each step takes until it is painted.
// Must not know: which of the pages it is, or what the times are compared with.

import { Reader, pause } from "./browser.mjs";
import * as find from "./pages.mjs";

/** What is typed, a letter at a time. */
export const TYPED = "school";
/** After what a step does later, such as measuring rows, the next begins. In milliseconds. */
const SETTLED = 400;

/** A page with the whole list, once it does nothing more; `shownAfter` has the milliseconds until the list was painted. */
export async function openList(site, answers, how) {
  const reader = await Reader.start(site, how);
  try {
    const list = await reader.watchFromStart("list", find.listShows, answers.all.words, answers.all.code);
    await reader.open(`${site.address}?view=measures`);
    const { at, origin } = await list.promise;
    reader.shownAfter = at - origin;
    await quiet(reader);
    return reader;
  } catch (error) {
    // The page may say what is wrong.
    const said = await Promise.race([
      reader.page.evaluate("document.querySelector('main')?.innerText.slice(0, 300)"),
      pause(5_000),
    ]);
    await reader.close();
    throw new Error(`${error.message} The page says: ${said?.replace(/\s+/g, " ") ?? "nothing"}`);
  }
}

/** Waits until the page has fetched all that it fetches, and the browser is idle. */
async function quiet(reader) {
  let before = -1;
  while (before !== reader.network.requests.size) {
    before = reader.network.requests.size;
    await pause(1_000);
  }
  await reader.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })));
  await pause(SETTLED);
}

async function step(reader, samples, id, act, test, ...words) {
  const taken = await reader.time(id, act, test, ...words);
  if (samples) (samples[id] ??= []).push(taken);
  await pause(SETTLED);
}

/**
 * @param {{all: object, red: object, keys: object[]}} answers what the list shows with all measures, red ones, and after each key
 * @param {number} measures
 * @returns {Promise<Object<string, number[]>>} samples
 */
export async function use(site, answers, measures) {
  const reader = await openList(site, answers);
  const samples = {};
  try {
    const red = () => reader.pressOn(find.choice, "Status", "Red");
    const shows = (answer) => [find.listShows, answer.words, answer.code];
    await step(reader, samples, `filter-${measures}`, red, ...shows(answers.red));
    await step(reader, samples, `unfilter-${measures}`, red, ...shows(answers.all));
    await type(reader, samples, `key-${measures}`, answers);
    await step(reader, null, "overview", () => reader.pressOn(find.viewLink, "Overview"), find.overviewShows);
    await quiet(reader);
    await step(reader, samples, `list-${measures}`, () => reader.pressOn(find.allMeasures), ...shows(answers.all));
    if (measures === 32) await goAround(reader, samples, answers, shows);
    return samples;
  } finally {
    await reader.close();
  }
}

async function type(reader, samples, id, answers) {
  await reader.pressOn(find.searchField);
  for (const [at, { words, code, isTimed }] of answers.keys.entries()) {
    const press = () => reader.page.keyboard.press(TYPED[at]);
    if (isTimed) await step(reader, samples, id, press, find.listShows, words, code);
    else await press();
    await pause(SETTLED);
  }
  await reader.page.evaluate(`(${find.searchField})().select()`);
  await step(
    reader,
    null,
    "cleared",
    () => reader.page.keyboard.press("Backspace"),
    find.listShows,
    answers.all.words,
    answers.all.code,
  );
}

/** To a measure, back to the list, to the overview, and to the measure again, whose chart library is there by now. */
async function goAround(reader, samples, answers, shows) {
  const { code } = answers.measure;
  const open = () => reader.pressOn(find.measureLink, code);
  await step(reader, samples, "measure-first", open, find.measureShows, code);
  await quiet(reader);
  const back = () => reader.page.evaluate("noteInput(), history.back()");
  await step(reader, samples, "back", back, ...shows({ ...answers.all, code: null }));
  await step(reader, samples, "overview", () => reader.pressOn(find.viewLink, "Overview"), find.overviewShows);
  await step(reader, null, "list", () => reader.pressOn(find.allMeasures), ...shows(answers.all));
  await step(reader, samples, "measure-again", open, find.measureShows, code);
}
