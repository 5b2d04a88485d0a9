import { daysPastDue } from '@bloomvale/shared/lending/arrears';
import { tickAt } from '@bloomvale/shared/lending/loan-terms';
import { lastDueTick, TAIL_TICKS } from '@bloomvale/shared/lending/repayment-model';
import type { Minor } from '@bloomvale/shared/money/coins';
import { MONTHLY, type Monthly } from '@bloomvale/shared/operator/preview-api';
import { PPM } from '@bloomvale/shared/random/philox';
import { SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { PreviewLenders } from './preview-lenders.ts';
import type { PreviewLoan } from './preview-loan.ts';
import type { PreviewSettings } from './preview-settings.ts';
import { giniOf, quantileOf, quantileOfRising } from './preview-statistics.ts';

/** An entry a simulated month; what each figure is stands at `MONTHLY`. */
export type MonthlyFigures = Readonly<Record<Monthly, readonly number[]>>;

/** Figures of a whole run. */
export type RunTotals = {
  /** Ordinary loans that were filled or whose window ended: how many, and how many of them were disbursed. */
  readonly decided: number;
  readonly funded: number;
  /** Median real hours from listing to disbursal of ordinary loans; NaN without any. */
  readonly hoursToFund: number;
  /**
   * Ordinary loans whose longest life lies within the run, so that nothing is cut off: their principal, what of it was written off (before
   * recoveries), and what their grades let expect. Minor units.
   */
  readonly cohort: Minor;
  readonly cohortLost: Minor;
  readonly cohortExpected: number;
  /** Outstanding principal, and that of loans more than 30 days late, added up over the months' ends: weight and part of the mean PAR30. */
  readonly bookMonths: number;
  readonly lateMonths: number;
  /** Part of the players' lending that they lost: median, 95th percentile and worst lender. */
  readonly lossMedian: number;
  readonly lossP95: number;
  readonly lossWorst: number;
  /** Hall-hours in all, and those in which a newcomer finds a starter project that their gift completes. */
  readonly newcomerAsked: number;
  readonly newcomerReady: number;
  /** Coins made: the pool's endowment, gifts, play, matching; and gone: spent, written off, lost to currencies, less what was recovered. */
  readonly minted: Minor;
  readonly destroyed: Minor;
  readonly loans: number;
  /** Months in which a loan ran, added up: the work behind the figures. */
  readonly loanMonths: number;
};
export type RunFigures = { readonly monthly: MonthlyFigures; readonly totals: RunTotals };

export type MonthEnd = {
  readonly at: SimSeconds;
  readonly running: Iterable<PreviewLoan>;
  readonly lenders: PreviewLenders;
  /** Community pool and guarantee fund. */
  readonly pools: Minor;
  readonly escrow: Minor;
};

/** Takes down what happens in one run. */
export class RunRecord {
  readonly #settings: PreviewSettings;
  readonly #monthly = Object.fromEntries(MONTHLY.map((figure) => [figure, [] as number[]])) as Record<
    Monthly,
    number[]
  >;
  readonly #hours: number[] = [];
  readonly #sums = {
    unfunded: 0,
    funded: 0,
    loans: 0,
    loanMonths: 0,
    cohort: 0,
    cohortLost: 0,
    cohortExpected: 0,
    bookMonths: 0,
    lateMonths: 0,
    newcomerAsked: 0,
    newcomerReady: 0,
    matched: 0,
    repaid: 0,
    writtenOff: 0,
    recovered: 0,
    fxLoss: 0,
  };

  readonly #endowment: Minor;

  constructor(settings: PreviewSettings, endowment: Minor) {
    this.#settings = settings;
    this.#endowment = endowment;
  }

  newcomer(ready: boolean): void {
    this.#sums.newcomerAsked += 1;
    if (ready) this.#sums.newcomerReady += 1;
  }

  matched(amount: Minor): void {
    this.#sums.matched += amount;
  }

  expired(loan: PreviewLoan): void {
    if (!loan.kind.product.starter) this.#sums.unfunded += 1;
  }

  disbursed(loan: PreviewLoan, at: SimSeconds): void {
    this.#sums.loans += 1;
    if (loan.kind.product.starter) return;
    this.#sums.funded += 1;
    this.#hours.push(((at - loan.opensAt) * this.#settings.monthSeconds) / SIM_MONTH / 3_600);
    loan.inCohort = this.#endsWithin(loan);
    if (!loan.inCohort) return;
    this.#sums.cohort += loan.principal;
    this.#sums.cohortExpected += (loan.principal * loan.kind.terms.lossPpm) / PPM;
  }

  #endsWithin(loan: PreviewLoan): boolean {
    const plan = loan.running?.plan;
    if (plan === undefined) return false;
    const { ticksPerInstalment, principalRows } = plan;
    const last = lastDueTick({ instalments: principalRows.length, ticksPerInstalment }) + TAIL_TICKS;
    return tickAt(plan, last) < this.#settings.months * SIM_MONTH;
  }

  repaid(principal: Minor, fxLoss: Minor): void {
    this.#sums.repaid += principal - fxLoss;
    this.#sums.fxLoss += fxLoss;
  }

  recovered(amount: Minor): void {
    this.#sums.recovered += amount;
  }

  ended(loan: PreviewLoan): void {
    this.#sums.writtenOff += loan.writtenOff;
    if (loan.inCohort) this.#sums.cohortLost += loan.writtenOff;
  }

  endOfMonth({ at, running, lenders, pools, escrow }: MonthEnd): void {
    const book = this.#book(running, at);
    const { repaid, writtenOff, matched, fxLoss, funded, unfunded } = this.#sums;
    const { wallet, lentOut } = lenders;
    const rising = wallet.toSorted();
    const destroyed = lenders.spent + writtenOff + fxLoss;
    const monthly = this.#monthly;
    monthly.fundedShare.push(funded + unfunded === 0 ? Number.NaN : funded / (funded + unfunded));
    monthly.par30.push(book.owed === 0 ? 0 : book.late30 / book.owed);
    monthly.par90.push(book.owed === 0 ? 0 : book.late90 / book.owed);
    monthly.repaymentRate.push(repaid + writtenOff === 0 ? 1 : repaid / (repaid + writtenOff));
    monthly.supply.push(wallet.reduce((sum, one) => sum + one, 0) + escrow + pools + book.owed);
    monthly.walletMedian.push(quantileOfRising(rising, 0.5));
    monthly.walletP90.push(quantileOfRising(rising, 0.9));
    monthly.gini.push(giniOf(wallet.map((one, i) => one + (lentOut[i] as number))));
    monthly.faucetSink.push(destroyed === 0 ? 0 : (lenders.minted + matched) / destroyed);
    this.#sums.bookMonths += book.owed;
    this.#sums.lateMonths += book.late30;
    this.#sums.loanMonths += book.loans;
  }

  #book(running: Iterable<PreviewLoan>, at: SimSeconds) {
    const book = { loans: 0, owed: 0, late30: 0, late90: 0 };
    for (const loan of running) {
      book.loans += 1;
      book.owed += loan.owed;
      const { running: state } = loan;
      if (state === null || state.clock.missed === 0) continue;
      const days = daysPastDue(state.plan, state.clock, at);
      if (days > 30) book.late30 += loan.owed;
      if (days > 90) book.late90 += loan.owed;
    }
    return book;
  }

  figures(lenders: PreviewLenders): RunFigures {
    const { loans, loanMonths, funded, unfunded, cohort, cohortLost, cohortExpected } = this.#sums;
    const { bookMonths, lateMonths, newcomerAsked, newcomerReady } = this.#sums;
    const { matched, writtenOff, fxLoss, recovered } = this.#sums;
    const losses = [...lenders.lent].flatMap((lent, i) => (lent === 0 ? [] : [(lenders.lost[i] as number) / lent]));
    return {
      monthly: this.#monthly,
      totals: {
        ...{ loans, loanMonths, funded, cohort, cohortLost, cohortExpected },
        ...{ bookMonths, lateMonths, newcomerAsked, newcomerReady },
        decided: funded + unfunded,
        minted: this.#endowment + lenders.minted + matched,
        destroyed: lenders.spent + writtenOff + fxLoss - recovered,
        hoursToFund: quantileOf(this.#hours, 0.5),
        lossMedian: quantileOf(losses, 0.5),
        lossP95: quantileOf(losses, 0.95),
        lossWorst: quantileOf(losses, 1),
      },
    };
  }
}
