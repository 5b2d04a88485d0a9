import { CHAIN_START } from '@bloomvale/shared/lending/repayment-model';
import { COURSE_START, type LoanInWorld } from '@bloomvale/shared/lending/world-tick';
import type { Minor } from '@bloomvale/shared/money/coins';
import { splitRepayment } from '@bloomvale/shared/money/fair-split';
import type { PhiloxKey } from '@bloomvale/shared/random/philox';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { LoanKind } from './preview-catalogue.ts';

/** A lender's number, or one of these. */
export const POOL = -1;
export const MATCHER = -2;
export const isPlayer = (lender: number): boolean => lender >= 0;

/** A loan of a preview: from listing to its end; mutable, because millions of them pass. Amounts in minor units. */
export class PreviewLoan {
  readonly kind: LoanKind;
  readonly village: number;
  readonly key: PhiloxKey;
  readonly id: string;
  readonly opensAt: SimSeconds;
  readonly windowEndsAt: SimSeconds;
  raised: Minor = 0;
  /** Contributions, one an entry: who, how much, what came back so far. */
  readonly lenders: number[] = [];
  readonly amounts: Minor[] = [];
  readonly paid: Minor[] = [];
  principal: Minor = 0;
  /** What the borrower still owes. */
  owed: Minor = 0;
  writtenOff: Minor = 0;
  recovered: Minor = 0;
  defaultedAt: SimSeconds = 0;
  running: LoanInWorld | null = null;
  /** Period of its next tick, while it runs. */
  nextPeriod = 0;
  /** Its longest life lies within the run (see `RunTotals.cohort`). */
  inCohort = false;

  constructor(
    kind: LoanKind,
    village: number,
    n: number,
    key: PhiloxKey,
    opensAt: SimSeconds,
    windowEndsAt: SimSeconds,
  ) {
    this.kind = kind;
    this.village = village;
    this.id = `${village}-${n}`;
    this.key = key;
    this.opensAt = opensAt;
    this.windowEndsAt = windowEndsAt;
  }

  get missing(): Minor {
    return this.kind.amount - this.raised;
  }

  heldBy(lender: number): Minor {
    const at = this.lenders.indexOf(lender);
    return at < 0 ? 0 : (this.amounts[at] as Minor);
  }

  add(lender: number, amount: Minor): void {
    const at = this.lenders.indexOf(lender);
    if (at < 0) {
      this.lenders.push(lender);
      this.amounts.push(amount);
      this.paid.push(0);
    } else this.amounts[at] = (this.amounts[at] as Minor) + amount;
    this.raised += amount;
  }

  disburse(at: SimSeconds): void {
    this.principal = this.raised;
    this.owed = this.raised;
    this.running = {
      id: this.id,
      terms: this.kind.terms,
      plan: this.kind.planFor(this.principal, at),
      clock: CHAIN_START,
      disbursedAt: at,
      rescheduledCount: 0,
      course: COURSE_START,
    };
  }

  /** Gives an amount back to the lenders by the exact split (microfinance.md 6.6); hands each part to `credit`. */
  giveBack(amount: Minor, credit: (lender: number, part: Minor) => void): void {
    if (amount === 0) return;
    const parts = splitRepayment({ weights: this.amounts, paid: this.paid, amount });
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as Minor;
      if (part === 0) continue;
      this.paid[i] = (this.paid[i] as Minor) + part;
      credit(this.lenders[i] as number, part);
    }
  }
}
