import type { Grade } from '../content/lending.ts';
import { PPM } from '../random/philox.ts';
import { invariant } from '../result.ts';
import {
  dp,
  expectedLoss,
  levelOutstanding,
  type PortfolioFigures,
  type Rolls,
  rollsAt,
  rowsOutstanding,
} from './chain-probability.ts';
import type { RollPpm, TickPlan } from './repayment-model.ts';

/** Expected share of principal lost, by grade (lending.md 5). */
export const GRADE_LOSS: Readonly<Record<Grade, number>> = { A: 0.01, B: 0.02, C: 0.035, D: 0.06, E: 0.1 };

/** Depth of trouble once late: calibrated to a repayment rate of 96.4 % and PAR30 of 7 % at n = 12 (microfinance.md 5.3). */
export const KAPPA = 0.43;

/**
 * A borrower misses a due date with at most this many times the grade's expected loss. Loans with few instalments have few chances to
 * fail: with h alone, a grade A market-day loan would be late in every third case and a bullet could not reach its loss at all
 * (h r^6 < 0.2 %). Beyond this h the depth kappa is raised instead. Twelve-month loans lie far below it (1.4 to 1.7 times).
 */
export const H_MAX_PER_LOSS = 5;

const BISECTIONS = 60;
const KAPPA_MAX = 12;

/** Root of an increasing function: the last midpoint, between the bounds when the target lies outside. */
function bisect(low: number, high: number, target: number, increasing: (x: number) => number): number {
  let lo = low;
  let hi = high;
  for (let i = 0; i < BISECTIONS; i++) {
    const mid = (lo + hi) / 2;
    if (increasing(mid) < target) lo = mid;
    else hi = mid;
  }
  return (lo + hi) / 2;
}

/** Hazard whose expected loss is `loss` for n monthly instalments of level principal at a depth kappa; at most 0.9. */
export const hForLoss = (n: number, loss: number, kappa: number): number =>
  bisect(1e-6, 0.9, loss, (h) => {
    const plan = { instalments: n, ticksPerInstalment: 1 };
    return expectedLoss({ ...plan, h, rolls: rollsAt(kappa) }, levelOutstanding(plan));
  });

export type Calibration = PortfolioFigures & { readonly h: number; readonly kappa: number };

/**
 * (h, kappa) from a published repayment rate and PAR30 (microfinance.md 5.3): for each kappa, h so that PAR30 fits; then kappa so that
 * the loss fits. Both are monotone.
 */
export function calibrate(n: number, repaymentRate: number, par30: number): Calibration {
  const hFor = (kappa: number): number => bisect(1e-5, 0.6, par30, (h) => dp(n, h, kappa).par30);
  const kappa = bisect(-3, 3, 1 - repaymentRate, (k) => dp(n, hFor(k), k).loss);
  const h = hFor(kappa);
  return { h, kappa, ...dp(n, h, kappa) };
}

/** The chain's parameters for one (grade, product), whole numbers, to be stored with the loan. */
export type SolvedRisk = {
  readonly hPpm: number;
  readonly rollPpm: RollPpm;
  /** Depth in thousandths, for "How it is computed"; the chain itself uses `rollPpm`. */
  readonly kappaMilli: number;
  /** Expected loss in ppm with the rounded parameters. */
  readonly lossPpm: number;
};

/**
 * Solves the hazard for a product so that its expected loss is the grade's, with the product's own principal rows (grace, bullets,
 * quarters, any n). Costs a few milliseconds: callers memoise by (grade, product).
 * @throws InvariantError when no parameters reach the loss.
 */
export function solveRisk(plan: TickPlan, principalRows: readonly number[], loss: number): SolvedRisk {
  const outstanding = rowsOutstanding(plan, principalRows);
  const lossAt = (h: number, rolls: Rolls): number => expectedLoss({ ...plan, h, rolls }, outstanding);
  const most = Math.min(0.9, loss * H_MAX_PER_LOSS);
  const shallow = rollsAt(KAPPA);
  const reachable = lossAt(most, shallow) >= loss;
  const kappa = reachable ? KAPPA : bisect(KAPPA, KAPPA_MAX, loss, (k) => lossAt(most, rollsAt(k)));
  const h = reachable ? bisect(0, most, loss, (x) => lossAt(x, shallow)) : most;
  const hPpm = Math.round(h * PPM);
  const rollPpm = rollsAt(kappa).map((p) => Math.round(p * PPM)) as unknown as RollPpm;
  const reached = lossAt(hPpm / PPM, rollPpm.map((p) => p / PPM) as unknown as Rolls);
  invariant(Math.abs(reached - loss) < 1e-4, `no hazard gives a loss of ${loss}: ${reached}`);
  return { hPpm, rollPpm, kappaMilli: Math.round(kappa * 1000), lossPpm: Math.round(reached * PPM) };
}
