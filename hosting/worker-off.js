// Takes offline use away: put this in place of worker.js, under that name. Each browser that has the page's service worker then removes
// it, and all that it keeps, at its next visit. Pages work on, with the site alone. See README.md.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  // Only of this copy of the page: src/worker.js names its cache after the folder.
  await caches.delete(`quarterlight ${registration.scope}`);
  await registration.unregister();
}
