import type { Minor } from '../money/coins.ts';
import { splitRepayment } from '../money/fair-split.ts';
import { type Hex32, philoxKey } from '../random/keys.ts';
import type { PhiloxKey } from '../random/philox.ts';
import { invariant } from '../result.ts';
import { realAt, type SimSeconds } from '../time/sim-clock.ts';
import { unpaidPrincipal } from './arrears.ts';
import { nextTickOf } from './loan-clock.ts';
import { makePlan, modelOf } from './loan-terms.ts';
import { forgiveInPlan, type PlanState } from './plan-changes.ts';
import { recoveryAt, recoveryDraw } from './recovery.ts';
import { CHAIN_START } from './repayment-model.ts';
import type { ReplayResult, ReplaySource, ReplayTick } from './replay-file.ts';
import { COURSE_START, type LoanCourse, type LoanInWorld, tickInWorld, type WorldTick } from './world-tick.ts';

type Sums = { repaid: Minor; forgiven: Minor; fxLoss: Minor; writtenOff: Minor; recovered: Minor };

/**
 * A loan's whole life again from its source: the same functions as the server's, in the same order. What people did between ticks (help,
 * forgiveness) is applied after the period it names; reschedules and recoveries follow from the rules and the keys.
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
  readonly #reschedules: ReplayResult['reschedules'] = [];
  readonly #recoveries: ReplayResult['recoveries'] = [];
  /** Periods and tries that came about: nothing may be named that did not. */
  readonly #reached = new Set<number>([0]);
  #place: PlanState;
  #course: LoanCourse;
  #state: ReplayResult['state'] = 'in_repayment';
  /** Last period, and when it was. */
  #last: { period: number; at: SimSeconds };

  constructor(source: ReplaySource) {
    this.#source = source;
    this.#key = philoxKey(source.key);
    this.#regionKeys = new Map(source.regionKeys.map((one) => [one.period, one.key]));
    this.#weights = source.contributions.map((one) => one.amount);
    this.#paid = source.contributions.map(() => 0);
    this.#place = { plan: makePlan(source.terms, source.principal, source.disbursedAt), clock: CHAIN_START };
    this.#course = { ...COURSE_START, helpAfter: source.help };
    this.#last = { period: 0, at: source.disbursedAt };
  }

  run(): ReplayResult {
    this.#between(0);
    while (this.#state === 'in_repayment') {
      const next = nextTickOf(this.#loan());
      invariant(next !== null, 'a running loan has a next tick');
      this.#tick(next.period, next.at);
      this.#last = next;
      this.#reached.add(next.period);
      if (this.#state === 'in_repayment') this.#between(next.period);
    }
    this.#recover();
    this.#checkUsed();
    return {
      ticks: this.#ticks,
      reschedules: this.#reschedules,
      recoveries: this.#recoveries,
      state: this.#state,
      ...this.#sums,
    };
  }

  #loan(): LoanInWorld {
    const { loan: id, terms, disbursedAt } = this.#source;
    return { id, terms, ...this.#place, disbursedAt, rescheduledCount: this.#reschedules.length, course: this.#course };
  }

  readonly #regionKeyOf = (period: number): Hex32 => {
    const key = this.#regionKeys.get(period);
    invariant(key !== undefined, `the key of period ${period} is missing`);
    return key;
  };

  #tick(period: number, at: SimSeconds): void {
    const { farming, events, clock } = this.#source;
    const world = { key: this.#key, regionKeyOf: this.#regionKeyOf, farming, events };
    const ticked = tickInWorld(this.#loan(), world, period);
    invariant(ticked.ok, 'the next tick is never refused');
    const { outcome, chain, parts: causes, repaid, fxLoss, course } = ticked.value;
    const parts = this.#pay(repaid);
    this.#sums.repaid += repaid;
    this.#sums.fxLoss += fxLoss;
    this.#course = course;
    this.#place = { ...this.#place, clock: outcome.clock };
    this.#ticks.push({
      period,
      at,
      realAt: realAt(clock, at),
      word: outcome.word,
      hPpm: chain.hPpm,
      causes: causes.map((part) => part.cause),
      event: outcome.event,
      missed: outcome.clock.missed,
      repaid,
      fxLoss,
      parts,
      groupMissing: outcome.group?.missing ?? null,
    });
    this.#close(ticked.value, period, at);
  }

  #close({ outcome, rescheduled }: WorldTick, period: number, at: SimSeconds): void {
    if (rescheduled !== null) {
      const { plan, clock, instalments } = rescheduled;
      this.#place = { plan, clock };
      this.#reschedules.push({ after: period, at, instalments });
    }
    if (outcome.status === 'running') return;
    if (outcome.status === 'finished') {
      this.#end();
      return;
    }
    this.#state = 'defaulted';
    this.#sums.writtenOff = outcome.writeOff;
  }

  #end(): void {
    this.#state = this.#sums.fxLoss > 0 ? 'ended_with_loss' : 'ended';
  }

  #pay(amount: Minor): number[] {
    const parts = splitRepayment({ weights: this.#weights, paid: this.#paid, amount });
    parts.forEach((part, i) => {
      this.#paid[i] = (this.#paid[i] as Minor) + part;
    });
    return parts;
  }

  /** Tries after a default, each followed by what lenders gave up before the next one. */
  #recover(): void {
    const { loan, recoveryMonths, terms } = this.#source;
    const { recovery } = modelOf(terms);
    invariant(recoveryMonths === 0 || this.#state === 'defaulted', 'nothing was lost that could be recovered');
    invariant(recoveryMonths <= recovery.months, 'more tries than the field partner makes');
    if (this.#state !== 'defaulted') return;
    const { period, at } = this.#last;
    let open = this.#sums.writtenOff - this.#forgiveAfter(period);
    for (let sequence = 1; sequence <= recoveryMonths; sequence++) {
      invariant(open > 0, 'nothing is left to recover');
      const amount = recoveryDraw(loan, this.#regionKeyOf, recoveryAt(at, sequence), open, recovery);
      if (amount > 0) this.#recoveries.push({ sequence, amount, parts: this.#pay(amount) });
      this.#sums.recovered += amount;
      open -= amount;
      if (open > 0) open -= this.#forgiveAfter(period + sequence);
    }
    invariant(open >= 0, 'forgiven more than was lost');
    if (open === 0) this.#end();
  }

  /** Lets go of what lenders forgave after a period; how much that was. */
  #forgiveAfter(period: number): Minor {
    this.#reached.add(period);
    const given = this.#source.forgiveness.filter(({ after }) => after === period);
    for (const { contribution, amount } of given) {
      const weight = this.#weights[contribution];
      invariant(
        weight !== undefined && amount <= weight - (this.#paid[contribution] as Minor),
        'forgiven more than this lender is owed',
      );
      this.#weights[contribution] = weight - amount;
      this.#sums.forgiven += amount;
    }
    return given.reduce((sum, { amount }) => sum + amount, 0);
  }

  #between(period: number): void {
    const forgiven = this.#forgiveAfter(period);
    this.#place = { ...this.#place, plan: forgiveInPlan(this.#place, forgiven) };
    if (unpaidPrincipal(this.#place.plan, this.#place.clock) === 0) this.#end();
  }

  #checkUsed(): void {
    const { help, forgiveness } = this.#source;
    const named = [...help, ...forgiveness.map((one) => one.after)];
    invariant(
      named.every((after) => this.#reached.has(after)),
      'an event names a period the loan never had',
    );
  }
}
