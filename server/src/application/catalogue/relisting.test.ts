import type { Content } from '@bloomvale/shared/content/content';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, publish } from '../../testing/publishing.ts';
import { SIM_DAY_MS, type TestGame, testGame } from '../../testing/test-game.ts';
import { withSource } from '../audit.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import { setSwitches } from '../switches/set-switches.ts';
import { ALL_ON } from '../switches/switch-board.ts';
import { relistedId } from './relist-command.ts';

let world: TestGame;
beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
  await world.enrich('ann', 500_000);
});
afterEach(async () => {
  expect(world.violations()).toEqual([]);
  await world.game.stop();
});

const hall = async (): Promise<readonly LoanCard[]> => (await world.game.hall('ann'))?.loans ?? [];
const open = async (starter = false): Promise<LoanCard> => {
  const found = (await hall()).find((loan) => loan.starter === starter && loan.funding === 'fixed');
  if (found === undefined) expect.unreachable('nobody asks');
  return found;
};
const changed = (id: string, change: (loan: Content['entrepreneurs'][number]['loan']) => object): Content => ({
  ...world.game.content,
  entrepreneurs: world.game.content.entrepreneurs.map((one) =>
    one.id === id ? { ...one, loan: { ...one.loan, ...change(one.loan) } } : one,
  ),
});
const dearer = (id: string): Content => changed(id, ({ annualCost }) => ({ annualCost: annualCost + 0.05 }));
const without = (id: string): Content => ({
  ...world.game.content,
  entrepreneurs: world.game.content.entrepreneurs.filter((one) => one.id !== id),
});
const settle = () => world.parts.jobs.runDue();

describe('a listing that nobody has lent to', () => {
  it('is withdrawn and listed anew with the new terms, at the same place of the order', async () => {
    const loan = await open();
    const [village] = await world.parts.store.reader.villages();
    await publish(world.game, dearer(loan.entrepreneur));
    await settle();
    const cards = await hall();
    expect(cards.find(({ id }) => id === loan.id)).toBeUndefined();
    expect((await world.game.loan('ann', loan.id))?.state).toBe('cancelled');
    const anew = cards.filter(({ entrepreneur }) => entrepreneur === loan.entrepreneur);
    expect(anew).toMatchObject([
      { id: relistedId(loan.id, 2), annualCost: loan.annualCost + 0.05, amount: loan.amount },
    ]);
    const [after] = await world.parts.store.reader.villages();
    expect([after?.listedCount, after?.starterCount]).toEqual([village?.listedCount, village?.starterCount]);
    expect(await world.run('ann', 'loan.lend', { loanId: anew[0]?.id ?? '', amount: 2_500 })).toMatchObject({
      ok: true,
    });
  });

  it('gives the matching of a starter project back, and gets it anew', async () => {
    const loan = await open(true);
    await publish(
      world.game,
      changed(loan.entrepreneur, ({ grade }) => ({ grade: grade === 'A' ? 'B' : 'A' })),
    );
    await settle();
    const anew = (await hall()).find(({ entrepreneur }) => entrepreneur === loan.entrepreneur);
    expect(anew).toMatchObject({ id: relistedId(loan.id, 2), raised: loan.raised, starter: true });
    expect(await world.run('ann', 'loan.lend', { loanId: anew?.id ?? '', amount: 2_500 })).toMatchObject({ ok: true });
  });

  it('is changed again by the next version, and not by one that does not touch it', async () => {
    const loan = await open();
    await publish(world.game, dearer(loan.entrepreneur));
    await settle();
    await publish(world.game, dearer(loan.entrepreneur));
    await settle();
    const other = (await hall()).find(({ entrepreneur }) => entrepreneur !== loan.entrepreneur);
    await publish(world.game, dearer(other?.entrepreneur ?? ''));
    await settle();
    expect((await hall()).filter(({ entrepreneur }) => entrepreneur === loan.entrepreneur)).toMatchObject([
      { id: relistedId(loan.id, 3) },
    ]);
  });

  it('takes on another model, or another year of its region', async () => {
    const loan = await open();
    const { model, regions } = world.game.content;
    const rowOf = (id: string) =>
      withSource(world.parts.store, (source) => [...source.loans()].find((row) => row.id === id));
    await publish(world.game, {
      ...world.game.content,
      model: { ...model, illness: { chancePpm: 90_000, months: 2 } },
    });
    await settle();
    const second = rowOf(relistedId(loan.id, 2));
    expect(JSON.parse(second?.terms ?? '{}').model.illness).toEqual({ chancePpm: 90_000, months: 2 });
    const farming = { lean: [0], harvest: [1], planting: 2 };
    const moved = regions.map((region) => (region.id === loan.country ? { ...region, farming } : region));
    await publish(world.game, { ...world.game.content, regions: moved });
    await settle();
    const third = rowOf(relistedId(loan.id, 3));
    expect(third?.terms).toBe(second?.terms);
    expect(JSON.parse(third?.course ?? '{}').farming).toEqual(farming);
  });

  it('goes with a person who leaves the catalogue, who is not listed again', async () => {
    const loan = await open();
    await publish(world.game, without(loan.entrepreneur));
    await settle();
    for (let month = 0; month < 3; month++) {
      expect((await hall()).filter(({ entrepreneur }) => entrepreneur === loan.entrepreneur)).toEqual([]);
      await world.pass(20 * SIM_DAY_MS);
    }
    // Who looks back at it is shown it as it was.
    expect((await world.game.loan('ann', loan.id))?.name).toBe(loan.name);
  });

  it('stays as it is while listings are paused, and is brought up afterwards', async () => {
    const loan = await open();
    const set = (listingsPaused: boolean) => {
      const command = { operator: ADA, switches: { ...ALL_ON, listingsPaused }, reason: 'for a while' };
      return runOperator(world.parts.bus, setSwitches, command);
    };
    await set(true);
    await publish(world.game, dearer(loan.entrepreneur));
    await settle();
    expect((await hall()).map(({ id }) => id)).toContain(loan.id);
    await set(false);
    await settle();
    expect((await hall()).map(({ id }) => id)).toContain(relistedId(loan.id, 2));
  });
});

describe('a listing with a lender, and a running loan', () => {
  it('keep the terms they were made with', async () => {
    const loan = await open();
    await world.run('ann', 'loan.lend', { loanId: loan.id, amount: 2_500 });
    await publish(world.game, dearer(loan.entrepreneur));
    await settle();
    expect((await hall()).find(({ id }) => id === loan.id)).toMatchObject({ annualCost: loan.annualCost });
    const starter = await open(true);
    await world.settleFate(starter.id, 'always pays');
    await world.run('ann', 'loan.lend', { loanId: starter.id, amount: 2_500 });
    const [row] = await world.parts.store.reader.rows('loan', [starter.id]);
    await publish(world.game, dearer(starter.entrepreneur));
    await settle();
    const [later] = await world.parts.store.reader.rows('loan', [starter.id]);
    expect(later?.terms).toBe(row?.terms);
    await world.pass(5 * SIM_DAY_MS);
    expect((await world.game.loan('ann', starter.id))?.state).toBe('ended');
  });

  it('are shown, repaid and written about when the person and their partner have left the catalogue', async () => {
    const starter = await open(true);
    await world.settleFate(starter.id, 'always pays');
    await world.run('ann', 'loan.lend', { loanId: starter.id, amount: 2_500 });
    await publish(world.game, without(starter.entrepreneur));
    await settle();
    await world.pass(5 * SIM_DAY_MS);
    expect(await world.game.loan('ann', starter.id)).toMatchObject({ state: 'ended', name: starter.name });
    expect((await world.game.portfolio('ann'))?.loans.map(({ id }) => id)).toContain(starter.id);
    expect((await world.game.album('ann'))?.people.map(({ name }) => name)).toContain(starter.name);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
