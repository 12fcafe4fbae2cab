// The service worker: keeps the page and the reports that were looked at, so that both open without a network.
// It keeps nothing but files of its own folder, as they were fetched from the site. What a reader opens from a device never gets here.
// hosting/worker-off.js takes its place to remove it and all that it keeps.

/** The names of all files of this version that are named after their content. The build writes them here. */
const FILES = new Set(PROGRAM_FILES);
/** Those that every reader may need. What makes a report of a workbook is for few, and large: it is kept when it is used. */
const FOR_ALL = PROGRAM_FILES.filter((name) => !name.startsWith("part-convert-"));
const FOLDER = registration.scope;
/** Two copies of the page on one host do not meet: the name has the folder. hosting/worker-off.js has the same. */
const CACHE = `quarterlight ${FOLDER}`;
const PAGES = ["", "report.html", "makers.html", "accessibility.html"];
const CATALOGUE = "data/catalogue.json";
/** How long to wait for the site where there is a kept copy, in milliseconds; and how long after it has not answered in that time. */
const PATIENCE = 4_000;
const LITTLE_PATIENCE = 500;
let patience = PATIENCE;
/** How long a page may take to say which version it is, in milliseconds. No longer: a newer worker may not begin meanwhile. */
const ANSWER_TIME = 2_000;

// ---- Addresses -------------------------------------------------------------------------------------------------------

/** The address of a file in the folder as it is kept, in it; nothing for what is none of this worker's business. */
function place(url) {
  if (!url.startsWith(FOLDER)) return undefined;
  const [path, query = ""] = url.slice(FOLDER.length).split("#")[0].split(/\?(.*)/s);
  const page = path === "index.html" ? "" : path;
  if (PAGES.includes(page)) return page;
  if (/^[\w-]+-[0-9a-f]{12}\.(css|js|wasm)$/.test(path) || path === CATALOGUE) return path;
  if (/^data\/[^/]+\.json$/.test(path)) return /^v=[0-9a-f]{12}$/.test(query) ? `${path}?${query}` : path;
  return undefined;
}

/** The digits of the SHA-256 that an address states: files of the program in their names, reports in the query. */
const digits = (at) => /[-=]([0-9a-f]{12})(\.\w+)?$/.exec(at)?.[1];

/** The files of the program that a page names. */
const named = (html) => [...html.matchAll(/"\.\/([\w-]+-[0-9a-f]{12}\.(?:css|js|wasm))"/g)].map(([, name]) => name);
const isOfThisVersion = (names) => names.length > 0 && names.every((name) => FILES.has(name));

// ---- What is kept ----------------------------------------------------------------------------------------------------

const opened = () => caches.open(CACHE);
const places = async () => (await (await opened()).keys()).map(({ url }) => place(url) ?? url);

/** Whether an answer is what its address promises: a sign-in page, an error or a damaged file is not. */
async function isSound(at, answer) {
  if (answer.status !== 200 || answer.type === "cors") return false;
  const copy = answer.clone();
  if (digits(at)) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await copy.arrayBuffer()));
    return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(digits(at));
  }
  if (PAGES.includes(at)) return named(await copy.text()).length > 0;
  const data = await copy.json().catch(() => undefined);
  return data !== undefined && (at !== CATALOGUE || Array.isArray(data?.quarters));
}

/** What is kept for an address. What was damaged since is thrown away. */
async function kept(at) {
  try {
    const cache = await opened();
    const answer = await cache.match(FOLDER + at);
    if (!answer || (await isSound(at, answer))) return answer;
    await cache.delete(FOLDER + at);
  } catch {
    // A browser may refuse its storage at any time. Then there is the site.
  }
  return undefined;
}

/** Keeps a sound answer, with the date for the page to tell its reader. */
async function put(at, answer) {
  const headers = new Headers(answer.headers);
  // They are about how it came, not about what it is.
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  headers.set("X-Kept-On", new Date().toISOString());
  await (await opened()).put(FOLDER + at, new Response(await answer.arrayBuffer(), { headers }));
}

/** Keeps what a page has fetched: of pages and the catalogue only what works with what else is kept. */
async function keep(at, answer) {
  if (PAGES.includes(at)) {
    const all = new Set(await places());
    const names = named(await answer.clone().text());
    if (isOfThisVersion(names) && FOR_ALL.every((name) => all.has(name))) await put(at, answer);
  } else if (at === CATALOGUE) {
    await keepCatalogue(answer);
  } else if (digits(at)) {
    await put(at, answer);
  }
}

/** Keeps the catalogue, and with it the current issue of each quarter that is kept; if that cannot be had, the old ones stay. */
async function keepCatalogue(answer) {
  const { quarters } = await answer.clone().json();
  const issues = quarters.map(({ file, sha256 }) => `data/${file}?v=${sha256.slice(0, 12)}`);
  const fileOf = (at) => at.split("?")[0];
  const old = (await places()).filter((at) => at.includes("?v=") && !issues.includes(at));
  for (const at of issues) {
    if (old.some((one) => fileOf(one) === fileOf(at))) await keepNew(at);
  }
  await put(CATALOGUE, answer);
  for (const at of old) await (await opened()).delete(FOLDER + at);
}

/** Fetches and keeps a file, unless it is kept; a page as this version has it. */
async function keepNew(at) {
  const isRight = async (answer) => !PAGES.includes(at) || isOfThisVersion(named(await answer.clone().text()));
  const copy = await kept(at);
  if (copy && (await isRight(copy))) return;
  // A file that arrived damaged would come damaged out of the browser's own cache, too.
  for (const cache of digits(at) ? ["default", "reload"] : ["no-cache"]) {
    const answer = await fetch(FOLDER + at, { cache });
    if ((await isSound(at, answer)) && (await isRight(answer))) return void (await keep(at, answer));
  }
  throw new Error(`${at} is not what it should be`);
}

// ---- Answers ---------------------------------------------------------------------------------------------------------

/** A file that never changes: what is kept, or else the site's. */
async function unchanging(request, at) {
  // A page asks again like this when what it got was damaged.
  const copy = request.cache === "reload" ? undefined : await kept(at);
  if (copy) return copy;
  const answer = await fetch(request);
  if (await isSound(at, answer)) await put(at, answer.clone()).catch(() => {});
  return answer;
}

/** The site's answer or, if it fails, takes too long or is not what was asked for, what is kept. */
async function newest(event, at) {
  const asked = fetch(event.request).then(async (answer) => {
    const sound = await isSound(at, answer);
    patience = PATIENCE;
    return { answer, sound };
  });
  const keeping = asked.then(({ answer, sound }) => sound && keep(at, answer.clone()));
  event.waitUntil(keeping.catch(() => {}));
  const copy = await kept(at);
  if (!copy) return (await asked).answer;
  // A reader who asks for the page again has time for it.
  const wait = event.request.mode === "navigate" ? PATIENCE : patience;
  const late = new Promise((resolve) => setTimeout(resolve, wait, {}));
  const { answer, sound } = await Promise.race([asked, late]).catch(() => ({}));
  if (!answer) patience = LITTLE_PATIENCE;
  // A page that is not this one may be where to sign in, and has to be shown; it is never kept.
  const isForReader = sound || (answer && answer.status < 500 && (PAGES.includes(at) || !answer.ok));
  return isForReader ? answer : copy;
}

addEventListener("fetch", (event) => {
  const at = event.request.method === "GET" ? place(event.request.url) : undefined;
  if (at === undefined) return;
  // A report is asked for by its digest: which one is current, the catalogue says.
  event.respondWith(digits(at) ? unchanging(event.request, at) : newest(event, at));
});

// ---- Versions --------------------------------------------------------------------------------------------------------

/** The files that an open page names. It may take its time, as before it is idle, or never say. */
const filesOf = (page) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    page.postMessage("which files", [port2]);
  });

/** Whether an open page is of this version. Tells one that is not; but it may also be newer than this worker, whose successor is on its way. */
async function isCurrent(page) {
  const files = await filesOf(page);
  const current = isOfThisVersion(files);
  if (!current && files.length > 0 && (await isPublished().catch(() => false))) page.postMessage("newer");
  return current;
}

/** Whether all open pages are of this version, as far as they say so in time. Who answers late is told nevertheless. */
async function checkPages() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const inTime = (page) =>
    Promise.race([isCurrent(page), new Promise((resolve) => setTimeout(resolve, ANSWER_TIME, false))]);
  return (await Promise.all(open.filter(({ url }) => place(url) === "").map(inTime))).every(Boolean);
}

/** Keeps the program, the pages and this data. */
async function keepAll(data) {
  const wanted = [CATALOGUE, ...data.map(place).filter((at) => at?.includes("?v="))];
  await Promise.all([...FOR_ALL, ...wanted].map(keepNew));
  await Promise.all(PAGES.map(keepNew));
}

/** Removes the program of older versions, unless an open page may need it. */
async function removeOld() {
  if (!(await checkPages())) return;
  const cache = await opened();
  const old = (await places()).filter((at) => !at.startsWith("data/") && digits(at) && !FILES.has(at));
  await Promise.all(old.map((at) => cache.delete(FOLDER + at)));
}

/** Whether the site's page is of this version. */
const isPublished = async () => isOfThisVersion(named(await (await fetch(FOLDER, { cache: "no-cache" })).text()));

// Nothing is fetched before a page is idle and asks for it. A new worker takes over at once: it has what old pages need, too.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

let work = Promise.resolve();
addEventListener("message", (event) => {
  // Chromium may leave a new worker waiting for one that is idle, and looks again when it is asked again.
  if (event.data === "begin") return event.waitUntil(skipWaiting());
  const whole = work.then(() => keepAll(event.data));
  work = whole.catch(() => {});
  // The pages are told at once, not after what may stall; and what is to be kept next does not wait for their answers.
  event.waitUntil(Promise.allSettled([checkPages(), whole.then(removeOld)]));
});
