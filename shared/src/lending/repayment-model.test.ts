import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade } from '../content/lending.ts';
import { calibrate, hForLoss, solveRisk } from './calibration.ts';
import { dp, expectedLoss, rollsAt, walkChain } from './chain-probability.ts';
import { FIRST_MODEL } from './first-model.ts';
import { solvedRisk } from './loan-terms.ts';
import {
  CHAIN_START,
  cureThresholds,
  isDefault,
  isFinished,
  nextTick,
  paymentOf,
  type RepaymentChain,
  stepLoan,
  ticksLate,
} from './repayment-model.ts';

const KAPPA = FIRST_MODEL.chain.depthMilli / 1_000;
const { cure } = FIRST_MODEL.chain;
const lossOf = (grade: Grade): number => FIRST_MODEL.lossPpm[grade] / 1e6;
const chain = (change: Partial<RepaymentChain> = {}): RepaymentChain => ({
  instalments: 12,
  ticksPerInstalment: 1,
  hPpm: 50_000,
  rollPpm: [250_000, 450_000, 600_000, 720_000],
  cure,
  ...change,
});
const PAY_NOTHING = 0;
const PAY_ALL = 0xffffffff;

describe('stepLoan', () => {
  it('refuses to go on when the loan is over', () => {
    expect(() => stepLoan(chain(), { tick: 12, missed: 0 }, 0)).toThrow('over');
    expect(() => stepLoan(chain(), { tick: 9, missed: 7 }, 0)).toThrow('over');
    expect(() => stepLoan(chain(), { tick: 18, missed: 1 }, 0)).toThrow('over');
  });
  it('pays on time or misses', () => {
    expect(stepLoan(chain(), CHAIN_START, PAY_ALL)).toMatchObject({
      state: { tick: 1, missed: 0 },
      instalmentsPaid: 1,
      finished: false,
    });
    expect(stepLoan(chain(), CHAIN_START, PAY_NOTHING)).toMatchObject({
      state: { tick: 1, missed: 1 },
      instalmentsPaid: 0,
    });
  });
  it('lets a late borrower pay one, two or everything', () => {
    const late = { tick: 5, missed: 3 };
    const [one, two] = cureThresholds(600_000, cure);
    const word = (ppm: number): number => Math.floor((ppm * 2 ** 32) / 1e6);
    expect(stepLoan(chain(), late, word(one) - 10)).toMatchObject({
      payment: 'one',
      state: { missed: 3 },
      instalmentsPaid: 1,
    });
    expect(stepLoan(chain(), late, word(two) - 10)).toMatchObject({
      payment: 'two',
      state: { missed: 2 },
      instalmentsPaid: 2,
    });
    expect(stepLoan(chain(), late, PAY_ALL)).toMatchObject({
      payment: 'all',
      state: { missed: 0 },
      instalmentsPaid: 4,
    });
    expect(stepLoan(chain(), late, PAY_NOTHING)).toMatchObject({
      payment: 'nothing',
      state: { missed: 4 },
      instalmentsPaid: 0,
    });
  });
  it('adds no instalment after the last due date', () => {
    const tail = { tick: 13, missed: 2 };
    expect(stepLoan(chain(), tail, PAY_NOTHING)).toMatchObject({ state: { tick: 14, missed: 2 }, defaulted: false });
    expect(stepLoan(chain(), tail, PAY_ALL)).toMatchObject({
      state: { missed: 0 },
      instalmentsPaid: 2,
      finished: true,
    });
  });
  it('defaults with seven missed, or six ticks after the last due date', () => {
    expect(stepLoan(chain(), { tick: 7, missed: 6 }, PAY_NOTHING).defaulted).toBe(true);
    expect(stepLoan(chain(), { tick: 17, missed: 1 }, PAY_NOTHING).defaulted).toBe(true);
    expect(stepLoan(chain(), { tick: 16, missed: 1 }, PAY_NOTHING).defaulted).toBe(false);
  });
  it('finishes with the last instalment', () => {
    expect(stepLoan(chain(), { tick: 11, missed: 0 }, PAY_ALL).finished).toBe(true);
  });

  it('never pays more than is due, for any word, and always comes to an end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: PAY_ALL }), { minLength: 200, maxLength: 200 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (instalments, ticksPerInstalment, words, hPpm) => {
          const plan = chain({ instalments, ticksPerInstalment, hPpm });
          let state = CHAIN_START;
          let paid = 0;
          for (const word of words) {
            const before = state;
            const step = stepLoan(plan, state, word);
            state = step.state;
            paid += step.instalmentsPaid;
            expect(step.instalmentsPaid).toBeGreaterThanOrEqual(0);
            expect(state.tick).toBe(nextTick(plan, before));
            expect(paid + state.missed).toBe(Math.min(instalments, Math.floor(state.tick / ticksPerInstalment)));
            expect(step.defaulted && step.finished).toBe(false);
            if (step.defaulted || step.finished) break;
          }
          expect(isFinished(plan, state) || isDefault(plan, state)).toBe(true);
        },
      ),
    );
  });
});

describe('long intervals', () => {
  const quarterly = chain({ instalments: 4, ticksPerInstalment: 3 });
  it('skip ticks in which nothing can happen', () => {
    expect([nextTick(quarterly, CHAIN_START), nextTick(quarterly, { tick: 3, missed: 1 })]).toEqual([3, 4]);
  });
  it('count lateness in ticks', () => {
    expect([3, 4, 6].map((tick) => ticksLate(quarterly, { tick, missed: 1 }))).toEqual([0, 1, 0]);
    expect(ticksLate(quarterly, { tick: 6, missed: 2 })).toBe(3);
  });
  it('roll deeper the longer one instalment stays unpaid', () => {
    const word = Math.floor(0.5 * 2 ** 32);
    expect(paymentOf(quarterly, { tick: 3, missed: 1 }, word)).not.toBe('nothing');
    expect(paymentOf(quarterly, { tick: 5, missed: 1 }, word)).toBe('nothing');
  });
  it('default half a year after the oldest unpaid due date', () => {
    expect(isDefault(quarterly, { tick: 8, missed: 2 })).toBe(false);
    expect(isDefault(quarterly, { tick: 9, missed: 3 })).toBe(true);
  });
});

describe('dp, T2: closed forms', () => {
  it('loses nothing when nobody misses', () => {
    for (const n of [1, 4, 12, 36])
      expect(dp(n, 0, KAPPA)).toMatchObject({ loss: 0, pDefault: 0, par30: 0, onTime: 1 });
  });
  it('loses everything at the seventh missed instalment when nobody ever pays', () => {
    const result = { loss: 0, share: 0, tick: 0 };
    for (const n of [7, 12, 24]) {
      const plan = { instalments: n, ticksPerInstalment: 1, h: 1, rolls: [1, 1, 1, 1] as const, cure };
      walkChain(plan, { defaulted: (state, share) => Object.assign(result, { share, tick: state.tick }) });
      expect(result).toMatchObject({ share: 1, tick: 7 });
      expect(expectedLoss(plan, (state) => (state.missed === 7 ? 1 : Number.NaN))).toBe(1);
    }
  });
  it('accounts for every loan: finished and defaulted add up to one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (instalments, ticksPerInstalment, h) => {
          let all = 0;
          const add = (_state: unknown, share: number): void => {
            all += share;
          };
          walkChain(
            { instalments, ticksPerInstalment, h, rolls: rollsAt(KAPPA), cure },
            { finished: add, defaulted: add },
          );
          expect(all).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('calibration, T7 and T9', () => {
  // microfinance.md 5.3, first, fourth and last row
  it.each([
    [12, 0.964, 0.07, 0.05363, 0.42663, 0.0599, 0.0327, 0.846],
    [12, 0.98, 0.05, 0.04913, 0.15773, 0.0332, 0.0209, 0.865],
    [24, 0.964, 0.07, 0.13779, -0.39514, 0.0626, 0.0207, 0.683],
  ])('n %i, repayment rate %d, PAR30 %d', (n, rr, par, h, kappa, pDefault, par90, onTime) => {
    const found = calibrate(n, rr, par);
    expect(found.h).toBeCloseTo(h, 4);
    expect(found.kappa).toBeCloseTo(kappa, 4);
    const again = dp(n, found.h, found.kappa);
    expect(Math.abs(again.rr - rr)).toBeLessThan(1e-6);
    expect(Math.abs(again.par30 - par)).toBeLessThan(1e-6);
    expect(again.pDefault).toBeCloseTo(pDefault, 3);
    expect(again.par90).toBeCloseTo(par90, 3);
    expect(again.onTime).toBeCloseTo(onTime, 2);
  });

  it('finds the grades of twelve-month loans', () => {
    const hazards: Record<Grade, number> = { A: 0.01398, B: 0.02857, C: 0.0517, D: 0.09403, E: 0.17414 };
    for (const grade of GRADES) expect(hForLoss(12, lossOf(grade), KAPPA)).toBeCloseTo(hazards[grade], 4);
  });

  it('orders the grades by loss, PAR30 and default', () => {
    const figures = GRADES.map((grade) => dp(12, hForLoss(12, lossOf(grade), KAPPA), KAPPA));
    for (const key of ['loss', 'par30', 'pDefault'] as const) {
      const values = figures.map((one) => one[key]);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(new Set(values).size).toBe(5);
    }
  });

  const products = [
    ['market day', { instalments: 4, intervalSimHours: 6, method: 'equal_instalments', graceOnPrincipal: 0 }],
    ['weekly', { instalments: 16, intervalSimHours: 168, method: 'equal_instalments', graceOnPrincipal: 0 }],
    ['one month', { instalments: 1, intervalSimHours: 720, method: 'equal_principal', graceOnPrincipal: 0 }],
    ['24 months', { instalments: 24, intervalSimHours: 720, method: 'equal_instalments', graceOnPrincipal: 0 }],
    ['36 months', { instalments: 36, intervalSimHours: 720, method: 'flat', graceOnPrincipal: 0 }],
    ['quarterly', { instalments: 4, intervalSimHours: 2_160, method: 'equal_principal', graceOnPrincipal: 0 }],
    ['half-year bullet', { instalments: 1, intervalSimHours: 4_320, method: 'bullet', graceOnPrincipal: 0 }],
    ['bullet in six intervals', { instalments: 6, intervalSimHours: 720, method: 'bullet', graceOnPrincipal: 0 }],
    ['grace', { instalments: 12, intervalSimHours: 720, method: 'equal_instalments', graceOnPrincipal: 6 }],
    ['odd interval', { instalments: 5, intervalSimHours: 1_000, method: 'equal_principal', graceOnPrincipal: 0 }],
  ] as const;
  it.each(products)('reaches the loss of every grade with a product of its own: %s', (_name, product) => {
    for (const grade of GRADES) {
      const risk = solvedRisk(product, grade, FIRST_MODEL);
      expect(Math.abs(risk.lossPpm - lossOf(grade) * 1e6)).toBeLessThanOrEqual(5);
      expect(risk.hPpm).toBeLessThanOrEqual(lossOf(grade) * 5e6);
      expect([...risk.rollPpm].sort((a, b) => a - b)).toEqual([...risk.rollPpm]);
    }
  });
  it('says so when no parameters reach a loss', () => {
    expect(() => solveRisk({ instalments: 1, ticksPerInstalment: 1 }, [100], 0.95, FIRST_MODEL.chain)).toThrow(
      'no hazard',
    );
  });
});
