// Knows: how the shipped quarter grows to any number of measures, always to the same bytes.
// Must not know: who reads it.
// usage: node bench/peers/generate.mjs --dist FOLDER --measures N --into FOLDER

import { createHash } from "node:crypto";
import { cp, mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** From so many measures on, copies have no commentary: with it, 100,000 are more than a browser keeps as one text. */
const WITHOUT_COMMENTARY = 20_000;

/** Numbers from 0 to 1 that look random and are always the same (a linear congruential generator). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A report with its own measures, and copies of them after those of their programme. A copy has a code and a name of its own, and
 * keeps figures, status, trends and history, so that what was consistent stays so. Nothing in it refers to other measures.
 * @param {object} report an export
 * @param {number} measures how many it is to have; never fewer than it has
 */
export function enlarge(report, measures) {
  const large = structuredClone(report);
  const programmes = large.outcomes.flatMap((outcome) => outcome.programmes);
  const sources = programmes.flatMap((programme) => programme.measures.map((measure) => ({ programme, measure })));
  const random = seeded(measures);
  for (let number = sources.length + 1; number <= measures; number += 1) {
    const { programme, measure } = sources[Math.floor(random() * sources.length)];
    const { related, ...copy } = measure;
    copy.code = `M${String(number).padStart(6, "0")}`;
    copy.name = `${measure.name}, area ${1 + Math.floor(random() * 400)}`;
    copy.commentary = measures < WITHOUT_COMMENTARY ? copy.commentary.map(withoutOthers) : [];
    programme.measures.push(copy);
  }
  return large;
}

const withoutOthers = (section) => ({ ...section, blocks: section.blocks.map(({ also, ...block }) => block) });

/** The report as JSON, a measure at a time: in one piece a long one would be longer than a string may be. */
export function* write(report) {
  const { outcomes, ...rest } = report;
  yield `${JSON.stringify(rest).slice(0, -1)},"outcomes":[`;
  for (const [o, { programmes, ...outcome }] of outcomes.entries()) {
    yield `${o ? "," : ""}${JSON.stringify(outcome).slice(0, -1)},"programmes":[`;
    for (const [p, { measures, ...programme }] of programmes.entries()) {
      yield `${p ? "," : ""}${JSON.stringify(programme).slice(0, -1)},"measures":[`;
      for (const [m, measure] of measures.entries()) yield (m ? "," : "") + JSON.stringify(measure);
      yield "]}";
    }
    yield "]}";
  }
  yield "]}\n";
}

/** Where the page names the data by the first digits of their digest, it names the new data, which it would fetch twice otherwise. */
async function pointAt(page, before, now) {
  const text = await readFile(page, "utf8");
  const pointed = [12, 8].reduce((so, digits) => so.replaceAll(before.slice(0, digits), now.slice(0, digits)), text);
  await writeFile(page, pointed);
}

/**
 * A copy of a built page whose newest quarter has so many measures, and a catalogue to match.
 * @returns {Promise<number>} the bytes of the report
 */
export async function writeSite(dist, measures, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(dist, folder, { recursive: true });
  const catalogue = JSON.parse(await readFile(join(dist, "data/catalogue.json"), "utf8"));
  const [newest] = catalogue.quarters;
  const report = JSON.parse(await readFile(join(dist, "data", newest.file), "utf8"));
  const digest = createHash("sha256");
  let bytes = 0;
  const file = await open(join(folder, "data", newest.file), "w");
  for (const part of write(enlarge(report, measures))) {
    digest.update(part);
    bytes += Buffer.byteLength(part);
    await file.write(part);
  }
  await file.close();
  const sha256 = digest.digest("hex");
  await pointAt(join(folder, "index.html"), newest.sha256, sha256);
  Object.assign(newest, { bytes, sha256, same_figures_as: [] });
  catalogue.quarters = [newest];
  await writeFile(join(folder, "data/catalogue.json"), `${JSON.stringify(catalogue, null, 2)}\n`);
  return bytes;
}

if (import.meta.filename === process.argv[1]) {
  const text = { type: "string" };
  const { values } = parseArgs({ options: { dist: text, measures: text, into: text } });
  console.log(`${await writeSite(values.dist, Number(values.measures), values.into)} bytes`);
}
