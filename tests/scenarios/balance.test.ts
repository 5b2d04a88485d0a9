import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { describe, expect, test } from 'vitest';
import { balanceReport, faucetRatio } from '../balance/report.ts';
import { STYLES } from '../balance/styles.ts';
import { playWeek } from '../balance/week.ts';

/**
 * The first week of three styles of play, as one page under review: whoever changes a price, a yield or a cap sees here what it does to
 * seven days of it. `vitest -u` writes the page anew; the targets below it stay (product.md, lending.md 6).
 */
const content = loadCatalogue();
const weeks = STYLES.map((style) => playWeek(content, style, [3, 5]));

describe('the first week', () => {
  test('has the curve that was reviewed', async () => {
    await expect(`${balanceReport(weeks)}\n`).toMatchFileSnapshot('balance.golden.txt');
  });
  test.each(weeks)('$style: lends within five minutes, and is repaid within seven', ({ first }) => {
    expect(first.harvest).toBeLessThanOrEqual(1);
    expect(first.lend).toBeLessThanOrEqual(5);
    expect(first.repayment).toBeLessThanOrEqual(7);
  });
  test.each(weeks)('$style: mints no more than half as much again as it sinks, and no less than it needs', (week) => {
    expect(faucetRatio(week)).toBeGreaterThanOrEqual(0.95);
    expect(faucetRatio(week)).toBeLessThanOrEqual(1.5);
  });
  test.each(weeks)(
    '$style: each tier of the home costs one and a half to three days of the income of then',
    ({ rings }) => {
      expect(rings.length).toBeGreaterThan(0);
      for (const { tier, income } of rings) {
        expect(income, `tier ${tier}`).toBeGreaterThanOrEqual(1.5);
        expect(income, `tier ${tier}`).toBeLessThanOrEqual(3);
      }
    },
  );
  test.each(weeks)('$style: is never below zero, earns every day, and owes less every day', ({ leastPurse, days }) => {
    expect(leastPurse).toBeGreaterThanOrEqual(0);
    for (const { day, earned } of days) expect(earned, `day ${day}`).toBeGreaterThan(0);
    const owed = days.map((day) => day.owed);
    expect(owed).toEqual([...owed].sort((a, b) => b - a));
    expect(owed.at(-1)).toBeLessThanOrEqual((owed[0] ?? 0) / 3);
  });
  test('finds something ready at every visit of those who come once or twice a day, and at four of five all day long, when the market closes in between', () => {
    for (const { style, visits, rewarded, stuck } of weeks) {
      const allDay = visits > 100;
      expect(rewarded / visits, style).toBeGreaterThanOrEqual(allDay ? 0.8 : 1);
      expect(stuck / visits, style).toBeLessThanOrEqual(allDay ? 0.15 : 0);
    }
  });
  test('pays nobody for staying up: all day earns less than twice what ten minutes a day do', () => {
    const earned = weeks.map(({ days }) => days.slice(1).reduce((sum, day) => sum + day.earned, 0));
    expect(Math.max(...earned) / Math.min(...earned)).toBeLessThan(2);
  });
});
