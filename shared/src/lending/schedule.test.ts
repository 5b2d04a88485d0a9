import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../tests/vectors/loan-schedule-vectors.json' with { type: 'json' };
import { buildSchedule, type DatedRow } from './schedule.ts';
import { parseScheduleInput } from './schedule-input.ts';

const schedule = (inputs: unknown): DatedRow[] => {
  const parsed = parseScheduleInput(inputs);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return buildSchedule(parsed.value);
};
const fields = (inputs: unknown): string[] => {
  const parsed = parseScheduleInput(inputs);
  return parsed.ok ? [] : parsed.error.map((one) => one.field);
};
const pairs = (inputs: unknown): string[] => schedule(inputs).map((row) => `${row.principal}+${row.interest}`);
type Vector = (typeof vectors.vectors)[number] & { referenceFullRowsMinor?: (number | null)[][] };

describe('golden vectors, to the cent', () => {
  it.each((vectors.vectors as Vector[]).map((one) => [one.id, one] as const))('%s', (_id, vector) => {
    const rows = schedule(vector.inputs);
    const listed = [...vector.rowsMinor, ...(vector.referenceFullRowsMinor ?? [])] as (number | null)[][];
    for (const [n, principal, interest, total, balance] of listed) {
      const row = rows[(n as number) - 1];
      expect([row?.n, row?.principal, row?.interest, row?.total]).toEqual([n, principal, interest, total]);
      if (balance !== null) expect(row?.balance).toBe(balance);
    }
    const dates = vector.rows.filter((row) => 'dueDate' in row && row.dueDate !== undefined);
    for (const row of dates) expect(rows[row.n - 1]?.dueDate).toBe(row.dueDate);
    if (vector.complete) expect(rows).toHaveLength(vector.rowsMinor.length);
  });
  it('are all there', () => {
    expect(vectors.vectors.length).toBe(20);
  });
});

const monthly = {
  principal: '1000.00',
  annualRatePercent: '12',
  numberOfRepayments: 4,
  repayEvery: 1,
  repayUnit: 'months',
  disbursementDate: '2023-01-31',
};

describe('a schedule question', () => {
  it.each([
    ['principal', { principal: '0.00' }],
    ['principal', { principal: '10.005' }],
    ['principal', { principal: '1e3' }],
    ['principal', { principal: -5 }],
    ['principal', { principal: null }],
    ['annualRatePercent', { annualRatePercent: '1000' }],
    ['annualRatePercent', { annualRatePercent: 'twelve' }],
    ['numberOfRepayments', { numberOfRepayments: 0 }],
    ['numberOfRepayments', { numberOfRepayments: 1.5 }],
    ['numberOfRepayments', { numberOfRepayments: 100_000 }],
    ['repayUnit', { repayUnit: 'fortnights' }],
    ['repayEvery', { repayEvery: 0 }],
    ['interestMethod', { interestMethod: 'compound' }],
    ['amortization', { amortization: 'none' }],
    ['interestPeriod', { interestPeriod: 'rate_factor' }],
    ['graceOnPrincipal', { graceOnPrincipal: 4 }],
    ['interestFreePeriods', { interestFreePeriods: 5 }],
    ['rounding', { rounding: 'HALF_UP' }],
    ['disbursementDate', { disbursementDate: '2023-02-30' }],
    ['disbursementDate', { disbursementDate: null, interestPeriod: 'daily' }],
    ['disbursementDate', { scheduleStartDate: '2023-02-01' }],
    ['currencyDecimals', { currencyDecimals: 3 }],
    ['installmentMultipleOf', { installmentMultipleOf: 0 }],
    ['numberOfRepayment', { numberOfRepayment: 4 }],
    ['irregularInstalments', { amortization: 'irregular' }],
    ['irregularInstalments', { irregularInstalments: [{ dueDate: '2024-01-01', principal: '1000' }] }],
    [
      'irregularInstalments',
      {
        amortization: 'irregular',
        numberOfRepayments: 1,
        irregularInstalments: [{ dueDate: '2023-01-31', principal: '1000' }],
      },
    ],
    [
      'irregularInstalments',
      {
        amortization: 'irregular',
        numberOfRepayments: 1,
        irregularInstalments: [{ dueDate: '2024-01-31', principal: '999' }],
      },
    ],
    ['events.0.fromDate', { events: [{ type: 'reschedule', fromDate: '2023-2-1' }] }],
    ['events.0.type', { events: [{ type: 'holiday', fromDate: '2023-02-01' }] }],
  ])('names the field that is wrong: %s in %j', (field, change) => {
    expect(fields({ ...monthly, ...change })).toContain(field);
  });
  it('is refused when it is no object', () => {
    for (const raw of [null, 5, 'x', []]) expect(fields(raw)).toEqual(['(input)']);
  });
  it('takes decimals as text or as numbers', () => {
    expect(schedule({ ...monthly, principal: 1000, annualRatePercent: 12 })).toEqual(schedule(monthly));
  });
});

describe('grace', () => {
  it('on principal pays interest only, then levels over the rest', () => {
    expect(pairs({ ...monthly, graceOnPrincipal: 2 })).toEqual(['0+1000', '0+1000', '49751+1000', '50249+502']);
  });
  it('on interest payment puts interest off, it does not forgive it', () => {
    expect(pairs({ ...monthly, amortization: 'equal_principal', graceOnInterestPayment: 2 })).toEqual([
      '25000+0',
      '25000+0',
      '25000+2250',
      '25000+250',
    ]);
  });
  it('on interest charged forgives it', () => {
    expect(pairs({ ...monthly, amortization: 'equal_principal', interestFreePeriods: 2 })).toEqual([
      '25000+0',
      '25000+0',
      '25000+500',
      '25000+250',
    ]);
  });
  it('in flat loans averages the interest over the instalments that pay it, or puts it off with equal principal', () => {
    const flat = { ...monthly, interestMethod: 'flat', graceOnInterestPayment: 2 };
    expect(pairs(flat)).toEqual(['25000+0', '25000+0', '25000+2000', '25000+2000']);
    expect(pairs({ ...flat, amortization: 'equal_principal' })).toEqual([
      '25000+0',
      '25000+0',
      '25000+3000',
      '25000+1000',
    ]);
    expect(pairs({ ...monthly, interestMethod: 'flat', interestFreePeriods: 1 })).toEqual([
      '25000+0',
      '25000+1000',
      '25000+1000',
      '25000+1000',
    ]);
    expect(pairs({ ...monthly, interestMethod: 'flat', graceOnPrincipal: 2 })).toEqual([
      '0+1000',
      '0+1000',
      '50000+1000',
      '50000+1000',
    ]);
  });
  it('until a date charges the rest of that period', () => {
    const from = {
      ...monthly,
      disbursementDate: '2023-01-01',
      amortization: 'equal_principal',
      interestChargedFromDate: '2023-02-15',
    };
    expect(pairs(from)).toEqual(['25000+0', '25000+375', '25000+500', '25000+250']);
  });
});

describe('calendars and rates', () => {
  it('count weeks as a year of 52 and days as one of 365, or of the convention', () => {
    const once = { ...monthly, numberOfRepayments: 1, annualRatePercent: '36.5' };
    expect(pairs({ ...once, repayUnit: 'weeks' })).toEqual(['100000+702']);
    expect(pairs({ ...once, repayUnit: 'days', repayEvery: 10 })).toEqual(['100000+1000']);
    expect(pairs({ ...once, repayUnit: 'days', repayEvery: 10, daysInYear: '360' })).toEqual(['100000+1014']);
    expect(pairs({ ...once, repayUnit: 'years' })).toEqual(['100000+36500']);
  });
  it('count real days when interest is daily, and months of 30 when told', () => {
    const daily = { ...monthly, numberOfRepayments: 1, annualRatePercent: '36.5', interestPeriod: 'daily' };
    expect(pairs(daily)).toEqual(['100000+2800']);
    expect(pairs({ ...daily, daysInMonth: '30' })).toEqual(['100000+3000']);
    expect(pairs({ ...daily, daysInMonth: '30', daysInYear: '360' })).toEqual(['100000+3042']);
    expect(pairs({ ...daily, daysInYear: '364' })).toEqual(['100000+2808']);
    expect(pairs({ ...daily, interestMethod: 'flat', numberOfRepayments: 2 })).toEqual(['50000+2950', '50000+2950']);
  });
  it('level a daily loan with nominal periods: months of 30 days, weeks of 7', () => {
    const weekly = {
      ...monthly,
      interestPeriod: 'daily',
      repayUnit: 'weeks',
      annualRatePercent: '36.5',
      numberOfRepayments: 2,
    };
    expect(pairs(weekly)).toEqual(['49826+700', '50174+351']);
  });
  it.each([
    ['30', '360', '2023-01-31', 1_000],
    ['actual', '360', '2023-01-31', 933],
    ['actual', '365', '2023-01-31', 921],
    ['actual', '364', '2023-01-31', 923],
    ['actual', 'actual', '2023-01-31', 921],
    ['actual', 'actual', '2024-01-31', 951],
    // 17 days of 2023 and 14 of 2024: 17/365 + 14/366
    ['actual', 'actual', '2023-12-15', 1_018],
  ])('progressive %s/%s from %s', (daysInMonth, daysInYear, disbursementDate, interest) => {
    const one = {
      ...monthly,
      numberOfRepayments: 1,
      generator: 'progressive',
      interestPeriod: 'rate_factor',
      daysInMonth,
      daysInYear,
      disbursementDate,
    };
    expect(pairs(one)).toEqual([`100000+${interest}`]);
  });
  it('never chain due dates', () => {
    expect(schedule(monthly).map((row) => row.dueDate)).toEqual([
      '2023-02-28',
      '2023-03-31',
      '2023-04-30',
      '2023-05-31',
    ]);
    expect(schedule({ ...monthly, disbursementDate: null }).map((row) => row.dueDate)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('other shapes', () => {
  it('repay a bullet with its last instalment', () => {
    expect(pairs({ ...monthly, amortization: 'bullet' })).toEqual(['0+1000', '0+1000', '0+1000', '100000+1000']);
  });
  it('repay irregular instalments on their dates, interest by days', () => {
    const rows = schedule({
      ...monthly,
      annualRatePercent: '36.5',
      amortization: 'irregular',
      numberOfRepayments: 2,
      irregularInstalments: [
        { dueDate: '2023-02-10', principal: '400' },
        { dueDate: '2023-05-01', principal: '600' },
      ],
    });
    expect(rows.map((row) => [row.dueDate, row.principal, row.interest])).toEqual([
      ['2023-02-10', 40_000, 1_000],
      ['2023-05-01', 60_000, 4_800],
    ]);
  });
  it('round to the currency: no decimals, one decimal, hundreds', () => {
    expect(pairs({ ...monthly, currencyDecimals: 0 })).toEqual(['24600+1000', '24800+800', '25100+500', '25500+300']);
    expect(pairs({ ...monthly, currencyDecimals: 1, numberOfRepayments: 3 })).toEqual([
      '33000+1000',
      '33330+670',
      '33670+340',
    ]);
    expect(pairs({ ...monthly, principal: '100000.00', currencyDecimals: 0, currencyMultipleOf: 100 })[0]).toBe(
      '2460000+100000',
    );
  });
  it('extend a running loan, give it a grace, or change its rate', () => {
    const event = (change: object) =>
      pairs({
        ...monthly,
        amortization: 'equal_principal',
        events: [{ type: 'reschedule', fromDate: '2023-03-01', ...change }],
      });
    expect(event({ extraTerms: 2 })).toEqual([
      '25000+1000',
      '15000+750',
      '15000+600',
      '15000+450',
      '15000+300',
      '15000+150',
    ]);
    expect(event({ graceOnPrincipal: 1 })).toEqual(['25000+1000', '0+750', '25000+750', '25000+500', '25000+250']);
    expect(event({ newAnnualRatePercent: '24' })).toEqual(['25000+1000', '25000+1500', '25000+1000', '25000+500']);
    expect(event({ fromDate: '2030-01-01' })).toHaveLength(4);
    expect(
      pairs({
        ...monthly,
        interestMethod: 'flat',
        events: [{ type: 'reschedule', fromDate: '2023-03-01', extraTerms: 1 }],
      }),
    ).toEqual(['25000+1000', '18750+1000', '18750+1000', '18750+1000', '18750+1000']);
  });
});

describe('any schedule', () => {
  const input = fc
    .record({
      principal: fc
        .integer({ min: 1, max: 50_000_000 })
        .map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`),
      annualRatePercent: fc.constantFrom('0', '0.01', '7.5', '12', '28.35', '60', '99.9'),
      numberOfRepayments: fc.integer({ min: 1, max: 48 }),
      repayEvery: fc.integer({ min: 1, max: 6 }),
      repayUnit: fc.constantFrom('days', 'weeks', 'months', 'years'),
      interestMethod: fc.constantFrom('flat', 'declining'),
      amortization: fc.constantFrom('equal_installments', 'equal_principal', 'bullet'),
      interestPeriod: fc.constantFrom('same_as_repayment', 'daily'),
      daysInMonth: fc.constantFrom('30', 'actual'),
      daysInYear: fc.constantFrom('actual', '360', '364', '365'),
      graceOnPrincipal: fc.integer({ min: 0, max: 5 }),
      graceOnInterestPayment: fc.integer({ min: 0, max: 50 }),
      interestFreePeriods: fc.integer({ min: 0, max: 3 }),
      disbursementDate: fc.constantFrom('2023-01-31', '2023-12-30', '2024-02-29', '2019-06-15'),
      installmentMultipleOf: fc.constantFrom(null, 1, 10),
      generator: fc.constantFrom('cumulative', 'progressive'),
      events: fc.array(
        fc.record({
          type: fc.constant('reschedule'),
          fromDate: fc.constantFrom('2023-06-01', '2024-03-15'),
          extraTerms: fc.integer({ min: 0, max: 5 }),
          graceOnPrincipal: fc.integer({ min: 0, max: 2 }),
        }),
        { maxLength: 2 },
      ),
    })
    .map((one) => ({
      ...one,
      graceOnPrincipal: Math.min(one.graceOnPrincipal, one.numberOfRepayments - 1),
      interestFreePeriods: Math.min(one.interestFreePeriods, one.numberOfRepayments),
    }));

  it('repays exactly the principal in whole, non-negative parts on rising dates, and ends at zero', () => {
    fc.assert(
      fc.property(input, (one) => {
        const rows = schedule(one);
        let balance = Math.round(Number(one.principal) * 100);
        let before = '';
        rows.forEach((row, i) => {
          balance -= row.principal;
          expect([row.n, row.total, row.balance]).toEqual([i + 1, row.principal + row.interest, balance]);
          expect(Math.min(row.principal, row.interest, row.balance)).toBeGreaterThanOrEqual(0);
          expect((row.dueDate as string) > before).toBe(true);
          before = row.dueDate as string;
        });
        expect(balance).toBe(0);
      }),
      { numRuns: 600 },
    );
  });
  it('levels equal instalments: all totals but the last and those in grace are the same', () => {
    fc.assert(
      fc.property(input, (one) => {
        const plain = {
          ...one,
          interestMethod: 'declining',
          amortization: 'equal_installments',
          installmentMultipleOf: null,
          events: [],
          graceOnInterestPayment: 0,
          interestFreePeriods: 0,
          graceOnPrincipal: 0,
        };
        const rows = schedule(plain).filter((row) => row.balance > 0);
        // Interest can swallow a whole instalment when the rate of a period is huge; then nothing can be level.
        fc.pre(rows.every((row) => row.principal > 0));
        expect(new Set(rows.map((row) => row.total)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
