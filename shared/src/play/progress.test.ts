import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT } from './play.fixture.ts';
import { gainXp, levelOf, MAX_XP, plotCount, progressBetween, xpForNext } from './progress.ts';

const { economy } = CONTENT;

describe('progress', () => {
  test('has no next level after the last', () => {
    expect(xpForNext(6, economy)).toBeNull();
    expect(levelOf(MAX_XP, economy)).toBe(6);
  });
  test('never wraps round', () => {
    expect(gainXp(MAX_XP - 1, 5)).toBe(MAX_XP);
  });
  test('reaches a level with exactly its experience', () => {
    expect([0, 9, 10, 29, 30].map((xp) => levelOf(xp, economy))).toEqual([1, 1, 2, 2, 3]);
    expect(progressBetween(9, 10, economy)).toEqual({ xp: 10, level: 2, levelUp: true });
    expect(progressBetween(10, 11, economy)).toEqual({ xp: 11, level: 2, levelUp: false });
  });
  test('keeps the last number of plots beyond the end of the table', () => {
    expect([1, 2, 4, 5, 60].map((level) => plotCount(level, economy))).toEqual([4, 5, 8, 8, 8]);
  });
  test('the next level begins exactly where its experience is reached', () => {
    fc.assert(
      fc.property(fc.nat(200), (xp) => {
        const level = levelOf(xp, economy);
        const next = xpForNext(level, economy);
        if (next === null) return;
        expect(xp).toBeLessThan(next);
        expect(levelOf(next, economy)).toBe(level + 1);
        expect(levelOf(next - 1, economy)).toBe(level);
      }),
    );
  });
});
