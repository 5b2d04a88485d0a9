import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES } from '../content/lending.ts';
import { PPM } from '../random/philox.ts';
import { unpaidPrincipal } from './arrears.ts';
import { FIRST_MODEL } from './first-model.ts';
import { forecast } from './forecast.ts';
import { makePlan, makeTerms } from './loan-terms.ts';
import { expectedPayments, recoveryOdds, repaidInFull } from './odds.ts';
import { forgiveInPlan } from './plan-changes.ts';
import { recoveryDraw } from './recovery.ts';
import { CHAIN_START } from './repayment-model.ts';

const product = (instalments: number, intervalSimHours = 720) => ({
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments,
  intervalSimHours,
  method: 'equal_principal' as const,
  graceOnPrincipal: 0,
  funding: 'fixed' as const,
  currencyLoss: 'none' as const,
  starter: false,
});
const PRINCIPAL = 50_000;

describe('repaidInFull', () => {
  it('is the forecast at disbursal, for every grade', () => {
    for (const grade of GRADES) {
      const terms = makeTerms({ model: FIRST_MODEL, product: product(12), annualCost: 0.3, grade });
      const { chances } = forecast(terms, PRINCIPAL);
      const plan = makePlan(terms, PRINCIPAL, 0);
      expect(repaidInFull(terms, plan, CHAIN_START)).toBeCloseTo(1 - chances.partlyLost, 12);
    }
  });

  it('falls with every instalment missed, and rises as time goes by without one', () => {
    const terms = makeTerms({ model: FIRST_MODEL, product: product(12), annualCost: 0.3, grade: 'C' });
    const plan = makePlan(terms, PRINCIPAL, 0);
    const chanceAt = (tick: number, missed: number): number => repaidInFull(terms, plan, { tick, missed });
    for (let missed = 0; missed < 6; missed++) expect(chanceAt(8, missed + 1)).toBeLessThan(chanceAt(8, missed));
    for (let tick = 0; tick < 11; tick++) expect(chanceAt(tick + 1, 0)).toBeGreaterThan(chanceAt(tick, 0));
  });

  it('is certain when nothing is owed', () => {
    const terms = makeTerms({ model: FIRST_MODEL, product: product(3), annualCost: 0.3, grade: 'E' });
    const plan = makePlan(terms, PRINCIPAL, 0);
    const clock = { tick: 1, missed: 0 };
    const all = forgiveInPlan({ plan, clock }, unpaidPrincipal(plan, clock));
    expect(repaidInFull(terms, all, clock)).toBe(1);
  });
});

describe('expectedPayments', () => {
  it('adds up, over all ticks, to what is owed less the expected loss', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.constantFrom(...GRADES),
        fc.constantFrom(168, 720, 2_160),
        (instalments, grade, interval) => {
          const terms = makeTerms({
            model: FIRST_MODEL,
            product: product(instalments, interval),
            annualCost: 0.3,
            grade,
          });
          const plan = makePlan(terms, PRINCIPAL, 0);
          const sum = expectedPayments(terms, plan, CHAIN_START).reduce((total, { mean }) => total + mean, 0);
          const { expectedLoss } = forecast(terms, PRINCIPAL);
          expect(sum / PRINCIPAL).toBeCloseTo(1 - expectedLoss, 9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('knows no doubt about a borrower who never fails, and none about one who never pays', () => {
    const terms = makeTerms({ model: FIRST_MODEL, product: product(6), annualCost: 0.3, grade: 'B' });
    const plan = makePlan(terms, PRINCIPAL, 0);
    const sure = expectedPayments({ ...terms, hPpm: 0 }, plan, CHAIN_START);
    expect(sure.map(({ mean }) => mean)).toEqual(plan.principalRows);
    expect(sure.every(({ variance }) => variance === 0)).toBe(true);
    const never = { ...terms, hPpm: PPM, rollPpm: [PPM, PPM, PPM, PPM] as [number, number, number, number] };
    expect(expectedPayments(never, plan, CHAIN_START).every(({ mean }) => mean === 0)).toBe(true);
  });
});

describe('recoveryOdds', () => {
  const { recovery } = FIRST_MODEL;
  it('are nothing without a try, and never beyond all', () => {
    expect(recoveryOdds(0, recovery)).toEqual({ anything: 0, expectedShare: 0 });
    for (let tries = 1; tries <= 12; tries++) {
      const { anything, expectedShare } = recoveryOdds(tries, recovery);
      expect(expectedShare).toBeLessThan(anything);
      expect(expectedShare).toBeGreaterThan(recoveryOdds(tries - 1, recovery).expectedShare);
    }
  });

  it('agree with what a year of tries brings over many loans', () => {
    const key = '3b'.repeat(32);
    const loans = 3_000;
    let back = 0;
    let any = 0;
    for (let loan = 0; loan < loans; loan++) {
      let open = 10_000;
      for (let k = 1; k <= 12; k++) open -= recoveryDraw(`loan-${loan}`, () => key, k * 2_592_000, open, recovery);
      back += 10_000 - open;
      if (open < 10_000) any++;
    }
    const { anything, expectedShare } = recoveryOdds(12, recovery);
    // Four standard errors of the draw.
    expect(Math.abs(any / loans - anything)).toBeLessThan(4 * Math.sqrt((anything * (1 - anything)) / loans));
    expect(Math.abs(back / (loans * 10_000) - expectedShare)).toBeLessThan(0.025);
  });
});
