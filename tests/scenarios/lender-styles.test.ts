import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LENDER_STYLES } from '../../server/src/domain/preview/lender-styles.ts';

const GOLDEN = readFileSync(new URL('./balance.golden.txt', import.meta.url), 'utf8');

/** Mean of a column of a style's week, whole coins a day. */
function meanOf(style: string, column: 'earned' | 'spent'): number {
  const block = GOLDEN.split('\n\n').find((part) => part.startsWith(`${style}\n`));
  if (block === undefined) throw new Error(`the balance report has no style "${style}"`);
  const [, header = '', ...days] = block.trimEnd().split('\n');
  const at = header
    .trim()
    .split(/\s{2,}/)
    .indexOf(column);
  const values = days.map((day) => Number(day.trim().split(/\s+/)[at]));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const perDay = (hours: readonly number[]): number => hours.reduce((sum, value) => sum + value, 0) / 100;

test('a preview lets its lenders earn and spend what the balance report says', () => {
  for (const { id, earnPerHour, spendPerHour } of LENDER_STYLES) {
    expect([id, perDay(earnPerHour)]).toEqual([id, Math.round(meanOf(id, 'earned'))]);
    expect([id, perDay(spendPerHour)]).toEqual([id, Math.round(meanOf(id, 'spent'))]);
  }
  expect(LENDER_STYLES.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
});
