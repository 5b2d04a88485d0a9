import { AutoLendRulesSchema } from '@bloomvale/shared/protocol/lending-commands';
import { describe, expect, it } from 'vitest';
import { loanCard } from '../loan.fixture.ts';
import { firstRules, fitsRules } from './auto-rules.ts';

const rules = { ...firstRules(2_500), maxAnnualCost: 0.3 };

describe('fitsRules', () => {
  it.each([
    ['another grade', { grade: 'E' as const }],
    ['a lower rating', { partner: { id: 'p', name: 'P', rating: 2.5 } }],
    ['a higher cost', { annualCost: 0.31 }],
    ['a longer loan', { instalments: 13 }],
    ['a loan one is in already', { mine: 2_500 }],
  ])('leaves out %s', (_, change) => {
    expect(fitsRules(loanCard(change), rules)).toBe(false);
  });
  it('leaves out other sectors and countries where some are named', () => {
    expect(fitsRules(loanCard(), { ...rules, sectors: ['arts'] })).toBe(false);
    expect(fitsRules(loanCard(), { ...rules, countries: ['ke'] })).toBe(false);
    expect(fitsRules(loanCard(), { ...rules, sectors: ['food'], countries: ['sn'] })).toBe(true);
  });
  it('takes what fits, up to the bounds', () => {
    expect(fitsRules(loanCard({ annualCost: 0.3, partner: { id: 'p', name: 'P', rating: 3 } }), rules)).toBe(true);
  });
});

describe('firstRules', () => {
  it('are rules the server takes', () => {
    expect(AutoLendRulesSchema.safeParse(firstRules(2_500)).success).toBe(true);
  });
});
