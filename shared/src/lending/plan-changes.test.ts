import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairParts } from '../money/fair-parts.ts';
import { regionKey } from '../random/keys.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import { daysPastDue, unpaidPrincipal } from './arrears.ts';
import { depreciation, lendersCurrencyLoss, monthlyDepreciation } from './currency.ts';
import { FIRST_MODEL } from './first-model.ts';
import { nextTickOf, tickLoan } from './loan-clock.ts';
import { type LoanTerms, makePlan, makeTerms } from './loan-terms.ts';
import { forgiveInPlan, reschedulePlan } from './plan-changes.ts';
import { CHAIN_START } from './repayment-model.ts';

const product = {
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments: 6,
  intervalSimHours: 720,
  method: 'equal_principal',
  graceOnPrincipal: 0,
  funding: 'fixed',
  currencyLoss: 'shared',
  starter: false,
} as const;
const { currency } = FIRST_MODEL;
const terms: LoanTerms = { ...makeTerms({ model: FIRST_MODEL, product, annualCost: 0.24, grade: 'C' }), hPpm: 0 };
const plan = makePlan(terms, 60_000, 0);
const late = { plan, clock: { tick: 4, missed: 2 } };

describe('a reschedule', () => {
  it('refuses no instalments, a time before the last tick, and loans that are repaid', () => {
    expect(() => reschedulePlan(late, 5 * SIM_MONTH, 0)).toThrow('instalments');
    expect(() => reschedulePlan(late, 3 * SIM_MONTH, 4)).toThrow('before the last tick');
    expect(() => reschedulePlan({ plan, clock: { tick: 6, missed: 0 } }, 7 * SIM_MONTH, 4)).toThrow('nothing is left');
  });
  it('spreads what is unpaid evenly, from then on, up to date', () => {
    const next = reschedulePlan(late, 4 * SIM_MONTH + 9, 8);
    expect(next.plan).toMatchObject({
      version: 2,
      startsAt: 4 * SIM_MONTH + 9,
      firstPeriod: 4,
      principalRows: Array(8).fill(5_000),
    });
    expect(next.clock).toEqual(CHAIN_START);
    expect(unpaidPrincipal(next.plan, next.clock)).toBe(unpaidPrincipal(plan, late.clock));
    expect(next.plan.interestRows.reduce((a, b) => a + b, 0)).toBe(
      plan.interestRows.slice(2).reduce((a, b) => a + b, 0),
    );
    expect(daysPastDue(next.plan, next.clock, 99 * SIM_MONTH)).toBe(0);
    const loan = { id: 'l', terms, ...next };
    expect(nextTickOf(loan)).toEqual({ period: 5, tick: 1, at: 5 * SIM_MONTH + 9 });
    expect(tickLoan({ loan, key: [1, 2], period: 5 })).toMatchObject({
      ok: true,
      value: { principalPaid: 5_000, batchKey: 'repay:l:5' },
    });
    expect(tickLoan({ loan, key: [1, 2], period: 4 })).toEqual({ ok: false, error: 'ALREADY_TICKED' });
  });
});

describe('forgiveness', () => {
  it('refuses more than is unpaid', () => {
    expect(() => forgiveInPlan(late, 40_001)).toThrow('more than is unpaid');
    expect(() => forgiveInPlan(late, -1)).toThrow('more than is unpaid');
  });
  it('takes from the last instalments, never from paid ones', () => {
    expect(forgiveInPlan(late, 15_000).principalRows).toEqual([10_000, 10_000, 10_000, 10_000, 5_000, 0]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (amount) => {
        const after = forgiveInPlan(late, amount);
        expect(unpaidPrincipal(after, late.clock)).toBe(40_000 - amount);
        expect(after.principalRows.slice(0, 2)).toEqual([10_000, 10_000]);
        expect(Math.min(...after.principalRows)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('fairParts', () => {
  it('refuses nonsense', () => {
    for (const [amount, n] of [
      [-1, 2],
      [1.5, 2],
      [5, 0],
      [5, 1.5],
    ] as const)
      expect(() => fairParts(amount, n)).toThrow();
  });
  it('adds up, and no two parts differ by more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 120 }), (amount, n) => {
        const parts = fairParts(amount, n);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(amount);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('currencies', () => {
  const keyOf =
    (region: string) =>
    (period: number): string =>
      regionKey('d2'.repeat(32), region, period);
  it('cost lenders only what lies above ten percent, under the shared policy', () => {
    expect(lendersCurrencyLoss(10_000, 100_000, 'shared', currency)).toBe(0);
    expect(lendersCurrencyLoss(10_000, 150_000, 'shared', currency)).toBe(500);
    expect(lendersCurrencyLoss(10_000, 150_000, 'partner', currency)).toBe(0);
    expect(lendersCurrencyLoss(10_000, 150_000, 'none', currency)).toBe(0);
    expect(lendersCurrencyLoss(5, 200_000, 'shared', currency)).toBe(0);
  });
  it('creep, and break about once in twenty years', () => {
    let breaks = 0;
    for (let region = 0; region < 200; region++) {
      for (let month = 0; month < 60; month++) {
        const lost = monthlyDepreciation(keyOf(`c${region}`), month, currency);
        expect(lost).toBeLessThan(250_000);
        if (lost >= 80_000) breaks++;
      }
    }
    expect(Math.abs(breaks / 12_000 - 0.004)).toBeLessThan(4 * Math.sqrt((0.004 * 0.996) / 12_000));
  });
  it('never gain value, and add up over months', () => {
    const key = keyOf('x');
    expect(depreciation(key, 5, 5, currency)).toBe(0);
    let before = 0;
    for (let month = 1; month <= 24; month++) {
      const lost = depreciation(key, 0, month, currency);
      expect(lost).toBeGreaterThanOrEqual(before);
      before = lost;
    }
    expect(depreciation(key, 3, 4, currency)).toBe(monthlyDepreciation(key, 4, currency));
  });
});
