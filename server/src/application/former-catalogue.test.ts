import { catalogueDiff } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Content } from '@bloomvale/shared/content/content';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../testing/publishing.ts';
import { START, sqliteIn, type TestGame, testContent, testFolder, testGame } from '../testing/test-game.ts';

let folder: ReturnType<typeof testFolder>;
beforeEach(() => {
  folder = testFolder();
});
afterEach(() => folder.remove());

const without = (content: Content, id: string): Content => ({
  ...content,
  goods: content.goods.filter((good) => good.id !== id),
  crops: content.crops.filter((crop) => crop.good !== id),
});
const priced = (content: Content, id: string, price: number): Content => ({
  ...content,
  goods: content.goods.map((good) => (good.id === id ? { ...good, price } : good)),
});

/** The same world on a later day, once the first with a catalogue, then with another that operators have published. */
async function release(content: Content, days: number): Promise<TestGame> {
  const world = await testGame({ store: sqliteIn(folder.path), content, now: START + days * 86_400_000 });
  if (catalogueDiff(world.game.content, content).length > 0) await publish(world.game, content);
  return world;
}
const holding = (game: TestGame, good: string, quantity: number) =>
  game.parts.bus.system(
    {
      type: 'test.hold',
      needs: () => ({ household: ['ann'] }),
      decide(_command: object, work) {
        const row = work.must('household', 'ann');
        const doc = JSON.parse(row.doc);
        work.put('household', { ...row, doc: JSON.stringify({ ...doc, store: { [good]: quantity } }) });
        work.add('goods', {
          id: work.nextId('goods'),
          playerId: 'ann',
          good,
          quantity,
          fromPlace: 'plot',
          toPlace: 'store',
          at: work.now,
        });
        return { ok: true, value: {} };
      },
    },
    {},
  );
const wallet = async (game: TestGame) => (await game.game.player('ann'))?.wallet ?? 0;

describe('a good that leaves the catalogue', () => {
  it('is paid for at its own last price, however many releases its owner was away', async () => {
    const today = testContent();
    const dearest = [...today.crops]
      .map(({ good }) => today.goods.find(({ id }) => id === good))
      .sort((a, b) => (b?.price ?? 0) - (a?.price ?? 0))[0];
    if (dearest === undefined) expect.unreachable();
    const last = priced(today, dearest.id, dearest.price + 130);
    const first = await release(today, 0);
    await first.newcomer('ann');
    await holding(first, dearest.id, 7);
    await first.game.stop();
    // The price changes, then the good goes, and then another release comes before Ann does.
    await (await release(last, 1)).game.stop();
    await (await release(without(last, dearest.id), 2)).game.stop();
    const game = await release(without(without(last, dearest.id), 'cabbage'), 3);
    const before = await wallet(game);
    expect(await game.run('ann', 'home.catch-up', { seen: true })).toMatchObject({ ok: true });
    expect(await wallet(game)).toBe(before + 7 * (dearest.price + 130));
    expect(game.violations()).toEqual([]);
    // Once.
    await game.run('ann', 'home.catch-up', { seen: true });
    expect(await wallet(game)).toBe(before + 7 * (dearest.price + 130));
    await game.game.stop();
  });

  it('is paid at the least price there is when what was known of it is lost', async () => {
    const today = testContent();
    const first = await release(today, 0);
    await first.newcomer('ann');
    // From a version that nobody remembers.
    await holding(first, 'quince', 3);
    await first.game.stop();
    const store = sqliteIn(folder.path);
    const unit = await store.begin();
    await unit.commit({
      kept: { meta: [{ key: 'catalogue.known', value: '{"goods":[{"id":"quince"}]}' }] },
      added: {},
    });
    await store.close();
    const game = await release(today, 1);
    const before = await wallet(game);
    await game.run('ann', 'home.catch-up', { seen: true });
    expect(await wallet(game)).toBe(before + 3 * Math.min(...today.goods.map(({ price }) => price)));
    expect(game.violations()).toEqual([]);
    await game.game.stop();
  });
});
