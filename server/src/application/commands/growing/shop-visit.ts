import { greetingText } from '@bloomvale/shared/letters/letter-text';
import { dayOf } from '@bloomvale/shared/play/stall-clock';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { GrowingValues } from '@bloomvale/shared/protocol/growing-views';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../../bus/handler.ts';
import type { View } from '../../bus/view.ts';
import type { Work } from '../../bus/work.ts';
import type { Rules } from '../../rules.ts';
import type { ShopVisitRow } from '../../store/growing-rows.ts';
import type { LoanRow, PlayerRow } from '../../store/rows.ts';
import type { Needs } from '../../store/store.ts';
import { activePlayer, type ByPlayer } from '../by-player.ts';
import { loansBeside, type Standing, standingOf } from './shop-standing.ts';

/** Added by the game: why she is late, read from the loan's own story. */
export type WithCause = { readonly cause?: Parameters<typeof greetingText>[3]['cause'] };
export type Visit = ByPlayer & CommandPayload<'shop.visit'> & WithCause;

export const visitId = (loanId: string, publicId: string): string => `${loanId}.${publicId}`;

/** Rows by which a shop stands on its square, and the player's visits to it. For a staged `needs`. */
export function shopNeeds(
  { playerId, loanId }: { readonly playerId: string; readonly loanId: string },
  view: View,
  rules: Rules,
): Needs {
  const loan = view.peek('loan', loanId);
  const player = view.peek('player', playerId);
  const village = loan == null ? null : view.peek('village', loan.villageId);
  return {
    player: [playerId],
    loan: [loanId, ...(village == null ? [] : loansBeside(village, loanId, rules))],
    contribution: [loanId],
    village: loan == null ? [] : [loan.villageId],
    shopVisit: player == null ? [] : [visitId(loanId, player.publicId)],
  };
}

export type AtShop = {
  readonly player: PlayerRow;
  readonly loan: LoanRow;
  readonly standing: Standing;
  readonly lender: boolean;
  readonly visit: ShopVisitRow | null;
};

/** The shop on the player's own square; null when there is none of that name. */
export function atShop(work: Work, rules: Rules, player: PlayerRow, loanId: string): AtShop | null {
  const loan = work.get('loan', loanId);
  if (loan === null || loan.villageId !== player.villageId) return null;
  const village = work.must('village', loan.villageId);
  const beside = loansBeside(village, loanId, rules).flatMap((id) => work.get('loan', id) ?? []);
  const loans = new Map(beside.map((one) => [one.id, one]));
  const standing = standingOf(loan, village, loans, work.sim, rules);
  if (standing === null) return null;
  const lender = work.all('contribution', loanId).some((row) => row.playerId === player.id && row.amount > 0);
  return { player, loan, standing, lender, visit: work.get('shopVisit', visitId(loanId, player.publicId)) };
}

/** Notes that the player stands at the shop: one visit a real day. Returns the row as it is kept. */
export function noteVisit(work: Work, { player, loan, visit }: AtShop, traded?: string): ShopVisitRow {
  const day = dayOf(work.now);
  const before = visit ?? {
    id: visitId(loan.id, player.publicId),
    playerId: player.id,
    loanId: loan.id,
    metAt: work.now,
    visits: 0,
    lastAt: work.now,
    day: -1,
    traded: '{}',
  };
  const sameDay = before.visits > 0 && dayOf(before.lastAt) === day;
  const row: ShopVisitRow = {
    ...before,
    visits: before.visits + (sameDay ? 0 : 1),
    lastAt: work.now,
    ...(traded === undefined ? {} : { day, traded }),
  };
  work.put('shopVisit', row);
  return row;
}

/** Steps up to somebody's shop. Refused: FORBIDDEN; SHOP_UNKNOWN (not on the player's square). */
export const shopVisit = (rules: Rules): Handler<Visit, GrowingValues['shop.visit']> => ({
  type: 'shop.visit',
  staged: true,
  needs: (command, view) => shopNeeds(command, view, rules),
  decide({ playerId, loanId, cause }, work) {
    const player = activePlayer(work, playerId);
    if (player === null) return err({ code: 'FORBIDDEN' });
    const shop = atShop(work, rules, player, loanId);
    if (shop === null) return err({ code: 'SHOP_UNKNOWN' });
    const row = noteVisit(work, shop);
    const facts = { player: player.name, cause: cause ?? null };
    return ok({
      visits: row.visits,
      first: shop.visit === null,
      greeting: greetingText(rules.content.growing, shop.standing.state, shop.lender, facts),
    });
  },
});
