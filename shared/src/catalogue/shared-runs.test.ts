import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedRuns } from './shared-runs.ts';
import { SHARED_RUN } from './text-rules.ts';
import { plainWords } from './text-words.ts';

const parts = (...texts: string[][]) => texts.map((some, i) => ({ id: `p${i}`, chapter: -1, texts: some }));

describe('sharedRuns', () => {
  it('finds six words in a row, whatever their case and punctuation', () => {
    const shared = sharedRuns(parts(['I sell bread. At dawn, I bake.'], ['Now I SELL bread at dawn: I bake!']));
    expect(shared).toMatchObject([{ part: { id: 'p1' }, other: { id: 'p0' }, words: 'i sell bread at dawn i' }]);
  });

  it('leaves five words alone, a run within one part, and one that would cross from a text into the next', () => {
    expect(sharedRuns(parts(['one two three four five x'], ['one two three four five y']))).toEqual([]);
    expect(sharedRuns(parts(['a b c d e f', 'a b c d e f a b c d e f']))).toEqual([]);
    expect(sharedRuns(parts(['a b c', 'd e f'], ['a b c d e f']))).toEqual([]);
  });

  it('tells a part once, with the first run', () => {
    expect(sharedRuns(parts(['a b c d e f g h i'], ['x a b c d e f g h i'], ['c d e f g h']))).toMatchObject([
      { part: { id: 'p1' }, words: 'a b c d e f' },
      { part: { id: 'p2' }, other: { id: 'p0' }, words: 'c d e f g h' },
    ]);
  });

  it('finds the parts that a comparison of all pairs finds', () => {
    const anyText = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { maxLength: 2 }), { maxLength: 5 }), (texts) => {
        const runs = texts.map(
          (some) =>
            new Set(
              some.flatMap((text) => {
                const words = plainWords(text);
                return words.slice(SHARED_RUN - 1).map((_, i) => words.slice(i, i + SHARED_RUN).join(' '));
              }),
            ),
        );
        const expected = runs.flatMap((own, i) =>
          runs.slice(0, i).some((other) => [...own].some((run) => other.has(run))) ? [`p${i}`] : [],
        );
        expect(sharedRuns(parts(...texts)).map(({ part }) => part.id)).toEqual(expected);
      }),
    );
  });
});
