import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import { changesOnto } from '@bloomvale/shared/catalogue/changes-onto';
import { describe, expect, it } from 'vitest';
import { amountOf, SMALL } from './fixture.ts';
import { compare, decided, type Side } from './merge.ts';

const mine = [amountOf('awa', 600, 650), amountOf('dan', 400, 450)];
/** What would stand on the server after the choice; it must take everything at once. */
function outcome(theirs: typeof SMALL, own: typeof mine, side: Side) {
  const { holds, conflicts } = compare(theirs, own);
  const changes = decided(
    holds,
    conflicts,
    conflicts.map(() => side),
    applyChanges(SMALL, own),
  );
  const saved = changesOnto(theirs, changes);
  expect(saved.conflicts).toEqual([]);
  return saved.next;
}

describe('a merge', () => {
  it('of fields both changed takes the side that was chosen', () => {
    const theirs = applyChanges(SMALL, [amountOf('awa', 600, 700)]);
    expect(compare(theirs, mine).conflicts.map(({ theirs: stands }) => stands)).toEqual([700]);
    expect(outcome(theirs, mine, 'theirs')).toEqual(
      applyChanges(SMALL, [amountOf('awa', 600, 700), amountOf('dan', 400, 450)]),
    );
    expect(outcome(theirs, mine, 'mine')).toEqual(applyChanges(SMALL, mine));
  });

  it('of an entry they took away brings it back whole, or leaves it gone', () => {
    const theirs = applyChanges(SMALL, [{ section: 'entrepreneurs', id: 'awa', kind: 'removed', before: null }]);
    const own = [...mine, { ...amountOf('awa', 0, 0), path: ['name'], before: 'Awa Ndiaye', after: 'Awa N.' } as const];
    const kept = outcome(theirs, own as typeof mine, 'mine') as { entrepreneurs: { id: string }[] };
    expect(kept.entrepreneurs.find(({ id }) => id === 'awa')).toEqual({
      id: 'awa',
      name: 'Awa N.',
      loan: { amount: 650 },
    });
    const left = outcome(theirs, own as typeof mine, 'theirs') as { entrepreneurs: { id: string }[] };
    expect(left.entrepreneurs.map(({ id }) => id)).toEqual(['dan']);
  });

  it('of an entry both added, or we take away and they changed, can go either way', () => {
    const added = (name: string) =>
      ({ section: 'entrepreneurs', id: 'eve', kind: 'added', after: { id: 'eve', name } }) as const;
    const theirs = applyChanges(SMALL, [added('Eve'), amountOf('awa', 600, 700)]);
    const own = [
      added('Eva'),
      {
        section: 'entrepreneurs',
        id: 'awa',
        kind: 'removed',
        before: { id: 'awa', name: 'Awa Ndiaye', loan: { amount: 600 } },
      },
    ] as const;
    const kept = outcome(theirs, own as unknown as typeof mine, 'mine') as {
      entrepreneurs: { id: string; name: string }[];
    };
    expect(kept.entrepreneurs.map(({ name }) => name).sort()).toEqual(['Daniel Otieno', 'Eva']);
    expect(outcome(theirs, own as unknown as typeof mine, 'theirs')).toEqual(theirs);
  });
});
