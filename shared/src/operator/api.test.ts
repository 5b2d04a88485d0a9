import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OPERATOR_API } from './api.ts';
import type { Endpoint } from './endpoint.ts';

const all: readonly [string, Endpoint][] = Object.entries(OPERATOR_API);

describe("the console's API", () => {
  it('has one endpoint for each method and path', () => {
    const places = all.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(all)('%s names its path parameters in its schema, and takes a body only by POST', (_name, one) => {
    const named = [...one.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const schema = one.params === undefined ? {} : (z.toJSONSchema(one.params) as { properties?: object });
    expect(Object.keys(('properties' in schema ? schema.properties : undefined) ?? {})).toEqual(named);
    if (one.method === 'GET') expect(one.body).toBeUndefined();
    else expect(one.body !== undefined || one.takes === 'bytes').toBe(true);
  });

  it.each(all)('%s can be described', (_name, one) => {
    for (const schema of [one.query, one.body, one.answer]) {
      if (schema !== undefined) expect(z.toJSONSchema(schema, { io: 'input' })).toBeInstanceOf(Object);
    }
  });

  it('changes nothing without a session or a scope, and nothing that only a person may do by token', () => {
    const open = all.filter(([, { access }]) => access === 'anyone').map(([name]) => name);
    expect(open).toEqual(['redeem', 'signIn']);
    for (const [name, { access, scope }] of all)
      if (access === 'anyone' || access === 'signed-in') expect([name, scope]).toEqual([name, null]);
  });
});
