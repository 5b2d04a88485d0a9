import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../tests/vectors/loan-schedule-vectors.json' with { type: 'json' };
import { civilDate, dayNumber } from '../time/calendar.ts';
import {
  ALLOCATION_STRATEGIES,
  advancedAllocation,
  allocate,
  COMPONENTS,
  type DueClass,
  type Owed,
} from './allocation.ts';
import { daysOverdue, GAME_RANGES, instalmentDelinquency, loanDelinquency, rangeOf } from './delinquency.ts';

const owes = (n: number, dueClass: DueClass, principal: number, interest: number, fee = 0, penalty = 0): Owed => ({
  n,
  class: dueClass,
  principal,
  interest,
  fee,
  penalty,
});
const strategies = Object.entries(ALLOCATION_STRATEGIES);

describe('payment allocation', () => {
  it('refuses amounts that are not whole', () => {
    expect(() => allocate([], -1, [])).toThrow('whole');
    expect(() => allocate([owes(1, 'due', 1.5, 0)], 1, [])).toThrow('whole');
  });
  it('gives the vectors', () => {
    const [rbi, oldest] = vectors.paymentAllocationVectors;
    for (const [vector, strategy] of [
      [rbi, 'rbi-india-strategy'],
      [oldest, 'mifos-standard-strategy'],
    ] as const) {
      const due = (vector?.due ?? []).map((one, i) =>
        owes(one.n, i === 0 ? 'past_due' : 'due', Number(one.principal), Number(one.interest)),
      );
      const { settled } = allocate(due, Number(vector?.pay), ALLOCATION_STRATEGIES[strategy]);
      expect(
        settled.map(({ n, interest, principal }) => ({ n, interest: String(interest), principal: String(principal) })),
      ).toEqual(vector?.expected);
    }
  });
  const two = [owes(1, 'past_due', 200, 20, 5, 3), owes(2, 'in_advance', 200, 20, 5, 3)];
  it.each([
    [
      'mifos-standard-strategy',
      [
        [3, 5, 20, 200],
        [3, 5, 14, 0],
      ],
    ],
    [
      'interest-principal-penalties-fees-order-strategy',
      [
        [3, 5, 20, 200],
        [0, 0, 20, 2],
      ],
    ],
    [
      'principal-interest-penalties-fees-order-strategy',
      [
        [3, 5, 20, 200],
        [0, 0, 0, 22],
      ],
    ],
    [
      'early-repayment-strategy',
      [
        [3, 5, 20, 200],
        [0, 0, 0, 22],
      ],
    ],
    [
      'due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest-strategy',
      [
        [3, 5, 20, 200],
        [0, 0, 0, 22],
      ],
    ],
    [
      'due-penalty-interest-principal-fee-in-advance-penalty-interest-principal-fee-strategy',
      [
        [3, 5, 20, 200],
        [3, 0, 19, 0],
      ],
    ],
  ] as const)('%s settles a late instalment and starts the next', (strategy, expected) => {
    const { settled, left } = allocate(two, 250, ALLOCATION_STRATEGIES[strategy]);
    expect(settled.map((row) => [row.penalty, row.fee, row.interest, row.principal])).toEqual(expected);
    expect(left).toBe(0);
  });
  it('waives interest of principal paid in advance, in the one strategy that does', () => {
    const { settled, left } = allocate(two, 450, ALLOCATION_STRATEGIES['heavensfamily-strategy']);
    expect(settled[1]).toMatchObject({ principal: 200, interest: 0, waived: 20, fee: 5, penalty: 3 });
    expect(left).toBe(14);
  });
  it('keeps an overpayment', () => {
    expect(allocate(two, 1_000, ALLOCATION_STRATEGIES['mifos-standard-strategy']).left).toBe(544);
    expect(allocate(two, 1_000, ALLOCATION_STRATEGIES['early-repayment-strategy']).left).toBe(572);
  });
  it("walks an order of one's own horizontally or vertically", () => {
    const order = ['past_due_interest', 'past_due_principal', 'due_interest', 'due_principal'] as const;
    const late = [owes(1, 'past_due', 200, 20), owes(2, 'past_due', 200, 20)];
    const paid = (walk: 'horizontal' | 'vertical') =>
      allocate(late, 50, advancedAllocation(order, walk)).settled.map((row) => [row.interest, row.principal]);
    expect(paid('horizontal')).toEqual([
      [20, 30],
      [0, 0],
    ]);
    expect(paid('vertical')).toEqual([
      [20, 10],
      [20, 0],
    ]);
    expect(() => advancedAllocation(['past_due_tip' as 'past_due_fee'], 'vertical')).toThrow('no such allocation');
  });
  it.each(strategies)('never loses or doubles anything: %s', (_name, steps) => {
    const part = fc.integer({ min: 0, max: 1_000 });
    const rows = fc.array(
      fc.record({
        class: fc.constantFrom<DueClass>('past_due', 'due', 'in_advance'),
        principal: part,
        interest: part,
        fee: part,
        penalty: part,
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 20_000 }), (some, amount) => {
        const owed = some.map((row, i) => ({ n: i + 1, ...row }));
        const { settled, left } = allocate(owed, amount, steps);
        settled.forEach((row, i) => {
          for (const component of COMPONENTS) expect(row[component]).toBeLessThanOrEqual((owed[i] as Owed)[component]);
          expect(row.interest + row.waived).toBeLessThanOrEqual((owed[i] as Owed).interest);
        });
        expect(left).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('delinquency', () => {
  const [ranges, vector] = vectors.delinquencyVectors;
  const bands = (ranges?.ranges ?? []).map(([from, to, name]) => ({
    from: from as number,
    to: to as number | null,
    name: name as string,
  }));
  const day = (text: string): number => dayNumber(civilDate(text));
  const instalments = (vector?.instalments ?? []).map(([due, amount]) => ({
    due: day(due as string),
    unpaid: Math.round(Number(amount) * 100),
  }));

  it.each((vector?.expected ?? []).map((one) => [one.businessDate, one.buckets] as const))(
    'ages each instalment on its own, on %s',
    (date, buckets) => {
      const amounts = instalmentDelinquency(instalments, day(date), bands);
      expect(Object.fromEntries([...amounts].map(([name, amount]) => [name, (amount / 100).toFixed(2)]))).toEqual(
        buckets,
      );
    },
  );
  it('ages a loan by its oldest unpaid instalment', () => {
    const terms = { ranges: bands, tolerance: 0, graceOnArrearsAgeing: 0 };
    expect(loanDelinquency(instalments, day('2023-11-16'), terms)).toMatchObject({
      daysPastDue: 46,
      arrears: 100_000,
      range: { name: 'RANGE_30' },
    });
    expect(loanDelinquency(instalments, day('2023-10-01'), terms)).toEqual({ daysPastDue: 0, arrears: 0, range: null });
    expect(loanDelinquency(instalments, day('2023-10-02'), terms)).toMatchObject({ daysPastDue: 1, arrears: 25_000 });
  });
  it('ignores arrears within the tolerance, and young ones within the grace', () => {
    const terms = { ranges: GAME_RANGES, tolerance: 25_000, graceOnArrearsAgeing: 0 };
    expect(loanDelinquency(instalments, day('2023-10-10'), terms).daysPastDue).toBe(0);
    expect(loanDelinquency(instalments, day('2023-10-17'), terms).daysPastDue).toBe(16);
    const grace = { ranges: GAME_RANGES, tolerance: 0, graceOnArrearsAgeing: 5 };
    expect([6, 7].map((d) => loanDelinquency(instalments, day(`2023-10-0${d}`), grace).daysPastDue)).toEqual([0, 6]);
  });
  it('stands still while it is paused; overlapping pauses count once', () => {
    expect(daysOverdue(10, 40)).toBe(30);
    expect(daysOverdue(10, 40, [{ from: 20, to: 30 }])).toBe(20);
    expect(
      daysOverdue(10, 40, [
        { from: 20, to: 30 },
        { from: 25, to: 35 },
      ]),
    ).toBe(15);
    expect(daysOverdue(10, 40, [{ from: 20, to: null }])).toBe(10);
    expect(
      daysOverdue(10, 40, [
        { from: 0, to: 5 },
        { from: 50, to: 60 },
      ]),
    ).toBe(30);
    expect(daysOverdue(10, 10)).toBe(0);
  });
  it('has a range for every age from one day on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        (days) => rangeOf(days, GAME_RANGES) !== null && rangeOf(days, bands) !== null,
      ),
    );
    expect(rangeOf(0, GAME_RANGES)).toBeNull();
  });
  it('never ages more than the calendar', () => {
    const pause = fc.record({
      from: fc.integer({ min: 0, max: 100 }),
      to: fc.option(fc.integer({ min: 0, max: 120 })),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.array(pause, { maxLength: 4 }),
        (due, on, pauses) => {
          const days = daysOverdue(due, on, pauses);
          let counted = 0;
          for (let d = due; d < on; d++)
            if (!pauses.some((one) => d >= one.from && (one.to === null || d < one.to))) counted++;
          expect(days).toBe(counted);
        },
      ),
    );
  });
});
