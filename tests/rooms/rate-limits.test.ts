import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Edge, get, openEdge, post } from '../support/edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge({ guestsPerHour: 3, authPerMinute: 30, apiPerMinute: 40 });
});
afterAll(() => edge?.close());

const statuses = (responses: Response[]) => responses.map(({ status }) => status);
const guests = (headers: () => Record<string, string>, count: number) =>
  Promise.all(Array.from({ length: count }, () => post(edge.url, '/api/auth/sign-in/anonymous', {}, headers())));

it('limits new guests by address, and says when to come back', async () => {
  const responses = await guests(() => ({}), 5);
  expect(statuses(responses).sort()).toEqual([200, 200, 200, 429, 429]);
  const refused = responses.find(({ status }) => status === 429);
  expect(await refused?.json()).toEqual({ code: 'SLOW_DOWN' });
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('believes no header about the address unless it is told to trust a proxy', async () => {
  const names = ['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'forwarded'];
  const responses = await guests(
    () => Object.fromEntries(names.map((name) => [name, `203.0.113.${Math.floor(Math.random() * 250)}`])),
    6,
  );
  expect(statuses(responses)).toEqual(Array(6).fill(429));
});

it('limits guessing of codes and passwords', async () => {
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => post(edge.url, '/api/auth/transfer-code/redeem', { code: 'ABCD-EFGH' })),
  );
  expect(statuses(tries).filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
  const passwords = await Promise.all(
    Array.from({ length: 20 }, () =>
      post(edge.url, '/api/auth/sign-in/email', { email: 'a@example.org', password: 'x'.repeat(12) }),
    ),
  );
  expect(statuses(passwords).filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
});

it('limits everything else, but never the question whether the server is well', async () => {
  const asked = await Promise.all(Array.from({ length: 60 }, () => get(edge.url, '/api/me')));
  expect(statuses(asked)).toContain(429);
  const well = await Promise.all(Array.from({ length: 60 }, () => get(edge.url, '/health')));
  expect(new Set(statuses(well))).toEqual(new Set([200]));
});
