import type { Minor } from '../money/coins.ts';
import { splitRepayment } from '../money/fair-split.ts';
import { type Hex32, philoxKey } from '../random/keys.ts';
import type { PhiloxKey } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { realAt } from '../time/sim-clock.ts';
import { unpaidPrincipal } from './arrears.ts';
import { depreciation, lendersCurrencyLoss } from './currency.ts';
import { nextTickOf, type TickOutcome, tickLoan } from './loan-clock.ts';
import { chainOf, makePlan } from './loan-terms.ts';
import { forgiveInPlan, type PlanState, reschedulePlan } from './plan-changes.ts';
import { monthOf } from './region.ts';
import { CHAIN_START, type RepaymentChain } from './repayment-model.ts';
import type { ReplayResult, ReplaySource, ReplayTick } from './replay-file.ts';
import { shiftChain } from './shocks.ts';
import { tickShock } from './tick-shocks.ts';

type Sums = { repaid: Minor; forgiven: Minor; fxLoss: Minor; writtenOff: Minor; recovered: Minor };

/**
 * A loan's whole life again from its source: the same functions as the server's, in the same order. What happened between ticks
 * (help, forgiveness, reschedules) is applied after the period it names.
 * @throws InvariantError when the source is impossible, such as a forgiveness of more than is owed.
 */
export class ReplayRun {
  readonly #source: ReplaySource;
  readonly #key: PhiloxKey;
  readonly #regionKeys: ReadonlyMap<number, Hex32>;
  readonly #weights: Minor[];
  readonly #paid: Minor[];
  readonly #sums: Sums = { repaid: 0, forgiven: 0, fxLoss: 0, writtenOff: 0, recovered: 0 };
  readonly #ticks: ReplayTick[] = [];
  #place: PlanState;
  #contagion = false;
  #state: ReplayResult['state'] = 'in_repayment';

  constructor(source: ReplaySource) {
    this.#source = source;
    this.#key = philoxKey(source.key);
    this.#regionKeys = new Map(source.regionKeys.map((one) => [one.period, one.key]));
    this.#weights = source.contributions.map((one) => one.amount);
    this.#paid = source.contributions.map(() => 0);
    this.#place = { plan: makePlan(source.terms, source.principal, source.disbursedAt), clock: CHAIN_START };
  }

  run(): ReplayResult {
    let period = 0;
    this.#between(period);
    while (this.#state === 'in_repayment') {
      const next = nextTickOf(this.#loan());
      invariant(next !== null, 'a running loan has a next tick');
      this.#tick(next.period, next.at);
      period = next.period;
      if (this.#state === 'in_repayment') this.#between(period);
    }
    this.#checkUsed();
    const recoveries = this.#source.recoveries.map(({ sequence, amount }) => ({
      sequence,
      parts: this.#recover(amount),
    }));
    return { ticks: this.#ticks, recoveries, state: this.#state, ...this.#sums };
  }

  #loan() {
    return { id: this.#source.loan, terms: this.#source.terms, ...this.#place };
  }

  readonly #regionKeyOf = (period: number): Hex32 => {
    const key = this.#regionKeys.get(period);
    invariant(key !== undefined, `the key of period ${period} is missing`);
    return key;
  };

  #tick(period: number, at: number): void {
    const { chain, causes } = this.#chainAt(period, at);
    const members = this.#source.terms.place?.members ?? 1;
    const outcome = tickLoan({
      loan: this.#loan(),
      key: this.#key,
      period,
      chain,
      ...(members > 1 ? { members } : {}),
    });
    invariant(outcome.ok, 'the next tick is never refused');
    const tick = outcome.value;
    const fxLoss = this.#currencyLoss(tick);
    const repaid = tick.principalPaid - fxLoss;
    const parts = this.#pay(repaid);
    this.#sums.repaid += repaid;
    this.#sums.fxLoss += fxLoss;
    this.#contagion = tick.group?.contagion ?? false;
    this.#place = { ...this.#place, clock: tick.clock };
    this.#ticks.push({
      period,
      at,
      realAt: realAt(this.#source.clock, at),
      word: tick.word,
      hPpm: chain.hPpm,
      causes,
      event: tick.event,
      missed: tick.clock.missed,
      repaid,
      fxLoss,
      parts,
      groupMissing: tick.group?.missing ?? null,
    });
    this.#close(tick);
  }

  #chainAt(period: number, at: number): { chain: RepaymentChain; causes: string[] } {
    const { terms, farming, events, help } = this.#source;
    const chain = chainOf(terms, this.#place.plan);
    if (terms.place === null) return { chain, causes: [] };
    const { shock, parts } = tickShock(
      {
        place: terms.place,
        loanKey: this.#key,
        regionKeyOf: this.#regionKeyOf,
        farming,
        events,
        helpAfter: help,
        contagion: this.#contagion,
      },
      period,
      at,
    );
    return { chain: shiftChain(chain, shock), causes: parts.map((part) => part.cause) };
  }

  #currencyLoss(tick: TickOutcome): Minor {
    const { terms, disbursedAt } = this.#source;
    const policy = terms.product.currencyLoss;
    if (terms.place === null || policy !== 'shared' || tick.principalPaid === 0) return 0;
    const lost = depreciation(this.#regionKeyOf, monthOf(disbursedAt), monthOf(tick.at));
    return lendersCurrencyLoss(tick.principalPaid, lost, policy);
  }

  #pay(amount: Minor): number[] {
    const parts = splitRepayment({ weights: this.#weights, paid: this.#paid, amount });
    parts.forEach((part, i) => {
      this.#paid[i] = (this.#paid[i] as Minor) + part;
    });
    return parts;
  }

  #close(tick: TickOutcome): void {
    if (tick.status === 'running') return;
    if (tick.status === 'finished') this.#state = this.#sums.fxLoss > 0 ? 'ended_with_loss' : 'ended';
    else {
      this.#state = 'defaulted';
      this.#sums.writtenOff = tick.writeOff;
    }
  }

  #recover(amount: Minor): number[] {
    invariant(
      this.#state === 'defaulted' && this.#sums.recovered + amount <= this.#sums.writtenOff,
      'recovered more than was lost',
    );
    this.#sums.recovered += amount;
    return this.#pay(amount);
  }

  #between(period: number): void {
    for (const one of this.#source.forgiveness.filter((some) => some.after === period))
      this.#forgive(one.contribution, one.amount);
    if (unpaidPrincipal(this.#place.plan, this.#place.clock) === 0) {
      this.#state = this.#sums.fxLoss > 0 ? 'ended_with_loss' : 'ended';
      return;
    }
    for (const one of this.#source.reschedules.filter((some) => some.after === period)) {
      this.#place = reschedulePlan(this.#place, one.at, one.instalments);
    }
  }

  #forgive(contribution: number, amount: Minor): void {
    const weight = this.#weights[contribution];
    invariant(
      weight !== undefined && amount <= weight - (this.#paid[contribution] as Minor),
      'forgiven more than this lender is owed',
    );
    this.#place = { ...this.#place, plan: forgiveInPlan(this.#place, amount) };
    this.#weights[contribution] = weight - amount;
    this.#sums.forgiven += amount;
  }

  /** Nothing may be named that never came about: a forgiveness after the end, help nobody could use. */
  #checkUsed(): void {
    const { help, forgiveness, reschedules } = this.#source;
    const reached = new Set([0, ...this.#ticks.map((tick) => tick.period)]);
    const named = [...help, ...forgiveness.map((one) => one.after), ...reschedules.map((one) => one.after)];
    invariant(
      named.every((after) => reached.has(after)),
      'an event names a period the loan never had',
    );
  }
}
