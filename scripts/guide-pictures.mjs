// Takes the pictures of the guide (makers.html) anew, from the built page: what becomes of a workbook, step by step.
// usage: npm ci --prefix bench/peers && node scripts/guide-pictures.mjs   (after scripts/build; writes public/guide/*.webp)
// Run it when that page looks different. The workbook is one of the tests', of a council that does not exist.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "../bench/peers/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";
import { Site } from "../bench/peers/run/serve.mjs";

const ROOT = join(import.meta.dirname, "..");
const INTO = join(ROOT, "public/guide");
/** Twice the width of a column of text would be sharper than needed, and twice the bytes. */
const WINDOW = { width: 1100, height: 700, deviceScaleFactor: 1.25 };

/** What the workbook does not say. */
const FORM = {
  Council: "Exampleshire District Council (made up)",
  "ONS code of the council": "E07000999",
  "What the report covers": "Council plan",
  "Title of the report": "Performance report",
  "Licence of the figures": "Open Government Licence v3.0",
  "Outcome of measures that name none": "Council plan",
};

mkdirSync(INTO, { recursive: true });
const site = await Site.start(join(ROOT, "dist"));
const browser = await puppeteer.launch({ executablePath: process.env.CHROME || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.setViewport(WINDOW);
await page.goto(`${site.address}?view=checks`, { waitUntil: "networkidle0" });
await (await page.waitForSelector("input[type=file]")).uploadFile(join(ROOT, "tests/convert/workbooks/quarter-2.xlsx"));
await until("the page for the file", () => document.querySelector("h1")?.textContent === "From your file to a report");

await picture("columns", "what-the-columns-are");
await picture("words", "what-the-words-mean", "what-was-not-understood");
await choose("What “Lead's words” is, Sheet “Performance”, table at A3", "Comments");
await write("What “12/15” stands for", "80%", "combobox");
for (const [label, text] of Object.entries(FORM)) await write(label, text);
await until("everything is understood", () => document.body.textContent.includes("Every cell is placed or left out for a reason."));
await picture("form", "about-the-report");
await page.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent === "Open the report with its checks").click());
await until("the checks", () => document.querySelector("h1")?.textContent === "Checks");
await page.evaluate(() => [...document.querySelectorAll("nav a")].find((one) => one.textContent.trim() === "Measures").click());
await until("the list", () => document.querySelectorAll("table.measures tbody tr").length > 0);
await take("report", { x: 0, y: 0, width: WINDOW.width, height: 600 });
await browser.close();
await site.stop();

async function until(what, is) {
  await page.waitForFunction(is, { timeout: 20_000 }).catch(() => {
    throw new Error(`Waited for ${what} in vain.`);
  });
}

async function write(name, text, role = "textbox") {
  await (await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`)).type(text);
  await page.keyboard.press("Tab");
}

async function choose(name, option) {
  const select = await page.waitForSelector(`::-p-aria([name="${name}"][role="combobox"])`);
  const value = await select.evaluate((one, words) => [...one.options].find(({ text }) => text.startsWith(words)).value, option);
  await select.select(value);
}

/** A picture of these sections, which stand below one another, each named by the id of its heading. */
async function picture(name, ...ids) {
  const { top, bottom } = await page.evaluate((ids) => {
    const places = ids.map((id) => document.getElementById(id).closest("section").getBoundingClientRect());
    return { top: places[0].top + scrollY, bottom: places.at(-1).bottom + scrollY };
  }, ids);
  await take(name, { x: 0, y: top - 8, width: WINDOW.width, height: Math.min(bottom - top + 16, 660) });
}

async function take(name, clip) {
  const path = join(INTO, `${name}.webp`);
  await page.screenshot({ path, type: "webp", quality: 70, clip, captureBeyondViewport: true });
  console.log(`public/guide/${name}.webp: ${clip.width} × ${Math.round(clip.height)}, ${statSync(path).size} bytes`);
}
