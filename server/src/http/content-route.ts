import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import type { Game } from '../application/contract.ts';

/** A second of start-up is not worth the last two percent (11 is the default). */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const YEAR = 'public, max-age=31536000, immutable';

/** `/content/<hash>.json`: the whole catalogue, compressed once, cached for ever since its name is its hash. */
export function contentRoute({ content, contentHash }: Pick<Game, 'content' | 'contentHash'>): RequestHandler {
  const plain = Buffer.from(JSON.stringify(content));
  const bodies = { br: brotliCompressSync(plain, BROTLI), gzip: gzipSync(plain), identity: plain };
  return (request, response, next) => {
    if (request.params.file !== `${contentHash}.json`) return next();
    const accepted = request.acceptsEncodings('br', 'gzip', 'identity');
    const encoding = accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
    response.set({ 'content-type': 'application/json; charset=utf-8', 'cache-control': YEAR, vary: 'accept-encoding' });
    if (encoding !== 'identity') response.set('content-encoding', encoding);
    response.send(bodies[encoding]);
  };
}
