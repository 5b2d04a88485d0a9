import { borrowerOf } from '@bloomvale/shared/ledger/accounts';
import { outstanding, recoverable } from '@bloomvale/shared/lending/loan-state';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import type { View } from '../bus/view.ts';
import { forgivable, forgive } from '../lending/forgiving.ts';
import { openPart } from '../lending/loan-records.ts';
import type { Rules } from '../rules.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/**
 * A lender lets go of a part of what they are owed (T17). Refused, in this order: FORBIDDEN, LEND_UNKNOWN, FORGIVE_NOT_LENDER,
 * FORGIVE_CLOSED (nothing is owed to them now), FORGIVE_NO_HARDSHIP, FORGIVE_AMOUNT (more than is theirs to forgive).
 */
export const loanForgive = (
  rules: Rules,
): Handler<ByPlayer & CommandPayload<'loan.forgive'>, CommandValues['loan.forgive']> => ({
  type: 'loan.forgive',
  staged: true,
  needs: ({ playerId, loanId }, view) => ({
    player: [playerId],
    lender: [playerId, ...otherLenders(view, loanId)],
    loan: [loanId],
    contribution: [loanId],
    village: villageOf(view, loanId),
    account: [borrowerOf(loanId), 'loss:default', 'loss:forgiven'],
  }),
  decide({ playerId, commandId, loanId, amount }, work) {
    if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
    const loan = work.get('loan', loanId);
    if (loan === null) return err({ code: 'LEND_UNKNOWN' });
    const isMine = (row: { source: string }): boolean => row.source === `player:${playerId}`;
    const mine = work.all('contribution', loanId).find(isMine);
    const most = forgivable(loan, mine);
    if (!most.ok) return err({ code: most.error });
    if (mine === undefined || amount > most.value) return err({ code: 'FORGIVE_AMOUNT', detail: { most: most.value } });
    const after = forgive(work, rules, loan, mine, { playerId, commandId, amount });
    const left = work.all('contribution', loanId).find(isMine);
    return ok({
      loanId,
      forgiven: amount,
      open: left === undefined ? 0 : after.state === 'defaulted' ? left.lost : openPart(left),
      outstanding: loan.state === 'defaulted' ? recoverable(after) : outstanding(after),
      ended: after.state !== loan.state,
    });
  },
});

/** The last part forgiven may end the loan, and a devaluation then falls on everybody. */
const otherLenders = (view: View, loanId: string): string[] =>
  (view.peekAll('contribution', loanId) ?? []).flatMap(({ playerId }) => (playerId === null ? [] : [playerId]));

function villageOf(view: View, loanId: string): string[] {
  const loan = view.peek('loan', loanId);
  return loan == null ? [] : [loan.villageId];
}
