import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './catalogue-apply.ts';
import { type CatalogueChange, catalogueDiff, type Json } from './catalogue-diff.ts';
import { catalogueFrom, changesFrom } from './changes.fixture.ts';
import { DIFF_KEYS } from './diff-sentence.ts';
import { diffInWords } from './diff-words.ts';

const text = (word: string): Json => ({ en: word, fr: `${word} (fr)` });
const product = (id: string, instalments: number): Json => ({
  id,
  name: text(id),
  instalments,
  intervalSimHours: 720,
  method: 'equal_principal',
  graceOnPrincipal: 0,
});
type Loan = {
  readonly amount?: Json;
  readonly product?: string;
  readonly grade?: string;
  readonly annualCost?: number;
};
const person = (id: string, loan: Loan = {}, more: { readonly [key: string]: Json } = {}): Json => ({
  id,
  name: `${id} Reyes`,
  activity: text('silk'),
  partner: 'bayani',
  country: 'ph',
  loan: { amount: 700, product: 'ten', grade: 'C', annualCost: 0.27, ...loan },
  ...more,
});
const partner = (about: string): Json => ({ id: 'bayani', name: 'Bayani Fund', about: text(about) });
const base = (people: readonly Json[], more: { readonly [key: string]: Json } = {}): Json => ({
  entrepreneurs: people,
  products: [product('ten', 10), product('fourteen', 14)],
  partners: [partner('Boats.')],
  model: { lossPpm: { C: 35_000, D: 60_000 } },
  economy: { welcomeGift: 4_000, levelXp: [1, 2] },
  ...more,
});
const keysOf = (before: Json, after: Json) =>
  diffInWords(before, after).map(({ key, parts }) => [key, ...parts.map((part) => part.key)]);

describe('diffInWords', () => {
  it('says nothing about what is the same, in whatever order it stands', () => {
    expect(diffInWords(base([person('a'), person('b')]), base([person('b'), person('a')]))).toEqual([]);
  });

  it('says of drafts that do not fit only what it can', () => {
    const odd = person('a', { amount: 'many', product: 'lost' });
    expect(keysOf(base([person('a')]), base([odd]))).toEqual([['entry', 'field', 'field']]);
    expect(keysOf(base([]), base([{ id: 'x' }]))).toEqual([['join', 'entry']]);
    expect(() => diffInWords(null, base([odd]))).not.toThrow();
    expect(() => diffInWords(base([odd]), { entrepreneurs: 'none', economy: [] })).not.toThrow();
  });

  it('names who joins with what they ask for, and who leaves', () => {
    const [join, leave] = diffInWords(
      base([person('carlos')]),
      base([person('sokha'), person('tsering', { product: 'fourteen' })]),
    );
    expect(join).toMatchObject({
      kind: 'added',
      key: 'join',
      ids: ['sokha', 'tsering'],
      values: { count: { count: 2 } },
      parts: [
        { key: 'person', values: { name: { name: 'sokha Reyes' }, amount: { minor: 70_000 }, term: { hours: 7_200 } } },
        { key: 'person', values: { term: { hours: 10_080 } } },
      ],
    });
    expect(leave).toMatchObject({ kind: 'removed', key: 'leave', ids: ['carlos'], parts: [{ key: 'gone' }] });
  });

  it('tells of a loan what changes and what follows from it', () => {
    const [line] = diffInWords(
      base([person('joselito')]),
      base([person('joselito', { amount: 900, product: 'fourteen' })]),
    );
    expect(line).toMatchObject({
      key: 'entry',
      values: { name: { name: 'joselito Reyes' } },
      parts: [
        { key: 'amount', values: { before: { minor: 70_000 }, after: { minor: 90_000 } } },
        { key: 'term', values: { before: { hours: 7_200 }, after: { hours: 10_080 } } },
        { key: 'field', values: { before: { text: { en: 'ten' } }, after: { text: { en: 'fourteen' } } } },
        { key: 'instalmentFalls', values: { before: { minor: 7_000 }, after: { minor: 6_429 } } },
      ],
    });
    const worse = person('joselito', { grade: 'D', annualCost: 0.295, amount: 800 });
    expect(keysOf(base([person('joselito')]), base([worse]))).toEqual([
      ['entry', 'amount', 'grade', 'cost', 'loss', 'instalmentRises'],
    ]);
  });

  it('tells of a partner or a product how many people use it, and does not print what is long', () => {
    const people = [person('a'), person('b')];
    const after = base(people, { partners: [partner('x '.repeat(60))] });
    expect(diffInWords(base(people), after)).toMatchObject([
      {
        section: 'partners',
        ids: ['bayani'],
        parts: [{ key: 'rewritten' }, { key: 'rewritten' }, { key: 'uses', values: { count: { count: 2 } } }],
      },
    ]);
  });

  it('tells what is set, cleared and changed', () => {
    const before = base([], { economy: { welcomeGift: 4_000, share: 1, levelXp: [1, 2] } });
    const after = base([], { economy: { welcomeGift: 4_500, cap: 2, levelXp: [1, 3] } });
    expect(keysOf(before, after)).toEqual([['entry', 'field', 'cleared', 'field', 'set']]);
    expect(diffInWords(before, after)[0]?.ids).toEqual([]);
  });

  it('goes into a list whose entries stay, and leaves one that grew or changed altogether', () => {
    const levels = (...prices: number[]): Json => ({
      stations: [{ id: 'oven', levels: prices.map((price) => ({ price })) }],
    });
    const told = (before: Json, after: Json) =>
      diffInWords(base([], { homestead: before }), base([], { homestead: after })).flatMap(({ parts }) => parts);
    expect(told(levels(1, 2), levels(1, 3))).toMatchObject([
      {
        key: 'field',
        values: {
          field: { path: ['stations', '0', 'levels', '1', 'price'] },
          before: { value: 2 },
          after: { value: 3 },
        },
      },
    ]);
    expect(told(levels(1), levels(1, 3))).toMatchObject([
      { key: 'rewritten', values: { field: { path: ['stations', '0', 'levels'] } } },
    ]);
    expect(told(levels(1, 2, 3, 4, 5, 6, 7), levels(2, 3, 4, 5, 6, 7, 8))).toMatchObject([{ key: 'rewritten' }]);
  });

  it('makes one line of a bulk edit, and none of its entries is told again', () => {
    const people = ['a', 'b', 'c'].map((id) => person(id));
    const dearer = people.map((one) => ({ ...(one as object), country: 'pe' }) as Json);
    expect(diffInWords(base(people), base(dearer))).toMatchObject([
      { key: 'same', ids: ['a', 'b', 'c'], values: { count: { count: 3 } }, parts: [{ key: 'field' }] },
    ]);
    expect(keysOf(base(people.slice(1)), base(dearer.slice(1)))).toHaveLength(2);
  });

  it('counts those for whom a line has no room', () => {
    const many = Array.from({ length: 30 }, (_, i) => person(`p${i}`));
    const [line] = diffInWords(base([]), base(many));
    expect(line?.ids).toHaveLength(30);
    expect(line?.parts.at(-1)).toEqual({ key: 'more', values: { count: { kind: 'count', count: 22 } } });
  });

  it('tells every entry that changes once, by keys that have words', () => {
    const numbers = (most: number) => fc.array(fc.nat(most), { maxLength: 40 });
    fc.assert(
      fc.property(
        numbers(11).map(catalogueFrom),
        numbers(20).map(changesFrom),
        (before, changes: CatalogueChange[]) => {
          const after = applyChanges(before, changes);
          const lines = diffInWords(before, after);
          const told = lines.flatMap(({ section, ids }) => ids.map((id) => `${section} ${id}`));
          const differing = catalogueDiff(before, after).flatMap(({ section, id }) =>
            id === null ? [] : [`${section} ${id}`],
          );
          expect(told.sort()).toEqual([...new Set(differing)].sort());
          for (const { key, parts } of lines)
            for (const one of [key, ...parts.map((part) => part.key)]) expect(DIFF_KEYS).toContain(one);
        },
      ),
    );
  });
});
