import type { OwnLoanOffer } from '../content/growing.ts';
import { type LoanCommand, type LoanLifecycle, newLifecycle, transition } from '../lending/loan-state.ts';
import { invariant } from '../result.ts';
import type { Borrower } from './borrower.ts';
import type { OwnLoan } from './own-loan.ts';
import type { Quote } from './quote.ts';

/** Moves a loan by the state machine of all loans. @throws InvariantError when it refuses: callers have checked. */
export function moved(life: LoanLifecycle, ...commands: readonly LoanCommand[]): LoanLifecycle {
  return commands.reduce((loan, command) => {
    const next = transition(loan, command);
    invariant(next.ok, `own loan: ${command.type} in state ${loan.state}`);
    return next.value.loan;
  }, life);
}

export const ownLoanId = (publicId: string, number: number): string => `own-${publicId}-${number}`;

/** The village fund lends the whole sum and disburses it in the same moment. */
export function signLoan(
  offer: OwnLoanOffer,
  quoted: Quote,
  borrower: Borrower,
  { id, share }: { readonly id: string; readonly share: number },
): { readonly loan: OwnLoan; readonly borrower: Borrower } {
  const { elapsed } = borrower.time;
  const asked = newLifecycle({ state: 'fundraising', funding: 'fixed', amount: quoted.principal, windowEndsAt: 1 });
  const loan: OwnLoan = {
    id,
    offer: offer.id,
    grant: offer.grant,
    share,
    life: moved(asked, { type: 'lend', amount: quoted.principal, at: 0 }, { type: 'complete' }, { type: 'disburse' }),
    cost: quoted.cost,
    paidCost: 0,
    waivedCost: 0,
    writtenOffCost: 0,
    rows: quoted.rows.map(({ dueSimOffset, principal, interest }) => ({
      due: elapsed + dueSimOffset,
      principal,
      cost: interest,
      paidPrincipal: 0,
      paidCost: 0,
    })),
    intervalSim: quoted.intervalSim,
    payments: 0,
    everLate: false,
  };
  return {
    loan,
    borrower: {
      ...borrower,
      signed: borrower.signed + 1,
      running: id,
      starterTaken: borrower.starterTaken || offer.starter,
    },
  };
}
