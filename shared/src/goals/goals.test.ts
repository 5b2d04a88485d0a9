import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Household } from '../play/household.ts';
import { CONTENT, context, household, START } from '../play/play.fixture.ts';
import { SKIPPED_MAX, skipGoal } from './goal-skip.ts';
import { GOALS_MIN, type GoalFacts, nextGoals } from './goals.ts';

const NOBODY = { lent: 0, repaid: 0, owed: 0, paid: 0 };
const facts = (changes: Partial<GoalFacts> = {}): GoalFacts => ({
  household: household(),
  now: START,
  content: CONTENT,
  wallet: 4_000,
  loans: NOBODY,
  ...changes,
});
const ids = (changes: Partial<GoalFacts> = {}): readonly string[] => nextGoals(facts(changes)).map(({ id }) => id);
/** Everything built, everything fulfilled, everything heard. */
const finished = (): Household =>
  household({
    xp: 999,
    extraPlots: 2,
    stall: { level: 2 },
    stations: { oven: { level: 2, queue: [] }, press: { level: 1, queue: [] } },
    home: {
      house: 4,
      needs: { food: 3, water: 3, roof: 3, light: 3, school: 3, health: 3 },
      told: CONTENT.talks.map(({ id }) => id),
    },
    orders: { waiting: [], count: 9, at: START },
  });

describe('the next goals', () => {
  test('begin with the first loan, for which the purse is shown', () => {
    expect(nextGoals(facts())[0]).toEqual({ id: 'lend', kind: 'lend', have: 2_500, needed: 2_500, about: {} });
  });
  test('name lending again once a share is back, and the own loan while it is owed', () => {
    const loans = { lent: 2, repaid: 2_500, owed: 4_200, paid: 12_600 };
    expect(ids({ loans }).slice(0, 2)).toEqual(['relend', 'repay']);
    expect(nextGoals(facts({ loans }))[1]).toMatchObject({ have: 12_600, needed: 16_800 });
  });
  test('count what is there of coins and goods for a wish', () => {
    const need = nextGoals(facts({ household: household({ store: { cress: 10 } }) })).find(
      ({ kind }) => kind === 'need',
    );
    expect(need).toMatchObject({ id: 'need:food:1', have: 2, needed: 2, about: { need: 'food', tier: 1 } });
  });
  test('leave out what this house has no room for and what a higher level brings', () => {
    expect(ids().filter((id) => /^(house|stall|need:.*:2)/.test(id))).toEqual([]);
  });
  test('are at least three, even for somebody who has everything', () => {
    expect(ids({ household: finished(), loans: { ...NOBODY, lent: 1, repaid: 9_000 } })).toEqual([
      'relend',
      'lend-next:2',
      'village',
    ]);
  });
  test('are always three or more, each once, whatever was put aside', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(9_000),
        fc.shuffledSubarray([...ids()]),
        fc.record({ lent: fc.nat(3), repaid: fc.nat(6_000), owed: fc.nat(100), paid: fc.nat(100) }),
        (xp, wallet, skippedGoals, loans) => {
          const shown = ids({ household: household({ xp, skippedGoals }), wallet, loans });
          expect(shown.length).toBeGreaterThanOrEqual(GOALS_MIN);
          expect(new Set(shown).size).toBe(shown.length);
        },
      ),
    );
  });
});

describe('putting a goal aside', () => {
  test('sends it behind all others, and the longest put aside comes first among those', () => {
    const first = ids()[0] ?? '';
    let home = household();
    for (const goal of [first, 'village']) {
      const done = skipGoal(home, { commandId: 'c1', goal }, context());
      if (done.ok) home = done.value.household;
    }
    expect(ids({ household: home }).slice(-2)).toEqual([first, 'village']);
  });
  test('is never refused, and remembers a bounded number', () => {
    let home = household();
    for (let i = 0; i < SKIPPED_MAX + 5; i++) {
      const done = skipGoal(home, { commandId: 'c1', goal: `level:${i}` }, context());
      if (!done.ok) expect.unreachable();
      home = done.value.household;
    }
    expect(home.skippedGoals).toHaveLength(SKIPPED_MAX);
    expect(home.skippedGoals.at(-1)).toBe(`level:${SKIPPED_MAX + 4}`);
  });
});
