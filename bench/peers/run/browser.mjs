// Knows: how a browser is started with an empty profile, slowed down, watched and used by hand.
// Must not know: which page is in it, or what is looked for there.

import puppeteer from "puppeteer-core";
import { install } from "./watch.mjs";

const WINDOW = { width: 1366, height: 900 };
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER_CPU = 4;
/** How long anything may take, in milliseconds. */
const PATIENCE = 60_000;

/** A browser with an empty profile and one page. */
export class Reader {
  /**
   * @param {{ignoresPolicy?: boolean}} site
   * @param {{isSlow?: boolean, height?: number, patience?: number}} how
   */
  static async start(
    { ignoresPolicy = false } = {},
    { isSlow = false, height = WINDOW.height, patience = PATIENCE } = {},
  ) {
    const reader = new Reader();
    reader.patience = patience;
    reader.browser = await puppeteer.launch({
      executablePath: process.env.CHROME || "/usr/bin/chromium",
      args: ["--no-sandbox", "--no-first-run", "--disable-features=SpareRendererForSitePerProcess"],
      defaultViewport: { ...WINDOW, height },
      protocolTimeout: 10 * PATIENCE,
    });
    [reader.page] = await reader.browser.pages();
    reader.page.setDefaultTimeout(PATIENCE);
    if (ignoresPolicy) await reader.page.setBypassCSP(true);
    reader.session = await reader.page.createCDPSession();
    reader.network = new Network(reader.session);
    reader.failures = [];
    reader.page.on("pageerror", ({ message }) => reader.failures.push(message));
    reader.seen = new Map();
    reader.session.on("Runtime.bindingCalled", ({ payload }) => {
      const { name, ...what } = JSON.parse(payload);
      reader.seen.get(name)?.(what);
    });
    for (const domain of ["Network", "Page", "Runtime"]) await reader.session.send(`${domain}.enable`);
    await reader.session.send("Runtime.addBinding", { name: "tellOfPaint" });
    await reader.page.evaluateOnNewDocument(install);
    if (isSlow) {
      await reader.session.send("Network.emulateNetworkConditions", { offline: false, ...SLOW });
      await reader.session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_CPU });
    }
    return reader;
  }

  /** Says what is to be watched for in every document from its start, before an address is opened. */
  async watchFromStart(name, test, ...words) {
    const told = this.told(name);
    const source = `(${test})`;
    await this.page.evaluateOnNewDocument(`watchFor(${JSON.stringify(name)}, ${source}, ${JSON.stringify(words)})`);
    return told;
  }

  /** What is told of a name, once: when it was painted, in milliseconds since 1970, where it is, and when its page was begun. */
  told(name) {
    const promise = new Promise((resolve, reject) => {
      const end = setTimeout(
        () => reject(new Error(`“${name}” was not seen in time. ${this.failures.join(" ")}`)),
        this.patience,
      );
      this.seen.set(name, (what) => {
        clearTimeout(end);
        this.seen.delete(name);
        resolve(what);
      });
    });
    // It may fail before anybody waits for it.
    promise.catch(() => {});
    return { promise };
  }

  /** Does something and waits until the page shows what a test finds. @returns the milliseconds from the input to the paint. */
  async time(name, act, test, ...words) {
    const told = this.told(name);
    await this.page.evaluate(`watchFor(${JSON.stringify(name)}, (${test}), ${JSON.stringify(words)}, true)`);
    await act();
    const { at, input } = await told.promise;
    return at - input;
  }

  async open(address) {
    await this.session.send("Page.navigate", { url: address });
  }

  /** Presses a place as a mouse does. */
  async press({ x, y }) {
    const common = { x, y, button: "left", clickCount: 1 };
    await this.session.send("Input.dispatchMouseEvent", { type: "mousePressed", ...common });
    await this.session.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...common });
  }

  /** Asks the page again and again, as its policy forbids what puppeteer's own waiting does, until the answer is something. */
  async until(what, question, ...words) {
    const end = Date.now() + this.patience;
    while (Date.now() < end) {
      const answer = await this.page.evaluate(question, ...words).catch((error) => {
        // The page may just be changing.
        if (!/context|navigat/i.test(error.message)) throw error;
      });
      if (answer) return answer;
      await pause(20);
    }
    throw new Error(`${what} did not come in time. ${this.failures.join(" ")}`);
  }

  /** The middle of the element that a function finds, moved into the window. */
  async place(find, ...words) {
    const source = `((element) => {
      if (!element) return null;
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
      return { x: left + Math.min(width / 2, 20), y: top + height / 2 };
    })((${find})(...${JSON.stringify(words)}))`;
    return this.until(`What is to be pressed (${words.join(" ")})`, source);
  }

  async pressOn(find, ...words) {
    await this.press(await this.place(find, ...words));
  }

  async close() {
    await this.browser.close();
  }
}

export const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** What the page has asked for and received, as the browser's network counts it: with headers, as it was compressed. */
class Network {
  requests = new Map();

  constructor(session) {
    session.on("Network.requestWillBeSent", ({ requestId, request, wallTime, timestamp }) => {
      if (!request.url.startsWith("http")) return;
      this.toWall = wallTime * 1000 - timestamp * 1000;
      this.requests.set(requestId, { url: request.url, sent: wallTime * 1000, parts: [] });
    });
    const add = (requestId, timestamp, bytes) => this.requests.get(requestId)?.parts.push([timestamp * 1000, bytes]);
    session.on("Network.responseReceived", ({ requestId, timestamp, response }) =>
      add(requestId, timestamp, response.encodedDataLength),
    );
    session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) =>
      add(requestId, timestamp, encodedDataLength),
    );
    session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
      const request = this.requests.get(requestId);
      if (!request) return;
      // The whole is what counts: what parts had not told yet came with the last of them.
      const told = request.parts.reduce((sum, [, bytes]) => sum + bytes, 0);
      request.parts.push([timestamp * 1000, encodedDataLength - told]);
    });
  }

  /** The requests that were sent, and the bytes that had arrived, by a time in milliseconds since 1970. */
  until(time) {
    const requests = [...this.requests.values()].filter(({ sent }) => sent <= time);
    const arrived = requests.flatMap(({ parts }) => parts).filter(([at]) => at + this.toWall <= time);
    return { requests: requests.length, bytes: arrived.reduce((sum, [, bytes]) => sum + bytes, 0) };
  }
}
