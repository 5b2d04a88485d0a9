import { afterEach, describe, expect, it } from 'vitest';
import { LedgerChecks } from '../application/live/ledger-checks.ts';
import { databaseFile } from '../persistence/open-database.ts';
import { sqliteIn, testFolder, testGame } from '../testing/test-game.ts';
import { Inspection } from './inspection.ts';

const folder = testFolder();
afterEach(() => folder.remove());

describe('the ledger’s check beside the game', () => {
  it('says that it cannot read a file that is none, and that it was given up', async () => {
    const inspection = new Inspection(databaseFile(folder.path));
    const { content } = (await testGame()).game;
    await expect(inspection.run(content)).rejects.toMatchObject({ name: 'StoreError' });
    const given = inspection.run(content);
    await Promise.all([expect(given).rejects.toMatchObject({ name: 'StoreError' }), inspection.end()]);
  });

  it('goes over the whole history, and tells operators and the log when it is broken', async () => {
    const store = sqliteIn(folder.path);
    const { game, log } = await testGame({ store });
    await game.enter({ playerId: 'ann', guest: true, locale: 'en' });
    const written: object[] = [];
    const watched = { ...noLog, error: (fields: object) => void written.push(fields) };
    const checks = new LedgerChecks(new Inspection(databaseFile(folder.path)), () => game.content, watched);
    expect(checks.latest).toEqual({ checkedAt: null, balances: true });
    expect(await checks.check()).toMatchObject({ checkedAt: expect.any(Number), balances: true });
    const [wallet] = await store.reader.rows('account', ['wallet:ann']);
    if (wallet === undefined) throw new Error('no wallet');
    const unit = await store.begin();
    await unit.commit({ kept: { account: [{ ...wallet, credits: wallet.credits + 1 }] }, added: {} });
    expect(await checks.check()).toMatchObject({ balances: false });
    expect(written).toMatchObject([{ breaches: expect.arrayContaining([expect.objectContaining({ id: 'I16' })]) }]);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
    await store.close();
  });
});

const noLog = { info: () => undefined, warn: () => undefined };
