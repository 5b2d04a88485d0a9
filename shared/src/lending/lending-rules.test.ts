import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLend, type LendContext, leavesLowPurse, lendLimits } from './caps.ts';
import { inLastQuarter, type PoolCandidate, poolLends, starterSource } from './pool-rules.ts';
import { type PortfolioLine, portfolioFigures, reLent } from './portfolio.ts';

const economy = {
  share: 2_500,
  playerCapPercent: 40,
  windowSimHours: 720,
  openMin: 12,
  openMax: 24,
  starterOpen: 3,
  starterPerPlayer: 3,
  starterMatched: 7_500,
  lowPurse: 2_000,
};
const open: LendContext = {
  amount: 50_000,
  raised: 0,
  open: true,
  windowOver: false,
  playerHolds: 0,
  wallet: 100_000,
  starter: false,
  economy,
};
const limits = (change: Partial<LendContext>): unknown => {
  const result = lendLimits({ ...open, ...change });
  return result.ok ? [result.value.min, result.value.max] : result.error;
};
const check = (change: Partial<LendContext>, amount: number): unknown => {
  const result = checkLend({ ...open, ...change }, amount);
  return result.ok ? result.value : result.error;
};

describe('what a player may lend', () => {
  it.each([
    ['a loan that is not fundraising', { open: false }, 'LEND_CLOSED'],
    ['a loan that has all it needs', { raised: 50_000 }, 'LEND_CLOSED'],
    ['a window that is over', { windowOver: true }, 'LEND_EXPIRED'],
    ['a lender who holds their part', { playerHolds: 20_000 }, 'LEND_LIMIT'],
    ['a lender with less than a share of the cap left', { playerHolds: 17_600 }, 'LEND_LIMIT'],
    ['a purse below a share', { wallet: 2_499 }, 'LEND_FUNDS'],
  ])('refuses %s', (_name, change, code) => {
    expect(limits(change)).toBe(code);
    expect(check(change, 2_500)).toBe(code);
  });
  it.each([
    ['LEND_BELOW_SHARE', {}, 2_499],
    ['LEND_BELOW_SHARE', {}, 0],
    ['LEND_BELOW_SHARE', {}, -2_500],
    ['LEND_BELOW_SHARE', {}, 2_500.5],
    ['LEND_BELOW_SHARE', {}, Number.NaN],
    ['LEND_STEP', {}, 2_600],
    ['LEND_OVER', { raised: 45_000 }, 7_500],
    ['LEND_LIMIT', {}, 22_500],
    ['LEND_FUNDS', { wallet: 5_000 }, 7_500],
  ])('refuses with %s', (code, change, amount) => {
    expect(check(change, amount)).toBe(code);
  });
  it('is whole shares up to the cap, the purse and what is missing', () => {
    expect(limits({})).toEqual([2_500, 20_000]);
    expect(limits({ wallet: 9_999 })).toEqual([2_500, 7_500]);
    expect(limits({ raised: 45_000 })).toEqual([2_500, 5_000]);
    expect(limits({ playerHolds: 12_500 })).toEqual([2_500, 7_500]);
  });
  it('takes the last, smaller part whole', () => {
    expect(limits({ raised: 48_000 })).toEqual([2_000, 2_000]);
    expect(check({ raised: 48_000 }, 2_000)).toBe(2_000);
    expect(check({ raised: 48_000 }, 1_000)).toBe('LEND_BELOW_SHARE');
    expect(limits({ raised: 47_000 })).toEqual([2_500, 3_000]);
  });
  it('lets a newcomer complete a starter project', () => {
    expect(limits({ amount: 10_000, raised: 7_500, starter: true })).toEqual([2_500, 2_500]);
    expect(limits({ amount: 10_000, raised: 0, starter: false })).toEqual([2_500, 2_500]);
  });
  it('warns of a low purse', () => {
    expect([leavesLowPurse(4_500, 2_500, economy), leavesLowPurse(4_499, 2_500, economy)]).toEqual([false, true]);
  });
  it('offers only amounts that the server takes, and refuses alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.integer({ min: 0, max: 50_000 }),
        fc.boolean(),
        (units, part, held, wallet, starter) => {
          const amount = units * 250;
          const raised = Math.floor(amount * part);
          const context = {
            ...open,
            amount,
            raised,
            playerHolds: Math.min(raised, Math.floor(amount * held)),
            wallet,
            starter,
          };
          const found = lendLimits(context);
          if (!found.ok) {
            expect(checkLend(context, Math.min(2_500, amount - raised))).toEqual(found);
            return;
          }
          const { min, max, choices } = found.value;
          expect([choices[0], choices.at(-1)]).toEqual([min, max]);
          expect(choices.length).toBeLessThanOrEqual(6);
          for (const choice of choices) expect(checkLend(context, choice)).toEqual({ ok: true, value: choice });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the community pool', () => {
  const loan = (loanId: string, change: Partial<PoolCandidate> = {}): PoolCandidate => ({
    loanId,
    amount: 50_000,
    raised: 0,
    poolHolds: 0,
    opensAt: 0,
    windowEndsAt: 1_000,
    starter: false,
    ...change,
  });
  const rules = { pool: { endowment: 5_000_000, maxPercent: 30 }, lending: economy };
  it('waits for the last quarter of the window', () => {
    expect([749, 750, 999, 1_000].map((at) => inLastQuarter(loan('a'), at))).toEqual([false, true, true, false]);
    expect(poolLends([loan('a')], 1_000_000, 749, rules)).toEqual([]);
  });
  it('lends whole shares, at most 30 percent of a loan, at most what is missing', () => {
    expect(poolLends([loan('a')], 1_000_000, 800, rules)).toEqual([{ loanId: 'a', amount: 15_000 }]);
    expect(poolLends([loan('a', { poolHolds: 10_000 })], 1_000_000, 800, rules)).toEqual([
      { loanId: 'a', amount: 5_000 },
    ]);
    expect(poolLends([loan('a', { raised: 47_500 })], 1_000_000, 800, rules)).toEqual([{ loanId: 'a', amount: 2_500 }]);
    expect(poolLends([loan('a', { poolHolds: 15_000 })], 1_000_000, 800, rules)).toEqual([]);
  });
  it('goes by the window, then by what is missing, then by id, while its coins last', () => {
    const list = [loan('d'), loan('c', { raised: 40_000 }), loan('b', { windowEndsAt: 900 }), loan('a')];
    expect(poolLends(list, 27_500, 800, rules)).toEqual([
      { loanId: 'b', amount: 15_000 },
      { loanId: 'c', amount: 10_000 },
      { loanId: 'a', amount: 2_500 },
    ]);
  });
  it('leaves starter projects to their newcomers', () => {
    expect(poolLends([loan('a', { starter: true })], 1_000_000, 800, rules)).toEqual([]);
    expect([starterSource(7_500, economy), starterSource(7_499, economy)]).toEqual(['pool', 'matching']);
  });
  it('gives the same answer in any order of the list, and never spends more than it has', () => {
    const list = fc.uniqueArray(
      fc.record({
        loanId: fc.string({ minLength: 1, maxLength: 3 }),
        raised: fc.integer({ min: 0, max: 20 }),
        windowEndsAt: fc.integer({ min: 801, max: 1_050 }),
      }),
      { selector: (one) => one.loanId, maxLength: 12 },
    );
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 100_000 }), (some, balance) => {
        const candidates = some.map((one) => loan(one.loanId, { ...one, raised: one.raised * 2_500 }));
        const lends = poolLends(candidates, balance, 800, rules);
        expect(poolLends([...candidates].reverse(), balance, 800, rules)).toEqual(lends);
        expect(lends.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(balance);
      }),
    );
  });
});

describe('a portfolio', () => {
  const line = (change: Partial<PortfolioLine>): PortfolioLine => ({
    contributed: 2_500,
    repaid: 0,
    recovered: 0,
    refunded: 0,
    forgiven: 0,
    fxLoss: 0,
    covered: 0,
    phase: 'running',
    daysPastDue: 0,
    ...change,
  });
  it('is empty without loans', () => {
    expect(portfolioFigures([])).toMatchObject({ lent: 0, outstanding: 0, lost: 0, loans: { running: 0 } });
  });
  it('tells running, late, closed, raising and lost money apart', () => {
    const figures = portfolioFigures([
      line({ phase: 'raising' }),
      line({ repaid: 500 }),
      line({ repaid: 1_000, daysPastDue: 12 }),
      line({ phase: 'closed', repaid: 2_500 }),
      line({ phase: 'closed', refunded: 2_500 }),
      line({ phase: 'defaulted', repaid: 1_000, recovered: 200, forgiven: 300, covered: 500, daysPastDue: 200 }),
      line({ phase: 'closed', repaid: 2_400, fxLoss: 100 }),
    ]);
    expect(figures).toEqual({
      lent: 17_500,
      repaid: 7_400,
      refunded: 2_500,
      raising: 2_500,
      outstanding: 3_500,
      late: 1_500,
      lost: 1_100,
      recovered: 200,
      forgiven: 300,
      covered: 500,
      loans: { raising: 1, running: 2, late: 1, closed: 3, defaulted: 1 },
    });
  });
  it('always adds up', () => {
    const phase = fc.constantFrom('raising' as const, 'running' as const, 'defaulted' as const);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            repaid: fc.integer({ min: 0, max: 1_000 }),
            forgiven: fc.integer({ min: 0, max: 500 }),
            fxLoss: fc.integer({ min: 0, max: 99 }),
            phase,
          }),
        ),
        (some) => {
          const f = portfolioFigures(some.map(line));
          expect(f.repaid + f.recovered + f.refunded + f.forgiven + f.raising + f.outstanding + f.lost).toBe(f.lent);
        },
      ),
    );
  });
  it('counts money that went round again', () => {
    expect(
      reLent([
        { kind: 'lent', amount: 100 },
        { kind: 'back', amount: 60 },
        { kind: 'lent', amount: 50 },
        { kind: 'lent', amount: 50 },
      ]),
    ).toBe(60);
    expect(reLent([{ kind: 'lent', amount: 100 }])).toBe(0);
  });
});
