import type { Grade, Sector } from '../content/lending.ts';
import type { Localised } from '../content/text.ts';
import type { Minor } from '../money/coins.ts';
import { invariant } from '../result.ts';
import type { Instant } from '../time/sim-clock.ts';

/**
 * The open loans of a hall as columns: small enough to send whole (`hall-index-wire.ts`), quick enough to be filtered and sorted at every
 * key press (`hall-index-query.ts`). A card with all its words is asked for only for what is in sight.
 */

/** Rows at most: the catalogue may hold 10 000 people; also what the packed sort keys have room for. */
export const HALL_ROWS_MAX = 16_384;

/** Who borrows, as filters ask for it; a group's members decide. */
export const HALL_GENDERS = ['women', 'men', 'mixed'] as const;
export type HallGender = (typeof HALL_GENDERS)[number];

/** One open loan as the server knows it. */
export type HallLoan = {
  readonly id: string;
  readonly entrepreneur: string;
  readonly name: string;
  readonly town: string;
  /** ISO 3166 alpha-2, lower case. */
  readonly country: string;
  readonly sector: Sector;
  readonly activity: Localised;
  readonly gender: HallGender;
  /** 1 for a single borrower. */
  readonly members: number;
  readonly partner: string;
  /** Field partner's risk rating, 0.5 to 5 in halves; 5 is the lowest risk. */
  readonly rating: number;
  readonly grade: Grade;
  readonly starter: boolean;
  readonly funding: 'fixed' | 'flexible';
  /** From disbursal to the last due date, simulated hours. */
  readonly termHours: number;
  /** From disbursal until half is back if all goes well, simulated hours. */
  readonly halfBackHours: number;
  /** Cost to the borrower, fraction of the principal a year. */
  readonly annualCost: number;
  readonly amount: Minor;
  readonly raised: Minor;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
};

/** A column of a few different values: the values, and which of them each row has. */
export type DictionaryColumn<V> = { readonly values: readonly V[]; readonly codes: Uint16Array };

/** Rows stand in the order of their ids. `left` is the only column that changes (`setLeft`). */
export type HallIndex = {
  /** When the server took the picture. */
  readonly at: Instant;
  readonly count: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly entrepreneurs: readonly string[];
  readonly towns: DictionaryColumn<string>;
  readonly activities: DictionaryColumn<Localised>;
  readonly countries: DictionaryColumn<string>;
  readonly sectors: DictionaryColumn<Sector>;
  readonly genders: DictionaryColumn<HallGender>;
  readonly partners: DictionaryColumn<string>;
  readonly grades: DictionaryColumn<Grade>;
  readonly members: Uint16Array;
  /** In half stars: 1 to 10. */
  readonly halfStars: Uint8Array;
  /** 1 where it is a market-day loan. */
  readonly starter: Uint8Array;
  /** 1 where what was raised is passed on although the window ended. */
  readonly flexible: Uint8Array;
  readonly termHours: Float64Array;
  readonly halfBackHours: Float64Array;
  /** Yearly cost in hundredths of a percent. */
  readonly costBp: Uint16Array;
  /** Minor units. */
  readonly amount: Float64Array;
  /** Still to raise, minor units; 0 once the loan is out of the hall. */
  readonly left: Float64Array;
  /** Epoch ms, whole seconds. */
  readonly openedAt: Float64Array;
  readonly expiresAt: Float64Array;
};

/** Row of a loan; -1 when the hall had not got it. Ids are sorted, so this is a binary search. */
export function rowOf(index: HallIndex, id: string): number {
  let low = 0;
  let high = index.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.ids[middle] as string;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Others lend while one looks: notes what is left of a loan, 0 when it has left the hall. False for a loan the index does not hold. */
export function setLeft(index: HallIndex, id: string, left: Minor): boolean {
  invariant(Number.isSafeInteger(left) && left >= 0, 'what is left of a loan is an amount in minor units');
  const row = rowOf(index, id);
  if (row >= 0) index.left[row] = left;
  return row >= 0;
}

/** What a row of the list can show before its card has come. */
export function hallLoanAt(index: HallIndex, row: number): HallLoan {
  invariant(row >= 0 && row < index.count, `the hall has no row ${row}`);
  const amount = index.amount[row] as number;
  return {
    id: index.ids[row] as string,
    name: index.names[row] as string,
    town: valueAt(index.towns, row),
    activity: valueAt(index.activities, row),
    entrepreneur: index.entrepreneurs[row] as string,
    country: valueAt(index.countries, row),
    sector: valueAt(index.sectors, row),
    gender: valueAt(index.genders, row),
    partner: valueAt(index.partners, row),
    grade: valueAt(index.grades, row),
    members: index.members[row] as number,
    rating: (index.halfStars[row] as number) / 2,
    starter: index.starter[row] === 1,
    funding: index.flexible[row] === 1 ? 'flexible' : 'fixed',
    termHours: index.termHours[row] as number,
    halfBackHours: index.halfBackHours[row] as number,
    annualCost: (index.costBp[row] as number) / 10_000,
    amount,
    raised: amount - (index.left[row] as number),
    openedAt: index.openedAt[row] as number,
    expiresAt: index.expiresAt[row] as number,
  };
}

export const valueAt = <V>({ values, codes }: DictionaryColumn<V>, row: number): V => values[codes[row] as number] as V;
