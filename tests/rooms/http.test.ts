import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Edge, get, guest, openEdge, post } from '../support/edge.ts';
import { newPlayer } from '../support/players.ts';

const PAGE = '<!doctype html><title>Bloomvale</title>';
const SCRIPT = 'console.log("the game")'.repeat(50);
let edge: Edge;
let clientDir: string;
beforeAll(async () => {
  clientDir = mkdtempSync(join(tmpdir(), 'bloomvale-client-'));
  mkdirSync(join(clientDir, 'assets'));
  mkdirSync(join(clientDir, 'generated'));
  writeFileSync(join(clientDir, 'index.html'), PAGE);
  writeFileSync(join(clientDir, 'assets/main-Ab3dEf9h.js'), SCRIPT);
  writeFileSync(join(clientDir, 'assets/main-Ab3dEf9h.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(clientDir, 'generated/atlas.json'), '{}');
  edge = await openEdge({ clientDir, publicUrl: 'https://bloomvale.example' });
});
afterEach(() => {
  edge.lifecycle.phase = 'ready';
});
afterAll(async () => {
  await edge?.close();
  rmSync(clientDir, { recursive: true, force: true });
});

/** As a browser asks again: `fetch` would add that it wants no cached answer. */
const statusOf = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(edge.url + path, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('/health', () => {
  it('says 200 only when everything works', async () => {
    expect((await get(edge.url, '/health')).status).toBe(200);
    for (const phase of ['starting', 'stopping'] as const) {
      edge.lifecycle.phase = phase;
      const response = await get(edge.url, '/health');
      expect([response.status, await response.json()]).toMatchObject([503, { status: phase }]);
    }
  });
});

describe('pages', () => {
  it('are always asked for again', async () => {
    const response = await get(edge.url, '/');
    expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
      200,
      'no-cache',
      PAGE,
    ]);
    expect(await statusOf('/', { 'if-none-match': response.headers.get('etag') ?? '' })).toBe(304);
  });

  it('stand at every address a player may have kept', async () => {
    for (const path of ['/lend/awa', '/portfolio?x=1']) expect(await (await get(edge.url, path)).text()).toBe(PAGE);
  });

  it('do not stand in for what is missing', async () => {
    for (const path of [
      '/assets/gone-12345678.js',
      '/generated/gone.webp',
      '/favicon.gone',
      '/api/nothing',
      '/content/nothing.json',
      '/matchmake/x',
    ]) {
      const response = await get(edge.url, path);
      expect([response.status, await response.json()]).toEqual([404, { code: 'NOT_FOUND' }]);
    }
  });

  it('give nothing outside their folder away', async () => {
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2fx', '/%00', '/%E0%A4%A']) {
      const response = await get(edge.url, path);
      expect(await response.text()).not.toMatch(/root:/);
      expect(response.status).toBeLessThan(500);
    }
  });

  it('carry scripts that are kept for ever, and compressed for who can read it', async () => {
    const response = await get(edge.url, '/assets/main-Ab3dEf9h.js', { 'accept-encoding': 'br' });
    expect(response.headers.get('cache-control')).toMatch(/immutable/);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(await response.text()).toBe(SCRIPT);
    const plain = await get(edge.url, '/assets/main-Ab3dEf9h.js', { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, SCRIPT]);
    expect((await get(edge.url, '/generated/atlas.json')).headers.get('cache-control')).toBe('no-cache');
  });

  it('let nobody frame them, read along or load anything from elsewhere', async () => {
    const { headers } = await get(edge.url, '/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('the catalogue', () => {
  it('is fetched by its hash and kept for ever', async () => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await get(edge.url, `/content/${edge.game.contentHash}.json`, { 'accept-encoding': encoding });
      expect(response.headers.get('cache-control')).toMatch(/immutable/);
      expect(await response.json()).toEqual(JSON.parse(JSON.stringify(edge.game.content)));
    }
  });
});

describe('with a public URL', () => {
  it('only its origin may post, whatever the Host says', async () => {
    const origin = 'https://bloomvale.example';
    expect((await post(edge.url, '/api/auth/sign-in/anonymous', {}, { origin })).status).toBe(200);
    expect((await post(edge.url, '/api/auth/sign-in/anonymous', {}, { origin: edge.url })).status).toBe(403);
  });

  it('cookies are Secure when it is https', async () => {
    const response = await post(edge.url, '/api/auth/sign-in/anonymous', {});
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-bloomvale.*; Secure/);
  });
});

describe('the player’s routes', () => {
  it.each(['/me', '/hall', '/loans/l1', '/portfolio', '/statement', '/welcome-back', '/export'])(
    '/api%s asks who is there',
    async (path) => {
      const response = await get(edge.url, `/api${path}`);
      expect([response.status, await response.json()]).toEqual([401, { code: 'SIGN_IN' }]);
    },
  );

  it('are never stored on the way', async () => {
    const { cookie } = await newPlayer(edge);
    for (const path of ['/me', '/hall', '/portfolio', '/statement', '/welcome-back']) {
      const response = await get(edge.url, `/api${path}`, { cookie });
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
  });

  it('refuse what is malformed or not there', async () => {
    const { cookie } = await newPlayer(edge);
    for (const [path, status, code] of [
      ['/statement?before=x', 400, 'BAD_SHAPE'],
      ['/statement?before=-1', 400, 'BAD_SHAPE'],
      ['/statement?before=1&before=2', 400, 'BAD_SHAPE'],
      ['/loans/UPPER', 400, 'BAD_SHAPE'],
      ['/loans/none', 404, 'LEND_UNKNOWN'],
    ] as const) {
      const response = await get(edge.url, `/api${path}`, { cookie });
      expect([response.status, await response.json()]).toEqual([status, { code }]);
    }
  });

  it('know nobody who has not entered the game', async () => {
    const { cookie } = await guest(edge.url);
    const response = await get(edge.url, '/api/hall', { cookie });
    expect([response.status, await response.json()]).toEqual([404, { code: 'UNKNOWN_PLAYER' }]);
  });
});
