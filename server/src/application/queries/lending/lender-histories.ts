import { walletOf } from '@bloomvale/shared/ledger/accounts';
import {
  continueHistory,
  type LenderHistory,
  NO_HISTORY,
  withoutTakenBack,
} from '@bloomvale/shared/lending/lender-history';
import type { LenderMovement } from '../../store/lending-reader.ts';
import type { Reader } from '../../store/store.ts';

/** Histories kept, the longest unused dropped: a few hundred bytes each. */
const KEPT = 2_000;
/** Movements read in one go. */
const PAGE = 5_000;
/** The newest movements are never kept: a lend among them may still be taken back (`TAKE_BACK_MS`), whose line would come later. */
const UNSETTLED = 512;

type Known = { readonly upTo: number; readonly history: LenderHistory };

/** What players' wallets say about their lending, read once and then only what is new. */
export class LenderHistories {
  readonly #reader: Reader;
  readonly #known = new Map<string, Known>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async of(playerId: string): Promise<LenderHistory> {
    let { upTo, history } = this.#known.get(playerId) ?? { upTo: 0, history: NO_HISTORY };
    const fresh: LenderMovement[] = [];
    for (let after = upTo; ; ) {
      const page = await this.#reader.lenderMovements(walletOf(playerId), after, PAGE);
      fresh.push(...page);
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) break;
    }
    const settled = settledCount(fresh);
    if (settled > 0) {
      history = continueHistory(history, withoutTakenBack(fresh.slice(0, settled)));
      upTo = fresh[settled - 1]?.id ?? upTo;
    }
    this.#keep(playerId, { upTo, history });
    return continueHistory(history, withoutTakenBack(fresh.slice(settled)));
  }

  #keep(playerId: string, known: Known): void {
    this.#known.delete(playerId);
    this.#known.set(playerId, known);
    if (this.#known.size > KEPT) this.#known.delete(this.#known.keys().next().value as string);
  }
}

/** How many of the oldest movements nothing can undo any more: none of them is a lend whose undoing lies among the rest. */
function settledCount(movements: readonly LenderMovement[]): number {
  const cut = movements.length - UNSETTLED;
  if (cut <= 0) return 0;
  const undone = new Set(
    movements.slice(cut).flatMap(({ kind, key }) => (kind === 'reverse.lend' ? [key.slice('rev:'.length)] : [])),
  );
  const open = movements.findIndex(({ kind, key }) => kind === 'lend' && undone.has(key));
  return open < 0 ? cut : Math.min(cut, open);
}
