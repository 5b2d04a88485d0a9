import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../result.ts';
import { madeUpLoans } from './hall-index.fixture.ts';
import { HALL_ROWS_MAX, type HallIndex, type HallLoan, hallLoanAt, rowOf, setLeft } from './hall-index.ts';
import {
  countsOf,
  EVERY_LOAN,
  foldedText,
  HALL_SORTS,
  type HallFilter,
  type HallSort,
  queryHall,
  rowsOf,
} from './hall-index-query.ts';
import { decodeHallIndex, encodeHallIndex, type HallIndexWire } from './hall-index-wire.ts';

const AT = 1_760_000_000_000;
const LOANS = madeUpLoans(400, AT);

const wireOf = (loans: readonly HallLoan[]): HallIndexWire => JSON.parse(JSON.stringify(encodeHallIndex(loans, AT)));

function indexOf(loans: readonly HallLoan[] = LOANS): HallIndex {
  const decoded = decodeHallIndex(wireOf(loans));
  if (!decoded.ok) throw new Error(`${decoded.error.field}: ${decoded.error.message}`);
  return decoded.value;
}

const ask = (
  index: HallIndex,
  filter: Partial<HallFilter>,
  sort: HallSort = 'ending',
  startersFirst = false,
): string[] =>
  [...queryHall(index, { filter: { ...EVERY_LOAN, ...filter }, sort, startersFirst })].map(
    (row) => index.ids[row] as string,
  );

describe('the hall as columns, read at the edge', () => {
  const wire = wireOf(LOANS.slice(0, 3));
  it.each<[string, unknown]>([
    ['', null],
    ['version', { ...wire, version: 2 }],
    ['at', { ...wire, at: 'now' }],
    ['sectors.values.0', { ...wire, sectors: { ...wire.sectors, values: ['gold'] } }],
    ['countries.codes', { ...wire, countries: { ...wire.countries, codes: [0, 99, 0] } }],
    ['costBp.1', { ...wire, costBp: [0, -1, 0] }],
    ['members', { ...wire, members: [1] }],
    ['left.count.2', { ...wire, left: { unit: 2_500, count: [1, 1, 9_999] } }],
    ['idRest.1', { ...wire, idShared: [0, 0, 0], idRest: ['b', 'a', 'c'] }],
    ['idRest.0', { ...wire, idRest: ['a'.repeat(65)] }],
    ['names.0', { ...wire, names: [7, 'x', 'y'] }],
    [
      'partners.values.1.halfStars',
      {
        ...wire,
        partners: {
          ...wire.partners,
          values: [
            { id: 'a', halfStars: 1 },
            { id: 'b', halfStars: 11 },
          ],
        },
      },
    ],
    ['opened.seconds.0', { ...wire, opened: { from: 0, seconds: [1e12, 0, 0] } }],
    ['', { ...wire, surprise: 1 }],
  ])('names what is wrong: %s', (field, raw) => {
    const decoded = decodeHallIndex(raw);
    expect(decoded.ok ? null : decoded.error.field).toBe(field);
  });

  it('is not made of two loans with one id, nor of more than it has room for', () => {
    const [one] = LOANS as [HallLoan];
    expect(() => encodeHallIndex([one, one], AT)).toThrow(InvariantError);
    expect(() => encodeHallIndex(Array(HALL_ROWS_MAX + 1).fill(one), AT)).toThrow(InvariantError);
  });

  it('gives back every loan as it was', () => {
    const index = indexOf();
    const back = new Map(Array.from({ length: index.count }, (_, row) => hallLoanAt(index, row)).map((l) => [l.id, l]));
    expect(back.size).toBe(LOANS.length);
    for (const loan of LOANS) expect(back.get(loan.id)).toEqual(loan);
  });

  it('holds nothing, and then answers nothing', () => {
    const index = indexOf([]);
    expect([index.count, ask(index, {}), rowOf(index, 'x')]).toEqual([0, [], -1]);
  });

  it('shows a loan without a date to its end as ending last', () => {
    const [a, b] = LOANS as [HallLoan, HallLoan];
    const index = indexOf([{ ...a, expiresAt: 8_640_000_000_000_000 }, b]);
    expect(ask(index, {})).toEqual([b.id, a.id]);
  });

  it('of 10 000 loans takes at most 300 kB compressed', () => {
    const sent = gzipSync(JSON.stringify(encodeHallIndex(madeUpLoans(10_000, AT), AT)));
    expect(sent.length).toBeLessThanOrEqual(300_000);
  });
});

/** What the columns must agree with: the same rules, loan by loan. */
function plainly(loans: readonly HallLoan[], filter: HallFilter, mine: ReadonlySet<string>): HallLoan[] {
  const oneOf = <V>(list: readonly V[], value: V) => list.length === 0 || list.includes(value);
  const within = (value: number, from: number | null, to: number | null) =>
    (from === null || value >= from) && (to === null || value <= to);
  return loans.filter(
    (loan) =>
      loan.raised < loan.amount &&
      oneOf(filter.countries, loan.country) &&
      oneOf(filter.sectors, loan.sector) &&
      oneOf(filter.genders, loan.gender) &&
      oneOf(filter.grades, loan.grade) &&
      (filter.group === null || filter.group === loan.members > 1) &&
      within(loan.termHours, filter.termFrom, filter.termTo) &&
      within(loan.rating, filter.ratingFrom, null) &&
      within(loan.annualCost, null, filter.costTo) &&
      within(loan.amount - loan.raised, filter.leftFrom, filter.leftTo) &&
      !mine.has(loan.id) &&
      [loan.name, loan.town, loan.activity.en, loan.activity.fr].some((words) =>
        foldedText(words).includes(foldedText(filter.text.trim())),
      ),
  );
}

const KEYS: Readonly<Record<HallSort, (loan: HallLoan) => number>> = {
  half: (loan) => loan.halfBackHours,
  ending: (loan) => loan.expiresAt,
  newest: (loan) => -loan.openedAt,
  left: (loan) => loan.amount - loan.raised,
  shortest: (loan) => loan.termHours,
  cost: (loan) => loan.annualCost,
};

describe('filters and sorts of the hall', () => {
  it('find nothing that cannot be there', () => {
    const index = indexOf();
    expect(ask(index, { countries: ['zz'] })).toEqual([]);
    expect(ask(index, { text: 'no such person' })).toEqual([]);
    expect(ask(index, { termFrom: 10, termTo: 5 })).toEqual([]);
    expect(ask(index, { without: rowsOf(index, index.ids) })).toEqual([]);
  });

  it('agree with the same rules applied loan by loan, whatever is asked', () => {
    const index = indexOf();
    const pick = <V>(values: readonly V[]) => fc.subarray([...new Set(values)], { maxLength: 3 });
    const maybe = (min: number, max: number) => fc.option(fc.integer({ min, max }));
    const ids = LOANS.map(({ id }) => id);
    fc.assert(
      fc.property(
        fc.record({
          countries: pick(LOANS.map(({ country }) => country)),
          sectors: pick(LOANS.map(({ sector }) => sector)),
          genders: pick(LOANS.map(({ gender }) => gender)),
          grades: pick(LOANS.map(({ grade }) => grade)),
          group: fc.option(fc.boolean()),
          termFrom: maybe(0, 17_280),
          termTo: maybe(4_320, 17_280),
          ratingFrom: fc.option(fc.integer({ min: 1, max: 10 }).map((half) => half / 2)),
          costTo: fc.option(fc.integer({ min: 15, max: 50 }).map((percent) => percent / 100)),
          leftFrom: maybe(0, 50_000),
          leftTo: maybe(20_000, 110_000),
          text: fc.constantFrom('', 'MA', ' ka', 'é', 'trade', 'Métier de B'),
        }),
        fc.subarray(ids),
        fc.constantFrom(...HALL_SORTS),
        fc.boolean(),
        (asked, mine, sort, startersFirst) => {
          const filter: HallFilter = { ...asked, without: rowsOf(index, mine) };
          const found = ask(index, filter, sort, startersFirst);
          const expected = plainly(LOANS, filter, new Set(mine)).sort(
            (a, b) =>
              (startersFirst ? Number(b.starter) - Number(a.starter) : 0) ||
              KEYS[sort](a) - KEYS[sort](b) ||
              (a.id < b.id ? -1 : 1),
          );
          expect(found).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('follow what others lend meanwhile', () => {
    const index = indexOf();
    const [first, second] = ask(index, {}, 'left') as [string, string];
    expect(setLeft(index, first, 500_000)).toBe(true);
    expect(ask(index, {}, 'left').at(-1)).toBe(first);
    setLeft(index, second, 0);
    expect(ask(index, {}, 'left')).not.toContain(second);
    expect(ask(index, {}, 'ending')).not.toContain(second);
    expect(setLeft(index, 'never-listed', 1)).toBe(false);
    expect(() => setLeft(index, first, 0.5)).toThrow(InvariantError);
  });

  it('count the choices they leave', () => {
    const index = indexOf();
    const rows = queryHall(index, { filter: { ...EVERY_LOAN, group: true }, sort: 'half', startersFirst: false });
    const counts = countsOf(index.countries, rows);
    expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
    const groups = LOANS.filter(({ members, raised, amount }) => members > 1 && raised < amount);
    for (const { value, n } of counts) expect(groups.filter(({ country }) => country === value)).toHaveLength(n);
    expect(counts.map(({ n }) => n)).toEqual([...counts.map(({ n }) => n)].sort((a, b) => b - a));
  });
});
