import type { Content } from '@bloomvale/shared/content/content';
import type { SolvedRisk } from '@bloomvale/shared/lending/calibration';
import { nextTickOf, tickLoan } from '@bloomvale/shared/lending/loan-clock';
import {
  type LoanPlan,
  type LoanTerms,
  makePlan,
  makeTerms,
  riskKey,
  solvedRisk,
} from '@bloomvale/shared/lending/loan-terms';
import { CHAIN_START, type ChainState } from '@bloomvale/shared/lending/repayment-model';
import { type ClockSegment, realAt, simAt } from '@bloomvale/shared/time/sim-clock';

type Loan = {
  readonly id: string;
  readonly terms: LoanTerms;
  readonly plan: LoanPlan;
  readonly key: readonly [number, number];
  clock: ChainState;
  over: boolean;
};

/** How long an ordinary loan waits for its other lenders, real milliseconds: half of its window of one simulated month (four hours). */
const FUNDING_MS = 2 * 3_600_000;

/**
 * Shares lent in a week, each repaid by the game's own model as a loan of its own: a starter project first, then the catalogue's ordinary
 * loans in their order. Losses are the model's.
 */
export class LendingBook {
  readonly #content: Content;
  readonly #segments: readonly ClockSegment[];
  readonly #key: readonly [number, number];
  readonly #loans: Loan[] = [];
  readonly #risks = new Map<string, SolvedRisk>();
  lost = 0;
  /** When the first coin came back; null before. */
  firstBack: number | null = null;

  constructor(content: Content, segments: readonly ClockSegment[], key: readonly [number, number]) {
    this.#content = content;
    this.#segments = segments;
    this.#key = key;
  }

  get count(): number {
    return this.#loans.length;
  }

  /** Lends a share now; it begins to run when its loan is funded: at once for a starter project. */
  lend(now: number): void {
    const { entrepreneurs, products, economy, model } = this.#content;
    const starter = this.count < economy.lending.starterPerPlayer;
    const wanted = entrepreneurs.filter(({ loan }) => {
      const product = products.find(({ id }) => id === loan.product);
      return product?.starter === starter;
    });
    const person = wanted[this.count % wanted.length];
    const product = products.find(({ id }) => id === person?.loan.product);
    if (person === undefined || product === undefined) throw new Error('nobody to lend to');
    const grade = person.loan.grade;
    const key = riskKey(product, grade, model);
    const risk = this.#risks.get(key) ?? solvedRisk(product, grade, model);
    this.#risks.set(key, risk);
    const terms = makeTerms({ product, annualCost: 0.28, grade, model }, risk);
    const startsAt = simAt(this.#segments, starter ? now : now + FUNDING_MS);
    this.#loans.push({
      id: `loan-${this.count}`,
      terms,
      plan: makePlan(terms, economy.lending.share, startsAt),
      key: [(this.#key[0] + 7_919 * this.count) >>> 0, this.#key[1]],
      clock: CHAIN_START,
      over: false,
    });
  }

  /** What came back up to `now`, minor units. */
  collect(now: number): number {
    const sim = simAt(this.#segments, now);
    return this.#loans.reduce((sum, loan) => sum + (loan.over ? 0 : this.#advance(loan, sim)), 0);
  }

  #advance(loan: Loan, sim: number): number {
    let back = 0;
    for (;;) {
      const next = nextTickOf(loan);
      if (next === null || next.at > sim) return back;
      const ticked = tickLoan({ loan, key: loan.key, period: next.period });
      if (!ticked.ok) throw new Error(ticked.error);
      loan.clock = ticked.value.clock;
      if (ticked.value.principalPaid > 0) this.firstBack ??= realAt(this.#segments, next.at);
      back += ticked.value.principalPaid;
      this.lost += ticked.value.writeOff;
      if (ticked.value.status !== 'running') {
        loan.over = true;
        return back;
      }
    }
  }
}
