/** Thousandths on top of a plain figure: 100 means a tenth more. All bonuses of the game are whole numbers of this kind, and add up. */
export type Milli = number;

/** An amount with its bonus, rounded down: coins in minor units stay whole. */
export const withBonus = (plain: number, bonus: Milli): number => Math.floor((plain * (1_000 + bonus)) / 1_000);

/** A time shortened by a bonus in speed, rounded, at least one. */
export const hastened = (plain: number, bonus: Milli): number =>
  Math.max(1, Math.round((plain * 1_000) / (1_000 + bonus)));
