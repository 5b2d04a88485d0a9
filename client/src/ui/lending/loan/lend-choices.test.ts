import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loanCard } from '../loan.fixture.ts';
import { lendChoices } from './lend-choices.ts';
import { partsOf } from './schedule.tsx';

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
const offer = (change: Parameters<typeof loanCard>[0], wallet: number) =>
  lendChoices(loanCard(change), wallet, economy, 0);

describe('lendChoices', () => {
  it('says why a loan cannot be lent to', () => {
    expect(offer({ raised: 60_000 }, 10_000)).toEqual({ kind: 'closed', refusal: 'LEND_CLOSED' });
    expect(offer({ state: 'in_repayment' }, 10_000)).toEqual({ kind: 'closed', refusal: 'LEND_CLOSED' });
    expect(offer({ mine: 24_000 }, 10_000)).toEqual({ kind: 'closed', refusal: 'LEND_LIMIT' });
    expect(lendChoices(loanCard(), 10_000, economy, 2_000_000)).toEqual({ kind: 'closed', refusal: 'LEND_EXPIRED' });
  });
  it('shows amounts over the purse without offering them', () => {
    expect(offer({}, 4_000)).toEqual({
      kind: 'open',
      choices: [
        { amount: 2_500, affordable: true },
        { amount: 5_000, affordable: false },
        { amount: 7_500, affordable: false },
        { amount: 10_000, affordable: false },
      ],
    });
  });
  it('offers the smaller last share whole', () => {
    expect(offer({ raised: 59_000 }, 4_000)).toEqual({ kind: 'open', choices: [{ amount: 1_000, affordable: true }] });
  });
  it('offers a newcomer the last share of a starter project', () => {
    expect(offer({ starter: true, amount: 10_000, raised: 7_500 }, 4_000)).toEqual({
      kind: 'open',
      choices: [{ amount: 2_500, affordable: true }],
    });
  });
});

describe('partsOf', () => {
  it('adds up to what was lent, whatever the instalments', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (principals, shares) => {
        const total = principals.reduce((sum, row) => sum + row, 0);
        if (total === 0) return;
        const amount = Math.min(total, shares * 2_500);
        const parts = partsOf(principals, amount, total);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
