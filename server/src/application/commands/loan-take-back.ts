import { escrowOf, walletOf } from '@bloomvale/shared/ledger/accounts';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import { TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { balanceOf } from '../bus/posting.ts';
import { takeBack } from '../lending/taking-back.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/**
 * Takes the player's latest lend to a loan back. Refused, in this order: FORBIDDEN, LEND_UNKNOWN, TAKE_BACK_NONE (not their latest lend
 * here, or taken back already), TAKE_BACK_LATE (ten seconds of the server's clock), TAKE_BACK_FUNDED (the coins are not in escrow any more).
 */
export const loanTakeBack: Handler<ByPlayer & CommandPayload<'loan.take-back'>, CommandValues['loan.take-back']> = {
  type: 'loan.take-back',
  needs: ({ playerId, loanId }) => ({
    player: [playerId],
    lender: [playerId],
    loan: [loanId],
    contribution: [loanId],
    account: [walletOf(playerId), escrowOf(loanId)],
  }),
  decide({ playerId, loanId, lendId }, work) {
    if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
    const loan = work.get('loan', loanId);
    if (loan === null) return err({ code: 'LEND_UNKNOWN' });
    const mine = work.all('contribution', loanId).find((row) => row.source === `player:${playerId}`);
    if (mine === undefined || mine.lendAmount === 0 || mine.lendId !== lendId) return err({ code: 'TAKE_BACK_NONE' });
    if (work.now >= mine.lendAt + TAKE_BACK_MS) return err({ code: 'TAKE_BACK_LATE' });
    if (loan.state !== 'fundraising') return err({ code: 'TAKE_BACK_FUNDED' });
    const left = takeBack(work, loan, mine, playerId);
    return ok({
      loanId,
      amount: mine.lendAmount,
      lent: mine.amount - mine.lendAmount,
      raised: left.raised,
      wallet: balanceOf(work, walletOf(playerId)),
    });
  },
};
