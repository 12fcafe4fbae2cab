#!/usr/bin/env node
// Writes the six exports of a made-up council, which hold every kind of change from one quarter to another.
// usage: node tests/quarters/make.mjs           writes public/examples/quarters/fairhaven-*.json
//        node tests/quarters/make.mjs --check   exits with 1 when they are not what it would write
//
// Reds from quarter to quarter: 6, 8, 7, 9, 6, 4. What is held, and where (23/24 Q2 = A, Q3 = B, Q4 = C, 24/25 Q1 = D, Q2 = E, Q3 = F):
//
// value better / worse / same      HO01 A→B / HN01 A→B / HO06 A→B
// static throughout                HO03
// status by performance            HN01 A→B green to red, and many others
// status by its target alone       HO04 C→D amber to green (new year), HN03 A→B green to amber (raised mid-year)
// status by both                   HO01 C→D amber to red, WR 7(b) C→D green to red (each would be a third status by the old target)
// status by the report's rules     HO06 C→D amber to red: the same figure, the same target, a tolerance of 4% in place of 5%
// status by its own rules          SO03 D→E red to amber: a tolerance of 10%
// target raised mid-year           HN03 A→B 50% to 54%
// targets of the new year          HO01, HO04, HN01, HN04, WR03, WR 7(b) C→D
// yearly target, due by quarter    HN04, HN05, SO04 in every quarter (no change of target within a year), HN04 C→D 120 to 140
// unit                             WR02 C→D per 1,000 to per 10,000; SO01 C→D number to percentage
// basis                            SC02 C→D in the quarter to twelve months
// frequency                        SO06 C→D yearly to quarterly
// aim                              HO05 C→D lower to higher is better
// name                             SC01 C→D
// code                             WR04 D→E becomes WR12
// moved to another programme       SO02 D→E, which is another outcome as well
// split                            WR01 C→D goes on as WR01A, and WR01B is split off
// joined                           SC04 D→E goes on as SC07, and SC05 is joined to it
// new                              SO07 C→D
// ended, and said so               SO04 C→D, in ended_measures from D on
// ended, and not said so           SO05 E→F
// gone for one quarter             SC06 C→D gone, D→E back
// provisional figure made final    HO07 B corrects A 96.8% to 97.1%
// error corrected                  HO01 E corrects D 27.5 to 29.5 days
// withheld, a snapshot             HN02 D
// withheld with its neighbours     HN05 A, B and the quarter before them; C is the whole year
// not available                    SO02 C
// break in the series              WR03 E (also WR01A D and SC07 E, where measures were split and joined)
// yearly figure that repeats       HO06 A to D, new year in E
// in arrears                       HN06
// Goldilocks with a range          SC03
// without a target                 WR04
// units                            percentage HO03, count HN01, money HO04, days HO01, rate WR02, ratio HO02 (with zeros at the end)
// odd code / apostrophe            WR 7(b) / HO06
// risk up / down                   LF1 A→B / LF1 D→E
// risk mixed                       LF4 C→D
// risk raised / closed / managed   LF5 A→B / LF3 C→D / LF5 E→F
// project new / ended              Weekly food waste collection B→C / New lamps for street lights D→E
//
// How a measure is written in story/:
//   figures    by year, the four quarters; `-` none, `[c]` withheld, `[x]` not available, `[p]` provisional, `[b]` break in the series
//   years      by year, for a yearly measure; a year's figure comes out in Quarter 2 of the next
//   targets    by the year or quarter from which they hold: `95`, `65 to 80`, `120 a year`
//   changes    what is otherwise from a quarter on; figures given anew replace those before
//   from, until, pauses   the quarters in which it is reported
//   comments   one for each of the six quarters; actions by the quarter from which they hold, while the measure is red
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decimal, last_month, number_of, product, quarter_after, quarter_of, QUARTERS, shortest, whole, year_after, year_of } from "./figures.mjs";
import { long_trend, movement, short_trend, status, summary } from "./rules.mjs";
import { communities } from "./story/communities.mjs";
import { glossary, head, outcomes, projects, published_on, risk_matrix, risks, rules_in } from "./story/council.mjs";
import { homes } from "./story/homes.mjs";
import { neighbourhoods } from "./story/neighbourhoods.mjs";

const STORY = [...homes, ...neighbourhoods, ...communities];
const FOLDER = new URL("../../public/examples/quarters/", import.meta.url);

const FLAGS = { p: "provisional", b: "break" };

/** Whether a measure is in the report of a quarter. */
const is_reported = (story, quarter) =>
  (!story.from || story.from <= quarter) &&
  (!story.until || quarter <= story.until) &&
  !story.pauses?.includes(quarter);

/** The latest of the entries, by year or quarter, that holds in a quarter. */
function holding(entries, quarter) {
  const key = Object.keys(entries ?? {}).sort().filter((from) => from <= quarter).at(-1);
  return key && entries[key];
}

/** A measure of the story as it is in a quarter. */
function in_force(story, quarter) {
  const changes = Object.keys(story.changes ?? {}).filter((from) => from <= quarter);
  return Object.assign({}, story, ...changes.map((from) => story.changes[from]));
}

/** A value as it is written in the story; none for `-`. */
function value(story, written) {
  const [, number, mark] = /^([\d.]*)(?:\[([cxpb])\])?$/.exec(written) ?? [];
  if (mark === "c") return { missing: "suppressed", reason: story.withheld };
  if (mark === "x") return { missing: "not_available", reason: story.not_available };
  return number ? { number, ...(mark && { flags: [FLAGS[mark]] }) } : null;
}

/** The value of a period, as the report of a quarter knows it. */
function value_of(story, period, quarter) {
  const { correction } = story;
  if (correction?.of === period && correction.by <= quarter) return { number: correction.to, flags: ["revised"] };
  const written = story.figures[year_of(period)]?.split(" ")[number_of(period) - 1];
  return written ? value(story, written) : null;
}

/** The value in the report of a quarter, and the earlier ones that it shows. */
function observations(story, quarter) {
  if (story.years) {
    const year = year_after(year_of(quarter), number_of(quarter) === 1 ? -2 : -1);
    const at = (year) => ({ period: `fy-${year}`, value: value(story, story.years[year]) });
    return { now: at(year), earlier: Object.keys(story.years).filter((one) => one < year).map(at) };
  }
  const period = quarter_after(quarter, story.is_in_arrears ? -1 : 0);
  // What is added up over the year is compared with the same quarter of earlier years.
  const before = story.basis === "cumulative" ? [-8, -4, -1] : [-4, -3, -2, -1];
  const word = (period) => (story.has_period_to_date ? period.replace("-q", "-to-q") : period);
  const at = (period) => ({ period: word(period), value: value_of(story, period, quarter) });
  const earlier = before.map((quarters) => at(quarter_after(period, quarters)));
  return { now: at(period), earlier: earlier.filter((one) => one.value) };
}

/** The target in a quarter. What is due of a yearly one grows with a total since the start of the year. */
function target(story, quarter) {
  const written = holding(story.targets, quarter);
  if (!written) return null;
  const [first, word, second] = written.split(" ");
  if (word === "to") return { low: first, high: second };
  if (word !== "a") return { point: first };
  const due = product(quarter_of(decimal(first)), whole(story.basis === "cumulative" ? number_of(quarter) : 1));
  return { point: shortest(due), yearly: { total: first, shares: 4 } };
}

function flags(story, quarter) {
  const found = [];
  if (story.is_in_arrears) found.push({ flag: "in_arrears", note: "Shown for the quarter before" });
  if (story.until === quarter && story.ends_because) found.push({ flag: "to_be_discontinued" });
  if (story.is_new_in === year_of(quarter)) found.push({ flag: "new" });
  return found;
}

const section = (heading, text) => ({ heading, blocks: [{ paragraph: text }] });

function commentary(story, quarter, status) {
  const comment = story.comments[QUARTERS.indexOf(quarter)];
  const action = holding(story.actions, quarter);
  if (!comment) throw new Error(`${story.code}: no comment in ${quarter}`);
  if (status !== "red") return [section("Comments", comment)];
  if (!action) throw new Error(`${story.code}: no action in ${quarter}, where it is red`);
  return [section("Comments", comment), section("Actions", action)];
}

/** Parts that are empty are left out of an export. */
const filled = (parts) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== null && part.length !== 0));

function measure(story, quarter, rules) {
  const { now, earlier } = observations(story, quarter);
  const one = {
    code: story.code,
    name: story.name,
    formerly: story.formerly,
    aim: story.aim,
    unit: story.unit,
    frequency: story.frequency ?? "quarterly",
    basis: story.basis,
    reporting_period: now.period,
    period_note: story.basis === "rolling" ? `12 months to ${last_month(quarter)}` : undefined,
    value: now.value,
    target: target(story, quarter),
    rules: story.rules,
    status: null,
    short_trend: null,
    long_trend: null,
    flags: flags(story, quarter),
    history: earlier.map((one) => ({ ...one, provenance: "published_table" })),
  };
  one.status = status(one, rules);
  one.short_trend = short_trend(one);
  one.long_trend = long_trend(one, rules);
  one.commentary = commentary(story, quarter, one.status);
  return filled(one);
}

function risk(story, quarter) {
  const score = (written) => ({ likelihood: written[0], impact: written.slice(1).trim() });
  const quarters = [quarter_after(QUARTERS[0], -1), ...QUARTERS];
  const known = story.scores.split(" ").map((written, at) => ({ period: quarters[at], written }));
  const scored = known.filter(({ period, written }) => period <= quarter && written !== "-");
  if (scored.at(-1)?.period !== quarter) return null;
  const scores = scored.slice(-4).map(({ period, written }) => ({ period, score: score(written) }));
  const now = scores.at(-1).score;
  const label = (scale) => risk_matrix[scale].find(({ code }) => code === now[scale]).label;
  return {
    reference: story.reference,
    title: story.title,
    state: story.managed_from <= quarter ? "managed" : "live",
    inherent: score(story.inherent),
    scores,
    movement: movement(scores, risk_matrix),
    definition: `Likelihood: ${label("likelihood")}; impact: ${label("impact")}`,
    owner: story.owner,
    portfolio: story.portfolio,
    council_plan: "Living in Fairhaven",
  };
}

function project(story, quarter, codes) {
  const at = QUARTERS.indexOf(quarter);
  if (!story.updates[at]) return null;
  const { name, unit, target, aim = "maximise" } = story.figure;
  return filled({
    name: story.name,
    measures: story.measures.filter((code) => codes.includes(code)),
    sub_measures: [{ name, aim, unit, period: quarter, value: { number: story.values[at] }, target: { point: target } }],
    commentary: [section("Update", story.updates[at])],
  });
}

/** The corrections of figures that this report still shows. */
function corrections(quarter) {
  const shown = ({ of, by }) => by <= quarter && of >= quarter_after(quarter, -4);
  const made = STORY.filter(({ correction }) => correction && shown(correction)).map((story) => ({
    date: published_on(story.correction.by),
    measure: in_force(story, quarter).code,
    field: "value",
    period: story.correction.of,
    before: value_of({ ...story, correction: null }, story.correction.of, quarter).number,
    after: story.correction.to,
    reason: story.correction.reason,
  }));
  return made.sort((one, other) => (one.date < other.date ? 1 : -1));
}

const ended_measures = (quarter) =>
  STORY.filter(({ until, ends_because }) => ends_because && until < quarter).map((story) => {
    const { code, name, until: last, ends_because: reason } = in_force(story, quarter);
    return { code, name, last, reason };
  });

function report(quarter) {
  const rules = rules_in(quarter);
  const reported = STORY.filter((story) => is_reported(story, quarter)).map((story) => in_force(story, quarter));
  const codes = reported.map(({ code }) => code);
  const in_programme = (name) => {
    const measures = reported.filter(({ programme }) => programme === name).map((one) => measure(one, quarter, rules));
    return { name, measures, published_summary: summary(measures) };
  };
  const of_outcome = (things, name, make) => things.filter(({ outcome }) => outcome === name).map(make).filter(Boolean);
  return filled({
    ...head(quarter),
    rules,
    risk_matrix,
    glossary,
    corrections: corrections(quarter),
    ended_measures: ended_measures(quarter),
    outcomes: outcomes.map(({ name, programmes }) =>
      filled({
        name,
        risks: of_outcome(risks, name, (one) => risk(one, quarter)),
        programmes: programmes.map(in_programme),
        projects: of_outcome(projects, name, (one) => project(one, quarter, codes)),
      }),
    ),
  });
}

const is_check = process.argv.includes("--check");
const differing = [];
for (const quarter of QUARTERS) {
  const file = new URL(`fairhaven-${quarter}.json`, FOLDER);
  const text = `${JSON.stringify(report(quarter), null, 1)}\n`;
  if (!is_check) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
    continue;
  }
  let found = "";
  try {
    found = readFileSync(file, "utf8");
  } catch {
    // A file that is not there differs.
  }
  if (found !== text) differing.push(fileURLToPath(file));
}
if (differing.length > 0) {
  console.error(`These files are not what tests/quarters/make.mjs writes; run it without --check:\n${differing.join("\n")}`);
  process.exitCode = 1;
}
