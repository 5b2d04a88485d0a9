import { describe, expect, it } from 'vitest';
import vectors from '../../../tests/vectors/loan-schedule-vectors.json' with { type: 'json' };
import { answerDueDates, answerMetrics, answerSchedule } from './expert-door.ts';

const fields = (answer: { ok: boolean; error?: readonly { field: string }[] }): string[] =>
  (answer.error ?? []).map((one) => one.field);

describe('the expert door', () => {
  it('names the field that is wrong', () => {
    expect(fields(answerSchedule({ principal: 'x' }))).toEqual([
      'principal',
      'annualRatePercent',
      'numberOfRepayments',
    ]);
    expect(fields(answerDueDates({ firstDueDate: '2023-02-31', count: 0, seedDay: 32 }))).toEqual([
      'firstDueDate',
      'seedDay',
      'count',
    ]);
    expect(fields(answerMetrics({ loans: [{ outstanding: -1, daysPastDue: 0 }] }))).toEqual(['loans.0.outstanding']);
    expect(fields(answerMetrics({ lones: [] }))).toEqual(['lones']);
    expect(fields(answerSchedule(null))).toEqual(['(input)']);
  });
  it('refuses what could not be answered exactly, or not within reason, and says which field', () => {
    const plain = {
      principal: '1000',
      annualRatePercent: '12',
      numberOfRepayments: 12,
      disbursementDate: '2024-01-31',
    };
    const many = Array(20).fill({ type: 'reschedule', fromDate: '2024-03-01', extraTerms: 700 });
    const endless = {
      ...plain,
      principal: '999999999999.99',
      annualRatePercent: '999.99',
      interestMethod: 'flat',
      numberOfRepayments: 732,
      repayUnit: 'years',
    };
    expect(fields(answerSchedule({ ...plain, principal: '9'.repeat(60) }))).toEqual(['principal']);
    expect(fields(answerSchedule(endless))).toEqual(['principal']);
    expect(fields(answerSchedule({ ...plain, events: many }))).toEqual(['events']);
    expect(fields(answerSchedule({ ...plain, scheduleStartDate: '2024-02-01' }))).toContain('scheduleStartDate');
    expect(fields(answerMetrics({ loans: [{ outstanding: 1, daysPastDue: 0, overdue: 2 }] }))).toEqual([
      'loans.0.overdue',
    ]);
    expect(fields(answerMetrics({ ended: [{ principal: 10, defaultLoss: 6, fxLoss: 5 }] }))).toEqual([
      'ended.0.defaultLoss',
    ]);
    const most = { outstanding: Number.MAX_SAFE_INTEGER, daysPastDue: 0 };
    expect(fields(answerMetrics({ loans: [most, most] }))).toEqual(['loans']);
  });
  it('needs a calendar only where days are counted', () => {
    const undated = {
      principal: '100.00',
      annualRatePercent: '9.4822',
      numberOfRepayments: 6,
      generator: 'progressive',
      interestPeriod: 'rate_factor',
    };
    const thirty = { ...undated, daysInMonth: '30', daysInYear: '360' };
    expect(fields(answerSchedule(undated))).toEqual(['disbursementDate']);
    expect(answerSchedule(thirty)).toEqual(answerSchedule({ ...thirty, disbursementDate: '2024-01-01' }));
    const weeks = { ...undated, repayUnit: 'weeks', repayEvery: 2, daysInYear: '364' };
    expect(answerSchedule(weeks)).toEqual(answerSchedule({ ...weeks, disbursementDate: '2024-02-29' }));
  });
  it('begins due dates with the first one, and comes back to the seed day, in leap years too', () => {
    const dates = (question: object) => {
      const answer = answerDueDates(question);
      return answer.ok ? answer.value.dueDates : [];
    };
    expect(dates({ firstDueDate: '2024-01-30', seedDay: 31, count: 3 })).toEqual([
      '2024-01-30',
      '2024-02-29',
      '2024-03-31',
    ]);
    expect(dates({ firstDueDate: '2023-02-28', seedDay: 29, unit: 'years', count: 2 })).toEqual([
      '2023-02-28',
      '2024-02-29',
    ]);
  });
  it('answers a vector with its rows', () => {
    const vector = vectors.vectors.find((one) => one.id === 'fineract-rs02');
    expect(answerSchedule(vector?.inputs)).toEqual({ ok: true, value: { rowsMinor: vector?.rowsMinor } });
  });
  it.each(vectors.dueDateVectors.map((one) => [one.id, one] as const))(
    'answers due dates: %s',
    (_id, { firstDueDate, seedDay, unit, every, dueDates }) => {
      expect(answerDueDates({ firstDueDate, seedDay, unit, every, count: dueDates.length })).toEqual({
        ok: true,
        value: { dueDates },
      });
    },
  );
  it('counts other units, and from the first day without a seed', () => {
    expect(answerDueDates({ firstDueDate: '2024-01-31', unit: 'weeks', every: 2, count: 2 })).toEqual({
      ok: true,
      value: { dueDates: ['2024-01-31', '2024-02-14'] },
    });
    expect(answerDueDates({ firstDueDate: '2024-01-31', count: 2 })).toEqual({
      ok: true,
      value: { dueDates: ['2024-01-31', '2024-02-29'] },
    });
  });
  it('reports metrics', () => {
    expect(
      answerMetrics({
        loans: [
          { outstanding: 100, daysPastDue: 40 },
          { outstanding: 300, daysPastDue: 0 },
        ],
        ended: [{ principal: 100 }],
      }),
    ).toMatchObject({
      ok: true,
      value: { glp: 400, par30: 0.25, repaymentRate: 1 },
    });
  });
});
