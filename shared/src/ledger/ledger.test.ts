import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../result.ts';
import { ACCOUNT_NAMES, accountOf, balanceOn, CHART, escrowOf, merciOf, parseAccount, walletOf } from './accounts.ts';
import { BalanceOverlay, type Posted } from './apply.ts';
import type { Batch, Transfer } from './batch.ts';
import { disbursePlayerLoan, payPlayerInstalment, writeOffPlayerLoan } from './player-loan-postings.ts';
import * as post from './postings.ts';

const part = (id: string, player: string, amount: number, paid = 0): post.Contribution => ({
  id,
  source: { kind: 'player', player },
  amount,
  paid,
  forgiven: 0,
});
const purse = (balances: Record<string, number>): BalanceOverlay =>
  new BalanceOverlay((id) => {
    const amount = balances[id];
    if (amount === undefined) return undefined;
    return accountOf(id).side === 'credit' ? { debits: 0, credits: amount } : { debits: amount, credits: 0 };
  });
const code = (overlay: BalanceOverlay, batch: Batch): string => {
  const result = overlay.apply(batch);
  return result.ok ? 'ok' : result.error.code;
};
const one = (change: Partial<Transfer>): Batch => ({
  key: 'k',
  kind: 'earn',
  actor: 'system',
  reason: 'test',
  transfers: [{ debit: 'mint:event', credit: 'wallet:a', amount: 5, kind: 'earn', ref: 'x', ...change }],
});

describe('accounts', () => {
  it.each([
    '',
    'wallet',
    'wallet:',
    'wallet:a b',
    'wallet:a:b',
    'mint:signup',
    'mint:welcome:x',
    `wallet:${'a'.repeat(65)}`,
    'toString',
  ])('refuses %j', (id) => {
    expect(parseAccount(id)).toBeNull();
  });
  it('refuses to build an account for a strange owner', () => {
    expect(() => walletOf('a:b')).toThrow(InvariantError);
    expect(() => accountOf('x')).toThrow('no such account');
  });
  it('parses every account of the chart', () => {
    for (const name of ACCOUNT_NAMES) {
      const id = CHART[name].owned ? `${name}:o-1` : name;
      expect(parseAccount(id)).toMatchObject({ id, name, owner: CHART[name].owned ? 'o-1' : null });
    }
  });
  it('has one code an account in each ledger', () => {
    const codes = ACCOUNT_NAMES.map((name) => `${CHART[name].ledger}/${CHART[name].code}`);
    expect(new Set(codes).size).toBe(codes.length);
  });
  it('knows the sides', () => {
    expect([balanceOn('debit', 5, 2), balanceOn('credit', 5, 2)]).toEqual([3, -3]);
  });
});

describe('BalanceOverlay', () => {
  it.each([
    ['BAD_AMOUNT', one({ amount: 0 })],
    ['BAD_AMOUNT', one({ amount: 1.5 })],
    ['BAD_AMOUNT', one({ amount: Number.MAX_SAFE_INTEGER + 1 })],
    ['SAME_ACCOUNT', one({ credit: 'mint:event' })],
    ['UNKNOWN_ACCOUNT', one({ credit: 'purse:a' })],
    ['UNKNOWN_ACCOUNT', one({ debit: 'purse:a' })],
    ['CROSS_LEDGER', one({ credit: merciOf('a') })],
    ['INSUFFICIENT', one({ debit: 'wallet:b' })],
    ['NOT_CLEARED', one({ credit: 'suspense' })],
    ['EMPTY', { ...one({}), transfers: [] }],
    ['NO_ACTOR_OR_REASON', { ...one({}), actor: '' }],
    ['NO_ACTOR_OR_REASON', { ...one({}), reason: '' }],
  ])('refuses with %s and changes nothing', (expected, batch) => {
    const overlay = purse({});
    expect(code(overlay, batch)).toBe(expected);
    expect(overlay.changes().size).toBe(0);
  });
  it('says how much is missing', () => {
    const result = purse({ 'wallet:a': 3 }).apply(one({ debit: 'wallet:a', credit: 'sink:shop' }));
    expect(result).toEqual({ ok: false, error: { code: 'INSUFFICIENT', account: 'wallet:a', missing: 2 } });
  });
  it('does not let a later leg repair an earlier overdraft', () => {
    const legs = [one({ debit: 'wallet:a', credit: 'sink:shop' }), one({})].flatMap((batch) => batch.transfers);
    expect(code(purse({}), { ...one({}), transfers: legs })).toBe('INSUFFICIENT');
    expect(code(purse({}), { ...one({}), transfers: [...legs].reverse() })).toBe('ok');
  });
  it('lets exactly one of two spends of the same coins through', () => {
    const overlay = purse({ 'wallet:a': 5 });
    const spend = one({ debit: 'wallet:a', credit: 'sink:shop' });
    expect([code(overlay, spend), code(overlay, spend)]).toEqual(['ok', 'INSUFFICIENT']);
    expect(overlay.balance('wallet:a')).toBe(0);
  });
  it('previews without applying', () => {
    const overlay = purse({});
    expect(overlay.preview(one({})).ok).toBe(true);
    expect(overlay.changes().size).toBe(0);
  });
  it('keeps debits equal to credits and wallets above zero under any movements', () => {
    const name = fc.constantFrom('wallet:a', 'wallet:b', 'escrow:l', 'mint:event', 'sink:shop');
    const legs = fc.array(fc.record({ debit: name, credit: name, amount: fc.integer({ min: 1, max: 50 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(legs, { maxLength: 30 }), (groups) => {
        const overlay = purse({});
        for (const group of groups) {
          overlay.apply({ ...one({}), transfers: group.map((leg) => ({ ...leg, kind: 'earn', ref: 'x' })) });
        }
        const all = [...overlay.changes()];
        const sum = (pick: (posted: Posted) => number) => all.reduce((total, [, posted]) => total + pick(posted), 0);
        expect(sum((posted) => posted.debits)).toBe(sum((posted) => posted.credits));
        for (const id of ['wallet:a', 'wallet:b', 'escrow:l']) expect(overlay.balance(id)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('posting rules', () => {
  const lenders = [part('c1', 'a', 5_000), part('c2', 'b', 2_500), part('c3', 'c', 2_500)];
  const flow = (batch: Batch): string[] => batch.transfers.map((t) => `${t.debit} > ${t.credit} ${t.amount}`);

  it.each([
    ['T1', post.earn('mint:welcome', 'a', 'gift', 5, 'gift'), 'earn:welcome:a:gift', ['mint:welcome > wallet:a 5']],
    ['T2', post.buy('sink:shop', 'a', 'cmd', 5, 'seed'), 'shop:cmd', ['wallet:a > sink:shop 5']],
    ['T3', post.lend('l', part('c1', 'a', 5), 'cmd', 'player:a'), 'lend:cmd', ['wallet:a > escrow:l 5']],
    [
      'T3 from the pool',
      post.lend('l', { id: 'c', source: { kind: 'community' }, amount: 5 }, 'cmd', 'system'),
      'lend:cmd',
      ['pool:community > escrow:l 5'],
    ],
    [
      'T3 from a team',
      post.lend('l', { id: 'c', source: { kind: 'team', team: 't' }, amount: 5 }, 'cmd', 'system'),
      'lend:cmd',
      ['pool:team:t > escrow:l 5'],
    ],
    ['T4', post.disburse('l', 5), 'disburse:l', ['escrow:l > borrower:l 5']],
    [
      'T5',
      post.refund('l', lenders, 'expire'),
      'expire:l',
      ['escrow:l > wallet:a 5000', 'escrow:l > wallet:b 2500', 'escrow:l > wallet:c 2500'],
    ],
    [
      'T7',
      post.writeOff('l', 9, [{ contribution: 'c1', source: { kind: 'player', player: 'a' }, amount: 4 }]),
      'writeoff:l',
      ['borrower:l > loss:default 9', 'guarantee:fund > wallet:a 4'],
    ],
    ['T9', post.fxLoss('l', 3, 7), 'fx:l:3', ['borrower:l > loss:fx 7']],
    ['T11 in', post.poolDeposit('pool:community', 'a', 'cmd', 5), 'pool:cmd', ['wallet:a > pool:community 5']],
    ['T11 out', post.poolPayout('pool:community', 'a', 'cmd', 5, 'rule'), 'pool:cmd', ['pool:community > wallet:a 5']],
    ['T18 given', post.correct('a', 'p7', 5, 'operator:ada', 'why'), 'correct:p7', ['mint:ops > wallet:a 5']],
    ['T18 taken', post.correct('a', 'p8', -5, 'operator:ada', 'why'), 'correct:p8', ['wallet:a > sink:revoke 5']],
    [
      'T12',
      post.match('l', { id: 'c', source: { kind: 'matcher', campaign: 'x' }, amount: 5 }),
      'match:l:c',
      ['mint:matching > escrow:l 5'],
    ],
    [
      'T13',
      post.reverse(post.disburse('l', 5), 'operator:o', 'mistake'),
      'rev:disburse:l',
      ['borrower:l > escrow:l 5'],
    ],
    [
      'T14',
      disbursePlayerLoan('pl', 'a', 16_000, 800, false),
      'disburse:pl',
      ['mint:loan > wallet:a 16000', 'receivable:pl > receivable-contra:pl 16800'],
    ],
    [
      'T14 in kind',
      disbursePlayerLoan('pl', 'a', 16_000, 800, true),
      'disburse:pl',
      ['mint:loan > sink:upgrade 16000', 'receivable:pl > receivable-contra:pl 16800'],
    ],
    [
      'T15',
      payPlayerInstalment('pl', 'a', 1, 4_000, 200),
      'instalment:pl:1',
      ['wallet:a > sink:loan 4000', 'wallet:a > pool:community 200', 'receivable-contra:pl > receivable:pl 4200'],
    ],
    [
      'T15 early, with cost dropped',
      payPlayerInstalment('pl', 'a', 2, 12_000, 200, 400),
      'instalment:pl:2',
      [
        'wallet:a > sink:loan 12000',
        'wallet:a > pool:community 200',
        'receivable-contra:pl > receivable:pl 12200',
        'receivable-contra:pl > receivable:pl 400',
      ],
    ],
    ['T16', writeOffPlayerLoan('pl', 4_200), 'writeoff:pl', ['receivable-contra:pl > receivable:pl 4200']],
    [
      'T17',
      post.forgive('l', part('c1', 'a', 5), 5, 'cmd', 'player:a'),
      'forgive:cmd',
      ['borrower:l > loss:forgiven 5'],
    ],
    [
      'T17 after default',
      post.forgiveAfterDefault(part('c1', 'a', 5), 5, 'cmd', 'player:a'),
      'forgive:cmd',
      ['loss:default > loss:forgiven 5'],
    ],
    ['endowment', post.endow('1', 5), 'endow:1', ['mint:matching > pool:community 5']],
  ] as const)('%s', (_name, batch, key, movements) => {
    expect(batch.key).toBe(key);
    expect(flow(batch)).toEqual(movements);
    expect([batch.actor, batch.reason].every((text) => text.length > 0)).toBe(true);
  });

  it('T6 splits exactly and clears the collection account', () => {
    const { batch, parts } = post.repay('l', 2, 1_001, lenders);
    expect(parts).toEqual([501, 250, 250]);
    expect(flow(batch)).toEqual([
      'borrower:l > collect:l 1001',
      'collect:l > wallet:a 501',
      'collect:l > wallet:b 250',
      'collect:l > wallet:c 250',
    ]);
    expect(post.netFor(batch, 'wallet:a')).toBe(501);
    expect(code(purse({ 'borrower:l': 10_000 }), batch)).toBe('ok');
  });
  it('T6 leaves out lenders who get nothing this time', () => {
    const { batch, parts } = post.repay('l', 1, 1, [part('c1', 'a', 1), part('c2', 'b', 1)]);
    expect(parts).toEqual([1, 0]);
    expect(batch.transfers).toHaveLength(2);
  });
  it('T6 to a matched contribution fills the guarantee fund', () => {
    const { batch } = post.repay('l', 1, 5, [
      { id: 'c', source: { kind: 'matcher', campaign: 'x' }, amount: 5, paid: 0, forgiven: 0 },
    ]);
    expect(flow(batch)).toEqual(['borrower:l > collect:l 5', 'collect:l > guarantee:fund 5']);
  });
  it('T5 gives a matched contribution back to its mint', () => {
    const refund = post.refund(
      'l',
      [{ id: 'c', source: { kind: 'matcher', campaign: 'x' }, amount: 5, paid: 0, forgiven: 0 }],
      'cancel',
      'operator:o',
    );
    expect([refund.key, ...flow(refund)]).toEqual(['cancel:l', 'escrow:l > mint:matching 5']);
  });
  it('T8 restores from the loss what it hands out', () => {
    const { batch, parts } = post.recover('l', 1, 100, [part('c1', 'a', 5_000, 4_000), part('c2', 'b', 5_000, 4_000)]);
    expect(parts).toEqual([50, 50]);
    expect(flow(batch)[0]).toBe('loss:default > collect:l 100');
  });
  it('T10 hands the outstanding part back without minting', () => {
    const { batch } = post.refundRunning('l', 100, [part('c1', 'a', 60), part('c2', 'b', 40)], 'operator:o', 'fraud');
    expect(flow(batch)).toEqual(['borrower:l > wallet:a 60', 'borrower:l > wallet:b 40']);
  });
  it('T13 undoes a batch exactly', () => {
    const overlay = purse({ 'borrower:l': 10_000 });
    const before = overlay.balance('wallet:a');
    const { batch } = post.repay('l', 1, 1_000, lenders);
    overlay.apply(batch);
    expect(code(overlay, post.reverse(batch, 'operator:o', 'test'))).toBe('ok');
    expect([overlay.balance('wallet:a'), overlay.balance('borrower:l')]).toEqual([before, 10_000]);
  });
  it('refuses to forgive more than a lender is owed', () => {
    expect(() => post.forgive('l', part('c', 'a', 5, 3), 3, 'cmd', 'player:a')).toThrow('owed');
    expect(() => post.forgiveAfterDefault(part('c', 'a', 5, 3), 3, 'cmd', 'player:a')).toThrow('lost');
    expect(() => payPlayerInstalment('pl', 'a', 1, 0, 0)).toThrow('nothing');
    expect(() => post.match('l', { id: 'c', source: { kind: 'community' }, amount: 5 })).toThrow('matcher');
  });
  it('has no leg of nothing', () => {
    expect(post.lend('l', part('c', 'a', 0), 'cmd', 'player:a').transfers).toEqual([]);
    expect(escrowOf('l')).toBe('escrow:l');
  });
});
