import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR_API, OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import { LARGE_BODY } from '@bloomvale/shared/operator/endpoint';
import { OPERATOR_REFUSALS } from '@bloomvale/shared/operator/operator-refusals';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, ask, type ConsoleEdge, openConsoleEdge, operator, PASSWORD } from '../support/console.ts';
import { get } from '../support/edge.ts';

const PAGE = '<!doctype html><title>Bloomvale console</title>';
const GAME = '<!doctype html><title>Bloomvale</title>';
const GUESSES = 12;
let edge: ConsoleEdge;
let clientDir: string;
beforeAll(async () => {
  clientDir = mkdtempSync(join(tmpdir(), 'bloomvale-client-'));
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), GAME);
  writeFileSync(join(clientDir, 'operator.html'), PAGE);
  writeFileSync(join(clientDir, 'assets/console-Ab3dEf9h.js'), 'the console');
  edge = await openConsoleEdge({ clientDir, operatorSignInsPerMinute: GUESSES });
});
afterEach(() => {
  edge.lifecycle.phase = 'ready';
});
afterAll(async () => {
  await edge?.close();
  rmSync(clientDir, { recursive: true, force: true });
});

describe('the page of the console', () => {
  it('stands at its address and below, and nowhere else', async () => {
    for (const path of ['/operator', '/operator/', '/operator/catalogue', '/operator?x=1']) {
      const response = await get(edge.url, path);
      expect([response.status, await response.text()]).toEqual([200, PAGE]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
    expect(await (await get(edge.url, '/operators')).text()).toBe(GAME);
    expect((await get(edge.url, '/operator/gone.js')).status).toBe(404);
    expect((await get(edge.url, '/operator/api')).status).toBe(404);
    expect(await (await get(edge.url, '/assets/console-Ab3dEf9h.js')).text()).toBe('the console');
  });

  it('is framed by nobody and runs nothing that is not ours', async () => {
    const policy = (await get(edge.url, '/operator')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  });
});

describe('the description of the API', () => {
  type Described = {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; 'x-role': string; 'x-scope': string | null }>>;
    components: { schemas: Record<string, unknown> };
  };
  const read = async () => (await (await get(edge.url, `${OPERATOR_API_BASE}/openapi.json`)).json()) as Described;

  it('names every endpoint of the table once, with its role and scope', async () => {
    const { openapi, paths } = await read();
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [one.operationId, method, path, one['x-role'], one['x-scope']]),
    );
    const mounted = Object.entries(OPERATOR_API).map(([name, { method, path, access, scope }]) => [
      name,
      method.toLowerCase(),
      path.replaceAll(/:(\w+)/g, '{$1}'),
      access,
      scope,
    ]);
    expect(described.toSorted()).toEqual(mounted.toSorted());
  });

  it('points to nothing that it does not have', async () => {
    const text = JSON.stringify(await read());
    const { schemas } = (JSON.parse(text) as Described).components;
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');
    expect(references.length).toBeGreaterThan(50);
    const missing = references.filter((target) => schemas[target.replace('#/components/schemas/', '')] === undefined);
    expect(missing).toEqual([]);
  });

  it('can be read as a page that runs and loads nothing', async () => {
    const response = await get(edge.url, `${OPERATOR_API_BASE}/docs`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page).not.toMatch(/<script|src=|https?:\/\//);
    for (const [name, { path }] of Object.entries(OPERATOR_API)) {
      expect(page).toContain(`<h3 id="${name}">`);
      expect(page).toContain(path.replaceAll(/:(\w+)/g, '{$1}'));
    }
    for (const code of OPERATOR_REFUSALS) expect(page).toContain(`<code>${code}</code>`);
  });
});

describe('at the door', () => {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${edge.url}${OPERATOR_API_BASE}${path}`, {
      method: 'POST',
      headers: { 'x-bloomvale-operator': '1', 'content-type': 'application/json' },
      ...init,
    });
  const importing = '/catalogue/drafts/d1/import?format=csv&revision=0';

  it('nobody acts while the server starts or stops, but the page is there', async () => {
    for (const [phase, code] of [
      ['starting', 'BUSY'],
      ['stopping', 'STOPPING'],
    ] as const) {
      edge.lifecycle.phase = phase;
      expect(await answerOf(await ask(edge, 'me'))).toEqual({ status: 503, body: { code } });
      expect((await get(edge.url, '/operator')).status).toBe(200);
    }
  });

  it('strangers get no room: what they send is as small as a player’s', async () => {
    const large = JSON.stringify({ email: 'a@example.org', password: 'x'.repeat(5_000), code: null });
    expect(await answerOf(await send('/sign-in', { body: large }))).toEqual({
      status: 413,
      body: { code: 'TOO_LARGE' },
    });
    expect((await send('/nothing', { body: large })).status).toBe(413);
    expect((await fetch(`${edge.url}/api/account/age`, { method: 'POST', body: large })).status).toBe(413);
    // A larger one is let in for who is signed in only, and refused before a byte of it is read.
    expect(await answerOf(await send(importing, { body: new Uint8Array(2_000_000) }))).toEqual({
      status: 401,
      body: { code: 'SIGN_IN' },
    });
  });

  it('a body of unknown or too great a length ends', async () => {
    const stream = new Blob(['{}']).stream();
    const streamed = await send(importing, { body: stream, duplex: 'half' } as RequestInit);
    expect(await answerOf(streamed)).toEqual({ status: 411, body: { code: 'LENGTH_NEEDED' } });
    const ada = await operator(edge, 'editor');
    const headers = { cookie: ada.cookie, 'x-bloomvale-operator': '1', 'content-type': 'application/json' };
    const title = JSON.stringify({ title: 'x'.repeat(65 * 1024) });
    expect((await send('/catalogue/drafts', { headers, body: title })).status).toBe(413);
    expect(LARGE_BODY).toBeGreaterThan(40 * 1024 * 1024);
  });

  it('who guesses waits, and others do not wait with them', async () => {
    const ada = await operator(edge, 'viewer');
    const guess = () => ask(edge, 'signIn', { body: { email: 'eve@example.org', password: PASSWORD, code: null } });
    let refused: Response | null = null;
    for (let i = 0; i <= GUESSES && refused === null; i++) {
      const response = await guess();
      if (response.status === 429) refused = response;
    }
    expect(await answerOf(refused ?? new Response('{}'))).toEqual({ status: 429, body: { code: 'SLOW_DOWN' } });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(edge, 'me', { headers: { cookie: ada.cookie } })).status).toBe(200);
  });
});
