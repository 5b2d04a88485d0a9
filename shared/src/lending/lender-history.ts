import { addMinor, type Minor } from '../money/coins.ts';
import { SIM_MONTH, type SimSeconds } from '../time/sim-clock.ts';

/** A posting that moved a lender's own coins for a loan, oldest first. */
export type HistoryMovement = {
  /** `lend`, `reverse.lend`, `repay`, `recover`, `refund`, `refund_running`. */
  readonly kind: string;
  readonly amount: Minor;
  readonly sim: SimSeconds;
  readonly loanId: string;
  /** Key of its batch; `rev:` and the key of what it undoes. */
  readonly key: string;
};

/** What a lender's movements add up to; grows with them and never needs the former ones again. */
export type LenderHistory = {
  /** Part of what was lent that had come back from borrowers before: first in, first out. */
  readonly reLent: Minor;
  /** Came back and not lent again. */
  readonly pot: Minor;
  /** What came back by simulated month, recoveries included. */
  readonly backByMonth: ReadonlyMap<number, Minor>;
  /** What came back since the last lend, by loan. */
  readonly sinceLend: ReadonlyMap<string, Minor>;
};
export const NO_HISTORY: LenderHistory = { reLent: 0, pot: 0, backByMonth: new Map(), sinceLend: new Map() };

/** Movements without the lends that were taken back: as if they had never been. */
export function withoutTakenBack<T extends Pick<HistoryMovement, 'kind' | 'key'>>(movements: readonly T[]): T[] {
  const undone = new Set(
    movements.filter(({ kind }) => kind === 'reverse.lend').map(({ key }) => key.slice('rev:'.length)),
  );
  return movements.filter(({ kind, key }) => kind !== 'reverse.lend' && !(kind === 'lend' && undone.has(key)));
}

/** Coins from borrowers; a refund of a loan that never began is not one. */
const FROM_BORROWERS: readonly string[] = ['repay', 'recover', 'refund_running'];

/** The history after more movements, none of which is taken back any more. */
export function continueHistory(history: LenderHistory, movements: readonly HistoryMovement[]): LenderHistory {
  let { reLent, pot } = history;
  const backByMonth = new Map(history.backByMonth);
  let sinceLend = new Map(history.sinceLend);
  for (const { kind, amount, sim, loanId } of movements) {
    if (kind === 'lend') {
      const again = Math.min(pot, amount);
      pot -= again;
      reLent = addMinor(reLent, again);
      sinceLend = new Map();
    } else if (FROM_BORROWERS.includes(kind)) {
      pot = addMinor(pot, amount);
      const month = Math.floor(sim / SIM_MONTH);
      backByMonth.set(month, addMinor(backByMonth.get(month) ?? 0, amount));
      sinceLend.set(loanId, addMinor(sinceLend.get(loanId) ?? 0, amount));
    }
  }
  return { reLent, pot, backByMonth, sinceLend };
}
