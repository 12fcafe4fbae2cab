// Knows: how a folder is handed out by the project's own server, and what was asked of it and sent.
// Must not know: who asks, or why.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join, relative, sep } from "node:path";
import { createInterface } from "node:readline";

const SERVER = join(import.meta.dirname, "../../../scripts/serve.mjs");

/** Whatever happens here, they end with this. */
const running = new Set();
process.once("exit", () => running.forEach((server) => server.kill()));

/** A folder at an address of its own. Each site has the same server, headers, compression and version of HTTP. */
export class Site {
  /** The addresses that were asked for, in order. */
  requests = [];

  /** @param {boolean} ignoresPolicy whether readers ignore the policy that the server states, which is Quarterlight's: libraries write markup */
  static async start(folder, ignoresPolicy = false) {
    const site = new Site();
    Object.assign(site, { folder, ignoresPolicy });
    site.process = spawn(process.execPath, [SERVER, "--dir", folder, "--port", "0", "--log", "yes"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.add(site.process);
    const lines = createInterface({ input: site.process.stdout });
    site.address = await new Promise((resolve, reject) => {
      site.process.on("exit", (code) => reject(new Error(`The server of ${folder} ended with ${code}.`)));
      lines.on("line", (line) => {
        const [method, address] = line.split(" ");
        if (method === "GET") site.requests.push(address);
        const [start] = /http:\S+/.exec(line) ?? [];
        if (start) resolve(start);
      });
    });
    return site;
  }

  /** Asks for every file once, so that no reader waits until it is compressed. */
  async warm() {
    for (const entry of await readdir(this.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const name = relative(this.folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, "/");
      const answer = await fetch(this.address + name, { headers: { "Accept-Encoding": "br" } });
      await answer.body?.pipeTo(new WritableStream());
    }
    this.requests.length = 0;
  }

  async stop() {
    this.process.removeAllListeners("exit");
    const ended = once(this.process, "exit");
    this.process.kill();
    await ended;
    running.delete(this.process);
  }
}

/** A way to a site on which every byte of its answers is counted, whoever asks: also a service worker. */
export class Counter {
  bytes = 0;
  latest = 0;

  static async start(site) {
    const counter = new Counter();
    const { hostname, port } = new URL(site.address);
    counter.server = createServer((reader) => {
      const server = connect(Number(port), hostname);
      server.on("data", (data) => {
        counter.bytes += data.length;
        counter.latest = Date.now();
      });
      reader.pipe(server).pipe(reader);
      for (const end of [reader, server]) end.on("error", () => [reader, server].forEach((one) => one.destroy()));
    });
    counter.server.listen(0, "127.0.0.1");
    await once(counter.server, "listening");
    counter.address = `http://127.0.0.1:${counter.server.address().port}/`;
    return counter;
  }

  stop() {
    this.server.close();
  }
}
