import type { Product } from '../content/lending.ts';
import type { Minor } from '../money/coins.ts';
import { factor, mulRatio, type Ratio, ratio, ratioOfNumber } from '../money/ratio.ts';
import { invariant } from '../result.ts';
import { SIM_HOUR, SIM_YEAR, type SimSeconds } from '../time/sim-clock.ts';
import { flatRows } from './schedule-flat.ts';
import { CENT_ROUNDING, decliningRows, levelInstalment, type RowTerms, type ScheduleRow } from './schedule-rows.ts';

/** What a schedule needs to know of a product (content/lending.ts). */
export type ScheduleProduct = Pick<Product, 'instalments' | 'intervalSimHours' | 'method' | 'graceOnPrincipal'>;

export type GameScheduleRow = ScheduleRow & {
  /** Due this many simulated seconds after disbursal. Always a multiple of the interval: never chained from the row before. */
  readonly dueSimOffset: SimSeconds;
};

export type GameSchedule = {
  readonly rows: readonly GameScheduleRow[];
  /** Simulated seconds between two instalments. */
  readonly intervalSim: SimSeconds;
  readonly principal: Minor;
  /** What the borrower pays the field partner; shown, never posted to lenders. */
  readonly totalInterest: Minor;
};

export type GameScheduleInput = {
  readonly principalMinor: Minor;
  readonly product: ScheduleProduct;
  /** Fraction of the principal a year, as in the catalogue. */
  readonly annualCost: number;
};

/** Rate of one interval: annual fraction x interval / simulated year, exactly. */
const periodicRate = (annualCost: number, intervalSim: SimSeconds): Ratio =>
  mulRatio(ratioOfNumber(annualCost), ratio(BigInt(intervalSim), BigInt(SIM_YEAR)));

/**
 * Schedule of a loan in the game, in the calendar of 12 months of 30 days (so 30/360 and actual/360 agree). Interest is shown only:
 * lenders get the principal column back. A bullet is one payment at the end of all its intervals, whatever their number.
 * @throws InvariantError when the principal is not a positive whole amount of minor units.
 */
export function gameSchedule({ principalMinor, product, annualCost }: GameScheduleInput): GameSchedule {
  invariant(Number.isSafeInteger(principalMinor) && principalMinor > 0, 'a schedule needs a positive principal');
  const bullet = product.method === 'bullet';
  const intervals = bullet ? product.instalments : 1;
  const intervalSim = product.intervalSimHours * SIM_HOUR * intervals;
  const levelRate = periodicRate(annualCost, intervalSim);
  const rate = factor(levelRate);
  const terms: RowTerms = {
    principal: principalMinor,
    instalments: bullet ? 1 : product.instalments,
    method: product.method,
    rateOf: () => rate,
    level: () => levelInstalment(principalMinor, levelRate, product.instalments - product.graceOnPrincipal, 1),
    graceOnPrincipal: bullet ? 0 : product.graceOnPrincipal,
    graceOnInterestPayment: 0,
    interestFreePeriods: 0,
    rounding: CENT_ROUNDING,
    fixedPrincipal: null,
    irregular: null,
    flatBase: principalMinor,
  };
  const rows = product.method === 'flat' ? flatRows(terms) : decliningRows(terms);
  return {
    rows: rows.map((row) => ({ ...row, dueSimOffset: row.n * intervalSim })),
    intervalSim,
    principal: principalMinor,
    totalInterest: rows.reduce((sum, row) => sum + row.interest, 0),
  };
}
