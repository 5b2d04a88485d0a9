import type { AutoLendRules } from '@bloomvale/shared/protocol/lending-commands';
import type { LoanCard } from '@bloomvale/shared/protocol/views';

const HOURS_A_MONTH = 720;

/** What the form begins with when no rules were saved: careful, small, and with something left in the purse. `share` in minor units. */
export const firstRules = (share: number): AutoLendRules => ({
  sectors: null,
  countries: null,
  grades: ['A', 'B'],
  minRating: 3,
  maxAnnualCost: 0.4,
  maxMonths: 12,
  perLoan: share,
  perDay: share * 4,
  reserve: share * 4,
  stopAtLoss: share * 2,
});

/** Whether a loan fits the criteria; limits of amounts are another question. For "of the loans open now". */
export function fitsRules(loan: LoanCard, rules: AutoLendRules): boolean {
  return (
    (rules.sectors === null || rules.sectors.includes(loan.sector)) &&
    (rules.countries === null || rules.countries.includes(loan.country)) &&
    rules.grades.includes(loan.grade) &&
    loan.partner.rating >= rules.minRating &&
    loan.annualCost <= rules.maxAnnualCost + 1e-9 &&
    loan.instalments * loan.intervalSimHours <= rules.maxMonths * HOURS_A_MONTH &&
    loan.mine === 0
  );
}
