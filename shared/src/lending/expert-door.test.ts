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
