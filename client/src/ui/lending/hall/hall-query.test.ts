import { SECTORS } from '@bloomvale/shared/content/lending';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loanCard } from '../loan.fixture.ts';
import {
  activeFilters,
  EVERYTHING,
  folded,
  type HallQuery,
  inOrder,
  matches,
  readQuery,
  SORTS,
  writeQuery,
} from './hall-query.ts';

describe('readQuery', () => {
  it.each(['cost=-5', 'cost=99', 'cost=x', 'months=0', 'sort=best', 'sector=gold', 'mine=yes', '%%%'])(
    'takes %j for nothing',
    (search) => {
      expect(readQuery(search)).toEqual(EVERYTHING);
    },
  );
  it('cuts a text that is too long', () => {
    expect(readQuery(`q=${'a'.repeat(500)}`).text.length).toBeLessThan(50);
  });
  it('reads what was written', () => {
    const query = fc.record<HallQuery>({
      text: fc.string({ maxLength: 40, unit: 'grapheme-ascii' }),
      sectors: fc.subarray([...SECTORS]),
      cost: fc.option(fc.integer({ min: 1, max: 59 })),
      months: fc.option(fc.integer({ min: 1, max: 23 })),
      hideMine: fc.boolean(),
      sort: fc.constantFrom(...SORTS),
    });
    fc.assert(
      fc.property(query, (asked) => {
        expect(readQuery(writeQuery(asked))).toEqual(asked);
      }),
    );
  });
});

describe('matches', () => {
  const loan = loanCard();
  it('refuses another sector, a higher cost, a longer term, one of mine', () => {
    expect(matches(loan, { ...EVERYTHING, sectors: ['arts'] }, '')).toBe(false);
    expect(matches(loan, { ...EVERYTHING, cost: 20 }, '')).toBe(false);
    expect(matches(loan, { ...EVERYTHING, months: 6 }, '')).toBe(false);
    expect(matches({ ...loan, mine: 2_500 }, { ...EVERYTHING, hideMine: true }, '')).toBe(false);
  });
  it('finds a name whatever its accents and case', () => {
    expect(matches(loan, { ...EVERYTHING, text: 'NGUYEN' }, 'Nguyễn Thị Hạnh')).toBe(true);
    expect(folded('Thiès')).toBe('thies');
  });
  it('lets everything through without filters', () => {
    expect(matches(loan, EVERYTHING, 'Awa')).toBe(true);
    expect(activeFilters(EVERYTHING)).toBe(0);
  });
});

describe('inOrder', () => {
  const soon = loanCard({ id: 'b', expiresAt: 10, starter: true });
  const late = loanCard({ id: 'a', expiresAt: 20, annualCost: 0.1 });
  it('puts starter projects first for newcomers only', () => {
    expect(inOrder([late, soon], 'cost', true).map((loan) => loan.id)).toEqual(['b', 'a']);
    expect(inOrder([late, soon], 'cost', false).map((loan) => loan.id)).toEqual(['a', 'b']);
  });
  it.each(SORTS)('keeps every loan, and does not depend on the order given (%s)', (sort) => {
    const one = inOrder([soon, late], sort, false);
    expect(inOrder([late, soon], sort, false)).toEqual(one);
    expect(one).toHaveLength(2);
  });
});
