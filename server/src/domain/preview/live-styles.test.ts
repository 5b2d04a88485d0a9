import { describe, expect, it } from 'vitest';
import { FEWEST_PLAYERS, FLOW_DAYS, LiveStyles, type Posting } from './live-styles.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const UNTIL = 20_000 * DAY;
const FROM = UNTIL - FLOW_DAYS * DAY;

const earn = (player: number, amount: number, at: number, mint = 'mint:minigame'): Posting => ({
  debit: mint,
  credit: `wallet:p${player}`,
  amount,
  at,
});
const spend = (player: number, amount: number, at: number): Posting => ({
  debit: `wallet:p${player}`,
  credit: 'sink:shop',
  amount,
  at,
});
const lend = (player: number, at: number): Posting => ({
  debit: `wallet:p${player}`,
  credit: 'escrow:l1',
  amount: 500,
  at,
});
const of = (postings: readonly Posting[]) => {
  const live = new LiveStyles(UNTIL);
  live.take(postings);
  return live.styles();
};
/** Every player earns 700 x their number in the week, at eight in the morning, and has been there all week. */
const week = (players: number): Posting[] =>
  Array.from({ length: players }, (_, i) => earn(i + 1, 700 * (i + 1), FROM + 8 * HOUR));

describe('how people play', () => {
  it('cannot be told of too few, nor from what lies outside the week or is no play', () => {
    expect(of(week(FEWEST_PLAYERS - 1))).toBeNull();
    expect(of(week(FEWEST_PLAYERS).map((one) => ({ ...one, at: FROM - 1 })))).toBeNull();
    expect(of(week(FEWEST_PLAYERS).map((one) => ({ ...one, at: UNTIL })))).toBeNull();
    expect(of(week(FEWEST_PLAYERS).map((one) => ({ ...one, debit: 'mint:welcome' })))).toBeNull();
  });

  it('is told by groups of those who earn alike, a day’s mean by the hour', () => {
    const styles = of(week(20)) ?? [];
    expect(styles.map(({ percent }) => percent)).toEqual([50, 40, 10]);
    const perDay = styles.map(({ earnPerHour }) => earnPerHour.reduce((sum, amount) => sum + amount, 0));
    // Means of 1..10, 11..18 and 19..20, times 700 over 7 days.
    expect(perDay).toEqual([550, 1_450, 1_950]);
    for (const { earnPerHour } of styles) expect(earnPerHour.findIndex((amount) => amount > 0)).toBe(8);
  });

  it('counts what is spent and the hours in which somebody lends, each hour of a day once', () => {
    const playing = Array.from({ length: 10 }, (_, i) => i + 1).flatMap((player) => [
      earn(player, 7_000, FROM),
      spend(player, 1_400, FROM + 9 * HOUR),
      ...Array.from({ length: FLOW_DAYS }, (_, day) => lend(player, FROM + day * DAY + 20 * HOUR)),
      lend(player, FROM + 20 * HOUR + 1),
    ]);
    const [style] = of(playing) ?? [];
    expect(style?.spendPerHour[9]).toBe(200);
    expect(style?.visitPercent.map((percent, hour) => [hour, percent]).filter(([, percent]) => percent !== 0)).toEqual([
      [20, 100],
    ]);
  });

  it('takes who came late for what they do since then', () => {
    const late = Array.from({ length: 10 }, (_, i) => earn(i + 1, 1_000, UNTIL - DAY + HOUR));
    expect((of(late) ?? [])[0]?.earnPerHour.reduce((sum, amount) => sum + amount, 0)).toBe(1_000);
  });

  it('does not depend on the order of players', () => {
    expect(of(week(13).reverse())).toEqual(of(week(13)));
  });
});
