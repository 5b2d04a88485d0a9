import { borrowerOf, collectOf, escrowOf, walletOf } from '@bloomvale/shared/ledger/accounts';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import type { View } from '../bus/view.ts';
import { disburseLoan } from '../lending/disbursal.ts';
import { endWindow } from '../lending/expiry.ts';
import { sourceOf } from '../lending/loan-records.ts';
import { recoverDue } from '../lending/recoveries.ts';
import { tick } from '../lending/repayment.ts';
import type { Rules } from '../rules.ts';
import type { Needs } from '../store/store.ts';

export type Wake = { readonly loanId: string };

/**
 * The loan clock's command: does the one thing that is due for a loan now, if anything is: end its funding window, disburse it, tick
 * its schedule, or ask a defaulted borrower once more. What is due follows from the loan's own row, so that a repeat, a late or an early call does nothing twice.
 */
export const loanWake = (rules: Rules): Handler<Wake, { readonly did: boolean }> => ({
  type: 'loan.wake',
  staged: true,
  needs: ({ loanId }, view) => {
    const loan = view.peek('loan', loanId);
    if (loan == null) return { loan: [loanId] };
    // The escrow is empty from disbursal on: a hundred thousand running loans need not read theirs.
    const escrow = loan.state === 'fundraising' || loan.state === 'funded' ? [escrowOf(loanId)] : [];
    const base: Needs = {
      loan: [loanId],
      village: [loan.villageId],
      contribution: [loanId],
      account: [
        ...escrow,
        borrowerOf(loanId),
        collectOf(loanId),
        'loss:default',
        'loss:fx',
        'guarantee:fund',
        'pool:community',
        'mint:matching',
      ],
    };
    const players = playersOf(view, loanId);
    return { ...base, lender: players, account: [...(base.account ?? []), ...players.map(walletOf)] };
  },
  decide({ loanId }, work) {
    const loan = work.get('loan', loanId);
    if (loan === null || loan.wakeSim === null || loan.wakeSim > work.sim) return ok({ did: false });
    if (loan.state === 'fundraising') return ok({ did: endWindow(work, rules, loan) !== null });
    if (loan.state === 'funded') return ok({ did: disburseLoan(work, rules, loan).state === 'in_repayment' });
    if (loan.state === 'in_repayment') return ok({ did: tick(work, rules, loan) !== null });
    if (loan.state === 'defaulted') return ok({ did: recoverDue(work, rules, loan) !== null });
    return ok({ did: false });
  },
});

const playersOf = (view: View, loanId: string): string[] =>
  (view.peekAll('contribution', loanId) ?? []).flatMap((row) => {
    const source = sourceOf(row.source);
    return source.kind === 'player' ? [source.player] : [];
  });
