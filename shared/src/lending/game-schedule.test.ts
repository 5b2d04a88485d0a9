import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIM_HOUR } from '../time/sim-clock.ts';
import { gameSchedule, type ScheduleProduct } from './game-schedule.ts';

const methods = ['equal_instalments', 'equal_principal', 'flat', 'bullet'] as const;
const monthly = (method: ScheduleProduct['method'], instalments: number, graceOnPrincipal = 0): ScheduleProduct => ({
  instalments,
  intervalSimHours: 720,
  method,
  graceOnPrincipal,
});
const parts = (input: Parameters<typeof gameSchedule>[0]): string[] =>
  gameSchedule(input).rows.map((row) => `${row.principal}+${row.interest}`);

describe('gameSchedule', () => {
  it.each([0, -1, 1.5, Number.NaN])('refuses a principal of %d', (principalMinor) => {
    expect(() => gameSchedule({ principalMinor, product: monthly('flat', 4), annualCost: 0.2 })).toThrow(
      'positive principal',
    );
  });
  it('refuses a grace that leaves no instalment', () => {
    expect(() =>
      gameSchedule({ principalMinor: 100, product: monthly('equal_principal', 4, 4), annualCost: 0 }),
    ).toThrow('grace');
    expect(() => gameSchedule({ principalMinor: 100, product: monthly('flat', 4, 4), annualCost: 0 })).toThrow('grace');
  });

  // The same as fineract-it-emi-2pct-4m (2 % a month, 12 000.00), whose rows are in microfinance.md 2.8.
  it('levels instalments on the declining balance', () => {
    expect(parts({ principalMinor: 1_200_000, product: monthly('equal_instalments', 4), annualCost: 0.24 })).toEqual([
      '291149+24000',
      '296972+18177',
      '302911+12238',
      '308968+6179',
    ]);
  });
  it('repays equal principal', () => {
    expect(parts({ principalMinor: 100_000, product: monthly('equal_principal', 3), annualCost: 0.12 })).toEqual([
      '33333+1000',
      '33333+667',
      '33334+333',
    ]);
  });
  it('charges flat interest on the whole principal', () => {
    expect(parts({ principalMinor: 100_000, product: monthly('flat', 3), annualCost: 0.12 })).toEqual([
      '33333+1000',
      '33333+1000',
      '33334+1000',
    ]);
  });
  it('waits with principal during the grace', () => {
    expect(parts({ principalMinor: 10_000, product: monthly('equal_principal', 4, 2), annualCost: 0.12 })).toEqual([
      '0+100',
      '0+100',
      '5000+100',
      '5000+50',
    ]);
  });
  it('pays a bullet once, at the end of all its intervals', () => {
    const schedule = gameSchedule({ principalMinor: 10_000, product: monthly('bullet', 6, 2), annualCost: 0.24 });
    expect(schedule.rows).toEqual([
      { n: 1, principal: 10_000, interest: 1_200, total: 11_200, balance: 0, dueSimOffset: 6 * 720 * SIM_HOUR },
    ]);
  });
  it('makes market-day instalments every six simulated hours', () => {
    const schedule = gameSchedule({
      principalMinor: 10_000,
      product: { ...monthly('equal_principal', 4), intervalSimHours: 6 },
      annualCost: 0,
    });
    expect(schedule.rows.map((row) => [row.principal, row.dueSimOffset / SIM_HOUR])).toEqual([
      [2_500, 6],
      [2_500, 12],
      [2_500, 18],
      [2_500, 24],
    ]);
  });

  it('always repays exactly the principal, with whole, non-negative parts and a balance that ends at zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(...methods),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 1, max: 8_640 }),
        (principalMinor, method, instalments, grace, costPermille, intervalSimHours) => {
          const product = { method, instalments, intervalSimHours, graceOnPrincipal: Math.min(grace, instalments - 1) };
          const { rows, totalInterest, intervalSim } = gameSchedule({
            principalMinor,
            product,
            annualCost: costPermille / 1000,
          });
          let balance = principalMinor;
          rows.forEach((row, i) => {
            balance -= row.principal;
            expect(row).toMatchObject({
              n: i + 1,
              total: row.principal + row.interest,
              balance,
              dueSimOffset: (i + 1) * intervalSim,
            });
            expect(Math.min(row.principal, row.interest, row.balance)).toBeGreaterThanOrEqual(0);
            if (method !== 'bullet' && i < product.graceOnPrincipal) expect(row.principal).toBe(0);
          });
          expect(balance).toBe(0);
          expect(rows.reduce((sum, row) => sum + row.interest, 0)).toBe(totalInterest);
          if (costPermille === 0) expect(totalInterest).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
