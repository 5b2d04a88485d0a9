import type { CatalogueChange, Json } from './catalogue-diff.ts';

/**
 * Small made-up catalogues and changes for property tests, from lists of natural numbers that the test draws: only the shape of parts matters
 * to what is tested with them. Zero is the plainest choice everywhere, so that failing cases shrink.
 */

type Choose = <T>(...some: readonly T[]) => T;

function chooser(numbers: readonly number[]): Choose {
  let at = 0;
  return (...some) => some[(numbers[at++] ?? 0) % some.length] as (typeof some)[number];
}

const IDS = ['awa', 'dan', 'eve', 'fay', 'gus'] as const;

const entryOf = (id: string, choose: Choose): Json => ({
  id,
  loan: { amount: choose(100, 200, 300), grade: choose('A', 'B') },
  group: choose<Json>(null, { members: choose(3, 4, 5) }),
  ...choose<object>({}, { chapters: [] }, { chapters: [choose(1, 2)] }),
});

/** People by id, and one part that is a single object. */
export function catalogueFrom(numbers: readonly number[]): Json {
  const choose = chooser(numbers);
  const people = IDS.filter(() => choose(false, true)).map((id) => entryOf(id, choose));
  return {
    entrepreneurs: choose(false, true) ? people.reverse() : people,
    economy: { gift: choose(40, 50), stall: { slots: choose(1, 2, 3) } },
  };
}

/** A change of one field, whether or not it fits what stands there. */
function fieldChange(choose: Choose): CatalogueChange {
  const id = choose(...IDS);
  const [path, after] = choose<readonly [readonly string[], Json]>(
    [['loan', 'amount'], choose(100, 200, 300)],
    [['loan', 'grade'], choose('A', 'B')],
    [['group'], choose<Json>(null, { members: 3 })],
    [['group', 'members'], choose(3, 4)],
    [['chapters'], choose<Json>(null, [1], [2])],
    [['id'], choose(...IDS)],
  );
  return { section: 'entrepreneurs', id, kind: 'changed', path, before: null, after };
}

/** Any changes, also such as give an entry another id, or take a part away. */
export function changesFrom(numbers: readonly number[]): CatalogueChange[] {
  const choose = chooser(numbers);
  return Array.from({ length: Math.ceil(numbers.length / 4) }, (): CatalogueChange => {
    const id = choose(...IDS);
    return choose<() => CatalogueChange>(
      () => fieldChange(choose),
      () => ({ section: 'entrepreneurs', id, kind: 'added', after: entryOf(id, choose) }),
      () => ({ section: 'entrepreneurs', id, kind: 'removed', before: null }),
      () => fieldChange(choose),
      () => ({
        section: 'economy',
        id: null,
        kind: 'changed',
        path: ['stall', 'slots'],
        before: null,
        after: choose(1, 2),
      }),
      () => ({ section: 'economy', id: null, kind: 'removed', before: null }),
      () => ({ section: 'regions', id: 'sn', kind: 'added', after: { id: 'sn' } }),
    )();
  });
}
