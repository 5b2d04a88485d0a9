import { escrowOf, walletOf } from '@bloomvale/shared/ledger/accounts';
import { playerActor } from '@bloomvale/shared/ledger/postings';
import { checkLend } from '@bloomvale/shared/lending/caps';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import { TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { balanceOf } from '../bus/posting.ts';
import { addContribution } from '../lending/funding.ts';
import type { Rules } from '../rules.ts';
import type { ByPlayer } from './by-player.ts';
import { activePlayer } from './by-player.ts';

export type Lend = ByPlayer & CommandPayload<'loan.lend'>;

/**
 * Lends coins to an open loan. Refused, in this order: FORBIDDEN (no such player), LEND_UNKNOWN, LEND_SEASON_OVER, LEND_STARTER_DONE (their starter
 * projects are used up), then as `checkLend`: closed, expired, below a share, not whole shares, over what is left, over the cap, funds.
 */
export const loanLend = (rules: Rules): Handler<Lend, CommandValues['loan.lend']> => ({
  type: 'loan.lend',
  needs: ({ playerId, loanId }) => ({
    player: [playerId],
    lender: [playerId],
    loan: [loanId],
    contribution: [loanId],
    account: [walletOf(playerId), escrowOf(loanId)],
  }),
  decide({ playerId, commandId, loanId, amount }, work) {
    const economy = rules.content.economy.lending;
    if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
    const loan = work.get('loan', loanId);
    if (loan === null) return err({ code: 'LEND_UNKNOWN' });
    // Its loans' keys follow from what was told: nobody may lend to an outcome that can be known.
    if (rules.regionKeys.isTold(loan.season)) return err({ code: 'LEND_SEASON_OVER' });
    const lender = work.must('lender', playerId);
    const starter = loan.starter === 1;
    if (starter && lender.starters >= economy.starterPerPlayer) return err({ code: 'LEND_STARTER_DONE' });
    const mine = work.all('contribution', loanId).find((row) => row.playerId === playerId);
    const wallet = balanceOf(work, walletOf(playerId));
    const context = {
      amount: loan.amount,
      raised: loan.raised,
      open: loan.state === 'fundraising',
      windowOver: work.sim >= loan.windowEndsAt,
      playerHolds: mine?.amount ?? 0,
      wallet,
      starter,
      economy,
    };
    const checked = checkLend(context, amount);
    if (!checked.ok) return err({ code: checked.error, detail: { left: loan.amount - loan.raised, wallet } });
    const lent = addContribution(work, loan, {
      source: { kind: 'player', player: playerId },
      amount,
      commandId,
      actor: playerActor(playerId),
    });
    work.put('lender', {
      ...lender,
      outstanding: lender.outstanding + amount,
      lent: lender.lent + amount,
      starters: lender.starters + (starter && (mine?.amount ?? 0) === 0 ? 1 : 0),
    });
    work.emit({ kind: 'player.changed', playerId });
    return ok({
      loanId,
      lent: (mine?.amount ?? 0) + amount,
      raised: lent.raised,
      funded: lent.state === 'funded',
      wallet: wallet - amount,
      takeBackUntil: lent.state === 'fundraising' ? work.now + TAKE_BACK_MS : null,
    });
  },
});
