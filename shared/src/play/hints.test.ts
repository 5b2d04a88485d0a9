import { describe, expect, test } from 'vitest';
import type { Hint } from '../protocol/commands.ts';
import { type HintFacts, nextHint } from './hints.ts';
import { CONTENT, household, newcomer, SECOND, START } from './play.fixture.ts';

const facts = (changes: Partial<HintFacts> = {}): HintFacts => ({
  household: newcomer(),
  now: START,
  content: CONTENT,
  timeScale: 1,
  wallet: 4_000,
  loans: { lent: 0, repaid: 0 },
  ...changes,
});
const planted = { plots: { 0: { crop: 'cress', plantedAt: START } } };

describe('hints', () => {
  test('say nothing while the first seeds grow', () => {
    expect(nextHint(facts({ household: household(planted), now: START + SECOND }))).toBeNull();
  });
  test('never suggest what cannot be done', () => {
    // A wish that nothing at hand can meet, and no coins to lend: the fund, the family and the walk come next.
    const poor = household({ xp: 5, stall: { customers: 1 } });
    expect(nextHint(facts({ household: poor, wallet: 0 }))).toBe('borrow');
    const asked: Hint[] = ['borrow', 'family'];
    expect(nextHint(facts({ household: { ...poor, hints: asked }, wallet: 0 }))).toBe('village');
    expect(nextHint(facts({ household: { ...poor, hints: [...asked, 'village', 'hall'] }, wallet: 0 }))).toBeNull();
  });
  test('do not tell people what they already did, whatever they put away', () => {
    const seasoned = household({ xp: 500, hints: ['wish', 'borrow', 'family', 'village'], stall: { customers: 9 } });
    expect(nextHint(facts({ household: { ...seasoned, hints: ['wish', 'family', 'village'], extraPlots: 2 } }))).toBe(
      'hall',
    );
    expect(nextHint(facts({ household: seasoned, loans: { lent: 2, repaid: 0 } }))).toBeNull();
  });
  test('lead from the first seed to lending again', () => {
    const told: (string | null)[] = [];
    const tell = (changes: Partial<HintFacts>) => told.push(nextHint(facts(changes)));
    const wish = { id: 0, good: 'cress', quantity: 2, since: START };
    tell({});
    tell({ household: household(planted), now: START + 20 * SECOND });
    const picked = { xp: 1, store: { cress: 2 }, stall: { wishes: [wish] } };
    tell({ household: household(picked) });
    const selling = household({
      ...picked,
      stall: { wishes: [wish], slots: [{ good: 'bean', quantity: 1 }, null, null] },
    });
    tell({ household: selling });
    const met = { ...selling, hints: ['wish'] };
    tell({ household: met });
    const owing = { ...met, extraPlots: 2 };
    tell({ household: owing });
    const heard = { ...owing, home: { ...owing.home, told: ['water-1'] } };
    tell({ household: heard });
    tell({ household: { ...heard, hints: ['wish', 'village'] } });
    const there = { ...heard, hints: ['wish', 'village', 'hall'] };
    tell({ household: there });
    tell({ household: there, loans: { lent: 1, repaid: 0 } });
    tell({ household: there, loans: { lent: 1, repaid: 650 } });
    const glad = { ...there, hints: [...there.hints, 'repaid'] };
    tell({ household: glad, loans: { lent: 1, repaid: 2_499 } });
    tell({ household: glad, loans: { lent: 1, repaid: 2_500 } });
    expect(told).toEqual([
      'plant',
      'harvest',
      'stock',
      'wish',
      'borrow',
      'family',
      'village',
      'hall',
      'lend',
      null,
      'repaid',
      null,
      'relend',
    ]);
  });
});
