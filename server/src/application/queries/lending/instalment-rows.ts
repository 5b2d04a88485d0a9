import { paidInstalments } from '@bloomvale/shared/lending/arrears';
import { instalmentDueAt, type LoanPlan, makePlan } from '@bloomvale/shared/lending/loan-terms';
import { forgiveInPlan, reschedulePlan } from '@bloomvale/shared/lending/plan-changes';
import { CHAIN_START, type ChainState } from '@bloomvale/shared/lending/repayment-model';
import type { Minor } from '@bloomvale/shared/money/coins';
import { splitRepayment } from '@bloomvale/shared/money/fair-split';
import type { InstalmentView } from '@bloomvale/shared/protocol/lending-views';
import { type Instant, SIM_DAY, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { inOrder, termsOf } from '../../lending/loan-records.ts';
import type { ContributionRow, LoanEventRow, LoanRow } from '../../store/rows.ts';

/** Payment events of a loan's journal, with the figures that `tick-story.ts` wrote down. */
export const TICK_KINDS: readonly string[] = ['paid', 'missed', 'still_late', 'paid_some', 'caught_up'];
export type TickData = {
  readonly period: number;
  readonly firstRow: number;
  readonly instalments: number;
  readonly missed: number;
  readonly repaid: number;
};
export const dataOf = <T>(event: LoanEventRow): T => JSON.parse(event.data) as T;

type Row = Omit<InstalmentView, 'dueAt' | 'status' | 'daysLate'> & {
  readonly dueSim: SimSeconds;
  paidSim: SimSeconds | null;
};
type Draft = { -readonly [K in keyof Row]: Row[K] };

/** What a loan's instalments were and are, and where the plan stands after the last event. */
export type InstalmentHistory = {
  readonly rows: readonly Row[];
  /** Number of instalments in `rows` before those of the plan in force. */
  readonly before: number;
  readonly plan: LoanPlan;
  readonly clock: ChainState;
};

/**
 * A disbursed loan's instalments over all schedule versions, from its journal: the same steps as the loan clock took, so that the plan it
 * ends with is the one in force. `mine` is the contribution whose part of each payment is told; -1 for nobody.
 */
export function instalmentHistory(
  loan: LoanRow,
  events: readonly LoanEventRow[],
  contributions: readonly ContributionRow[],
  mine: number,
): InstalmentHistory {
  const run = new HistoryRun(loan, inOrder(contributions), mine);
  for (const event of events) run.take(event);
  return run.result();
}

class HistoryRun {
  readonly #rows: Draft[] = [];
  readonly #weights: Minor[];
  readonly #paid: Minor[];
  readonly #mine: number;
  #before = 0;
  #plan: LoanPlan;
  #clock: ChainState = CHAIN_START;
  #over = false;

  constructor(loan: LoanRow, contributions: readonly ContributionRow[], mine: number) {
    this.#weights = contributions.map(({ amount }) => amount);
    this.#paid = contributions.map(() => 0);
    this.#mine = mine;
    this.#plan = makePlan(termsOf(loan), loan.principal, loan.disbursedSim ?? 0);
    this.#addRows();
  }

  take(event: LoanEventRow): void {
    if (this.#over) return;
    if (TICK_KINDS.includes(event.kind)) this.#tick(event);
    else if (event.kind === 'rescheduled') this.#reschedule(event);
    else if (event.kind === 'forgiven') this.#forgive(event);
    else if (event.kind === 'defaulted') this.#over = true;
  }

  result(): InstalmentHistory {
    return { rows: this.#rows, before: this.#before, plan: this.#plan, clock: this.#clock };
  }

  #addRows(): void {
    this.#plan.principalRows.forEach((expected, i) => {
      this.#rows.push({
        n: this.#rows.length + 1,
        version: this.#plan.version,
        dueSim: instalmentDueAt(this.#plan, i + 1),
        expected,
        cost: this.#plan.interestRows[i] ?? 0,
        actual: 0,
        actualAt: null,
        paidSim: null,
        mine: 0,
      });
    });
  }

  #tick(event: LoanEventRow): void {
    const { period, firstRow, instalments, missed, repaid } = dataOf<TickData>(event);
    const parts = splitRepayment({ weights: this.#weights, paid: this.#paid, amount: repaid });
    parts.forEach((part, i) => {
      this.#paid[i] = (this.#paid[i] as Minor) + part;
    });
    const share = this.#mine < 0 ? 0 : (parts[this.#mine] ?? 0);
    const paid = this.#rows.slice(this.#before + firstRow - 1, this.#before + firstRow - 1 + instalments);
    const all = paid.reduce((sum, { n }) => sum + this.#principalOf(n), 0);
    let told = 0;
    let sum = 0;
    for (const row of paid) {
      row.actual = this.#principalOf(row.n);
      row.actualAt = event.at;
      row.paidSim = event.sim;
      sum += row.actual;
      const upTo = all === 0 ? 0 : Math.floor((share * sum) / all);
      row.mine = upTo - told;
      told = upTo;
    }
    this.#clock = { tick: period - this.#plan.firstPeriod, missed };
  }

  #principalOf(n: number): Minor {
    return this.#plan.principalRows[n - 1 - this.#before] ?? 0;
  }

  #reschedule(event: LoanEventRow): void {
    const { instalments } = dataOf<{ instalments: number }>(event);
    const paid = paidInstalments(this.#plan, this.#clock);
    const next = reschedulePlan({ plan: this.#plan, clock: this.#clock }, event.sim, instalments);
    this.#rows.length = this.#before + paid;
    this.#before = this.#rows.length;
    this.#plan = next.plan;
    this.#clock = next.clock;
    this.#addRows();
  }

  #forgive(event: LoanEventRow): void {
    const { amount, contribution } = dataOf<{ amount: number; contribution: number }>(event);
    this.#weights[contribution] = (this.#weights[contribution] ?? amount) - amount;
    this.#plan = forgiveInPlan({ plan: this.#plan, clock: this.#clock }, amount);
    // A row with nothing left keeps what it was, so that one sees what was forgiven.
    this.#plan.principalRows.forEach((left, i) => {
      const row = this.#rows[this.#before + i];
      if (row !== undefined && left > 0) row.expected = left;
    });
  }
}

/** The rows as they are shown. */
export function instalmentViews(
  loan: LoanRow,
  history: InstalmentHistory,
  simNow: SimSeconds,
  realAt: (sim: SimSeconds) => Instant | null,
): InstalmentView[] {
  const { before, plan, clock } = history;
  const paid = before + paidInstalments(plan, clock);
  return history.rows.map(({ dueSim, paidSim, ...row }) => {
    const late = row.n > paid && row.n <= paid + clock.missed;
    const since = Math.max(0, Math.floor(((paidSim ?? simNow) - dueSim) / SIM_DAY));
    const left = plan.principalRows[row.n - 1 - before] ?? 0;
    const status = statusOf(loan, { paid: row.n <= paid, late, days: since, forgiven: left === 0 && row.expected > 0 });
    const daysLate = status === 'late' || status === 'repaid_late' ? since : 0;
    return { ...row, dueAt: realAt(dueSim), daysLate, status };
  });
}

/** Rows of grace have nothing to pay from the start; a row counts as forgiven when something was. */
type Fate = { readonly paid: boolean; readonly late: boolean; readonly days: number; readonly forgiven: boolean };

function statusOf(loan: LoanRow, { paid, late, days, forgiven }: Fate): InstalmentView['status'] {
  if (paid) return days > 0 ? 'repaid_late' : 'repaid';
  if (forgiven) return 'forgiven';
  if (loan.state === 'defaulted' || loan.writtenOff > 0) return 'lost';
  if (loan.state === 'in_repayment') return late ? 'late' : 'to_come';
  // Over without a loss: every lender let go of the rest, or an operator handed it back.
  return loan.refunded > 0 ? 'repaid' : 'forgiven';
}
