import type { Grade, Sector } from '../content/lending.ts';
import type { Minor } from '../money/coins.ts';
import type { AutoLendRules } from '../protocol/lending-commands.ts';
import { SIM_HOUR, SIM_MONTH } from '../time/sim-clock.ts';

/** What auto-lend looks at in a loan. */
export type AutoLendCandidate = {
  readonly sector: Sector;
  readonly country: string;
  readonly grade: Grade;
  readonly partnerRating: number;
  readonly annualCost: number;
  readonly instalments: number;
  readonly intervalSimHours: number;
  /** A market-day loan: these are for newcomers. */
  readonly starter: boolean;
};

/** Simulated months from disbursal to the last due date, begun ones count. */
export const monthsOf = ({
  instalments,
  intervalSimHours,
}: Pick<AutoLendCandidate, 'instalments' | 'intervalSimHours'>) =>
  Math.ceil((instalments * intervalSimHours * SIM_HOUR) / SIM_MONTH);

/** Whether a loan fits a player's rules: the dialog counts with it, the job lends by it. */
export function fitsRules(rules: AutoLendRules, loan: AutoLendCandidate): boolean {
  if (loan.starter) return false;
  if (rules.sectors !== null && !rules.sectors.includes(loan.sector)) return false;
  if (rules.countries !== null && !rules.countries.includes(loan.country)) return false;
  if (!rules.grades.includes(loan.grade)) return false;
  if (loan.partnerRating < rules.minRating || loan.annualCost > rules.maxAnnualCost) return false;
  return monthsOf(loan) <= rules.maxMonths;
}

/** Where auto-lend stands: minor units. */
export type AutoLendLimits = {
  /** Coins that came back since it was turned on and that it has not lent. */
  readonly budget: Minor;
  readonly lentToday: Minor;
  readonly wallet: Minor;
  /** What the player has in this loan already, by hand or not. */
  readonly held: Minor;
};

/** Most it may lend to one loan now, before the loan's own limits; never below 0. */
export const autoLendMost = (rules: AutoLendRules, { budget, lentToday, wallet, held }: AutoLendLimits): Minor =>
  Math.max(0, Math.min(rules.perLoan - held, rules.perDay - lentToday, budget, wallet - rules.reserve));
