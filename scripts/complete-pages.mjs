// Completes the HTML pages: puts in what the program draws without a browser, the addresses of the built files and the policy, and
// checks that each page follows that policy. A step of scripts/finish-build.mjs, which makes the files and says their names.

import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { INLINE_SCRIPT, POLICY } from "./policy.mjs";

/** The pages as they are in the sources, by name. */
const sources = new Map();

/**
 * @param {string} staging the built files' folder, with the pages as they are in the sources
 * @param {boolean} release whether this is a release build, which has the policy
 * @param drawn what scripts/draw-pages.mjs returns
 * @param built the files that the pages name, each as {file, integrity}, by what they are
 */
export async function completePages(staging, release, drawn, built) {
  const { quarters } = JSON.parse(await readFile(join(staging, "data/catalogue.json"), "utf8"));
  const hasFeed = existsSync(join(staging, "data/feed.xml"));
  const table = tableOf(quarters[0], staging);
  const files = {
    "index.html": {
      "src/boot.js": built.boot,
      "src/start.js": built.start,
      "src/web/browser/charts.js": built.charts,
      "style/main.css": built.style,
      "style/later.css": built.later,
      "style/noscript.css": built.noscript,
    },
    "report.html": { "../style/main.css": built.style, "../style/later.css": built.later },
    "makers.html": { "../style/main.css": built.style, "../style/makers.css": built.makers },
    "accessibility.html": { "../style/main.css": built.style, "../style/makers.css": built.makers },
  };
  const words = {
    "index.html": (page) => {
      page = withFirstScreen(withReports(page, quarters), drawn, quarters, built);
      return withDataset(withFeed(page, hasFeed), quarters, table);
    },
    "report.html": (page) => withReport(page, drawn),
  };
  for (const [name, named] of Object.entries(files)) {
    sources.set(name, await readFile(join(staging, name), "utf8"));
    let page = point(name, sources.get(name), named);
    page = withoutNotes((words[name] ?? ((page) => page))(page));
    if (release) page = withPolicy(name, page);
    await writeFile(join(staging, name), page);
    checkNames(name, page, staging);
  }
  await writeSite(staging, release, files, built);
}

// ---- What is put in --------------------------------------------------------------------------------------------------

const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Puts words in the one place that a page has for them. */
function fill(page, place, words) {
  if (page.split(place).length !== 2) throw new Error(`A page must have ${place} exactly once`);
  return page.replace(place, () => words);
}

/** Replaces the source files that a page names with the addresses of built files, and adds what must be in those. */
function point(name, page, files) {
  return Object.entries(files).reduce((text, [source, { file, integrity }]) => {
    if (!text.includes(`="${source}"`)) throw new Error(`${name} does not name ${source}`);
    const stated = (attribute) => (integrity ? ` ${attribute}="${integrity}"` : "");
    return text
      .replaceAll(`content="${source}"`, `content="./${file}"${stated("data-integrity")}`)
      .replaceAll(`="${source}"`, `="./${file}"${stated("integrity")}`);
  }, page);
}

/** Gives readers without scripts the reports of the catalogue as plain links. */
function withReports(page, quarters) {
  const links = quarters.map(({ title, file, council }) => {
    const website = council.website ? `<a href="${escaped(council.website)}">${escaped(council.name)}</a>` : escaped(council.name);
    return `<li>${website}: <a href="data/${escaped(file)}">${escaped(title)}</a></li>`;
  });
  if (!page.includes("<!-- reports -->")) throw new Error("index.html has no place for the links to the reports");
  return page.replaceAll("<!-- reports -->", () => links.join("\n"));
}

/** Said at the head of the first screen to readers who have no more than that. */
const WITHOUT_SCRIPTS = `<noscript><p class="notice">Search, filters and charts need JavaScript, because your own device works everything
out: nothing is sent to a server. JavaScript is switched off in your browser, or blocked on this site. Here is the newest quarter as it was
published; <a href="report.html">every figure with all commentary</a> is on a page of its own.</p></noscript>`;

/** index.html with what its program draws first, where its data are, and with every measure for readers without scripts. */
function withFirstScreen(page, drawn, [newest, ...others], built) {
  const main = '<main id="main" tabindex="-1">';
  page = fill(page, "<!-- first screen -->", fill(drawn.firstScreen, main, main + WITHOUT_SCRIPTS));
  page = fill(page, "<!-- measures -->", drawn.measures);
  page = fill(page, 'data-first-screen=""', `data-first-screen="${escaped(drawn.parts.join("&"))}"`);
  // As the program asks for it (src/web/shell/app.rs).
  // With other quarters of its series, the page also needs what these say of its measures: see src/web/shell/app.rs.
  const isOfSeries = ({ council, priority }) => council.ons_code === newest.council.ons_code && priority.name === newest.priority.name;
  const data = others.some(isOfSeries) && newest.figures ? [newest, newest.figures] : [newest];
  const addresses = data.map(({ file, sha256 }) => `data/${escaped(file).replaceAll(" ", "%20")}?v=${sha256.slice(0, 12)}`);
  page = withProgram(page, built, addresses.join(" "));
  return fill(page, "<title>Quarterlight</title>", `<title>${escaped(drawn.title)}</title>`);
}

/** index.html with the feed of releases and corrections, if the site has one. */
function withFeed(page, hasFeed) {
  if (!hasFeed) return page;
  const icon = '<link rel="icon"';
  const feed = '<link rel="alternate" type="application/atom+xml" title="Reports and corrections" href="data/feed.xml">';
  return fill(page, icon, `${feed}\n${icon}`);
}

/** The address of the table of a quarter (src/publish/table.rs), if it was published with one. */
function tableOf({ file }, staging) {
  const table = `data/${file.replace(/\.json$/, "")}.csv`;
  return existsSync(join(staging, table)) ? table : undefined;
}

/** index.html with a description of the newest quarter's data for search engines (schema.org/Dataset). */
function withDataset(page, [newest], table) {
  const { title, council, priority, file, sha256, published } = newest;
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: `${council.name}: ${title}`,
    description: `Performance measures of ${council.name}, ${title}: values, targets, statuses and trends.`,
    creator: { "@type": "Organization", name: council.name, url: council.website ?? undefined },
    about: priority.name,
    datePublished: published ?? undefined,
    isAccessibleForFree: true,
    distribution: [
      { "@type": "DataDownload", encodingFormat: "application/json", contentUrl: `data/${file}`, sha256 },
      ...(table ? [{ "@type": "DataDownload", encodingFormat: "text/csv", contentUrl: table }] : []),
    ],
  };
  // A text may hold what ends an element.
  const text = JSON.stringify(dataset).replaceAll("<", "\\u003c");
  const icon = '<link rel="icon"';
  return fill(page, icon, `<script type="application/ld+json">${text}</script>\n${icon}`);
}

/** index.html with what it asks for before the program does: that itself, the newest quarter's data, and the part with the list. */
function withProgram(page, { wasm, list }, newest) {
  page = fill(page, 'data-program=""', `data-program="./${wasm.file}"`);
  page = fill(page, 'data-newest=""', `data-newest="${newest}"`);
  page = fill(page, 'data-also=""', `data-also="data/catalogue.json ./${list.file}"`);
  return fill(page, '<script src="src/asked-for.js"></script>', `<script>${INLINE_SCRIPT}</script>`);
}

/** report.html with the whole quarter. */
function withReport(page, drawn) {
  page = fill(page, "<!-- report -->", drawn.report);
  return fill(page, "<title>Quarterlight</title>", `<title>${escaped(drawn.reportTitle)}</title>`);
}

/** A page without Trunk's instructions and the notes for developers. */
const withoutNotes = (page) =>
  page
    .replace(/<link data-trunk[^>]*>/g, "")
    .replace(/<!--[^]*?-->/g, "")
    .replace(/\n(?:[ \t]*\n)+/g, "\n");

// ---- For another site -------------------------------------------------------------------------------------------------

/** Pages that have room for another report: the program completes them when a reader makes a site of their own (src/output/site.rs). */
const FOR_ANOTHER_REPORT = {
  "index.html": [
    ["<!-- first screen -->", ""],
    ["<!-- measures -->", ""],
    ["<!-- reports -->", "{{reports}}"],
    ["<title>Quarterlight</title>", "<title>{{title}}</title>"],
  ],
  "report.html": [
    ["<!-- report -->", "{{report}}"],
    ["<title>Quarterlight</title>", "<title>{{title}}</title>"],
  ],
};

/** What a reader needs who makes a site of a report of their own: those pages, and the list of all files that such a site has. */
async function writeSite(staging, release, files, built) {
  await mkdir(join(staging, "site"));
  for (const [name, rooms] of Object.entries(FOR_ANOTHER_REPORT)) {
    let page = point(name, sources.get(name), files[name]);
    for (const [place, room] of rooms) page = page.replaceAll(place, room);
    if (name === "index.html") page = withProgram(page, built, "{{newest}}");
    page = withoutNotes(page);
    if (release) page = withPolicy(name, page);
    await writeFile(join(staging, "site", name), page);
    checkNames(name, page, staging);
  }
  const all = await readdir(staging, { recursive: true, withFileTypes: true });
  const paths = all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => relative(staging, join(parentPath ?? path, name)).replaceAll("\\", "/"))
    .filter((path) => !(path in FOR_ANOTHER_REPORT) && !/^data\/|\.(?:br|gz)$/.test(path));
  await writeFile(join(staging, "site/files.json"), `${JSON.stringify([...paths, "site/files.json"].sort(), null, 1)}\n`);
}

// ---- What is checked -------------------------------------------------------------------------------------------------

/** A page without the one script that may stand in it, since the policy states its digest, and without data, which never runs. */
const withoutInlineScript = (page) =>
  page.replace(`<script>${INLINE_SCRIPT}</script>`, "").replace(/<script type="application\/ld\+json">[^<]*<\/script>/, "");

/** A page with the policy. `trunk serve` puts an inline script into its debug builds to reload the page, so those have none. */
function withPolicy(name, page) {
  for (const [what, pattern] of [
    ["an inline script", /<script(?![^>]*\ssrc=)[^>]*>/i],
    ["an inline style sheet", /<style[\s>]/i],
    ["a style attribute", /<[^>]+\sstyle=/i],
    ["an event handler attribute", /<[^>]+\son[a-z]+=/i],
  ]) {
    const found = pattern.exec(withoutInlineScript(page));
    if (found) throw new Error(`${name} has ${what}, which its content security policy forbids: ${found[0]}`);
  }
  // First in the head, since the policy only applies to what comes after it.
  const charset = '<meta charset="utf-8">';
  return fill(page, charset, `${charset}\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
}

/** Everything that a page names must be in the folder, and the page must say what is in a script or a style sheet. */
function checkNames(name, page, staging) {
  for (const [, address] of page.matchAll(/(?:href|src|content)="\.\/([^"?#]+)/g)) {
    if (!existsSync(join(staging, address))) throw new Error(`${name} names ./${address}, which was not built`);
  }
  const bare = /<(?:script|link rel="(?:stylesheet|modulepreload)")(?![^>]*\sintegrity=)[^>]*>/.exec(withoutInlineScript(page));
  if (bare) throw new Error(`${name} does not say what must be in the file that this names: ${bare[0]}`);
}
