import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueHistory, type HistoryMovement, NO_HISTORY, withoutTakenBack } from './lender-history.ts';
import { reLent } from './portfolio.ts';

let n = 0;
const move = (kind: string, amount: number, more: Partial<HistoryMovement> = {}): HistoryMovement => ({
  kind,
  amount,
  sim: 0,
  loanId: 'l',
  key: `k${n++}`,
  ...more,
});
const of = (movements: readonly HistoryMovement[]) => continueHistory(NO_HISTORY, withoutTakenBack(movements));

describe('a lender’s history', () => {
  it('counts as lent again what had come back from borrowers, first in, first out', () => {
    expect(of([move('lend', 25), move('repay', 10), move('lend', 25)])).toMatchObject({ reLent: 10, pot: 0 });
    expect(of([move('repay', 30), move('lend', 25), move('lend', 25)])).toMatchObject({ reLent: 30, pot: 0 });
  });

  it('does not count refunds of loans that never began', () => {
    expect(of([move('lend', 25), move('refund', 25), move('lend', 25)])).toMatchObject({ reLent: 0, pot: 0 });
  });

  it('forgets a lend that was taken back, wherever it stood', () => {
    const lend = move('lend', 25, { key: 'lend:a' });
    const back = move('reverse.lend', 25, { key: 'rev:lend:a' });
    const rest = [move('repay', 30), move('lend', 20)];
    expect(of([rest[0] as HistoryMovement, lend, rest[1] as HistoryMovement, back])).toEqual(of(rest));
  });

  it('tells what came back month by month, and since the last lend by loan', () => {
    const month = 30 * 86_400;
    const history = of([
      move('repay', 5, { sim: 10 }),
      move('lend', 5),
      move('repay', 7, { sim: month }),
      move('recover', 2, { sim: month + 1, loanId: 'm' }),
    ]);
    expect([...history.backByMonth]).toEqual([
      [0, 5],
      [1, 9],
    ]);
    expect([...history.sinceLend]).toEqual([
      ['l', 7],
      ['m', 2],
    ]);
  });

  it('is the same whether it is told in one go or piece by piece, and agrees with the portfolio’s own rule', () => {
    const movements = fc.array(
      fc.record({ kind: fc.constantFrom('lend', 'repay', 'recover'), amount: fc.integer({ min: 1, max: 9_999 }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(movements, fc.nat(40), (raw, cut) => {
        const all = raw.map(({ kind, amount }) => move(kind, amount));
        const whole = of(all);
        expect(continueHistory(of(all.slice(0, cut)), all.slice(cut))).toEqual(whole);
        const plain = all.map(({ kind, amount }) => ({
          kind: kind === 'lend' ? ('lent' as const) : ('back' as const),
          amount,
        }));
        expect(whole.reLent).toBe(reLent(plain));
      }),
    );
  });
});
