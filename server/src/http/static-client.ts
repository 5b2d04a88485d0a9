import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** Vite names these files by their content. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Asked again each time, answered 304: a new release is seen at the next load. */
const ASK = 'no-cache';
/** Made at build time beside the file (server/bootstrap), best first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** The operators' console: a page of its own. */
const CONSOLE = /^\/operator(\/|$)/;
/** Paths that are not pages: an unknown one of these is an error, not the game. */
const NOT_PAGES = /^\/(api|content|matchmake|health|assets|generated|operator\/api)(\/|$)/;

/**
 * The built client: its files, and its page for every other address a player may have bookmarked. The page comes with the catalogue's hash,
 * in the one header of a page that its scripts can read: so the catalogue is on its way before anybody has signed in.
 */
export function staticClient(folder: string, contentHash: () => string): Router {
  const router = Router();
  const files = listFiles(folder);
  const serve = express.static(folder, { index: false, redirect: false, cacheControl: false });
  const page: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next('router');
    const isFile = files.has(request.path);
    if (!isFile && (NOT_PAGES.test(request.path) || extname(request.path) !== '')) return next('router');
    if (!isFile) request.url = CONSOLE.test(request.path) ? '/operator.html' : '/index.html';
    if (request.url === '/index.html') response.set('server-timing', `content;desc="${contentHash()}"`);
    next();
  };
  const encode: RequestHandler = (request, response, next) => {
    const path = request.path;
    response.set({ 'cache-control': HASHED.test(path) ? FOR_EVER : ASK, vary: 'accept-encoding' });
    const found = ENCODINGS.find(
      ([name, suffix]) => files.has(path + suffix) && request.acceptsEncodings(name) === name,
    );
    if (found !== undefined) {
      response.type(extname(path)).set('content-encoding', found[0]);
      request.url = path + found[1];
    }
    next();
  };
  router.use(page, encode, serve, (_request, response) => {
    response.removeHeader('content-encoding');
    response.status(503).type('text').send('The client is not built. Run: npm start');
  });
  return router;
}

/** Paths of all files of the build, as requested. */
function listFiles(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/')));
}
