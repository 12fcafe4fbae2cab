// Knows: what there is to measure, piece by piece, with which sites, and how often.
// Must not know: how a page is watched, or what the samples say.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildLibraries, buildStack } from "../build.mjs";
import { writeSite } from "../generate.mjs";
import { makeLimit } from "../limit/make.mjs";
import { compare, expect, readKeys } from "./answers.mjs";
import { Reader, pause } from "./browser.mjs";
import { TYPED, openList, use } from "./interaction.mjs";
import { rest, visit } from "./loading.mjs";
import { privateMemory } from "./memory.mjs";
import * as find from "./pages.mjs";
import { profile } from "./profile.mjs";
import { Site } from "./serve.mjs";

const LARGEST = 100_000;
const PATIENCE_WITH_LARGEST = 300_000;
const GRID = 10_000;
/** What is the same each time, or takes long, is measured no more often than this. */
const FEW = 5;

/** Builds folders when they are needed, and keeps a server for each. */
export class Sites {
  started = new Map();

  constructor(dist, into) {
    Object.assign(this, { dist, into });
  }

  async of(subject, measures) {
    const key = `${subject}-${measures}`;
    if (!this.started.has(key)) {
      const site = await Site.start(await this.folder(subject, measures), subject !== "quarterlight");
      this.started.set(key, site);
      await site.warm();
    }
    return this.started.get(key);
  }

  async folder(subject, measures) {
    const folder = join(this.into, `${subject}-${measures}`);
    await mkdir(this.into, { recursive: true });
    if (subject === "quarterlight") {
      // As it was built, first screen and all, where it has its own measures.
      if (measures === 32) return this.dist;
      await writeSite(this.dist, measures, folder);
    } else {
      const { folder: ours } = await this.of("quarterlight", measures);
      if (subject === "stack") await buildStack(ours, folder);
      else if (subject === "limit") await makeLimit(ours, folder);
      else await buildLibraries(subject, ours, folder);
    }
    return folder;
  }

  async stop() {
    for (const site of this.started.values()) await site.stop();
    this.started.clear();
  }
}

const both = ["quarterlight", "stack"];

/**
 * Each piece takes what it needs of: the sites, the number of runs, the lengths of reports; `add(id, subject, samples)`; `attempt(work,
 * subject)`, which adds all that the work gives, or that it failed; `put(id, anything)`, `say(words)` and `fail(words)`.
 */
export const TASKS = {
  async answers({ sites, put, fail }) {
    const { differences, notes } = await compare(await sites.of("quarterlight", 32), await sites.of("stack", 32));
    put("notes", notes);
    if (differences.length) fail(`The pages do not give the same answers:\n${differences.join("\n")}`);
  },

  async loading({ sites, runs, attempt, say }) {
    const { red } = await expect(await sites.of("quarterlight", 32));
    for (let run = 1; run <= runs; run += 1) {
      for (const subject of [...both, "limit"]) {
        const site = await sites.of(subject, 32);
        const answersPress = subject !== "limit";
        for (const isSlow of [true, false]) await attempt(() => visit(site, { red, answersPress }, isSlow), subject);
        if (run <= FEW) await attempt(() => rest(site), subject);
      }
      say(`  ${run} of ${runs}`);
    }
  },

  async interaction({ sites, runs, lengths, attempt, say }) {
    for (const measures of lengths) {
      const expected = new Map();
      for (const subject of both) {
        const answers = await expect(await sites.of(subject, measures));
        await readKeys(await sites.of(subject, measures), answers);
        expected.set(subject, answers);
      }
      onlyKeysThatChangeBoth([...expected.values()]);
      for (let run = 1; run <= runs; run += 1) {
        for (const subject of both) {
          const site = await sites.of(subject, measures);
          await attempt(() => use(site, expected.get(subject), measures), subject);
        }
        say(`  ${measures}: ${run} of ${runs}`);
      }
    }
  },

  async memory({ sites, runs, add }) {
    for (let run = 1; run <= Math.min(runs, FEW); run += 1) {
      for (const subject of both) {
        const site = await sites.of(subject, 5_000);
        const reader = await openList(site, await expect(site));
        await pause(3_000);
        const bytes = await privateMemory(reader);
        if (bytes) add("memory-5000", subject, [bytes]);
        await reader.close();
      }
    }
  },

  async libraries({ sites, runs, lengths, add, say }) {
    for (const measures of [...lengths, LARGEST]) {
      const site = await sites.of("search", measures);
      const reader = await Reader.start(site);
      await reader.open(site.address);
      await reader.until("The page", "Boolean(window.measureLibraries)");
      // The first is for the browser to compile it.
      for (let run = 0; run <= runs; run += 1) {
        const samples = await reader.page.evaluate((word) => window.measureLibraries(word), TYPED);
        for (const [name, taken] of run ? Object.entries(samples) : []) add(`libraries-${measures}`, name, [taken]);
        if (run && measures === LARGEST) add("core-filter", "stack", [samples["crossfilter2, filter and counts"]]);
      }
      await reader.close();
      say(`  ${measures}`);
    }
  },

  async grid({ sites, runs, add }) {
    const site = await sites.of("grid", GRID);
    for (let run = 1; run <= Math.min(runs, FEW); run += 1) {
      const reader = await Reader.start(site);
      await reader.open(site.address);
      await reader.until("AG Grid", "Boolean(window.measureGrid) && document.querySelectorAll('.ag-row').length > 5");
      await pause(500);
      const keys = await reader.page.evaluate((word) => window.measureGrid(word), TYPED);
      add(
        "grid",
        "keys",
        keys.map(({ taken }) => taken),
      );
      await reader.close();
    }
  },

  async largest({ sites, say, put }) {
    const all = {};
    for (const subject of both) {
      const site = await sites.of(subject, LARGEST);
      const answers = await expect(site);
      const begun = Date.now();
      const reader = await openList(site, answers, { patience: PATIENCE_WITH_LARGEST }).catch((error) => error);
      if (reader instanceof Error) {
        all[subject] = { failure: `not shown: ${reader.message}` };
      } else {
        const load = reader.shownAfter;
        const press = () => reader.pressOn(find.choice, "Status", "Red");
        const filter = await reader
          .time("filter", press, find.listShows, answers.red.words, answers.red.code)
          .catch(async ({ message }) => {
            const now = await reader.page.evaluate(find.listNow);
            say(`  ${subject}: ${message} The list shows “${now.words}”, from ${now.code}.`);
            return null;
          });
        all[subject] = { load, filter, memory: await privateMemory(reader) };
        await reader.close();
      }
      say(`  ${subject}: ${JSON.stringify(all[subject])} in ${Math.round((Date.now() - begun) / 1000)} s`);
    }
    put("largest", all);
  },

  async profile({ sites, put }) {
    const steps = {};
    const first = await Reader.start();
    const row = await first.watchFromStart("row", find.firstRow);
    const { address } = await sites.of("quarterlight", 32);
    steps["A cold visit, until it is idle"] = await profile(first, async () => {
      await first.open(address);
      await row.promise;
      await pause(4_000);
    });
    await first.close();
    const site = await sites.of("quarterlight", 5_000);
    const { all, red } = await expect(site);
    const reader = await openList(site, { all });
    const step = (find_, words, answer) => () =>
      reader.time("step", () => reader.pressOn(find_, ...words), find.listShows, answer.words, answer.code);
    steps["Status filter at 5,000"] = await profile(reader, step(find.choice, ["Status", "Red"], red));
    await reader.open(site.address);
    await reader.until("The overview", `Boolean((${find.allMeasures})())`);
    await pause(3_000);
    steps["List all at 5,000"] = await profile(reader, step(find.allMeasures, [], all));
    await reader.close();
    put("profile", steps);
  },
};

/** A key that changes nothing in a list cannot be seen to be answered, so it is not timed in the other either. */
function onlyKeysThatChangeBoth(all) {
  const changes = ({ all, keys }, at) => {
    const [before, after] = [keys[at - 1] ?? all, keys[at]];
    return after.words !== before.words || after.code !== before.code;
  };
  const timed = all[0].keys.map((_, at) => all.every((answers) => changes(answers, at)));
  for (const { keys } of all) keys.forEach((key, at) => (key.isTimed = timed[at]));
}
