import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES } from '../content/lending.ts';
import { SIM_MONTH } from '../time/sim-clock.ts';
import { FIRST_MODEL } from './first-model.ts';
import { forecast } from './forecast.ts';
import { nextTickOf, tickLoan } from './loan-clock.ts';
import { type LoanTerms, makePlan, makeTerms } from './loan-terms.ts';
import { CHAIN_START } from './repayment-model.ts';

const product = {
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments: 12,
  intervalSimHours: 720,
  method: 'equal_principal',
  graceOnPrincipal: 0,
  funding: 'fixed',
  currencyLoss: 'none',
  starter: false,
} as const;
const termsOf = (grade: (typeof GRADES)[number]): LoanTerms =>
  makeTerms({ model: FIRST_MODEL, product, annualCost: 0.28, grade });

describe('forecast', () => {
  it('is certain when nobody misses', () => {
    const sure = forecast({ ...termsOf('A'), hPpm: 0 }, 12_000);
    expect(sure.ofHundred).toEqual({ neverLate: 100, lateButRepaid: 0, partlyLost: 0 });
    expect(sure.halfBack).toEqual({ earliest: 6 * SIM_MONTH, latest: 6 * SIM_MONTH });
    expect(sure.lastDue).toBe(12 * SIM_MONTH);
    expect(sure.coinsBack(2_500)).toEqual({ low: 2_500, high: 2_500, expected: 2_500 });
  });
  it('is certain when nobody pays', () => {
    const lost = forecast(
      { ...termsOf('A'), hPpm: 1_000_000, rollPpm: [1_000_000, 1_000_000, 1_000_000, 1_000_000] },
      12_000,
    );
    expect(lost.ofHundred).toEqual({ neverLate: 0, lateButRepaid: 0, partlyLost: 100 });
    expect(lost.halfBack.latest).toBeNull();
    expect(lost.coinsBack(2_500)).toEqual({ low: 0, high: 2_500, expected: 0 });
  });
  it.each(GRADES)('expects the loss of grade %s', (grade) => {
    expect(forecast(termsOf(grade), 12_000).expectedLoss).toBeCloseTo(FIRST_MODEL.lossPpm[grade] / 1e6, 4);
  });
  it('refuses amounts that are none', () => {
    expect(() => forecast(termsOf('A'), 12_000).coinsBack(-1)).toThrow('minor units');
  });
  it('always adds up to a hundred, and ranges are ordered', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 100_000 }),
        (hPpm, instalments, lent) => {
          const f = forecast({ ...termsOf('C'), hPpm, product: { ...termsOf('C').product, instalments } }, 12_000);
          const { neverLate, lateButRepaid, partlyLost } = f.ofHundred;
          expect(neverLate + lateButRepaid + partlyLost).toBe(100);
          expect(Math.min(neverLate, lateButRepaid, partlyLost)).toBeGreaterThanOrEqual(0);
          const back = f.coinsBack(lent);
          expect(back.low).toBeLessThanOrEqual(back.high);
          expect(back.expected).toBeLessThanOrEqual(lent);
          if (f.halfBack.latest !== null) expect(f.halfBack.latest).toBeGreaterThanOrEqual(f.halfBack.earliest);
        },
      ),
    );
  });
  it('agrees with the loan clock: shares of 4 000 loans are within four standard deviations', () => {
    const terms = termsOf('D');
    const plan = makePlan(terms, 12_000, 0);
    const count = { neverLate: 0, lateButRepaid: 0, partlyLost: 0 };
    const n = 4_000;
    for (let seed = 0; seed < n; seed++) {
      let loan = { id: 'l', terms, plan, clock: CHAIN_START };
      let late = false;
      for (let next = nextTickOf(loan); next !== null; next = nextTickOf(loan)) {
        const tick = tickLoan({ loan, key: [seed, 20240101], period: next.period });
        if (!tick.ok) throw new Error(tick.error);
        late ||= tick.value.clock.missed > 0;
        loan = { ...loan, clock: tick.value.clock };
        if (tick.value.status === 'defaulted') count.partlyLost++;
        if (tick.value.status === 'finished') count[late ? 'lateButRepaid' : 'neverLate']++;
      }
    }
    const { chances } = forecast(terms, 12_000);
    for (const key of ['neverLate', 'lateButRepaid', 'partlyLost'] as const) {
      const p = chances[key];
      expect(Math.abs(count[key] / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
    }
  });
});
