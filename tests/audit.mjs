// scripts/audit.mjs, with a registry of our own in the place of npm's.
// usage: node --test tests/audit.mjs

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const script = resolve(root, "scripts/audit.mjs");
const { version } = JSON.parse(readFileSync(resolve(root, "package-lock.json"), "utf8")).packages["node_modules/esbuild"];
/** What npm asks for to learn which other versions there are. */
const ESBUILD = { name: "esbuild", "dist-tags": { latest: version }, versions: { [version]: { name: "esbuild", version } } };
const FAULT = { id: 1, url: "https://example.invalid/advisory", title: "A made-up fault", severity: "low", vulnerable_versions: "*" };

/** Runs the audit with a registry that answers like this; without an answer, nobody listens. */
async function audit(answer) {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(answer.status ?? 200, { "Content-Type": "application/json" });
      response.end(request.method === "GET" ? JSON.stringify(ESBUILD) : answer.text);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const registry = `http://127.0.0.1:${server.address().port}/`;
  if (!answer) await new Promise((closed) => server.close(closed));
  const result = await new Promise((ended) => {
    execFile("node", [script, `--registry=${registry}`, "--prefer-online"], (error, out, err) => ended({ code: error?.code ?? 0, said: out + err }));
  });
  server.close();
  server.closeAllConnections();
  return result;
}

for (const [what, answer, code, words] of [
  ["a fault of a package fails", { text: JSON.stringify({ esbuild: [FAULT] }) }, 1, "low: esbuild *: A made-up fault"],
  ["no fault is good", { text: "{}" }, 0, "No known fault in"],
  ["a registry without the service is said", { status: 405, text: "{}" }, 0, "LEFT OUT: npm's registry has no audit service here"],
  ["a machine without network is said", null, 0, "LEFT OUT: npm's registry has no audit service here"],
  ["a refusal of any other kind fails", { status: 401, text: "{}" }, 1, "npm audit failed."],
]) {
  test(what, async () => {
    const { code: ended, said } = await audit(answer);
    assert.ok(said.includes(words), said);
    assert.equal(ended, code, said);
  });
}
