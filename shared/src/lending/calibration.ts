import type { ChainModel } from '../content/model.ts';
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
import { FIRST_MODEL } from './first-model.ts';
import type { RollPpm, TickPlan } from './repayment-model.ts';

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

/** Hazard whose expected loss is `loss` for n monthly instalments of level principal at a depth kappa, in the first model; at most 0.9. */
export const hForLoss = (n: number, loss: number, kappa: number): number =>
  bisect(1e-6, 0.9, loss, (h) => {
    const plan = { instalments: n, ticksPerInstalment: 1 };
    const { chain } = FIRST_MODEL;
    return expectedLoss({ ...plan, h, rolls: rollsAt(kappa, chain), cure: chain.cure }, levelOutstanding(plan));
  });

export type Calibration = PortfolioFigures & { readonly h: number; readonly kappa: number };

/**
 * (h, kappa) from a published repayment rate and PAR30 (microfinance.md 5.3): for each kappa, h so that PAR30 fits; then kappa so that
 * the loss fits. Both are monotone. In the first model: this is where its depth comes from.
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
 * quarters, any n). A borrower misses a due date with at most `hazardPerLoss` times that loss; beyond it the depth kappa is raised instead.
 * Costs a few milliseconds: callers memoise by (grade, product, model).
 * @param loss expected share of the principal lost, 0 to 1.
 * @throws InvariantError when no parameters reach the loss.
 */
export function solveRisk(
  plan: TickPlan,
  principalRows: readonly number[],
  loss: number,
  model: ChainModel,
): SolvedRisk {
  const { cure } = model;
  const depth = model.depthMilli / 1_000;
  const outstanding = rowsOutstanding(plan, principalRows);
  const lossAt = (h: number, rolls: Rolls): number => expectedLoss({ ...plan, h, rolls, cure }, outstanding);
  const most = Math.min(0.9, loss * model.hazardPerLoss);
  const shallow = rollsAt(depth, model);
  const reachable = lossAt(most, shallow) >= loss;
  const kappa = reachable ? depth : bisect(depth, KAPPA_MAX, loss, (k) => lossAt(most, rollsAt(k, model)));
  const h = reachable ? bisect(0, most, loss, (x) => lossAt(x, shallow)) : most;
  const hPpm = Math.round(h * PPM);
  const rollPpm = rollsAt(kappa, model).map((p) => Math.round(p * PPM)) as unknown as RollPpm;
  const reached = lossAt(hPpm / PPM, rollPpm.map((p) => p / PPM) as unknown as Rolls);
  invariant(Math.abs(reached - loss) < 1e-4, `no hazard gives a loss of ${loss}: ${reached}`);
  return { hPpm, rollPpm, kappaMilli: Math.round(kappa * 1000), lossPpm: Math.round(reached * PPM) };
}
