import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ProductSchema } from '../content/lending.ts';
import { FIRST_MODEL } from '../lending/first-model.ts';
import { type LoanTerms, makeTerms } from '../lending/loan-terms.ts';
import { checkInvariants, INVARIANT_TEXT, moneySupply } from './invariants.ts';
import { disbursePlayerLoan, payPlayerInstalment } from './player-loan-postings.ts';
import type {
  BatchRow,
  ContributionRow,
  InvariantId,
  LedgerSnapshot,
  LoanRow,
  OwnLoanSummary,
  TransferRow,
} from './snapshot.ts';
import { INVARIANT_IDS } from './snapshot.ts';
import { SmallWorld } from './testing/small-world.ts';

const product = (instalments: number, intervalSimHours: number): z.infer<typeof ProductSchema> => ({
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments,
  intervalSimHours,
  method: 'equal_instalments',
  graceOnPrincipal: 0,
  funding: 'fixed',
  currencyLoss: 'none',
  starter: false,
});
const monthly = makeTerms({ model: FIRST_MODEL, product: product(8, 720), annualCost: 0.28, grade: 'A' });
const risky: LoanTerms = { ...monthly, grade: 'E', hPpm: 500_000, rollPpm: [800_000, 900_000, 950_000, 990_000] };
const awa = { kind: 'player', player: 'awa' } as const;
const ben = { kind: 'player', player: 'ben' } as const;

/** Two plots in kind, the first of four instalments paid. */
const OWN_LOAN: OwnLoanSummary = {
  id: 'own-ben-1',
  running: true,
  principal: 16_000,
  cost: 800,
  paidPrincipal: 4_000,
  paidCost: 200,
  waived: 0,
  writtenOff: 0,
  owed: 12_600,
};
const own = (change: Partial<OwnLoanSummary>) => ({ ownLoans: () => [{ ...OWN_LOAN, ...change }] });

/** Every fate a loan can have: ended, defaulted, expired with refunds, open, funded and running. */
function world(seed = 1): SmallWorld {
  const w = new SmallWorld();
  w.gift('awa', 400_000);
  w.gift('ben', 400_000);
  for (const [id, terms, ticks] of [
    ['good', monthly, 40],
    ['bad', risky, 40],
    ['running', monthly, 3],
  ] as const) {
    w.list(id, terms, 10_000);
    w.lend(id, awa, 5_000);
    w.lend(id, ben, 2_500);
    w.lend(id, { kind: 'matcher', campaign: 'launch' }, 2_500);
    w.disburse(id);
    for (let i = 0; i < ticks && w.tick(id, [seed, i]); i++);
  }
  w.list('expired', monthly, 10_000);
  w.lend('expired', awa, 2_500);
  w.endWindow('expired');
  w.list('open', monthly, 10_000);
  w.lend('open', ben, 2_500);
  w.list('funded', monthly, 2_500);
  w.lend('funded', ben, 2_500);
  w.post(disbursePlayerLoan('own-ben-1', 'ben', 16_000, 800, true));
  w.post(payPlayerInstalment('own-ben-1', 'ben', 1, 4_000, 200));
  w.ownLoans.push(OWN_LOAN);
  w.goodsMovements.push(
    { seq: 1, owner: 'awa', good: 'tomato', delta: 5, event: 'harvest:1' },
    { seq: 2, owner: 'awa', good: 'tomato', delta: -2, event: 'sale:1' },
  );
  w.goods.push({ owner: 'awa', good: 'tomato', quantity: 3 });
  return w;
}

const broken = (snapshot: LedgerSnapshot): InvariantId[] => [
  ...new Set(checkInvariants(snapshot).map((one) => one.id)),
];

describe('a sound world', () => {
  const w = world();
  it('reaches every fate', () => {
    expect(Object.fromEntries([...w.loans].map(([id, loan]) => [id, loan.life.state]))).toEqual({
      good: 'ended',
      bad: 'defaulted',
      running: 'in_repayment',
      expired: 'expired',
      open: 'fundraising',
      funded: 'funded',
    });
  });
  it('has no violation', () => {
    expect(checkInvariants(w.snapshot())).toEqual([]);
  });
  it('holds what was minted less what was lost', () => {
    const lost = w.loans.get('bad')?.life.writtenOff ?? 0;
    expect(lost).toBeGreaterThan(0);
    expect(moneySupply(w.snapshot())).toBe(800_000 + 7_500 - lost - OWN_LOAN.paidPrincipal);
  });
  it('stays sound whatever chance does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
        expect(checkInvariants(world(seed).snapshot())).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
  it('says every invariant in words', () => {
    expect(INVARIANT_IDS.every((id) => INVARIANT_TEXT[id].length > 10)).toBe(true);
  });
});

const w = world();
const base = w.snapshot();
const transfers = (change: (row: TransferRow) => TransferRow | null): Partial<LedgerSnapshot> => ({
  transfers: () => w.transfers.map(change).filter((row) => row !== null),
});
const batches = (change: (row: BatchRow) => BatchRow): Partial<LedgerSnapshot> => ({
  batches: () => w.batches.map(change),
});
const loans = (id: string, change: Partial<LoanRow>): Partial<LedgerSnapshot> => ({
  loans: () => [...base.loans()].map((row) => (row.id === id ? { ...row, ...change } : row)),
});
const parts = (id: string, change: Partial<ContributionRow>): Partial<LedgerSnapshot> => ({
  contributions: () => [...base.contributions()].map((row) => (row.id === id ? { ...row, ...change } : row)),
});
const extra = (batch: Partial<BatchRow>, legs: readonly Partial<TransferRow>[]): Partial<LedgerSnapshot> => {
  const key = batch.key ?? 'extra';
  return {
    batches: () => [...w.batches, { seq: 1e6, key, kind: 'earn', actor: 'system', reason: 'test', at: 0, ...batch }],
    transfers: () => [
      ...w.transfers,
      ...legs.map((leg, i) => ({
        seq: 1e6 + i,
        batch: key,
        debit: 'mint:event',
        credit: 'wallet:awa',
        amount: 1,
        kind: 'earn',
        ref: 'x',
        ...leg,
      })),
    ],
  };
};

describe('each invariant sees its breach', () => {
  const cases: readonly [InvariantId, string, Partial<LedgerSnapshot>][] = [
    [
      'I1',
      'a balance without its other side',
      { accounts: () => [...base.accounts(), { id: 'sink:shop', debits: 0, credits: 5 }] },
    ],
    ['I2', 'a wallet that was overdrawn', extra({}, [{ debit: 'wallet:zoe', credit: 'sink:shop' }])],
    ['I2', 'a stored wallet below zero', { accounts: () => [{ id: 'wallet:zoe', debits: 2, credits: 0 }] }],
    ['I3', 'an amount of zero', transfers((row) => (row.seq === 0 ? { ...row, amount: 0 } : row))],
    ['I3', 'an account that is not in the chart', extra({}, [{ credit: 'purse:awa' }])],
    ['I3', 'coins that become tokens', extra({}, [{ credit: 'merci:awa' }])],
    ['I3', 'transfers out of order', transfers((row) => (row.seq === 1 ? { ...row, seq: -1 } : row))],
    ['I4', 'a contribution the ledger does not know', parts('good-0', { amount: 5_001 })],
    ['I4', 'a loan that does not know its contributions', loans('running', { raised: 7_500 })],
    [
      'I5',
      'escrow kept after disbursal',
      extra({ kind: 'lend' }, [{ debit: 'wallet:awa', credit: 'escrow:running', kind: 'lend' }]),
    ],
    ['I6', 'unpaid instalments that differ from the account', loans('running', { unpaidPrincipal: 1 })],
    ['I6', 'a repaid amount the ledger does not know', loans('good', { repaid: 9_999 })],
    [
      'I7',
      'a collection that is not handed out',
      extra({ kind: 'repay' }, [{ debit: 'borrower:running', credit: 'collect:running', kind: 'repay.collect' }]),
    ],
    ['I8', 'an ended loan with a lender who misses coins', parts('good-0', { paid: 4_999 })],
    ['I9', 'a default that lost more than was written off', parts('bad-0', { paid: 0 })],
    ['I10', 'a lender who got more than they lent', parts('running-0', { paid: 5_001 })],
    [
      'I11',
      'a key that stands twice',
      batches((row) => (row.seq === 1 ? { ...row, key: (w.batches[0] as BatchRow).key } : row)),
    ],
    [
      'I11',
      'a batch without transfers',
      { batches: () => [...w.batches, { seq: 1e6, key: 'x', kind: 'earn', actor: 'a', reason: 'r', at: 0 }] },
    ],
    ['I12', 'an expired loan without its refund', parts('expired-0', { refunded: 0 })],
    [
      'I12',
      'a refund of a running loan',
      extra({ kind: 'refund' }, [
        { debit: 'borrower:running', credit: 'wallet:awa', kind: 'refund', ref: 'contribution:running-0' },
      ]),
    ],
    [
      'I13',
      'a loan that was disbursed and refunded',
      extra({ kind: 'refund' }, [
        { debit: 'borrower:running', credit: 'wallet:awa', kind: 'refund', ref: 'contribution:running-0' },
      ]),
    ],
    ['I13', 'a running loan that was never disbursed', loans('open', { state: 'in_repayment', raised: 2_500 })],
    ['I14', 'clearing that is not empty', extra({}, [{ debit: 'mint:event', credit: 'suspense' }])],
    [
      'I15',
      'coins from nowhere',
      { accounts: () => [...base.accounts(), { id: 'wallet:zoe', debits: 0, credits: 9 }] },
    ],
    [
      'I15',
      'a receivable without its contra',
      { accounts: () => [...base.accounts(), { id: 'receivable:x', debits: 9, credits: 0 }] },
    ],
    [
      'I16',
      'a stored balance that differs from its transfers',
      {
        accounts: () =>
          [...base.accounts()].map((row) => (row.id === 'wallet:awa' ? { ...row, credits: row.credits + 1 } : row)),
      },
    ],
    ['I16', 'transfers without a balance', extra({}, [{ credit: 'wallet:zoe' }])],
    ['I17', 'a faucet above its cap', { faucetCaps: [{ mint: 'mint:welcome', perDay: 1_000 }] }],
    [
      'I18',
      'an over-funded loan',
      extra({ kind: 'lend' }, [{ debit: 'wallet:awa', credit: 'escrow:funded', kind: 'lend', amount: 100 }]),
    ],
    ['I19', 'a reversal of nothing', extra({ key: 'rev:nothing', kind: 'reverse' }, [{}])],
    ['I20', 'a batch nobody answers for', batches((row) => (row.seq === 0 ? { ...row, actor: '' } : row))],
    ['I20', 'a batch without a reason', batches((row) => (row.seq === 0 ? { ...row, reason: '' } : row))],
    ['I21', 'goods without movements', { goods: () => [{ owner: 'awa', good: 'tomato', quantity: 4 }] }],
    ['I21', 'movements without goods', { goods: () => [] }],
    [
      'I21',
      'a sale of what was not there',
      { goodsMovements: () => [{ seq: 1, owner: 'awa', good: 'tomato', delta: -1, event: 'sale:1' }] },
    ],
    [
      'I21',
      'a good without a source',
      { goodsMovements: () => [{ seq: 1, owner: 'awa', good: 'tomato', delta: 3, event: '' }] },
    ],
    ['I22', 'an instalment that no transfer paid', own({ paidPrincipal: 8_000, owed: 8_600 })],
    ['I22', 'a debt that grew', own({ cost: 900, owed: 12_700 })],
    ['I22', 'a schedule that asks for more than is left', own({ owed: 12_601 })],
    ['I22', 'a closed loan with something left to pay', own({ running: false })],
    ['I22', 'a loan that is not stored', { ownLoans: () => [] }],
  ];
  it.each(cases)('%s: %s', (id, _name, change) => {
    expect(broken({ ...base, ...change })).toContain(id);
  });
  it('has a case for every invariant', () => {
    const tested = new Set(cases.map(([id]) => id));
    expect(INVARIANT_IDS.filter((id) => !tested.has(id))).toEqual([]);
  });
  it('names the row', () => {
    const [first] = checkInvariants({ ...base, ...loans('running', { unpaidPrincipal: 1 }) });
    expect(first).toMatchObject({ id: 'I6', where: 'loan running (in_repayment)' });
  });
});
