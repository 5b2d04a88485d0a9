import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CatalogueChangesSchema, CHANGES_MOST, PATH_LENGTH } from './catalogue-changes.ts';
import { catalogueDiff, type Json } from './catalogue-diff.ts';
import { catalogueFrom } from './changes.fixture.ts';
import { JSON_DEPTH, KEY_LENGTH, TEXT_LENGTH } from './json-bounds.ts';

const anyCatalogue = fc.array(fc.nat(11), { maxLength: 40 }).map(catalogueFrom);

const field = (change: object) => ({
  section: 'entrepreneurs',
  id: 'awa',
  kind: 'changed',
  path: ['loan', 'amount'],
  before: 100,
  after: 200,
  ...change,
});
const whole = (change: object) => ({
  section: 'entrepreneurs',
  id: 'awa',
  kind: 'added',
  after: { id: 'awa' },
  ...change,
});
const faults = (...changes: unknown[]): string[] => {
  const read = CatalogueChangesSchema.safeParse(changes);
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};
const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('changes from outside are refused', () => {
  it.each([
    ['that are nested without end', { after: deep(100_000) }, 'too_deep'],
    ['a level too deep', { after: deep(JSON_DEPTH + 1) }, 'too_deep'],
    ['with more values than any entry has', { after: Array.from({ length: 40_000 }, () => 1) }, 'too_many_values'],
    ['with a text that is no catalogue text', { after: 'a'.repeat(TEXT_LENGTH + 1) }, 'text_too_long'],
    ['with half a character', { after: 'a\ud800' }, 'text_not_readable'],
    ['with a zero byte', { after: 'a\u0000b' }, 'text_not_readable'],
    ['with a number that JSON cannot say', { after: JSON.parse('1e999') }, 'number_not_finite'],
    ['with a prototype among the keys', { after: JSON.parse('{"a":{"__proto__":{"sly":1}}}') }, 'key_reserved'],
    ['with a key as long as a text', { after: { ['k'.repeat(KEY_LENGTH + 1)]: 1 } }, 'key_too_long'],
    ['that reach for a prototype', { path: ['look', '__proto__'] }, 'key_reserved'],
    ['that reach for a constructor', { path: ['constructor', 'prototype'] }, 'key_reserved'],
    ['that give an entry another id', { path: ['id'] }, 'id_is_fixed'],
    ['that replace an entry by a field change', { path: [] }, 'path_empty'],
    ['about a list without saying which entry', { id: null }, 'entry_needs_id'],
    ['about an entry of what is no list', { section: 'economy' }, 'entry_has_no_id'],
  ])('%s', (_name, change, fault) => {
    expect(faults(field(change))).toContain(fault);
  });

  it.each([
    [whole({ after: { id: 'eve' } })],
    [whole({ after: 'awa' })],
    [whole({ kind: 'removed', after: undefined, before: { name: 'Awa' } })],
  ])('whose entry has another id than it says (%#)', (change) => {
    expect(faults(JSON.parse(JSON.stringify(change)))).toEqual(['id_differs']);
  });

  it.each([
    [field({ section: '__proto__' })],
    [field({ section: 'secrets' })],
    [field({ id: 'Awa Ndiaye' })],
    [field({ kind: 'replaced' })],
    [field({ more: 1 })],
    [field({ path: Array.from({ length: PATH_LENGTH + 1 }, () => 'a') })],
    [field({ path: [1] })],
    ['all of it'],
  ])('that are no changes of a catalogue (%#)', (change) => {
    expect(faults(change).length).toBeGreaterThan(0);
  });

  it('when there are too many, or they hold too much together', () => {
    expect(faults(...Array.from({ length: CHANGES_MOST + 1 }, () => 1)).length).toBeGreaterThan(0);
    const large = field({ after: Array.from({ length: 29_000 }, () => 1) });
    expect(faults(...Array.from({ length: 104 }, () => large))).toEqual(['all_too_many_values']);
  });
});

describe('changes from outside are taken', () => {
  it('as a difference writes them, the same as they came', () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, (a, b) => {
        const changes = JSON.parse(JSON.stringify(catalogueDiff(a, b))) as Json;
        const named = (changes as { path?: string[] }[]).filter(({ path }) => path === undefined || path.length > 0);
        expect(CatalogueChangesSchema.parse(named)).toEqual(named);
      }),
    );
  });
});
