import { type LoanState, outstanding, recoverable } from '../lending/loan-state.ts';
import type { Minor } from '../money/coins.ts';
import { borrowerOf, escrowOf } from './accounts.ts';
import type { ContributionRow, InvariantId, LedgerSnapshot, LoanRow, Violation } from './snapshot.ts';
import type { ContributionFlows, LoanFlows, Tally } from './tally.ts';

/** Contributions of one loan, added up. */
type Sums = { amount: Minor; paid: Minor; forgiven: Minor; refunded: Minor };

/** What a contribution's own check needs of its loan. */
type LoanEnd = { readonly state: LoanState; readonly fxLoss: Minor };

const NO_FLOWS: LoanFlows = {
  lent: 0,
  refunded: 0,
  disbursed: 0,
  collected: 0,
  writtenOff: 0,
  recovered: 0,
  fxLoss: 0,
  refundedRunning: 0,
  forgiven: 0,
  forgivenAfterDefault: 0,
};
const NO_CONTRIBUTION_FLOWS: ContributionFlows = { lent: 0, refunded: 0, refunds: 0, paid: 0, forgiven: 0 };

const DISBURSED: readonly LoanState[] = ['in_repayment', 'ended', 'ended_with_loss', 'defaulted', 'refunded'];
const GIVEN_BACK: readonly LoanState[] = ['expired', 'cancelled'];

type Report = (id: InvariantId, what: string, where: string) => void;

/** I4 to I6, I8 to I10, I12, I13 and I18: the stored loans and contributions against the transfers. */
export function loanViolations(snapshot: LedgerSnapshot, tally: Tally): Violation[] {
  const found: Violation[] = [];
  const report: Report = (id, what, where) => {
    found.push({ id, what, where });
  };
  const states = new Map<string, LoanEnd>();
  for (const { id, state, fxLoss } of snapshot.loans()) states.set(id, { state, fxLoss });
  const sums = new Map<string, Sums>();
  const seen = new Set<string>();
  for (const one of snapshot.contributions()) {
    seen.add(one.id);
    checkContribution(one, tally.contributions.get(one.id) ?? NO_CONTRIBUTION_FLOWS, states.get(one.loan), report);
    const sum = sums.get(one.loan) ?? { amount: 0, paid: 0, forgiven: 0, refunded: 0 };
    sums.set(one.loan, {
      amount: sum.amount + one.amount,
      paid: sum.paid + one.paid,
      forgiven: sum.forgiven + one.forgiven,
      refunded: sum.refunded + one.refunded,
    });
  }
  for (const id of tally.contributions.keys())
    if (!seen.has(id)) report('I4', 'transfers of a contribution that is not stored', `contribution ${id}`);
  for (const loan of snapshot.loans()) {
    const sum = sums.get(loan.id) ?? { amount: 0, paid: 0, forgiven: 0, refunded: 0 };
    checkFunding(loan, sum, tally, report);
    checkRepayment(loan, sum, tally, report);
  }
  return found;
}

function checkContribution(
  one: ContributionRow,
  flows: ContributionFlows,
  loan: LoanEnd | undefined,
  report: Report,
): void {
  const where = `contribution ${one.id} of loan ${one.loan}`;
  if (loan === undefined) {
    report('I4', 'the loan does not exist', where);
    return;
  }
  const { state } = loan;
  if (flows.lent !== one.amount) report('I4', `stored ${one.amount}, transfers say ${flows.lent}`, where);
  if (flows.paid !== one.paid || flows.forgiven !== one.forgiven) {
    report('I10', `paid ${one.paid}, forgiven ${one.forgiven}; transfers say ${flows.paid}, ${flows.forgiven}`, where);
  }
  if (one.paid < 0 || one.paid + one.forgiven + one.refunded > one.amount)
    report('I10', `got ${one.paid} of ${one.amount}`, where);
  if (flows.refunded !== one.refunded)
    report('I12', `refunded ${one.refunded}, transfers say ${flows.refunded}`, where);
  const given = GIVEN_BACK.includes(state);
  // What was taken back before is not there to be refunded.
  const refunds = one.amount === 0 ? 0 : 1;
  if (given && (flows.refunds !== refunds || flows.refunded !== one.amount))
    report('I12', `refunded ${flows.refunds} times`, where);
  if (!given && flows.refunds !== 0) report('I12', `refunded although the loan is ${state}`, where);
  // What a devaluation took before an operator handed the rest back stays lost; the loan's own check below counts it.
  const whole = state === 'ended' || (state === 'refunded' && loan.fxLoss === 0);
  if (whole && one.paid !== one.amount - one.forgiven)
    report('I8', `got ${one.paid} of ${one.amount - one.forgiven}`, where);
}

function checkFunding(loan: LoanRow, sum: Sums, tally: Tally, report: Report): void {
  const where = `loan ${loan.id} (${loan.state})`;
  const flows = tally.loans.get(loan.id) ?? NO_FLOWS;
  const escrow = creditBalance(tally, escrowOf(loan.id));
  const past = loan.state === 'funded' || DISBURSED.includes(loan.state);
  if (loan.raised !== sum.amount) report('I4', `raised ${loan.raised}, contributions ${sum.amount}`, where);
  if (sum.amount !== escrow + flows.disbursed + flows.refunded) {
    report(
      'I4',
      `contributions ${sum.amount}, escrow ${escrow}, disbursed ${flows.disbursed}, refunded ${flows.refunded}`,
      where,
    );
  }
  if (past && loan.funding === 'fixed' && loan.raised !== loan.amount)
    report('I4', `funded with ${loan.raised} of ${loan.amount}`, where);
  if (loan.raised > loan.amount || flows.lent > loan.amount)
    report('I18', `${Math.max(loan.raised, flows.lent)} lent of ${loan.amount}`, where);
  if ((DISBURSED.includes(loan.state) || GIVEN_BACK.includes(loan.state)) && escrow !== 0)
    report('I5', `escrow holds ${escrow}`, where);
  if (flows.disbursed > 0 && flows.refunded > 0) report('I13', 'disbursed and refunded on expiry', where);
  if (flows.disbursed !== loan.principal)
    report('I13', `principal ${loan.principal}, disbursed ${flows.disbursed}`, where);
  if (DISBURSED.includes(loan.state) !== flows.disbursed > 0)
    report('I13', `disbursed ${flows.disbursed} in this state`, where);
}

function checkRepayment(loan: LoanRow, sum: Sums, tally: Tally, report: Report): void {
  const where = `loan ${loan.id} (${loan.state})`;
  const flows = tally.loans.get(loan.id) ?? NO_FLOWS;
  const borrower = creditBalance(tally, borrowerOf(loan.id));
  if (borrower !== outstanding(loan))
    report('I6', `borrower account ${borrower}, loan says ${outstanding(loan)}`, where);
  if (loan.state === 'in_repayment' && borrower !== loan.unpaidPrincipal) {
    report('I6', `borrower account ${borrower}, unpaid instalments ${loan.unpaidPrincipal}`, where);
  }
  const stored = [
    loan.repaid,
    loan.writtenOff,
    loan.recovered,
    loan.fxLoss,
    loan.refunded,
    loan.forgiven,
    loan.forgivenAfterDefault,
  ];
  const posted = [
    flows.collected,
    flows.writtenOff,
    flows.recovered,
    flows.fxLoss,
    flows.refundedRunning,
    flows.forgiven,
    flows.forgivenAfterDefault,
  ];
  if (stored.some((value, i) => value !== posted[i]))
    report('I6', `stored ${stored.join('/')}, transfers say ${posted.join('/')}`, where);
  const open = sum.amount - sum.paid - sum.forgiven - loan.fxLoss;
  if (loan.state === 'defaulted' && open !== recoverable(loan)) {
    report('I9', `lenders miss ${open}, written off and not recovered ${recoverable(loan)}`, where);
  }
  if ((loan.state === 'ended_with_loss' || loan.state === 'refunded') && open !== 0)
    report('I8', `lenders miss ${open} beyond the currency loss`, where);
}

function creditBalance(tally: Tally, account: string): Minor {
  const posted = tally.balances.get(account);
  return posted === undefined ? 0 : posted.credits - posted.debits;
}
