import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** Coins of one return that were lent again; `at` is when they had come back. */
export type Part = { readonly at: Instant; readonly amount: Minor };
/** A lend, split into what had come back lately and what had not. */
export type Split = { readonly again: readonly Part[]; readonly fresh: Minor };

type Pile = { readonly at: Instant; left: Minor };
type Lender = { piles: Pile[]; last: Split & { readonly amount: Minor } };

const NO_LEND = { again: [], fresh: 0, amount: 0 };
/** Lenders remembered; the one longest quiet is forgotten first, and counts as lending anew. */
const LENDERS_MAX = 50_000;

/**
 * Follows coins by lender: what comes back lies on a pile, a lend takes from the oldest pile that is young enough, and what no pile covers
 * is lent anew. First in, first out, as a ledger without marked coins must decide.
 */
export class Relending {
  readonly #lenders = new Map<string, Lender>();

  returned(lender: string, amount: Minor, at: Instant): void {
    this.#of(lender).piles.push({ at, left: amount });
  }

  lent(lender: string, amount: Minor, at: Instant, lifeMs: number): Split {
    const entry = this.#of(lender);
    entry.piles = entry.piles.filter((pile) => pile.left > 0 && at - pile.at <= lifeMs);
    const again: Part[] = [];
    let left = amount;
    for (const pile of entry.piles) {
      const part = Math.min(left, pile.left);
      if (part === 0) break;
      pile.left -= part;
      left -= part;
      again.push({ at: pile.at, amount: part });
    }
    entry.last = { again, fresh: left, amount };
    return entry.last;
  }

  /** Undoes the lender's latest lend when it was of this amount: only that one can be taken back. */
  takenBack(lender: string, amount: Minor): Split {
    const entry = this.#of(lender);
    const { last } = entry;
    if (last.amount !== amount) return { again: [], fresh: amount };
    for (const { at, amount: part } of last.again) {
      const pile = entry.piles.find((one) => one.at === at);
      if (pile !== undefined) pile.left += part;
    }
    entry.last = NO_LEND;
    return last;
  }

  #of(lender: string): Lender {
    const known = this.#lenders.get(lender) ?? { piles: [], last: NO_LEND };
    this.#lenders.delete(lender);
    this.#lenders.set(lender, known);
    if (this.#lenders.size > LENDERS_MAX) this.#lenders.delete(this.#lenders.keys().next().value as string);
    return known;
  }
}
