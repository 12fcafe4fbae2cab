// Old versions of Chromium open the built page: those that are too old are told so, with the data to read instead, and the oldest that
// could be had of those that are not show the report.
// usage: node --test tests/old_browsers.mjs   (scripts/setup --tests fetches the browsers; QUARTERLIGHT_DIST is the built page's folder)

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const RED = "?quarter=2023-24-q3&view=measures&status=red";
const PATIENCE = 30_000;

/** The address of the built page behind scripts/serve.mjs. */
const server = spawn("node", [join(root, "scripts/serve.mjs"), "--port", "0", "--dir", process.env.QUARTERLIGHT_DIST || "dist"]);
after(() => server.kill());
const site = await new Promise((found, failed) => {
  server.stdout.on("data", (bytes) => /http:\S+/.test(bytes) && found(/http:\S+/.exec(bytes)[0]));
  server.on("exit", () => failed(new Error("the page is not served: is it built?")));
});

/** Opens a page in a version of Chromium and passes its visible text to `look` until that returns something. */
async function text(version, address, look) {
  const settings = await mkdtemp(join(tmpdir(), "old-browser-"));
  // In one process, as its makers run it; a graphics card in software where it brought one.
  const program = join(root, ".tools/old-browsers", version, "chromium");
  const graphics = version === "72" ? "--disable-gpu" : "--use-gl=swiftshader";
  const words = ["--headless", "--no-sandbox", "--no-zygote", "--single-process", "--disable-dev-shm-usage", graphics];
  const browser = spawn(program, [...words, "--remote-debugging-pipe", `--user-data-dir=${settings}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const gone = new Promise((ended) => browser.once("exit", ended).once("error", ended));
  const [, , , commands, answers] = browser.stdio;
  // It may end before it has read everything.
  commands.on("error", () => {});
  const awaited = new Map();
  let read = "";
  answers.on("data", (bytes) => {
    const whole = (read + bytes).split("\0");
    read = whole.pop();
    for (const answer of whole.map((message) => JSON.parse(message))) awaited.get(answer.id)?.(answer.result);
  });
  let count = 0;
  const ended = gone.then(() => Promise.reject(new Error(`Chromium ${version} has ended`)));
  ended.catch(() => {});
  const send = (method, params, sessionId) => {
    const answer = new Promise((answered) => {
      awaited.set((count += 1), answered);
      commands.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    });
    return Promise.race([answer, ended]);
  };
  try {
    const { targetId } = await send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    await send("Page.navigate", { url: address }, sessionId);
    for (const end = Date.now() + PATIENCE; ; ) {
      const answer = await send("Runtime.evaluate", { expression: "document.body ? document.body.innerText : ''" }, sessionId);
      const shown = String(answer?.result?.value ?? "");
      if (look(shown)) return shown;
      assert.ok(Date.now() < end, `Chromium ${version} says:\n${shown}`);
      await new Promise((on) => setTimeout(on, 100));
    }
  } finally {
    browser.kill("SIGKILL");
    await gone;
    await rm(settings, { recursive: true, force: true });
  }
}

/** Skips a test where the browser could not be had. */
const needs = (version) => ({ skip: existsSync(join(root, ".tools/old-browsers", version, "chromium")) ? false : "not fetched" });

for (const version of ["72", "92"]) {
  test(`Chromium ${version} is too old, and says where the figures are`, needs(version), async () => {
    const shown = await text(version, site + RED, (words) => words.includes("This browser cannot show the report"));
    assert.match(shown, /needs a browser from 2022 or later/);
    assert.match(shown, /People, Quarter 3 2023\/24/);
    assert.match(shown, /The list of reports and their data files/);
    assert.doesNotMatch(shown, /Loading|If the report does not appear/);
  });
}

test("the build serves the oldest browsers that README.md names", async () => {
  const [readme, build] = await Promise.all(["README.md", "scripts/finish-build.mjs"].map((name) => readFile(join(root, name), "utf8")));
  const [, ...named] = /need Chrome or Edge (\d+), Firefox (\d+) or Safari (\d+)/.exec(readme);
  const [chrome, firefox, safari] = named;
  const wanted = [`chrome${chrome}`, `edge${chrome}`, `firefox${firefox}`, `safari${safari}`];
  assert.deepEqual(JSON.parse(/^const BROWSERS = (.*);$/m.exec(build)[1]), wanted);
});

test("Chromium 103 shows the report", needs("103"), async () => {
  const shown = await text("103", site + RED, (words) => words.includes("Showing 16 of 32 measures"));
  assert.doesNotMatch(shown, /Loading|cannot show/);
});
