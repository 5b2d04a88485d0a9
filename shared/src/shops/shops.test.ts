import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROWING } from '../content/growing.fixture.ts';
import { SHOP_STATES } from '../content/growing.ts';
import { LOAN_STATES } from '../lending/loan-state.ts';
import { CONTENT, context, household, START, totalOf } from '../play/play.fixture.ts';
import { dayOf } from '../play/stall-clock.ts';
import { SIM_HOUR } from '../time/sim-clock.ts';
import { mainCause } from './late-cause.ts';
import { besidesMilli, boardOf } from './shop-board.ts';
import { piecesADay, shopStateOf, tierOf } from './shop-state.ts';
import { trade } from './shop-trade.ts';

const RULES = GROWING.shops;

describe('what a shop looks like', () => {
  const running = { state: 'in_repayment', disbursedSim: 1_000, missed: 0 } as const;
  const built = 1_000 + 3 * SIM_HOUR;
  it('is under construction until it opens, late from the first missed instalment, in bloom when all is paid', () => {
    expect(shopStateOf(running, built - 1, RULES)).toBe('construction');
    expect(shopStateOf(running, built, RULES)).toBe('open');
    expect(shopStateOf({ ...running, missed: 1 }, built, RULES)).toBe('late');
    expect(shopStateOf({ ...running, state: 'ended' }, 0, RULES)).toBe('blooming');
    expect(shopStateOf({ ...running, state: 'ended_with_loss' }, 0, RULES)).toBe('blooming');
  });
  it('is nothing for every loan that was never disbursed, or is gone', () => {
    const looks = LOAN_STATES.filter((state) => shopStateOf({ ...running, state }, built, RULES) !== null);
    expect(looks).toEqual(['funded', 'in_repayment', 'ended', 'ended_with_loss']);
  });
  it('has a tier by its loan', () => {
    expect([10_000, 20_000, 49_999, 50_000].map((principal) => tierOf(principal, RULES))).toEqual([1, 2, 2, 3]);
  });
});

describe('the pieces of a day', () => {
  it('are none under construction, fewer when late, more in bloom, by size and by neighbours', () => {
    expect(SHOP_STATES.map((state) => piecesADay(8, state, 2, 0, RULES))).toEqual([0, 8, 4, 12]);
    expect(piecesADay(8, 'open', 1, 0, RULES)).toBe(6);
    expect(piecesADay(8, 'open', 2, 500, RULES)).toBe(12);
    expect(piecesADay(1, 'late', 1, 0, RULES)).toBe(1);
  });
  it('grow with shops next door, up to the cap, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SHOP_STATES), { maxLength: 14 }), (states) => {
        const added = besidesMilli(states, CONTENT);
        expect(added).toBeLessThanOrEqual(GROWING.pollination.square.cap);
        expect(besidesMilli([...states].reverse(), CONTENT)).toBe(added);
        expect(besidesMilli([...states, 'blooming'], CONTENT)).toBeGreaterThanOrEqual(added);
      }),
    );
  });
});

describe('the board', () => {
  it('names what the sector sells and buys, at its percent of the price', () => {
    const shop = { state: 'open', tier: 2, besides: 0 } as const;
    expect(boardOf('agriculture', shop, CONTENT)).toEqual([{ deal: 'buy', good: 'bean', price: 246, perDay: 4 }]);
    expect(boardOf('food', shop, CONTENT)).toEqual([{ deal: 'sell', good: 'cress', price: 130, perDay: 6 }]);
  });
  it('leaves out what the catalogue no longer knows', () => {
    const content = { ...CONTENT, goods: [] };
    expect(boardOf('food', { state: 'open', tier: 2, besides: 0 }, content)).toEqual([]);
  });
});

describe('trade', () => {
  const buy = { line: { deal: 'buy', good: 'bean', price: 246, perDay: 4 }, quantity: 2, left: 4 } as const;
  const sell = { line: { deal: 'sell', good: 'cress', price: 130, perDay: 6 }, quantity: 2, left: 6 } as const;
  const code = (result: ReturnType<typeof trade>) => (result.ok ? 'ok' : result.error.code);
  it('is refused above the day’s pieces, without coins, without goods, with a full store, above the day’s cap', () => {
    expect(trade(household(), { ...buy, quantity: 5 }, context())).toMatchObject({
      error: { code: 'SHOP_LIMIT', detail: { left: 4 } },
    });
    expect(code(trade(household(), buy, context({ wallet: 491 })))).toBe('FUNDS');
    expect(code(trade(household({ store: { bean: 9_998 } }), buy, context()))).toBe('STORE_FULL');
    expect(code(trade(household({ store: { cress: 1 } }), sell, context()))).toBe('GOODS_SHORT');
    const full = { day: dayOf(START), earnedToday: CONTENT.economy.stallDailyCap - 100 };
    expect(code(trade(household({ store: { cress: 2 }, stall: full }), sell, context()))).toBe('STALL_CAP');
  });
  it('buys: coins go, goods come, and every good has its source', () => {
    const done = trade(household(), buy, context());
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.household.store).toEqual({ bean: 2 });
    expect(totalOf(done.value.coins)).toBe(-492);
    expect(done.value.goods).toEqual([{ good: 'bean', quantity: 2, from: 'shop', to: 'store' }]);
    expect(done.value.value).toMatchObject({ coins: 492, left: 2, traded: { good: 'bean', quantity: 2 } });
  });
  it('sells: goods go, coins come, and they count towards the day’s cap', () => {
    const done = trade(household({ store: { cress: 3 } }), sell, context());
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.household.store).toEqual({ cress: 1 });
    expect(done.value.household.stall.earnedToday).toBe(260);
    expect(done.value.coins).toEqual([
      { kind: 'earn', source: 'minigame', amount: 260, key: `shop:${dayOf(START)}:c1` },
    ]);
    expect(done.value.goods).toEqual([{ good: 'cress', quantity: 2, from: 'store', to: 'shop' }]);
  });
});

describe('why she is late', () => {
  it('is what weighed most of the causes the model drew with', () => {
    expect(mainCause({ causes: 'lean_season:250 drought:800', factor: 1 })).toBe('drought');
    expect(mainCause({ causes: 'harvest:-250 illness:1000', factor: 1 })).toBe('illness');
  });
  it('is the region’s month when no cause has a name, or an ordinary one', () => {
    expect(mainCause({ causes: 'harvest:-250', factor: -0.4 })).toBe('region');
    expect(mainCause({ causes: '', factor: 0.4 })).toBe('usual');
    expect(mainCause({})).toBe('usual');
    expect(mainCause({ causes: 'nonsense:9 :: x' })).toBe('usual');
  });
});
