import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Hall } from '@bloomvale/shared/protocol/views';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Reader } from '../store/store.ts';
import type { LoanCards } from './loan-cards.ts';

/** The open loans of the player's village, starter projects first, then by the end of their window. */
export async function hallOf(reader: Reader, cards: LoanCards, playerId: string, now: Instant): Promise<Hall | null> {
  const [player] = await reader.rows('player', [playerId]);
  if (player === undefined || player.deletedAt !== null) return null;
  const [[village], loans, [wallet]] = await Promise.all([
    reader.rows('village', [player.villageId]),
    reader.loansOfVillage(player.villageId, ['fundraising']),
    reader.rows('account', [walletOf(playerId)]),
  ]);
  const parts = await reader.rows(
    'contribution',
    loans.map(({ id }) => id),
  );
  const mine = new Map(parts.filter((row) => row.playerId === playerId).map((row) => [row.loanId, row.amount]));
  const order = [...loans].sort(
    (a, b) => b.starter - a.starter || a.windowEndsAt - b.windowEndsAt || (a.id < b.id ? -1 : 1),
  );
  return {
    village: village?.name ?? '',
    loans: order.map((loan) => cards.card(loan, mine.get(loan.id) ?? 0)),
    wallet: wallet === undefined ? 0 : wallet.credits - wallet.debits,
    now,
  };
}
