import { describe, expect, it } from 'vitest';
import { hrefTo, routeOf } from './route.ts';

describe('routeOf', () => {
  it('takes nothing and broken escapes as they come', () => {
    expect(routeOf('')).toEqual({ words: [], query: {} });
    expect(routeOf('#/draft/%E0%A4%A')).toEqual({ words: ['draft', '%E0%A4%A'], query: {} });
  });
  it('takes a one-time link for what it opens', () => {
    expect(routeOf('#welcome=ab%2Fc')).toEqual({ words: ['redeem', 'ab/c'], query: {} });
  });
  it('reads back what hrefTo wrote', () => {
    const query = { q: 'a&b=c', tab: 'diff' };
    expect(routeOf(hrefTo(['catalogue', 'entrepreneurs', 'a/b ü'], query))).toEqual({
      words: ['catalogue', 'entrepreneurs', 'a/b ü'],
      query,
    });
  });
});
