import { escrowOf } from '@bloomvale/shared/ledger/accounts';
import { SYSTEM } from '@bloomvale/shared/ledger/postings';
import { type PoolCandidate, poolLends } from '@bloomvale/shared/lending/pool-rules';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { balanceOf } from '../bus/posting.ts';
import { addContribution, poolCommandId } from '../lending/funding.ts';
import { recordEvent } from '../lending/loan-changes.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';

export type PoolLend = { readonly loanId: string; readonly round: number };

export const poolCandidate = (loan: LoanRow): PoolCandidate => ({
  loanId: loan.id,
  amount: loan.amount,
  raised: loan.raised,
  poolHolds: loan.poolLent,
  opensAt: loan.openedSim,
  windowEndsAt: loan.windowEndsAt,
  starter: loan.starter === 1,
});

/** What the community pool lends to one loan in one round, by its public rules; nothing when they give nothing any more. */
export const poolLend = (rules: Rules): Handler<PoolLend, { readonly lent: number }> => ({
  type: 'pool.lend',
  needs: ({ loanId }) => ({
    loan: [loanId],
    contribution: [loanId],
    account: ['pool:community', escrowOf(loanId)],
  }),
  decide({ loanId, round }, work) {
    const loan = work.get('loan', loanId);
    if (loan === null || loan.state !== 'fundraising') return ok({ lent: 0 });
    const [lend] = poolLends([poolCandidate(loan)], balanceOf(work, 'pool:community'), work.sim, rules.content.economy);
    if (lend === undefined) return ok({ lent: 0 });
    recordEvent(work, loanId, 'pool_lent', { amount: lend.amount });
    addContribution(work, loan, {
      source: { kind: 'community' },
      amount: lend.amount,
      commandId: poolCommandId(loanId, round),
      actor: SYSTEM,
    });
    return ok({ lent: lend.amount });
  },
});
