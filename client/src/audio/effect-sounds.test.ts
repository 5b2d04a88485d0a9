import { describe, expect, test } from 'vitest';
import { cuesOf } from './effect-sounds.ts';

describe('cuesOf', () => {
  test('a sale that earned nothing is silent', () => {
    expect(cuesOf({ kind: 'sold', gains: [], earned: 0 })).toEqual([]);
  });

  test('however much is harvested at once, only a few pops are heard, one after the other', () => {
    const items = Array.from({ length: 36 }, (_, plot) => ({ plot, good: 'tomato', quantity: 3 }));
    const cues = cuesOf({ kind: 'harvested', items });
    expect(cues.length).toBeLessThanOrEqual(5);
    expect(new Set(cues.map(({ after }) => after)).size).toBe(cues.length);
  });

  test('a loan that this share funded sounds richer than one that it did not', () => {
    const lent = { kind: 'lent', loanId: 'l', entrepreneur: 'e', amount: 2500 } as const;
    expect(cuesOf({ ...lent, funded: true }).length).toBeGreaterThan(cuesOf({ ...lent, funded: false }).length);
  });
});
