import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../content/content.ts';
import { applyChange } from './catalogue-apply.ts';
import { catalogueDiff, type Json, sameJson } from './catalogue-diff.ts';
import { mergeCatalogues } from './catalogue-merge.ts';

type Entry = {
  readonly id: string;
  readonly loan: { readonly amount: number; readonly grade: string };
  readonly tags: number[];
};
const entry = (id: string, amount = 100, grade = 'A', tags: number[] = []): Entry => ({
  id,
  loan: { amount, grade },
  tags,
});
/** Only the shape matters to these functions: parts that are lists of entries, and one that is an object. */
const content = (people: readonly Entry[], economy: Record<string, number> = { gift: 40 }): Content =>
  ({ entrepreneurs: people, economy }) as unknown as Content;

describe('catalogueDiff', () => {
  it('finds nothing between equals, in whatever order entries and keys stand', () => {
    const a = content([entry('awa'), entry('dan')]);
    const b = content([entry('dan'), { tags: [], loan: { grade: 'A', amount: 100 }, id: 'awa' }]);
    expect(catalogueDiff(a, b)).toEqual([]);
  });

  it('names what came, what went, and each field that changed', () => {
    const before = content([entry('awa'), entry('dan', 200, 'B', [1, 2])]);
    const after = content([entry('dan', 250, 'B', [1, 3]), entry('eve')], { gift: 50 });
    expect(catalogueDiff(before, after)).toEqual([
      { section: 'entrepreneurs', id: 'awa', kind: 'removed', before: entry('awa') },
      { section: 'entrepreneurs', id: 'dan', kind: 'changed', path: ['loan', 'amount'], before: 200, after: 250 },
      { section: 'entrepreneurs', id: 'dan', kind: 'changed', path: ['tags'], before: [1, 2], after: [1, 3] },
      { section: 'entrepreneurs', id: 'eve', kind: 'added', after: entry('eve') },
      { section: 'economy', id: null, kind: 'changed', path: ['gift'], before: 40, after: 50 },
    ]);
  });
});

describe('mergeCatalogues', () => {
  const base = content([entry('awa'), entry('dan')]);

  it('names a field that both changed, and leaves it as it was saved first', () => {
    const { merged, conflicts, applied } = mergeCatalogues(
      base,
      content([entry('awa', 300), entry('dan')]),
      content([entry('awa', 400), entry('dan')]),
    );
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ mine: { after: 300 }, theirs: { after: 400 } });
    expect(applied).toEqual([]);
    expect(merged).toEqual(content([entry('awa', 400), entry('dan')]));
  });

  it('names an entry that one removed and the other changed', () => {
    const { conflicts } = mergeCatalogues(base, content([entry('dan')]), content([entry('awa', 400), entry('dan')]));
    expect(conflicts).toMatchObject([{ mine: { kind: 'removed', id: 'awa' }, theirs: { kind: 'changed' } }]);
  });

  it('takes what only one side touched, and does not quarrel over the same change', () => {
    const mine = content([entry('awa', 300, 'B'), entry('dan'), entry('eve')], { gift: 60 });
    const theirs = content([entry('awa', 100, 'B')], { gift: 40 });
    const { merged, conflicts } = mergeCatalogues(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(
      catalogueDiff(merged as unknown as Content, content([entry('awa', 300, 'B'), entry('eve')], { gift: 60 })),
    ).toEqual([]);
  });

  const anyContent = fc
    .uniqueArray(fc.constantFrom('awa', 'dan', 'eve', 'fay'), { maxLength: 4 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({ a: fc.nat(3), g: fc.constantFrom('A', 'B') }).map(({ a, g }) => entry(id, a, g)),
        ),
      ),
    )
    .chain((people) => fc.record({ gift: fc.nat(2) }).map((economy) => content(people, economy)));

  it('applying a difference gives the other catalogue', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        const made = catalogueDiff(a, b).reduce(applyChange, a as unknown as Json);
        expect(catalogueDiff(made as unknown as Content, b)).toEqual([]);
      }),
    );
  });

  it('changes nothing for a side that changed nothing', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        expect(sameJson(mergeCatalogues(a, a, b).merged, b as unknown as Json)).toBe(true);
        expect(catalogueDiff(mergeCatalogues(a, b, a).merged as unknown as Content, b)).toEqual([]);
      }),
    );
  });
});
