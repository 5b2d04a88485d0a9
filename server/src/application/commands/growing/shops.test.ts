import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandId, SIM_DAY_MS, type TestGame, testGame } from '../../../testing/test-game.ts';

let world: TestGame;
const BUILT_MS = SIM_DAY_MS;

beforeEach(async () => {
  world = await testGame();
  await world.newcomer('ann');
  await world.newcomer('ben');
});

const starters = async (): Promise<readonly LoanCard[]> =>
  ((await world.game.hall('ann'))?.loans ?? []).filter((loan) => loan.starter);
/** Completes a starter project, with the borrower's fate settled. */
async function fund(fate: 'always pays' | 'never pays', playerId = 'ann'): Promise<LoanCard> {
  const [card] = await starters();
  if (card === undefined) throw new Error('no starter project');
  await world.settleFate(card.id, fate);
  await world.enrich(playerId, 10_000);
  const reply = await world.run(playerId, 'loan.lend', { loanId: card.id, amount: 2_500 });
  expect(reply.ok).toBe(true);
  await world.parts.jobs.runDue();
  return card;
}
const stateOf = async (loanId: string) => (await world.game.shops('v1')).find((shop) => shop.loanId === loanId)?.state;
const kinds = async (playerId: string) =>
  ((await world.game.letters(playerId, null))?.letters ?? []).map(({ kind }) => kind);
/** Some ordinary loan, funded by the test's coins until it runs. */
async function fundOrdinary(sector: string): Promise<LoanCard | null> {
  const hall = await world.game.hall('ann');
  const card = hall?.loans.find((loan) => !loan.starter && loan.sector === sector);
  if (card === undefined) return null;
  await world.settleFate(card.id, 'always pays');
  const share = Math.ceil((card.amount * 0.4) / 2_500) * 2_500;
  let left = card.amount;
  for (const playerId of ['ann', 'ben', 'cleo', 'dan']) {
    await world.newcomer(playerId);
    await world.enrich(playerId, card.amount);
    const amount = Math.min(left, Math.floor((card.amount * 0.4) / 2_500) * 2_500, share);
    if (amount <= 0) break;
    expect(await world.run(playerId, 'loan.lend', { loanId: card.id, amount })).toMatchObject({ ok: true });
    left -= amount;
  }
  await world.parts.jobs.runDue();
  return card;
}

describe('a shop on the square', () => {
  it('is under construction, opens by the clock, and blooms when all is repaid', async () => {
    const { id } = await fund('always pays');
    expect(await stateOf(id)).toBe('construction');
    world.setNow(world.now() + SIM_DAY_MS / 7);
    expect(await stateOf(id)).toBe('open');
    await world.pass(3 * SIM_DAY_MS);
    expect(await stateOf(id)).toBe('blooming');
  });
  it('has its shutter half down when she is late, says why, and is gone after a default', async () => {
    const { id } = await fund('never pays');
    world.setNow(world.now() + SIM_DAY_MS / 3);
    await world.parts.jobs.runDue();
    expect(await stateOf(id)).toBe('late');
    const page = await world.game.shop('ann', id);
    expect(page).toMatchObject({ state: 'late', relation: 'lender', lateCause: 'usual' });
    expect(page?.greeting.en).toContain('ordinary bad month');
    await world.pass(60 * SIM_DAY_MS);
    expect(await stateOf(id)).toBeUndefined();
    expect(await world.game.shop('ann', id)).toMatchObject({ state: 'gone', deals: [] });
  });
});

describe('letters', () => {
  it('come at disbursal, first repayment and the end, to each lender, once', async () => {
    const { id } = await fund('always pays');
    expect(await kinds('ann')).toEqual(['disbursed']);
    await world.pass(3 * SIM_DAY_MS);
    expect(await kinds('ann')).toEqual(['repaid', 'first_repayment', 'disbursed']);
    expect(await kinds('ben')).toEqual([]);
    await world.parts.jobs.runDue();
    const box = await world.game.letters('ann', null);
    expect(box).toMatchObject({ unread: 3, before: null });
    expect(box?.letters[1]).toMatchObject({ loanId: id, text: { en: expect.stringContaining('6.25 coins') } });
    expect(box?.letters[0]?.text.fr).toContain('25\u00a0pièces'.replace('\u00a0', ' '));
    expect(box?.letters[2]?.text).toEqual(
      world.game.content.entrepreneurs.find((person) => person.id === box?.letters[2]?.entrepreneur)?.letter,
    );
  });
  it('say why she is late, and bid farewell with something kept after a default', async () => {
    await fund('never pays');
    await world.pass(60 * SIM_DAY_MS);
    expect(await kinds('ann')).toEqual(['farewell', 'late', 'disbursed']);
    const [farewell] = (await world.game.letters('ann', null))?.letters ?? [];
    expect(farewell?.keepsake).not.toBeNull();
    expect(farewell?.text.en).toContain(farewell?.keepsake?.name.en ?? '?');
    expect((await world.game.album('ann'))?.people[0]).toMatchObject({
      chapters: [{ outcome: 'lost', lent: 2_500, letters: 3, unread: 3 }],
      keepsakes: [farewell?.keepsake],
    });
  });
  it('are written once, also when the postman comes again from the beginning', async () => {
    await fund('always pays');
    await world.pass(3 * SIM_DAY_MS);
    const events = await world.parts.store.reader.loanEventsAfter(0, ['disbursed', 'paid', 'ended'], 100);
    const { lettersDeliver } = await import('./letters-deliver.ts');
    const { journal } = await world.parts.store.reader.lastIds();
    for (const upTo of [1, journal + 1_000])
      await world.parts.bus.system(lettersDeliver, { events, upTo, credited: new Map() });
    expect(await kinds('ann')).toEqual(['repaid', 'first_repayment', 'disbursed']);
  });
  it('can be marked as read by their reader only', async () => {
    await fund('always pays');
    const id = (await world.game.letters('ann', null))?.letters[0]?.id ?? '';
    expect(await world.run('ben', 'letter.read', { letters: [id] })).toMatchObject({ code: 'LETTER_UNKNOWN' });
    expect(await world.run('ann', 'letter.read', { letters: [id, 'nobody.x.y'] })).toMatchObject({
      code: 'LETTER_UNKNOWN',
    });
    expect((await world.game.player('ann'))?.unread).toBe(1);
    expect(await world.run('ann', 'letter.read', { letters: [id, id] })).toMatchObject({ value: { unread: 0 } });
    expect(await world.run('ann', 'letter.read', { letters: [id] })).toMatchObject({ value: { unread: 0 } });
    expect((await world.game.letters('ann', null))?.letters[0]?.read).toBe(true);
    expect((await world.game.player('ann'))?.unread).toBe(0);
  });
});

describe('visiting', () => {
  it('is refused where no shop stands', async () => {
    expect(await world.run('ann', 'shop.visit', { loanId: 'nobody-v1-9' })).toMatchObject({ code: 'SHOP_UNKNOWN' });
    const [card] = await starters();
    expect(await world.run('ann', 'shop.visit', { loanId: card?.id ?? '' })).toMatchObject({ code: 'SHOP_UNKNOWN' });
  });
  it('greets lenders by name, others kindly, and counts a day once', async () => {
    const { id } = await fund('always pays');
    world.setNow(world.now() + BUILT_MS / 7);
    const { name } = (await world.game.player('ann')) ?? { name: '?' };
    const first = await world.run('ann', 'shop.visit', { loanId: id });
    expect(first).toMatchObject({ value: { visits: 1, first: true, greeting: { en: expect.stringContaining(name) } } });
    expect(await world.run('ann', 'shop.visit', { loanId: id })).toMatchObject({ value: { visits: 1, first: false } });
    const other = await world.run('ben', 'shop.visit', { loanId: id });
    expect(other.ok && other.value.greeting.en).not.toContain('{');
    world.setNow(world.now() + 86_400_000);
    expect(await world.run('ann', 'shop.visit', { loanId: id })).toMatchObject({ value: { visits: 2 } });
    expect((await world.game.album('ben'))?.people[0]).toMatchObject({ visits: 1, chapters: [] });
  });
});

describe('trading', () => {
  it('is refused under construction, for what is not on the board, and above the day’s pieces', async () => {
    const { id } = await fund('always pays');
    const deal = { loanId: id, deal: 'sell', good: 'cabbage', quantity: 1 } as const;
    expect(await world.run('ann', 'shop.trade', deal)).toMatchObject({ code: 'SHOP_CLOSED' });
    world.setNow(world.now() + BUILT_MS / 7);
    expect(await world.run('ann', 'shop.trade', { ...deal, good: 'pumpkin', deal: 'buy' })).toMatchObject({
      code: 'SHOP_DEAL',
    });
    const page = await world.game.shop('ann', id);
    const line = page?.deals.find((one) => one.deal === 'sell');
    if (line === undefined) throw new Error('nothing on the board');
    expect(await world.run('ann', 'shop.trade', { ...deal, good: line.good, quantity: line.perDay + 1 })).toMatchObject(
      { code: 'SHOP_LIMIT', detail: { left: line.perDay } },
    );
    expect(await world.run('ann', 'shop.trade', { ...deal, good: line.good })).toMatchObject({ code: 'GOODS_SHORT' });
    expect(world.violations()).toEqual([]);
  });
  it('sells goods for coins and buys goods from the store, once a command, and the books stay whole', async () => {
    const card = await fundOrdinary('agriculture');
    if (card === null) throw new Error('nobody of this sector is listed');
    world.setNow(world.now() + BUILT_MS / 7);
    const page = await world.game.shop('ann', card.id);
    const buy = page?.deals.find((one) => one.deal === 'buy');
    if (buy === undefined) throw new Error('nothing to buy');
    await world.enrich('ann', 100_000);
    const before = (await world.game.player('ann'))?.wallet ?? 0;
    const id = commandId();
    const order = { commandId: id, loanId: card.id, deal: 'buy', good: buy.good, quantity: 2 } as const;
    const bought = await world.run('ann', 'shop.trade', order);
    expect(bought).toMatchObject({ value: { coins: buy.price * 2, left: buy.perDay - 2 } });
    expect(await world.run('ann', 'shop.trade', order)).toEqual(bought);
    const after = await world.game.player('ann');
    expect(after?.wallet).toBe(before - buy.price * 2);
    expect(after?.household.store[buy.good]).toBe(2);
    expect((await world.game.shop('ann', card.id))?.deals.find((one) => one.good === buy.good)?.left).toBe(
      buy.perDay - 2,
    );
    expect((await world.game.album('ann'))?.goods).toContainEqual({ good: buy.good, quantity: 2 });
    expect(world.violations()).toEqual([]);
  });
});

describe('pollination', () => {
  it('raises what lenders sow or sell by the sector of the shop, and neighbours see from whom', async () => {
    const { id } = await fund('always pays');
    expect((await world.game.pollination('ann'))?.sources).toMatchObject([
      { loanId: id, state: 'construction', relation: 'lender', milli: 0 },
    ]);
    world.setNow(world.now() + BUILT_MS / 7);
    const open = await world.game.pollination('ann');
    const [source] = open?.sources ?? [];
    expect(source?.milli).toBeGreaterThan(0);
    if (source?.figure === 'price') expect(open?.stall).toEqual({ priceMilli: source.milli, from: [id] });
    else expect(Object.keys(open?.plots ?? {}).map(Number)).toEqual(source?.plots);
    await world.pass(3 * SIM_DAY_MS);
    const bloom = await world.game.pollination('ann');
    expect(bloom?.sources[0]?.milli).toBeGreaterThan(source?.milli ?? 0);
    const others = await world.game.pollination('ben');
    for (const one of others?.sources ?? []) expect(one).toMatchObject({ relation: 'neighbour', loanId: id });
  });
  it('is recorded with what is sown from then on', async () => {
    const card = await fundOrdinary('agriculture');
    if (card === null) throw new Error('nobody of this sector is listed');
    await world.pass(BUILT_MS);
    const view = await world.game.pollination('ann');
    const plot = Object.keys(view?.plots ?? {}).map(Number)[0] ?? -1;
    world.setNow(world.now() + 60_000);
    await world.run('ann', 'garden.plant', { plots: [plot], crop: 'cabbage' });
    const sown = (await world.game.player('ann'))?.household.plots[plot];
    expect(sown?.yieldMilli).toBe(view?.plots[plot]?.yieldMilli);
    expect(sown?.yieldMilli).toBeGreaterThan(0);
  });
});
