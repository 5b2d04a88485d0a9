import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeFor } from './batch-programs.ts';

describe('sizeFor', () => {
  it('never asks for more than the card has', () => {
    expect(sizeFor(9, 8)).toBe(8);
    expect(sizeFor(3, 2)).toBe(2);
  });
  it('holds what the batch has, in few different sizes', () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), (count) => {
        sizes.add(sizeFor(count, 16));
        return sizeFor(count, 16) >= count;
      }),
    );
    expect(sizes.size).toBeLessThanOrEqual(4);
  });
  it('takes all there are on a card with more', () => {
    expect(sizeFor(20, 32)).toBe(32);
  });
});
