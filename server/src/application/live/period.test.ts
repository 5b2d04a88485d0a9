import { describe, expect, it } from 'vitest';
import { bandsFor, scaledWeek, verdictOf } from './bands.ts';
import { FlowBook, HOUR_MS } from './flow-book.ts';
import { flowSums, ratesOf, stretchesOf } from './period.ts';

const DAY = 24 * HOUR_MS;
const NOW = 100 * DAY + HOUR_MS / 2;
const nothing = { funded: 0, expired: 0, ended: 0, defaultLoss: 0, fxLoss: 0, lifeWeight: 0, fundingTimes: [] };

describe('stretches', () => {
  it.each([
    [1, 24, 1],
    [7, 28, 6],
    [28, 28, 24],
  ] as const)('of %i days are %i of %i hours, without a gap, the last with now in it', (days, points, hours) => {
    const stretches = stretchesOf(days, NOW);
    expect(stretches).toHaveLength(points);
    stretches.forEach(({ from, to }, i) => {
      expect(to - from).toBe(hours * HOUR_MS);
      expect(from).toBe(i === 0 ? from : stretches[i - 1]?.to);
    });
    expect(stretches.at(-1)?.to).toBe(100 * DAY + HOUR_MS);
  });
});

describe('rates', () => {
  it('are unknown where there is nothing to divide by', () => {
    expect(ratesOf([nothing])).toEqual({
      fundedShare: null,
      hoursToFund: null,
      repaymentRate: null,
      meanLoanLife: null,
    });
  });

  it('weigh every loan, and every coin, alike over several stretches', () => {
    const rates = ratesOf([
      { ...nothing, funded: 8, expired: 1, ended: 10_000, defaultLoss: 200, fundingTimes: [HOUR_MS, 5 * HOUR_MS] },
      // 10 000 that lived two days, 30 000 that lived one.
      {
        ...nothing,
        funded: 1,
        ended: 30_000,
        fxLoss: 200,
        lifeWeight: 10_000 * 2 * DAY + 30_000 * DAY,
        fundingTimes: [2 * HOUR_MS],
      },
    ]);
    expect(rates).toEqual({ fundedShare: 0.9, hoursToFund: 2, repaymentRate: 0.99, meanLoanLife: 30 });
  });
});

describe('flows over a stretch', () => {
  const at = (hour: number): number => 100 * DAY - hour * HOUR_MS + 1;
  const book = new FlowBook(0);
  const movements = [
    [48, 'earn', 'mint:welcome', 'wallet:a', 4_000],
    [3, 'earn', 'mint:minigame', 'wallet:a', 1_000],
    [2, 'lend', 'wallet:a', 'escrow:l', 2_500],
    [1, 'buy', 'wallet:a', 'sink:upgrade', 500],
    [0, 'repay', 'collect:l', 'wallet:a', 400],
  ] as const;
  book.take(
    movements.map(([hour, kind, debit, credit, amount], id) => ({
      id: id + 1,
      at: at(hour),
      kind,
      debit,
      credit,
      amount,
    })),
    DAY,
  );
  const today = { from: 100 * DAY - 23 * HOUR_MS, to: 100 * DAY + HOUR_MS };

  it('tell what was made and destroyed, and what was lent anew', () => {
    expect(flowSums(book, today, NOW, 2_400, DAY)).toMatchObject({
      minted: { 'mint:minigame': 1_000 },
      destroyed: { 'sink:upgrade': 500 },
      faucetSink: 2,
      newLending: 2_500,
      // What came back half an hour ago may yet be lent again.
      relent: null,
    });
    expect(flowSums(book, { from: 0, to: DAY }, NOW, 2_400, DAY)).toMatchObject({
      faucetSink: null,
      velocity: null,
      relent: null,
      newLending: 0,
    });
  });

  it('turn over the wallets’ mean, a scaled week', () => {
    // At the ends of the 24 hours: 2 400 now, 2 000 an hour before, 2 500, 5 000, and 4 000 in the twenty before.
    const mean = (2_400 + 2_000 + 2_500 + 5_000 + 20 * 4_000) / 24;
    const { velocity } = flowSums(book, today, NOW, 2_400, DAY);
    expect(scaledWeek(DAY)).toBe((7 / 30) * DAY);
    expect(velocity).toBeCloseTo(((3_000 / mean) * ((7 / 30) * DAY)) / (NOW - today.from), 12);
  });
});

describe('bands', () => {
  it('judge only what is bounded and was measured', () => {
    expect(verdictOf(null, { least: 0, most: 1 })).toBe('unknown');
    expect(verdictOf(3, { least: null, most: null })).toBe('unknown');
    expect([0.89, 0.9, 0.97, 0.98].map((value) => verdictOf(value, { least: 0.9, most: 0.97 }))).toEqual([
      'low',
      'inside',
      'inside',
      'high',
    ]);
    expect(verdictOf(0.1, { least: null, most: 0.65 })).toBe('inside');
  });

  it('of times scale with the loans’ life, of shares do not, and the operators’ guard rails come first', () => {
    expect(bandsFor(30 * DAY, []).hoursToFund).toEqual({ least: null, most: 9 * 24 });
    expect(bandsFor(DAY, []).hoursToFund.most).toBeCloseTo(7.2, 12);
    expect(bandsFor(DAY, []).par30).toEqual(bandsFor(30 * DAY, []).par30);
    const rails = [{ figure: 'par90' as const, least: null, most: 0.04 }];
    expect(bandsFor(DAY, rails).par90).toEqual({ least: null, most: 0.04 });
    expect(bandsFor(DAY, rails).players).toEqual({ least: null, most: null });
  });
});
