import { nextTickOf } from '@bloomvale/shared/lending/loan-clock';
import { modelOf } from '@bloomvale/shared/lending/loan-terms';
import { recoveryDraw } from '@bloomvale/shared/lending/recovery';
import type { OperatorEvent, RegionKeyOf } from '@bloomvale/shared/lending/region';
import { tickInWorld, type WorldTick } from '@bloomvale/shared/lending/world-tick';
import type { Minor } from '@bloomvale/shared/money/coins';
import { invariant } from '@bloomvale/shared/result';
import { SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { PreviewLenders } from './preview-lenders.ts';
import type { PreviewLoan } from './preview-loan.ts';
import type { RunLuck } from './preview-luck.ts';
import type { RunRecord } from './preview-record.ts';

export type BookParts = {
  readonly luck: RunLuck;
  readonly regions: readonly string[];
  readonly lenders: PreviewLenders;
  readonly record: RunRecord;
  /** Real hour of the run in which a simulated instant falls. */
  readonly hourOf: (at: SimSeconds) => number;
  /** Told when a loan is over, well or badly. */
  readonly over: (loan: PreviewLoan) => void;
};

/** Operators' events are of the live world, not of the catalogue. */
const NO_EVENTS: readonly OperatorEvent[] = [];

/** The loans that are being repaid, and the defaulted ones that may still bring something back. */
export class PreviewBook {
  readonly running = new Set<PreviewLoan>();
  readonly #parts: BookParts;
  readonly #credit = (lender: number, part: Minor): void => this.#parts.lenders.credit(lender, part);
  readonly #regionKeys = new Map<string, RegionKeyOf>();
  /** Running loans by the hour of their next tick. */
  readonly #due: (PreviewLoan[] | undefined)[] = [];
  #defaulted: PreviewLoan[] = [];

  constructor(parts: BookParts) {
    this.#parts = parts;
  }

  add(loan: PreviewLoan): void {
    this.running.add(loan);
    this.#schedule(loan);
  }

  #schedule(loan: PreviewLoan): void {
    invariant(loan.running !== null, 'only a running loan has a next tick');
    const next = nextTickOf(loan.running);
    invariant(next !== null, 'a running loan has a next tick');
    loan.nextPeriod = next.period;
    const hour = this.#parts.hourOf(next.at);
    const list = this.#due[hour];
    if (list === undefined) this.#due[hour] = [loan];
    else list.push(loan);
  }

  /** Loans that a payment of this very hour makes due again within it (market days) are pushed onto the same list. */
  tick(hour: number): void {
    const due = this.#due[hour];
    if (due === undefined) return;
    for (let i = 0; i < due.length; i++) this.#tickLoan(due[i] as PreviewLoan);
    this.#due[hour] = undefined;
  }

  #regionKeyOf(region: string): RegionKeyOf {
    const known = this.#regionKeys.get(region);
    if (known !== undefined) return known;
    const made = this.#parts.luck.regionKeyOf(this.#parts.regions.indexOf(region));
    this.#regionKeys.set(region, made);
    return made;
  }

  #tickLoan(loan: PreviewLoan): void {
    const running = loan.running;
    invariant(running !== null, 'only a running loan ticks');
    const { terms, farming } = loan.kind;
    const regionKeyOf = this.#regionKeyOf(terms.place?.region ?? '');
    const ticked = tickInWorld(running, { key: loan.key, regionKeyOf, farming, events: NO_EVENTS }, loan.nextPeriod);
    invariant(ticked.ok, 'the next tick is never refused');
    this.#book(loan, ticked.value);
  }

  #book(loan: PreviewLoan, { outcome, repaid, fxLoss, course, rescheduled }: WorldTick): void {
    const { running } = loan;
    invariant(running !== null, 'only a running loan ticks');
    this.#parts.record.repaid(outcome.principalPaid, fxLoss);
    loan.owed -= outcome.principalPaid;
    loan.giveBack(repaid, this.#credit);
    if (outcome.status !== 'running') {
      this.#end(loan, outcome.status === 'defaulted', outcome.at);
      return;
    }
    const { id, terms, disbursedAt, rescheduledCount } = running;
    loan.running = {
      id,
      terms,
      plan: rescheduled?.plan ?? running.plan,
      clock: rescheduled?.clock ?? outcome.clock,
      disbursedAt,
      rescheduledCount: rescheduledCount + (rescheduled === null ? 0 : 1),
      course,
    };
    this.#schedule(loan);
  }

  #end(loan: PreviewLoan, defaulted: boolean, at: SimSeconds): void {
    this.running.delete(loan);
    loan.running = null;
    if (defaulted) {
      loan.writtenOff = loan.owed;
      loan.owed = 0;
      loan.defaultedAt = at;
      this.#defaulted.push(loan);
    }
    this.#parts.lenders.settle(loan);
    this.#parts.record.ended(loan);
    this.#parts.over(loan);
  }

  /** Field partners go on asking after a default (recovery.ts); what comes back goes to the lenders. */
  recover(at: SimSeconds): void {
    this.#defaulted = this.#defaulted.filter((loan) => {
      const { place } = loan.kind.terms;
      const { recovery } = modelOf(loan.kind.terms);
      const open = loan.writtenOff - loan.recovered;
      if (place === null || open === 0 || at > loan.defaultedAt + recovery.months * SIM_MONTH) return false;
      const amount = recoveryDraw(loan.id, this.#regionKeyOf(place.region), at, open, recovery);
      if (amount === 0) return true;
      loan.recovered += amount;
      this.#parts.record.recovered(amount);
      loan.giveBack(amount, (lender, part) => this.#parts.lenders.recovered(lender, part));
      return true;
    });
  }
}
