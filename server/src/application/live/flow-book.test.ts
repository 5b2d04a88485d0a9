import { describe, expect, it } from 'vitest';
import type { Movement } from '../store/live-reader.ts';
import { FlowBook, HOUR_MS, KEPT_HOURS } from './flow-book.ts';

const LIFE = 2 * HOUR_MS;
let id = 0;
const move = (hour: number, kind: string, debit: string, credit: string, amount: number): Movement => ({
  id: ++id,
  at: hour * HOUR_MS + 1,
  kind,
  debit,
  credit,
  amount,
});
const bookOf = (...movements: Movement[]): FlowBook => {
  const book = new FlowBook(0);
  book.take(movements, LIFE);
  return book;
};

describe('flows', () => {
  it('are made by mints and destroyed by sinks and losses, less what goes back; other ledgers and memo accounts do not count', () => {
    const flow = bookOf(
      move(1, 'earn', 'mint:minigame', 'wallet:a', 500),
      move(1, 'earn', 'mint:minigame', 'wallet:b', 250),
      move(1, 'match', 'mint:matching', 'escrow:l', 7_500),
      move(1, 'refund', 'escrow:l', 'mint:matching', 7_500),
      move(1, 'buy', 'wallet:a', 'sink:shop', 200),
      move(1, 'buy', 'wallet:a', 'sink:dormant', 40),
      move(1, 'write_off', 'borrower:l', 'loss:default', 900),
      move(1, 'recover.collect', 'loss:default', 'collect:l', 100),
      move(1, 'earn', 'mint:merci', 'merci:a', 3),
      move(1, 'player_loan', 'receivable:o', 'receivable-contra:o', 8_000),
    ).hour(1);
    expect(Object.fromEntries(flow?.minted ?? [])).toEqual({ 'mint:minigame': 750, 'mint:matching': 0 });
    expect(Object.fromEntries(flow?.destroyed ?? [])).toEqual({
      'sink:shop': 200,
      'sink:dormant': 40,
      'loss:default': 800,
    });
    expect([flow?.bought, flow?.wallets, flow?.lent]).toEqual([200, 500 + 250 - 240, 0]);
  });

  it('keep apart what was lent again within a loan’s life and what was lent anew', () => {
    const book = bookOf(
      move(0, 'repay', 'collect:l', 'wallet:a', 100),
      move(1, 'repay', 'collect:l', 'wallet:a', 60),
      // 100 of the first hour and 20 of the second, then what is left of the second and 10 anew.
      move(2, 'lend', 'wallet:a', 'escrow:m', 120),
      move(3, 'lend', 'wallet:a', 'escrow:m', 50),
      // Somebody else's coins, and coins that came back too long ago.
      move(3, 'lend', 'wallet:b', 'escrow:m', 30),
      move(4, 'refund', 'escrow:m', 'wallet:b', 30),
      move(7, 'lend', 'wallet:b', 'escrow:n', 30),
    );
    const of = (hour: number) => {
      const { returned, relent, newlyLent, lent } = book.hour(hour) ?? {
        returned: 0,
        relent: 0,
        newlyLent: 0,
        lent: 0,
      };
      return [returned, relent, newlyLent, lent];
    };
    expect(of(0)).toEqual([100, 100, 0, 0]);
    expect(of(1)).toEqual([60, 60, 0, 0]);
    expect(of(2)).toEqual([0, 0, 0, 120]);
    expect(of(3)).toEqual([0, 0, 40, 80]);
    expect(of(4)).toEqual([30, 0, 0, 0]);
    expect(of(7)).toEqual([0, 0, 30, 30]);
  });

  it('take a lend that was taken back out again, and its coins may be lent once more', () => {
    const book = bookOf(
      move(0, 'repay', 'collect:l', 'wallet:a', 100),
      move(0, 'lend', 'wallet:a', 'escrow:m', 150),
      move(0, 'reverse.lend', 'escrow:m', 'wallet:a', 150),
      move(1, 'lend', 'wallet:a', 'escrow:n', 100),
    );
    expect(book.hour(0)).toMatchObject({ lent: 0, newlyLent: 0, returned: 100, relent: 100, wallets: 100 });
    expect(book.hour(1)).toMatchObject({ lent: 100, newlyLent: 0 });
  });

  it('know how far they have read, and forget what is older than the longest period', () => {
    const first = move(1, 'buy', 'wallet:a', 'sink:shop', 1);
    const last = move(KEPT_HOURS + 2, 'buy', 'wallet:a', 'sink:shop', 1);
    const book = bookOf(first, last);
    expect([book.last, book.since]).toEqual([last.id, first.at]);
    book.prune(last.at);
    expect([book.hour(1), book.hour(KEPT_HOURS + 2)?.bought]).toEqual([undefined, 1]);
  });
});
