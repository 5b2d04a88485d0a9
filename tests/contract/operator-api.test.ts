import { type EndpointName, OPERATOR_API, OPERATOR_API_BASE } from '@bloomvale/shared/operator/api';
import { type Endpoint, SCOPES, type Scope } from '@bloomvale/shared/operator/endpoint';
import { OperatorRefusalSchema } from '@bloomvale/shared/operator/operator-refusals';
import { OPERATOR_ROLES, type OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, ask, type ConsoleEdge, openConsoleEdge, operator, type Person, token } from '../support/console.ts';

const ALL = Object.entries(OPERATOR_API) as [EndpointName, Endpoint][];
const POSTS = ALL.filter(([, { method }]) => method === 'POST');
const CLOSED = ALL.filter(([, { access }]) => access !== 'anyone');
const BY_ROLE = CLOSED.filter(([, { access }]) => access !== 'signed-in');

let edge: ConsoleEdge;
const people = new Map<OperatorRole, Person>();
let fresh: Person;
beforeAll(async () => {
  edge = await openConsoleEdge({ apiPerMinute: 1_000_000 });
  for (const role of OPERATOR_ROLES) people.set(role, await operator(edge, role));
  fresh = await operator(edge, 'publisher', false);
});
afterAll(() => edge?.close());

const cookieOf = (role: OperatorRole): Record<string, string> => ({ cookie: people.get(role)?.cookie ?? '' });
const lesser = (access: Endpoint['access']): OperatorRole | undefined =>
  OPERATOR_ROLES[OPERATOR_ROLES.indexOf(access as OperatorRole) - 1];
/** What the answer to a request that got past the gate may not be. */
const GATE = ['SIGN_IN', 'CSRF', 'TOTP_FIRST', 'FORBIDDEN'];

describe('every endpoint of the console refuses', () => {
  it.each(CLOSED)('%s: whoever is not signed in', async (name) => {
    expect(await answerOf(await ask(edge, name))).toEqual({ status: 401, body: { code: 'SIGN_IN' } });
    const headers = { cookie: 'bloomvale-operator.session_token=made.up' };
    expect(await answerOf(await ask(edge, name, { headers }))).toMatchObject({ body: { code: 'SIGN_IN' } });
  });

  it.each(CLOSED)('%s: a token nobody gave, and a password for one', async (name) => {
    for (const authorization of ['Bearer bvop_0_0', 'Bearer ', 'Basic YTpi', `Bearer ${'x'.repeat(5_000)}`]) {
      const headers = { ...cookieOf('publisher'), authorization };
      expect(await answerOf(await ask(edge, name, { headers }))).toEqual({ status: 401, body: { code: 'SIGN_IN' } });
    }
  });

  it.each(BY_ROLE)('%s: whoever has not set up TOTP', async (name) => {
    const response = await ask(edge, name, { headers: { cookie: fresh.cookie } });
    expect(await answerOf(response)).toEqual({ status: 403, body: { code: 'TOTP_FIRST' } });
  });

  it.each(BY_ROLE.filter(([, { access }]) => lesser(access) !== undefined))(
    '%s: a lesser role, in person and by token',
    async (name, { access, scope }) => {
      const role = lesser(access) as OperatorRole;
      const refused = { status: 403, body: { code: 'FORBIDDEN', detail: { needs: access } } };
      expect(await answerOf(await ask(edge, name, { headers: cookieOf(role) }))).toEqual(refused);
      if (scope === null) return;
      const { headers } = await token(edge, people.get(role) as Person, SCOPES);
      expect(await answerOf(await ask(edge, name, { headers }))).toEqual(refused);
      await endTokens(people.get(role) as Person);
    },
  );

  it.each(CLOSED)('%s: a token without its scope', async (name, { scope }) => {
    const publisher = people.get('publisher') as Person;
    const others: readonly Scope[] = SCOPES.filter((one) => one !== scope);
    const { headers } = await token(edge, publisher, others);
    const { status, body } = await answerOf(await ask(edge, name, { headers }));
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    await endTokens(publisher);
  });

  it.each(POSTS)('%s: a POST without the header no other site can send', async (name) => {
    for (const value of ['', '0', 'yes']) {
      const headers = { ...cookieOf('publisher'), 'x-bloomvale-operator': value };
      expect(await answerOf(await ask(edge, name, { headers }))).toEqual({ status: 403, body: { code: 'CSRF' } });
    }
  });

  it.each(POSTS)('%s: a page of another origin, with that header and a session', async (name) => {
    for (const origin of ['https://evil.example', 'null']) {
      const headers = { ...cookieOf('publisher'), origin };
      expect(await answerOf(await ask(edge, name, { headers }))).toEqual({ status: 403, body: { code: 'FORBIDDEN' } });
    }
  });

  it.each(ALL.filter(([, { params }]) => params !== undefined))('%s: an id that is none', async (name, { access }) => {
    const headers = access === 'anyone' ? {} : cookieOf('publisher');
    const params = { id: 'not an id!', number: 'seven' };
    const { status, body } = await answerOf(await ask(edge, name, { headers, params }));
    expect([status, body.code]).toEqual([400, 'BAD_SHAPE']);
  });

  it.each(ALL)('%s: a field in its address that it does not know', async (name) => {
    const { status, body } = await answerOf(
      await ask(edge, name, {
        headers: cookieOf('publisher'),
        params: { id: 'abcd', number: '1' },
        query: { mood: 'good' },
      }),
    );
    expect([status, body.code]).toEqual([400, 'BAD_SHAPE']);
  });

  it.each(POSTS.filter(([, { body }]) => body !== undefined))('%s: a body of another shape', async (name, endpoint) => {
    const good = { headers: cookieOf('publisher'), params: { id: 'p1', number: '1' } };
    const request = endpoint.params === undefined ? good : { ...good, params: idsFor(name) };
    const bodies: unknown[] = [null, [], 'text', 7, { mood: 'good' }];
    for (const body of bodies) {
      expect(await answerOf(await ask(edge, name, { ...request, body }))).toMatchObject({
        status: 400,
        body: { code: 'BAD_SHAPE' },
      });
    }
    const sent = async (text: string, type = 'application/json') =>
      answerOf(
        await ask(edge, name, {
          ...request,
          headers: { ...request.headers, 'content-type': type },
          bytes: new TextEncoder().encode(text),
        }),
      );
    expect((await sent('{"a":')).body.code).toBe('NOT_JSON');
    expect((await sent(`${'['.repeat(1_000)}`)).body.code).toBe('NOT_JSON');
    expect((await sent('{}', 'text/plain')).body.code).toBe('BAD_SHAPE');
    expect((await sent('a=1', 'application/x-www-form-urlencoded')).body.code).toBe('BAD_SHAPE');
    const latin = Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]);
    const wrong = await ask(edge, name, {
      ...request,
      headers: { ...request.headers, 'content-type': 'application/json' },
      bytes: latin,
    });
    expect((await answerOf(wrong)).body.code).toBe('NOT_UTF8');
  });

  it.each(ALL)('%s: every other method', async (name, { method, access }) => {
    const path = `${edge.url}${OPERATOR_API_BASE}${OPERATOR_API[name].path.replaceAll(/:\w+/g, 'x1')}`;
    const headers = { ...cookieOf('publisher'), 'x-bloomvale-operator': '1' };
    for (const other of ['PUT', 'DELETE', 'PATCH']) {
      expect((await fetch(path, { method: other, headers })).status).toBe(405);
    }
    const both = ALL.some(([, one]) => one.path === OPERATOR_API[name].path && one.method !== method);
    if (both || access === 'anyone') return;
    const other = method === 'GET' ? 'POST' : 'GET';
    const response = await fetch(path, { method: other, headers, ...(other === 'POST' ? { body: '{}' } : {}) });
    expect(response.status).toBe(405);
  });
});

describe('a path that is nothing', () => {
  it.each(['', '/', '/nothing', '/me/', '/ME', '/catalogue/versions/1/2', '/operators/%E0%A4%A/role', '//me'])(
    'answers 404 to everybody: %j',
    async (path) => {
      for (const headers of [{}, cookieOf('publisher')]) {
        const response = await fetch(`${edge.url}${OPERATOR_API_BASE}${path}`, { headers });
        expect([response.status, await response.json()]).toEqual([404, { code: 'NOT_FOUND' }]);
      }
    },
  );
});

describe('every answer', () => {
  it.each(ALL.filter(([, { method, gives }]) => method === 'GET' && gives !== 'file'))(
    '%s: has the shape its table says, is kept by nobody, and nothing in it runs',
    async (name, { answer }) => {
      const request = { headers: cookieOf('publisher'), params: idsFor(name), query: queryFor(name) };
      const response = await ask(edge, name, request);
      const body: unknown = await response.json();
      const schema = response.status === 200 ? answer : OperatorRefusalSchema;
      expect(schema.safeParse(body)).toMatchObject({ success: true });
      expect(GATE).not.toContain((body as { code?: string }).code);
      expect((body as { code?: string }).code).not.toBe('INTERNAL');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    },
  );
});

/** Things that exist, or could. */
function idsFor(name: EndpointName): Record<string, string> {
  const own: Endpoint = OPERATOR_API[name];
  if (own.path.startsWith('/operators/')) return { id: people.get('publisher')?.id ?? '' };
  return { id: own.path.startsWith('/reports/') ? '1' : 'd999', number: '1' };
}

function queryFor(name: EndpointName): Record<string, string> {
  const queries: Partial<Record<EndpointName, Record<string, string>>> = {
    live: { days: '7' },
    reports: { state: 'open' },
    diff: { from: 'v1', to: 'v1' },
  };
  return queries[name] ?? {};
}

async function endTokens(person: Person): Promise<void> {
  const headers = { cookie: person.cookie };
  const { tokens } = (await (await ask(edge, 'tokens', { headers })).json()) as { tokens: { id: string }[] };
  for (const { id } of tokens) await ask(edge, 'endToken', { headers, params: { id } });
}
