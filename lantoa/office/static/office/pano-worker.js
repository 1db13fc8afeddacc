// Lets the pages of places open again without a connection: the network first, else what was seen last.
"use strict";

const KEPT = "lantoa-pano";
const keeps = (request) => {
  const path = new URL(request.url).pathname;
  return request.method === "GET" && (path.startsWith("/static/") || /^\/pano\/(\d+\/)?$/.test(path));
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(event.data)));
});
addEventListener("fetch", (event) => {
  if (!keeps(event.request)) return;
  event.respondWith(
    (async () => {
      const kept = await caches.open(KEPT);
      try {
        const fresh = await fetch(event.request);
        if (fresh.ok && !fresh.redirected) await kept.put(event.request, fresh.clone());
        return fresh;
      } catch (unreachable) {
        const seen = await kept.match(event.request);
        if (seen) return seen;
        throw unreachable;
      }
    })(),
  );
});
