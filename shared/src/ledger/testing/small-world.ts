import { unpaidPrincipal } from '../../lending/arrears.ts';
import { nextTickOf, tickLoan } from '../../lending/loan-clock.ts';
import {
  consequence,
  type LoanCommand,
  type LoanLifecycle,
  newLifecycle,
  transition,
} from '../../lending/loan-state.ts';
import { type LoanPlan, type LoanTerms, makePlan } from '../../lending/loan-terms.ts';
import { CHAIN_START, type ChainState } from '../../lending/repayment-model.ts';
import type { Minor } from '../../money/coins.ts';
import type { PhiloxKey } from '../../random/philox.ts';
import { invariant } from '../../result.ts';
import { BalanceOverlay } from '../apply.ts';
import type { Batch } from '../batch.ts';
import {
  type Contribution,
  type ContributionSource,
  disburse,
  earn,
  lend,
  match,
  refund,
  repay,
  SYSTEM,
  writeOff,
} from '../postings.ts';
import type {
  BatchRow,
  ContributionRow,
  GoodsMovementRow,
  GoodsRow,
  LedgerSnapshot,
  LoanRow,
  OwnLoanSummary,
  TransferRow,
} from '../snapshot.ts';

type WorldLoan = {
  id: string;
  life: LoanLifecycle;
  terms: LoanTerms;
  plan: LoanPlan | null;
  clock: ChainState;
  parts: Contribution[];
};

/**
 * A world without database or clock for tests: the same rules as the server's, applied to arrays. It shows how states, postings and the
 * loan clock fit together, and what a sound snapshot looks like.
 */
export class SmallWorld {
  readonly overlay = new BalanceOverlay(() => undefined);
  readonly batches: BatchRow[] = [];
  readonly transfers: TransferRow[] = [];
  readonly loans = new Map<string, WorldLoan>();
  readonly refunded = new Set<string>();
  readonly goods: GoodsRow[] = [];
  readonly goodsMovements: GoodsMovementRow[] = [];
  readonly ownLoans: OwnLoanSummary[] = [];
  readonly #keys = new Set<string>();

  post(batch: Batch): boolean {
    if (batch.transfers.length === 0 || this.#keys.has(batch.key)) return false;
    if (!this.overlay.apply(batch).ok) return false;
    this.#keys.add(batch.key);
    const { key, kind, actor, reason } = batch;
    this.batches.push({ seq: this.batches.length, key, kind, actor, reason, at: 0 });
    for (const one of batch.transfers) this.transfers.push({ ...one, seq: this.transfers.length, batch: key });
    return true;
  }

  gift(player: string, amount: Minor): void {
    this.post(earn('mint:welcome', player, 'gift', amount, 'welcome gift'));
  }

  list(id: string, terms: LoanTerms, amount: Minor, funding: 'fixed' | 'flexible' = 'fixed'): void {
    const life = newLifecycle({ state: 'fundraising', funding, amount, windowEndsAt: 1_000 });
    this.loans.set(id, { id, life, terms, plan: null, clock: CHAIN_START, parts: [] });
  }

  /** Whether the rules and the purse allowed it. */
  lend(id: string, source: ContributionSource, amount: Minor): boolean {
    const loan = this.#loan(id);
    const part = { id: `${id}-${loan.parts.length}`, source, amount, paid: 0, forgiven: 0 };
    if (!transition(loan.life, { type: 'lend', amount, at: 0 }).ok) return false;
    if (!this.post(source.kind === 'matcher' ? match(id, part) : lend(id, part, part.id, SYSTEM))) return false;
    loan.parts.push(part);
    this.#do(loan, { type: 'lend', amount, at: 0 });
    const next = consequence(loan.life);
    if (next !== null) this.#do(loan, next);
    return true;
  }

  endWindow(id: string): void {
    const loan = this.#loan(id);
    this.#do(loan, loan.life.funding === 'fixed' ? { type: 'expire', at: 1_000 } : { type: 'windowEnds', at: 1_000 });
    if (loan.life.state !== 'expired') return;
    this.post(refund(id, loan.parts, 'expire'));
    for (const part of loan.parts) this.refunded.add(part.id);
  }

  disburse(id: string): void {
    const loan = this.#loan(id);
    this.#do(loan, { type: 'disburse' });
    this.post(disburse(id, loan.life.principal));
    loan.plan = makePlan(loan.terms, loan.life.principal, 5_000);
  }

  /** One tick; false when the loan is over. */
  tick(id: string, key: PhiloxKey): boolean {
    const loan = this.#loan(id);
    if (loan.life.state !== 'in_repayment' || loan.plan === null) return false;
    const running = { id, terms: loan.terms, plan: loan.plan, clock: loan.clock };
    const next = nextTickOf(running);
    invariant(next !== null, 'a running loan has a next tick');
    const outcome = tickLoan({ loan: running, key, period: next.period });
    invariant(outcome.ok, 'the next tick is never refused');
    const { principalPaid, period, status, writeOff: lost, clock } = outcome.value;
    if (principalPaid > 0) {
      const { batch, parts } = repay(id, period, principalPaid, loan.parts);
      this.post(batch);
      loan.parts = loan.parts.map((part, i) => ({ ...part, paid: part.paid + (parts[i] as number) }));
    }
    loan.clock = clock;
    this.#do(loan, { type: 'tick', paid: principalPaid, fxLoss: 0 });
    if (status === 'defaulted') {
      this.post(writeOff(id, lost));
      this.#do(loan, { type: 'default', ruleMet: true });
    }
    const after = consequence(loan.life);
    if (after !== null) this.#do(loan, after);
    return true;
  }

  snapshot(change: Partial<LedgerSnapshot> = {}): LedgerSnapshot {
    return {
      accounts: () => [...this.overlay.changes()].map(([id, posted]) => ({ id, ...posted })),
      batches: () => this.batches,
      transfers: () => this.transfers,
      loans: () => [...this.loans.values()].map((loan) => this.#loanRow(loan)),
      contributions: () =>
        [...this.loans.values()].flatMap((loan) => loan.parts.map((part) => this.#contributionRow(loan.id, part))),
      ownLoans: () => this.ownLoans,
      goods: () => this.goods,
      goodsMovements: () => this.goodsMovements,
      faucetCaps: [],
      dayOf: () => 0,
      ...change,
    };
  }

  #loan(id: string): WorldLoan {
    const loan = this.loans.get(id);
    invariant(loan !== undefined, `no loan ${id}`);
    return loan;
  }

  #do(loan: WorldLoan, command: LoanCommand): void {
    const result = transition(loan.life, command);
    invariant(result.ok, `refused: ${command.type}`);
    loan.life = result.value.loan;
  }

  #loanRow(loan: WorldLoan): LoanRow {
    const running = loan.life.state === 'in_repayment' && loan.plan !== null;
    return {
      ...loan.life,
      id: loan.id,
      unpaidPrincipal: running ? unpaidPrincipal(loan.plan as LoanPlan, loan.clock) : 0,
    };
  }

  #contributionRow(loan: string, part: Contribution): ContributionRow {
    return { ...part, loan, refunded: this.refunded.has(part.id) ? part.amount : 0 };
  }
}
