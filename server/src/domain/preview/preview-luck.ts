import type { RegionKeyOf } from '@bloomvale/shared/lending/region';
import { drawBlock, drawWord, type PhiloxKey, STREAM, wordBelow } from '@bloomvale/shared/random/philox';
import { seedOfText, seedWords } from '@bloomvale/shared/random/splitmix';

/** Worlds of a run's draws, so that none depends on how many others were made. */
const WORLD = { village: 1, loan: 2, region: 3, visit: 4, choice: 5 } as const;

/** The chance of one run: everything in it is a function of (seed, run). */
export type RunLuck = {
  readonly villageKey: (village: number) => PhiloxKey;
  /** Key of a village's n-th loan: the same in two catalogues as long as they list alike. */
  readonly loanKey: (village: number, n: number) => PhiloxKey;
  readonly regionKeyOf: (region: number) => RegionKeyOf;
  /** Two words for a lender's hour: whether they come, and when within it. */
  readonly visit: (lender: number, hour: number) => readonly [number, number];
  /** A number below `size` for a lender's n-th choice of an hour. */
  readonly choice: (lender: number, hour: number, n: number, size: number) => number;
};

const KEY_TAIL = '0'.repeat(48);
const hexOf = (word: number): string => word.toString(16).padStart(8, '0');

/** The luck asked for last: whoever plays the same run of two catalogues, one after the other, draws its regions once. */
let last: { readonly name: string; readonly luck: RunLuck } | null = null;

/** @param seed any text; @param run number of the run. */
export function runLuck(seed: string, run: number): RunLuck {
  const name = `${seed}:${run}`;
  if (last?.name === name) return last.luck;
  const luck = luckOf(name);
  last = { name, luck };
  return luck;
}

function luckOf(name: string): RunLuck {
  const key = seedWords(seedOfText(name));
  const pair = (world: number, entity: number, period: number): PhiloxKey => {
    const [a, b] = drawBlock(key, { entity, period, stream: STREAM.profile, world });
    return [a, b];
  };
  const regions = new Map<number, RegionKeyOf>();
  return {
    villageKey: (village) => pair(WORLD.village, village, 0),
    loanKey: (village, n) => pair(WORLD.loan, village, n),
    // What matters of a region's key is its first eight bytes; the model remembers what follows from it.
    regionKeyOf: (region) => {
      const known = regions.get(region);
      if (known !== undefined) return known;
      const made: RegionKeyOf = (period) => {
        const [a, b] = drawBlock(key, { entity: region, period, stream: STREAM.regionalFactor, world: WORLD.region });
        return hexOf(a) + hexOf(b) + KEY_TAIL;
      };
      regions.set(region, made);
      return made;
    },
    visit: (lender, hour) => pair(WORLD.visit, lender, hour),
    choice: (lender, hour, n, size) =>
      wordBelow(
        drawWord(key, { entity: lender, period: hour, stream: STREAM.villagers, draw: n, world: WORLD.choice }),
        size,
      ),
  };
}
