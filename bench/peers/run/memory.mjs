// Knows: how much memory a page takes: the private memory of the process that draws it, whether its program is JavaScript or wasm.
// Must not know: what the page shows.

import { readFile } from "node:fs/promises";
import { pause } from "./browser.mjs";

/** The bytes that the renderer alone uses, after its garbage has been collected. Linux only: elsewhere nothing. */
export async function privateMemory(reader) {
  for (let round = 0; round < 3; round += 1) {
    await reader.session.send("HeapProfiler.collectGarbage");
    await pause(300);
  }
  const whole = await reader.browser.target().createCDPSession();
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === "renderer").map(({ id }) => privateOf(id)));
  // A spare renderer, if there is one, is the smaller.
  return sizes.length ? Math.max(...sizes) : null;
}

async function privateOf(process) {
  const lines = await readFile(`/proc/${process}/smaps_rollup`, "utf8").catch(() => "");
  const parts = [...lines.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].map(([, kilobytes]) => Number(kilobytes) * 1024);
  return parts.reduce((sum, bytes) => sum + bytes, 0);
}
