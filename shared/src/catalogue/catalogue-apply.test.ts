import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, applyChanges, invert, normalise } from './catalogue-apply.ts';
import { type CatalogueChange, catalogueDiff, type Json, sameJson } from './catalogue-diff.ts';
import { catalogueFrom, changesFrom } from './changes.fixture.ts';

const anyCatalogue = fc.array(fc.nat(11), { maxLength: 40 }).map(catalogueFrom);
const anyChanges = fc.array(fc.nat(20), { maxLength: 40 }).map(changesFrom);

const awa = { id: 'awa', loan: { amount: 100 }, group: { members: 4 }, chapters: [1] };
const base: Json = { entrepreneurs: [awa], economy: { gift: 40 } };
const person = (path: string[], after: Json): CatalogueChange => ({
  section: 'entrepreneurs',
  id: 'awa',
  kind: 'changed',
  path,
  before: null,
  after,
});

/** What `applyChanges` promises, in the plainest words: no index, no sharing. */
function plainly(catalogue: Json, change: CatalogueChange): Json {
  const made = structuredClone(catalogue) as Record<string, Json>;
  if (change.id === null) {
    const part = made[change.section];
    if (change.kind === 'removed') delete made[change.section];
    else if (change.kind === 'added') made[change.section] = change.after;
    else if (part !== undefined) write(part as Record<string, Json>, change.path, change.after);
    return made;
  }
  const list = (made[change.section] ?? []) as { id: string }[];
  if (change.kind === 'changed') {
    const meant = list.filter(({ id }) => id === change.id);
    for (const entry of meant) write(entry as unknown as Record<string, Json>, change.path, change.after);
  } else {
    const others = list.filter(({ id }) => id !== change.id) as unknown as Json[];
    if (change.kind === 'added') others.push(change.after);
    if (change.kind === 'added' || made[change.section] !== undefined) made[change.section] = others;
  }
  return made;
}

function write(entry: Record<string, Json>, path: readonly string[], after: Json): void {
  const [key = '', ...rest] = path;
  if (rest.length > 0) {
    if (typeof entry[key] !== 'object' || entry[key] === null) entry[key] = {};
    write(entry[key] as Record<string, Json>, rest, after);
  } else if (after === null && key !== 'group') delete entry[key];
  else entry[key] = after;
}

describe('applyChanges', () => {
  it('does nothing about entries and parts that are not there', () => {
    const lost: CatalogueChange[] = [
      { section: 'entrepreneurs', id: 'dan', kind: 'changed', path: ['name'], before: 'Dan', after: 'Ben' },
      { section: 'entrepreneurs', id: 'dan', kind: 'removed', before: { id: 'dan' } },
      { section: 'partners', id: 'sao', kind: 'removed', before: { id: 'sao' } },
      { section: 'growing', id: null, kind: 'changed', path: ['shops'], before: null, after: 1 },
      { section: 'economy', id: 'awa', kind: 'added', after: { id: 'awa' } },
    ];
    expect(applyChanges(base, lost)).toEqual(base);
  });

  it('takes an optional field away by null, and writes null where null is a value', () => {
    expect(applyChanges(base, [person(['chapters'], null), person(['group'], null)])).toEqual({
      entrepreneurs: [{ id: 'awa', loan: { amount: 100 }, group: null }],
      economy: { gift: 40 },
    });
  });

  it('makes a part that an older catalogue lacks, and takes one away that it has not', () => {
    const grown = applyChanges({ economy: { gift: 40 } }, [
      { section: 'entrepreneurs', id: 'awa', kind: 'added', after: awa },
      { section: 'growing', id: null, kind: 'added', after: { shops: 1 } },
    ]);
    expect(grown).toEqual({ economy: { gift: 40 }, entrepreneurs: [awa], growing: { shops: 1 } });
    const back = applyChanges(grown, [{ section: 'growing', id: null, kind: 'removed', before: { shops: 1 } }]);
    expect(Object.keys(back as object)).toEqual(['economy', 'entrepreneurs']);
  });

  it('never reaches the prototype of anything', () => {
    const made = applyChanges(base, [person(['__proto__', 'sly'], true), person(['constructor', 'sly'], true)]);
    expect(({} as Record<string, unknown>).sly).toBeUndefined();
    expect((made as { entrepreneurs: object[] }).entrepreneurs[0]).not.toHaveProperty('sly');
  });

  it('leaves the original and whatever was not touched as it is', () => {
    const frozen = Object.freeze({ entrepreneurs: Object.freeze([awa]), economy: Object.freeze({ gift: 40 }) });
    const made = applyChanges(frozen, [person(['name'], 'Awa')]) as typeof frozen;
    expect(made.economy).toBe(frozen.economy);
    expect((made.entrepreneurs[0] as typeof awa).loan).toBe(awa.loan);
  });

  it('is one change after the other, also of duplicates, entries that come, go and take another id', () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, anyChanges, (a, b, changes) => {
        const people = [a, b].flatMap((one) => (one as { entrepreneurs: Json[] }).entrepreneurs);
        const doubled = { ...(a as object), entrepreneurs: people } as Json;
        const whole = applyChanges(doubled, changes);
        expect(whole).toEqual(changes.reduce(plainly, doubled));
        expect(whole).toEqual(changes.reduce(applyChange, doubled));
      }),
    );
  });
});

describe('invert', () => {
  it('takes back what a difference did', () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, (a, b) => {
        const there = catalogueDiff(a, b);
        expect(catalogueDiff(a, applyChanges(applyChanges(a, there), invert(there)))).toEqual([]);
        expect(invert(invert(there))).toEqual(there);
      }),
    );
  });
});

describe('normalise', () => {
  it('leaves out what came to nothing', () => {
    const back = [person(['loan', 'amount'], 300), person(['loan', 'amount'], 100)];
    const comeAndGone: CatalogueChange[] = [
      { section: 'entrepreneurs', id: 'eve', kind: 'added', after: { id: 'eve' } },
      { section: 'entrepreneurs', id: 'eve', kind: 'removed', before: { id: 'eve' } },
    ];
    expect(normalise(base, [...back, ...comeAndGone])).toEqual([]);
  });

  it('does the same, with the values of the base as `before`, and is its own normal form', () => {
    fc.assert(
      fc.property(anyCatalogue, anyChanges, (catalogue, changes) => {
        const short = normalise(catalogue, changes);
        const made = applyChanges(catalogue, short);
        expect(catalogueDiff(made, applyChanges(catalogue, changes))).toEqual([]);
        expect(sameJson(normalise(catalogue, short) as unknown as Json, short as unknown as Json)).toBe(true);
      }),
    );
  });
});
