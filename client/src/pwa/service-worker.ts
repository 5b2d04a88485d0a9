const FILE = '/sw.js';

/**
 * Lets the game be installed, and say that there is no connection. A failure costs only these two, so it is not told.
 * In development there is none: it would stand between the page and the hot reload.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the page: nothing of it waits for the worker.
  const register = (): void => {
    navigator.serviceWorker.register(FILE, { updateViaCache: 'none' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
