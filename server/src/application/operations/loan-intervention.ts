import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import type { OperatorDone, OperatorLoan } from '../commands/operator-loan.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator, refused } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';

export type LoanIntervention = { readonly operator: Operator; readonly loanId: string; readonly reason: string };

/** What the handlers of `operator-loan.ts` refuse. */
const REFUSED = ['LEND_UNKNOWN', 'LOAN_WRONG_STATE'] as const;

/** Cancels or refunds a loan by its own handler, and tells of it in the same unit. Refused: FORBIDDEN below a publisher, and as the handler refuses. */
export const auditedLoan = (
  action: 'loan.cancel' | 'loan.refund',
  handler: Handler<OperatorLoan, OperatorDone>,
): OperatorHandler<LoanIntervention, OperatorDone> =>
  operatorHandler({
    type: `operator.${action}`,
    needs: ({ operator, loanId, reason }, view) =>
      handler.needs({ loanId, operator: operator.operatorId, reason }, view),
    decide({ operator, loanId, reason }, work) {
      const may = allowed(operator, 'publisher');
      if (!may.ok) return may;
      const done = handler.decide({ loanId, operator: operator.operatorId, reason }, work);
      if (!done.ok) {
        const code = REFUSED.find((one) => one === done.error.code) ?? 'INTERNAL';
        return done.error.detail === undefined ? err({ code }) : refused(code, { ...done.error.detail });
      }
      const { amount, lenders } = done.value;
      recordAudit(work, operator, { action, subject: `loan:${loanId}`, detail: { amount, lenders }, reason });
      return ok(done.value);
    },
  });
