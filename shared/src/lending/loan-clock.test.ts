import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment, loanKey, philoxKey } from '../random/keys.ts';
import { SIM_DAY, SIM_HOUR, SIM_MONTH } from '../time/sim-clock.ts';
import {
  arrearsPrincipal,
  bucketOf,
  daysPastDue,
  instalmentStatus,
  paidInstalments,
  unpaidPrincipal,
} from './arrears.ts';
import { FIRST_MODEL } from './first-model.ts';
import { type ClockedLoan, nextTickOf, type TickOutcome, tickLoan } from './loan-clock.ts';
import { LoanPlanSchema, type LoanTerms, LoanTermsSchema, makePlan, makeTerms, riskKey } from './loan-terms.ts';
import { CHAIN_START } from './repayment-model.ts';

const product = {
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments: 12,
  intervalSimHours: 720,
  method: 'equal_instalments',
  graceOnPrincipal: 0,
  funding: 'fixed',
  currencyLoss: 'none',
  starter: false,
} as const;
const terms = makeTerms({ model: FIRST_MODEL, product, annualCost: 0.28, grade: 'C' });
const never: LoanTerms = { ...terms, hPpm: 0 };
const always: LoanTerms = { ...terms, hPpm: 1_000_000, rollPpm: [1_000_000, 1_000_000, 1_000_000, 1_000_000] };
const loanOf = (how: LoanTerms, principal = 30_000, startsAt = 1_000): ClockedLoan => ({
  id: 'l-1',
  terms: how,
  plan: makePlan(how, principal, startsAt),
  clock: CHAIN_START,
});
const key = philoxKey(loanKey('0b'.repeat(32), 'l-1'));

/** Ticks to the end; every outcome in order. */
function run(start: ClockedLoan, with_ = key): TickOutcome[] {
  const outcomes: TickOutcome[] = [];
  let loan = start;
  for (let next = nextTickOf(loan); next !== null; next = nextTickOf(loan)) {
    const result = tickLoan({ loan, key: with_, period: next.period });
    if (!result.ok) throw new Error(result.error);
    outcomes.push(result.value);
    if (result.value.status !== 'running') break;
    loan = { ...loan, clock: result.value.clock };
  }
  return outcomes;
}

describe('tickLoan', () => {
  it('refuses a period that was ticked, one that is not next, and a loan that is over', () => {
    const loan = loanOf(never);
    expect(tickLoan({ loan: { ...loan, clock: { tick: 3, missed: 0 } }, key, period: 3 })).toEqual({
      ok: false,
      error: 'ALREADY_TICKED',
    });
    expect(tickLoan({ loan, key, period: 2 })).toEqual({ ok: false, error: 'NOT_THE_NEXT_TICK' });
    expect(tickLoan({ loan: { ...loan, clock: { tick: 12, missed: 0 } }, key, period: 13 })).toEqual({
      ok: false,
      error: 'LOAN_OVER',
    });
    expect(nextTickOf({ ...loan, clock: { tick: 12, missed: 0 } })).toBeNull();
  });

  it('repays on schedule when nothing is missed', () => {
    const outcomes = run(loanOf(never));
    expect(outcomes.map((one) => one.at)).toEqual(Array.from({ length: 12 }, (_, i) => 1_000 + (i + 1) * SIM_MONTH));
    expect(outcomes.reduce((sum, one) => sum + one.principalPaid, 0)).toBe(30_000);
    expect(outcomes.every((one) => one.event === 'paid' && one.instalmentsPaid === 1)).toBe(true);
    expect(outcomes.at(-1)).toMatchObject({ status: 'finished', batchKey: 'repay:l-1:12', writeOff: 0 });
  });

  it('writes everything off after seven missed instalments', () => {
    const outcomes = run(loanOf(always));
    expect(outcomes.map((one) => one.event)).toEqual(['missed', ...Array(6).fill('still_late')]);
    expect(outcomes.at(-1)).toMatchObject({ status: 'defaulted', writeOff: 30_000, period: 7 });
  });

  it('is decided by the loan key alone: same key, same fate; the commitment tells the key', () => {
    expect(run(loanOf(terms))).toEqual(run(loanOf(terms)));
    const other = loanKey('0b'.repeat(32), 'l-2');
    expect(run(loanOf(terms), philoxKey(other)).map((one) => one.word)).not.toEqual(
      run(loanOf(terms)).map((one) => one.word),
    );
    expect(commitment(other)).toHaveLength(64);
  });

  it('pays out, in any fate, exactly what was lent less what is written off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 100_000 }),
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (principal, seed, hPpm) => {
          const outcomes = run(loanOf({ ...terms, hPpm }, principal), [seed, 7]);
          const paid = outcomes.reduce((sum, one) => sum + one.principalPaid, 0);
          expect(paid + (outcomes.at(-1)?.writeOff ?? 0)).toBe(principal);
          let row = 1;
          for (const one of outcomes) {
            expect(one.firstRow).toBe(row);
            row += one.instalmentsPaid;
          }
        },
      ),
    );
  });

  it('ticks a bullet once when it is paid on its day', () => {
    const bullet = makeTerms({
      model: FIRST_MODEL,
      product: { ...product, instalments: 1, intervalSimHours: 4_320, method: 'bullet' },
      annualCost: 0.2,
      grade: 'B',
    });
    const outcomes = run(loanOf({ ...bullet, hPpm: 0 }));
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({
      at: 1_000 + 6 * SIM_MONTH,
      principalPaid: 30_000,
      period: 6,
      status: 'finished',
    });
    const lost = run(loanOf({ ...bullet, hPpm: 1_000_000, rollPpm: always.rollPpm }));
    expect(lost.map((one) => one.period)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(lost.at(-1)).toMatchObject({ status: 'defaulted', writeOff: 30_000 });
  });

  it('runs a market-day loan through in a simulated day', () => {
    const starter = makeTerms({
      model: FIRST_MODEL,
      product: { ...product, instalments: 4, intervalSimHours: 6, starter: true },
      annualCost: 0.28,
      grade: 'A',
    });
    const outcomes = run(loanOf({ ...starter, hPpm: 0 }, 10_000, 0));
    expect(outcomes.map((one) => one.at / SIM_HOUR)).toEqual([6, 12, 18, 24]);
  });

  it('ends as soon as nothing is left, although empty instalments are to come', () => {
    const loan = loanOf(never, 30_000);
    const plan = { ...loan.plan, principalRows: loan.plan.principalRows.map((row, i) => (i < 2 ? row : 0)) };
    expect(run({ ...loan, plan }).at(-1)).toMatchObject({ period: 2, status: 'finished' });
  });
});

describe('arrears', () => {
  const { plan } = loanOf(terms, 12_000, 0);
  const late = { tick: 5, missed: 2 };
  it('count days from the oldest unpaid due date', () => {
    expect(daysPastDue(plan, { tick: 5, missed: 0 }, 99 * SIM_MONTH)).toBe(0);
    expect(daysPastDue(plan, late, 5 * SIM_MONTH)).toBe(30);
    expect(daysPastDue(plan, late, 5 * SIM_MONTH + SIM_DAY)).toBe(31);
    expect(daysPastDue(plan, { tick: 4, missed: 1 }, 4 * SIM_MONTH)).toBe(0);
  });
  it('add up what is due and unpaid, and what is unpaid at all', () => {
    expect(paidInstalments(plan, late)).toBe(3);
    const rows = plan.principalRows;
    expect(arrearsPrincipal(plan, late)).toBe((rows[3] as number) + (rows[4] as number));
    expect(unpaidPrincipal(plan, late)).toBe(12_000 - rows.slice(0, 3).reduce((sum, row) => sum + row, 0));
  });
  it('give each instalment a status', () => {
    expect([1, 3, 4, 5, 6, 12].map((k) => instalmentStatus(plan, late, k))).toEqual([
      'repaid',
      'repaid',
      'late',
      'late',
      'due',
      'due',
    ]);
  });
  it('fall into buckets', () => {
    expect([0, 1, 30, 31, 60, 61, 90, 91, 180, 181].map(bucketOf)).toEqual([
      'current',
      '1-30',
      '1-30',
      '31-60',
      '31-60',
      '61-90',
      '61-90',
      '91-180',
      '91-180',
      '181+',
    ]);
  });
});

describe('terms and plans', () => {
  it('survive storage as JSON', () => {
    expect(LoanTermsSchema.parse(JSON.parse(JSON.stringify(terms)))).toEqual(terms);
    const { plan } = loanOf(terms);
    expect(LoanPlanSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });
  it('are refused with a foreign field or another model', () => {
    expect(LoanTermsSchema.safeParse({ ...terms, extra: 1 }).success).toBe(false);
    expect(LoanTermsSchema.safeParse({ ...terms, modelVersion: 2 }).success).toBe(false);
    expect(LoanTermsSchema.safeParse({ ...terms, hPpm: -1 }).success).toBe(false);
  });
  it('share their risk by product, grade and what of the model it depends on', () => {
    const key = riskKey(product, 'A', FIRST_MODEL);
    expect(riskKey({ ...product }, 'A', structuredClone(FIRST_MODEL))).toBe(key);
    expect(riskKey(product, 'A', { ...FIRST_MODEL, illness: { chancePpm: 0, months: 1 } })).toBe(key);
    const { lossPpm, chain } = FIRST_MODEL;
    expect(riskKey(product, 'A', { ...FIRST_MODEL, lossPpm: { ...lossPpm, E: 110_000 } })).toBe(key);
    for (const other of [
      riskKey({ ...product, instalments: 11 }, 'A', FIRST_MODEL),
      riskKey(product, 'B', FIRST_MODEL),
      riskKey(product, 'A', { ...FIRST_MODEL, lossPpm: { ...lossPpm, A: 11_000 } }),
      riskKey(product, 'A', { ...FIRST_MODEL, chain: { ...chain, depthMilli: 500 } }),
      riskKey(product, 'A', { ...FIRST_MODEL, chain: { ...chain, cure: { one: 31, two: 24, all: 45 } } }),
    ])
      expect(other).not.toBe(key);
    expect(makeTerms({ model: FIRST_MODEL, product, annualCost: 0.1, grade: 'C' }).hPpm).toBe(terms.hPpm);
  });
});
