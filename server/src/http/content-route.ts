import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import type { Game } from '../application/contract.ts';

/** Compressed once a version: the last two percent (11 is the default) are not worth the seconds that everybody would wait. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const YEAR = 'public, max-age=31536000, immutable';
const HASH_FILE = /^([0-9a-f]{16,64})\.json$/;
/** Versions kept compressed: the one in force, and the one before for pages that are slow. */
const KEPT = 2;

type Bodies = Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;

/** `/content/<hash>.json`: a whole catalogue, compressed once, cached for ever since its name is its hash. Off this thread: play goes on. */
export function contentRoute(game: Pick<Game, 'contentText'>): RequestHandler {
  const kept = new Map<string, Promise<Bodies | null>>();
  const bodiesOf = (hash: string): Promise<Bodies | null> => {
    const known = kept.get(hash);
    if (known !== undefined) return known;
    const made = compressed(game, hash);
    kept.set(hash, made);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
    const forget = () => kept.get(hash) === made && kept.delete(hash);
    made.then((bodies) => bodies === null && forget(), forget);
    return made;
  };
  return async (request, response, next) => {
    const hash = HASH_FILE.exec(String(request.params.file))?.[1];
    const bodies = hash === undefined ? null : await bodiesOf(hash);
    if (bodies === null) return next();
    const accepted = request.acceptsEncodings('br', 'gzip', 'identity');
    const encoding = accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
    response.set({ 'content-type': 'application/json; charset=utf-8', 'cache-control': YEAR, vary: 'accept-encoding' });
    if (encoding !== 'identity') response.set('content-encoding', encoding);
    response.send(bodies[encoding]);
  };
}

async function compressed(game: Pick<Game, 'contentText'>, hash: string): Promise<Bodies | null> {
  const text = await game.contentText(hash);
  if (text === null) return null;
  const identity = Buffer.from(text);
  const [br, gzipped] = await Promise.all([promisify(brotliCompress)(identity, BROTLI), promisify(gzip)(identity)]);
  return { br, gzip: gzipped, identity };
}
