import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../content/lending.ts';
import type { AutoLendRules } from '../protocol/lending-commands.ts';
import { type AutoLendCandidate, autoLendMost, fitsRules, monthsOf } from './auto-lend.ts';
import { KEEPSAKES } from './keepsake.ts';

const rules: AutoLendRules = {
  sectors: ['food', 'arts'],
  countries: ['sn'],
  grades: ['A', 'B'],
  minRating: 3.5,
  maxAnnualCost: 0.3,
  maxMonths: 6,
  perLoan: 5_000,
  perDay: 10_000,
  reserve: 2_000,
  stopAtLoss: 5_000,
};
const loan: AutoLendCandidate = {
  sector: 'food',
  country: 'sn',
  grade: 'B',
  partnerRating: 3.5,
  annualCost: 0.3,
  instalments: 6,
  intervalSimHours: 720,
  starter: false,
};

describe('fitsRules', () => {
  it.each([
    ['another sector', { sector: 'retail' as const }],
    ['another country', { country: 'ke' }],
    ['a riskier grade', { grade: 'C' as const }],
    ['a riskier partner', { partnerRating: 3 }],
    ['a higher cost', { annualCost: 0.31 }],
    ['a longer term', { instalments: 7 }],
    ['a market-day loan', { starter: true }],
  ])('refuses %s', (_name, change) => {
    expect(fitsRules(rules, { ...loan, ...change })).toBe(false);
  });

  it('takes what meets every bound, and everything when nothing is chosen', () => {
    expect(fitsRules(rules, loan)).toBe(true);
    expect(fitsRules({ ...rules, sectors: null, countries: null }, { ...loan, sector: 'retail', country: 'ke' })).toBe(
      true,
    );
  });
});

describe('monthsOf', () => {
  it('counts a begun month', () => {
    expect(monthsOf({ instalments: 4, intervalSimHours: 168 })).toBe(1);
    expect(monthsOf({ instalments: 5, intervalSimHours: 168 })).toBe(2);
    expect(monthsOf({ instalments: 12, intervalSimHours: 720 })).toBe(12);
  });
});

describe('autoLendMost', () => {
  const limits = { budget: 100_000, lentToday: 0, wallet: 100_000, held: 0 };
  it('is the tightest of all limits, and never below nothing', () => {
    expect(autoLendMost(rules, limits)).toBe(5_000);
    expect(autoLendMost(rules, { ...limits, held: 4_000 })).toBe(1_000);
    expect(autoLendMost(rules, { ...limits, lentToday: 9_000 })).toBe(1_000);
    expect(autoLendMost(rules, { ...limits, budget: 700 })).toBe(700);
    expect(autoLendMost(rules, { ...limits, wallet: 2_300 })).toBe(300);
    const amount = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (budget, lentToday, wallet, held) => {
        const most = autoLendMost(rules, { budget, lentToday, wallet, held });
        expect(most).toBeGreaterThanOrEqual(0);
        expect(most === 0 || wallet - most >= rules.reserve).toBe(true);
      }),
    );
  });
});

describe('keepsakes', () => {
  it('are one of its own a sector', () => {
    expect(new Set(SECTORS.map((sector) => KEEPSAKES[sector])).size).toBe(SECTORS.length);
  });
});
