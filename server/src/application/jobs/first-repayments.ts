import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Minor } from '@bloomvale/shared/money/coins';
import { type Credited, firstRepaymentId, lendersIn } from '../commands/growing/letters-deliver.ts';
import type { ContributionRow, LoanEventRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';

/** A player to be told of a loan's first repayment. */
type Told = { readonly event: LoanEventRow; readonly playerId: string; readonly letter: string };

/**
 * What the ledger credited to each lender at the first repayments among these events that no letter has told of yet. The ledger knows;
 * working the split out again would have to know what had been forgiven and paid by then.
 */
export async function firstRepayments(reader: Reader, events: readonly LoanEventRow[]): Promise<Credited> {
  const first = new Map<string, LoanEventRow>();
  for (const event of events) if (!first.has(event.loanId) && isRepayment(event)) first.set(event.loanId, event);
  if (first.size === 0) return new Map();
  const rows = await reader.rows('contribution', [...first.keys()]);
  const untold = await withoutLetter(reader, [...first.values()], rows);
  const credited = new Map<number, Map<string, Minor>>();
  for (const { event, playerId } of untold) {
    const parts = rows.filter((row) => row.loanId === event.loanId && row.playerId === playerId).length;
    const shares = credited.get(event.id) ?? new Map<string, Minor>();
    credited.set(event.id, shares.set(playerId, await creditedTo(reader, event, playerId, parts)));
  }
  return credited;
}

/** An event that cannot be read is none here: deciding its letters tells of the fault, and only of its own. */
function isRepayment(event: LoanEventRow): boolean {
  try {
    return firstRepaymentId(event, '') !== null;
  } catch {
    return false;
  }
}

async function withoutLetter(
  reader: Reader,
  events: readonly LoanEventRow[],
  rows: readonly ContributionRow[],
): Promise<readonly Told[]> {
  const players = new Map((await reader.rows('player', lendersIn(rows))).map((player) => [player.id, player]));
  const asked = events.flatMap((event) =>
    lendersIn(rows.filter(({ loanId }) => loanId === event.loanId)).flatMap((playerId): Told[] => {
      const player = players.get(playerId);
      const letter = player === undefined ? null : firstRepaymentId(event, player.publicId);
      return letter === null ? [] : [{ event, playerId, letter }];
    }),
  );
  const letters = await reader.rows(
    'letter',
    asked.map(({ letter }) => letter),
  );
  const written = new Set(letters.map(({ id }) => id));
  return asked.filter(({ letter }) => !written.has(letter));
}

/** An event and its posting are decided together: what it credited is what next came to the wallet, one line a contribution. */
async function creditedTo(reader: Reader, event: LoanEventRow, playerId: string, parts: number): Promise<Minor> {
  const { period } = JSON.parse(event.data) as { readonly period: number };
  const key = `repay:${event.loanId}:${period}`;
  const lines = await reader.lenderMovements(walletOf(playerId), event.id, parts);
  return lines.reduce((sum, line) => sum + (line.key === key ? line.amount : 0), 0);
}
