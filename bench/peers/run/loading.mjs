// Knows: how a cold visit is measured: when the first row is there, when a first press is answered, what was fetched for it.
// Must not know: how large numbers become a table.

import { Reader, pause } from "./browser.mjs";
import { firstRow, listShows } from "./pages.mjs";
import { Counter } from "./serve.mjs";

/** So long nothing may come before a page counts as idle, in milliseconds. */
const QUIET = 3_000;

/**
 * Visits a page with an empty profile and presses the count of red measures with a real mouse as soon as the row is seen, once.
 * A page that is not ready to answer has to remember the press, or whoever pressed waits in vain: that is a failed run.
 * @param {{red: {words: string, code: string}, answersPress: boolean}} subject
 */
export async function visit(site, subject, isSlow) {
  const reader = await Reader.start(site, { isSlow });
  try {
    const row = await reader.watchFromStart("row", firstRow);
    const answer = await reader.watchFromStart("answer", listShows, subject.red.words, subject.red.code);
    await reader.open(site.address);
    const seen = await row.promise;
    const begun = seen.origin;
    const speed = isSlow ? "slow" : "fast";
    const before = reader.network;
    const samples = { [`row-${speed}`]: seen.at - begun };
    let answered = null;
    if (subject.answersPress) {
      await reader.press(seen);
      answered = await answer.promise;
      samples[`filter-${speed}`] = answered.at - begun;
    }
    // What the browser has yet to tell of what came before.
    await pause(200);
    const atRow = before.until(seen.at);
    samples[`row-bytes-${speed}`] = atRow.bytes;
    samples[`row-requests-${speed}`] = atRow.requests;
    if (answered) {
      const atAnswer = before.until(answered.at);
      samples[`filter-bytes-${speed}`] = atAnswer.bytes;
      samples[`filter-requests-${speed}`] = atAnswer.requests;
    }
    return samples;
  } finally {
    await reader.close();
  }
}

/** Visits a page, does nothing, and counts all that it fetches until it is idle, its service worker's requests as well. */
export async function rest(site) {
  const counter = await Counter.start(site);
  const reader = await Reader.start(site);
  try {
    site.requests.length = 0;
    const row = await reader.watchFromStart("row", firstRow);
    await reader.open(counter.address);
    await row.promise;
    const least = Date.now() + QUIET;
    while (Date.now() < least || Date.now() < counter.latest + QUIET) await pause(100);
    return { "idle-bytes": counter.bytes, "idle-requests": site.requests.length };
  } finally {
    await reader.close();
    counter.stop();
  }
}
