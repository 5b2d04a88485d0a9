import { type ClientRequest, request as send } from 'node:http';
import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ask,
  answerOf,
  ask,
  type ConsoleEdge,
  openConsoleEdge,
  operator,
  type Person,
  token,
} from '../support/console.ts';
import { until } from '../support/edge.ts';

let edge: ConsoleEdge;
let ada: Person;
let grace: Person;
beforeAll(async () => {
  edge = await openConsoleEdge({ apiPerMinute: 1_000_000 });
  [ada, grace] = [await operator(edge, 'publisher'), await operator(edge, 'publisher')];
});
afterAll(() => edge?.close());

type Name = Parameters<typeof ask>[1];
/** What the API answers to somebody; refusals as they come. */
const of = async <T>(person: Person, name: Name, request: Ask = {}): Promise<T> =>
  (await (await ask(edge, name, { ...request, headers: { cookie: person.cookie, ...request.headers } })).json()) as T;
const draftOf = (title = 'A try') => of<DraftView>(ada, 'createDraft', { body: { title } });
const first = () => edge.game.content.entrepreneurs[0] as (typeof edge.game.content.entrepreneurs)[number];
const change = (path: string[], before: unknown, after: unknown) => ({
  section: 'entrepreneurs',
  id: first().id,
  kind: 'changed',
  path,
  before,
  after,
});
const file = async (person: Person, of_: string, format: string) => {
  const query = { of: of_, format };
  const response = await ask(edge, 'exportLoans', { headers: { cookie: person.cookie }, query });
  return { response, text: await response.text() };
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const imported = (draft: DraftView, format: string, bytes: Uint8Array<ArrayBuffer>, revision = draft.revision) =>
  of<Record<string, unknown>>(ada, 'importLoans', {
    params: { id: draft.id },
    query: { format, revision: String(revision) },
    bytes,
  });

describe('a draft that somebody else changed', () => {
  it('takes what does not touch it, and refuses what does, with both sides', async () => {
    const draft = await draftOf();
    const params = { id: draft.id };
    const { town, name } = first();
    const theirs = { revision: 0, changes: [change(['town'], town, 'Theirs')] };
    expect(await of(grace, 'saveDraft', { params, body: theirs })).toMatchObject({
      merged: false,
      draft: { revision: 1 },
    });
    const mine = { revision: 0, changes: [change(['name'], name, 'Mine'), change(['town'], town, 'Mine')] };
    expect(await of(ada, 'saveDraft', { params, body: mine })).toMatchObject({
      code: 'DRAFT_CONFLICT',
      detail: { conflicts: [{ mine: { after: 'Mine' }, theirs: 'Theirs' }] },
    });
    const apart = { revision: 0, changes: [change(['name'], name, 'Mine')] };
    expect(await of(ada, 'saveDraft', { params, body: apart })).toMatchObject({ merged: true, draft: { revision: 2 } });
  });

  it('is not published by who saw another revision, nor replaced by their file', async () => {
    const draft = await draftOf();
    const params = { id: draft.id };
    await of(grace, 'saveDraft', { params, body: { revision: 0, changes: [change(['town'], first().town, 'New')] } });
    const body = { revision: 0, at: null, reason: 'as we agreed' };
    expect(await of(ada, 'askPublish', { params, body })).toMatchObject({ code: 'DRAFT_CONFLICT' });
    const { text } = await file(ada, 'v1', 'csv');
    expect(await imported(draft, 'csv', bytesOf(text))).toMatchObject({
      code: 'DRAFT_CONFLICT',
      detail: { revision: 1 },
    });
  });

  it('is out of reach for a role that was taken away in mid-edit, and for its token', async () => {
    const eve = await operator(edge, 'editor');
    const program = await token(edge, eve, ['catalogue:write']);
    const draft = await draftOf();
    const params = { id: draft.id };
    const save = (revision: number, after: string, headers: Record<string, string>) =>
      ask(edge, 'saveDraft', {
        params,
        headers,
        body: { revision, changes: [change(['town'], revision === 0 ? first().town : 'One', after)] },
      });
    expect((await save(0, 'One', { cookie: eve.cookie })).status).toBe(200);
    await of(ada, 'setRole', { params: { id: eve.id }, body: { role: 'viewer' } });
    for (const headers of [{ cookie: eve.cookie }, program.headers]) {
      expect(await answerOf(await save(1, 'Two', headers))).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    expect(await of(ada, 'draft', { params })).toMatchObject({ draft: { revision: 1 } });
  });
});

describe('an export', () => {
  it('comes as a file to be saved, in the shape asked for, and stands in the trail', async () => {
    for (const [format, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json; charset=utf-8'],
      ['catalogue', 'application/json; charset=utf-8'],
    ] as const) {
      const { response, text } = await file(ada, 'v1', format);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="bloomvale-v1[\w.-]*"$/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
      if (format !== 'csv') expect(JSON.parse(text)).toBeInstanceOf(Object);
    }
    const [line] = (await edge.game.console.lines('export.catalogue', null)).lines;
    expect(line).toMatchObject({ actor: `operator:${ada.id}`, subject: 'v1', detail: { format: 'catalogue' } });
    expect(JSON.parse((await file(ada, 'v99', 'csv')).text)).toEqual({ code: 'UNKNOWN_VERSION' });
  });

  it('computes nothing in a spreadsheet, whatever somebody wrote, and comes back as it was', async () => {
    const draft = await draftOf();
    const sly = '=HYPERLINK("http://evil.example","open")';
    const body = { revision: 0, changes: [change(['name'], first().name, sly)] };
    await of(ada, 'saveDraft', { params: { id: draft.id }, body });
    const { text } = await file(ada, draft.id, 'csv');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""open"")"`);
    expect(text).not.toMatch(/(^|[,;\n"])=HYPERLINK/);
    expect(await imported({ ...draft, revision: 1 }, 'csv', bytesOf(text))).toMatchObject({ added: 0, changed: 0 });
  });

  it('of the trail computes nothing either', async () => {
    await of(ada, 'setRails', {
      body: { rails: [{ figure: 'par30', least: null, most: 0.08 }], reason: '=1+1 is what they wrote' },
    });
    const response = await ask(edge, 'exportAudit', { headers: { cookie: ada.cookie } });
    expect(await response.text()).toContain(",'=1+1 is what they wrote");
  });
});

describe('an import', () => {
  it('is all or nothing: every fault by row and column, and the draft as it was', async () => {
    const draft = await draftOf();
    const { text } = await file(ada, 'v1', 'csv');
    const [header = '', ...rows] = text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    const broken = [header, ...rows.slice(0, 2), rows[2]?.replace(/,[A-E],/, ',Z,')].join('\r\n');
    expect(await imported(draft, 'csv', bytesOf(broken))).toMatchObject({
      code: 'IMPORT_FAULTS',
      detail: { faults: [{ row: 4, column: 'terms.risk_grade' }], more: 0 },
    });
    expect(await of(ada, 'draft', { params: { id: draft.id } })).toMatchObject({ draft: { revision: 0, changes: 0 } });
  });

  it('in another encoding, or of another kind than it says, is refused', async () => {
    const draft = await draftOf();
    const latin = Uint8Array.from(Buffer.from('id,name\r\n1,Zoé', 'latin1'));
    const utf16 = Uint8Array.from(Buffer.from('\ufeffid,name', 'utf16le'));
    for (const format of ['csv', 'json', 'catalogue']) {
      expect(await imported(draft, format, latin)).toEqual({ code: 'NOT_UTF8' });
      expect(await imported(draft, format, utf16)).toEqual({ code: 'NOT_UTF8' });
    }
    expect(await imported(draft, 'json', bytesOf('id,name'))).toEqual({ code: 'NOT_JSON' });
    expect(await imported(draft, 'catalogue', bytesOf('[]'))).toMatchObject({ code: 'IMPORT_FAULTS' });
  });

  it('changes the draft, not the game, and keeps scripts as text', async () => {
    const draft = await draftOf();
    const script = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { text } = await file(ada, 'v1', 'json');
    const { loans } = JSON.parse(text) as { loans: { quote: unknown }[] };
    const bytes = bytesOf(JSON.stringify({ loans: [{ ...loans[0], quote: { en: script, fr: script } }, loans[1]] }));
    expect(await imported(draft, 'json', bytes)).toMatchObject({
      added: 0,
      changed: 1,
      same: 1,
      draft: { revision: 1 },
    });
    const response = await ask(edge, 'draft', { headers: { cookie: ada.cookie }, params: { id: draft.id } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const { content } = (await response.json()) as { content: { entrepreneurs: { id: string; quote: unknown }[] } };
    expect(content.entrepreneurs.find(({ id }) => id === first().id)?.quote).toEqual({ en: script, fr: script });
    expect(JSON.stringify(edge.game.content)).not.toContain('onerror');
  });

  it('of megabytes is taken, and more at once than memory allows wait for another time', async () => {
    const draft = await draftOf();
    const { text } = await file(ada, 'v1', 'json');
    const { loans } = JSON.parse(text) as { loans: object[] };
    const many = Array.from({ length: 600 }, (_, i) => ({ ...loans[i % loans.length], id: `person-${i}` }));
    const bytes = bytesOf(JSON.stringify({ loans: many }));
    expect(bytes.byteLength).toBeGreaterThan(1024 * 1024);
    const headers = {
      cookie: ada.cookie,
      'x-bloomvale-operator': '1',
      'content-type': 'application/json',
      'content-length': bytes.byteLength,
    };
    const path = `/operator/api/catalogue/drafts/${draft.id}/import?format=json&revision=0`;
    const slow: ClientRequest[] = [];
    const tried = () => imported(draft, 'json', bytes, 7);
    // One more at each try: one that comes while another try is looked at finds no room and holds none.
    await until(async () => {
      const sending = send(edge.url + path, { method: 'POST', headers });
      sending.on('error', () => undefined).write('{');
      slow.push(sending);
      return (await tried()).code === 'BUSY';
    }, 'no room');
    for (const sending of slow) sending.destroy();
    await until(async () => (await tried()).code === 'DRAFT_CONFLICT', 'room again');
    expect(await imported(draft, 'json', bytes)).toMatchObject({ added: 600, draft: { revision: 1, changes: 600 } });
  });

  it('too large is refused before it is read', async () => {
    const draft = await draftOf();
    const response = await fetch(`${edge.url}/operator/api/catalogue/drafts/${draft.id}/import?format=csv&revision=0`, {
      method: 'POST',
      headers: { cookie: ada.cookie, 'x-bloomvale-operator': '1', 'content-type': 'text/csv' },
      body: new Uint8Array(48 * 1024 * 1024 + 1),
    }).catch(() => null);
    // The server may hang up before the client has written everything: either way nothing was taken.
    if (response !== null) expect(await answerOf(response)).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } });
    expect(await of(ada, 'draft', { params: { id: draft.id } })).toMatchObject({ draft: { revision: 0 } });
  });
});

describe('from a draft to the live version', () => {
  it('is previewed, published by two people where coins change, and rolled back', async () => {
    const draft = await draftOf('A larger gift');
    const params = { id: draft.id };
    const { welcomeGift } = edge.game.content.economy;
    const gift = { section: 'economy', id: null, kind: 'changed', path: ['welcomeGift'], before: welcomeGift };
    await of(ada, 'saveDraft', { params, body: { revision: 0, changes: [{ ...gift, after: welcomeGift + 100 }] } });
    const order = { draft: draft.id, seed: 's', runs: 2, months: 1, lenders: 24, shocks: true, flows: 'live' };
    const begun = await of<PreviewView>(ada, 'startPreview', { body: order });
    expect(begun).toMatchObject({ state: 'running', all: 4, liveVersion: 1, draftRevision: 1, by: { id: ada.id } });
    const done = await until(async () => {
      const view = await of<PreviewView>(grace, 'preview', { params: { id: begun.id } });
      return view.state === 'running' ? null : view;
    }, 'the end of the preview');
    expect(done).toMatchObject({ state: 'done', done: 4, result: { changed: expect.any(Array) } });
    expect(await of(ada, 'latestPreview', { params })).toMatchObject({ preview: { id: begun.id } });

    const asked = await of<Proposal>(ada, 'askPublish', {
      params,
      body: { revision: 1, at: null, reason: 'kinder start' },
    });
    expect(asked).toMatchObject({ state: 'waiting', fourEyes: true });
    expect(await of(ada, 'approve', { params: { id: asked.id } })).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    const program = await token(edge, ada, ['publish']);
    const byProgram = await ask(edge, 'approve', { params: { id: asked.id }, headers: program.headers });
    expect(await answerOf(byProgram)).toMatchObject({ body: { code: 'SECOND_PERSON_NEEDED' } });
    expect(await of(grace, 'approve', { params: { id: asked.id } })).toMatchObject({ state: 'done' });
    expect(edge.game.content.economy.welcomeGift).toBe(welcomeGift + 100);
    expect(await of(ada, 'me')).toMatchObject({ liveVersion: 2 });

    const back = await of<Proposal>(ada, 'rollBack', {
      params: { number: '1' },
      body: { at: null, reason: 'too kind' },
    });
    expect(await of(grace, 'approve', { params: { id: back.id } })).toMatchObject({ state: 'done' });
    expect(edge.game.content.economy.welcomeGift).toBe(welcomeGift);
    const actions = (await edge.game.console.lines('', null)).lines.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['catalogue.publish', 'catalogue.rollback']));
  });
});

describe('a large answer', () => {
  it('is squeezed for who can read it, and the same', async () => {
    const read = (encoding: string) =>
      ask(edge, 'version', { headers: { cookie: ada.cookie, 'accept-encoding': encoding }, params: { number: '1' } });
    const [squeezed, plain] = [await read('gzip'), await read('identity')];
    expect([squeezed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(squeezed.headers.get('cache-control')).toBe('no-store');
    expect(await squeezed.json()).toEqual(await plain.json());
  });
});
