import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newHousehold } from './household-new.ts';
import { HouseholdV2Schema } from './household-schema.ts';
import { CONTENT, KEY, START } from './play.fixture.ts';
import { WISH_MAX, WISH_MIN } from './wish-arrivals.ts';

describe('a new household', () => {
  test('has customers waiting, the first for the crop whose seed is free, and room for one more', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1)), (key) => {
        const { stall } = newHousehold(START, CONTENT, key);
        expect(stall.wishes.length).toBe(CONTENT.economy.stall.wishes - 1);
        expect(stall.wishes[0]?.good).toBe('cress');
        expect(stall.wishCount).toBe(stall.wishes.length);
        for (const wish of stall.wishes) {
          expect(wish.quantity).toBeGreaterThanOrEqual(WISH_MIN);
          expect(wish.quantity).toBeLessThanOrEqual(WISH_MAX);
          // Melons open at level 2: nobody asks a newcomer for what cannot be grown.
          expect(wish.good).not.toBe('melon');
        }
      }),
    );
  });
  test('is what the schema of stored households accepts, also after a trip through JSON', () => {
    const made = newHousehold(START, CONTENT, KEY);
    expect(HouseholdV2Schema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });
  test('is the same for the same key and moment, and another for another key', () => {
    expect(newHousehold(START, CONTENT, KEY)).toEqual(newHousehold(START, CONTENT, KEY));
    const quantities = (word: number) => newHousehold(START, CONTENT, [word, 1]).stall.wishes.map((w) => w.quantity);
    expect(new Set(Array.from({ length: 20 }, (_, word) => quantities(word).join())).size).toBeGreaterThan(3);
  });
});
