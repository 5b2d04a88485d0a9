import type { Content } from '@bloomvale/shared/content/content';
import { earn } from '@bloomvale/shared/ledger/postings';
import { ok } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../persistence/memory-store.ts';
import { gift, nameChange, named, nameIn, person, refusal } from '../../testing/catalogue-edits.ts';
import { ADA, BEN, draftOf, EVE, granted, NOW, publish } from '../../testing/publishing.ts';
import { type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import { mustPost } from '../bus/posting.ts';
import type { Store, WriteSet } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';

let store: Store;
let world: TestGame;
beforeEach(async () => {
  store = new MemoryStore();
  world = await testGame({ store });
});
afterEach(() => world.game.stop());

const actions = async (search = ''): Promise<string[]> =>
  (await world.game.catalogue.audit(search, null)).lines.map(({ action }) => action);

describe('publishing', () => {
  it('is refused to an editor alone, to one person alone where it touches everybody’s coins, and stale', async () => {
    const small = await draftOf(world.game, named(world.game.content, 'Ama'));
    const asked = granted(await world.game.catalogue.askPublish(EVE, small.id, small.revision, NOW));
    expect(asked).toMatchObject({ state: 'waiting', because: ['role'], payload: { draft: small.id, title: 'A test' } });
    expect(await world.game.catalogue.askPublish(ADA, small.id, small.revision, NOW)).toEqual(refusal('DRAFT_CLOSED'));
    const large = await draftOf(world.game, gift(world.game.content, 4_100));
    const own = granted(await world.game.catalogue.askPublish(ADA, large.id, large.revision, NOW));
    expect(own).toMatchObject({ state: 'waiting', because: ['economy'] });
    expect(await world.game.proposals.approve(ADA, own.id)).toEqual(refusal('SECOND_PERSON_NEEDED'));
    granted(await world.game.catalogue.saveDraft(EVE, large.id, large.revision, [nameChange(person().name, 'Ama')]));
    expect(await world.game.proposals.approve(BEN, own.id)).toEqual(refusal('PROPOSAL_STALE'));
    expect((await world.game.catalogue.draft(large.id))?.draft.state).toBe('open');
    expect(await world.game.catalogue.live()).toBe(1);
  });

  it('is refused when another version went live since it was asked for', async () => {
    const draft = await draftOf(world.game, gift(world.game.content, 4_100));
    const asked = granted(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, NOW));
    await publish(world.game, named(world.game.content, 'Ama'));
    expect(await world.game.proposals.approve(BEN, asked.id)).toEqual(refusal('BASE_OUTDATED'));
    expect((await world.game.proposals.get(asked.id))?.state).toBe('failed');
    expect((await world.game.catalogue.draft(draft.id))?.draft).toMatchObject({ state: 'open', current: false });
  });

  it('lets one of two that are approved at the same moment go live, and the other not', async () => {
    const drafts = [
      await draftOf(world.game, gift(world.game.content, 4_100)),
      await draftOf(world.game, gift(world.game.content, 4_200)),
    ];
    const asked = await Promise.all(
      drafts.map(({ id, revision }) => world.game.catalogue.askPublish(ADA, id, revision, NOW)),
    );
    const done = await Promise.all(asked.map((one) => world.game.proposals.approve(BEN, granted(one).id)));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.game.catalogue.live()).toBe(2);
  });

  it('switches every decision and every answer to the new content, in place', async () => {
    await world.newcomer('ann');
    const before = await world.game.player('ann');
    const crop = testContent().crops.find(({ seedPrice, unlockLevel }) => seedPrice > 0 && unlockLevel === 1);
    const content = {
      ...gift(world.game.content, 5_000),
      crops: world.game.content.crops.map((one) =>
        one.id === crop?.id ? { ...one, seedPrice: one.seedPrice + 30 } : one,
      ),
    };
    const formerHash = world.game.lending.model().contentHash;
    const done = await publish(world.game, content);
    expect(done).toMatchObject({ state: 'done', outcome: { version: 2 }, decidedBy: { id: 'ben' } });
    expect(world.game.content).toEqual(content);
    expect(world.game.contentHash).not.toBe(formerHash);
    expect((await world.game.me('ann'))?.contentHash).toBe(world.game.contentHash);
    expect(world.game.lending.model().contentHash).toBe(world.game.contentHash);
    await world.newcomer('ben');
    expect((await world.game.player('ben'))?.wallet).toBe(5_000);
    const wallet = before?.wallet ?? 0;
    expect(await world.run('ann', 'garden.plant', { plots: [0], crop: crop?.id ?? '' })).toMatchObject({ ok: true });
    expect((await world.game.player('ann'))?.wallet).toBe(wallet - (crop?.seedPrice ?? 0) - 30);
    expect(world.events).toContainEqual({ kind: 'content.changed', version: 2, hash: world.game.contentHash });
    expect(await actions('version')).toEqual(['catalogue.publish']);
    expect(world.violations()).toEqual([]);
  });

  it('pays at once for a good that is no longer, and tells', async () => {
    await world.newcomer('ann');
    const { content } = world.game;
    expect(await world.run('ann', 'garden.plant', { plots: [0], crop: 'cabbage' })).toMatchObject({ ok: true });
    await publish(world.game, {
      ...content,
      crops: content.crops.filter(({ id }) => id !== 'cabbage'),
      goods: content.goods.filter(({ id }) => id !== 'cabbage'),
    });
    const state = await world.game.player('ann');
    expect(state?.household.plots[0]).toBeUndefined();
    expect(state?.household.gone).toMatchObject([{ kind: 'crop', id: 'cabbage' }]);
    const before = state?.wallet ?? 0;
    await world.run('ann', 'home.catch-up', { seen: false });
    expect((await world.game.player('ann'))?.wallet).toBeGreaterThan(before);
    expect(world.violations()).toEqual([]);
  });

  it('is still in force after the next start', async () => {
    await publish(world.game, named(world.game.content, 'Ama'));
    const { contentHash } = world.game;
    world = await testGame({ store, now: world.now() + 1_000 });
    expect(world.game.contentHash).toBe(contentHash);
    expect(await world.game.catalogue.live()).toBe(2);
    expect(await world.game.catalogue.drafts()).toMatchObject([{ state: 'published', publishedAs: 2 }]);
  });

  it('waits for its time, and is then done by the game itself', async () => {
    const draft = await draftOf(world.game, gift(world.game.content, 4_100));
    const wish = { at: world.now() + 60_000, reason: 'on Monday' };
    const asked = granted(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, wish));
    granted(await world.game.proposals.approve(BEN, asked.id));
    await world.parts.jobs.runDue();
    expect(await world.game.catalogue.live()).toBe(1);
    world.setNow(world.now() + 60_000);
    await world.parts.jobs.runDue();
    expect(world.game.content.economy.welcomeGift).toBe(4_100);
    const { lines } = await world.game.catalogue.audit('version:2', null);
    expect(lines).toMatchObject([{ actor: 'system', action: 'catalogue.publish', reason: 'on Monday' }]);
  });
});

describe('a store that fails while a version goes live', () => {
  it('keeps the old one in force when nothing was kept', async () => {
    const real = store.begin.bind(store);
    const draft = await draftOf(world.game, named(world.game.content, 'Ama'));
    store.begin = async () => ({
      ...(await real()),
      commit: () => Promise.reject(new StoreError('DISK_FULL', 'full')),
    });
    expect(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, NOW)).toEqual(
      refusal('STORE_UNAVAILABLE'),
    );
    store.begin = real;
    await world.newcomer('ann');
    expect(await world.game.catalogue.live()).toBe(1);
    expect(nameIn(world.game.content)).toBe(person().name);
  });

  it('takes over the new one before the next decision when it was kept after all', async () => {
    const real = store.begin.bind(store);
    const draft = await draftOf(world.game, named(world.game.content, 'Ama'));
    store.begin = async () => {
      const unit = await real();
      const commit = async (set: WriteSet) => {
        await unit.commit(set);
        throw new StoreError('IO', 'The engine ended after its commit.');
      };
      return { ...unit, commit };
    };
    expect(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, NOW)).toEqual(
      refusal('STORE_UNAVAILABLE'),
    );
    store.begin = real;
    await world.newcomer('ann');
    expect(await world.game.catalogue.live()).toBe(2);
    expect(nameIn(world.game.content)).toBe('Ama');
    expect(world.events).toContainEqual({ kind: 'content.changed', version: 2, hash: world.game.contentHash });
  });
});

describe('rolling back', () => {
  it('is refused to what is live, to what never was, and to an editor', async () => {
    expect(await world.game.catalogue.rollBack(ADA, 1, NOW)).toEqual(refusal('ALREADY_LIVE'));
    expect(await world.game.catalogue.rollBack(ADA, 9, NOW)).toEqual(refusal('UNKNOWN_VERSION'));
    await publish(world.game, named(world.game.content, 'Ama'));
    expect(await world.game.catalogue.rollBack(EVE, 1, NOW)).toEqual(refusal('FORBIDDEN'));
  });

  it('lets a former version go live again as a new one, by two people where it touches everybody’s coins', async () => {
    const first = world.game.contentHash;
    await publish(world.game, named(world.game.content, 'Ama'));
    expect(await world.game.catalogue.rollBack(ADA, 1, NOW)).toMatchObject({ ok: true, value: { state: 'done' } });
    expect(world.game.contentHash).toBe(first);
    expect(await world.game.catalogue.versions(null)).toMatchObject({
      live: 3,
      versions: [{ number: 3, origin: 'rollback', parent: 2, hash: first }, { number: 2 }, { number: 1 }],
    });
    await publish(world.game, gift(world.game.content, 4_100));
    const asked = granted(await world.game.catalogue.rollBack(ADA, 3, NOW));
    expect(asked).toMatchObject({ state: 'waiting', because: ['economy'] });
    granted(await world.game.proposals.approve(BEN, asked.id));
    expect(world.game.content.economy.welcomeGift).toBe(4_000);
    expect(await actions('rollback')).toEqual(['catalogue.rollback', 'catalogue.rollback']);
  });
});

describe('the audit', () => {
  it('holds what a stall earned against the most generous version there was', async () => {
    await world.newcomer('ann');
    const cap = world.game.content.economy.stallDailyCap;
    const income = (amount: number) =>
      world.parts.bus.system(
        {
          type: 'test.earn',
          needs: () => ({ account: ['wallet:ann', 'mint:minigame'] }),
          decide(_command: object, work) {
            mustPost(work, earn('mint:minigame', 'ann', `test-${amount}`, amount, 'test'), null);
            return ok({});
          },
        },
        {},
      );
    const capped = (stallDailyCap: number): Content => ({
      ...world.game.content,
      economy: { ...world.game.content.economy, stallDailyCap },
    });
    await publish(world.game, capped(cap * 2));
    await income(cap + 1_000);
    await publish(world.game, capped(cap));
    expect(world.violations()).toEqual([]);
    await income(cap * 2);
    expect(world.violations()).toMatchObject([{ where: expect.stringContaining('ann') }]);
  });
});
