import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../content/content.ts';
import { applyChanges } from './catalogue-apply.ts';
import { type CatalogueChange, catalogueDiff, type Json } from './catalogue-diff.ts';
import { mergeCatalogues } from './catalogue-merge.ts';
import { catalogueFrom } from './changes.fixture.ts';
import { changesOnto } from './changes-onto.ts';

const anyCatalogue = fc.array(fc.nat(11), { maxLength: 40 }).map(catalogueFrom);

const awa = { id: 'awa', loan: { amount: 100, grade: 'A' } };
const base: Json = { entrepreneurs: [awa], economy: { gift: 40 } };
const amount = (before: Json, after: Json): CatalogueChange => ({
  section: 'entrepreneurs',
  id: 'awa',
  kind: 'changed',
  path: ['loan', 'amount'],
  before,
  after,
});
const added = (after: { readonly id: string; readonly [key: string]: Json }): CatalogueChange => ({
  section: 'entrepreneurs',
  id: after.id,
  kind: 'added',
  after,
});
const removed = (before: { readonly id: string; readonly [key: string]: Json }): CatalogueChange => ({
  section: 'entrepreneurs',
  id: before.id,
  kind: 'removed',
  before,
});

describe('changesOnto', () => {
  it('names a field that has neither the value its editor saw nor the one that is wanted', () => {
    const mine = amount(200, 300);
    expect(changesOnto(base, [mine])).toEqual({
      next: base,
      applied: [],
      conflicts: [{ mine, theirs: 100, gone: false }],
    });
  });

  it('names a change of an entry that is gone', () => {
    const { conflicts } = changesOnto({ entrepreneurs: [] }, [amount(100, 300)]);
    expect(conflicts).toEqual([{ mine: amount(100, 300), theirs: null, gone: true }]);
  });

  it('names the removal of an entry that somebody else has changed, and a new one where another has that id', () => {
    const stale = { ...awa, loan: { amount: 50, grade: 'A' } };
    expect(changesOnto(base, [removed(stale)]).conflicts).toEqual([{ mine: removed(stale), theirs: awa, gone: false }]);
    expect(changesOnto(base, [added(stale)]).conflicts).toEqual([{ mine: added(stale), theirs: awa, gone: false }]);
  });

  it('names a field inside something that has become null meanwhile', () => {
    const alone = { entrepreneurs: [{ id: 'awa', group: null }] };
    const mine = { ...amount(4, 5), path: ['group', 'members'] } as CatalogueChange;
    expect(changesOnto(alone, [mine]).conflicts).toEqual([{ mine, theirs: null, gone: false }]);
  });

  it('does what holds beside what does not, and is silent about what is so already', () => {
    const done = changesOnto(base, [
      amount(50, 100),
      removed({ id: 'dan' }),
      added(awa),
      { section: 'economy', id: null, kind: 'changed', path: ['gift'], before: 40, after: 60 },
      amount(50, 200),
    ]);
    expect(done.applied).toMatchObject([{ section: 'economy' }]);
    expect(done.conflicts).toHaveLength(1);
    expect(done.next).toEqual({ entrepreneurs: [awa], economy: { gift: 60 } });
  });

  it('lets changes of one field follow each other, as an editor types them', () => {
    const { next, applied, conflicts } = changesOnto(base, [amount(100, 200), amount(200, 300)]);
    expect(conflicts).toEqual([]);
    expect(applied).toHaveLength(2);
    expect(next).toEqual(applyChanges(base, [amount(100, 300)]));
  });

  it('has no conflict with what it was made from, and nothing to do twice', () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, (a, b) => {
        const mine = catalogueDiff(a, b);
        const first = changesOnto(a, mine);
        expect(first.conflicts).toEqual([]);
        expect(first.applied).toEqual(mine);
        expect(catalogueDiff(first.next, b)).toEqual([]);
        expect(changesOnto(first.next, mine)).toMatchObject({ applied: [], conflicts: [] });
      }),
    );
  });

  it('agrees with the three-way merge about what can be done beside the others’ changes', () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, anyCatalogue, (a, mine, theirs) => {
        const merge = mergeCatalogues(
          a as unknown as Content,
          mine as unknown as Content,
          theirs as unknown as Content,
        );
        const onto = changesOnto(theirs, catalogueDiff(a, mine));
        expect(onto.conflicts.map((conflict) => conflict.mine)).toEqual(
          merge.conflicts.map((conflict) => conflict.mine),
        );
        expect(catalogueDiff(onto.next, merge.merged)).toEqual([]);
      }),
    );
  });
});
