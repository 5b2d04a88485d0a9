// @ts-check
/// <reference lib="webworker" />
/**
 * Says "no connection" in the player's place when there is none, and does nothing else. Only that page and its picture are kept:
 * the game itself always comes from the network, so an update is never met by old code.
 *
 * Plain JavaScript, served as it stands: no build may change its bytes by chance, and browsers update it by comparing bytes.
 */

/** Ends with the first characters of offline.html's SHA-256 (a test checks it): a changed page is a changed worker, which is installed anew. */
const KEPT = 'bloomvale-offline-2bc7177a7b';
const PAGE = '/offline.html';
const PICTURE = '/generated/icon-192.png';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropFormer(), worker.registration.navigationPreload?.enable(), worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(page(event));
  else if (new URL(event.request.url).pathname === PICTURE) event.respondWith(picture(event.request));
});

async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll([PAGE, PICTURE].map((path) => new Request(path, { cache: 'reload' })));
}

async function dropFormer() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

/**
 * The network's answer, whatever it says; the kept page only when there is none.
 * @param {FetchEvent} event
 */
async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

/** @param {Request} request */
async function picture(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PICTURE)) ?? Response.error();
  }
}
