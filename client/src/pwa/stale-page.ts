const KEY = 'bloomvale.reloaded-for-update';
/** A second failure so soon after the first is no update: reloading again would go round in circles. */
const ONCE_WITHIN_MS = 60_000;

/**
 * After an update the chunks of an open page are gone from the server. The page is loaded anew then, once; what was not answered is in the
 * outbox, so nothing is lost.
 * @returns whether the reload is worth trying: not when it was tried a moment ago.
 */
export function mayReload(storage: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  try {
    const last = Number(storage.getItem(KEY) ?? Number.NaN);
    if (now - last < ONCE_WITHIN_MS) return false;
    storage.setItem(KEY, String(now));
    return true;
  } catch {
    // Without storage nothing stops the circle: better the error than the circle.
    return false;
  }
}

/** Vite tells when a chunk could not be loaded; unless it is caught here the error goes on to whoever asked for the chunk. */
export function reloadWhenStale(): void {
  addEventListener('vite:preloadError', (event) => {
    // Offline is no update: a reload would lose the page for nothing.
    if (!navigator.onLine || !mayReload(sessionStorage, Date.now())) return;
    event.preventDefault();
    location.reload();
  });
}
