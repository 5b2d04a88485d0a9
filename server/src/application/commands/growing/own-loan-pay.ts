import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { Borrower } from '@bloomvale/shared/own-loan/borrower';
import { beAbout } from '@bloomvale/shared/own-loan/loan-time';
import { type OwnLoan, owedOn } from '@bloomvale/shared/own-loan/own-loan';
import { payOff, payOffNow, payOn } from '@bloomvale/shared/own-loan/paying';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { GrowingValues } from '@bloomvale/shared/protocol/growing-views';
import { err, ok } from '@bloomvale/shared/result';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { Decision, Handler, Refusal } from '../../bus/handler.ts';
import { balanceOf } from '../../bus/posting.ts';
import type { View } from '../../bus/view.ts';
import type { Work } from '../../bus/work.ts';
import type { Rules } from '../../rules.ts';
import type { Needs } from '../../store/store.ts';
import { activePlayer, type ByPlayer } from '../by-player.ts';
import { borrowingNeeds, keepAfter, openBooks, ownLoanIn, postPayment } from './borrowing.ts';

type OnLoan = ByPlayer & { readonly loanId: string };

const needsOf = ({ playerId, loanId }: OnLoan, view: View): Needs => {
  const { borrower, ownLoan, account } = borrowingNeeds(playerId, view);
  return {
    player: [playerId],
    borrower,
    ownLoan: [...ownLoan, loanId],
    account: [walletOf(playerId), ...account],
  };
};

/** The player's running loan; refused FORBIDDEN, BORROW_UNKNOWN (not theirs, or none), BORROW_CLOSED. Loan time goes on to now. */
function runningLoan(
  work: Work,
  rules: Rules,
  { playerId, loanId }: OnLoan,
): Decision<{ readonly borrower: Borrower; readonly loan: OwnLoan; readonly from: SimSeconds }> {
  if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
  const row = work.get('ownLoan', loanId);
  if (row === null || row.playerId !== playerId) return err({ code: 'BORROW_UNKNOWN' });
  if (row.state !== 'in_repayment') return err({ code: 'BORROW_CLOSED' });
  const { borrower } = openBooks(work, playerId);
  const time = beAbout(borrower.time, work.sim, rules.content.growing.ownLoan.awaySimHours);
  return ok({ borrower: { ...borrower, time }, loan: ownLoanIn(row), from: borrower.time.elapsed });
}

/** Instalments never take the last coins of a purse (lending.md 4), by hand neither: nobody pays themself into a corner. */
function shortOf(work: Work, rules: Rules, playerId: string, needed: Minor): Refusal | null {
  const have = balanceOf(work, walletOf(playerId));
  const { reserve } = rules.content.growing.ownLoan;
  return have - needed >= reserve ? null : { code: 'BORROW_FUNDS', detail: { needed, have, reserve } };
}

/** Pays by hand any part of what is owed. Refused as `runningLoan`, then BORROW_OVER {owed}, BORROW_FUNDS {needed, have, reserve}. */
export const ownLoanPay = (
  rules: Rules,
): Handler<ByPlayer & CommandPayload<'own-loan.pay'>, GrowingValues['own-loan.pay']> => ({
  type: 'own-loan.pay',
  staged: true,
  needs: needsOf,
  decide({ playerId, loanId, amount }, work) {
    const found = runningLoan(work, rules, { playerId, loanId });
    if (!found.ok) return found;
    const { borrower, loan, from } = found.value;
    if (amount > owedOn(loan)) return err({ code: 'BORROW_OVER', detail: { owed: owedOn(loan) } });
    const short = shortOf(work, rules, playerId, amount);
    if (short !== null) return err(short);
    const payment = payOn(loan, amount);
    postPayment(work, playerId, payment);
    keepAfter(work, rules, playerId, { borrower, loan: payment.loan, from });
    return ok({
      loanId,
      paid: amount,
      owed: owedOn(payment.loan),
      wallet: balanceOf(work, walletOf(playerId)),
      ended: payment.loan.life.state === 'ended',
    });
  },
});

/** Gives everything back at once; the cost of months that have not begun is dropped. Refused as `runningLoan`, then BORROW_FUNDS. */
export const ownLoanPayOff = (
  rules: Rules,
): Handler<ByPlayer & CommandPayload<'own-loan.pay-off'>, GrowingValues['own-loan.pay-off']> => ({
  type: 'own-loan.pay-off',
  staged: true,
  needs: needsOf,
  decide({ playerId, loanId }, work) {
    const found = runningLoan(work, rules, { playerId, loanId });
    if (!found.ok) return found;
    const { borrower, loan, from } = found.value;
    const { amount, saved } = payOffNow(loan, borrower.time.elapsed);
    const short = shortOf(work, rules, playerId, amount);
    if (short !== null) return err(short);
    const payment = payOff(loan, borrower.time.elapsed);
    postPayment(work, playerId, payment);
    keepAfter(work, rules, playerId, { borrower, loan: payment.loan, from });
    return ok({ loanId, paid: amount, saved, wallet: balanceOf(work, walletOf(playerId)) });
  },
});

/** Chooses the share of takings that is set aside for instalments. Refused as `runningLoan`, then BORROW_SHARE. */
export const ownLoanShare = (
  rules: Rules,
): Handler<ByPlayer & CommandPayload<'own-loan.share'>, GrowingValues['own-loan.share']> => ({
  type: 'own-loan.share',
  staged: true,
  needs: needsOf,
  decide({ playerId, loanId, share }, work) {
    const found = runningLoan(work, rules, { playerId, loanId });
    if (!found.ok) return found;
    const { borrower, loan, from } = found.value;
    if (share !== 0 && !rules.content.growing.ownLoan.shares.includes(share)) return err({ code: 'BORROW_SHARE' });
    keepAfter(work, rules, playerId, { borrower, loan: { ...loan, share }, from });
    return ok({ loanId, share });
  },
});
