import { philox } from '@bloomvale/shared/random/philox';

/** A bot's own choices: repeatable for a seed and a number, and never shared with another bot. */
export type Dice = {
  /** A whole number from 0 to `count` - 1. */
  readonly upTo: (count: number) => number;
  readonly pick: <T>(items: readonly T[]) => T | undefined;
};

export function createDice(seed: number, number: number): Dice {
  let draws = 0;
  const upTo = (count: number): number => Math.floor((philox([draws++, number, 0, 0], [seed, 0])[0] * count) / 2 ** 32);
  return { upTo, pick: (items) => items[upTo(items.length)] };
}
