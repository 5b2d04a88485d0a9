import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store, WriteSet } from '../application/store/store.ts';
import type { Rows } from '../application/store/tables.ts';
import { sqliteIn, testFolder } from '../testing/test-game.ts';
import { MemoryStore } from './memory-store.ts';
import { databaseFile } from './open-database.ts';

const folder = testFolder();
const stores = { memory: new MemoryStore(), sqlite: sqliteIn(folder.path) };
afterAll(async () => {
  await stores.sqlite.close();
  folder.remove();
});

const version = (number: number, hash: string): Rows['catalogueVersion'] => ({
  number,
  hash,
  content: `{"n":${number}}`,
  at: number * 10,
  author: 'system',
  authorName: '',
  note: `version ${number}`,
  origin: number === 1 ? 'seed' : 'publish',
  parent: number === 1 ? null : number - 1,
});
const draft = (id: number, state: Rows['catalogueDraft']['state']): Rows['catalogueDraft'] => ({
  id,
  title: `draft ${id}`,
  base: 1,
  changes: '[]',
  changeCount: 0,
  revision: 0,
  state,
  createdBy: 'ada',
  createdByName: 'Ada',
  createdAt: 1,
  updatedBy: 'ada',
  updatedByName: 'Ada',
  updatedAt: 100 - id,
  publishedAs: state === 'published' ? 2 : null,
});
const proposal = (id: number, state: Rows['proposal']['state'], dueAt: number | null): Rows['proposal'] => ({
  id,
  kind: 'publish',
  subject: `draft:${id}`,
  payload: '{}',
  reason: 'because',
  fourEyes: 0,
  because: '[]',
  state,
  askedBy: 'ada',
  askedByName: 'Ada',
  askedAt: 1,
  decidedBy: null,
  decidedByName: null,
  decidedAt: null,
  dueAt,
  outcome: '',
});
const line = (id: number, actor: string, action: string): Rows['auditLine'] => ({
  id,
  at: id,
  actor,
  actorName: actor,
  role: 'publisher',
  action,
  subject: `draft:${id % 2}`,
  detail: '{}',
  reason: '',
});

const ROWS: WriteSet = {
  kept: {
    catalogueDraft: [draft(1, 'open'), draft(2, 'asked'), draft(3, 'published')],
    proposal: [
      proposal(1, 'waiting', null),
      proposal(2, 'scheduled', 50),
      proposal(3, 'scheduled', 40),
      proposal(4, 'done', 10),
    ],
  },
  added: {
    catalogueVersion: [version(1, 'a'), version(2, 'b'), version(3, 'a')],
    auditLine: [
      line(1, 'ada', 'catalogue.publish'),
      line(2, 'ben', 'catalogue.discard'),
      line(3, 'ada', 'clock.change'),
      line(4, 'ben', 'catalogue%'),
    ],
  },
};
const ids = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);

describe.each(Object.entries(stores))('the console’s questions to the store in %s', (_name, store: Store) => {
  it('answers', async () => {
    const unit = await store.begin();
    await unit.commit(ROWS);
    const { reader } = store;
    expect((await reader.versions(null, 2)).map(({ number }) => number)).toEqual([3, 2]);
    const [first, ...none] = await reader.versions(2, 5);
    const { content: _, ...light } = version(1, 'a');
    expect([first, none]).toEqual([light, []]);
    expect((await reader.versionByHash('a'))?.number).toBe(3);
    expect(await reader.versionByHash('c')).toBeNull();
    expect(ids(await reader.drafts(['open', 'asked'], 9))).toEqual([1, 2]);
    expect(await reader.drafts(['open'], 9)).not.toContainEqual(expect.objectContaining({ changes: '[]' }));
    expect(ids(await reader.proposals(['waiting', 'scheduled'], null, 2))).toEqual([3, 2]);
    expect(ids(await reader.proposals(['waiting', 'scheduled'], 3, 9))).toEqual([2, 1]);
    expect(ids(await reader.dueProposals(45, 9))).toEqual([3]);
    expect(ids(await reader.dueProposals(50, 9))).toEqual([3, 2]);
    expect(ids(await reader.dueProposals(50, 1))).toEqual([3]);
    expect(ids(await reader.auditLines('', 4, 2))).toEqual([3, 2]);
    expect(ids(await reader.auditLines('ADA', null, 9))).toEqual([3, 1]);
    expect(ids(await reader.auditLines('alogue.', null, 9))).toEqual([2, 1]);
    expect(ids(await reader.auditLines('%', null, 9))).toEqual([4]);
    expect(ids(await reader.auditLines('draft:1', null, 9))).toEqual([3, 1]);
    expect(await reader.lastIds()).toMatchObject({ draft: 3, proposal: 4, auditLine: 4 });
  });
});

describe('the store in sqlite', () => {
  it('refuses to change or delete what is written for good', () => {
    const other = new DatabaseSync(databaseFile(folder.path));
    for (const text of [
      `UPDATE audit_line SET actor = 'nobody'`,
      'DELETE FROM audit_line',
      `UPDATE catalogue_version SET content = '{}'`,
      'DELETE FROM catalogue_version WHERE number = 3',
    ]) {
      expect(() => other.exec(text)).toThrow('append-only');
    }
    other.close();
  });

  it('refuses a proposal carried out by the one who asked where two are needed', async () => {
    const own = { ...proposal(9, 'done', null), fourEyes: 1 as const, decidedBy: 'ada', decidedAt: 2 };
    const unit = await stores.sqlite.begin();
    await expect(unit.commit({ kept: { proposal: [own] }, added: {} })).rejects.toThrow('CHECK');
    await unit.rollback();
  });
});
