import { borrowerOf, escrowOf, walletOf } from '@bloomvale/shared/ledger/accounts';
import { refund, refundRunning } from '@bloomvale/shared/ledger/postings';
import { outstanding, transition } from '@bloomvale/shared/lending/loan-state';
import type { Minor } from '@bloomvale/shared/money/coins';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { balanceOf, mustPost } from '../bus/posting.ts';
import type { View } from '../bus/view.ts';
import type { Work } from '../bus/work.ts';
import { closeLoan } from '../lending/closing.ts';
import { giveBack } from '../lending/expiry.ts';
import { changeLender, lenderOf } from '../lending/lender-totals.ts';
import { step } from '../lending/loan-changes.ts';
import { asContribution, inOrder, openPart } from '../lending/loan-records.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import type { Needs } from '../store/store.ts';

/** What an operator decides about one loan, and why: both stand in the journal (I20). Who may is the caller's to check. */
export type OperatorLoan = { readonly loanId: string; readonly operator: string; readonly reason: string };
export type OperatorDone = { readonly loanId: string; readonly amount: Minor; readonly lenders: number };

const operatorActor = (operator: string): string => `operator:${operator}`;

/**
 * Cancels a loan that has not been disbursed: every contribution goes back where it came from (T5). Refused: LEND_UNKNOWN,
 * LOAN_WRONG_STATE.
 */
export const loanCancel = (rules: Rules): Handler<OperatorLoan, OperatorDone> => ({
  type: 'operator.loan-cancel',
  staged: true,
  needs,
  decide({ loanId, operator, reason }, work) {
    const loan = work.get('loan', loanId);
    if (loan === null) return err({ code: 'LEND_UNKNOWN' });
    if (!transition(loan, { type: 'cancel' }).ok)
      return err({ code: 'LOAN_WRONG_STATE', detail: { state: loan.state } });
    const rows = inOrder(work.all('contribution', loanId)).filter(({ amount }) => amount > 0);
    if (rows.length > 0) {
      const batch = refund(loanId, rows.map(asContribution), 'cancel', operatorActor(operator));
      mustPost(work, { ...batch, reason: `cancel: ${reason}` }, loanId);
    }
    const closed = closeLoan(work, rules, step(loan, { type: 'cancel' }), 'cancelled', { amount: loan.raised, reason });
    for (const row of rows) giveBack(work, closed, row);
    return ok({ loanId, amount: loan.raised, lenders: loan.lenders });
  },
});

/**
 * Hands what is still owed of a running loan back to its lenders (T10, a case of fraud): nothing is minted, the borrower's account pays.
 * What a devaluation took before stays lost. Refused: LEND_UNKNOWN, LOAN_WRONG_STATE.
 */
export const loanRefund = (rules: Rules): Handler<OperatorLoan, OperatorDone> => ({
  type: 'operator.loan-refund',
  staged: true,
  needs,
  decide({ loanId, operator, reason }, work) {
    const loan = work.get('loan', loanId);
    if (loan === null) return err({ code: 'LEND_UNKNOWN' });
    if (!transition(loan, { type: 'refund' }).ok)
      return err({ code: 'LOAN_WRONG_STATE', detail: { state: loan.state } });
    const amount = outstanding(loan);
    handBack(work, loan, amount, operatorActor(operator), `refund: ${reason}`);
    closeLoan(work, rules, step(loan, { type: 'refund' }), 'refunded', { amount, reason });
    return ok({ loanId, amount, lenders: loan.lenders });
  },
});

function handBack(work: Work, loan: LoanRow, amount: Minor, actor: string, reason: string): void {
  const rows = inOrder(work.all('contribution', loan.id));
  const { batch, parts } = refundRunning(loan.id, amount, rows.map(asContribution), actor, reason);
  mustPost(work, batch, loan.id);
  rows.forEach((row, i) => {
    const part = parts[i] as Minor;
    const open = openPart(row);
    if (open === 0) return;
    const lost = open - part;
    work.put('contribution', {
      ...row,
      received: row.received + part,
      handedBack: row.handedBack + part,
      lost: row.lost + lost,
    });
    const player = lenderOf(row);
    if (player === null) return;
    changeLender(work, player, (lender) => ({
      outstanding: lender.outstanding - open,
      received: lender.received + part,
      lost: lender.lost + lost,
    }));
    const wallet = balanceOf(work, walletOf(player));
    if (part > 0)
      work.emit({
        kind: 'loan.refunded',
        playerId: player,
        loanId: loan.id,
        name: loan.shortName,
        amount: part,
        wallet,
      });
  });
}

function needs({ loanId }: OperatorLoan, view: View): Needs {
  const loan = view.peek('loan', loanId);
  if (loan == null) return { loan: [loanId] };
  const players = (view.peekAll('contribution', loanId) ?? []).flatMap((row) => lenderOf(row) ?? []);
  return {
    loan: [loanId],
    village: [loan.villageId],
    contribution: [loanId],
    lender: players,
    account: [
      escrowOf(loanId),
      borrowerOf(loanId),
      'pool:community',
      'mint:matching',
      'guarantee:fund',
      ...players.map(walletOf),
    ],
  };
}
