// Runs the built program in a DOM of its own and takes what it draws: what a reader sees before the program is there, or without it. A step of
// scripts/finish-build.mjs, which puts it into the pages. It comes from the program itself, so all of them say the same.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";

/** No site: what is drawn does not depend on where the page will be. */
const SITE = "https://quarterlight.invalid/";
/** How long the program may take, in milliseconds. It takes two seconds. */
const TIME = 120_000;

/** A class for each text of a style attribute: the pages' policy forbids these in markup. */
const classes = new Map();

/**
 * @param {string} folder the built files
 * @param {string} page the text of index.html
 * @param {string} program the script that starts the program, for a DOM without modules
 * @returns what is drawn:
 *   - title: the page's title
 *   - parts: the parts of the page's own address, each of them optional
 *   - firstScreen: all of the page at its own address, the overview of the newest quarter
 *   - measures: a table of every measure with value, target, status and trends
 *   - report: the whole quarter with all commentary, as a paper pack has it, and reportTitle: its title
 *   - rules: the style rules for what stood in style attributes
 */
export async function drawPages(folder, page, program) {
  const overview = await draw(folder, page, program, "", (document) => document.querySelector("#app main h1"));
  const { title } = overview.document;
  const parts = overview.location.search.slice(1).split("&");
  const app = overview.document.getElementById("app");
  // When and where it is printed, it does not know yet.
  app.querySelector(".print-head").replaceChildren();
  const firstScreen = markup(app);
  overview.close();

  // Its measures come one after another.
  const isWhole = (document) => {
    const count = (selector) => document.querySelectorAll(selector).length;
    return count(".pack-measure") > 0 && count(".pack-measure") === count(".pack-measures tbody td.code");
  };
  const pack = await draw(folder, page, program, "?view=measures&as=pack", isWhole);
  const reportTitle = pack.document.title;
  const sheets = pack.document.querySelector(".pack");
  // The date and the way to print are those of the program, and the code of the link leads to no site.
  for (const one of sheets.querySelectorAll(".dates, .pack-link")) one.remove();
  for (const button of sheets.querySelectorAll("button")) button.replaceWith(button.textContent);
  // Its charts are drawn by another script; the figures are in the tables.
  for (const figures of sheets.querySelectorAll(".pack-figures")) {
    figures.classList.add("without-chart");
    figures.lastElementChild.replaceChildren();
  }
  const linkMeasures = (page) => {
    for (const link of sheets.querySelectorAll("a")) link.setAttribute("href", hrefIn(page, link, ids));
  };
  const ids = new Map();
  for (const measure of sheets.querySelectorAll(".pack-measure")) {
    measure.id = `measure-${ids.size + 1}`;
    ids.set(measure.querySelector(".code").textContent, measure.id);
  }
  linkMeasures("");
  const report = markup(sheets);
  linkMeasures("report.html");
  const measures = markup(sheets.querySelector(".pack-measures"), true);
  pack.close();

  const rules = [...classes].map(([style, name]) => `.${name}{${style}}`).join("");
  return { title, parts, firstScreen, measures, report, reportTitle, rules };
}

/** The window of the program at an address, when it has drawn what is wanted. */
async function draw(folder, page, program, query, isDrawn) {
  const complaints = new VirtualConsole();
  const { window } = new JSDOM(page, { url: SITE + query, runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: complaints });
  const { document } = window;
  const fetchFile = async (address) => {
    const bytes = await readFile(join(folder, new URL(address, SITE).pathname));
    return new Response(bytes, { headers: { "Content-Type": String(address).endsWith(".wasm") ? "application/wasm" : "" } });
  };
  // What this DOM lacks and the program asks for. Its window is narrow, and it is never idle.
  Object.assign(window, {
    fetch: fetchFile,
    Response,
    TextDecoder,
    TextEncoder,
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    requestIdleCallback: () => 0,
  });
  Object.defineProperty(window, "crypto", { value: globalThis.crypto });
  // Nor does it fetch style sheets, which the program waits for.
  const load = ([{ addedNodes }]) => addedNodes.forEach((node) => node.dispatchEvent(new window.Event("load")));
  new window.MutationObserver(load).observe(document.head, { childList: true });

  await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The program could not draw ${SITE}${query}: ${why}`));
    const end = setTimeout(() => fail("it took too long"), TIME);
    const look = setInterval(() => {
      if (!isDrawn(document)) return;
      clearTimeout(end);
      clearInterval(look);
      resolve();
    }, 20);
    complaints.on("error", (...words) => fail(words.join(" ")));
    window.addEventListener("quarterlight-failed", ({ detail }) => fail(detail));
    window.eval(program);
  });
  // Its title follows what it draws.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return window;
}

/** Where a link leads from a page without the program: to a measure on report.html, or to the explorer. */
function hrefIn(page, link, ids) {
  const href = link.getAttribute("href");
  const code = href.startsWith(SITE) && new URL(href).searchParams.get("measure");
  if (ids.has(code) && !link.closest(".pack-measure")) return `${page}#${ids.get(code)}`;
  return href.startsWith("#") && page ? page + href : href.replace(SITE, "./");
}

/** The markup of what is in an element, or of the element too, without notes of the program. */
function markup(element, whole = false) {
  const { document, NodeFilter } = element.ownerDocument.defaultView;
  const notes = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT);
  const all = [];
  while (notes.nextNode()) all.push(notes.currentNode);
  all.forEach((note) => note.remove());
  for (const styled of element.querySelectorAll("[style]")) {
    const style = styled.getAttribute("style");
    if (!classes.has(style)) classes.set(style, `drawn-${classes.size}`);
    styled.classList.add(classes.get(style));
    styled.removeAttribute("style");
  }
  return whole ? element.outerHTML : element.innerHTML;
}
