import { applyChange } from '@bloomvale/shared/catalogue/catalogue-apply';
import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { describe, expect, it } from 'vitest';
import { fieldChange, fieldValue } from './set-path.ts';

const growing: Json = {
  own: {
    offers: [
      { id: 'a', amount: 1 },
      { id: 'b', amount: 2 },
    ],
  },
};

describe('fieldChange', () => {
  it('changes a list as a whole, and leaves the rest of it alone', () => {
    const change = fieldChange('growing', null, growing, ['own', 'offers', 1, 'amount'], 5);
    expect(change).toMatchObject({
      path: ['own', 'offers'],
      after: [
        { id: 'a', amount: 1 },
        { id: 'b', amount: 5 },
      ],
    });
    expect(fieldValue(growing, ['own', 'offers', 1, 'amount'])).toBe(2);
    expect(
      fieldValue((applyChange({ growing }, change) as { growing: Json }).growing, ['own', 'offers', 1, 'amount']),
    ).toBe(5);
  });
  it('names a plain field by itself', () => {
    expect(fieldChange('economy', null, { stall: { slots: 3 } }, ['stall', 'slots'], 4)).toEqual({
      section: 'economy',
      id: null,
      kind: 'changed',
      path: ['stall', 'slots'],
      before: 3,
      after: 4,
    });
  });
  it('finds nothing beyond what is there', () => {
    expect(fieldValue(growing, ['own', 'constructor'])).toBeNull();
    expect(fieldValue(growing, ['own', 'offers', 7, 'amount'])).toBeNull();
  });
});
