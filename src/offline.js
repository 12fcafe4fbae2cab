// Has the page kept for offline use by its service worker (src/worker.js), and tells the program of a newer version.
// Where a browser has no service workers, or refuses them, the page goes without and says nothing: it works as before.
import { workerAddress } from "./trusted.js";

/** The files that this page names, which tell its version. What an extension adds has other names. */
const filesOfThisPage = () =>
  [...document.querySelectorAll("[integrity], [data-integrity]")]
    .map(({ src, href, content }) => (src || href || content).split("?")[0].split("/").pop())
    .filter((name) => /-[0-9a-f]{12}\.(css|js)$/.test(name));

/** What of the site's data this page has fetched, perhaps before there was a worker to keep it. */
const dataOfThisPage = () =>
  performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/data/"));

/** Answers a worker that asks for this page's version, and tells the program of a newer one. */
function answer(serviceWorker) {
  let told = false;
  serviceWorker.addEventListener("message", ({ data, ports: [port] }) => {
    if (port) {
      port.postMessage(filesOfThisPage());
    } else if (data === "newer" && !told) {
      told = true;
      window.dispatchEvent(new Event("quarterlight-newer"));
    }
  });
  // The first worker, or that of a newer version: of each the reader is told, even if the one before was put off.
  serviceWorker.addEventListener("controllerchange", () => {
    told = false;
    serviceWorker.controller?.postMessage(dataOfThisPage());
  });
}

async function keep(serviceWorker) {
  const registration = await serviceWorker.register(workerAddress());
  const ask = () => registration.active?.postMessage(dataOfThisPage());
  const look = async () => {
    await (registration.active ? registration.update().catch(() => {}) : serviceWorker.ready);
    // If a newer one is on its way, it will be asked.
    if (registration.waiting) registration.waiting.postMessage("begin");
    else if (!registration.installing) ask();
  };
  document.addEventListener("visibilitychange", () => document.hidden || look());
  window.addEventListener("online", look);
  await look();
}

/**
 * Keeps the page: at the first visit once it has shown a view and the browser is idle; at later ones at once, since most of it is kept
 * already, and a tab that is left for another may never be idle. Not in frames: they are part of other pages.
 */
export function keepPage() {
  if (window !== window.top || !window.isSecureContext || !navigator.serviceWorker) return;
  const { serviceWorker } = navigator;
  answer(serviceWorker);
  const begin = () => keep(serviceWorker).catch(() => {});
  if (serviceWorker.controller) begin();
  else window.addEventListener("quarterlight-idle", begin, { once: true });
}
