import { afterAll, describe, expect, it } from 'vitest';
import type { Store, WriteSet } from '../application/store/store.ts';
import type { Rows } from '../application/store/tables.ts';
import { lifecycleRow } from '../testing/loan-row.ts';
import { sqliteIn, testFolder } from '../testing/test-game.ts';
import { MemoryStore } from './memory-store.ts';

const folder = testFolder();
const stores = { memory: new MemoryStore(), sqlite: sqliteIn(folder.path) };
afterAll(async () => {
  await stores.sqlite.close();
  folder.remove();
});

const player = (id: string, seenAt: number, deletedAt: number | null = null): Rows['player'] => ({
  id,
  publicId: `pub-${id}`,
  name: id,
  look: 'a1',
  villageId: 'v1',
  lot: 0,
  locale: 'en',
  createdAt: 1,
  seenAt,
  deletedAt,
  reportDay: 0,
  reportCount: 0,
});
const wallet = (id: string, debits: number, credits: number): Rows['account'] => ({
  id: `wallet:${id}`,
  code: 2_000,
  side: 'C',
  nonneg: 1,
  debits,
  credits,
  version: 1,
});
const lender = (playerId: string, outstanding: number): Rows['lender'] => ({
  ...{ playerId, outstanding, lent: outstanding, received: 0, refunded: 0, lost: 0, starters: 0 },
  ...{ coveredAt: null, seenSeq: 0 },
});
const batch = (id: number, at: number): Rows['batch'] => ({
  ...{ id, key: `k${id}`, kind: 'earn', at, sim: 0, actor: 'system', reason: 'test', loanId: null, reverses: null },
});
const transfer = (id: number, batchId: number, amount: number): Rows['transfer'] => ({
  ...{ id, batchId, debit: 'mint:minigame', credit: 'wallet:a', amount, kind: 'earn', ref: 'x' },
  ...{ debitAfter: 0, creditAfter: 0 },
});

const ROWS: WriteSet = {
  kept: {
    season: [
      {
        ...{ id: 1, startsAt: 0, endsAt: 1, commitment: '', revealed: null, regions: '[]', regionRoot: '' },
        ...{ regionFirst: 0, regionMonths: 0 },
      },
    ],
    village: [
      { id: 'v1', name: 'V', createdAt: 0, lots: '[]', shops: '[]', listedCount: 0, starterCount: 0, version: 0 },
    ],
    player: [player('a', 50), player('b', 60), player('c', 70, 80)],
    lender: [lender('a', 300)],
    account: [
      wallet('a', 100, 400),
      wallet('b', 0, 50),
      wallet('c', 0, 0),
      { ...wallet('x', 0, 9), id: 'mint:minigame', side: 'D', nonneg: 0 },
    ],
    loan: [
      lifecycleRow('run-1', { state: 'in_repayment', fundedAt: 100, openedAt: 40 }),
      lifecycleRow('run-2', { state: 'in_repayment', fundedAt: 110, openedAt: 100 }),
      lifecycleRow('starter', { state: 'in_repayment', starter: 1, fundedAt: 120, openedAt: 119 }),
      lifecycleRow('gone', { state: 'expired', closedAt: 130 }),
      lifecycleRow('gone-starter', { state: 'expired', starter: 1, closedAt: 130 }),
      lifecycleRow('cancelled', { state: 'cancelled', closedAt: 130 }),
      lifecycleRow('good', {
        state: 'ended',
        principal: 1_000,
        repaid: 1_000,
        fundedAt: 10,
        disbursedAt: 20,
        closedAt: 140,
      }),
      lifecycleRow('bad', {
        ...{ state: 'defaulted', principal: 3_000, repaid: 500, writtenOff: 2_500, recovered: 700 },
        ...{ fundedAt: 10, disbursedAt: 40, closedAt: 140 },
      }),
      lifecycleRow('fx', {
        ...{ state: 'ended_with_loss', principal: 2_000, repaid: 1_900, fxLoss: 100 },
        ...{ fundedAt: 10, disbursedAt: 50, closedAt: 199 },
      }),
      lifecycleRow('later', { state: 'ended', principal: 9_000, fundedAt: 10, disbursedAt: 50, closedAt: 200 }),
    ],
  },
  added: {
    batch: [batch(1, 10), batch(4, 20), batch(7, 20)],
    transfer: [transfer(2, 1, 5), transfer(3, 1, 6), transfer(5, 4, 7)],
    liveSample: [
      { at: 10, figures: '{"n":1}' },
      { at: 20, figures: '{"n":2}' },
    ],
  },
};

describe.each(Object.entries(stores))('the live page’s questions to the store in %s', (_name, store: Store) => {
  it('answers', async () => {
    const unit = await store.begin();
    await unit.commit(ROWS);
    const { reader } = store;
    expect([await reader.batchFrom(0), await reader.batchFrom(2), await reader.batchFrom(8)]).toEqual([
      { id: 1, at: 10 },
      { id: 4, at: 20 },
      null,
    ]);
    expect((await reader.movementsAfter(2, 9)).map(({ id, at, amount }) => [id, at, amount])).toEqual([
      [3, 10, 6],
      [5, 20, 7],
    ]);
    expect(await reader.movementsAfter(0, 1)).toEqual([
      { id: 2, at: 10, kind: 'earn', debit: 'mint:minigame', credit: 'wallet:a', amount: 5 },
    ]);
    expect((await reader.runningLoans('', 2)).map(({ id }) => id)).toEqual(['run-1', 'run-2']);
    expect((await reader.runningLoans('run-2', 2)).map(({ id }) => id)).toEqual(['starter']);
    expect(await reader.wealthAfter('', 2)).toEqual([
      { account: 'wallet:a', wallet: 300, lent: 300, seenAt: 50, deleted: false },
      { account: 'wallet:b', wallet: 50, lent: 0, seenAt: 60, deleted: false },
    ]);
    expect((await reader.wealthAfter('wallet:b', 2)).map(({ deleted }) => deleted)).toEqual([true]);
    // 1 000 lived 120 ms, 3 000 lived 100, 2 000 lived 149.
    expect(await reader.loanOutcomes(100, 200)).toEqual({
      ...{ funded: 2, expired: 1, ended: 6_000, defaultLoss: 1_800, fxLoss: 100 },
      lifeWeight: 1_000 * 120 + 3_000 * 100 + 2_000 * 149,
    });
    expect(await reader.loanOutcomes(300, 400)).toEqual({
      ...{ funded: 0, expired: 0, ended: 0, defaultLoss: 0, fxLoss: 0, lifeWeight: 0 },
    });
    expect(await reader.fundingTimes(100, 200, 9)).toEqual([10, 60]);
    expect(await reader.fundingTimes(100, 200, 1)).toEqual([10]);
    expect((await reader.samplesSince(11, 9)).map(({ at }) => at)).toEqual([20]);
    expect((await reader.samplesSince(0, 1)).map(({ at }) => at)).toEqual([10]);
  });
});
