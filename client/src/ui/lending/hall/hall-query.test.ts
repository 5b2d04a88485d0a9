import { SECTORS } from '@bloomvale/shared/content/lending';
import { HALL_GENDERS } from '@bloomvale/shared/lending/hall-index';
import { HALL_SORTS } from '@bloomvale/shared/lending/hall-index-query';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeFilters,
  EVERYTHING,
  FILTERS,
  type HallQuery,
  readQuery,
  SIZES,
  widening,
  without,
  writeQuery,
} from './hall-query.ts';

const query = fc.record<HallQuery>({
  text: fc.string({ maxLength: 40, unit: 'grapheme-ascii' }),
  sectors: fc.subarray([...SECTORS]),
  countries: fc.subarray(['bd', 'ke', 'sn', 'vn']),
  genders: fc.subarray([...HALL_GENDERS]),
  size: fc.option(fc.constantFrom(...SIZES)),
  cost: fc.option(fc.integer({ min: 1, max: 59 })),
  months: fc.option(fc.integer({ min: 1, max: 23 })),
  rating: fc.option(fc.integer({ min: 3, max: 10 }).map((halves) => halves / 2)),
  left: fc.option(fc.integer({ min: 1, max: 999 })),
  hideMine: fc.boolean(),
  sort: fc.constantFrom(...HALL_SORTS),
});

describe('readQuery', () => {
  it.each([
    'cost=-5',
    'cost=99',
    'cost=x',
    'months=0',
    'sort=best',
    'sector=gold',
    'mine=yes',
    'country=SEN,1,%00',
    'gender=robot',
    'rating=9',
    'rating=2.3',
    'left=1e9',
    '%%%',
  ])('takes %j for nothing', (search) => {
    expect(readQuery(search)).toEqual(EVERYTHING);
  });
  it('cuts a text that is too long', () => {
    expect(readQuery(`q=${'a'.repeat(500)}`).text.length).toBeLessThan(50);
  });
  it('reads what was written', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(readQuery(writeQuery(asked))).toEqual(asked);
      }),
    );
  });
});

describe('widening', () => {
  /** As if these were the loans: what each costs and where it is. */
  const loans = [
    { cost: 40, sector: 'food' },
    { cost: 27, sector: 'arts' },
    { cost: 27, sector: 'arts' },
  ] as const;
  const count = (asked: HallQuery): number =>
    loans.filter(
      ({ cost, sector }) =>
        cost <= (asked.cost ?? 100) &&
        (asked.sectors.length === 0 || asked.sectors.includes(sector)) &&
        asked.countries.length === 0,
    ).length;

  it('offers nothing when no single filter is in the way', () => {
    expect(widening(EVERYTHING, () => 0)).toBeNull();
    expect(widening({ ...EVERYTHING, countries: ['ke'], sectors: ['health'] }, count)).toBeNull();
    expect(activeFilters(EVERYTHING)).toEqual([]);
  });
  it('takes the filter away without which the fewest loans match', () => {
    const asked: HallQuery = { ...EVERYTHING, sectors: ['food'], cost: 30 };
    expect(count(asked)).toBe(0);
    expect(widening(asked, count)).toMatchObject({ without: 'cost', count: 1 });
  });
  it('never offers more than one filter less', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const way = widening(asked, count);
        if (way === null) return;
        expect(way.query).toEqual(without(asked, way.without));
        expect(activeFilters(asked).length - activeFilters(way.query).length).toBe(1);
        expect(FILTERS).toContain(way.without);
      }),
    );
  });
});
