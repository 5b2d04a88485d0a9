import type { Content } from '@bloomvale/shared/content/content';
import { sha256Text } from '@bloomvale/shared/random/keys';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../persistence/memory-store.ts';
import { gift, giftChange, nameChange, named, nameIn, person, refusal } from '../../testing/catalogue-edits.ts';
import { ADA, draftOf, EVE, granted, NOW, publish, VIC } from '../../testing/publishing.ts';
import { type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import type { Store } from '../store/store.ts';
import { OPEN_DRAFTS_MAX } from './catalogue-desk.ts';

let store: Store;
let world: TestGame;
beforeEach(async () => {
  store = new MemoryStore();
  world = await testGame({ store });
});
afterEach(() => world.game.stop());

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
    await publish(world.game, named(world.game.content, 'Ama'));
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
    const draft = await draftOf(world.game, named(world.game.content, 'Ama'));
    await publish(world.game, gift(world.game.content, 4_100));
    expect(await world.game.catalogue.askPublish(ADA, draft.id, draft.revision, NOW)).toEqual(refusal('BASE_OUTDATED'));
    const { draft: now } = granted(await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, 'ask'));
    expect(now).toMatchObject({ base: 2, current: true, changes: 1 });
    granted(await world.game.catalogue.askPublish(ADA, draft.id, now.revision, NOW));
    expect(world.game.content.economy.welcomeGift).toBe(4_100);
    expect(nameIn(world.game.content)).toBe('Ama');
  });

  it.each([
    ['mine', 'Ama'],
    ['theirs', 'Abena'],
  ] as const)('that meets the live version in one field asks first, and then keeps %s', async (keep, name) => {
    const draft = await draftOf(world.game, named(world.game.content, 'Ama'));
    await publish(world.game, named(world.game.content, 'Abena'));
    const asked = await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, 'ask');
    expect(asked).toMatchObject({
      ok: false,
      error: { code: 'DRAFT_CONFLICT', detail: { conflicts: [{ mine: { after: 'Ama' }, theirs: 'Abena' }] } },
    });
    granted(await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, keep));
    expect(nameIn((await world.game.catalogue.draft(draft.id))?.content)).toBe(name);
  });

  it('brings a person back whom the live version dropped, when mine is kept', async () => {
    const draft = await draftOf(world.game, named(world.game.content, 'Ama'));
    const { content } = world.game;
    await publish(world.game, {
      ...content,
      entrepreneurs: content.entrepreneurs.filter(({ id }) => id !== person().id),
    });
    granted(await world.game.catalogue.rebaseDraft(ADA, draft.id, draft.revision, 'mine'));
    expect(nameIn((await world.game.catalogue.draft(draft.id))?.content)).toBe('Ama');
  });
});

describe('two editors', () => {
  const fields = ['name', 'shortName', 'town'] as const;
  const edit = fc.record({
    who: fc.constantFrom(ADA, EVE),
    field: fc.constantFrom(...fields),
    to: fc.constantFrom('Ama', 'Abena', 'Esi'),
    /** Looks at the draft as it is now before saving; otherwise goes by what was seen last. */
    looks: fc.boolean(),
  });

  it('never lose what the other saved unless they saw it, whatever the order of their saves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
        const { id } = await create();
        const start = Object.fromEntries(fields.map((field) => [field, String(person()[field])]));
        const truth = { ...start };
        let revision = 0;
        const seen = new Map([ADA, EVE].map(({ operatorId }) => [operatorId, { revision: 0, values: { ...start } }]));
        for (const { who, field, to, looks } of edits) {
          const view = looks
            ? { revision, values: { ...truth } }
            : (seen.get(who.operatorId) ?? { revision, values: truth });
          const before = view.values[field] ?? '';
          const change = {
            section: 'entrepreneurs',
            id: person().id,
            kind: 'changed',
            path: [field],
            before,
            after: to,
          };
          const saved = await world.game.catalogue.saveDraft(who, id, view.revision, [change]);
          const fits = truth[field] === before || truth[field] === to;
          expect(saved.ok).toBe(fits);
          if (saved.ok) {
            expect(saved.value.merged).toBe(view.revision !== revision);
            truth[field] = to;
            revision = saved.value.draft.revision;
          }
          // An editor goes on from their own page: others' saves are seen by looking only.
          view.values[field] = saved.ok ? to : before;
          seen.set(who.operatorId, { revision: saved.ok ? revision : view.revision, values: view.values });
        }
        const made = (await world.game.catalogue.draft(id))?.content as unknown as Content | undefined;
        const one = made?.entrepreneurs.find((entry) => entry.id === person().id);
        expect(Object.fromEntries(fields.map((field) => [field, String(one?.[field])]))).toEqual(truth);
        granted(await world.game.catalogue.discardDraft(ADA, id, revision));
      }),
      { numRuns: 40 },
    );
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
