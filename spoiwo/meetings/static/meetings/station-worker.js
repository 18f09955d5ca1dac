// Keeps a station's page and what it is made of, so that it opens without a network. Names and scans are kept by the page.
const CACHE = "station-1";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isPage = request.mode === "navigate", isPart = url.pathname.startsWith("/static/");
  if (request.method !== "GET" || url.origin !== location.origin || !(isPage || isPart)) return;
  event.respondWith(isPart ? kept(request) : fresh(request));
});

async function fresh(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) cache.put(request, response.clone());
    if (response.status === 404) await cache.delete(request);
    return response;
  } catch (problem) {
    const known = await cache.match(request, { ignoreVary: true });
    if (known) return known;
    throw problem;
  }
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) cache.put(request, response.clone());
  return response;
}
