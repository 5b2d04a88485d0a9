import type { LoanCard } from '@bloomvale/shared/protocol/views';

/** Pronoun of a borrower as a context of the texts: `cost_woman`, `cost_man`, `cost_group`. */
export type Who = 'woman' | 'man' | 'group';
export const whoOf = (loan: Pick<LoanCard, 'gender'>): Who =>
  loan.gender === 'woman' || loan.gender === 'man' ? loan.gender : 'group';

/** Of 100 loans like it, how many are fully repaid: in time or late. */
export const fullyRepaid = ({ forecast }: LoanCard): number => forecast.repaidNeverLate + forecast.repaidLate;

/** What a lent amount brings back in 90 of 100 loans, minor units: a share's range in proportion. */
export function comesBack(
  loan: LoanCard,
  amount: number,
  share: number,
): { readonly low: number; readonly high: number } {
  const part = amount / share;
  return {
    low: Math.min(amount, Math.round(loan.forecast.shareLow * part)),
    high: Math.min(amount, Math.round(loan.forecast.shareHigh * part)),
  };
}

/** What an instalment is called for this loan: a month, a week, a quarter or simply an instalment. */
export type Period = 'month' | 'week' | 'quarter' | 'instalment';
export function periodOf({ intervalSimHours }: Pick<LoanCard, 'intervalSimHours'>): Period {
  if (intervalSimHours === 720) return 'month';
  if (intervalSimHours === 168) return 'week';
  return intervalSimHours === 2160 ? 'quarter' : 'instalment';
}
