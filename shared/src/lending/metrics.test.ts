import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annualLossRate,
  arrearsRate,
  asianCollectionRate,
  averageGlp,
  collectionRate,
  currencyLossRate,
  defaultRate,
  depthOfOutreach,
  type EndedLoan,
  grossLoanPortfolio,
  type LoanPosition,
  loanLossReserve,
  onTimeCollectionRate,
  portfolioAtRisk,
  portfolioReport,
  portfolioYield,
  provisionExpense,
  repaymentRate,
  reserveRatio,
  riskCoverage,
  strictPortfolioAtRisk,
  writeOffRatio,
} from './metrics.ts';

const loan = (outstanding: number, daysPastDue = 0, overdue = 0, rescheduled = false): LoanPosition => ({
  outstanding,
  daysPastDue,
  overdue,
  rescheduled,
});
const ended = (principal: number, defaultLoss = 0, fxLoss = 0, refunded = false): EndedLoan => ({
  principal,
  defaultLoss,
  fxLoss,
  refunded,
});
const book = [loan(600), loan(200, 20, 50), loan(100, 31, 60), loan(100, 95, 100), loan(0, 0, 0, true)];

describe('portfolio metrics', () => {
  it('have no rate where there is nothing to divide by', () => {
    const none = portfolioReport([], []);
    expect([none.glp, none.par30, none.arrearsRate, none.defaultRate, none.repaymentRate, none.riskCoverage]).toEqual([
      0,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([collectionRate(0, 0), averageGlp([]), annualLossRate(0.9, 0), writeOffRatio(5, 0)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it('count the whole balance of late loans at risk', () => {
    expect(grossLoanPortfolio(book)).toBe(1_000);
    expect([0, 30, 31, 90, 95].map((days) => portfolioAtRisk(book, days))).toEqual([0.4, 0.2, 0.1, 0.1, 0]);
    expect(arrearsRate(book)).toBe(0.21);
    expect(strictPortfolioAtRisk([...book, loan(1_000, 0, 0, true)], 30)).toBe(0.6);
  });
  it('rate ended loans by money, refunded ones left out', () => {
    const loans = [ended(900), ended(100, 40), ended(500, 0, 15), ended(1_000, 1_000, 0, true)];
    expect(defaultRate(loans)).toBeCloseTo(40 / 1_500);
    expect(currencyLossRate(loans)).toBeCloseTo(0.01);
    expect(repaymentRate(loans)).toBeCloseTo(1 - 55 / 1_500);
  });
  it('agree with the published check of the annual loss rate', () => {
    expect(annualLossRate(0.97, 0.18)).toBeCloseTo(0.333, 3);
  });
  it('provide by age', () => {
    expect(
      loanLossReserve([
        loan(100),
        loan(100, 1),
        loan(100, 31),
        loan(100, 61),
        loan(100, 91),
        loan(100, 181),
        loan(100, 366),
      ]),
    ).toBe(350);
    expect(
      loanLossReserve(
        [loan(100, 5)],
        [
          { upTo: 0, percent: 1 },
          { upTo: 30, percent: 5 },
        ],
      ),
    ).toBe(5);
    expect([reserveRatio(35, 1_000), riskCoverage(100, book)]).toEqual([0.035, 0.5]);
    expect(provisionExpense(100, 130, 50, 20)).toBe(60);
  });
  it('rate collections and yields', () => {
    expect([collectionRate(97, 100), onTimeCollectionRate(80, 100), asianCollectionRate(90, 100, 20)]).toEqual([
      0.97, 0.8, 0.75,
    ]);
    expect([averageGlp([100, 200, 300]), writeOffRatio(5, 200), portfolioYield(56, 200)]).toEqual([200, 0.025, 0.28]);
  });
  it('class loans by income', () => {
    expect([19, 20, 149, 150, 250, 251].map((percent) => depthOfOutreach(percent, 100))).toEqual([
      'poorest',
      'middle_poor',
      'middle_poor',
      'upper_poor',
      'upper_poor',
      'established',
    ]);
  });
  const position = fc
    .record({
      outstanding: fc.integer({ min: 1, max: 100_000 }),
      daysPastDue: fc.integer({ min: 0, max: 400 }),
      rescheduled: fc.boolean(),
    })
    .map((one) => ({ ...one, overdue: one.daysPastDue > 0 ? one.outstanding : 0 }));
  it('keep PAR90 <= PAR30 <= PAR0 <= 1, strict PAR above PAR', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 1 }), (loans) => {
        const { par0, par30, par90, strictPar30 } = portfolioReport(loans, []) as unknown as Record<string, number>;
        expect(par90).toBeLessThanOrEqual(par30 as number);
        expect(par30).toBeLessThanOrEqual(par0 as number);
        expect(par0).toBeLessThanOrEqual(1);
        expect(strictPar30).toBeGreaterThanOrEqual(par30 as number);
      }),
    );
  });
  it('do not let a partial payment that leaves the oldest instalment unpaid lower the age', () => {
    const before = [loan(1_000, 40, 200), loan(1_000)];
    const after = [loan(1_000, 40, 150), loan(1_000)];
    expect(portfolioAtRisk(after, 30)).toBe(portfolioAtRisk(before, 30));
    expect(arrearsRate(after)).toBeLessThan(arrearsRate(before) as number);
  });
});
