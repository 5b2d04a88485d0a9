import type { CatalogueChange, Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Content } from '@bloomvale/shared/content/content';
import { earn } from '@bloomvale/shared/ledger/postings';
import type { OperatorRefusalCode } from '@bloomvale/shared/operator/operator-refusals';
import { sha256Text } from '@bloomvale/shared/random/keys';
import { ok } from '@bloomvale/shared/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../persistence/memory-store.ts';
import { ADA, BEN, draftOf, EVE, granted, NOW, publish, VIC } from '../../testing/publishing.ts';
import { type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import { mustPost } from '../bus/posting.ts';
import type { Store } from '../store/store.ts';
import { OPEN_DRAFTS_MAX } from './catalogue-desk.ts';

let store: Store;
let world: TestGame;
beforeEach(async () => {
  store = new MemoryStore();
  world = await testGame({ store });
});
afterEach(() => world.game.stop());

const refusal = (code: OperatorRefusalCode) => ({ ok: false, error: expect.objectContaining({ code }) });
const person = () => testContent().entrepreneurs[0] as Content['entrepreneurs'][number];
const nameChange = (before: string, after: string): CatalogueChange => ({
  section: 'entrepreneurs',
  id: person().id,
  kind: 'changed',
  path: ['name'],
  before,
  after,
});
const giftChange = (before: number, after: number): CatalogueChange => ({
  section: 'economy',
  id: null,
  kind: 'changed',
  path: ['welcomeGift'],
  before,
  after,
});
const named = (name: string): Content => ({
  ...world.game.content,
  entrepreneurs: world.game.content.entrepreneurs.map((one) => (one.id === person().id ? { ...one, name } : one)),
});
const gift = (welcomeGift: number): Content => ({
  ...world.game.content,
  economy: { ...world.game.content.economy, welcomeGift },
});
const nameIn = (content: Json | null | undefined): string | undefined =>
  (content as unknown as Content | null)?.entrepreneurs.find(({ id }) => id === person().id)?.name;
const actions = async (search = ''): Promise<string[]> =>
  (await world.game.catalogue.audit(search, null)).lines.map(({ action }) => action);
const create = async (title = 'More') => granted(await world.game.catalogue.createDraft(ADA, title));

describe('a start', () => {
  it('makes the shipped catalogue the first version of an empty store', async () => {
    const { live, versions } = await world.game.catalogue.versions(null);
    expect(live).toBe(1);
    expect(versions).toMatchObject([{ number: 1, origin: 'seed', parent: null, live: true, author: { id: 'system' } }]);
    expect(versions[0]?.hash).toBe(sha256Text(JSON.stringify(testContent())));
    expect(world.game.contentHash).toBe(versions[0]?.hash);
    expect(await world.game.catalogue.drafts()).toEqual([]);
  });

  it('goes on with the live version whatever a release ships, which arrives as a draft, once', async () => {
    await publish(world.game, named('Ama'));
    const { contentHash } = world.game;
    const content = testContent();
    const shipped = { ...content, economy: { ...content.economy, welcomeGift: 4_500 } };
    for (let i = 0; i < 2; i++) {
      world = await testGame({ store, content: shipped, now: world.now() + 1_000 });
      expect(world.game.contentHash).toBe(contentHash);
      const open = (await world.game.catalogue.drafts()).filter(({ state }) => state === 'open');
      expect(open).toMatchObject([{ changes: 1, base: 2, current: true, createdBy: { id: 'system' } }]);
    }
    // Only what the release changed, not what operators had.
    const [draft] = await world.game.catalogue.drafts();
    const made = await world.game.catalogue.draft(draft?.id ?? '');
    expect(nameIn(made?.content)).toBe('Ama');
    expect(made?.content).toMatchObject({ economy: { welcomeGift: 4_500 } });
  });

  it('brings a version that lacks a part up to this release, as a version of its own', async () => {
    const { partners: _, ...old } = testContent();
    const unit = await store.begin();
    const row = { number: 2, hash: 'old', content: JSON.stringify(old), at: 1, author: 'ada', authorName: 'Ada' };
    await unit.commit({
      kept: { meta: [{ key: 'catalogue.live', value: '2' }] },
      added: { catalogueVersion: [{ ...row, note: '', origin: 'publish', parent: 1 }] },
    });
    world = await testGame({ store, now: world.now() + 1_000 });
    expect(await world.game.catalogue.live()).toBe(3);
    expect(world.game.content).toEqual(testContent());
    expect(await actions()).toEqual(['catalogue.seed']);
  });
});

describe('a draft is refused', () => {
  it('to whoever may not edit, and beyond so many', async () => {
    expect(await world.game.catalogue.createDraft(VIC, 'x')).toEqual(refusal('FORBIDDEN'));
    const { id } = await create();
    expect(await world.game.catalogue.saveDraft(VIC, id, 0, [giftChange(4_000, 4_100)])).toEqual(refusal('FORBIDDEN'));
    expect(await world.game.catalogue.discardDraft(VIC, id, 0)).toEqual(refusal('FORBIDDEN'));
    for (let i = 1; i < OPEN_DRAFTS_MAX; i++) await create();
    expect(await world.game.catalogue.createDraft(ADA, 'one more')).toEqual(refusal('TOO_MANY_DRAFTS'));
  });

  it('when it is unknown, closed, or of a revision that is yet to come', async () => {
    const { id } = await create();
    const change = [giftChange(4_000, 4_100)];
    for (const other of ['d99', 'x', '99', "d1'--", 'd1 ']) {
      expect(await world.game.catalogue.saveDraft(ADA, other, 0, change)).toEqual(refusal('UNKNOWN_DRAFT'));
    }
    expect(await world.game.catalogue.saveDraft(ADA, id, 1, change)).toEqual(refusal('BAD_SHAPE'));
    expect(await world.game.catalogue.discardDraft(ADA, id, 1)).toEqual(refusal('DRAFT_CONFLICT'));
    granted(await world.game.catalogue.discardDraft(EVE, id, 0));
    expect(await world.game.catalogue.saveDraft(ADA, id, 0, change)).toEqual(refusal('DRAFT_CLOSED'));
    expect(await world.game.catalogue.rebaseDraft(ADA, id, 0, 'mine')).toEqual(refusal('DRAFT_CLOSED'));
    expect(await world.game.catalogue.askPublish(ADA, id, 0, NOW)).toEqual(refusal('DRAFT_CLOSED'));
  });

  it('with changes that are none', async () => {
    const { id } = await create();
    for (const changes of [
      null,
      [{ kind: 'changed' }],
      [{ ...giftChange(4_000, 1), path: ['__proto__', 'x'] }],
      [{ ...giftChange(4_000, 1), section: 'secrets' }],
    ]) {
      expect(await world.game.catalogue.saveDraft(ADA, id, 0, changes)).toEqual(refusal('BAD_SHAPE'));
    }
    expect(await actions(`draft:${id}`)).toEqual(['draft.create']);
  });

  it('whole when one of its fields was changed by somebody else, and both sides are named', async () => {
    const { id } = await create();
    granted(await world.game.catalogue.saveDraft(EVE, id, 0, [nameChange(person().name, 'Ama')]));
    const mine = nameChange(person().name, 'Abena');
    const saved = await world.game.catalogue.saveDraft(ADA, id, 0, [mine, giftChange(4_000, 4_100)]);
    expect(saved).toEqual({
      ok: false,
      error: { code: 'DRAFT_CONFLICT', detail: { conflicts: [{ mine, theirs: 'Ama' }], more: 0 } },
    });
    const draft = await world.game.catalogue.draft(id);
    expect(draft?.draft).toMatchObject({ revision: 1, changes: 1, updatedBy: { id: 'eve' } });
    expect(nameIn(draft?.content)).toBe('Ama');
  });
});

describe('a draft', () => {
  it('keeps what two editors change in different fields, and says that it merged', async () => {
    const { id } = await create();
    granted(await world.game.catalogue.saveDraft(EVE, id, 0, [nameChange(person().name, 'Ama')]));
    const saved = granted(await world.game.catalogue.saveDraft(ADA, id, 0, [giftChange(4_000, 4_100)]));
    expect(saved).toMatchObject({ merged: true, draft: { revision: 2, changes: 2 } });
  });

  it('loses none of the saves that arrive at the same moment', async () => {
    const { id } = await create();
    const people = testContent().entrepreneurs.slice(0, 4);
    const saves = people.map(({ id: who, name }) =>
      world.game.catalogue.saveDraft(ADA, id, 0, [
        { section: 'entrepreneurs', id: who, kind: 'changed', path: ['name'], before: name, after: `${name} II` },
      ]),
    );
    expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true);
    expect((await world.game.catalogue.draft(id))?.draft).toMatchObject({ revision: 4, changes: 4 });
  });

  it('holds nothing any more once everything is changed back', async () => {
    const { id } = await create();
    granted(await world.game.catalogue.saveDraft(ADA, id, 0, [giftChange(4_000, 4_100)]));
    const back = granted(await world.game.catalogue.saveDraft(ADA, id, 1, [giftChange(4_100, 4_000)]));
    expect(back.draft).toMatchObject({ revision: 2, changes: 0 });
    expect(await world.game.catalogue.askPublish(ADA, id, 2, NOW)).toEqual(refusal('DRAFT_EMPTY'));
  });

  it('may be invalid, and is then not published', async () => {
    const { id } = await create();
    granted(await world.game.catalogue.saveDraft(ADA, id, 0, [giftChange(4_000, -1)]));
    expect(await world.game.catalogue.findings(id)).toMatchObject({
      findings: [{ severity: 'error', section: 'economy' }],
    });
    expect(await world.game.catalogue.askPublish(ADA, id, 1, NOW)).toEqual(refusal('DRAFT_INVALID'));
    expect(await world.game.catalogue.live()).toBe(1);
  });

  it('is brought up to date before it can be published, field by field', async () => {
    const draft = await draftOf(world.game, named('Ama'));
    await publish(world.game, gift(4_100));
    expect(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, NOW)).toEqual(refusal('BASE_OUTDATED'));
    const { draft: now } = granted(await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, 'ask'));
    expect(now).toMatchObject({ base: 2, current: true, changes: 1 });
    granted(await world.game.catalogue.askPublish(ADA, draft.id, now.revision, NOW));
    expect(world.game.content.economy.welcomeGift).toBe(4_100);
    expect(nameIn(world.game.content as unknown as Json)).toBe('Ama');
  });

  it.each([
    ['mine', 'Ama'],
    ['theirs', 'Abena'],
  ] as const)('that meets the live version in one field asks first, and then keeps %s', async (keep, name) => {
    const draft = await draftOf(world.game, named('Ama'));
    await publish(world.game, named('Abena'));
    const asked = await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, 'ask');
    expect(asked).toMatchObject({
      ok: false,
      error: { code: 'DRAFT_CONFLICT', detail: { conflicts: [{ mine: { after: 'Ama' }, theirs: 'Abena' }] } },
    });
    granted(await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, keep));
    expect(nameIn((await world.game.catalogue.draft(draft.id))?.content)).toBe(name);
  });

  it('brings a person back whom the live version dropped, when mine is kept', async () => {
    const draft = await draftOf(world.game, named('Ama'));
    const { content } = world.game;
    await publish(world.game, {
      ...content,
      entrepreneurs: content.entrepreneurs.filter(({ id }) => id !== person().id),
    });
    granted(await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, 'mine'));
    expect(nameIn((await world.game.catalogue.draft(draft.id))?.content)).toBe('Ama');
  });
});

describe('publishing', () => {
  it('is refused to an editor alone, to one person alone where it touches everybody’s coins, and stale', async () => {
    const small = await draftOf(world.game, named('Ama'));
    const asked = granted(await world.game.catalogue.askPublish(EVE, small.id, small.revision, NOW));
    expect(asked).toMatchObject({ state: 'waiting', because: ['role'], payload: { draft: small.id, title: 'A test' } });
    expect(await world.game.catalogue.askPublish(ADA, small.id, small.revision, NOW)).toEqual(refusal('DRAFT_CLOSED'));
    const large = await draftOf(world.game, gift(4_100));
    const own = granted(await world.game.catalogue.askPublish(ADA, large.id, large.revision, NOW));
    expect(own).toMatchObject({ state: 'waiting', because: ['economy'] });
    expect(await world.game.proposals.approve(ADA, own.id)).toEqual(refusal('SECOND_PERSON_NEEDED'));
    granted(await world.game.catalogue.saveDraft(EVE, large.id, large.revision, [nameChange(person().name, 'Ama')]));
    expect(await world.game.proposals.approve(BEN, own.id)).toEqual(refusal('PROPOSAL_STALE'));
    expect((await world.game.catalogue.draft(large.id))?.draft.state).toBe('open');
    expect(await world.game.catalogue.live()).toBe(1);
  });

  it('is refused when another version went live since it was asked for', async () => {
    const draft = await draftOf(world.game, gift(4_100));
    const asked = granted(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, NOW));
    await publish(world.game, named('Ama'));
    expect(await world.game.proposals.approve(BEN, asked.id)).toEqual(refusal('BASE_OUTDATED'));
    expect((await world.game.proposals.get(asked.id))?.state).toBe('failed');
    expect((await world.game.catalogue.draft(draft.id))?.draft).toMatchObject({ state: 'open', current: false });
  });

  it('lets one of two that are approved at the same moment go live, and the other not', async () => {
    const drafts = [await draftOf(world.game, gift(4_100)), await draftOf(world.game, gift(4_200))];
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
      ...gift(5_000),
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
    await publish(world.game, named('Ama'));
    const { contentHash } = world.game;
    world = await testGame({ store, now: world.now() + 1_000 });
    expect(world.game.contentHash).toBe(contentHash);
    expect(await world.game.catalogue.live()).toBe(2);
    expect(await world.game.catalogue.drafts()).toMatchObject([{ state: 'published', publishedAs: 2 }]);
  });

  it('waits for its time, and is then done by the game itself', async () => {
    const draft = await draftOf(world.game, gift(4_100));
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

describe('rolling back', () => {
  it('is refused to what is live, to what never was, and to an editor', async () => {
    expect(await world.game.catalogue.rollBack(ADA, 1, NOW)).toEqual(refusal('ALREADY_LIVE'));
    expect(await world.game.catalogue.rollBack(ADA, 9, NOW)).toEqual(refusal('UNKNOWN_VERSION'));
    await publish(world.game, named('Ama'));
    expect(await world.game.catalogue.rollBack(EVE, 1, NOW)).toEqual(refusal('FORBIDDEN'));
  });

  it('lets a former version go live again as a new one, by two people where it touches everybody’s coins', async () => {
    const first = world.game.contentHash;
    await publish(world.game, named('Ama'));
    expect(await world.game.catalogue.rollBack(ADA, 1, NOW)).toMatchObject({ ok: true, value: { state: 'done' } });
    expect(world.game.contentHash).toBe(first);
    expect(await world.game.catalogue.versions(null)).toMatchObject({
      live: 3,
      versions: [{ number: 3, origin: 'rollback', parent: 2, hash: first }, { number: 2 }, { number: 1 }],
    });
    await publish(world.game, gift(4_100));
    const asked = granted(await world.game.catalogue.rollBack(ADA, 3, NOW));
    expect(asked).toMatchObject({ state: 'waiting', because: ['economy'] });
    granted(await world.game.proposals.approve(BEN, asked.id));
    expect(world.game.content.economy.welcomeGift).toBe(4_000);
    expect(await actions('rollback')).toEqual(['catalogue.rollback', 'catalogue.rollback']);
  });
});

describe('a difference', () => {
  it('is told between versions and drafts by name, with what it does to listings', async () => {
    await world.newcomer('ann');
    const open = (await world.game.hall('ann'))?.loans.find(({ starter }) => !starter);
    const { content } = world.game;
    const dearer = content.entrepreneurs.map((one) =>
      one.id === open?.entrepreneur ? { ...one, loan: { ...one.loan, annualCost: one.loan.annualCost + 0.01 } } : one,
    );
    const draft = await draftOf(world.game, { ...content, entrepreneurs: dearer });
    const diff = granted(await world.game.catalogue.diff('v1', draft.id));
    expect(diff).toMatchObject({
      changes: [{ section: 'entrepreneurs', path: ['loan', 'annualCost'] }],
      sensitive: [],
      listings: { kept: 0, relisted: 1, running: 0 },
    });
    expect(await world.game.catalogue.diff('v1', 'v2')).toEqual(refusal('UNKNOWN_VERSION'));
    expect(granted(await world.game.catalogue.diff('v1', 'v1')).changes).toEqual([]);
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
