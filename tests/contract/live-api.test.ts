import { type EndpointName, OPERATOR_API } from '@bloomvale/shared/operator/api';
import { LiveViewSchema, PlayerViewSchema } from '@bloomvale/shared/operator/live-api';
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

let edge: ConsoleEdge;
let ada: Person;
let ben: Person;
let publicId = '';
const REASON = 'a test of the console';

beforeAll(async () => {
  edge = await openConsoleEdge({ apiPerMinute: 1_000_000 });
  [ada, ben] = [await operator(edge, 'publisher'), await operator(edge, 'publisher')];
  for (const playerId of ['rude', 'ann']) await edge.game.enter({ playerId, guest: true, locale: 'en' });
  publicId = (await edge.game.player('rude'))?.publicId ?? '';
  for (let i = 1; i <= 3; i++) {
    const payload = { commandId: `00000000-0000-4000-8000-00000000000${i}`, target: publicId, reason: 'name' as const };
    await edge.game.run({ playerId: 'ann' }, 'social.report', payload);
  }
});
afterAll(() => edge?.close());

/** Asks, and holds the answer to the endpoint's own schema. */
async function answered(name: EndpointName, request: Ask = {}, who = ada) {
  const response = await ask(edge, name, { ...request, headers: { cookie: who.cookie } });
  const { status, body } = await answerOf(response);
  if (status === 200) OPERATOR_API[name].answer.parse(body);
  return { status, body };
}

describe('the live page', () => {
  it('is refused for a period there is none of', async () => {
    for (const days of ['', '2', '1.0', '-1']) {
      expect(await answered('live', { query: { days } })).toMatchObject({ status: 400, body: { code: 'BAD_SHAPE' } });
    }
  });

  it.each(['1', '7', '28'])('answers for %s days in its own shape', async (days) => {
    const { status, body } = await answered('live', { query: { days } });
    expect(status).toBe(200);
    const view = LiveViewSchema.parse(body);
    expect(view.figures.players.value).toBe(0);
    expect(view.supply).toBe(Object.values(view.flows.at(-1)?.faucets ?? {}).reduce((sum, amount) => sum + amount, 0));
    expect(view).toMatchObject({ reportsOpen: 3, proposalsOpen: 0, monthSeconds: 14_400, version: 1, rooms: [] });
  });
});

describe('moderation', () => {
  it('refuses by name', async () => {
    const decision = { action: 'warn', days: null, reason: REASON };
    expect(await answered('decideReport', { params: { id: '99' }, body: decision })).toMatchObject({
      status: 404,
      body: { code: 'UNKNOWN_REPORT' },
    });
    const mute = { params: { id: '1' }, body: { ...decision, action: 'mute' } };
    expect(await answered('decideReport', mute)).toMatchObject({ status: 400, body: { code: 'BAD_SHAPE' } });
    for (const days of [0, 366, 1.5])
      expect(await answered('decideReport', { ...mute, body: { ...mute.body, days } })).toMatchObject({ status: 400 });
    expect(await answered('player', { params: { id: 'nobody-here' } })).toMatchObject({
      body: { code: 'UNKNOWN_PLAYER' },
    });
    const lift = { params: { id: publicId }, body: { kind: 'mute', reason: REASON } };
    expect(await answered('liftSanction', lift)).toMatchObject({ body: { code: 'NOT_FOUND' } });
  });

  it('walks from the queue to a suspension and back, each step in the trail', async () => {
    const open = await answered('reports', { query: { state: 'open' } });
    expect(open.body).toMatchObject({ open: 3, reports: [{ id: 1, alike: 3, trail: [] }, { id: 2 }, { id: 3 }] });
    const decide = (id: string, action: string, days: number | null) =>
      answered('decideReport', { params: { id }, body: { action, days, reason: REASON } });
    expect((await decide('1', 'dismiss', null)).body).toMatchObject({ state: 'closed', alike: 2 });
    expect(await decide('1', 'warn', null)).toMatchObject({ status: 409, body: { code: 'REPORT_CLOSED' } });
    await decide('2', 'suspend', 3);
    const found = await answered('player', { params: { id: publicId } });
    const player = PlayerViewSchema.parse(found.body);
    expect(player).toMatchObject({ id: publicId, guest: null, reports: 3, deleted: false });
    expect(player.sanctions.map(({ kind }) => kind)).toEqual(['suspend']);
    const lift = { params: { id: publicId }, body: { kind: 'suspend', reason: REASON } };
    expect((await answered('liftSanction', lift)).status).toBe(200);
    const closed = await answered('reports', { query: { state: 'closed' } });
    expect(closed.body).toMatchObject({
      open: 1,
      reports: [{ id: 2 }, { id: 1, trail: [{ action: 'dismiss' }, { action: 'suspend' }] }],
    });
    const next = await answered('reports', { query: { state: 'closed', after: '2' } });
    expect(next.body).toMatchObject({ reports: [{ id: 1 }] });
    const lines = await answered('playerLines', { params: { id: publicId } });
    expect(lines.body).toMatchObject({
      before: null,
      lines: [{ kind: 'earn', actor: 'player', other: 'mint:welcome' }],
    });
    const { body } = await answered('audit');
    const actions = (body as { lines: { action: string }[] }).lines.map(({ action }) => action);
    expect(actions.slice(0, 4)).toEqual(['player.lines', 'player.lift-suspend', 'report.suspend', 'report.dismiss']);
  });
});

describe('operations', () => {
  it('refuse by name', async () => {
    const nothing = { listingsPaused: false, pausedFaucets: ['mint:ops'], notice: null };
    expect(await answered('setSwitches', { body: { switches: nothing, reason: REASON } })).toMatchObject({
      body: { code: 'UNKNOWN_SWITCH', detail: { faucet: 'mint:ops' } },
    });
    const correct = (amount: number) =>
      answered('askCorrection', { params: { id: publicId }, body: { amount, reason: REASON } });
    expect(await correct(0)).toMatchObject({ status: 400 });
    expect(await correct(-9_999_999)).toMatchObject({ body: { code: 'FUNDS' } });
    for (const name of ['cancelLoan', 'refundLoan'] as const) {
      expect(await answered(name, { params: { id: 'no-loan' }, body: { reason: REASON } })).toMatchObject({
        status: 404,
        body: { code: 'LEND_UNKNOWN' },
      });
    }
    expect(await answered('askClock', { body: { monthSeconds: 14_400, at: null, reason: REASON } })).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_LIVE' },
    });
    expect(await answered('askClock', { body: { monthSeconds: 60, at: 5, reason: REASON } })).toMatchObject({
      body: { code: 'NOT_IN_FUTURE' },
    });
  });

  it('switch, correct with four eyes, and cancel', async () => {
    const switches = { listingsPaused: true, pausedFaucets: ['mint:quiz'], notice: { en: 'Soon.', fr: 'Bientôt.' } };
    expect((await answered('setSwitches', { body: { switches, reason: REASON } })).body).toEqual(switches);
    expect((await answered('live', { query: { days: '1' } })).body).toMatchObject({ switches });
    const asked = await answered('askCorrection', { params: { id: publicId }, body: { amount: 500, reason: REASON } });
    const { id } = asked.body as unknown as { id: string };
    expect(asked.body).toMatchObject({ state: 'waiting', fourEyes: true, payload: { player: publicId, amount: 500 } });
    expect(await answered('approve', { params: { id } })).toMatchObject({ body: { code: 'SECOND_PERSON_NEEDED' } });
    expect((await answered('approve', { params: { id } }, ben)).body).toMatchObject({ state: 'done' });
    const lines = await answered('playerLines', { params: { id: publicId } });
    expect(lines.body).toMatchObject({
      lines: [{ amount: 500, other: 'mint:ops', actor: `operator:${ada.id}`, reason: REASON }, {}],
    });
    const hall = await edge.game.hall('ann');
    const loanId = hall?.loans[0]?.id ?? '';
    expect((await answered('cancelLoan', { params: { id: loanId }, body: { reason: REASON } })).body).toMatchObject({
      loanId,
    });
    expect((await answered('clock')).body).toMatchObject({ segments: [{ monthSeconds: 14_400, reason: 'start' }] });
  });
});

describe('metrics for Prometheus', () => {
  const read = (headers: Record<string, string> = {}) => fetch(`${edge.url}/metrics`, { headers });

  it('are for a token of scope live, and for nobody else, not even this machine', async () => {
    const { headers } = await token(edge, ada, ['audit']);
    const refused = [{}, { cookie: ada.cookie }, { authorization: 'Bearer bvop_0_0' }, { ...headers }];
    for (const one of refused) expect((await read(one)).status).toBe(401);
  });

  it('are well-formed, ours among them', async () => {
    const { headers } = await token(edge, ada, ['live']);
    const response = await read({ ...headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    const lines = (await response.text()).trimEnd().split('\n');
    const valid =
      /^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? (-?[\d.e+-]+|Nan|\+Inf))$/;
    expect(lines.filter((line) => line !== '' && !valid.test(line))).toEqual([]);
    for (const line of [
      'bloomvale_players 0',
      'bloomvale_rooms{kind="village"} 0',
      'bloomvale_room_reply_seconds_bucket{le="+Inf"} 0',
      'bloomvale_room_reply_seconds_count 0',
      'bloomvale_ledger_balances 1',
      'bloomvale_reports_open 1',
      '# TYPE bloomvale_room_reply_seconds histogram',
      '# TYPE bloomvale_room_errors_total counter',
    ])
      expect(lines).toContain(line);
    expect(lines.some((line) => line.startsWith('process_cpu_seconds_total '))).toBe(true);
    // Not measured yet: no value instead of a wrong one.
    expect(lines.some((line) => line.startsWith('bloomvale_repayment_ratio '))).toBe(false);
  });
});
