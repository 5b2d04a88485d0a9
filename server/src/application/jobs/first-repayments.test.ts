import type { Minor } from '@bloomvale/shared/money/coins';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { describe, expect, it } from 'vitest';
import { MONTH_SECONDS, type TestGame, testGame } from '../../testing/test-game.ts';
import { courseOf } from '../lending/loan-records.ts';
import { LoanClock } from './loan-clock.ts';
import { Postman } from './postman.ts';

const LENDERS = ['ann', 'ben', 'cleo'] as const;
const MONTH_MS = MONTH_SECONDS * 1_000;

/** A funded loan of three lenders of whom one forgave the half of their part before anything was paid; then it pays month by month. */
async function forgivenFirst(): Promise<{ readonly world: TestGame; readonly loanId: string }> {
  const world = await testGame();
  for (const player of LENDERS) {
    await world.newcomer(player);
    await world.enrich(player, 1_000_000);
  }
  const loans = (await world.game.hall('ann'))?.loans ?? [];
  const one = loans.find((loan) => !loan.starter && loan.intervalSimHours === 720 && loan.amount >= 20_000) as LoanCard;
  await world.settleFate(one.id, 'never pays');
  const cap = Math.floor((one.amount * 0.4) / 2_500) * 2_500;
  let left = one.amount - one.raised;
  for (const player of LENDERS) {
    const amount = Math.min(cap, left);
    await world.run(player, 'loan.lend', { loanId: one.id, amount });
    left -= amount;
  }
  await world.pass(MONTH_MS + 1_000);
  await world.parts.bus.system(
    {
      type: 'test.hardship',
      needs: () => ({ loan: [one.id] }),
      decide: (_command: object, work) => {
        const loan = work.must('loan', one.id);
        work.put('loan', { ...loan, course: JSON.stringify({ ...courseOf(loan), hardshipAt: 1 }) });
        return { ok: true, value: {} };
      },
    },
    {},
  );
  const mine = (await world.parts.store.reader.rows('contribution', [one.id])).find(
    ({ playerId }) => playerId === 'ann',
  );
  expect(mine?.received).toBe(0);
  const given = await world.run('ann', 'loan.forgive', { loanId: one.id, amount: (mine?.amount ?? 0) / 2 });
  expect(given).toMatchObject({ ok: true });
  return { world, loanId: one.id };
}

const named = async (world: TestGame, player: string): Promise<Minor | undefined> => {
  const letters = await world.parts.store.reader.lettersOfPlayer(player, null, 50);
  const letter = letters.find(({ kind }) => kind === 'first_repayment');
  return letter === undefined ? undefined : (JSON.parse(letter.data) as { amount: Minor }).amount;
};

describe('the letter of a first repayment', () => {
  it('names what was credited, also when somebody had forgiven and when more has been paid since', async () => {
    const { world, loanId } = await forgivenFirst();
    const { bus, store, rules, clock, log } = world.parts;
    await world.settleFate(loanId, 'always pays');
    // The postman comes late: three months have been paid before he looks.
    for (let month = 0; month < 3; month++) {
      world.setNow(world.now() + MONTH_MS);
      await new LoanClock(bus, store.reader, rules, clock, log).catchUp();
    }
    await new Postman(bus, store.reader, clock, log).round();
    for (const player of LENDERS) {
      const lines = await store.reader.lenderMovements(`wallet:${player}`, 0, 50);
      const first = lines.find((line) => line.kind === 'repay' && line.loanId === loanId);
      expect(await named(world, player)).toBe(first?.amount);
      expect(first?.amount).toBeGreaterThan(0);
    }
  });
});
