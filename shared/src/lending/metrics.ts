import { type Minor, sumMinor } from '../money/coins.ts';

/** A loan that runs, as portfolio metrics see it; amounts are principal in minor units. */
export type LoanPosition = {
  readonly outstanding: Minor;
  /** Days past due of its oldest unpaid instalment. */
  readonly daysPastDue: number;
  /** Principal of instalments that are due and unpaid. */
  readonly overdue: Minor;
  readonly rescheduled: boolean;
};

/** A loan that is over. */
export type EndedLoan = {
  readonly principal: Minor;
  /** Written off and not recovered. */
  readonly defaultLoss: Minor;
  /** Currency loss borne by lenders. */
  readonly fxLoss: Minor;
  /** Refunded by an operator (error, fraud): left out of rates. */
  readonly refunded: boolean;
};

/** A share, or null when there is nothing to divide by: an empty portfolio has no rate. */
export type Rate = number | null;

const share = (part: number, whole: number): Rate => (whole === 0 ? null : part / whole);
const sum = <T>(rows: readonly T[], pick: (row: T) => Minor): Minor => sumMinor(rows.map(pick));
const owed = (loans: readonly LoanPosition[]): Minor => sum(loans, (loan) => loan.outstanding);

/**
 * Gross loan portfolio: GLP = sum of outstanding principal of active loans, delinquent and rescheduled ones included, written-off ones
 * not, interest not. Source: MIX definition, agreeing with AUM's (microfinance.md 3, [36]).
 */
export const grossLoanPortfolio = owed;

/**
 * Portfolio at risk: PAR_x = sum of outstanding [dpd > x] / GLP: the whole balance of late loans, not the late amount. Source: CGAP
 * (microfinance.md 3, [37]). Kiva's "loans at risk" is PAR 1 ([41]); x = 0 counts every late loan.
 */
export const portfolioAtRisk = (loans: readonly LoanPosition[], days: number): Rate =>
  share(owed(loans.filter((loan) => loan.daysPastDue > days)), owed(loans));

/**
 * Strict PAR: adds all rescheduled loans, late or not: sum of outstanding [dpd > x or rescheduled] / GLP. Source: microfinance.md 3, [38];
 * report both.
 */
export const strictPortfolioAtRisk = (loans: readonly LoanPosition[], days: number): Rate =>
  share(owed(loans.filter((loan) => loan.daysPastDue > days || loan.rescheduled)), owed(loans));

/** Arrears rate = overdue amount / GLP. Source: microfinance.md 3, [39]. */
export const arrearsRate = (loans: readonly LoanPosition[]): Rate =>
  share(
    sum(loans, (loan) => loan.overdue),
    owed(loans),
  );

/**
 * Kiva's delinquency rate = payments past due / outstanding principal (since 15 November 2010; before, the whole balance of late loans,
 * which is PAR 0). Source: microfinance.md 3, [40][5].
 */
export const kivaDelinquencyRate = arrearsRate;

const counted = (loans: readonly EndedLoan[]): EndedLoan[] => loans.filter((loan) => !loan.refunded);

/** Kiva's default rate = defaulted amount of ended loans / amount of ended loans, refunded ones left out. Source: microfinance.md 3, [5][8]. */
export const defaultRate = (ended: readonly EndedLoan[]): Rate =>
  share(
    sum(counted(ended), (loan) => loan.defaultLoss),
    sum(counted(ended), (loan) => loan.principal),
  );

/** Currency loss rate = currency losses borne by lenders / principal of ended loans. Source: Kiva, microfinance.md 3, [5]. */
export const currencyLossRate = (ended: readonly EndedLoan[]): Rate =>
  share(
    sum(counted(ended), (loan) => loan.fxLoss),
    sum(counted(ended), (loan) => loan.principal),
  );

/** Lenders' repayment rate = 1 - default rate - currency loss rate, over ended loans. Source: microfinance.md 3 (our definition). */
export function repaymentRate(ended: readonly EndedLoan[]): Rate {
  const lost = defaultRate(ended);
  const fx = currencyLossRate(ended);
  return lost === null || fx === null ? null : 1 - lost - fx;
}

/**
 * Collection rate of a period = paid / falling due in it. Misleading alone: 97 % can hide the loss of a third of the portfolio a year.
 * Source: microfinance.md 3, [42].
 */
export const collectionRate = (paid: Minor, fallingDue: Minor): Rate => share(paid, fallingDue);

/** On-time collection rate = paid on the first due date / first falling due: the useful one. Source: microfinance.md 3, [42][43]. */
export const onTimeCollectionRate = (paidOnTime: Minor, firstDue: Minor): Rate => share(paidOnTime, firstDue);

/** "Asian" collection rate = paid / (due + past due): shown to be recognised, not to be used. Source: microfinance.md 3, [43]. */
export const asianCollectionRate = (paid: Minor, due: Minor, pastDue: Minor): Rate => share(paid, due + pastDue);

/**
 * Annual loss rate = (1 - CR) / T x 2, with the current recovery rate CR and the mean term T in years. Source: Rosenberg, CGAP Occasional
 * Paper 3 (microfinance.md 3, [42]); CR 0.97 and T 0.18 give a third.
 */
export const annualLossRate = (currentRecoveryRate: number, meanTermYears: number): Rate =>
  meanTermYears === 0 ? null : ((1 - currentRecoveryRate) / meanTermYears) * 2;

/** Mean of month-end portfolios; of opening and closing when only these are known. Source: microfinance.md 3, [44]. */
export const averageGlp = (monthEnds: readonly Minor[]): Rate => share(sumMinor(monthEnds), monthEnds.length);

/** Write-off ratio = value written off in a period / average GLP. Source: CGAP consensus guidelines 2003 (microfinance.md 3, [44]). */
export const writeOffRatio = (writtenOff: Minor, averagePortfolio: number): Rate => share(writtenOff, averagePortfolio);

/** Portfolio yield, gross = interest and fees received / average GLP; display only here. Source: microfinance.md 3, [44]. */
export const portfolioYield = (interestAndFees: Minor, averagePortfolio: number): Rate =>
  share(interestAndFees, averagePortfolio);

/** A provisioning class: loans up to `upTo` days past due (null: all older) are provided for at `percent`. */
export type ProvisionClass = { readonly upTo: number | null; readonly percent: number };

/** Published "international best practice" (microfinance.md 3, [46]). */
export const PROVISIONS: readonly ProvisionClass[] = [
  { upTo: 0, percent: 0 },
  { upTo: 30, percent: 10 },
  { upTo: 60, percent: 25 },
  { upTo: 90, percent: 50 },
  { upTo: 180, percent: 75 },
  { upTo: 365, percent: 90 },
  { upTo: null, percent: 100 },
];

/** Loan loss reserve by age of arrears (minor units, rounded). Source of the classes: microfinance.md 3, [46]. */
export function loanLossReserve(
  loans: readonly LoanPosition[],
  classes: readonly ProvisionClass[] = PROVISIONS,
): Minor {
  const percentOf = (days: number): number =>
    classes.find((one) => one.upTo === null || days <= one.upTo)?.percent ?? 100;
  return Math.round(loans.reduce((total, loan) => total + loan.outstanding * percentOf(loan.daysPastDue), 0) / 100);
}

/** Loan loss reserve ratio = reserve / GLP. Source: microfinance.md 3, [44]. */
export const reserveRatio = (reserve: Minor, portfolio: Minor): Rate => share(reserve, portfolio);

/** Risk coverage = reserve / amount at risk over 30 days. Source: microfinance.md 3, [44]. */
export const riskCoverage = (reserve: Minor, loans: readonly LoanPosition[]): Rate =>
  share(reserve, owed(loans.filter((loan) => loan.daysPastDue > 30)));

/** Provision expense = reserve at the end - at the beginning + write-offs - recoveries. Source: microfinance.md 3 (general knowledge). */
export const provisionExpense = (begin: Minor, end: Minor, writeOffs: Minor, recoveries: Minor): Minor =>
  end - begin + writeOffs - recoveries;

export type Outreach = 'poorest' | 'middle_poor' | 'upper_poor' | 'established';

/**
 * Depth of outreach by average loan / income a head: below 20 % poorest, to 149 % middle poor, to 249 % upper poor, above established.
 * Source: microfinance.md 3, [45].
 */
export function depthOfOutreach(averageLoan: number, incomePerHead: number): Outreach {
  const percent = (averageLoan / incomePerHead) * 100;
  if (percent < 20) return 'poorest';
  if (percent < 150) return 'middle_poor';
  return percent <= 250 ? 'upper_poor' : 'established';
}

/** Everything the operator's page and the expert command line show of a portfolio. */
export type PortfolioReport = {
  readonly glp: Minor;
  readonly par0: Rate;
  readonly par1: Rate;
  readonly par30: Rate;
  readonly par90: Rate;
  readonly strictPar30: Rate;
  readonly arrearsRate: Rate;
  readonly defaultRate: Rate;
  readonly currencyLossRate: Rate;
  readonly repaymentRate: Rate;
  readonly reserve: Minor;
  readonly reserveRatio: Rate;
  readonly riskCoverage: Rate;
};

export function portfolioReport(loans: readonly LoanPosition[], ended: readonly EndedLoan[]): PortfolioReport {
  const reserve = loanLossReserve(loans);
  return {
    glp: owed(loans),
    par0: portfolioAtRisk(loans, 0),
    par1: portfolioAtRisk(loans, 1),
    par30: portfolioAtRisk(loans, 30),
    par90: portfolioAtRisk(loans, 90),
    strictPar30: strictPortfolioAtRisk(loans, 30),
    arrearsRate: arrearsRate(loans),
    defaultRate: defaultRate(ended),
    currencyLossRate: currencyLossRate(ended),
    repaymentRate: repaymentRate(ended),
    reserve,
    reserveRatio: reserveRatio(reserve, owed(loans)),
    riskCoverage: riskCoverage(reserve, loans),
  };
}
