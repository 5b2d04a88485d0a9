import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { entrySchema } from '@bloomvale/shared/catalogue/content-fields';
import { describe, expect, it } from 'vitest';
import { bulkChanges, bulkFields } from './bulk-changes.ts';

const people: Json = {
  entrepreneurs: [
    { id: 'awa', sector: 'food', loan: { amount: 600, annualCost: 0.27 } },
    { id: 'dan', sector: 'retail', loan: { amount: 410, annualCost: 0.22 } },
  ],
};
const made = (path: string[], act: Parameters<typeof bulkChanges>[4], ids = ['awa', 'dan']) =>
  bulkChanges(people, 'entrepreneurs', ids, path, act).map((change) =>
    change.kind === 'changed' ? change.after : null,
  );

describe('a bulk edit', () => {
  it('does nothing to entries and fields that are not there, or without a number to count from', () => {
    expect(made(['loan', 'amount'], { kind: 'set', value: 500 }, ['eve'])).toEqual([]);
    expect(made(['nothing'], { kind: 'set', value: 500 })).toEqual([]);
    expect(made(['sector'], { kind: 'times', factor: 2 })).toEqual([]);
  });
  it('leaves out who has the value already', () => {
    expect(made(['sector'], { kind: 'set', value: 'food' })).toEqual(['food']);
  });
  it('keeps multiples where the field asks for them', () => {
    expect(made(['loan', 'amount'], { kind: 'times', factor: 1.1 })).toEqual([650, 450]);
  });
  it('counts a step in the unit people see', () => {
    expect(made(['loan', 'annualCost'], { kind: 'plus', step: 2 })).toEqual([0.29, 0.24]);
  });
  it('offers figures and choices, and no texts', () => {
    const fields = bulkFields('entrepreneurs', entrySchema('entrepreneurs')).map((path) => path.join('.'));
    expect(fields).toEqual(
      expect.arrayContaining(['loan.amount', 'loan.grade', 'loan.annualCost', 'loan.product', 'partner', 'sector']),
    );
    expect(fields.some((field) => /story|name|id$/i.test(field))).toBe(false);
  });
});
