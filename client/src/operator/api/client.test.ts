import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, call, hearRefusals } from './client.ts';

const answering = (status: number, body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetched = vi.fn(async (..._: Parameters<typeof fetch>) => new Response(text, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
afterEach(() => {
  vi.unstubAllGlobals();
  hearRefusals(() => undefined);
});

describe('call', () => {
  it('says that there is no connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect(await call('me', {})).toEqual({ ok: false, error: { code: 'OFFLINE' } });
  });

  it('hands the server’s reason on, and lets the session hear of it', async () => {
    answering(409, { code: 'DRAFT_CONFLICT', detail: { conflicts: [] } });
    const heard = vi.fn();
    hearRefusals(heard);
    const answer = await call('signOut', { body: {} });
    expect(answer).toEqual({ ok: false, error: { code: 'DRAFT_CONFLICT', detail: { conflicts: [] } } });
    expect(heard).toHaveBeenCalledWith({ code: 'DRAFT_CONFLICT', detail: { conflicts: [] } }, 'signOut');
  });

  it.each(['<html>Bad gateway</html>', '{"code":"MADE_UP"}', 'null', ''])(
    'takes %j of a proxy for a fault',
    async (body) => {
      answering(502, body);
      expect(await call('me', {})).toEqual({ ok: false, error: { code: 'INTERNAL' } });
    },
  );

  it('marks what it posts, and only that', async () => {
    const fetched = answering(200, {});
    await call('signOut', { body: {} });
    const [address, sent] = fetched.mock.calls[0] ?? [];
    expect(address).toBe('/operator/api/sign-out');
    expect(sent).toMatchObject({ method: 'POST', body: '{}', headers: { 'x-bloomvale-operator': '1' } });
    answering(200, { operators: [] });
    await call('operators', {});
    expect(vi.mocked(fetch).mock.calls[0]?.[1]).not.toHaveProperty('headers');
  });

  it('does not believe an answer of another shape while it is developed', async () => {
    answering(200, { operators: [{ id: 'x' }] });
    await expect(call('operators', {})).rejects.toThrow();
  });
});

describe('addressOf', () => {
  it('escapes what it is given', () => {
    expect(addressOf('draft', { params: { id: 'a/../b?c' } })).toBe('/operator/api/catalogue/drafts/a%2F..%2Fb%3Fc');
    expect(addressOf('diff', { query: { from: 'v1', to: 'a&b' } })).toBe(
      '/operator/api/catalogue/diff?from=v1&to=a%26b',
    );
  });
  it('leaves out what was not asked for', () => {
    expect(addressOf('versions', { query: { before: undefined } as never })).toBe('/operator/api/catalogue/versions');
  });
});
