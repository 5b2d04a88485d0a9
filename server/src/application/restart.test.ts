import { DatabaseSync } from 'node:sqlite';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { SIM_DAY } from '@bloomvale/shared/time/sim-clock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFile } from '../persistence/open-database.ts';
import { commandId, SIM_DAY_MS, sqliteIn, type TestGame, testFolder, testGame } from '../testing/test-game.ts';
import { AuditError } from './audit.ts';
import { OUTAGE_MS } from './outage.ts';

let folder: ReturnType<typeof testFolder>;
let world: TestGame;

const open = async (now?: number): Promise<TestGame> => {
  world = await testGame({ store: sqliteIn(folder.path), ...(now === undefined ? {} : { now }) });
  return world;
};
/** Another process on the same folder: nothing in memory survives. */
const restart = async (laterMs = 1_000): Promise<void> => {
  const now = world.now() + laterMs;
  await world.game.stop();
  await open(now);
  await world.parts.jobs.runDue();
};

beforeEach(() => {
  folder = testFolder();
});
afterEach(async () => {
  await world.game.stop().catch(() => undefined);
  folder.remove();
});

const starterOf = async (player: string) =>
  (await world.game.hall(player))?.loans.find((loan) => loan.starter) as LoanCard;

describe('a new process on the same folder', () => {
  it('knows everything that was acknowledged, and answers a repeat as the old one did', async () => {
    await open();
    await world.newcomer('ann');
    const starter = await starterOf('ann');
    await world.settleFate(starter.id, 'always pays');
    const id = commandId();
    const lent = await world.run('ann', 'loan.lend', { loanId: starter.id, amount: 2_500, commandId: id });
    await world.run('ann', 'garden.plant', { plots: [0, 1], crop: 'cabbage' });
    // Her letter about the loan is written first: a start would write it.
    await world.parts.jobs.runDue();
    const before = await world.game.player('ann');
    await restart(10);
    expect(await world.game.player('ann')).toEqual(before);
    const again = await world.run('ann', 'loan.lend', { loanId: starter.id, amount: 2_500, commandId: id });
    expect(again).toEqual({ ...lent, now: world.now() });
    expect(await world.game.player('ann')).toMatchObject({ wallet: 1_500, lent: 2_500 });
    expect(world.violations()).toEqual([]);
  });

  it('finishes what was funded but not disbursed, and pays what fell due meanwhile, once', async () => {
    await open();
    await world.newcomer('ann');
    const starter = await starterOf('ann');
    await world.settleFate(starter.id, 'always pays');
    const now = world.now();
    await world.run('ann', 'loan.lend', { loanId: starter.id, amount: 2_500 });
    await world.game.stop();
    await open(now + 10);
    await world.parts.jobs.runDue();
    expect((await world.game.loan('ann', starter.id))?.state).toBe('in_repayment');
    await restart(5 * SIM_DAY_MS);
    expect(await world.game.loan('ann', starter.id)).toMatchObject({ state: 'ended', myReceived: 2_500 });
    await restart(5 * SIM_DAY_MS);
    expect(await world.game.player('ann')).toMatchObject({ wallet: 4_000, lent: 0 });
    expect(world.violations()).toEqual([]);
  });

  it('lets the simulated clock stand still for an outage, while crops go on', async () => {
    await open();
    await world.newcomer('ann');
    const hall = await world.game.hall('ann');
    await world.pass(SIM_DAY_MS);
    await world.run('ann', 'garden.plant', { plots: [0], crop: 'cabbage' });
    const sim = world.game.simNow();
    await restart(OUTAGE_MS + 3_600_000);
    expect(world.game.simNow()).toBe(sim);
    expect(world.game.segments()).toHaveLength(3);
    const later = await world.game.hall('ann');
    expect(later?.loans.map(({ id }) => id)).toEqual(hall?.loans.map(({ id }) => id));
    expect(later?.loans[0]?.expiresAt).toBeGreaterThan(hall?.loans[0]?.expiresAt ?? 0);
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ ok: true });
    world.setNow(world.now() + SIM_DAY_MS);
    expect(world.game.simNow()).toBe(sim + SIM_DAY);
    await restart(1_000);
    expect(world.game.segments()).toHaveLength(3);
  });

  it('never goes back behind what it has seen, whatever the host clock says', async () => {
    await open();
    await world.newcomer('ann');
    await world.run('ann', 'garden.plant', { plots: [0], crop: 'cabbage' });
    const seen = world.now();
    await world.game.stop();
    await open(seen - 86_400_000);
    expect(world.game.now()).toBe(seen);
    expect(world.log).toContainEqual(expect.objectContaining({ level: 'warn' }));
    expect(world.game.segments()).toHaveLength(1);
    expect(await world.run('ann', 'garden.harvest', { plots: [0] })).toMatchObject({ code: 'NOT_RIPE' });
    expect(world.violations()).toEqual([]);
  });

  it('refuses to run on a broken ledger, and says what and where', async () => {
    await open();
    await world.newcomer('ann');
    await restart();
    await world.game.stop();
    const database = new DatabaseSync(databaseFile(folder.path));
    database.exec(`UPDATE account SET credits = credits + 100 WHERE id = 'wallet:ann'`);
    database.close();
    const fault = await open(world.now() + 1_000).catch((caught: unknown) => caught);
    expect(fault).toBeInstanceOf(AuditError);
    expect((fault as AuditError).message).toContain('wallet:ann');
    expect((fault as AuditError).message).toContain('I16');
  });

  it('checks the whole history at the first start without a seal', async () => {
    await open();
    await world.newcomer('ann');
    await world.game.stop();
    const database = new DatabaseSync(databaseFile(folder.path));
    database.exec(`DELETE FROM meta WHERE key = 'seal'`);
    database.exec(`UPDATE lender SET outstanding = 1 WHERE player_id = 'ann'`);
    database.close();
    await expect(open(world.now() + 1_000)).rejects.toThrow('lender ann');
  });

  it('keeps 13 months of play through ten restarts', async () => {
    await open();
    for (const player of ['ann', 'ben']) {
      await world.newcomer(player);
      await world.enrich(player, 500_000);
    }
    for (let i = 0; i < 10; i++) {
      const loans = (await world.game.hall('ann'))?.loans.filter((loan) => !loan.starter) ?? [];
      await Promise.all(
        loans.flatMap((loan) =>
          ['ann', 'ben'].map((player) => world.run(player, 'loan.lend', { loanId: loan.id, amount: 2_500 })),
        ),
      );
      await world.pass(20 * SIM_DAY_MS);
      await restart(19 * SIM_DAY_MS);
      expect(world.violations()).toEqual([]);
    }
    const portfolio = await world.game.portfolio('ann');
    expect((portfolio?.repaid ?? 0) + (portfolio?.refunded ?? 0)).toBeGreaterThan(0);
    const { lent = 0, repaid = 0, refunded = 0, outstanding = 0, lost = 0 } = portfolio ?? {};
    expect(lent).toBe(repaid + refunded + outstanding + lost);
  }, 60_000);
});
