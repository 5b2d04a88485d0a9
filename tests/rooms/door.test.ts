import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { Client } from '@colyseus/sdk';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Edge, get, openEdge, post } from '../support/edge.ts';
import { leaveAll, newPlayer } from '../support/players.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge();
});
afterEach(() => {
  edge.lifecycle.phase = 'ready';
});
afterAll(async () => {
  await leaveAll();
  await edge?.close();
});

const FOREIGN = 'https://evil.example';
const join = (body: unknown, headers: Record<string, string>, path = '/matchmake/joinOrCreate/village') =>
  post(edge.url, path, body, headers);
const answer = async (response: Response) => ({ status: response.status, body: await response.json() });

describe('matchmaking refuses', () => {
  it('whoever is not signed in', async () => {
    await expect(new Client(edge.url).joinOrCreate('village', { version: PROTOCOL_VERSION })).rejects.toMatchObject({
      code: 401,
      message: 'SIGN_IN',
    });
  });

  it('another version of the game, even of another shape', async () => {
    const { sdk } = await newPlayer(edge);
    for (const options of [{ version: PROTOCOL_VERSION + 1 }, { version: 0, somethingNew: true }]) {
      await expect(sdk.joinOrCreate('village', options as never)).rejects.toMatchObject({
        code: 426,
        message: 'WRONG_VERSION',
      });
    }
  });

  it.each([
    ['no options', null],
    ['a list', []],
    ['a text', 'version'],
    ['no version', {}],
    ['a version in words', { version: 'one' }],
  ])('%s', async (_name, body) => {
    const { cookie } = await newPlayer(edge);
    const { status } = await answer(await join(body, { cookie }));
    expect(status).toBe(400);
  });

  it('a page of another origin, cookie or not', async () => {
    const { cookie } = await newPlayer(edge);
    for (const origin of [FOREIGN, 'null']) {
      expect(await answer(await join({ version: PROTOCOL_VERSION }, { cookie, origin }))).toEqual({
        status: 403,
        body: { code: 'FORBIDDEN' },
      });
    }
  });

  it('other ways into a room', async () => {
    const { cookie } = await newPlayer(edge);
    for (const path of [
      '/matchmake/create/village',
      '/matchmake/joinById/abcdefghi',
      '/matchmake/join/village',
      '/matchmake/query/village',
      '/matchmake/constructor/village',
    ]) {
      expect((await join({ version: PROTOCOL_VERSION }, { cookie }, path)).status).toBe(404);
    }
    expect((await join({ version: PROTOCOL_VERSION }, { cookie }, '/matchmake/joinOrCreate/lobby')).ok).toBe(false);
    expect((await join({}, { cookie }, '/matchmake/reconnect/__proto__')).ok).toBe(false);
  });

  it('everybody while the server starts or stops', async () => {
    const { cookie } = await newPlayer(edge);
    edge.lifecycle.phase = 'stopping';
    expect(await answer(await join({ version: PROTOCOL_VERSION }, { cookie }))).toEqual({
      status: 503,
      body: { code: 'STOPPING' },
    });
    edge.lifecycle.phase = 'starting';
    expect(await answer(await join({ version: PROTOCOL_VERSION }, { cookie }))).toEqual({
      status: 503,
      body: { code: 'BUSY' },
    });
  });
});

/** The status of an upgrade that was refused; 101 when it was not. */
async function upgrade(path: string, headers: Record<string, string>): Promise<number> {
  const { connect } = await import('node:net');
  const { port } = new URL(edge.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      const fixed = [
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ];
      socket.write([`GET ${path} HTTP/1.1`, ...lines, ...fixed, '', ''].join('\r\n'));
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]));
    });
    socket.once('error', reject);
  });
}

describe('a socket', () => {
  it('is refused to a page of another origin', async () => {
    const { sdk } = await newPlayer(edge);
    const room = await sdk.joinOrCreate('village', { version: PROTOCOL_VERSION });
    const path = `/aaaaaaaaa/${room.roomId}?sessionId=x`;
    expect(await upgrade(path, { Origin: FOREIGN })).toBe(403);
    expect(await upgrade(path, { Origin: edge.url })).toBe(101);
    await room.leave();
  });

  it.each([
    '/',
    '/aaaaaaaaa/bbbbbbbbb?sessionId=x',
    '/aaaaaaaaa/__proto__?sessionId=x',
    '/aaaaaaaaa/constructo?sessionId=x',
    '/x?sessionId=y',
  ])('is refused where no room is: %s', async (path) => {
    expect(await upgrade(path, {})).toBe(404);
  });

  it('survives a Host that is none', async () => {
    expect([400, 404]).toContain(await upgrade('/aaaaaaaaa/bbbbbbbbb?sessionId=x', { Host: 'a b' }));
    expect((await get(edge.url, '/health')).status).toBe(200);
  });
});

describe('the front door', () => {
  it('lets no foreign page post, and gives none leave to read', async () => {
    expect(await answer(await post(edge.url, '/api/auth/sign-in/anonymous', {}, { origin: FOREIGN }))).toEqual({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
    const preflight = await fetch(`${edge.url}/api/me`, {
      method: 'OPTIONS',
      headers: { origin: FOREIGN, 'access-control-request-method': 'POST' },
    });
    const read = await get(edge.url, '/health', { origin: FOREIGN });
    for (const response of [preflight, read]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('tells a client of another version to reload', async () => {
    const headers = { 'x-bloomvale-version': String(PROTOCOL_VERSION + 1) };
    expect(await answer(await get(edge.url, '/api/me', headers))).toEqual({
      status: 426,
      body: { code: 'WRONG_VERSION' },
    });
    expect(
      await answer(await get(edge.url, '/api/me', { 'x-bloomvale-version': String(PROTOCOL_VERSION) })),
    ).toMatchObject({ status: 401 });
  });

  it('takes small bodies of known length', async () => {
    const { cookie } = await newPlayer(edge);
    const large = await post(edge.url, '/api/account/age', { age: 30, more: 'x'.repeat(5_000) }, { cookie });
    expect(await answer(large)).toEqual({ status: 413, body: { code: 'TOO_LARGE' } });
    const stream = new Blob(['{}']).stream();
    const chunked = await fetch(`${edge.url}/api/account/age`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { cookie },
    } as RequestInit);
    expect(await answer(chunked)).toEqual({ status: 411, body: { code: 'LENGTH_NEEDED' } });
    const broken = await fetch(`${edge.url}/api/account/age`, {
      method: 'POST',
      body: '{',
      headers: { cookie, 'content-type': 'application/json' },
    });
    expect(await answer(broken)).toEqual({ status: 400, body: { code: 'BAD_SHAPE' } });
  });

  it('knows four methods', async () => {
    expect((await fetch(`${edge.url}/api/me`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${edge.url}/api/me`, { method: 'PUT', body: '{}' })).status).toBe(405);
  });
});
